"""Every rule on rows that point at each other rejects broken rows of the real tables."""

from collections.abc import Callable, Mapping

import pytest

from scripts.tables.row import Row, Tables, span_of
from tests.rules.directed import Case, Change, add, find, first, has, lose, name_of, put

ABOUT = "claims_are_about_the_operations_they_name"
MENTIONED = "posts_mention_the_operations_of_their_claims"
PARTIES = "parties_belong_to_an_operation_of_their_claim"
TWICE = "propositions_are_stated_twice"
PASSAGES = "shared_passages_are_those_of_the_texts"
MACHINE = "machine_checks_follow_from_the_figures"
FORMULA = "formulas_can_be_computed"
ITEMS = "checks_have_items_of_their_own"
VERDICT = "verdicts_follow_from_the_sources"
ALIKE = "equal_checks_are_judged_alike"
REVIEWED_ALL = "every_claim_has_its_review"
LEFT_OPEN = "readers_decide_what_the_table_leaves_open"
NOT_COMPARED = "not_compared"
OF_A_NAME = ("verdict", "is 'matches', the aspects give 'differs'")
BASES = "base_units_are_bases"
CODED = "codings_lead_to_rows_of_their_table"
REVIEWED = "reviews_name_their_table_and_its_columns"
COUNTED = "fields_were_compared_on_all_matched_units"

SEIZED = "same-proposition-drugs-seized-2023-40f0eb"
SATISFACTION = "satisfaction-above-96"
SATISFIED = f"same-proposition-{SATISFACTION}-81367c"
LEFT = "implied-remainder-drugs-seized-2013-2018-2017-2020-78f1c4"
SOLVED = "implied-remainder-drug-cases-solved-2013-2018-2017-2020-c48c5f"
EXCEEDING = "nested-periods-drugs-seized-2017-2020-2013-2022-509733"
TEN_YEARS = "drugs-seized-2013-2022"
CHECK = "consistency_checks"


def _without_its_link(tables: Tables) -> Row:
    """Lose the link of a claim to an operation that its words name; the claim must be named."""
    claims = {row["claim_id"]: row for row in tables["claims"]}

    def named(link: Row) -> bool:
        claim = claims[link["claim_id"]]
        return any(
            span_of(claim)[0] <= span_of(mention)[0] and span_of(mention)[1] <= span_of(claim)[1]
            for mention in tables["operation_mentions"]
            if mention["sentence_id"] == claim["sentence_id"]
            and mention["operation_id"] == link["operation_id"]
        )

    return lose("claim_operations", named, "claims")(tables)


def _without_links_of_a_party(tables: Tables) -> Row:
    party = tables["operation_parties"][0]
    lost = (party["claim_id"], party["operation_id"])
    links = tables["claim_operations"]
    tables["claim_operations"] = [
        row for row in links if (row["claim_id"], row["operation_id"]) != lost
    ]
    return party


def _figures(check_id: str, **changes: Mapping[str, str]) -> Change:
    """Return the change of figures by id (p15_f09); a check must be named, or missed."""

    def change(tables: Tables) -> Row:
        for figure, cells in changes.items():
            find(tables, "figures", figure.replace("_", ".")).update(cells)
        return Row({"check_id": check_id})

    return change


def _items(change: Callable[[list[Row]], list[Row]]) -> Change:
    """Return the change of the items of the first check, which must be named."""

    def apply(tables: Tables) -> Row:
        check = tables[CHECK][0]
        items = tables["consistency_items"]
        own = [row for row in items if row["check_id"] == check["check_id"]]
        others = [row for row in items if row["check_id"] != check["check_id"]]
        tables["consistency_items"] = change(own) + others
        return check

    return apply


def _made_up_check(tables: Tables) -> Row:
    row = find(tables, CHECK, has(found_by="curated"))
    row["found_by"] = "machine"
    return row


def _seized(value: str) -> dict[str, str]:
    return {"value": value, "value_base": f"{value}000"}


def _named_by_a_coder_too(tables: Tables) -> Row:
    """Let a curated check name all figures of a machine check, which then tells nothing more."""
    curated = find(tables, CHECK, has(found_by="curated", check_type="contradiction"))
    items = [row for row in tables["consistency_items"] if row["check_id"] == SATISFIED]
    tables["consistency_items"] += [Row({**row, "check_id": curated["check_id"]}) for row in items]
    return find(tables, CHECK, SATISFIED)


def _of_other(column: str) -> Change:
    """Return the change that one of two claims of a check is read as one of another thing."""

    def change(tables: Tables) -> Row:
        find(tables, "claim_propositions", f"p15.c10 {SATISFACTION}")[column] = "other"
        return find(tables, CHECK, SATISFIED)

    return change


OPEN = {"period": "2013/.."}
OVER = {"qualifier": "over"}
NOTHING_COMPARED = {
    f"{aspect}_agreement": "not_compared"
    for aspect in ("value", "qualifier", "unit", "period", "scope", "name")
}
CASES = [
    Case(ABOUT, _without_its_link, "claims.quote", "no link says so"),
    Case(
        MENTIONED,
        put("claim_operations", first, {"operation_id": "humen-opium-destruction"}),
        *("claim_operations.operation_id", "p01 does not mention humen-opium-destruction"),
    ),
    Case(PARTIES, _without_links_of_a_party, "operation_parties.claim_id", "is not about"),
    Case(
        PARTIES,
        put("operation_parties", first, {"entity_id": "xi-jinping"}),
        *("operation_parties.entity_id", "p01 does not mention xi-jinping"),
    ),
    Case(
        TWICE,
        lose("claim_propositions", f"p15.c17 {TEN_YEARS}", "propositions"),
        *("propositions.proposition_id", "fewer than two claims"),
    ),
    *(
        Case(TWICE, change, "propositions.basis_claim_id", "p07.c14 does not state it")
        for change in (
            put("propositions", "drug-crime-curbed", {"basis_claim_id": "p07.c14"}),
            lose("claim_propositions", "p07.c14 cases-solved-2023", "propositions"),
        )
    ),
    *(
        Case(PASSAGES, change, f"shared_passages.{column}", words)
        for change, column, words in (
            (lose("shared_passages", first), "passage_id", "the row is missing"),
            (add("shared_passages", first, {"char_start": "1695"}), "passage_id", "no such row"),
            (add("shared_passages", first, {}), "passage_id", "is a duplicate row"),
            (put("shared_passages", first, {"word_count": "9"}), "word_count", "gives '8'"),
            (put("shared_passages", first, {"sentence_id": "p03.s13"}), "sentence_id", "'p03.s12'"),
        )
    ),
    *(
        Case(MACHINE, change, f"{CHECK}.outcome", f"gives '{outcome}'")
        for change, outcome in (
            (_figures(SEIZED, p17_f07=_seized("26")), "fails"),
            (_figures(SEIZED, p17_f07={**OVER, **_seized("26")}), "fails"),
            (_figures(SEIZED, p17_f07=OVER), "unclear"),
            (_figures(LEFT, p12_f03=_seized("700")), "fails"),
            (_figures(LEFT, p12_f03=OVER), "unclear"),
            (_figures(LEFT, p03_f10=OVER, p15_f09=OVER), "unclear"),
            (put(CHECK, first, {"outcome": "fails"}), "holds"),
        )
    ),
    *(
        Case(MACHINE, change, f"{CHECK}.check_id", "the row is missing")
        for change in (
            lose(CHECK, first),
            # words that are only repeated are no check, another number in them is one
            _figures("same-proposition-drugs-seized-2013-2022-0466bc", p15_f09=_seized("651")),
            _figures("same-measure-drugs-seized-2013-2022-0a9f99", p12_f03={"period": "2013/2022"}),
            _figures(
                "nested-periods-drugs-seized-2017-2020-2013-2022-509733", p12_f03=_seized("700")
            ),
            put(CHECK, SEIZED, {"found_by": "curated"}),
        )
    ),
    *(
        Case(MACHINE, change, f"{CHECK}.check_id", "gives no such row")
        for change in (
            _made_up_check,
            _named_by_a_coder_too,
            # a period without end has no other in it
            _figures(SOLVED, p15_f07=OPEN, p03_f08=OPEN),
            # of another thing, place or time the number may be another
            *(_of_other("items"), _of_other("period"), _of_other("place")),
        )
    ),
    Case(MACHINE, put(CHECK, first, {"finding": "So it is."}), f"{CHECK}.finding", "'So it is.'"),
    Case(MACHINE, put(CHECK, first, {"confidence": "low"}), f"{CHECK}.confidence", "'high'"),
    Case(
        MACHINE,
        put("consistency_items", first, {"item_role": "inner"}),
        *("consistency_items.item_role", "is 'inner'"),
    ),
    *(
        Case(FORMULA, put(CHECK, has("formula"), {"formula": text}), f"{CHECK}.formula", words)
        for text, words in (
            ("share p03.f13 p03.f98 = p03.f14", "p03.f98"),
            ("what is this", "none of the forms"),
            ("share p03.f13 = p03.f14", "none of the forms"),
            ("days 1839-06-03 1839-06-31 = p10.f01", "day"),
        )
    ),
    Case(
        FORMULA,
        lambda tables: (
            find(tables, "figures", "p03.f12").update(value_base="0")
            or find(tables, CHECK, lambda row: row["formula"].startswith("share p03.f13"))
        ),
        *(f"{CHECK}.formula", "p03.f12 is 0"),
    ),
    *(
        Case(ITEMS, _items(change), f"{CHECK}.check_id", words)
        for change, words in (
            (lambda own: [], "has the items none"),
            (lambda own: own[1:], "not 1 and up"),
            (lambda own: [own[1], own[0], *own[2:]], "not 1 and up"),
        )
    ),
    Case(
        ITEMS,
        put(CHECK, has("reference_check_id"), {"reference_check_id": "r001"}),
        *(f"{CHECK}.reference_check_id", "r001 is of none of its items"),
    ),
    *(
        Case(VERDICT, put("reference_checks", check, cells), f"reference_checks.{column}", words)
        for check, cells, column, words in (
            # a wrong verdict, or a reason that is missing or needless
            ("r001", {"verdict": "differs"}, "verdict", "is 'differs', the aspects give 'matches'"),
            ("r025", {"verdict": "partly"}, "verdict", "the aspects give 'differs'"),
            ("r021", {"derivation": ""}, "verdict", "the aspects give 'matches'"),
            ("r001", {"scope_agreement": "part"}, "verdict", "the aspects give 'partly'"),
            ("r031", {"scope_agreement": "same"}, "verdict", "the aspects give 'matches'"),
            # the name decides alone only; a reason for an aspect is none for the verdict
            ("r100", {"name_agreement": "differs", "scope_agreement": NOT_COMPARED}, *OF_A_NAME),
            ("r256", {"verdict": "differs"}, "verdict", "the aspects give 'matches'"),
            ("r256", {"agreement_reason": ""}, "qualifier_agreement", "the numbers give 'differs'"),
            ("r001", {"agreement_reason": "So it is."}, "agreement_reason", "everything follows"),
            ("r001", NOTHING_COMPARED, "verdict", "nothing was compared"),
            # an aspect against the numbers
            ("r001", {"source_value": "1170000"}, "value_agreement", "the numbers give 'differs'"),
            ("r001", {"value_agreement": "differs"}, "value_agreement", "the numbers give 'same'"),
            ("r001", {"source_unit": "person"}, "unit_agreement", "the numbers give 'differs'"),
            (
                "r001",
                {"source_qualifier": "over"},
                *("qualifier_agreement", "the numbers give 'differs'"),
            ),
            ("r038", {"period_agreement": "same"}, "period_agreement", "give 'differs'"),
            # a day outside the time of the post; days that are counted; a month for a year
            *(
                (check, {"source_period": period}, "period_agreement", "give 'differs'")
                for check, period in (
                    ("r190", "2002-03-30/2002-04-10"),
                    ("r107", "2024-01-01"),
                    ("r107", "2023-12-01/2023-12-28"),
                    ("r251", "2005-08"),
                )
            ),
            ("r239", {"confidence": "high"}, "confidence", "medium confidence at most"),
            ("r246", {"source_value": "1"}, "source_value", "nothing was found to compare"),
            ("r239", {"independence": "repeats"}, "independence", "is a tertiary source"),
            ("r001", {"independence": "tertiary"}, "independence", "is a reprint source"),
        )
    ),
    *(
        # of two figures in other words and one source's value, one is judged otherwise
        Case(
            ALIKE,
            put("reference_checks", check, {column: cell}),
            f"reference_checks.{column}",
            words,
        )
        for check, column, cell, words in (
            ("r003", "scope_agreement", "part", "is part, and same in r001"),
            ("r003", "confidence", "low", "is low, and high in r001"),
            ("r079", "name_agreement", "same", "is same, and not_compared in r077"),
        )
    ),
    Case(
        ALIKE,
        lambda tables: (
            find(tables, "reference_checks", "r001").update(confidence="low")
            or find(tables, "reference_checks", "r003")
        ),
        *("reference_checks.confidence", "is high, and low in r001"),
    ),
    Case(
        REVIEWED_ALL,
        lose("claim_reviews", "p01.c12"),
        *("claim_reviews.claim_id", "the row is missing, the table claims gives it"),
    ),
    Case(
        REVIEWED_ALL,
        lambda tables: (
            tables["claim_reviews"].insert(0, tables["claim_reviews"].pop(1))
            or tables["claim_reviews"][0]
        ),
        *("claim_reviews.claim_id", "is out of order"),
    ),
    *(
        Case(
            LEFT_OPEN, put("claim_reviews", claim, cells), "claim_reviews.conclusion_reason", words
        )
        for claim, cells, words in (
            # the table gives the conclusion: of checks, and where none was made
            (first, {"conclusion_reason": "So it is."}, "the conclusion follows without it"),
            ("p01.c12", {"conclusion_reason": "So it is."}, "the conclusion follows without it"),
            (
                "p01.c12",
                {"conclusion": "contested", "conclusion_reason": "So it is."},
                "the conclusion follows without it",
            ),
            ("p01.c19", {"conclusion_reason": "So it is."}, "the conclusion follows without it"),
        )
    ),
    Case(
        BASES,
        put("units", "kilogram", {"base_unit": "tonne"}),
        *("units.base_unit", "tonne has the base_unit kilogram"),
    ),
    Case(
        BASES,
        put("units", "kilogram", {"base_unit": "person"}),
        *("units.base_unit", "person has the quantity_kind persons"),
    ),
    Case(
        "indicators_have_units_of_their_kind",
        put("indicators", first, {"quantity_kind": "nothing"}),
        *("indicators.quantity_kind", "no unit has the quantity_kind nothing"),
    ),
    *(
        Case(CODED, put("codings", chosen, cells), f"codings.{column}", words)
        for chosen, cells, column, words in (
            (first, {"table": "figures"}, "table", "is not claims"),
            (first, {"unit_id": "p01.thing.122-293"}, "table", "is not known"),
            (first, {"row_id": "p01.c98"}, "row_id", "claims has no row p01.c98"),
            (first, {"row_id": "p01.c40"}, "row_id", "that may be the unit"),
            (
                has("row_id", post_id="p01", table="talking_point_mentions"),
                {"row_id": "p02.s01 shifts-blame"},
                *("row_id", "that may be the unit"),
            ),
        )
    ),
    *(
        Case(REVIEWED, put("row_reviews", chosen, cells), f"row_reviews.{column}", words)
        for chosen, cells, column, words in (
            (has(table="claims"), {"table": "figures"}, "table", "is not the table of the drawing"),
            (first, {"review": "nothing-1"}, "table", "is not the table of the drawing nothing-1"),
            (has("column", table="claims"), {"column": "voice"}, "column", "claims has no column"),
        )
    ),
    *(
        Case(
            COUNTED,
            put("coding_agreement", row, {column: "4"}),
            "coding_agreement.matched_count",
            "the counts are not those of",
        )
        for row, column in (
            ("claim.mode", "second_count"),
            ("evaluation.voice.US", "matched_count"),
            ("claim_given.stance.CN", "first_count"),
        )
    ),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_broken_row_is_named(case: Case, reject: Callable[[Case], None]) -> None:
    reject(case)
