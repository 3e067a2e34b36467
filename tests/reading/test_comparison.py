"""Two numbers agree where one lies in the range that the other stands for."""

from decimal import Decimal

import pytest

from scripts.reading.comparison import (
    Number,
    period_agreement,
    qualifier_agreement,
    unit_agreement,
    value_agreement,
    verdict_of,
)


def number(
    value: str, qualifier: str = "as_stated", unit: str = "person", factor: str = "1"
) -> Number:
    return Number(Decimal(value), None, qualifier, unit, Decimal(factor))


@pytest.mark.parametrize(
    ("stated", "given"),
    [
        (number("42000"), number("42000", "over")),
        (number("30000", "over"), number("30736")),
        (number("160000", "over"), number("165000")),
        (number("1005000"), number("1000000", "over")),
        (number("20"), number("20.1")),
        (number("5", "about"), number("4.4")),
        (number("100000", "order_of"), number("645000", "nearly")),
        (number("13.2", unit="kilogram", factor="1000"), number("13200", unit="kilogram")),
        (number("2376254", unit="kilogram"), number("2376254", unit="jin")),
    ],
)
def test_numbers_agree_within_what_they_stand_for(stated: Number, given: Number) -> None:
    assert value_agreement(stated, given) == "same"


@pytest.mark.parametrize(
    ("stated", "given"),
    [
        (number("19500000"), number("195000", unit="person_time")),
        (number("109000"), number("109680")),
        (number("5"), number("4.4")),
        (number("42000", "over"), number("39000")),
        (number("100000000", "over"), number("99600000")),
        (number("740", "over"), number("938.5")),
        (number("100000", "order_of"), number("1100000")),
        (number("1", unit="kilogram", factor="1000"), number("1", unit="kilogram")),
    ],
)
def test_numbers_differ_outside_what_they_stand_for(stated: Number, given: Number) -> None:
    assert value_agreement(stated, given) == "differs"


def test_a_range_agrees_with_the_same_range_only() -> None:
    revenue = number("800")._replace(value_high=Decimal("1000"))
    assert value_agreement(revenue, revenue) == "same"
    assert value_agreement(revenue, number("800")) == "differs"


def test_more_than_50_documents_are_not_50() -> None:
    assert qualifier_agreement(number("50", "over"), number("50")) == "differs"
    assert qualifier_agreement(number("50", "about"), number("50")) == "same"
    assert qualifier_agreement(number("30000", "over"), number("30736")) == "same"


def test_person_times_are_no_persons() -> None:
    assert unit_agreement(number("195000"), number("195000", unit="person_time")) == "differs"


@pytest.mark.parametrize(
    ("stated", "given", "agreement"),
    [
        ("2013/2022", "2013-01/2022-12", "same"),
        ("2013/..", "2013/2022", "same"),
        ("2018-01/2018-05", "2018-01/2023-05", "differs"),
        ("2021-01-01", "2020-01-01", "differs"),
    ],
)
def test_periods_agree_where_they_begin_and_end_alike(
    stated: str, given: str, agreement: str
) -> None:
    assert period_agreement(stated, given) == agreement


def test_a_verdict_follows_from_the_aspects() -> None:
    assert verdict_of(["same", "not_compared"], derived=False) == "matches"
    assert verdict_of(["same", "not_compared"], derived=True) == "matches_derived"
    assert verdict_of(["same", "differs"], derived=True) == "differs"
    assert verdict_of(["same", "part"], derived=True) == "partly"
    assert verdict_of(["part", "differs"], derived=False) == "differs"
    assert verdict_of(["not_compared"], derived=False) == ""
