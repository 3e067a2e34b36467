"""A SQLite file made from the descriptor by frictionless and SQLAlchemy.

Two such files are compared by content: another version of SQLite, or of the libraries, orders
pages and keys otherwise.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from frictionless import Package
from frictionless.formats.sql import SqlMapper
from sqlalchemy import MetaData, Table, create_engine, insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateColumn, CreateTable
from sqlite_utils import Database

from schemas.tables import TABLES

# DuckDB has the second one too: metadata/duckdb.sql.
VIEWS = tuple(Path(__file__).with_name(name) for name in ("views.sql", "shared_text.sql"))
# Their columns of free text are searched, never codes and ids.
_SEARCHED = (
    "posts",
    "claims",
    "operations",
    "figures",
    "talking_points",
    "propositions",
    "consistency_checks",
    "reference_checks",
    "claim_reviews",
    "entities",
    "published_sources",
)


def write_sqlite(descriptor: Path, target: Path) -> None:
    """Write all tables of a valid package to a new file, with keys, types, constraints, comments.

    SQLite has no comments on columns; titles and descriptions are comments in the text of each
    CREATE TABLE, which `.schema` shows. A package with all tables also has the views, and the
    full-text search of FTS4: Datasette and SQLite in the browser both read that.
    """
    package = Package(str(descriptor))
    mapper = SqlMapper("sqlite")
    metadata = MetaData()
    for resource in package.resources:
        for field in resource.schema.fields:
            # SQLite has no REGEXP of its own: a check with one could not be evaluated.
            field.constraints.pop("pattern", None)
        table = mapper.write_schema(resource.schema, table_name=resource.name)
        table.to_metadata(metadata).comment = resource.description
    engine = create_engine(f"sqlite:///{target}")
    with engine.begin() as connection:
        metadata.create_all(connection)
        for name, table in metadata.tables.items():
            with package.get_table_resource(name) as resource:
                rows = [mapper.write_row(row) for row in resource.row_stream]
            connection.execute(insert(table), rows)
    engine.dispose()
    if TABLES.keys() <= metadata.tables.keys():
        with closing(sqlite3.connect(target)) as connection:
            for path in VIEWS:
                connection.executescript(path.read_text("utf-8"))
            for name in _SEARCHED:
                texts = [column for column, one in TABLES[name].columns.items() if one.is_text]
                searched = Database(connection).table(name)
                searched.enable_fts(texts, fts_version="FTS4", tokenize="porter")


@compiles(CreateColumn, "sqlite")
def _column_with_comment(creation: CreateColumn, compiler: Any, **options: Any) -> str:
    text: str = compiler.visit_create_column(creation, **options)
    return f"{text} {_comment(creation.element.comment)}"


@compiles(CreateTable, "sqlite")
def _table_with_comment(creation: CreateTable, compiler: Any, **options: Any) -> str:
    text: str = compiler.visit_create_table(creation, **options)
    assert isinstance(creation.element, Table)
    return text.replace("(", f"( {_comment(creation.element.comment)}", 1)


def _comment(text: str | None) -> str:
    return f"/* {(text or '').replace('*/', '* /')} */"
