"""Every rule on quotes, spans and their order rejects broken rows of the real tables."""

from collections.abc import Callable

import pytest

from schemas.tables import TABLES
from scripts.tables.row import Row, Tables
from tests.conftest import CheckTables
from tests.rules.directed import Case, Change, add, find, first, has, name_of, put


def _shifted(row: Row) -> dict[str, str]:
    """Move a span by one character, and the id that is made of it too."""
    start = str(int(row["char_start"]) + 1)
    made = {
        key: row[key].replace(row["char_start"], start)
        for key in ("numeral_id", "entity_mention_id", "phrase_id", "remainder_id")
        if key in row
    }
    return {"char_start": start, "char_end": str(int(row["char_end"]) + 1), **made}


def _widened(table: str, begin: str = "", end: str = "") -> Change:
    """Return the change that a quote takes in the characters before or after it."""

    def change(tables: Tables) -> Row:
        texts = {row["post_id"]: row["text"] for row in tables["posts"]}

        def around(row: Row) -> bool:
            text, start, stop = texts[row["post_id"]], int(row["char_start"]), int(row["char_end"])
            return text[:start].endswith(begin) and text[stop:].startswith(end)

        row = find(tables, table, around)
        start, stop = int(row["char_start"]) - len(begin), int(row["char_end"]) + len(end)
        row.update(char_start=str(start), char_end=str(stop), quote=begin + row["quote"] + end)
        return row

    return change


def _begins_with_letters(row: Row) -> bool:
    return row["quote"][:2].isalpha()


def _cut(row: Row) -> dict[str, str]:
    """Take the first character away from a quote, and from its span."""
    return {"char_start": str(int(row["char_start"]) + 1), "quote": row["quote"][1:]}


def _moved_to_the_end(table: str) -> Change:
    def change(tables: Tables) -> Row:
        tables[table].append(tables[table].pop(0))
        return tables[table][-1]

    return change


def _lost_before(table: str, row_id: str) -> Change:
    """Return the change that the row before one is lost; that one must be named."""

    def change(tables: Tables) -> Row:
        row = find(tables, table, row_id)
        tables[table].pop(tables[table].index(row) - 1)
        return row

    return change


def _a_phrase_of_a_mention(tables: Tables) -> Row:
    mention = tables["entity_mentions"][0]
    phrase = Row({**tables["phrases"][0], **{key: mention[key] for key in _PLACE}})
    tables["phrases"].insert(0, phrase)
    return phrase


def _a_word_of_a_withheld_post(table: str, column: str) -> Change:
    def change(tables: Tables) -> Row:
        row = next(row for row in tables[table] if row["post_id"] in ("p16", "p17"))
        withhold(tables, row["post_id"])
        row[column] = "seizing"
        return row

    return change


def withhold(tables: Tables, post_id: str) -> None:
    """Take the words of a post out of the tables, as a copy does that may not show them."""
    for name, table in TABLES.items():
        for row in tables[name] if table.words else ():
            if row["post_id"] == post_id:
                row.update(dict.fromkeys(table.words, ""))
    find(tables, "posts", post_id)["text_status"] = "withheld"


QUOTES = "quotes_are_the_words_at_their_span"
LOOSE = "quotes_have_no_loose_ends"
INSIDE = "rows_lie_inside_what_they_belong_to"
WHOLE = "sentences_are_the_whole_post"
COINCIDE = "claims_and_mentions_do_not_coincide"
SHARED = "figures_and_names_share_no_words"
WITHHELD = "withheld_texts_have_no_words"
ORDER = "rows_are_in_order"
ARCHIVE = "posts_follow_one_another_in_the_archive"
_PLACE = ("post_id", "sentence_id", "char_start", "char_end", "quote")
SPANNED = (
    *("claims", "figures", "sentences", "numerals", "operation_mentions", "entity_mentions"),
    *("phrases", "consistency_items", "remainders", "talking_point_mentions", "shared_passages"),
)
ORDERED = (
    *("posts", "sentences", "claims", "figures", "numerals", "operation_mentions"),
    *("entity_mentions", "phrases", "claim_operations", "operation_parties", "propositions"),
    *("consistency_items", "remainders", "talking_point_mentions", "claim_propositions"),
    "shared_passages",
)
CASES = [
    *(
        Case(QUOTES, put(name, first, _shifted), f"{name}.quote", "the post has")
        for name in SPANNED
    ),
    Case(
        QUOTES,
        put("claims", first, lambda row: {"quote": row["quote"][:-1] + "#"}),
        *("claims.quote", "the post has"),
    ),
    Case(QUOTES, put("claims", _begins_with_letters, _cut), "claims.quote", "cuts a word"),
    Case(QUOTES, put("operation_mentions", first, _cut), "operation_mentions.quote", "cuts a word"),
    Case(LOOSE, _widened("claims", begin=", "), "claims.quote", "punctuation"),
    Case(LOOSE, _widened("claims", end="."), "claims.quote", "punctuation"),
    Case(LOOSE, _widened("figures", end=","), "figures.quote", "punctuation"),
    Case(
        LOOSE, _widened("operation_mentions", begin="the "), "operation_mentions.quote", "article"
    ),
    *(
        Case("ids_follow_from_places", put(table, first, {key: row_id}), f"{table}.{key}", words)
        for table, key, row_id, words in (
            ("numerals", "numeral_id", "p01.n1", "is not p01.n"),
            ("entity_mentions", "entity_mention_id", "p01.e1", "is not p01.e"),
            ("phrases", "phrase_id", "p01.x1", "is not p01.x"),
            ("remainders", "remainder_id", "p01.r1", "is not p01.r"),
        )
    ),
    *(
        Case(INSIDE, put(table, has(key), {key: row_id}), f"{table}.{key}", f"outside {row_id}")
        for table, key, row_id in (
            ("claims", "sentence_id", "p01.s30"),
            ("figures", "claim_id", "p01.c01"),
            ("figures", "sentence_id", "p01.s01"),
            ("numerals", "figure_id", "p01.f18"),
            ("operation_mentions", "sentence_id", "p01.s30"),
            ("consistency_items", "figure_id", "p01.f18"),
            ("entity_mentions", "sentence_id", "p02.s01"),
            ("remainders", "sentence_id", "p01.s30"),
            ("talking_point_mentions", "sentence_id", "p01.s30"),
        )
    ),
    Case(
        WHOLE,
        _lost_before("sentences", "p01.s04"),
        *("sentences.char_start", "text in no sentence"),
    ),
    Case(
        WHOLE,
        put("sentences", "p01.s05", lambda row: {"char_start": str(int(row["char_start"]) - 2)}),
        *("sentences.char_start", "before it"),
    ),
    Case(
        WHOLE,
        put("sentences", "p01.s01", {"sentence_role": "body"}),
        *("sentences.sentence_role", "title"),
    ),
    Case(
        WHOLE,
        put("sentences", "p01.s02", {"sentence_role": "title"}),
        *("sentences.sentence_role", "title"),
    ),
    Case(
        WHOLE,
        put("posts", first, lambda row: {"text": row["text"] + " So."}),
        "posts.text",
        "'So.'",
    ),
    Case(COINCIDE, add("claims", first, {"claim_id": "p01.c98"}), "claims.quote", "p01.c01"),
    Case(
        COINCIDE,
        add("operation_mentions", first, {"mention_id": "p01.m98"}),
        *("operation_mentions.quote", "p01.m01"),
    ),
    *(
        Case(SHARED, add(table, chosen, {key: "p01.zz"}), f"{table}.quote", "shares words with")
        for table, key, chosen in (
            ("figures", "figure_id", first),
            ("entity_mentions", "entity_mention_id", first),
            ("phrases", "phrase_id", first),
        )
    ),
    Case(
        "phrases_are_not_mentions",
        _a_phrase_of_a_mention,
        *("phrases.quote", "is the mention p01.e"),
    ),
    *(
        Case(WITHHELD, _a_word_of_a_withheld_post(name, column), f"{name}.{column}", "is withheld")
        for name, table in TABLES.items()
        for column in (table.words if name != "posts" else ())
    ),
    Case(WITHHELD, put("numerals", first, {"quote": ""}), "numerals.quote", "is given"),
    *(
        Case(ORDER, _moved_to_the_end(name), f"{name}.{TABLES[name].key[0]}", "out of order")
        for name in ORDERED
    ),
    # two propositions of one claim are in the order of their names
    Case(
        ORDER,
        put(
            "claim_propositions",
            "p02.c25 opinion-shaped-by-media",
            {"proposition_id": "drug-crime-curbed"},
        ),
        *("claim_propositions.claim_id", "out of order"),
    ),
    Case(ARCHIVE, put("posts", "p01", {"archive_start": "50"}), "posts.archive_start", "46"),
    Case(ARCHIVE, put("posts", "p02", {"archive_start": "0"}), "posts.archive_start", "starts"),
    Case(ARCHIVE, _lost_before("posts", "p03"), "posts.archive_start", "starts"),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_broken_row_is_named(case: Case, reject: Callable[[Case], None]) -> None:
    reject(case)


def test_a_lost_last_sentence_is_named_by_its_post(
    tables: Tables, check_tables: CheckTables
) -> None:
    lost = tables["sentences"].pop()
    found = [one for one in check_tables(tables) if one.table == "posts"]
    assert [(one.row, one.column) for one in found] == [(lost["post_id"], "text")], found
    assert "no sentence has the end of the text" in found[0].reason


@pytest.mark.parametrize("posts", [["p01"], ["p09", "p16"], None], ids=["one", "two", "all"])
def test_withheld_posts_break_no_rule(
    tables: Tables, check_tables: CheckTables, posts: list[str] | None
) -> None:
    for post_id in posts or [row["post_id"] for row in tables["posts"]]:
        withhold(tables, post_id)
    assert check_tables(tables) == []
