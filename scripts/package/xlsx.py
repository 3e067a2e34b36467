"""One workbook with all tables: every cell typed on purpose, and a sheet that explains all columns.

A spreadsheet that opens the CSV files guesses: it garbles Chinese, turns ids and periods into dates
and runs text as formulas. Here ids, codes and words are text, numbers numbers, days dates.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

from scripts.package.reader import PackageTable, read_cell

# Before that day, spreadsheets count days in different ways, or not at all.
_FIRST_DAY = date(1900, 3, 1)
_WIDTHS = {"string": 24, "integer": 10, "number": 14, "date": 12}
# The sheets that are read, not computed with.
_WIDE = {"about": 110, "description": 100}
_FORMATS = {"string": "@", "integer": "0", "number": "General", "date": "yyyy-mm-dd"}
_READ = ("about", "columns")
_EXPLAINED = ("sheet", "column", "type", "title", "description")


def make_workbook(about: Sequence[str], created: str, tables: Mapping[str, PackageTable]) -> bytes:
    """Return an XLSX workbook: the same bytes where zlib is the same, everywhere the same parts.

    Args:
        about: the lines of the first sheet.
        created: the time that the workbook gives as its own, ISO 8601.
        tables: the sheets by name; the second sheet says what their columns mean.

    Raises:
        ValueError: a cell is too long for a workbook.
    """
    explained = [
        (name, column, *(field.get(part, "") for part in _EXPLAINED[2:]))
        for name, table in tables.items()
        for column, field in table.fields.items()
    ]
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True, "in_memory": True}) as book:
        book.set_properties({"created": datetime.fromisoformat(created)})
        formats = {
            kind: book.add_format({"num_format": shown, "valign": "top"})
            for kind, shown in _FORMATS.items()
        }
        heading = book.add_format({"bold": True})
        wrapped = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})

        def write(name: str, kinds: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
            page = book.add_worksheet(name)
            for place, (column, kind) in enumerate(kinds.items()):
                width = _WIDE.get(column, _WIDTHS[kind]) if name in _READ else _WIDTHS[kind]
                page.set_column(place, place, width, formats[kind])
                page.write_string(0, place, column, heading)
            page.freeze_panes(1, 1)
            form = wrapped if name in _READ else None
            for number, row in enumerate(rows, start=1):
                for place, (kind, value) in enumerate(zip(kinds.values(), row, strict=True)):
                    if _write(page, number, place, value, form or formats[kind]):
                        raise ValueError(f"{name}, row {number}: a cell is too long")
            page.autofilter(0, 0, len(rows), len(kinds) - 1)

        write("about", {"about": "string"}, [[line] for line in about])
        write("columns", dict.fromkeys(_EXPLAINED, "string"), explained)
        for name, table in tables.items():
            kinds = {column: field["type"] for column, field in table.fields.items()}
            cells = [
                [read_cell(row[column], field) for column, field in table.fields.items()]
                for row in table.rows.values()
            ]
            write(name, kinds, cells)
    return buffer.getvalue()


def _write(page: Any, row: int, column: int, value: Any, format: Any) -> int:
    """Write a cell by the type of its value; return what is not 0 if the cell cannot hold it."""
    if value is None:
        return 0
    if isinstance(value, date) and value >= _FIRST_DAY:
        return int(page.write_datetime(row, column, value, format))
    if isinstance(value, int | float):
        return int(page.write_number(row, column, value, format))
    return int(page.write_string(row, column, str(value), format))
