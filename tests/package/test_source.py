"""The package follows from the curation, and every cell of a copy is compared with it."""

from pathlib import Path

from schemas.tables import TABLES
from scripts.package.source import (
    Built,
    build_and_check,
    compare_with_curation,
    make_package,
    take_origins,
)
from scripts.tables.row import Row, Tables

ROOT = Path(__file__).parents[2]


def told(tables: Tables, built: Built) -> list[str]:
    return [str(finding) for finding in compare_with_curation(tables, built)[0]]


def test_the_same_curation_gives_the_same_bytes(package: dict[str, bytes]) -> None:
    assert make_package(ROOT, build_and_check(ROOT).book) == package


def test_every_row_has_the_columns_of_its_table_and_text_in_every_cell(built: Built) -> None:
    """What a writer of CSV would leave out or spell in its own way."""
    for name, table in TABLES.items():
        for row in built.book.tables[name]:
            assert row.keys() == table.columns.keys(), f"{name} {row}"
            assert all(type(cell) is str for cell in row.values()), f"{name} {row}"


def test_tables_as_built_are_those_of_the_curation(tables: Tables, built: Built) -> None:
    assert compare_with_curation(tables, built) == ([], [])


def test_a_changed_cell_is_named_with_both_values_and_its_line(
    tables: Tables, built: Built
) -> None:
    row = next(row for row in tables["claims"] if row["claim_id"] == "p01.c03")
    row["theme"], row.origin = "other", None
    (words,) = told(tables, built)
    assert words.startswith("curation/posts/p01.txt:")
    assert "claims p01.c03 theme: is 'other', the curation gives 'enforcement'" in words


def test_a_lost_row_and_one_too_many_are_named(tables: Tables, built: Built) -> None:
    rows = tables["claim_operations"]
    lost = rows.pop(3)
    added = Row({"claim_id": "p01.c01", "operation_id": lost["operation_id"]})
    rows.append(added)
    first, second = told(tables, built)
    assert (
        f"claim_operations {lost['claim_id']} {lost['operation_id']} claim_id: the row is" in first
    )
    assert "claim_operations p01.c01" in second and "the curation gives no such row" in second


def test_no_row_of_any_table_can_be_lost_or_out_of_order(tables: Tables, built: Built) -> None:
    swapped = {name: [rows[1], rows[0], *rows[2:]] for name, rows in tables.items()}
    assert {one.table for one in compare_with_curation(swapped, built)[0]} == set(TABLES)
    shorter = {name: rows[:-1] for name, rows in tables.items()}
    found = compare_with_curation(shorter, built)[0]
    assert [one.table for one in found] == list(TABLES)
    assert all("the row is missing, the curation gives it" in one.reason for one in found)


def withhold(tables: Tables, post_id: str) -> None:
    """Take the words of a post away; ids, offsets, hashes and codes stay."""
    for name, table in TABLES.items():
        for row in tables[name]:
            if row.get("post_id") == post_id:
                row.update(dict.fromkeys(table.words, ""))
                if name == "posts":
                    row["text_status"] = "withheld"


def test_of_a_withheld_post_the_words_alone_are_not_compared_and_that_is_said(
    tables: Tables, built: Built
) -> None:
    withhold(tables, "p10")
    findings, notes = compare_with_curation(tables, built)
    assert findings == []
    assert notes[:2] == [
        "posts: title, text, text_status of p10, withheld",
        "claims: quote, attribution, period_words of p10, withheld",
    ]
    with_words = [name for name, table in TABLES.items() if table.words]
    assert [note.partition(":")[0] for note in notes] == with_words
    row = next(row for row in tables["claims"] if row["post_id"] == "p10")
    row["mode"], row["quote"] = "rumoured", "other words"
    other = next(row for row in tables["claims"] if row["post_id"] == "p11")
    other["quote"] = ""
    found = compare_with_curation(tables, built)[0]
    named = [(one.row, one.column) for one in found]
    assert named == [(row["claim_id"], "mode"), (other["claim_id"], "quote")]


def test_rows_that_were_read_get_the_lines_of_the_curation(tables: Tables, built: Built) -> None:
    due = built.book.tables
    for rows in tables.values():
        for row in rows:
            row.origin = None
    tables["claims"].append(Row({**tables["claims"][0], "claim_id": "p01.c99"}))
    take_origins(tables, due)
    assert [row.origin for row in tables["posts"]] == [row.origin for row in due["posts"]]
    assert tables["claims"][0].origin == due["claims"][0].origin is not None
    assert tables["claims"][-1].origin is None
