"""What the checks of a claim and of its figures come to, and what only a reader can decide."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from scripts.curation.finding import Finding
from scripts.curation.register_file import Entry
from scripts.curation.registers import file_of
from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.claim_reviews import (
    conclude,
    conclusion,
    justification,
    make_claim_reviews,
    not_checkable_reason,
)
from scripts.tables.derivation import differing_cells
from scripts.tables.row import Row, Tables

READER = None
# Illinois as the next state to legalise: a claim with one figure.
CLAIM, FIGURE = "p05.c44", "p05.f11"


def check(words: str, **cells: str) -> Row:
    """Return a check of a verdict, an independence and a status of the count: 'differs repeats'."""
    verdict, independence, status = [*words.split(), "", ""][:3]
    empty = dict.fromkeys(("figure_id", "claim_id", "mention_id", "source_id"), "")
    said = {"verdict": verdict, "independence": independence, "count_status": status}
    return Row(empty | said | cells)


def judged(built: Built, own: Sequence[str], of_figure: Sequence[str], **cells: str) -> str | None:
    """Return the conclusion on a real claim whose words and whose figure have other checks."""
    claim = Row({**built.book.by_id("claims")[CLAIM], **cells})
    checks = [
        *(check(words, claim_id=CLAIM) for words in own),
        *(check(words, figure_id=FIGURE) for words in of_figure),
    ]
    tables: Tables = {
        "claims": [claim],
        "figures": [built.book.by_id("figures")[FIGURE]],
        "reference_checks": checks,
    }
    return conclusion(Row({"claim_id": CLAIM}), Book(tables, built.book.sources))


ONE_STATEMENT = [
    (["matches independent"], "supported"),
    (["matches tertiary"], "supported"),
    (["matches_derived independent"], "supported"),
    (["matches same_claimant"], "supported_by_claimant_only"),
    (["matches repeats"], "supported_by_claimant_only"),
    (["matches_derived repeats"], "supported_by_claimant_only"),
    (["matches repeats", "matches independent"], "supported"),
    (["matches repeats", "matches tertiary"], "supported_by_claimant_only"),
    # what covers a part speaks neither for nor against what covers the whole
    (["matches repeats", "partly independent"], "supported_by_claimant_only"),
    (["partly independent", "partly repeats"], "partly"),
    (["differs independent", "differs repeats"], "differs"),
    (["matches repeats", "differs independent"], READER),
    (["partly repeats", "differs independent"], READER),
    (["not_found"], "not_found"),
    (["not_found", "matches repeats"], "supported_by_claimant_only"),
    (["not_found", "differs repeats"], "differs"),
    # a count that was not final is passed over where there is another, and only there
    (["differs repeats predicted", "matches repeats final"], "supported_by_claimant_only"),
    (["matches repeats provisional", "differs repeats final"], "differs"),
    (["matches repeats provisional", "differs repeats"], "differs"),
    (["differs repeats provisional", "matches repeats predicted"], READER),
    (["differs repeats predicted", "not_found"], "differs"),
]


@pytest.mark.parametrize(("checks", "due"), ONE_STATEMENT)
def test_the_checks_of_one_statement_come_to_a_conclusion_or_leave_it_to_a_reader(
    checks: list[str], due: str | None
) -> None:
    rows = [check(words) for words in checks]
    assert conclude(rows) == due
    assert conclude(rows[::-1]) == due, "in another order"


MATCHES, CLAIMANT = ["matches independent"], ["matches repeats"]
PARTLY, DIFFERS, NOT_FOUND = ["partly repeats"], ["differs repeats"], ["not_found"]
TOGETHER = [
    (MATCHES, MATCHES, "supported"),
    (MATCHES, [], "supported"),
    (MATCHES, CLAIMANT, "supported_by_claimant_only"),
    (MATCHES, NOT_FOUND, "partly"),
    (MATCHES, PARTLY, "partly"),
    (CLAIMANT, NOT_FOUND, "partly"),
    (PARTLY, NOT_FOUND, "partly"),
    (DIFFERS, NOT_FOUND, "differs"),
    (DIFFERS, DIFFERS, "differs"),
    (NOT_FOUND, NOT_FOUND, "not_found"),
    # '' stands for what only a reader can decide: it is no conclusion
    (MATCHES, DIFFERS, ""),
    (PARTLY, DIFFERS, ""),
    ([*MATCHES, *DIFFERS], [], ""),
    ([*MATCHES, *DIFFERS], NOT_FOUND, ""),
]


@pytest.mark.parametrize(("one", "other", "due"), TOGETHER)
def test_the_conclusions_on_a_claim_and_on_its_figures_come_together(
    built: Built, one: list[str], other: list[str], due: str
) -> None:
    assert judged(built, one, other) == due
    assert judged(built, other, one) == due, "the other way round"


UNTRIED = [
    ({}, "not_tried"),
    ({"mode": "forecast"}, "not_checkable"),
    ({"mode": "counterfactual"}, "not_checkable"),
    ({"claim_type": "opinion"}, "not_checkable"),
]


@pytest.mark.parametrize(("cells", "due"), UNTRIED)
def test_what_nobody_compared_is_not_tried_or_cannot_be_checked(
    built: Built, cells: dict[str, str], due: str
) -> None:
    assert judged(built, [], [], **cells) == due
    assert judged(built, ["matches independent"], [], **cells) == "supported"


def test_nothing_is_said_of_a_claim_that_is_nowhere(built: Built) -> None:
    row = Row({"claim_id": "p05.c99", "conclusion": ""})
    assert conclusion(row, built.book) is None
    assert justification(row, built.book) is None
    assert not_checkable_reason(row, built.book) == ""


# A real claim of each conclusion, with what is said of it.
REAL = [
    ("p01.c01", "not_tried", "No source was looked for."),
    ("p01.c19", "not_checkable", "It is about what somebody thinks, feels or aims at."),
    ("p01.c33", "not_found", "No source was found where it was looked for."),
    ("p01.c12", "differs", "Another period in China News Service (2004-06-26, repeats)."),
    ("p03.c34", "differs", "Another unit and scope in China Narcotics Control Net (中国禁毒网) ("),
    (
        *("p04.c08", "partly"),
        "A part of it in Centers for Disease Control and Prevention (same claimant).",
    ),
    (
        *("p04.c13", "supported"),
        "The same in Office of Senator Joe Manchin, United States Senate (2016-12-13, independ",
    ),
    # of a publisher that is not shown, what the source is
    (
        *("p01.c17", "supported_by_claimant_only"),
        "The same in [Abstract of a journal article on HIV infections reported by the end of 2001]",
    ),
]


@pytest.mark.parametrize(("claim", "concluded", "said"), REAL)
def test_a_real_claim_has_its_conclusion_and_the_sources_that_it_rests_on(
    built: Built, claim: str, concluded: str, said: str
) -> None:
    row = built.book.by_id("claim_reviews")[claim]
    assert (row["conclusion"], row["conclusion_reason"]) == (concluded, "")
    assert row["justification"].startswith(said), row["justification"]


def test_sources_that_agree_come_first_and_each_is_named_once(built: Built) -> None:
    """Whatever the order of the checks; one that covers a part comes next."""
    row = built.book.by_id("claim_reviews")["p07.c18"]
    sentences = row["justification"].split(". ")
    begins = ("The same in ", "A part of it in ", "Another value in ")
    assert len(sentences) == len(begins), sentences
    for sentence, words in zip(sentences, begins, strict=True):
        assert sentence.startswith(words), sentence
    twice = [
        (row["claim_id"], sentence)
        for row in built.book.rows("claim_reviews")
        for sentence in row["justification"].removesuffix(".").split(". ")
        for names in [sentence.partition(" in ")[2].split("; ")]
        if len(names) != len(set(names))
    ]
    assert twice == []


def test_every_claim_has_one_review(built: Built) -> None:
    ids = {name: [row["claim_id"] for row in built.book.rows(name)] for name in NAMES}
    assert ids["claim_reviews"] == ids["claims"]


NAMES = ("claim_reviews", "claims")


def test_sources_contradict_each_other_only_where_a_reader_says_so(built: Built) -> None:
    unsaid = [
        row["claim_id"]
        for row in built.book.rows("claim_reviews")
        if row["conclusion"] == "contested" and not row["conclusion_reason"]
    ]
    assert unsaid == []


def reviewed(built: Built, book: Book, *entries: Entry) -> tuple[dict[str, Row], list[Finding]]:
    registers = replace(
        built.curation.registers, claim_reviews={entry.id: entry for entry in entries}
    )
    rows, findings = make_claim_reviews(registers, book)
    return {row["claim_id"]: row for row in rows}, findings


def test_what_a_reader_decides_has_the_lines_of_its_entry(built: Built) -> None:
    (entry,) = (one for one in built.curation.registers.claim_reviews.values() if one.id == CLAIM)
    rows, findings = reviewed(built, built.book, entry)
    assert findings == []
    row = rows[CLAIM]
    assert (row["conclusion"], row["conclusion_reason"]) == ("partly", entry.text("reason"))
    assert row.origin is not None
    found = [row.origin.of(name) for name in ("claim_id", "conclusion", "conclusion_reason")]
    assert [one.file for one in found] == [file_of("claim_reviews")] * 3
    assert [one.line for one in found] == [entry.line, entry.line + 1, entry.line + 2]


def test_a_claim_without_an_entry_has_the_line_of_the_claim(built: Built) -> None:
    row = reviewed(built, built.book)[0]["p01.c01"]
    assert row.origin == built.book.by_id("claims")["p01.c01"].origin
    assert row["conclusion"] == ""


def test_a_decision_on_what_is_no_claim_is_told_unless_its_post_could_not_be_read(
    built: Built,
) -> None:
    entry = Entry("p05.c99", {"conclusion": "partly", "reason": "Some of it."}, 7, {})
    _, (found,) = reviewed(built, built.book, entry)
    reason = "unknown claim p05.c99; nearest: p05.c69, p05.c59"
    fix = "correct it, or add it to the file of its post"
    assert found == Finding(file_of("claim_reviews"), 7, reason=reason, fix=fix)
    unread = Book(built.book.tables, built.book.sources, frozenset({"p05"}))
    assert reviewed(built, unread, entry)[1] == []


BROKEN = [
    ("p01.c12", {"conclusion": "supported"}, "conclusion", "differs"),
    # a reader has to decide, and has given no reason
    (CLAIM, {"conclusion_reason": ""}, "conclusion", ""),
    ("p01.c12", {"justification": "It is so."}, "justification", "Another period in China News"),
    ("p01.c19", {"not_checkable_reason": "So."}, "not_checkable_reason", "It is about what som"),
    ("p01.c12", {"not_checkable_reason": "So."}, "not_checkable_reason", ""),
]


@pytest.mark.parametrize(("claim", "cells", "column", "due"), BROKEN)
def test_a_review_that_does_not_follow_from_the_checks_is_named(
    built: Built, tables: Tables, claim: str, cells: dict[str, str], column: str, due: str
) -> None:
    book = Book(tables, built.book.sources)
    book.by_id("claim_reviews")[claim].update(cells)
    ((one, row, cell),) = differing_cells(book)
    assert (one.table, one.column, row["claim_id"]) == ("claim_reviews", column, claim)
    assert cell.startswith(due) and bool(cell) == bool(due), cell


def test_a_reader_may_conclude_what_the_checks_leave_open(built: Built, tables: Tables) -> None:
    book = Book(tables, built.book.sources)
    book.by_id("claim_reviews")[CLAIM]["conclusion"] = "contested"
    assert list(differing_cells(book)) == []
