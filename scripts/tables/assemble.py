"""From the curation to all tables of the package."""

from scripts.curation.finding import Finding
from scripts.curation.loading import AGREEMENT, CODED, Curation
from scripts.tables import (
    claim_reviews,
    claims,
    consistency,
    evaluations,
    figures,
    mentions,
    numerals,
    posts,
    propositions,
    reference_checks,
    registers,
    remainders,
    shared_passages,
    taken,
    talking_points,
)
from scripts.tables.book import Book, read_sources
from scripts.tables.derivation import fill
from scripts.tables.row import Origin, Row

__all__ = ["build_tables", "taken"]


def build_tables(curation: Curation) -> tuple[Book, list[Finding]]:
    """Return all tables, and what only the curation shows to be wrong.

    Nothing is checked here that a rule can check on the tables (scripts/rules/).
    """
    book = Book({}, read_sources(curation.registers), curation.unread)
    findings: list[Finding] = []
    tables = book.tables
    tables["codes"] = registers.make_codes(curation.registers)
    for name in ("units", "indicators", "entities", "published_sources", "evaluative_words"):
        tables[name] = registers.make_register_table(name, curation.registers)
    tables["talking_points"] = talking_points.make_talking_points(curation.registers)
    for name, file, rows in (
        ("coding_agreement", AGREEMENT, curation.agreement),
        ("codings", CODED, curation.coded),
    ):
        tables[name] = [Row(row, Origin(str(file), line)) for line, row in enumerate(rows, 2)]
    tables["row_reviews"] = [Row(row, Origin(file, line)) for file, line, row in curation.reviews]

    def add(name: str, made: tuple[list[Row], list[Finding]]) -> None:
        tables.setdefault(name, []).extend(made[0])
        findings.extend(made[1])

    for coded in curation.posts:
        row, wrong = posts.make_post(coded)
        add("posts", ([row], wrong))
        for name, make in _TYPED.items():
            add(name, (make(coded), []))
    for coded in curation.posts:
        add("evaluations", evaluations.make_evaluations(coded, book))
    for name in ("posts", "sentences", "evaluations", *_TYPED):
        fill(book, name)
    for coded in curation.posts:
        findings.extend(figures.needless_lines(coded, book))
        add("numerals", numerals.make_numerals(coded, book))
        add("entity_mentions", mentions.make_entity_mentions(coded, book))
    for coded in curation.posts:
        add("remainders", remainders.make_remainders(coded, book))
        findings.extend(mentions.names_without_account(coded, book))
    findings.extend(talking_points.wrong_examples(curation.registers, book))
    tables["operations"] = registers.make_register_table("operations", curation.registers)
    fill(book, "operations")
    add("reference_checks", reference_checks.make_reference_checks(curation.registers, book))
    add("claim_reviews", claim_reviews.make_claim_reviews(curation.registers, book))
    fill(book, "claim_reviews")
    made = propositions.make_propositions(book, curation.links)
    tables["propositions"], tables["claim_propositions"], wrong = made
    findings.extend(wrong)
    fill(book, "claim_propositions")
    tables["shared_passages"] = shared_passages.make_shared_passages(book)
    checks, items, wrong = consistency.make_consistency(book, curation.consistency)
    findings.extend(wrong)
    tables["consistency_checks"], tables["consistency_items"] = checks, items
    fill(book, "consistency_checks")
    return book, findings


_TYPED = {
    "sentences": posts.make_sentences,
    "claims": claims.make_claims,
    "claim_operations": claims.make_claim_operations,
    "operation_parties": claims.make_operation_parties,
    "figures": figures.make_figures,
    "operation_mentions": mentions.make_operation_mentions,
    "phrases": mentions.make_phrases,
    "talking_point_mentions": talking_points.make_mentions,
}
"""What makes the rows of a post that a coder typed."""
