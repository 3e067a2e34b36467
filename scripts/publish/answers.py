"""The questions of examples/ with their answers, which SQLite computes from the tables."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from schemas.tables import TABLES
from scripts.curation.finding import refuse
from scripts.curation.text_file import read_text
from scripts.tables.row import Tables

LANGUAGES = {"py": "python", "R": "r", "sql": "sql"}
"""The endings of a question's files, with the names that Markdown has for their languages."""
_AFFINITY = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL"}
SHARED_TEXT = Path(__file__).parents[1] / "package" / "shared_text.sql"
"""The view that SQLite and DuckDB both have."""


class Question(NamedTuple):
    """A question, its code by ending, and its answer."""

    number: int
    slug: str
    title: str
    code: dict[str, str]
    columns: list[str]
    rows: list[tuple[Any, ...]]


def answer_questions(root: Path, tables: Tables) -> list[Question]:
    """Return the questions in examples/ of `root` with their answers from the tables.

    Raises:
        FindingsError: a file of a question is missing, or SQLite cannot run it.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        _fill(connection, tables)
        paths = sorted((root / "examples").glob("[0-9][0-9]-*.sql"))
        return [_answer(connection, root, path.stem) for path in paths]


def _answer(connection: sqlite3.Connection, root: Path, slug: str) -> Question:
    files = {ending: f"examples/{slug}.{ending}" for ending in LANGUAGES}
    code = {key: read_text(root, file, "add it to the question") for key, file in files.items()}
    try:
        result = connection.execute(code["sql"])
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise refuse(files["sql"], f"SQLite says: {error}", "correct the query") from error
    title = code["sql"].partition("\n")[0].removeprefix("-- ")
    columns = [column for column, *_ in result.description]
    return Question(int(slug[:2]), slug, title, code, columns, result.fetchall())


def _fill(connection: sqlite3.Connection, tables: Tables) -> None:
    for name, table in TABLES.items():
        columns = [f'"{key}" {_AFFINITY[column.type]}' for key, column in table.columns.items()]
        connection.execute(f'CREATE TABLE "{name}" ({", ".join(columns)})')
        rows = ([row[key] or None for key in table.columns] for row in tables[name])
        places = ", ".join("?" * len(columns))
        connection.executemany(f'INSERT INTO "{name}" VALUES ({places})', rows)
    connection.executescript(SHARED_TEXT.read_text("utf-8"))
