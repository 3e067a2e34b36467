"""LibreOffice opens the workbook of a release with its characters, numbers and types."""

import datetime
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tests.consumers.comparison import Table, Tables, check, describe, from_json, wrong_quotes
from tests.consumers.making import Release
from tests.consumers.printed import lines_for
from tests.consumers.traps import check_traps
from tests.needed import need

pytestmark = pytest.mark.programs

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
Cell = str | float | datetime.date | None
# Before that day spreadsheets count days in different ways: the workbook has such days as text.
_FIRST_DAY = datetime.date(1900, 3, 1)


def _name(short: str) -> str:
    prefix, _, name = short.partition(":")
    return f"{{{_NAMES[prefix]}}}{name}"


def open_workbook(release: Release, made: Path) -> dict[str, list[list[Cell]]]:
    """Return the cells of every sheet as LibreOffice has them, in rows of equal length."""
    program, pattern = lines_for("Excel, LibreOffice", release.folder).split()
    (file,) = (path.name for path in release.folder.glob(pattern))
    need(
        shutil.which(program) is not None,
        "LibreOffice is not installed: apt-get install libreoffice-calc-nogui",
    )
    # As printed, but without a window. Its own flat form says of every cell which type it has.
    options = [f"-env:UserInstallation={(made / 'profile').as_uri()}", "--headless"]
    options += ["--convert-to", "fods", "--outdir", str(made)]
    command = [program, *options, file]
    done = subprocess.run(command, cwd=release.folder, capture_output=True, text=True)
    result = made / f"{release.xlsx.stem}.fods"
    assert result.exists(), done.stdout + done.stderr
    root = etree.parse(result, etree.XMLParser(huge_tree=True)).getroot()
    return {str(sheet.get(_name("table:name"))): _rows_of(sheet) for sheet in _all(root, "table")}


def _all(element: etree._Element, kind: str) -> list[etree._Element]:
    return list(element.iter(_name(f"table:{kind}")))


def _rows_of(sheet: etree._Element) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for row in _all(sheet, "table-row"):
        cells: list[Cell] = []
        for cell in row.iterchildren(_name("table:table-cell")):
            times = int(cell.get(_name("table:number-columns-repeated"), "1"))
            cells += [_value_of(cell)] * times
        times = int(row.get(_name("table:number-rows-repeated"), "1"))
        if any(cell is not None for cell in cells):
            assert times == 1, cells
            rows.append(cells)
    width = len([cell for cell in rows[0] if cell is not None])
    return [(row + [None] * width)[:width] for row in rows]


def _value_of(cell: etree._Element) -> Cell:
    kind = cell.get(_name("office:value-type"))
    if kind is None:
        return None
    if kind == "float":
        return float(cell.get(_name("office:value"), ""))
    if kind == "date":
        return datetime.date.fromisoformat(cell.get(_name("office:date-value"), "")[:10])
    assert kind == "string", f"a cell of the type {kind}"
    return "\n".join(_text_of(one) for one in cell.iterchildren(_name("text:p")))


def _text_of(element: etree._Element) -> str:
    """Return the text of a paragraph, whose spaces, tabs and breaks are elements."""
    signs = {_name("text:tab"): "\t", _name("text:line-break"): "\n"}
    parts = [element.text or ""]
    for child in element:
        if child.tag == _name("text:s"):
            parts.append(" " * int(child.get(_name("text:c"), "1")))
        else:
            parts.append(signs.get(str(child.tag)) or _text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def read_tables(release: Release, made: Path) -> Tables:
    """Return every table that the workbook has a sheet for."""
    sheets = open_workbook(release, made)
    return {name: as_table(types, sheets[name]) for name, types in describe(release.folder).items()}


def as_table(types: dict[str, str], sheet: list[list[Cell]]) -> Table:
    """Return a sheet as a table; a day counts as one only where the cell is one."""
    header, *rows = sheet
    assert header == list(types)
    dates = [place for place, kind in enumerate(types.values()) if kind == "date"]
    for row in rows:
        for place in dates:
            day = row[place]
            if isinstance(day, datetime.date):
                row[place] = day.isoformat()
            elif day is not None and str(day) >= _FIRST_DAY.isoformat():
                row[place] = f"text: {day}"
    return from_json(types, [dict(zip(types, row, strict=True)) for row in rows])


def test_the_workbook_shows_every_table_as_it_stands_in_the_files(
    release: Release, tmp_path: Path
) -> None:
    tables = read_tables(release, tmp_path)
    check(release.master, tables)
    assert wrong_quotes(tables) == wrong_quotes(release.master)


def test_text_that_looks_like_something_else_stays_as_it_is(
    trapped: Release, tmp_path: Path
) -> None:
    check_traps(read_tables(trapped, tmp_path))
