"""A reference check is refused where figure, source, aspects and verdict do not fit together."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scripts.checks.reading_tables import TextTables, read_text_tables
from scripts.checks.references import check_references
from scripts.curation.registers import Entry, Registers
from scripts.description.cache import load_table_schemas
from scripts.output.documents import make_reference_summary
from scripts.tables.annotated import Row
from scripts.tables.reference_checks import make_reference_checks

Tables = dict[str, list[Row]]
Refused = Callable[..., list[str]]


@pytest.fixture(scope="session")
def package(built_project: Path) -> TextTables:
    """All tables of the real package as text."""
    tables, unreadable = read_text_tables(built_project, load_table_schemas())
    assert unreadable == []
    return tables


def entry_of(registers: Registers, identifier: str, **fields: Any) -> Registers:
    """Return the registers with one entry of reference_checks, without the fields that are None."""
    entry = registers.reference_checks[identifier]
    changed = {k: v for k, v in ({**entry.fields} | fields).items() if v is not None}
    return replace(registers, reference_checks={identifier: Entry(identifier, changed, 7)})


@pytest.fixture
def messages(registers: Registers, package: TextTables) -> Refused:
    """A function that changes fields of one real entry and returns what is said against it."""

    def said(identifier: str, **fields: Any) -> list[str]:
        tables: Any = package
        _, problems = make_reference_checks(entry_of(registers, identifier, **fields), tables)
        assert all(problem.line == 7 for problem in problems), problems
        return [problem.message for problem in problems]

    return said


def test_every_real_entry_holds(registers: Registers, package: TextTables) -> None:
    tables: Any = package
    rows, problems = make_reference_checks(registers, tables)
    assert problems == []
    ids = [str(row["check_id"]) for row in rows]
    assert ids == sorted(ids), "the rows stand in the order of their ids"
    assert len(rows) >= 120
    assert check_references(package) == []


BROKEN = [
    # a wrong verdict
    ("decade-cases", {"verdict": "differs"}, "is 'differs', follows as 'matches'"),
    ("decade-users-found", {"verdict": "matches"}, "is 'matches', follows as 'differs'"),
    ("new-users-fall", {"derivation": None}, "is 'matches_derived', follows as 'matches'"),
    ("decade-cases", {"verdict_reason": "So it is."}, "everything follows without it"),
    ("overdose-2022-predicted", {"verdict_reason": None}, "is 'partly', follows as 'differs'"),
    # the source's number is another than was written
    ("decade-cases", {"source_value": "1170000"}, "is 'matches', follows as 'differs'"),
    ("decade-cases", {"source_value": "many"}, "source_value 'many' is no number"),
    ("decade-cases", {"value_agreement": "differs"}, "is 'differs', follows as 'same'"),
    ("arrests-approved", {"period_agreement": "same"}, "is 'same', follows as 'differs'"),
    # a day outside the time of the post; days that are counted; a month for a year
    ("case-330", {"source_period": "2002-03-30/2002-04-10"}, "is 'matches', follows as 'differs'"),
    ("myanmar-fugitives", {"source_period": "2024-01-01"}, "is 'matches', follows as 'differs'"),
    (
        "myanmar-fugitives",
        {"source_period": "2023-12-01/2023-12-28"},
        "is 'matches', follows as 'differs'",
    ),
    ("narcotic-regulation-2005", {"source_period": "2005-08"}, "follows as 'differs'"),
    # a missing aspect: a verdict on digits alone
    ("decade-cases", {"source_period": None}, "period_agreement: is not stated"),
    ("decade-cases", {"source_value": None}, "unit_agreement: is not stated"),
    ("decade-cases", {"scope_agreement": None}, "scope_agreement: is not stated"),
    ("decade-cases", {"source_unit": None}, "needs its qualifier and its unit"),
    ("decade-cases", {"source_unit": "stone"}, "unknown unit 'stone'"),
    ("illinois-rank", {"not_compared_reason": None}, "needs a not_compared_reason"),
    # dangling
    ("decade-cases", {"source": "xinhua-1066"}, "no source 'xinhua-1066'"),
    ("decade-cases", {"checks": ("r001 p03.f99",)}, "p03.f99 is nowhere in the posts' tables"),
    ("situation-2018", {"checks": ("r001 p10.c99",)}, "p10.c99 is nowhere in the posts' tables"),
    ("operation-topaz", {"checks": ("r001 p01.m99",)}, "p01.m99 is nowhere in the posts' tables"),
    ("decade-cases", {"checks": ("r1 p03.f08",)}, "no check of the form 'r001 p03.f08'"),
    ("decade-cases", {"checks": ("r001 p03.f08", "r001 p15.f07")}, "r001 also belongs to"),
    # not found, and yet a source; or the other way round
    ("notice-1963", {"source": "cdc-opioid-epidemic"}, "not_found names no source"),
    ("notice-1963", {"searched_on": None}, "not_found says when it was looked for"),
    ("notice-1963", {"scope_agreement": "same"}, "nothing was found to compare"),
    ("decade-cases", {"source": None}, "only not_found has no source"),
    ("decade-cases", {"searched_on": "2026-11-23"}, "goes with not_found only"),
    # who says so, and how sure it is
    ("decade-cases", {"independence": None}, "independence: is missing"),
    ("decade-cases", {"confidence": None}, "confidence: is missing"),
    ("humen-chests", {"confidence": "high"}, "a tertiary source gives medium confidence at most"),
]


@pytest.mark.parametrize(("entry", "fields", "message"), BROKEN)
def test_a_broken_entry_is_refused_with_its_reason(
    messages: Refused, entry: str, fields: dict[str, Any], message: str
) -> None:
    found = messages(entry, **fields)
    assert [text for text in found if message in text], found
    assert all(text.startswith(f"{entry}") for text in found), found


def test_the_unbroken_entries_are_not_refused(messages: Refused) -> None:
    said = {entry: messages(entry) for entry, _, _ in BROKEN}
    assert not any(said.values()), said


DAYS = [
    ("case-330", "2002-04-05/2002-04-10"),  # days of the month that the post names
    ("narcotic-regulation-2005", "2005-08-03"),  # a day of the year that the post names
    ("burundi", "2024-09-07"),  # a day after the beginning that the post names
    ("myanmar-fugitives", "2023-12-28"),  # a day before the end that the post names
]


@pytest.mark.parametrize(("entry", "day"), DAYS)
def test_the_day_of_a_source_agrees_with_the_longer_time_of_a_post(
    registers: Registers, package: TextTables, entry: str, day: str
) -> None:
    tables: Any = package
    rows, _ = make_reference_checks(entry_of(registers, entry), tables)
    found = {(row["source_period"], row["period_agreement"]) for row in rows}
    assert found == {(day, "same")}


def test_what_the_post_does_not_give_is_said_as_it_is(package: TextTables) -> None:
    """A name lacks them by its nature; words for a time without a date are a time all the same."""
    reasons = {row["check_id"]: row["not_compared_reason"] for row in package["reference_checks"]}
    assert reasons["r192"] == "A name has no value, unit or period."
    assert reasons["r041"] == "The post gives no period that can be dated."


def test_no_match_has_an_aspect_that_differs(package: TextTables) -> None:
    matches = [row for row in package["reference_checks"] if row["verdict"].startswith("matches")]
    assert len(matches) > 100
    differing = [
        row["check_id"]
        for row in matches
        if "differs" in [cell for name, cell in row.items() if name.endswith("_agreement")]
    ]
    assert differing == []


TAMPERED = [
    ("r001", "verdict", "differs", "is 'differs', follows as 'matches'"),
    ("r001", "source_value", "1170000", "follows as 'differs'"),
    ("r001", "source_id", "xinhua-1066", "no source 'xinhua-1066'"),
    ("r001", "source_id", "", "only not_found has no source"),
    ("r001", "figure_id", "p03.f99", "p03.f99 is nowhere"),
    ("r001", "claim_id", "p03.c01", "a check is of exactly one figure, claim or mention"),
    ("r001", "period_agreement", "", "is not stated"),
    ("r001", "unit_agreement", "not_compared", "needs a not_compared_reason"),
]


@pytest.mark.parametrize(("check", "column", "cell", "reason"), TAMPERED)
def test_a_tampered_row_is_found_in_the_package(
    package: TextTables, check: str, column: str, cell: str, reason: str
) -> None:
    rows = [
        row | {column: cell} if row["check_id"] == check else row
        for row in package["reference_checks"]
    ]
    findings = check_references({**package, "reference_checks": rows})
    assert [f for f in findings if f.row == check and reason in f.reason], findings


def test_the_address_of_a_reprint_is_found_in_the_package(package: TextTables) -> None:
    sources = [
        row | {"address": "https://example.org/"} if row["source_type"] == "reprint" else row
        for row in package["published_sources"]
    ]
    findings = check_references({**package, "published_sources": sources})
    assert {f.reason for f in findings} == {"a reprint has no address"}
    assert len(findings) == sum(row["source_type"] == "reprint" for row in sources)


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
    package: TextTables, statement: str, aspects: list[str]
) -> None:
    found = [
        {name.removesuffix("_agreement") for name, cell in row.items() if cell == "differs"}
        for row in package["reference_checks"]
        if statement in (row["figure_id"], row["claim_id"], row["mention_id"])
        and row["verdict"] == "differs"
    ]
    assert any(set(aspects) <= differing for differing in found), found


def test_sources_that_cannot_be_found_again_count_apart() -> None:
    sources: list[Row] = [
        {"source_id": "named", "retrievable": "yes"},
        {"source_id": "lost", "retrievable": "no"},
    ]
    blank: Row = dict.fromkeys(("figure_id", "claim_id", "mention_id"))
    same: Row = {"source_id": "named", "independence": "same_claimant"}
    checks: list[Row] = [
        blank | same | {"figure_id": "p03.f08", "verdict": "matches"},
        blank | same | {"figure_id": "p03.f18", "verdict": "differs"},
        blank | same | {"figure_id": "p03.f31", "verdict": "matches", "source_id": "lost"},
        blank | same | {"claim_id": "p10.c09", "verdict": "not_found", "source_id": None},
    ]
    summary = make_reference_summary({"published_sources": sources, "reference_checks": checks})
    assert "| all | 2 | 0 | 2 |" in summary
    assert "| `matches` | 1 | 0 | 1 |" in summary
    for words in (
        "Statements checked against a source: 2; of these, statements that differ from one: 1.",
        "Statements looked for and not found: 1.",
        "not counted above: 1.",
    ):
        assert words in summary, summary
