"""Rows that point at each other agree: operations, propositions, checks, units, codings."""

from collections.abc import Iterator

from schemas.reference_checks import TARGETS
from scripts.curation.finding import Finding
from scripts.rules.compare import compare_rows
from scripts.rules.rule import rule, wrong
from scripts.tables.book import Book
from scripts.tables.claim_terms import StatedClaim, terms_of, wrong_agreements
from scripts.tables.consistency import computed, machine_rows
from scripts.tables.propositions import same_words
from scripts.tables.reference_checks import contradictions
from scripts.tables.row import Row, span_of


@rule
def claims_are_about_the_operations_they_name(book: Book) -> Iterator[Finding]:
    """A claim whose words name an operation is about it."""
    for mention in book.rows("operation_mentions"):
        start, end = span_of(mention)
        for claim in book.of("claims", "sentence_id", mention["sentence_id"]):
            first, last = span_of(claim)
            links = book.of("claim_operations", "claim_id", claim["claim_id"])
            linked = {link["operation_id"] for link in links}
            name = mention["operation_id"]
            known = book.get("operations", name)
            if known and first <= start and end <= last and name not in linked:
                reason = f"its words name {name} ({mention['mention_id']}), and no link says so"
                yield wrong("claims", claim, "quote", reason, f"add 'about {name}'")


def _claims_post(claim_id: str) -> str:
    return claim_id.partition(".")[0]


@rule
def posts_mention_the_operations_of_their_claims(book: Book) -> Iterator[Finding]:
    """A post whose claim is about an operation names it somewhere."""
    named = {(row["post_id"], row["operation_id"]) for row in book.rows("operation_mentions")}
    for row in book.rows("claim_operations"):
        post = _claims_post(row["claim_id"])
        known = book.get("operations", row["operation_id"])
        if known and (post, row["operation_id"]) not in named and post not in book.unread:
            reason = f"{post} does not mention {row['operation_id']}"
            yield wrong("claim_operations", row, "operation_id", reason, "add the mention (@)")


@rule
def parties_belong_to_an_operation_of_their_claim(book: Book) -> Iterator[Finding]:
    """The claim that shows a party is about the operation, and its post mentions the party."""
    links = {(row["claim_id"], row["operation_id"]) for row in book.rows("claim_operations")}
    named = {(row["post_id"], row["entity_id"]) for row in book.rows("entity_mentions")}
    for row in book.rows("operation_parties"):
        post = _claims_post(row["claim_id"])
        known = book.get("operations", row["operation_id"])
        if known and (row["claim_id"], row["operation_id"]) not in links:
            reason = f"{row['claim_id']} is not about {row['operation_id']}"
            yield wrong("operation_parties", row, "claim_id", reason, "add 'about OPERATION'")
        known = book.get("entities", row["entity_id"])
        if known and (post, row["entity_id"]) not in named and post not in book.unread:
            reason = f"{post} does not mention {row['entity_id']}"
            yield wrong("operation_parties", row, "entity_id", reason, "name another party")


@rule
def agreements_follow_from_the_terms(book: Book) -> Iterator[Finding]:
    """What a claim differs in from the common form of its proposition follows from its figures.

    The agreement is filled where, and only where, other claims assert the same.
    """
    for proposition in book.rows("propositions"):
        claims = book.of("claims", "proposition_id", proposition["proposition_id"])
        odd = [claim for claim in claims if bool(claim["claim_agreement"]) != (len(claims) > 1)]
        for claim in odd:
            reason = "is filled, and no other claim asserts the same"
            if not claim["claim_agreement"]:
                reason = "is empty, and other claims assert the same"
            fix = "add the other claims, or remove the group"
            yield wrong("claims", claim, "claim_agreement", reason, fix)
        if odd or len(claims) < 2:
            continue
        stated = []
        for claim in claims:
            figures = book.of("figures", "claim_id", claim["claim_id"])
            terms = terms_of(claim, figures)
            stated.append(StatedClaim(claim["claim_id"], claim["claim_agreement"], terms))
        for claim_id, reason in wrong_agreements(stated):
            row = book.by_id("claims")[claim_id]
            fix = "correct the code, or the claim"
            yield wrong("claims", row, "claim_agreement", reason, fix)


@rule
def verbatim_pairs_have_the_same_words(book: Book) -> Iterator[Finding]:
    """Two sentences are `verbatim` where, and only where, they have the same words in order."""
    for row in book.rows("parallels"):
        quotes = [book.words_of(row[key]) for key in ("sentence_id", "other_sentence_id")]
        if all(quotes) and same_words(*quotes) != (row["relation"] == "verbatim"):
            reason = "the sentences have the same words"
            if row["relation"] == "verbatim":
                reason = "the sentences have other words"
            fix = "verbatim means the same words in order"
            yield wrong("parallels", row, "relation", reason, fix)


@rule
def machine_checks_follow_from_the_figures(book: Book) -> Iterator[Finding]:
    """The checks found by machine, and their items, are those that the figures give."""
    if not book.all_texts_present:
        return  # the posts' own categories are part of a measure, and some are withheld
    checks, items = machine_rows(book)
    given = [row for row in book.rows("consistency_checks") if row["found_by"] == "machine"]
    yield from compare_rows("consistency_checks", given, checks, "the comparison of figures")
    ids = {row["check_id"] for row in given}
    own = [row for row in book.rows("consistency_items") if row["check_id"] in ids]
    due = [row for row in items if row["check_id"] in ids]
    yield from compare_rows("consistency_items", own, due, "the comparison of figures")


@rule
def formulas_can_be_computed(book: Book) -> Iterator[Finding]:
    """A formula has a known form and names figures with values; without one there is an outcome."""
    for row in book.rows("consistency_checks"):
        words = row["formula"].split()
        try:
            if words and not any(word.partition(".")[0] in book.unread for word in words):
                computed(row, book)
        except (ValueError, ArithmeticError) as error:
            yield wrong("consistency_checks", row, "formula", str(error), "correct it")


@rule
def checks_have_items_of_their_own(book: Book) -> Iterator[Finding]:
    """Every check has items, numbered from 1; its reference check is of one of them."""
    for row in book.rows("consistency_checks"):
        items = book.of("consistency_items", "check_id", row["check_id"])
        numbers = [item["item_number"] for item in items]
        due = [str(number) for number in range(1, len(items) + 1)]
        if not items or numbers != due:
            reason = f"has the items {', '.join(numbers) or 'none'}, not 1 and up"
            yield wrong("consistency_checks", row, "check_id", reason, "name its items")
        check = book.get("reference_checks", row["reference_check_id"])
        of = {check[target] for target in TARGETS} - {""} if check else set()
        if check and not any(item[target] in of for item in items for target in TARGETS):
            reason = f"{row['reference_check_id']} is of none of its items"
            yield wrong("consistency_checks", row, "reference_check_id", reason, "name another")


@rule
def verdicts_follow_from_the_sources(book: Book) -> Iterator[Finding]:
    """Aspects and verdict of a reference check follow from the numbers, or a reason says why not.

    A tertiary source gives medium confidence at most; where nothing was found, nothing is compared.
    """
    for row in book.rows("reference_checks"):
        source = book.get("published_sources", row["source_id"])
        if source and source["source_type"] == "tertiary" and row["confidence"] == "high":
            reason = "a tertiary source gives medium confidence at most"
            yield wrong("reference_checks", row, "confidence", reason, "write medium or low")
        if row["verdict"] == "not_found" and row["source_value"]:
            reason = "nothing was found to compare"
            yield wrong("reference_checks", row, "source_value", reason, "remove it")
        for column, reason in contradictions(row, book):
            fix = "correct it, or say why in verdict_reason"
            yield wrong("reference_checks", row, column, reason, fix)


@rule
def base_units_are_bases(book: Book) -> Iterator[Finding]:
    """A base unit is its own base unit, and measures what the unit measures."""
    for row in book.rows("units"):
        base = book.get("units", row["base_unit"])
        for column, due in (
            ("base_unit", row["base_unit"]),
            ("quantity_kind", row["quantity_kind"]),
        ):
            if base and base[column] != due:
                reason = f"{base['unit']} has the {column} {base[column]}, not {due}"
                yield wrong("units", row, "base_unit", reason, "name another base unit")


@rule
def indicators_have_units_of_their_kind(book: Book) -> Iterator[Finding]:
    """Some unit has the quantity kind of an indicator."""
    kinds = {row["quantity_kind"] for row in book.rows("units")}
    for row in book.rows("indicators"):
        if row["quantity_kind"] not in kinds:
            reason = f"no unit has the quantity_kind {row['quantity_kind']}"
            yield wrong("indicators", row, "quantity_kind", reason, "name that of a unit")


@rule
def fields_were_compared_on_all_matched_units(book: Book) -> Iterator[Finding]:
    """The counts of a field of the agreement are those of its unit, in each group of posts."""

    def counts(row: Row) -> list[str]:
        return [row[f"{name}_count"] for name in ("first", "second", "matched")]

    rows = book.rows("coding_agreement")
    units = {(row["unit_type"], row["about"]): counts(row) for row in rows if not row["field"]}
    for row in rows:
        if counts(row) != units.get((row["unit_type"], row["about"])):
            reason = f"the counts are not those of {row['unit_type']}"
            fix = "compare the codings again"
            yield wrong("coding_agreement", row, "matched_count", reason, fix)
