"""Every rule that nothing is left out rejects broken rows of the real tables."""

from collections.abc import Callable

import pytest

from scripts.tables.row import Row, Tables
from tests.rules.directed import Case, Change, add, find, first, has, lose, name_of, put

CLAIMS = "sentences_have_claims_or_a_reason"
BESIDE = "words_beside_claims_have_a_reason"
NUMERALS = "numerals_are_those_of_the_text"
DATES = "dates_are_years_decades_or_days"
NAMES = "names_are_mentions_or_phrases"
ENTITIES = "registered_names_are_mentions_of_their_entity"
USED = "register_entries_are_used"


def _its_only_claim(tables: Tables) -> Row:
    """Lose the only claim of a sentence; the sentence must be named."""
    sentences = [row["sentence_id"] for row in tables["claims"]]
    change = lose("claims", lambda row: sentences.count(row["sentence_id"]) == 1, "sentences")
    return change(tables)


def _reason_without_words(tables: Tables) -> Row:
    claimed = {row["sentence_id"] for row in tables["claims"]}
    row = find(
        tables, "sentences", lambda row: row["sentence_id"] in claimed and not row["rest_reason"]
    )
    row["rest_reason"] = "rhetoric"
    return row


def _made_up_entity(tables: Tables) -> Row:
    """Give the words of a phrase to an entity that they do not name."""
    phrase = tables["phrases"][0]
    cells = {key: phrase[key] for key in ("post_id", "sentence_id", "char_start", "char_end")}
    cells |= {"entity_mention_id": f"p01.e{phrase['char_start']}", "quote": phrase["quote"]}
    return add("entity_mentions", first, cells)(tables)


def _unused(table: str) -> Change:
    return lambda tables: add(table, first, {next(iter(tables[table][0])): "unheard-of"})(tables)


def _is_level(row: Row) -> bool:
    return row["figure_role"] == "level" and not row["override_reason"]


CASES = [
    Case(
        CLAIMS,
        put("sentences", has(no_claim_reason=""), {"no_claim_reason": "slogan"}),
        *("sentences.no_claim_reason", "has claims and a reason for none"),
    ),
    Case(
        CLAIMS,
        put("sentences", has("no_claim_reason"), {"no_claim_reason": ""}),
        *("sentences.no_claim_reason", "neither claim nor reason"),
    ),
    Case(CLAIMS, _its_only_claim, "sentences.no_claim_reason", "neither claim nor reason"),
    Case(
        CLAIMS,
        put("sentences", has("no_claim_reason"), {"rest_reason": "evaluation"}),
        *("sentences.rest_reason", "no part of the sentence"),
    ),
    Case(
        BESIDE,
        put("sentences", has("rest_reason"), {"rest_reason": ""}),
        *("sentences.rest_reason", "no claim holds"),
    ),
    Case(BESIDE, _reason_without_words, "sentences.rest_reason", "nothing but connectives"),
    *(
        Case(NUMERALS, put("numerals", chosen, cells), f"numerals.{column}", words)
        for chosen, cells, column, words in (
            (has(value="2001"), {"value": "77"}, "value", "is '77', the text gives '2001'"),
            (first, {"numeral_type": "ordinal"}, "numeral_type", "is 'ordinal'"),
            (has(disposition="figure"), {"disposition": "part"}, "disposition", "'figure'"),
            (has(disposition="part"), {"disposition": "figure"}, "disposition", "'part'"),
            (
                has("figure_id"),
                {"disposition": "stray", "figure_id": ""},
                *("disposition", "is 'stray', the text gives 'figure'"),
            ),
            (has("figure_id"), {"figure_id": "p01.f18"}, "figure_id", "is 'p01.f18'"),
        )
    ),
    Case(NUMERALS, lose("numerals", first), "numerals.numeral_id", "the row is missing"),
    Case(
        NUMERALS,
        add("numerals", first, {"numeral_id": "p01.n130", "char_start": "130"}),
        *("numerals.numeral_id", "gives no such row"),
    ),
    Case(
        NUMERALS,
        lose("figures", _is_level, "numerals"),
        *("numerals.disposition", "is 'figure', the text gives ''"),
    ),
    Case(
        DATES,
        put("numerals", lambda row: "," in row["quote"], {"disposition": "date"}),
        *("numerals.disposition", "a year, a decade or a day"),
    ),
    Case(
        DATES,
        put("numerals", has(numeral_type="decade"), {"disposition": "name"}),
        *("numerals.disposition", "a decade is a date"),
    ),
    *(
        Case(NAMES, lose(table, has(**chosen), "sentences"), "sentences.quote", words)
        for table, chosen, words in (
            ("phrases", {"phrase_type": "standing_work"}, "the word 'cases'"),
            ("phrases", {"phrase_type": "scare_quote"}, "quoted"),
            ("phrases", {"phrase_type": "heading_case"}, "capitalised"),
            ("operation_mentions", {"operation_id": "breaking-ice"}, "'Breaking Ice'"),
            ("entity_mentions", {"entity_id": "xi-jinping"}, "Xi Jinping'"),
        )
    ),
    Case(
        ENTITIES,
        put("entity_mentions", has(entity_id="china"), {"entity_id": "united-states"}),
        *("entity_mentions.entity_id", "is 'united-states', the register of names gives 'china'"),
    ),
    Case(
        ENTITIES,
        lose("entity_mentions", has(entity_id="china")),
        *("entity_mentions.entity_mention_id", "the row is missing"),
    ),
    Case(ENTITIES, _made_up_entity, "entity_mentions.entity_mention_id", "gives no such row"),
    *(
        Case(USED, _unused(table), f"{table}.{key}", "used nowhere")
        for table, key in (
            ("operations", "operation_id"),
            ("entities", "entity_id"),
            ("indicators", "indicator_id"),
            ("units", "unit"),
            ("published_sources", "source_id"),
        )
    ),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_broken_row_is_named(case: Case, reject: Callable[[Case], None]) -> None:
    reject(case)
