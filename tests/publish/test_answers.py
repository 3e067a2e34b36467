"""Questions are answered from the tables; a file that is missing or wrong is named."""

from pathlib import Path
from typing import Any

import pytest

from schemas.tables import TABLES
from scripts.curation.finding import FindingsError
from scripts.publish.answers import answer_questions
from scripts.tables.row import Tables

CODE = {"sql": "-- How many?\nSELECT count(*) AS posts FROM posts;\n", "py": "1\n", "R": "1\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one question."""
    (tmp_path / "examples").mkdir()
    for ending, text in CODE.items():
        (tmp_path / f"examples/01-count.{ending}").write_text(text, "utf-8")
    return tmp_path


def ask(root: Path, tables: Tables, query: str) -> list[tuple[Any, ...]]:
    (root / "examples/01-count.sql").write_text(f"-- One?\n{query}", "utf-8")
    (question,) = answer_questions(root, tables)
    return question.rows


def test_a_question_has_number_title_code_and_answer(root: Path, tables: Tables) -> None:
    (question,) = answer_questions(root, tables)
    assert (question.number, question.slug, question.title) == (1, "01-count", "How many?")
    assert question.code == CODE
    assert (question.columns, question.rows) == (["posts"], [(len(tables["posts"]),)])


def test_every_table_is_there_with_types_and_empty_cells_as_null(
    root: Path, tables: Tables
) -> None:
    storage = {"string": "text", "date": "text", "integer": "integer", "number": "real"}
    wrong = []
    for name, table in TABLES.items():
        for column, described in table.columns.items():
            query = f'SELECT typeof("{column}"), count(*) FROM "{name}" GROUP BY 1 ORDER BY 1'
            found = dict(ask(root, tables, query))
            empty = sum(not row[column] for row in tables[name])
            if found.pop("null", 0) != empty or set(found) - {storage[described.type]}:
                wrong.append((name, column, found, empty))
    assert not wrong


def test_the_views_of_the_sqlite_file_are_there(root: Path, tables: Tables) -> None:
    assert ask(root, tables, "SELECT count(*) FROM shared_text") > [(0,)]


@pytest.mark.parametrize("ending", ["py", "R"])
def test_a_question_that_lacks_a_language_is_refused(
    root: Path, tables: Tables, ending: str
) -> None:
    (root / f"examples/01-count.{ending}").unlink()
    with pytest.raises(FindingsError, match=rf"^examples/01-count\.{ending}: the file is missing"):
        answer_questions(root, tables)


@pytest.mark.parametrize(
    ("query", "reason"),
    [("SELECT x FROM posts", "no such column: x"), ("SELECT 1; SELECT 2", "one statement")],
)
def test_a_query_that_sqlite_cannot_run_is_refused(
    root: Path, tables: Tables, query: str, reason: str
) -> None:
    with pytest.raises(FindingsError, match=rf"^examples/01-count\.sql: SQLite says: .*{reason}"):
        ask(root, tables, query)


def test_a_folder_without_questions_has_none(tmp_path: Path, tables: Tables) -> None:
    assert answer_questions(tmp_path, tables) == []
