"""Figures of one measure, place and time must agree, and a part of a time is at most the whole."""

import pytest

from scripts.tables.figure_groups import (
    MachineCheck,
    comparable,
    nested_period_checks,
    same_measure_checks,
    same_proposition_checks,
)
from scripts.tables.row import Row

BASES = {"tonne": "kilogram", "kilogram": "kilogram", "case": "case"}
FLOW = {"drugs-seized": "flow"}


def figure(figure_id: str, number: str, time: str = "2022", **cells: str) -> Row:
    """Return a level of drugs seized in China, in kilograms."""
    empty = ("substance", "population", "condition")
    return Row(
        {
            **dict.fromkeys(empty, ""),
            "figure_id": figure_id,
            "claim_id": figure_id.replace("f", "c"),
            "indicator_id": "drugs-seized",
            "figure_role": "level",
            "qualifier": "as_stated",
            "unit": "kilogram",
            "place": "CN",
            **{"value": number, "value_base": number, "period": time},
            **cells,
        }
    )


def outcomes(checks: list[MachineCheck]) -> dict[str, str]:
    return {check.check_id: check.outcome for check in checks}


LEFT_OUT = [
    {"figure_role": "share"},
    {"qualifier": "order_of"},
    {"value": "", "value_base": ""},
    {"value": "many", "value_base": ""},
    {"period": ""},
    {"period": "2022-13"},
    {"condition": "over 10 kilograms"},
]


@pytest.mark.parametrize("cells", LEFT_OUT, ids=str)
def test_what_nothing_can_be_said_of_is_left_out(cells: dict[str, str]) -> None:
    assert comparable([figure("p03.f01", "5", **cells)], BASES) == {}


@pytest.mark.parametrize(
    "cells", [{"place": "MM"}, {"population": "drug making"}, {"unit": "case"}]
)
def test_figures_of_another_measure_are_not_compared(cells: dict[str, str]) -> None:
    figures = [figure("p03.f01", "5"), figure("p04.f01", "6", **cells)]
    assert same_measure_checks(figures, BASES) == []


@pytest.mark.parametrize(
    ("cells", "outcome", "words"),
    [
        ({}, "holds", "2 figures give the same value for drugs-seized, CN in 2022."),
        ({"qualifier": "over"}, "unclear", "give the same value with different qualifiers"),
        ({"value_base": "6"}, "fails", "2 figures give 2 values"),
    ],
)
def test_one_measure_at_one_time_has_one_value(
    cells: dict[str, str], outcome: str, words: str
) -> None:
    (check,) = same_measure_checks([figure("p03.f01", "5"), figure("p04.f01", "5", **cells)], BASES)
    assert (check.check_id, check.outcome) == ("same-measure-drugs-seized-cn-2022", outcome)
    assert words in check.finding
    assert check.items == (("statement", "p03.f01"), ("statement", "p04.f01"))


def test_the_same_value_in_two_units_holds() -> None:
    tonnes = figure("p04.f01", "5", unit="tonne", value_base="5000")
    assert outcomes(same_measure_checks([figure("p03.f01", "5000"), tonnes], BASES)) == {
        "same-measure-drugs-seized-cn-2022": "holds"
    }


@pytest.mark.parametrize(
    ("inner", "qualifier", "outcome"),
    [
        ("5", "as_stated", "holds"),
        ("9", "as_stated", "holds"),
        ("10", "as_stated", "fails"),
        ("10", "over", "unclear"),
    ],
)
def test_the_total_of_a_part_of_the_time_is_at_most_that_of_the_whole(
    inner: str, qualifier: str, outcome: str
) -> None:
    figures = [figure("p03.f01", inner), figure("p04.f01", "9", "2013/2022", qualifier=qualifier)]
    (check,) = nested_period_checks(figures, BASES, FLOW)
    assert check.check_id == "nested-periods-drugs-seized-cn-2022-2013-2022"
    assert (check.outcome, check.computation) == (outcome, f"{inner} <= 9")
    assert check.items == (("inner", "p03.f01"), ("outer", "p04.f01"))


def test_only_flows_add_up_over_time() -> None:
    figures = [figure("p03.f01", "10"), figure("p04.f01", "9", "2013/2022")]
    assert nested_period_checks(figures, BASES, {"drugs-seized": "stock"}) == []


def test_a_period_without_end_has_no_other_in_it() -> None:
    figures = [figure("p03.f01", "10"), figure("p04.f01", "9", "2013/..")]
    assert nested_period_checks(figures, BASES, FLOW) == []


def claims(agreement: str = "same") -> list[Row]:
    return [
        Row({"claim_id": name, "proposition_id": "seized", "claim_agreement": code})
        for name, code in (("p03.c01", "same"), ("p04.c01", agreement))
    ]


@pytest.mark.parametrize(
    ("agreement", "cells", "outcome"),
    [
        ("same", {}, "holds"),
        ("qualifier", {"qualifier": "over"}, "unclear"),
        ("value", {"value_base": "6"}, "fails"),
        ("same", {"value_base": "6"}, "fails"),
        ("scope", {"value_base": "6"}, "unclear"),
        ("period", {"value_base": "6"}, "unclear"),
    ],
)
def test_one_proposition_has_one_value_unless_its_claims_differ_in_time_or_scope(
    agreement: str, cells: dict[str, str], outcome: str
) -> None:
    figures = [figure("p03.f01", "5"), figure("p04.f01", "5", **cells)]
    found = outcomes(same_proposition_checks(figures, claims(agreement), BASES))
    assert found == {"same-proposition-seized-drugs-seized-level-kilogram": outcome}


@pytest.mark.parametrize("cells", [{"qualifier": "order_of"}, {"value_base": ""}], ids=str)
def test_a_figure_without_a_comparable_value_says_nothing(cells: dict[str, str]) -> None:
    figures = [figure("p03.f01", "5"), figure("p04.f01", "5", **cells)]
    assert same_proposition_checks(figures, claims(), BASES) == []


def test_two_figures_of_one_claim_are_not_held_against_each_other() -> None:
    figures = [figure("p03.f01", "5"), figure("p03.f02", "6", claim_id="p03.c01")]
    assert same_proposition_checks(figures, claims(), BASES) == []
