"""Run the examples, each with its own reader, and return what it reads and answers.

A table is a dictionary of its columns, a column its type in the descriptor's words and its
values: None, str, int, float, or a date as ISO 8601.
"""

import importlib.util
import json
import os
import runpy
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.needed import need

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_DUMP = Path(__file__).with_name("tables_of.R")


class Column(NamedTuple):
    """A column as a reader gives it."""

    type: str
    values: list[Any]


Table = dict[str, Column]
Tables = dict[str, Table]


def names_of(folder: Path) -> dict[str, list[str]]:
    """Return the columns of every table, as described."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return {
        table["name"]: [field["name"] for field in table["schema"]["fields"]]
        for table in descriptor["resources"]
    }


def read_with_pandas(folder: Path) -> tuple[Tables, Table]:
    script = runpy.run_path(str(EXAMPLES / "python_pandas.py"))
    tables = {name: _from_pandas(script["read_table"](name)) for name in names_of(folder)}
    return tables, _from_pandas(script["answer"])


def _from_pandas(frame: Any) -> Table:
    kinds = {"string": "string", "Int64": "integer", "Float64": "number"}
    return {
        name: Column(
            kinds.get(str(column.dtype).partition("[")[0], "date"),
            [
                None if missing else _plain(value)
                for value, missing in zip(column, column.isna(), strict=True)
            ],
        )
        for name, column in frame.items()
    }


def read_with_polars(folder: Path) -> tuple[Tables, Table]:
    need_module("polars")
    script = runpy.run_path(str(EXAMPLES / "python_polars.py"))
    tables = {name: _from_polars(script["read_table"](name)) for name in names_of(folder)}
    return tables, _from_polars(script["answer"])


def _from_polars(frame: Any) -> Table:
    kinds = {"String": "string", "Int64": "integer", "Float64": "number", "Date": "date"}
    kinds["UInt32"] = "integer"  # what polars counts with
    return {
        column.name: Column(kinds[str(column.dtype)], [_plain(value) for value in column])
        for column in frame
    }


def read_with_frictionless(folder: Path) -> tuple[Tables, Table]:
    script = runpy.run_path(str(EXAMPLES / "python_frictionless.py"))
    tables = {}
    for name, columns in names_of(folder).items():
        types = [field.type for field in script["PACKAGE"].get_resource(name).schema.fields]
        rows = script["read_table"](name)
        tables[name] = {
            column: Column(kind, [_plain(row[column]) for row in rows])
            for column, kind in zip(columns, types, strict=True)
        }
    uses = sorted((name, post) for name, posts in script["names"].items() for post in posts)
    return tables, _as_table(["quote", "post_id"], uses)


def read_with_duckdb(folder: Path) -> tuple[Tables, Table]:
    need_module("duckdb")
    import duckdb

    connection = duckdb.connect()
    script = (EXAMPLES / "duckdb.sql").read_text("utf-8")
    for line in script.split("\n"):
        if line.startswith(".read "):
            connection.execute(Path(line.removeprefix(".read ")).read_text("utf-8"))
    query = "\n".join(line for line in script.split("\n") if not line.startswith("."))
    tables = {
        name: _from_duckdb(connection.execute(f'SELECT * FROM "{name}"'))
        for name in names_of(folder)
    }
    return tables, _from_duckdb(connection.execute(query))


def _from_duckdb(result: Any) -> Table:
    kinds = {"VARCHAR": "string", "BIGINT": "integer", "DOUBLE": "number", "DATE": "date"}
    columns = [(name, kinds[str(kind)]) for name, kind, *_ in result.description]
    rows = result.fetchall()
    return {
        name: Column(kind, [_plain(row[place]) for row in rows])
        for place, (name, kind) in enumerate(columns)
    }


def read_with_sqlite(folder: Path) -> tuple[Tables, Table]:
    with closing(open_sqlite(folder)) as connection:
        tables = {name: _from_sqlite(connection, name) for name in names_of(folder)}
        rows = connection.execute((EXAMPLES / "sqlite.sql").read_text("utf-8")).fetchall()
    return tables, _as_table(["quote", "post_id"], [row[-2:] for row in rows])


def open_sqlite(folder: Path) -> sqlite3.Connection:
    """Return the SQLite file of the package, as a release writes it."""
    need_module("sqlalchemy")
    from scripts.package.sqlite import write_sqlite

    database = folder / "package.sqlite"
    database.unlink(missing_ok=True)
    write_sqlite(folder / "datapackage.json", database)
    return sqlite3.connect(database)


def _from_sqlite(connection: sqlite3.Connection, name: str) -> Table:
    kinds = {"TEXT": "string", "VARCHAR": "string", "INTEGER": "integer", "FLOAT": "number"}
    kinds["DATE"] = "date"
    columns = connection.execute("SELECT name, type FROM pragma_table_info(?)", [name]).fetchall()
    # Ordered as in the file: the row number is that of the insertion.
    rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()
    return {
        column: Column(kinds[kind.partition("(")[0]], [row[place] for row in rows])
        for place, (column, kind) in enumerate(columns)
    }


def read_with_base_r(folder: Path) -> tuple[Tables, Table]:
    return _read_with_r("r_base.R", folder)


def read_with_readr(folder: Path) -> tuple[Tables, Table]:
    return _read_with_r("r_readr.R", folder)


def read_with_frictionless_r(folder: Path) -> tuple[Tables, Table]:
    # It is in no Debian package: tried where it is installed, asked for nowhere.
    if not _has_r_packages("frictionless"):
        pytest.skip("the R package frictionless is not installed")
    return _read_with_r("r_frictionless.R", folder)


def _read_with_r(example: str, folder: Path) -> tuple[Tables, Table]:
    result = folder / "result.json"
    run_r(folder, str(_DUMP), str(EXAMPLES / example), str(result))
    found = json.loads(result.read_text("utf-8"))
    tables = {name: _from_r(table) for name, table in found["tables"].items()}
    return tables, _from_r(found["answer"])


def run_r(folder: Path, *arguments: str) -> str:
    """Run Rscript in the folder and return what it prints; raise what it complains of."""
    need(
        _has_r_packages("readr", "jsonlite"),
        "R with readr and jsonlite is not installed: "
        "apt-get install r-base-core r-cran-readr r-cran-jsonlite",
    )
    # A plain UTF-8 locale, so that the machine's own does not matter.
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        ["Rscript", *arguments], cwd=folder, env=environment, capture_output=True, text=True
    )
    if run.returncode:
        raise ValueError(run.stderr)
    return run.stdout


def _from_r(table: dict[str, dict[str, Any]]) -> Table:
    return {name: Column(column["type"], column["values"]) for name, column in table.items()}


@cache
def _has_r_packages(*packages: str) -> bool:
    if not shutil.which("Rscript"):
        return False
    test = ["Rscript", "-e", "; ".join(f"library({name})" for name in packages)]
    return subprocess.run(test, capture_output=True).returncode == 0


def need_module(name: str) -> None:
    """Skip the test where a package of the development environment is missing."""
    available = importlib.util.find_spec(name) is not None
    need(available, f"{name} is not installed; it stands in requirements-dev.lock")


def _as_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    listed = list(rows)
    return {
        name: Column("string", [row[place] for row in listed]) for place, name in enumerate(columns)
    }


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, Decimal):
        return float(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value


Reader = Callable[[Path], tuple[Tables, Table]]
READERS: dict[str, Reader] = {
    "pandas": read_with_pandas,
    "polars": read_with_polars,
    "frictionless": read_with_frictionless,
    "DuckDB": read_with_duckdb,
    "SQLite": read_with_sqlite,
    "base R": read_with_base_r,
    "readr": read_with_readr,
}
