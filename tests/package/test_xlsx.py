"""The workbook has every cell with its type, explains every column, and runs nothing."""

import io
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from scripts.package.reader import Package, PackageTable, read_cell
from scripts.package.xlsx import make_workbook
from scripts.tables.row import Row

CREATED = "2026-11-24T00:00:00Z"


def open_book(tables: dict[str, PackageTable]) -> Any:
    return openpyxl.load_workbook(io.BytesIO(make_workbook(["About it."], CREATED, tables)))


def table_of(kind: str, *cells: str) -> PackageTable:
    rows = {(str(number),): Row({"x": cell}) for number, cell in enumerate(cells)}
    return PackageTable({}, {"x": {"type": kind, "description": "What."}}, ("x",), {}, rows)


def test_every_cell_of_every_table_has_its_type(whole: Package) -> None:
    book = open_book(dict(whole.tables))
    assert book.sheetnames == ["about", "columns", *whole.tables]
    for name, table in whole.tables.items():
        header, *rows = book[name].iter_rows(values_only=True)
        assert list(header) == list(table.fields), name
        for found, row in zip(rows, table.rows.values(), strict=True):
            for cell, (column, field) in zip(found, table.fields.items(), strict=True):
                due = read_cell(row[column], field)
                if field["type"] == "date" and row[column] < "1900-03-01":
                    due = row[column] or None  # a day that spreadsheets cannot count
                value = cell.date() if isinstance(cell, datetime) else cell
                assert value == due, f"{name} {row}"


def test_the_second_sheet_explains_every_column(whole: Package) -> None:
    explained = list(open_book(dict(whole.tables))["columns"].iter_rows(values_only=True))
    assert explained[0] == ("sheet", "column", "type", "title", "description")
    assert explained[1:] == [
        (name, column, field["type"], field["title"], field["description"])
        for name, table in whole.tables.items()
        for column, field in table.fields.items()
    ]


def test_text_stays_text_and_is_never_a_formula() -> None:
    cells = (
        "=1+1",
        "+1",
        "-1",
        "@x",
        "007",
        "2001",
        "1e5",
        "TRUE",
        "猎枭",
        "one\n\ntwo",
        "http://x",
    )
    sheet = open_book({"t": table_of("string", *cells)})["t"]
    found = [sheet.cell(row, 1) for row in range(2, len(cells) + 2)]
    assert [cell.value for cell in found] == list(cells)
    assert {cell.data_type for cell in found} == {"s"}
    assert {cell.number_format for cell in found} == {"@"}
    assert not any(cell.hyperlink for cell in found)


def test_a_day_that_spreadsheets_cannot_count_is_text() -> None:
    sheet = open_book({"t": table_of("date", "1840-06-28", "2001-12-31")})["t"]
    assert [sheet.cell(row, 1).value for row in (2, 3)] == ["1840-06-28", datetime(2001, 12, 31)]


def test_a_cell_that_is_too_long_is_refused_with_its_place() -> None:
    with pytest.raises(ValueError, match="t, row 1: a cell is too long"):
        open_book({"t": table_of("string", "x" * 40_000)})


def test_the_same_tables_give_the_same_bytes(whole: Package) -> None:
    tables = {"figures": whole.tables["figures"]}
    assert make_workbook([], CREATED, tables) == make_workbook([], CREATED, tables)
