"""pandas, polars, pyarrow and DuckDB read every table of a release with its types and quotes."""

import importlib.util
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.consumers.comparison import (
    Column,
    Table,
    Tables,
    as_table,
    check,
    plain,
    tables_with_spans,
    wrong_quotes,
)
from tests.consumers.making import Release
from tests.consumers.printed import lines_for, run_python
from tests.consumers.traps import TRAPPED, check_traps
from tests.needed import need


def from_pandas(frame: Any) -> Table:
    kinds = {
        "string[pyarrow]": "string",
        "int64[pyarrow]": "integer",
        "double[pyarrow]": "number",
        "date32[day][pyarrow]": "date",
    }
    return {
        name: Column(
            kinds[str(column.dtype)],
            [
                None if missing else plain(value)
                for value, missing in zip(column, column.isna(), strict=True)
            ],
        )
        for name, column in frame.items()
    }


def from_polars(frame: Any) -> Table:
    kinds = {"String": "string", "Int64": "integer", "Float64": "number", "Date": "date"}
    return {
        column.name: Column(kinds[str(column.dtype)], [plain(value) for value in column])
        for column in frame
    }


def from_pyarrow(table: Any) -> Table:
    kinds = {"string": "string", "int64": "integer", "double": "number", "date32[day]": "date"}
    return {
        field.name: Column(
            kinds[str(field.type)], [plain(one) for one in table[field.name].to_pylist()]
        )
        for field in table.schema
    }


def from_duckdb(result: Any) -> Table:
    kinds = {"VARCHAR": "string", "BIGINT": "integer", "DOUBLE": "number", "DATE": "date"}
    types = {name: kinds[str(kind)] for name, kind, *_ in result.description}
    return as_table(types, result.fetchall())


READERS: dict[str, Callable[[Any], Table]] = {
    "pandas": from_pandas,
    "polars": from_polars,
    "pyarrow": from_pyarrow,
    "DuckDB in Python": from_duckdb,
}
every_reader = pytest.mark.parametrize("program", READERS)


def read_all(program: str, release: Release, *names: str) -> Tables:
    """Return these tables as the printed lines read them, run in the folder of the release."""
    module = program.split()[0].lower()
    available = importlib.util.find_spec(module) is not None
    need(available, f"{module} is not installed; it stands in requirements-dev.lock")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(release.folder)
        return {
            name: READERS[program](run_python(lines_for(program, release.folder, name), name))
            for name in names
        }


@every_reader
def test_the_printed_lines_read_every_table_as_it_stands_in_the_files(
    program: str, release: Release
) -> None:
    tables = read_all(program, release, *release.master)
    check(release.master, tables)
    assert wrong_quotes(tables) == wrong_quotes(release.master)


@every_reader
def test_text_that_looks_like_something_else_stays_as_it_is(program: str, trapped: Release) -> None:
    check_traps(read_all(program, trapped, *TRAPPED))


def test_duckdb_finds_every_quote_by_its_offsets(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    import duckdb

    monkeypatch.chdir(release.folder)
    connection = duckdb.connect()
    connection.execute((release.folder / "metadata/duckdb.sql").read_text("utf-8"))
    query = """
        SELECT count(*), sum((substr(posts.text, char_start + 1, char_end - char_start)
                              = spans.quote)::INT)
        FROM {} AS spans JOIN posts ON posts.post_id = spans.post_id
    """
    for name in tables_with_spans(release.master):
        found = connection.execute(query.format(name)).fetchone()
        assert found is not None
        assert found[0] == found[1] > 0, f"{name}: rows, quotes found {found}"


def test_polars_finds_every_quote_by_its_offsets(release: Release) -> None:
    import polars as pl

    posts = pl.read_parquet(release.folder / "parquet/posts.parquet").select("post_id", "text")
    for name in tables_with_spans(release.master):
        rows = pl.read_parquet(release.folder / f"parquet/{name}.parquet").join(posts, on="post_id")
        found = pl.col("text").str.slice("char_start", pl.col("char_end") - pl.col("char_start"))
        wrong = rows.filter(found != pl.col("quote"))
        assert len(rows) > 0 == len(wrong), wrong


def from_reader(frame: Any) -> Table:
    kinds = {"string": "string", "Int64": "integer", "Float64": "number"}
    return {
        name: Column(
            kinds.get(str(column.dtype), "date"),
            [
                None if missing else plain(value)
                for value, missing in zip(column, column.isna(), strict=True)
            ],
        )
        for name, column in frame.items()
    }


def read_with_the_reader(folder: Path, *names: str) -> Tables:
    """Return these tables as the reader of the examples reads them in this folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        read = runpy.run_path("examples/read.py")["read"]
        return {name: from_reader(read(name)) for name in names}


def test_the_reader_of_the_examples_reads_every_table_as_it_stands_in_the_files(
    release: Release, trapped: Release
) -> None:
    check(release.master, read_with_the_reader(release.folder, *release.master))
    check_traps(read_with_the_reader(trapped.folder, *TRAPPED))


def test_the_reader_of_the_examples_refuses_a_swapped_header(copied: Release) -> None:
    path = copied.swap_header("propositions")
    with pytest.raises(ValueError, match=f"the header of {path} is not as described"):
        read_with_the_reader(copied.folder, "propositions")
