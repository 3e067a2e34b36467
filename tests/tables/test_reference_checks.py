"""What follows from figure and source is filled; what the post does not give says so."""

from dataclasses import replace

import pytest

from scripts.curation.register_file import Entry
from scripts.curation.registers import file_of
from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.reference_checks import (
    computed_agreements,
    contradictions,
    make_reference_checks,
    target_of,
    verdict,
)
from scripts.tables.row import Origin, Row


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
    rows = rows_of(built, entry, source_period=period, period_agreement="", agreement_reason="")
    assert {row["period_agreement"] for row in rows} == {agreement}


CONTRADICTED = [
    ("decade-cases", {}, set()),
    (
        "arrests-approved",
        {"period_agreement": "same"},
        {("period_agreement", "'same', the numbers give 'differs'")},
    ),
    (
        "teen-deaths-rise",
        {"agreement_reason": ""},
        {("period_agreement", "'not_compared', the numbers give 'differs'")},
    ),
    (
        "decade-cases",
        {"agreement_reason": "So it is."},
        {("agreement_reason", "filled, and everything follows without it")},
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


ASPECTS = ("value", "unit", "period", "scope", "name")
ALL_SAME = dict.fromkeys(ASPECTS, "same")
NONE_COMPARED = dict.fromkeys(ASPECTS, "not_compared")
VERDICTS = [
    (ALL_SAME, "matches"),
    *((ALL_SAME | {one: "differs"}, "differs") for one in ("value", "unit", "period", "scope")),
    (ALL_SAME | {"scope": "part"}, "partly"),
    (ALL_SAME | {"scope": "part", "value": "differs"}, "differs"),
    (NONE_COMPARED | {"scope": "same"}, "matches"),
    (ALL_SAME | {"name": "differs"}, "matches"),  # shown, never decides
    (ALL_SAME | {"qualifier": "differs"}, "matches"),
    (NONE_COMPARED | {"name": "same"}, "matches"),  # nothing but a name was compared
    (NONE_COMPARED | {"name": "differs"}, "differs"),
    (NONE_COMPARED | {"qualifier": "differs"}, ""),
    (NONE_COMPARED, ""),
]


@pytest.mark.parametrize(("aspects", "due"), VERDICTS)
def test_the_verdict_follows_from_value_unit_period_and_scope(
    built: Built, aspects: dict[str, str], due: str
) -> None:
    row = rows_of(built, "decade-cases")[0]
    row |= {f"{name}_agreement": agreement for name, agreement in aspects.items()}
    assert verdict(row) == due
    if due == "matches":
        row["derivation"] = "The sum of two numbers."
        assert verdict(row) == "matches_derived"


def test_without_a_source_the_verdict_is_that_none_was_found(built: Built) -> None:
    (row,) = rows_of(built, "counties-reversed")
    assert (row["source_id"], row["verdict"], row["independence"]) == ("", "not_found", "")


def test_a_verdict_that_does_not_follow_is_told_whatever_reason_is_given(built: Built) -> None:
    row = rows_of(built, "teen-deaths-rise")[0]
    assert row["agreement_reason"] and row["verdict"] == "matches"
    row["verdict"] = "differs"
    assert list(contradictions(row, built.book)) == [
        ("verdict", "is 'differs', the aspects give 'matches'")
    ]


def test_a_source_that_was_compared_in_nothing_is_told(built: Built) -> None:
    row = rows_of(built, "teen-deaths-rise")[0]
    row |= {f"{name}_agreement": "not_compared" for name in ASPECTS}
    row["verdict"] = ""
    assert ("verdict", "nothing was compared") in list(contradictions(row, built.book))


def test_independence_and_search_are_those_of_the_source_and_have_its_lines(built: Built) -> None:
    """They are decided once for all that rests on the source."""
    row = rows_of(built, "decade-cases")[0]
    source = built.curation.registers.sources[row["source_id"]]
    assert row["independence"] == "same_claimant"
    assert row.origin is not None
    for name in ("independence", "searched_on", "query"):
        assert row[name] == source.text(name) != "", name
        assert row.origin.of(name) == Origin(file_of("sources"), source.lines[name]), name


@pytest.mark.parametrize("name", ["independence", "searched_on", "query"])
def test_what_a_check_says_in_place_of_its_source_is_told_with_its_line(
    built: Built, name: str
) -> None:
    entry = built.curation.registers.reference_checks["decade-cases"]
    lines = {**entry.lines, name: entry.line + 3}
    typed = replace(entry, fields={**entry.fields, name: "2026-11-23"}, lines=lines)
    registers = replace(built.curation.registers, reference_checks={"decade-cases": typed})
    _, (found,) = make_reference_checks(registers, built.book)
    assert (found.file, found.line) == (file_of("reference_checks"), entry.line + 3)
    assert found.reason == f"decade-cases: {name} is that of the source"
    assert found.fix == "remove it"


def test_a_source_that_is_nowhere_gives_nothing_and_has_the_line_of_its_name(built: Built) -> None:
    row = rows_of(built, "decade-cases", source="nowhere")[0]
    assert (row["source_id"], row["independence"]) == ("nowhere", "")
    assert row.origin is not None
    assert row.origin.of("source_id").file == file_of("reference_checks")


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


# The differences that were known when the table was begun: figure, claim or name, and what the
# check shows of each aspect. A name or a qualifier that differs beside what agrees decides nothing.
KNOWN = [
    ("p03.f18", "differs", {"unit": "differs"}),
    ("p03.f19", "differs", {"unit": "differs", "scope": "differs"}),
    ("p03.f06", "differs", {"period": "differs"}),
    ("p07.f10", "differs", {"unit": "differs"}),
    ("p17.f13", "differs", {"value": "differs", "unit": "differs"}),
    ("p12.c20", "matches", {"name": "differs"}),
    ("p13.f03", "matches", {"qualifier": "differs"}),
    ("p08.c22", "partly", {"scope": "part"}),
    ("p16.f01", "differs", {"value": "differs"}),
    ("p10.f04", "differs", {"unit": "differs"}),
    ("p14.f03", "differs", {"value": "differs"}),
    ("p05.f13", "differs", {"period": "differs"}),
    ("p05.f08", "differs", {"value": "differs"}),
    ("p05.c44", "differs", {"period": "differs"}),
    ("p05.c61", "matches", {"name": "differs"}),
    ("p04.c14", "differs", {"scope": "differs", "name": "differs"}),
]


@pytest.mark.parametrize(("statement", "due", "aspects"), KNOWN)
def test_a_known_difference_is_there_with_its_aspect(
    built: Built, statement: str, due: str, aspects: dict[str, str]
) -> None:
    found = [
        {name: row[f"{name}_agreement"] for name in aspects}
        for row in built.book.rows("reference_checks")
        if statement in (row["figure_id"], row["claim_id"], row["mention_id"])
        and row["verdict"] == due
    ]
    assert aspects in found, found
