"""Every rule that nothing is left out rejects broken rows of the real tables."""

from collections import Counter
from collections.abc import Callable

import pytest

from scripts.tables.row import Row, Tables, span_of
from tests.rules.directed import Case, Change, add, find, first, has, lose, name_of, put

LEFT = "remainders_are_what_claims_leave"
MESSAGE = "what_is_no_claim_praises_blames_or_has_a_message"
TWO = "sentences_carry_two_talking_points_at_most"
NUMERALS = "numerals_are_those_of_the_text"
DATES = "dates_are_years_decades_or_days"
ENTITIES = "registered_names_are_mentions_of_their_entity"
USED = "register_entries_are_used"


def _without_its_claim(tables: Tables) -> Row:
    """Lose the only claim of a sentence that is nothing else; it must be missing as a remainder."""
    claims = Counter(row["sentence_id"] for row in tables["claims"])
    quotes = {row["sentence_id"]: row["quote"].rstrip(".") for row in tables["sentences"]}

    def alone(row: Row) -> bool:
        return claims[row["sentence_id"]] == 1 and row["quote"] == quotes[row["sentence_id"]]

    lost = lose("claims", alone)(tables)
    return Row({"remainder_id": f"{lost['post_id']}.r{lost['char_start']}"})


def _without_its_message(table: str, remainder_id: str) -> Change:
    """Return the change that a remainder loses the only row that makes it one with a message."""

    def change(tables: Tables) -> Row:
        row = find(tables, "remainders", remainder_id)
        start, end = span_of(row)
        lose(
            table,
            lambda one: (
                one["sentence_id"] == row["sentence_id"]
                and span_of(one)[0] < end
                and start < span_of(one)[1]
            ),
        )(tables)
        return row

    return change


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
    Case(LEFT, lose("remainders", first), "remainders.remainder_id", "the row is missing"),
    Case(LEFT, _without_its_claim, "remainders.remainder_id", "the row is missing"),
    Case(
        LEFT,
        add("remainders", first, {"remainder_id": "p01.r7", "char_start": "7"}),
        *("remainders.remainder_id", "what claims leave gives no such row"),
    ),
    *(
        Case(LEFT, put("remainders", chosen, cells), f"remainders.{column}", words)
        for chosen, cells, column, words in (
            (first, {"char_end": "120"}, "char_end", "is '120', what claims leave gives '121'"),
            (has(reason="connective"), {"reason": "slogan"}, "reason", "gives 'connective'"),
            (has(reason="slogan"), {"reason": "connective"}, "reason", "not of connectives alone"),
        )
    ),
    *(
        Case(MESSAGE, change, "remainders.note", words)
        for change, words in (
            (put("remainders", has("note"), {"note": ""}), "holds no evaluation or talking point"),
            (_without_its_message("evaluations", "p10.r1973"), "holds no evaluation"),
            (_without_its_message("talking_point_mentions", "p01.r491"), "holds no evaluation"),
            *(
                (put("remainders", has(reason=reason), {"note": "So it is."}), "or need none")
                for reason in ("connective", "evaluation", "heading", "question", "source")
            ),
        )
    ),
    Case(
        TWO,
        add(
            "talking_point_mentions", "p01.s02 great-results", {"talking_point_id": "at-the-source"}
        ),
        *("talking_point_mentions.talking_point_id", "is the third"),
    ),
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
            ("evaluative_words", "evaluative_word_id"),
            ("talking_points", "talking_point_id"),
        )
    ),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_broken_row_is_named(case: Case, reject: Callable[[Case], None]) -> None:
    reject(case)
