"""What follows from figure and source is filled; what the post does not give says so."""

from dataclasses import replace

import pytest

from scripts.curation.register_file import Entry
from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.reference_checks import (
    computed_agreements,
    contradictions,
    make_reference_checks,
    target_of,
)
from scripts.tables.row import Row


def rows_of(built: Built, name: str, **fields: str) -> list[Row]:
    """Return the rows of one real entry; '' takes a field away."""
    entry = built.curation.registers.reference_checks[name]
    changed = {key: value for key, value in {**entry.fields, **fields}.items() if value}
    entries = {name: Entry(name, changed, entry.line, entry.lines)}
    registers = replace(built.curation.registers, reference_checks=entries)
    rows, findings = make_reference_checks(registers, built.book)
    assert findings == []
    return rows


def told(built: Built, name: str, **fields: str) -> set[tuple[str, str]]:
    return {
        reason
        for row in rows_of(built, name, **fields)
        for reason in contradictions(row, built.book)
    }


def test_the_rows_are_in_the_order_of_their_ids(built: Built) -> None:
    ids = [row["check_id"] for row in built.book.rows("reference_checks")]
    assert ids == sorted(ids)
    assert len(ids) >= 240


def test_a_check_has_the_lines_of_its_entry(built: Built) -> None:
    first, second, _ = rows_of(built, "decade-cases")
    assert first.origin is not None and second.origin is not None
    assert second.origin.of("check_id").line == first.origin.of("figure_id").line + 1
    assert first.origin.of("source_id").line == first.origin.of("source").line


def test_a_line_without_the_form_of_a_check_is_named(built: Built) -> None:
    checks = ("r001 p03.f08", "r1 p03.f08")
    entry = Entry("decade-cases", {"checks": checks}, 7, {"checks 1": 9, "checks 2": 10})
    registers = replace(built.curation.registers, reference_checks={"decade-cases": entry})
    rows, (found,) = make_reference_checks(registers, built.book)
    assert len(rows) == 1
    assert (found.line, found.fix) == (10, "write 'r001 p03.f08'")
    assert "'r1 p03.f08' does not have the form of a check" in found.reason


def test_aspects_that_follow_are_filled_and_typed_ones_stay(built: Built) -> None:
    filled = rows_of(built, "decade-cases")[0]
    aspects = ("value", "qualifier", "unit", "period", "scope", "name")
    assert [filled[f"{name}_agreement"] for name in aspects] == [*["same"] * 5, "not_compared"]
    other = rows_of(built, "decade-cases", source_value="1170000")[0]
    assert other["value_agreement"] == "differs"
    typed = rows_of(built, "decade-cases", value_agreement="differs")[0]
    assert typed["value_agreement"] == "differs"


@pytest.mark.parametrize("value", ["many", "NaN", "Infinity", "1e999999999"])
def test_what_is_not_a_number_is_compared_with_nothing(built: Built, value: str) -> None:
    row = rows_of(built, "decade-cases", source_value=value)[0]
    assert (row["source_value"], row["value_agreement"]) == (value, "")


@pytest.mark.parametrize("period", ["2013-02-30", "last year"])
def test_what_is_not_a_period_is_compared_with_nothing(built: Built, period: str) -> None:
    assert rows_of(built, "decade-cases", source_period=period)[0]["period_agreement"] == ""


def test_what_the_post_does_not_give_is_said_as_it_is(built: Built) -> None:
    """A name lacks them by its nature; words for a time without a date are a time all the same."""
    reasons = {
        row["check_id"]: row["not_compared_reason"] for row in built.book.rows("reference_checks")
    }
    assert reasons["r192"] == "A name has no value, unit or period."
    assert reasons["r041"] == "The post gives no period that can be dated."


DAYS = [
    ("case-330", "2002-04-05/2002-04-10", "same"),  # days of the month that the post names
    ("case-330", "2002-03-30/2002-04-10", "differs"),
    ("narcotic-regulation-2005", "2005-08-03", "same"),  # a day of the year that the post names
    ("narcotic-regulation-2005", "2005-08", "differs"),  # a month is not a day
    ("burundi", "2024-09-07", "same"),  # a day after the beginning that the post names
    ("myanmar-fugitives", "2023-12-28", "same"),  # a day before the end that the post names
    ("myanmar-fugitives", "2024-01-01", "differs"),
    ("myanmar-fugitives", "2023-12-01/2023-12-28", "differs"),  # a count of days is not the whole
]


@pytest.mark.parametrize(("entry", "period", "agreement"), DAYS)
def test_the_day_of_a_source_agrees_with_the_longer_time_of_a_post(
    built: Built, entry: str, period: str, agreement: str
) -> None:
    rows = rows_of(built, entry, source_period=period, period_agreement="", verdict_reason="")
    assert {row["period_agreement"] for row in rows} == {agreement}


CONTRADICTED = [
    ("decade-cases", {}, set()),
    (
        "decade-cases",
        {"verdict": "differs"},
        {("verdict", "'differs', the aspects give 'matches'")},
    ),
    ("decade-users-found", {"verdict": "matches"}, {("verdict", "'matches', the aspects give")}),
    ("new-users-fall", {"derivation": ""}, {("verdict", "'matches_derived', the aspects give 'm")}),
    (
        "overdose-2022-predicted",
        {"verdict_reason": ""},
        {("verdict", "'partly', the aspects give")},
    ),
    (
        "arrests-approved",
        {"period_agreement": "same"},
        {
            ("period_agreement", "'same', the numbers give 'differs'"),
            ("verdict", "'differs', the aspects give 'matches'"),
        },
    ),
    (
        "decade-cases",
        {"verdict_reason": "So it is."},
        {("verdict_reason", "filled, and everything follows without it")},
    ),
    ("decade-cases", {"scope_agreement": ""}, set()),  # nothing can be said yet
]


@pytest.mark.parametrize(("entry", "fields", "expected"), CONTRADICTED)
def test_what_is_typed_against_the_numbers_says_why(
    built: Built, entry: str, fields: dict[str, str], expected: set[tuple[str, str]]
) -> None:
    found = {
        (column, reason.removeprefix("is ")) for column, reason in told(built, entry, **fields)
    }
    assert len(found) == len(expected), found
    for column, words in expected:
        assert any(c == column and r.startswith(words) for c, r in found), found


def test_a_target_that_is_nowhere_is_compared_with_nothing(built: Built) -> None:
    row = Row({**rows_of(built, "decade-cases")[0], "figure_id": "p03.f99"})
    assert target_of(row, built.book) is None
    assert list(contradictions(row, built.book)) == []


def test_a_unit_without_a_register_has_no_base(built: Built) -> None:
    row = rows_of(built, "decade-cases")[0]
    target = target_of(row, built.book)
    assert target is not None
    book = Book({"units": []}, built.book.sources)
    assert computed_agreements(row, target, book)["value_agreement"] == "same"


# The differences that were known when the table was begun: figure, claim or name, and the aspects.
KNOWN = [
    ("p03.f18", ["unit"]),
    ("p03.f19", ["unit", "scope"]),
    ("p03.f06", ["period"]),
    ("p07.f10", ["unit"]),
    ("p17.f13", ["value", "unit"]),
    ("p12.c20", ["name"]),
    ("p13.f03", ["qualifier"]),
    ("p08.c22", ["scope"]),
    ("p16.f01", ["value"]),
    ("p10.f04", ["unit"]),
    ("p14.f03", ["value"]),
    ("p05.f13", ["period"]),
    ("p05.f08", ["value"]),
    ("p05.c44", ["period"]),
    ("p05.c61", ["name"]),
    ("p04.c14", ["scope", "name"]),
]


@pytest.mark.parametrize(("statement", "aspects"), KNOWN)
def test_a_known_difference_is_there_with_its_aspect(
    built: Built, statement: str, aspects: list[str]
) -> None:
    found = [
        {name.removesuffix("_agreement") for name, cell in row.items() if cell == "differs"}
        for row in built.book.rows("reference_checks")
        if statement in (row["figure_id"], row["claim_id"], row["mention_id"])
        and row["verdict"] == "differs"
    ]
    assert any(set(aspects) <= differing for differing in found), found
