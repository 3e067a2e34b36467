"""A figure's value, unit and qualifier follow from its quote; a typed one stays as it is typed."""

import pytest

from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.derivation import DERIVATIONS
from scripts.tables.figures import canonical, reading
from scripts.tables.row import Row
from tests.tables.conftest import Make

POST = """\
about CN
default where=CN

s01 China bans drugs
  rest heading
s02 In 2019, police in China seized more than 13.2 tons of drugs, up 5 to 6 percent.
  n 2019=date
  c01 In 2019, police in China seized more than 13.2 tons of drugs, up 5 to 6 percent
    says In 2019, police in China seized more than 13.2 tonnes of drugs, up 5 to 6 percent.
    is statistic enforcement
    when {period} < In 2019
    f01 more than 13.2 tons of drugs : drugs-seized level
      {line}
    f02 up 5 to 6 percent : drugs-seized change up
      base_figure f01
"""
READ = ("value", "value_high", "qualifier", "unit", "value_base", "value_high_base")


def test_what_a_quote_reads_as_is_derived(make: Make) -> None:
    small = make(POST.format(period="2019", line="? nothing typed"))
    assert small.cells("figures", "p10.f01", *READ) == ["13.2", "", "over", "tonne", "13200", ""]
    assert small.cells("figures", "p10.f02", *READ) == ["5", "6", "as_stated", "percent", "5", "6"]
    columns = ("indicator_id", "figure_role", "direction", "base_figure_id")
    assert small.cells("figures", "p10.f02", *columns) == [
        *("drugs-seized", "change", "up", "p10.f01")
    ]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("unit kilogram", ["13.2", "", "over", "kilogram", "13.2", ""]),
        ("unit stone", ["13.2", "", "over", "stone", "13.2", ""]),  # the unknown unit is told
        ("qualifier about", ["13.2", "", "about", "tonne", "13200", ""]),
        ("value 14.0", ["14", "", "over", "tonne", "14000", ""]),
        ("value_high 15.50", ["13.2", "15.5", "over", "tonne", "13200", "15500"]),
        ("value many", ["many", "", "over", "tonne", "", ""]),
        ("value 1e999999999", ["1e999999999", "", "over", "tonne", "", ""]),
        ("value NaN", ["NaN", "", "over", "tonne", "", ""]),
    ],
)
def test_a_typed_reading_stays_and_the_base_unit_follows_from_it(
    make: Make, line: str, cells: list[str]
) -> None:
    small = make(POST.format(period="2019", line=line))
    assert small.cells("figures", "p10.f01", *READ) == cells


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019/..", "2019-01-01", ""),
        ("../2019", "", "2019-12-31"),
        ("2019-02-30", "", ""),
        ("-", "", ""),
    ],
)
def test_the_bounds_of_a_period_follow_from_it(
    make: Make, period: str, first: str, last: str
) -> None:
    small = make(POST.format(period=period, line="? nothing typed"))
    assert small.cells("figures", "p10.f01", "period_start", "period_end") == [first, last]


@pytest.mark.parametrize("line", ["value 13.2", "value 13.20", "qualifier over", "unit tonne"])
def test_a_line_that_types_what_follows_is_needless(make: Make, line: str) -> None:
    small = make(POST.format(period="2019", line=line))
    (found,) = small.findings
    assert (found.line, found.reason) == (14, f"f01: {line} follows from the quote")
    assert found.fix == "remove the line"


def test_of_two_numbers_that_fall_nothing_follows(built: Built) -> None:
    row = Row({"quote": "from 160,000 to 35,000", "value": "1", "override_reason": ""})
    book = Book({"figures": [row]}, built.book.sources)
    assert reading(row["quote"], book) is None
    (value,) = (one for one in DERIVATIONS if (one.table, one.column) == ("figures", "value"))
    assert value.derive(row, book) is None


@pytest.mark.parametrize(
    ("typed", "cell"),
    [("13.20", "13.2"), ("100", "100"), ("0.0", "0"), ("1e3", "1e3"), ("", ""), ("over", "over")],
)
def test_a_typed_number_is_written_as_cells_are(typed: str, cell: str) -> None:
    assert canonical(typed) == cell
