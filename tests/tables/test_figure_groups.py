"""Figures that must agree are checked where they could plausibly differ, and nowhere else."""

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
MEASURE = "same-measure-drugs-seized-2022"


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


def apart(one: Row, other: Row) -> bool:
    """No two figures stand in the same words."""
    return False


def one_post(one: Row, other: Row) -> bool:
    """Figures of one post stand in the same words."""
    return one["figure_id"][:3] == other["figure_id"][:3]


def test_two_posts_that_agree_are_checked_however_often_others_repeat_them() -> None:
    """Copies make no check; two figures in words of their own do, with copies or without."""
    figures = [figure(f"p0{post}.f0{number}", "5") for post in (3, 4) for number in (1, 2)]
    assert outcomes(same_measure_checks(figures, BASES, one_post)) == {MEASURE: "holds"}
    assert outcomes(same_measure_checks(figures[1:3], BASES, one_post)) == {MEASURE: "holds"}
    assert same_measure_checks(figures[:2], BASES, one_post) == []


def outcomes(checks: list[MachineCheck]) -> dict[str, str]:
    """Return the outcome of every check by its id without the hash."""
    return {check.check_id.rpartition("-")[0]: check.outcome for check in checks}


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
    "cells", [{"place": "MM"}, {"population": "drug making"}, {"unit": "case"}, {"period": "2021"}]
)
def test_figures_of_another_measure_or_time_are_not_compared(cells: dict[str, str]) -> None:
    figures = [figure("p03.f01", "5"), figure("p04.f01", "6", **cells)]
    assert same_measure_checks(figures, BASES, apart) == []


@pytest.mark.parametrize(
    ("cells", "outcome", "words"),
    [
        ({}, "holds", "2 figures give the same value for drugs-seized, CN in 2022."),
        ({"unit": "tonne", "value": "0.005"}, "holds", "give the same value"),
        ({"value_base": "5.0"}, "holds", "give the same value"),
        ({"qualifier": "over"}, "unclear", "give the same value with different qualifiers"),
        ({"value_base": "6"}, "fails", "2 figures give 2 values"),
        # values of one time that differ are no less a contradiction for being qualified
        ({"value_base": "6", "qualifier": "over"}, "fails", "2 figures give 2 values"),
    ],
)
def test_one_measure_at_one_time_has_one_value(
    cells: dict[str, str], outcome: str, words: str
) -> None:
    figures = [figure("p03.f01", "5"), figure("p04.f01", "5", **cells)]
    (check,) = same_measure_checks(figures, BASES, apart)
    assert outcomes([check]) == {MEASURE: outcome}
    assert words in check.finding
    assert check.items == (("statement", "p03.f01"), ("statement", "p04.f01"))


@pytest.mark.parametrize(
    ("figures", "outcome"),
    [
        # words that are only repeated prove nothing, unless they differ after all
        ([("p03.f01", {}), ("p03.f02", {})], {}),
        ([("p03.f01", {}), ("p03.f02", {"value_base": "6"})], {MEASURE: "fails"}),
        ([("p03.f01", {}), ("p03.f02", {"qualifier": "over"})], {MEASURE: "unclear"}),
        ([("p03.f01", {}), ("p03.f02", {}), ("p04.f01", {})], {MEASURE: "holds"}),
        ([("p03.f01", {})], {}),
    ],
)
def test_repeated_words_are_no_second_statement(
    figures: list[tuple[str, dict[str, str]]], outcome: dict[str, str]
) -> None:
    rows = [figure(name, "5", **cells) for name, cells in figures]
    links = [stated(row["claim_id"]) for row in rows]
    assert outcomes(same_measure_checks(rows, BASES, one_post)) == outcome
    found = same_proposition_checks(rows, links, BASES, one_post)
    assert [*outcomes(found).values()] == [*outcome.values()]


def nested(*figures: Row) -> list[MachineCheck]:
    return nested_period_checks(figures, BASES, FLOW)


@pytest.mark.parametrize(
    ("inner", "qualifiers", "outcome"),
    [
        ("5", ("as_stated", "as_stated"), None),
        ("9", ("as_stated", "as_stated"), None),
        ("10", ("as_stated", "as_stated"), "fails"),
        ("10", ("as_stated", "over"), "unclear"),
        ("10", ("about", "as_stated"), "unclear"),
    ],
)
def test_the_total_of_a_part_of_the_time_is_told_where_it_exceeds_that_of_the_whole(
    inner: str, qualifiers: tuple[str, str], outcome: str | None
) -> None:
    checks = nested(
        figure("p03.f01", inner, qualifier=qualifiers[0]),
        figure("p04.f01", "9", "2013/2022", qualifier=qualifiers[1]),
    )
    name = "nested-periods-drugs-seized-2022-2013-2022"
    assert outcomes(checks) == ({name: outcome} if outcome else {})
    for check in checks:
        assert check.computation == "10 <= 9"
        assert check.items == (("inner", "p03.f01"), ("outer", "p04.f01"))


def test_of_several_totals_the_largest_part_and_the_smallest_whole_are_compared() -> None:
    wholes = [figure("p04.f01", "12", "2013/2022"), figure("p05.f01", "9", "2013/2022")]
    (check,) = nested(figure("p03.f01", "8"), figure("p06.f01", "10"), *wholes)
    assert check.items == (("inner", "p06.f01"), ("outer", "p05.f01"))


def test_what_two_totals_leave_must_hold_the_rest_of_a_total_across() -> None:
    (check,) = nested(
        figure("p03.f01", "100", "2013/2022"),
        figure("p04.f01", "80", "2013/2018"),
        figure("p05.f01", "70", "2017/2020"),
    )
    assert outcomes([check]) == {"implied-remainder-drugs-seized-2013-2018-2017-2020": "holds"}
    assert check.check_type == "arithmetic"
    assert check.computation == "100 - 80 = 20; 70 - 20 <= 80"
    assert check.finding == (
        "drugs-seized, CN: the totals of 2013/2022 and 2013/2018 leave 20 for the time between; "
        "of the total of 2017/2020 at least 50 must then fall within 2013/2018."
    )
    assert check.items == (*(("inner", "p04.f01"), ("outer", "p03.f01")), ("statement", "p05.f01"))


@pytest.mark.parametrize(
    ("inner", "across", "qualifiers", "found"),
    [
        ("40", "100", "as_stated as_stated as_stated", ["holds"]),
        # a total across that exceeds the whole leaves too much for the inner one
        ("40", "101", "as_stated as_stated as_stated", ["fails", "fails"]),
        ("90", "5", "as_stated as_stated as_stated", ["holds"]),
        ("80", "70", "over as_stated as_stated", ["unclear"]),
        ("80", "70", "as_stated about as_stated", ["unclear"]),
        ("80", "70", "as_stated as_stated nearly", ["unclear"]),
    ],
)
def test_an_implied_remainder_is_unclear_where_a_total_is_qualified(
    inner: str, across: str, qualifiers: str, found: list[str]
) -> None:
    times = [("100", "2013/2022"), (inner, "2013/2018"), (across, "2017/2020")]
    totals = [
        figure(f"p0{number}.f01", *total, qualifier=qualifier)
        for number, (total, qualifier) in enumerate(zip(times, qualifiers.split(), strict=True))
    ]
    assert [check.outcome for check in nested(*totals)] == found


@pytest.mark.parametrize(
    ("inner", "across", "found"),
    [
        ("2013/2018", "2017/2020", 1),
        ("2013/2018", "2017/2022", 2),  # either of the two is the inner one of the other
        ("2017/2022", "2015/2018", 1),
        ("2014/2018", "2017/2020", 0),  # begins after the whole, and ends before it
        ("2013/2018", "2019/2020", 0),  # not across
        ("2013/2018", "2014/2018", 0),  # inside
        ("2013/2018", "2017/2023", 0),  # goes on beyond the whole
        ("2013/2018", "2017/..", 0),
    ],
)
def test_only_a_total_that_reaches_into_what_is_left_is_checked(
    inner: str, across: str, found: int
) -> None:
    totals = [("p03.f01", "100", "2013/2022"), ("p04.f01", "50", inner), ("p05.f01", "30", across)]
    assert len(nested(*(figure(*total) for total in totals))) == found


def test_only_flows_add_up_over_time() -> None:
    figures = [figure("p03.f01", "10"), figure("p04.f01", "9", "2013/2022")]
    assert nested_period_checks(figures, BASES, {"drugs-seized": "stock"}) == []


def test_a_period_without_end_has_no_other_in_it() -> None:
    assert nested(figure("p03.f01", "10"), figure("p04.f01", "9", "2013/..")) == []


def stated(claim_id: str, **terms: str) -> Row:
    """Return a link to one proposition, the same in every respect but the given ones."""
    names = ("actor", "items", "purpose", "value", "unit", "period", "place")
    same = dict.fromkeys(names, "same")
    return Row({"claim_id": claim_id, "proposition_id": "seized", **same, **terms})


@pytest.mark.parametrize(
    ("terms", "cells", "outcome"),
    [
        ({}, {}, "holds"),
        ({"value": "wider"}, {"qualifier": "over"}, "unclear"),
        ({"value": "other"}, {"value_base": "6"}, "fails"),
        ({"period": "none", "place": "none"}, {"value_base": "6"}, "fails"),
        # an actor or purpose in other words changes no number, nor does a longer list
        ({"actor": "wider", "items": "narrower", "purpose": "other"}, {"value_base": "6"}, "fails"),
        # claims of another thing, time or place may give another one
        ({"items": "other"}, {"value_base": "6"}, None),
        *(
            ({name: code}, {"value_base": "6"}, None)
            for name in ("period", "place")
            for code in ("narrower", "wider", "other")
        ),
    ],
)
def test_one_proposition_of_one_thing_time_and_place_has_one_value(
    terms: dict[str, str], cells: dict[str, str], outcome: str | None
) -> None:
    figures = [figure("p03.f01", "5"), figure("p04.f01", "5", **cells)]
    links = [stated("p03.c01"), stated("p04.c01", **terms)]
    found = outcomes(same_proposition_checks(figures, links, BASES, apart))
    assert found == ({"same-proposition-seized": outcome} if outcome else {})


@pytest.mark.parametrize(
    "cells",
    [
        {"qualifier": "order_of"},
        {"value_base": ""},
        # two figures of one claim are not held against each other
        {"claim_id": "p03.c01"},
        {"unit": "case"},
        {"figure_role": "share"},
    ],
    ids=str,
)
def test_a_figure_without_a_partner_of_another_claim_says_nothing(cells: dict[str, str]) -> None:
    figures = [figure("p03.f01", "5"), figure("p04.f01", "6", **cells)]
    links = [stated("p03.c01"), stated("p04.c01")]
    assert same_proposition_checks(figures, links, BASES, apart) == []


def test_measures_of_like_names_have_ids_of_their_own() -> None:
    """An id ends with a hash of all that makes the measure another."""
    figures = [
        figure(f"p0{number}.f0{place}", "5", population=words)
        for number in (3, 4)
        for place, words in enumerate(("drug users", "drug-users", ""))
    ]
    ids = [check.check_id for check in same_measure_checks(figures, BASES, apart)]
    assert len(set(ids)) == 3
    assert {name.rpartition("-")[0] for name in ids} == {MEASURE}
