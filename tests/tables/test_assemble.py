"""All tables are made from the curation, each with its own columns, and every row has a line."""

from dataclasses import replace

from schemas.tables import TABLES
from scripts.package.source import Built
from scripts.tables.assemble import build_tables
from tests.conftest import ROOT


def test_every_table_has_rows_with_exactly_its_columns(built: Built) -> None:
    tables = built.book.tables
    assert tables.keys() == TABLES.keys()
    wrong = [
        (name, rows[0].keys() ^ TABLES[name].columns.keys())
        for name, rows in tables.items()
        if any(row.keys() != TABLES[name].columns.keys() for row in rows)
    ]
    assert wrong == []
    # of row_reviews there may be none yet
    assert {name for name, rows in tables.items() if not rows} <= {"row_reviews"}


def test_every_cell_is_text(built: Built) -> None:
    wrong = [
        (name, TABLES[name].id_of(row), column, cell)
        for name, rows in built.book.tables.items()
        for row in rows
        for column, cell in row.items()
        if not isinstance(cell, str)
    ]
    assert wrong == []


def test_every_row_has_a_line_of_the_curation(built: Built) -> None:
    lengths: dict[str, int] = {}
    wrong = []
    for name, rows in built.book.tables.items():
        for row in rows:
            places = [row.origin, *row.origin.columns.values()] if row.origin else [None]
            for place in places:
                if place is not None and place.file not in lengths:
                    lengths[place.file] = (ROOT / place.file).read_text("utf-8").count("\n")
                if place is None or not 0 < place.line <= lengths[place.file]:
                    wrong.append((name, TABLES[name].id_of(row), place))
    assert wrong == []


def test_nothing_is_made_of_a_post_that_cannot_be_read(built: Built) -> None:
    """What points to it is not said to be wrong: nobody knows what the post has."""
    posts = [one for one in built.curation.posts if one.post.post_id != "p03"]
    curation = replace(built.curation, posts=posts, unread=frozenset({"p03"}))
    book, findings = build_tables(curation)
    assert findings == []
    assert book.get("posts", "p03") is None
    of_p03 = {
        one.proposition_id
        for one in curation.links.propositions
        if any(claim.claim_id.startswith("p03.") for claim in one.claims)
    }
    assert of_p03 and of_p03 <= book.unread
    assert not of_p03 & {row["proposition_id"] for row in book.rows("claim_propositions")}
