"""The questions of examples/ with their answers, which SQLite computes from the tables."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from schemas.table_schema import to_table_schema
from schemas.tables import TABLES
from scripts.curation.finding import refuse
from scripts.curation.text_file import read_text
from scripts.package.sqlite import fill
from scripts.tables.row import Tables

LANGUAGES = {"py": "python", "R": "r", "sql": "sql"}
"""The endings of a question's files, with the names that Markdown has for their languages."""
_RESOURCES = [
    {"name": name, "schema": to_table_schema(table, defaultdict(tuple))}
    for name, table in TABLES.items()
]


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
        fill(connection, _RESOURCES, tables)
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
