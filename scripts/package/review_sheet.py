"""The XLSX file in which a reader reviews rows: one row a line, with its sentence and the rules."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from schemas.model import Table
from scripts.curation.finding import Finding, FindingsError, refuse

SHOWN = ("row_id", "what stands there", "sentence", "sentence before", "what the codes mean")
ANSWERS = ("review_verdict", "column", "correction", "remark")
VERDICTS = ("right", "wrong", "unsure")
ABOUT = ("review", "table", "reader", "reader_name", "read_on")
_WIDTHS = (18, 60, 60, 40, 60, 12, 18, 40, 40)
_HELP = (
    "Read each row beside its sentence. Choose right, wrong or unsure in 'review_verdict'; of a "
    "wrong row name the column and what should stand there. In the sheet 'about' say in 'reader' "
    "person or language_model, in 'read_on' the day (2026-01-31), and your name only if you want "
    "it to be published."
)


class Line(NamedTuple):
    """What a reader sees of one row, in the order of `SHOWN`."""

    row_id: str
    cells: str
    sentence: str
    before: str
    codes: str


def write_sheet(review: str, table: Table, lines: Sequence[Line]) -> bytes:
    """Return the XLSX file of a drawing."""
    book = Workbook()
    sheet = book.create_sheet("rows", 0)
    book.remove(book["Sheet"])
    for number, row in enumerate([(*SHOWN, *ANSWERS), *lines], start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value, cell.data_type = text, "s"  # '=' begins no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    for letter, width in zip("ABCDEFGHI", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "B2"
    _offer(sheet, VERDICTS, f"F2:F{len(lines) + 1}")
    _offer(sheet, tuple(table.columns), f"G2:G{len(lines) + 1}")
    about = book.create_sheet("about")
    for name, value in zip(ABOUT, (review, table.name, "", "", ""), strict=True):
        about.append((name, value))
    about.append(("how", _HELP))
    about.append((table.title, table.description))
    for name, described in table.columns.items():
        about.append((name, described.description))
    about.column_dimensions["A"].width, about.column_dimensions["B"].width = 24, 120
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _offer(sheet: Worksheet, values: Sequence[str], cells: str) -> None:
    offered = ",".join(values)
    if len(offered) < 255:  # Excel takes no longer list
        validation = DataValidation(type="list", formula1=f'"{offered}"', allow_blank=True)
        validation.add(cells)
        sheet.add_data_validation(validation)


def read_sheet(path: Path, tables: Mapping[str, Table]) -> list[dict[str, str]]:
    """Return the answers of a reader, one mapping a row, with what the sheet 'about' says.

    Raises:
        FindingsError: the file is not such a sheet, or an answer is missing or wrong; with all.
    """
    fix = "fill in the file that python -m scripts.review draw made"
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        about = {
            one[0]: one[1] for one in _texts(book["about"].iter_rows(max_row=len(ABOUT), max_col=2))
        }
        rows = list(_texts(book["rows"].iter_rows(max_col=len(SHOWN) + len(ANSWERS))))
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
        raise refuse(str(path), f"is not a sheet of rows to review ({error})"[:200], fix) from error
    header = (*SHOWN, *ANSWERS)
    if not rows or rows[0] != header or about.get("table", "") not in tables:
        raise refuse(str(path), "has other columns than a sheet of rows to review", fix)
    found, findings = [], []
    for number, row in enumerate(rows[1:], start=2):
        cells = dict(zip(header, row, strict=True))
        if wrong := _wrong(cells, tables[about["table"]]):
            fix = f"write {' or '.join(VERDICTS)}, and of a wrong row a column of the table"
            findings.append(Finding(str(path), number, reason=f"{row[0]}: {wrong}", fix=fix))
        found.append({**about, **{name: cells[name] for name in ("row_id", *ANSWERS)}})
    if about["reader"] not in ("person", "language_model") or len(about["read_on"]) != 10:
        fix = "write in the sheet 'about' person or language_model, and the day as 2026-01-31"
        findings.append(Finding(str(path), reason="does not say who read it, and when", fix=fix))
    if findings:
        raise FindingsError(findings)
    return found


def _wrong(cells: Mapping[str, str], table: Table) -> str:
    if cells["review_verdict"] not in VERDICTS:
        return f"the verdict {cells['review_verdict']!r} is none"
    if cells["column"] and cells["column"] not in table.columns:
        return f"{cells['column']!r} is not a column of {table.name}"
    if cells["review_verdict"] == "wrong" and not (cells["column"] or cells["remark"]):
        return "is wrong, and neither a column nor a remark says in what"
    return ""


def _texts(rows: Iterator[Sequence[object]]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        values = (getattr(cell, "value", None) for cell in row)
        yield tuple("" if value is None else str(value).strip()[:2000] for value in values)
