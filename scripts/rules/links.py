"""Rows that point at each other agree: operations, propositions, checks, units, codings."""

from collections.abc import Iterator

from schemas.reference_checks import TARGETS
from schemas.tables import TABLES
from scripts.curation.finding import Finding, unknown
from scripts.rules.compare import compare_rows
from scripts.rules.rule import rule, wrong
from scripts.tables.book import Book
from scripts.tables.claim_reviews import conclusion
from scripts.tables.coding_agreement import KINDS, overlap
from scripts.tables.consistency import computed, find_checks, machine_rows, told_by_coders
from scripts.tables.reference_checks import contradictions
from scripts.tables.row import Row, holds
from scripts.tables.shared_passages import make_shared_passages

_SAID = (
    *("indicator_id", "figure_role", "value", "qualifier", "unit", "period", "place", "population"),
    *("base", "condition", "substance"),
)
_PRINTED = ("source_id", "source_value", "source_unit", "source_period")


@rule
def claims_are_about_the_operations_they_name(book: Book) -> Iterator[Finding]:
    """A claim whose words name an operation is about it."""
    for mention in book.rows("operation_mentions"):
        for claim in book.of("claims", "sentence_id", mention["sentence_id"]):
            links = book.of("claim_operations", "claim_id", claim["claim_id"])
            linked = {link["operation_id"] for link in links}
            name = mention["operation_id"]
            known = book.get("operations", name)
            if known and holds(claim, mention) and name not in linked:
                reason = f"its words name {name} ({mention['mention_id']}), and no link says so"
                yield wrong("claims", claim, "quote", reason, f"add 'about {name}'")


@rule
def posts_mention_the_operations_of_their_claims(book: Book) -> Iterator[Finding]:
    """A post whose claim is about an operation names it somewhere."""
    named = {(row["post_id"], row["operation_id"]) for row in book.rows("operation_mentions")}
    for row in book.rows("claim_operations"):
        post = row["claim_id"].partition(".")[0]
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
        post = row["claim_id"].partition(".")[0]
        known = book.get("operations", row["operation_id"])
        if known and (row["claim_id"], row["operation_id"]) not in links:
            reason = f"{row['claim_id']} is not about {row['operation_id']}"
            yield wrong("operation_parties", row, "claim_id", reason, "add 'about OPERATION'")
        known = book.get("entities", row["entity_id"])
        if known and (post, row["entity_id"]) not in named and post not in book.unread:
            reason = f"{post} does not mention {row['entity_id']}"
            yield wrong("operation_parties", row, "entity_id", reason, "name another party")


@rule
def propositions_are_stated_twice(book: Book) -> Iterator[Finding]:
    """A proposition is stated by two claims or more, and its basis is one of them."""
    for row in book.rows("propositions"):
        stated = book.of("claim_propositions", "proposition_id", row["proposition_id"])
        if len(stated) < 2:
            reason = "is stated by fewer than two claims"
            yield wrong("propositions", row, "proposition_id", reason, "add the other claims")
        if all(one["claim_id"] != row["basis_claim_id"] for one in stated):
            reason = f"{row['basis_claim_id']} does not state it"
            yield wrong("propositions", row, "basis_claim_id", reason, "name one of its claims")


@rule
def shared_passages_are_those_of_the_texts(book: Book) -> Iterator[Finding]:
    """The shared passages are those that the texts give, in every place."""
    if book.all_texts_present:
        due, given = make_shared_passages(book), book.rows("shared_passages")
        yield from compare_rows("shared_passages", given, due, "the comparison of texts")


@rule
def machine_checks_follow_from_the_figures(book: Book) -> Iterator[Finding]:
    """The checks found by machine, and their items, are those that the figures give."""
    if not book.all_texts_present:
        return  # the posts' own categories are part of a measure, and some are withheld
    rows = book.rows("consistency_checks")
    given = [row for row in rows if row["found_by"] == "machine"]
    found = find_checks(book)
    asked = {check.check_id for check in found}
    others = [row for row in rows if row["found_by"] != "machine" and row["check_id"] not in asked]
    told = told_by_coders(others, book.rows("consistency_items"))
    checks, items = machine_rows(found, book, told)
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
    """A verdict follows from the aspects, and these from the numbers or a reason says why not.

    A tertiary source is neither independent nor the claimant, and gives medium confidence at most;
    where nothing was found, nothing is compared.
    """
    for row in book.rows("reference_checks"):
        source = book.get("published_sources", row["source_id"])
        is_tertiary = source is not None and source["source_type"] == "tertiary"
        if source and is_tertiary != (row["independence"] == "tertiary"):
            reason = f"{row['source_id']} is a {source['source_type']} source"
            fix = (
                "in sources.yaml write 'tertiary' as independence and as source_type, or as neither"
            )
            yield wrong("reference_checks", row, "independence", reason, fix)
        if is_tertiary and row["confidence"] == "high":
            reason = "a tertiary source gives medium confidence at most"
            yield wrong("reference_checks", row, "confidence", reason, "write medium or low")
        if row["verdict"] == "not_found" and row["source_value"]:
            reason = "nothing was found to compare"
            yield wrong("reference_checks", row, "source_value", reason, "remove it")
        for column, reason in contradictions(row, book):
            fix = "correct it, or say why in agreement_reason"
            yield wrong("reference_checks", row, column, reason, fix)


@rule
def equal_checks_are_judged_alike(book: Book) -> Iterator[Finding]:
    """Figures that say the same of the same, checked against one source's value, are judged alike.

    Typed are scope, name and confidence; what else is compared follows from the numbers.
    """
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in book.rows("reference_checks"):
        figure = book.get("figures", row["figure_id"])
        # Of a withheld text the words that tell figures apart are not known.
        if figure and figure["quote"] and row["source_id"]:
            compared = (*(figure[name] for name in _SAID), *(row[name] for name in _PRINTED))
            groups.setdefault(compared, []).append(row)
    for first, *others in groups.values():
        for row in others:
            for column in ("scope_agreement", "name_agreement", "confidence"):
                if row[column] != first[column]:
                    reason = f"is {row[column]}, and {first[column]} in {first['check_id']}"
                    fix = "judge both alike, or code what tells the figures apart"
                    yield wrong("reference_checks", row, column, reason, fix)


@rule
def every_claim_has_its_review(book: Book) -> Iterator[Finding]:
    """Every claim has one row in claim_reviews, in the order of the claims."""
    given = book.rows("claim_reviews")
    found = {row["claim_id"]: row for row in given}
    claims = [Row({"claim_id": row["claim_id"]}, row.origin) for row in book.rows("claims")]
    due = [found.get(claim["claim_id"], claim) for claim in claims]
    yield from compare_rows("claim_reviews", given, due, "the table claims")


@rule
def readers_decide_what_the_table_leaves_open(book: Book) -> Iterator[Finding]:
    """A conclusion has a reason only where it does not follow from the checks."""
    for row in book.rows("claim_reviews"):
        if row["conclusion_reason"] and (due := conclusion(row, book)):
            reason = f"is filled, and the conclusion follows without it: {due}"
            fix = "remove the claim from curation/registers/claim_reviews.yaml"
            yield wrong("claim_reviews", row, "conclusion_reason", reason, fix)


@rule
def base_units_are_bases(book: Book) -> Iterator[Finding]:
    """A base unit is its own base unit, and measures what the unit measures."""
    for row in book.rows("units"):
        base = book.get("units", row["base_unit"])
        for column in ("base_unit", "quantity_kind"):
            if base and base[column] != row[column]:
                reason = f"{base['unit']} has the {column} {base[column]}, not {row[column]}"
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


@rule
def codings_lead_to_rows_of_their_table(book: Book) -> Iterator[Finding]:
    """A coding has the table of its kind of unit; its settled row is in it, and shares words.

    Of units that are one by their keys it is enough that the row is of the same post.
    """
    fix = "compare the codings again"
    for row in book.rows("codings"):
        kind = KINDS.get(row["unit_id"].split(".")[1])
        if kind is None or row["table"] != kind.table:
            reason = f"is not {kind.table if kind else 'known'}, as unit_id gives it"
            yield wrong("codings", row, "table", reason, fix)
        elif row["row_id"]:
            settled = book.get(kind.table, row["row_id"])
            if settled and kind.keys:
                found = settled["post_id"] == row["post_id"]
            else:
                found = bool(settled and overlap(row, settled))
            if not found:
                reason = f"{kind.table} has no row {row['row_id']} that may be the unit"
                yield wrong("codings", row, "row_id", reason, fix)


@rule
def reviews_name_their_table_and_its_columns(book: Book) -> Iterator[Finding]:
    """A row review has the table of its drawing, and a column that the table has.

    The row itself may have been withdrawn since it was read.
    """
    fix = "correct it in curation/reviews"
    for row in book.rows("row_reviews"):
        table = TABLES.get(row["review"].rpartition("-")[0])
        if table is None or row["table"] != table.name:
            reason = f"is not the table of the drawing {row['review']}"
            yield wrong("row_reviews", row, "table", reason, fix)
        elif row["column"] and row["column"] not in table.columns:
            reason = f"{table.name} has no column {row['column']}"
            reason, _ = unknown(reason, row["column"], table.columns, "")
            yield wrong("row_reviews", row, "column", reason, fix)
