"""Every check of cells, rows, keys and ids rejects a broken cell of the real tables."""

import pytest

from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.package.source import Built
from scripts.rules.cells import check_cells, wrong_characters
from scripts.tables.book import Book
from scripts.tables.row import Tables
from tests.rules.directed import Change, add, find, first, has


def reasons(tables: Tables, built: Built) -> list[Finding]:
    return check_cells(Book(tables, built.book.sources))[0]


# table, the row and its cell that are broken, and words of the reason
WRONG = [
    ("claims", "statement", "", "must not be empty"),
    ("claims", "mode", "said", "'said' is not a code of the list mode"),
    ("claims", "mode", "assertd", "nearest: asserted"),
    ("claims", "period", "20222", "does not have the form of this column"),
    ("claims", "claim_id", "p03.f01", "does not have the form of this column"),
    ("published_sources", "address", "javascript:alert(1)", "does not have the form"),
    *(
        (table, column, cell, "not a number in plain digits")
        for table, column in (("claims", "char_start"), ("figures", "value"))
        for cell in ("many", "1e3", "+1", "NaN", "inf", "1,000", "1_000", "007", "-0")
    ),
    ("claims", "char_start", "1.5", "not a number in plain digits"),
    ("figures", "value", "1.50", "not a number in plain digits"),
    ("figures", "value", "9" * 29, "not a number in plain digits"),
    ("posts", "word_count", "0", "0 is less than 1"),
    ("figures", "value", "-1", "-1 is less than 0"),
    ("figures", "value", "1000000000001", "is more than 1000000000000"),
    ("coding_agreement", "alpha", "-1.1", "-1.1 is less than -1"),
    ("coding_agreement", "alpha", "1.1", "1.1 is more than 1"),
    *(
        ("published_sources", "read_on", cell, "is not a day as YYYY-MM-DD")
        for cell in ("2023-02-30", "30.01.2023", "2023-1-5", "20230105", "2023-W01-1")
    ),
    *(
        ("claims", "statement", cell, words)
        for cell, words in (
            ("China acted. ", "white space around"),
            ("China\nacted.", "a line break"),
            ("China\u200bacted.", "an invisible"),
            ("China \u202eacted.", "an invisible"),
            ("China acted\u00a0.", "an unusual space"),
            ("China acted\ufffd.", "lost"),
            ("Chinа acted.", "a letter or digit of another script"),
            ("China acted ٣ times.", "a letter or digit of another script"),
            ("Cafe\u0301 acted.", "normal form C"),
        )
    ),
    ("entities", "description", "The Κommission.", "mixes alphabets that look alike"),
    ("entities", "entity_type", "", "must not be empty"),
    ("operation_mentions", "operation_id", "opration-x", "unknown id 'opration-x'"),
    ("figures", "claim_id", "p01.c99", "unknown id 'p01.c99', not in claims"),
]


@pytest.mark.parametrize(("table", "column", "cell", "words"), WRONG)
def test_a_wrong_cell_is_named(
    tables: Tables, built: Built, table: str, column: str, cell: str, words: str
) -> None:
    row = find(tables, table, has(column))
    row[column] = cell
    found = [one for one in reasons(tables, built) if (one.table, one.column) == (table, column)]
    assert [one.row for one in found] == [TABLES[table].id_of(row)], found
    assert words in found[0].reason and found[0].fix


def test_a_row_that_breaks_a_rule_on_one_row_is_named(tables: Tables, built: Built) -> None:
    row = find(tables, "claims", has(attribution_sentence_id="", mode="asserted"))
    row["mode"] = "reported"
    (found,) = reasons(tables, built)
    assert (found.table, found.row, found.column) == ("claims", row["claim_id"], "attribution")
    assert "a reported claim names its source" in found.reason


DUPLICATES: list[tuple[Change, str, str, str]] = [
    (add("claims", first, {"statement": "China acted."}), "claims", "claim_id", "claim_id 'p01.c"),
    (add("codes", first, {"label": "So"}), "codes", "list", "duplicate list code"),
    (
        add("operations", first, {"operation_id": "another"}),
        *("operations", "name", "duplicate name"),
    ),
]


@pytest.mark.parametrize(("change", "table", "column", "words"), DUPLICATES)
def test_what_two_rows_may_not_share_is_named(
    tables: Tables, built: Built, change: Change, table: str, column: str, words: str
) -> None:
    row = change(tables)
    found = [one for one in reasons(tables, built) if words in one.reason]
    place = (table, TABLES[table].id_of(row), column)
    assert [(one.table, one.row, one.column) for one in found] == [place], found


@pytest.mark.parametrize(
    ("table", "column"),
    [(name, column) for name, table in TABLES.items() for column in table.references],
)
def test_no_key_may_lead_nowhere(tables: Tables, built: Built, table: str, column: str) -> None:
    target, key = TABLES[table].references[column]
    # No post of the archive is a repost; the key is asked of one all the same.
    tables["posts"][4]["repost_of"] = "p01"
    row = find(
        tables, table, lambda row: row[column] not in ("", row.get(key) if target == table else "")
    )
    lost = row[column]
    tables[target] = [one for one in tables[target] if one[key] != lost]
    named = [one for one in reasons(tables, built) if f"unknown id {lost!r}" in one.reason]
    assert (table, TABLES[table].id_of(row), column) in [
        (one.table, one.row, one.column) for one in named
    ]


def test_one_wrong_cell_hides_no_other(tables: Tables, built: Built) -> None:
    tables["claims"][0].update(mode="said", statement="")
    tables["figures"][0]["value"] = "1,124,000"
    tables["figures"][1]["place"] = "XX"
    found = {(one.table, one.column) for one in reasons(tables, built)}
    assert found >= {
        ("claims", "mode"),
        ("claims", "statement"),
        ("figures", "value"),
        ("figures", "place"),
    }


def test_rows_that_no_rule_can_compute_with_are_told_apart(tables: Tables, built: Built) -> None:
    tables["claims"][0]["mode"] = "said"
    tables["figures"][0]["value"] = "many"
    tables["figures"][1]["period"] = "20222"
    _, broken = check_cells(Book(tables, built.book.sources))
    assert broken == tables["figures"][:2]


@pytest.mark.parametrize("cell", ["NA", "null", "None", "nan", "Café Ñandú", "a – b · c’s “d”"])
def test_words_that_look_like_nothing_are_words(cell: str) -> None:
    assert wrong_characters(cell, any_script=False) == ""


@pytest.mark.parametrize("cell", ["猎枭", "107萬起 (a)", "Комиссия", "한국"])
def test_other_scripts_stand_where_a_column_allows_them(cell: str) -> None:
    assert wrong_characters(cell, any_script=True) == ""
    assert "another script" in wrong_characters(cell, any_script=False)


def test_the_posts_own_words_may_hold_any_character(tables: Tables, built: Built) -> None:
    for row in tables["claims"]:
        row["attribution"] = row["attribution"] and "е\u0301\u200b "
    assert reasons(tables, built) == []
