"""The SQLite file of a release has what the tables have, with keys, types and meanings."""

import re
import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from schemas.tables import TABLES
from scripts.package.reader import Package, read_package
from scripts.package.source import Built
from scripts.package.sqlite import VIEWS, make_sqlite
from scripts.publish.recurrences import share_text
from scripts.tables.row import Row
from tests.package.small import release_tables, write_project

Cells = tuple[object, ...]


def cells_of(path: Path) -> dict[str, list[Cells]]:
    """Return every table's rows in order of their cells."""
    with sqlite3.connect(path) as database:
        names = database.execute("select name from sqlite_master where type = 'table'").fetchall()
        return {
            name: sorted(database.execute(f'select * from "{name}"').fetchall(), key=repr)
            for (name,) in names
            if "_fts" not in name
        }


def typed(row: Row, types: dict[str, str]) -> Cells:
    readers = {"integer": int, "number": float}
    return tuple(
        readers.get(types[name], str)(cell) if cell else None for name, cell in row.items()
    )


def test_sqlite_has_every_cell_with_its_type(database: Path, whole: Package) -> None:
    content = cells_of(database)
    assert content.keys() == whole.tables.keys()
    for name, table in whole.tables.items():
        types = {column: str(field["type"]) for column, field in table.fields.items()}
        expected = [typed(row, types) for row in table.rows.values()]
        assert content[name] == sorted(expected, key=repr), name


def test_sqlite_has_the_keys_of_the_tables(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        for name, table in TABLES.items():
            columns = connection.execute(f'pragma table_info("{name}")').fetchall()
            key = [row[1] for row in sorted(columns, key=lambda row: row[5]) if row[5]]
            assert tuple(key) == table.key, name
            foreign = connection.execute(f'pragma foreign_key_list("{name}")').fetchall()
            described = Counter((to, own, their) for own, (to, their) in table.references.items())
            assert Counter((row[2], row[3], row[4]) for row in foreign) == described, name


def test_sqlite_refuses_a_row_that_points_nowhere(database: Path, tmp_path: Path) -> None:
    copy = shutil.copy(database, tmp_path / "copy.sqlite")
    with sqlite3.connect(copy) as connection:
        connection.execute("update figures set claim_id = 'p01.c999' where figure_id = 'p01.f01'")
        assert connection.execute("pragma foreign_key_check").fetchall()
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("update figures set char_start = -1")


def test_sqlite_shows_what_every_table_and_column_means(database: Path, whole: Package) -> None:
    with sqlite3.connect(database) as connection:
        texts = dict(connection.execute("select name, sql from sqlite_master where type = 'table'"))
    for name, table in whole.tables.items():
        assert f"/* {table.resource['description']} */" in texts[name]
        for column, field in table.fields.items():
            assert f"/* {field['description']} */" in texts[name], f"{name}.{column}"


def test_a_view_tells_which_part_of_a_post_stands_in_another(database: Path, built: Built) -> None:
    with sqlite3.connect(database) as connection:
        rows = connection.execute(
            "select post_id, other_post_id, share from shared_text"
        ).fetchall()
    due = {pair: round(share, 4) for pair, share in share_text(built.book).items()}
    assert {(post, other): share for post, other, share in rows} == due
    assert len(rows) == len(due) > 10


def test_overlapping_passages_count_once_in_the_view(tmp_path: Path) -> None:
    """p01 shares characters 0-30 with p02 in two passages that overlap, two others with p03."""
    spans = [("a", "p01", 0, 20), ("b", "p01", 10, 30), ("c", "p01", 40, 50), ("c", "p01", 60, 70)]
    spans += [("a", "p02", 0, 20), ("b", "p02", 20, 40), ("c", "p03", 0, 10)]
    with sqlite3.connect(tmp_path / "shared.sqlite") as connection:
        connection.execute("create table posts (post_id, text)")
        connection.execute(
            "create table shared_passages (passage_id, post_id, char_start, char_end)"
        )
        posts = [(name, "x" * 100) for name in ("p01", "p02", "p03")]
        connection.executemany("insert into posts values (?, ?)", posts)
        connection.executemany("insert into shared_passages values (?, ?, ?, ?)", spans)
        connection.executescript(VIEWS[1].read_text("utf-8"))
        rows = connection.execute("select * from shared_text order by 1, 2").fetchall()
    assert rows == [
        ("p01", "p02", 30, 0.3),
        ("p01", "p03", 20, 0.2),
        ("p02", "p01", 40, 0.4),
        ("p03", "p01", 10, 0.1),
    ]


def test_words_of_posts_claims_and_notes_are_found(database: Path, whole: Package) -> None:
    with sqlite3.connect(database) as connection:
        find = "select docid from claims_fts where claims_fts match 'fentanyl'"
        found = {row[0] for row in connection.execute(find)}
        claims = connection.execute("select rowid, quote || ' ' || statement from claims")
        due = {row for row, words in claims if re.search(r"\bfentanyl\b", words, re.IGNORECASE)}
        assert found == due and len(due) > 10
        find = "select count(*) from {0} join {0}_fts on docid = {0}.rowid where {0}_fts match ?"
        for table, word in (
            ("operations", "猎枭"),
            ("posts", "narcotics"),
            ("claim_reviews", "xinhua"),
        ):
            assert connection.execute(find.format(table), [word]).fetchone()[0], (table, word)


def test_two_sqlite_files_of_one_package_have_the_same_rows(tmp_path: Path) -> None:
    small = read_package(write_project(tmp_path))
    for name in ("one.sqlite", "two.sqlite"):
        (tmp_path / name).write_bytes(make_sqlite(small))
    content = cells_of(tmp_path / "one.sqlite")
    assert content == cells_of(tmp_path / "two.sqlite")
    assert content.keys() == release_tables().keys()
