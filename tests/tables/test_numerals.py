"""Every numeral is a row, decided by the figure whose quote it is in or by an 'n' line."""

import pytest

from tests.tables.conftest import Make

POST = """\
about CN
default where=CN

s01 China bans drugs
  rest heading
s02 In 2019, first, 35,000 cases in 2019 and 12 counties with over 1,000 users were found.
  {numerals}
  c01 35,000 cases in 2019
    says In 2019, there were 35,000 cases.
    is statistic enforcement
    f01 35,000 cases in 2019 : drug-cases-solved level
      {line}
  c02 12 counties with over 1,000 users
    says There were 12 counties with over 1,000 drug users.
    is statistic enforcement
    f02 12 counties with over 1,000 users : affected-areas level
      condition with over 1,000 users
  rest transition
"""


def dispositions(make: Make, numerals: str, line: str = "? nothing") -> list[str]:
    rows = make(POST.format(numerals=numerals, line=line)).book.rows("numerals")
    return [f"{row['quote']}={row['disposition']} {row['figure_id']}".strip() for row in rows]


def test_numerals_of_a_value_are_figure_and_the_others_of_its_quote_part(make: Make) -> None:
    assert dispositions(make, "n 2019=date; first=list") == [
        *("2019=date", "first=list"),
        *("35,000=figure p10.f01", "2019=part p10.f01"),
        *("12=figure p10.f02", "1,000=part p10.f02"),
    ]


def test_a_numeral_knows_its_type_and_value(make: Make) -> None:
    rows = make(POST.format(numerals="n 2019=date", line="? nothing")).book.rows("numerals")
    found = [[row[name] for name in ("quote", "numeral_type", "value")] for row in rows[:3]]
    expected = [["2019", "cardinal", "2019"], ["first", "ordinal", "1"]]
    assert found == [*expected, ["35,000", "cardinal", "35000"]]
    assert rows[0]["numeral_id"] == f"p10.n{rows[0]['char_start']}"


def test_of_a_typed_value_the_numeral_that_says_it_is_figure(make: Make) -> None:
    found = dispositions(make, "n 2019=date; first=list", "value 2019\n      reason garbled")
    assert found[2:4] == ["35,000=part p10.f01", "2019=figure p10.f01"]


def test_of_a_typed_value_that_no_numeral_says_the_read_ones_are_figure(make: Make) -> None:
    found = dispositions(make, "n 2019=date; first=list", "value 10001\n      reason garbled")
    assert found[2:4] == ["35,000=figure p10.f01", "2019=part p10.f01"]


WRONG = [
    ("n 2018=date", "no numeral '2018' in s02", "use one of 2019, first, 35,000, 2019, 12"),
    ("n 2019#3=date", "no numeral '2019#3' in s02", "use one of"),
    ("n 2019=date; 2019=date", "the numeral '2019' is given twice", "write '2019#2=…'"),
    ("n 12=name", "12 is in a figure's quote and is also given as name", "remove one of the two"),
    ("n 2019=figure", "2019=figure cannot be typed", "quote it in a figure"),
]


@pytest.mark.parametrize(("numerals", "reason", "fix"), WRONG, ids=[line for line, *_ in WRONG])
def test_a_line_that_decides_nothing_is_named(
    make: Make, numerals: str, reason: str, fix: str
) -> None:
    (found,) = make(POST.format(numerals=numerals, line="? nothing")).findings
    assert found.line == 8
    assert found.reason.startswith(reason) and found.fix.startswith(fix), found


def test_a_decided_numeral_has_the_line_that_decides_it(make: Make) -> None:
    small = make(POST.format(numerals="n 2019=date", line="? nothing"))
    first, second, *_ = (row["numeral_id"] for row in small.book.rows("numerals"))
    assert [small.line("numerals", name) for name in (first, second)] == [8, 7]
