"""Every rule on rows that point at each other rejects broken rows of the real tables."""

from collections.abc import Callable, Mapping

import pytest

from scripts.tables.row import Row, Tables, span_of
from tests.rules.directed import Case, Change, find, first, has, lose, name_of, put

ABOUT = "claims_are_about_the_operations_they_name"
MENTIONED = "posts_mention_the_operations_of_their_claims"
PARTIES = "parties_belong_to_an_operation_of_their_claim"
AGREEMENT = "agreements_follow_from_the_terms"
VERBATIM = "verbatim_pairs_have_the_same_words"
MACHINE = "machine_checks_follow_from_the_figures"
FORMULA = "formulas_can_be_computed"
ITEMS = "checks_have_items_of_their_own"
VERDICT = "verdicts_follow_from_the_sources"
BASES = "base_units_are_bases"
COUNTED = "fields_were_compared_on_all_matched_units"

SEIZED = "same-proposition-drugs-seized-2013-2022-drugs-seized-level-kilogram"
NESTED = "nested-periods-drugs-seized-cn-2017-2020-2013-2022"
JOINT = "same-proposition-joint-cases-800-drug-cases-solved-level-case"
WIDER = "nested-periods-drug-cases-solved-cn-2013-2018-2013-2022"
CHECK, CLAIMED = "consistency_checks", "claims.claim_agreement"


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
    """Return the change of figures by id (p15_f09); a check must be named."""

    def change(tables: Tables) -> Row:
        for figure, cells in changes.items():
            find(tables, "figures", figure.replace("_", ".")).update(cells)
        return find(tables, CHECK, check_id)

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


def _with_a_second_total(tables: Tables) -> Row:
    find(tables, "figures", "p12.f03")["period"] = "2013/2022"
    return Row({"check_id": "same-measure-drugs-seized-cn-2013-2022"})


def _seized(value: str) -> dict[str, str]:
    return {"value": value, "value_base": f"{value}000"}


OPEN = {"period": "2013/.."}
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
    # claims of one proposition: p06.c03 and p07.c27 give 740 tonnes, one of them 'over'
    *(
        Case(AGREEMENT, put("figures", "p06.f02", cells, "claims"), CLAIMED, words)
        for cells, words in (
            ({"value": "840"}, "is same, but the value is 840; most claims have 740"),
            ({"value_high": "800"}, "the value is 740 800; most"),
            ({"value": "840", "qualifier": "about"}, "the value is 840; most claims have 740"),
            ({"qualifier": "about"}, "the qualifier is about; most claims have over"),
            ({"unit": "kilogram"}, "the unit is kilogram; most claims have tonne"),
            ({"per": "year"}, "the unit is tonne year; most claims have tonne"),
            ({"period": "2023"}, "the period is 2023; most claims have none"),
        )
    ),
    *(
        Case(AGREEMENT, put("claims", claim, cells), CLAIMED, words)
        for claim, cells, words in (
            ("p07.c27", {"claim_agreement": "same"}, "the qualifier is as_stated; most"),
            ("p06.c03", {"claim_agreement": "value"}, "is value, but no value differs"),
            ("p03.c08", {"claim_agreement": "scope"}, "no claim of the proposition is the same"),
            ("p17.c24", {"period": "2023"}, "the period is 2023; most claims have none"),
            ("p17.c14", {"claim_agreement": ""}, "is empty, and other claims assert the same"),
            ("p05.c31", {"claim_agreement": "same"}, "is filled, and no other claim asserts"),
            ("p05.c31", {"proposition_id": "cases-solved-2023"}, "is empty, and other claims"),
        )
    ),
    *(
        Case(VERBATIM, put("parallels", chosen, {"relation": code}), "parallels.relation", words)
        for chosen, code, words in (
            (has(relation="verbatim"), "reworded", "have the same words"),
            (has(relation="reworded"), "verbatim", "have other words"),
        )
    ),
    *(
        Case(MACHINE, change, f"{CHECK}.outcome", f"gives '{outcome}'")
        for change, outcome in (
            (_figures(SEIZED, p15_f09=_seized("651")), "fails"),
            (_figures(SEIZED, p15_f09={"qualifier": "over"}), "unclear"),
            (_figures(NESTED, p12_f03={"value_base": "700000"}), "fails"),
            (
                _figures(
                    NESTED,
                    p12_f03={"value_base": "700000"},
                    p03_f10={"qualifier": "over"},
                    p15_f09={"qualifier": "over"},
                ),
                "unclear",
            ),
            # another value is unclear in a claim of another scope, and fails in the same
            (_figures(JOINT, p03_f35={"value": "900", "value_base": "900"}), "unclear"),
            (_figures(JOINT, p13_f09={"value": "900", "value_base": "900"}), "fails"),
            (put(CHECK, first, {"outcome": "fails"}), "holds"),
        )
    ),
    Case(MACHINE, put(CHECK, first, {"finding": "So it is."}), f"{CHECK}.finding", "'So it is.'"),
    Case(MACHINE, put(CHECK, first, {"confidence": "low"}), f"{CHECK}.confidence", "'high'"),
    Case(MACHINE, lose(CHECK, first), f"{CHECK}.check_id", "the row is missing"),
    Case(MACHINE, _made_up_check, f"{CHECK}.check_id", "gives no such row"),
    # figures of two propositions with one measure are compared too
    Case(MACHINE, _with_a_second_total, f"{CHECK}.check_id", "the row is missing"),
    # a period without end has no other in it
    Case(MACHINE, _figures(WIDER, p15_f07=OPEN, p03_f08=OPEN), f"{CHECK}.check_id", "no such row"),
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
            ("r261", {"verdict_reason": ""}, "verdict", "is 'partly', the aspects give 'differs'"),
            ("r001", {"verdict_reason": "So it is."}, "verdict_reason", "everything follows"),
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
