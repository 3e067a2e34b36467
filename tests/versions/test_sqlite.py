"""The SQLite file of a release holds what the tables hold, with keys, types and meanings."""

import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from scripts.description.cache import load_table_schemas
from scripts.mutations.package_copy import Row, read
from scripts.versions.sqlite import write_sqlite
from tests.versions.releasing import ZIP, unpack


def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the content of a SQLite file: every table's rows in order of their cells."""
    with sqlite3.connect(path) as database:
        names = [row[0] for row in database.execute("select name from sqlite_master") if row[0]]
        return {
            name: sorted(database.execute(f'select * from "{name}"').fetchall(), key=repr)
            for name in names
            if not name.startswith("sqlite_")
        }


@pytest.fixture(scope="module")
def database(released_once: Path) -> Path:
    return (released_once / ZIP).with_suffix(".sqlite")


def test_sqlite_holds_every_cell_with_its_type(database: Path, released_once: Path) -> None:
    content = cells(database)
    tables = load_table_schemas()["tables"]
    assert content.keys() == tables.keys()
    for name, table in tables.items():
        types = {one["name"]: one["type"] for one in table["schema"]["fields"]}
        expected = [typed(row, types) for row in read(released_once, name)]
        assert content[name] == sorted(expected, key=repr), name


def typed(row: Row, types: dict[str, str]) -> tuple[object, ...]:
    readers = {"integer": int, "number": float}
    return tuple(
        readers.get(types[name], str)(cell) if cell else None for name, cell in row.items()
    )


def test_sqlite_holds_sound_keys(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        for name, table in load_table_schemas()["tables"].items():
            columns = connection.execute(f'pragma table_info("{name}")').fetchall()
            key = [row[1] for row in sorted(columns, key=lambda row: row[5]) if row[5]]
            assert key == table["schema"]["primaryKey"], name
            foreign = connection.execute(f'pragma foreign_key_list("{name}")').fetchall()
            described = Counter(
                (one["reference"]["resource"] or name, *one["fields"], *one["reference"]["fields"])
                for one in table["schema"].get("foreignKeys", [])
            )
            assert Counter((row[2], row[3], row[4]) for row in foreign) == described, name


def test_sqlite_refuses_a_row_that_points_nowhere(database: Path, tmp_path: Path) -> None:
    copy = shutil.copy(database, tmp_path / "copy.sqlite")
    with sqlite3.connect(copy) as connection:
        connection.execute("update figures set claim_id = 'p01.c999' where figure_id = 'p01.f01'")
        assert connection.execute("pragma foreign_key_check").fetchall()
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("update figures set char_start = -1")


def test_sqlite_shows_what_every_table_and_column_means(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        texts = dict(connection.execute("select name, sql from sqlite_master where type = 'table'"))
    for name, table in load_table_schemas()["tables"].items():
        assert f"/* {table['description']} */" in texts[name]
        for field in table["schema"]["fields"]:
            assert f"/* {field['description']} */" in texts[name], f"{name}.{field['name']}"


def test_two_sqlite_files_of_one_package_hold_the_same(database: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite"
    folder = unpack(database.with_suffix(".zip"), tmp_path / "package")
    write_sqlite(folder / "datapackage.json", again)
    assert cells(again) == cells(database)
    assert not list(tmp_path.glob("*.new"))
