"""The SQL of every question has one answer in SQLite and DuckDB, in Python and in their clients."""

import json
import math
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.consumers.comparison import plain
from tests.consumers.making import Release
from tests.consumers.printed import run_shell, run_sqlite

Rows = list[list[Any]]
SLUGS = sorted(path.stem for path in (ROOT / "examples").glob("[0-9]*.sql"))


def by_sqlite(release: Release, slug: str) -> Rows:
    with closing(sqlite3.connect(release.sqlite)) as connection:
        query = (release.folder / f"examples/{slug}.sql").read_text("utf-8")
        return [list(row) for row in connection.execute(query)]


def by_duckdb(release: Release, slug: str) -> Rows:
    import duckdb

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(release.folder)
        with duckdb.connect() as connection:
            connection.execute(Path("metadata/duckdb.sql").read_text("utf-8"))
            result = connection.execute(Path(f"examples/{slug}.sql").read_text("utf-8"))
            return [list(map(plain, row)) for row in result.fetchall()]


def printed(release: Release, program: str, slug: str) -> str:
    """Return the line that the page prints for the first question, for this one."""
    page = (release.folder / "examples/README.md").read_text("utf-8")
    (line,) = re.findall(rf"`({program} [^`]* examples/{SLUGS[0]}\.sql)`", page)
    return str(line).replace(SLUGS[0], slug)


def by_sqlite_client(release: Release, slug: str) -> Rows:
    line = printed(release, "sqlite3", slug)
    assert run_sqlite(line, release.folder).startswith("┌")
    # Values in place of a drawing.
    return cells_of(run_sqlite(line.replace("-box", "-json"), release.folder))


def by_duckdb_client(release: Release, slug: str) -> Rows:
    line = printed(release, "duckdb", slug)
    done = run_shell(line.replace("duckdb ", "duckdb -json ", 1), release.folder, "programs")
    assert done.returncode == 0, done.stderr
    return cells_of(done.stdout)


def cells_of(printed: str) -> Rows:
    return [list(row.values()) for row in json.loads(printed)]


def same(one: Any, other: Any) -> bool:
    """Whether two cells are equal; the ids of posts in a cell may stand in any order."""
    if isinstance(one, int) and isinstance(other, str):
        # A sum in DuckDB is a HUGEINT, which its client writes as text.
        return str(one) == other
    if isinstance(one, float) or isinstance(other, float):
        return one is not None and other is not None and math.isclose(one, other, rel_tol=1e-9)
    if isinstance(one, str) and isinstance(other, str):
        return sorted(one.split(", ")) == sorted(other.split(", "))
    return bool(one == other)


def check_answer(expected: Rows, answer: Rows) -> None:
    assert expected, "a question without an answer"
    assert len(answer) == len(expected)
    pairs = list(zip(expected, answer, strict=True))
    wrong = [pair for pair in pairs if not all(map(same, *pair))]
    assert not wrong, "\n".join(f"{one}\nbut {other}" for one, other in wrong[:10])


ENGINES: dict[str, Callable[[Release, str], Rows]] = {
    "DuckDB": by_duckdb,
    "SQLite client": by_sqlite_client,
    "DuckDB client": by_duckdb_client,
}


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    "engine",
    [pytest.param(one, marks=pytest.mark.programs if "client" in one else ()) for one in ENGINES],
)
def test_a_question_has_the_answer_that_sqlite_gives_in_python(
    engine: str, slug: str, release: Release
) -> None:
    check_answer(by_sqlite(release, slug), ENGINES[engine](release, slug))


@pytest.mark.parametrize("answer", [[["p01", 1]], [["p01", 2], ["p02", 1]], [["p01", 1], ["", 1]]])
def test_another_cell_and_a_missing_row_are_seen(answer: Rows) -> None:
    with pytest.raises(AssertionError):
        check_answer([["p01", 1], ["p02", 1]], answer)
