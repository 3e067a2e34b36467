"""The tables in SQLite, with keys, types, constraints, comments, views and full-text search.

Two files of one package are compared by content: another version of SQLite orders pages otherwise.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from schemas.flat import ADDED, FLAT
from schemas.tables import TABLES
from scripts.package.reader import Package, PackageTable
from scripts.tables.row import Row

# DuckDB has the second one too: metadata/duckdb.sql.
VIEWS = tuple(Path(__file__).with_name(name) for name in ("views.sql", "shared_text.sql"))
# SQLite keeps a day as its text; numbers become what they are by the type of their column.
_TYPES = {"string": "TEXT", "date": "DATE", "integer": "INTEGER", "number": "FLOAT"}
# Their columns of free text are searched, never codes and ids.
_SEARCHED = (
    *("posts", "claims", "operations", "figures", "talking_points", "propositions", "entities"),
    *("consistency_checks", "reference_checks", "claim_reviews", "published_sources"),
)


def make_sqlite(package: Package) -> bytes:
    """Return all tables of a valid package as a SQLite file.

    SQLite has no comments on columns; descriptions are comments in the text of each CREATE TABLE,
    which `.schema` shows. A package with all tables also has the views, and the full-text search
    of FTS4: Datasette and SQLite in the browser both read that.
    """
    # A build, which fills a database too, need not wait for it.
    from sqlite_utils import Database

    rows = {name: table.rows.values() for name, table in package.tables.items()}
    with closing(sqlite3.connect(":memory:")) as connection:
        fill(connection, [table.resource for table in package.tables.values()], rows)
        for name in _SEARCHED if TABLES.keys() <= rows.keys() else ():
            texts = [column for column, one in TABLES[name].columns.items() if one.is_text]
            searched = Database(connection).table(name)
            searched.enable_fts(texts, fts_version="FTS4", tokenize="porter")
        connection.commit()
        return connection.serialize()


def read_flat(package: Package, database: bytes) -> dict[str, PackageTable]:
    """Return the flat tables (schemas/flat.py) of a SQLite file by name.

    Only the file of a package with all tables has them. The cells of the table itself are those of
    the package, so that numbers are written alike.
    """
    if not TABLES.keys() <= package.tables.keys():
        return {}
    flat = {}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        for name, added in ADDED.items():
            own, view = package.tables[name], FLAT[f"{name}_flat"]
            found = connection.execute(f"SELECT {', '.join(added)} FROM {view.name}")
            rows = {}
            for (key, row), cells in zip(own.rows.items(), found, strict=True):
                texts = ("" if cell is None else str(cell) for cell in cells)
                rows[key] = Row({**row, **dict(zip(added, texts, strict=True))})
            fields = {
                name: {"type": one.type, "title": one.title, "description": one.description}
                for name, one in added.items()
            }
            resource = {"path": view.path, "description": view.description}
            flat[view.name] = PackageTable(resource, {**own.fields, **fields}, own.key, {}, rows)
    return flat


def fill(
    connection: sqlite3.Connection,
    resources: Iterable[Mapping[str, Any]],
    rows: Mapping[str, Iterable[Row]],
) -> None:
    """Make the tables of a descriptor's resources in a database, with their rows, and the views."""
    for resource in resources:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        connection.execute(_create(resource))
        cells = ([row[column] or None for column in columns] for row in rows[resource["name"]])
        places = ", ".join("?" * len(columns))
        connection.executemany(f'INSERT INTO "{resource["name"]}" VALUES ({places})', cells)
    if TABLES.keys() <= rows.keys():
        for path in VIEWS:
            connection.executescript(path.read_text("utf-8"))


def _create(resource: Mapping[str, Any]) -> str:
    schema = resource["schema"]
    lines = [*map(_column, schema["fields"]), f"PRIMARY KEY ({_names(schema['primaryKey'])})"]
    for key in schema.get("foreignKeys", []):
        target = key["reference"]
        name = target["resource"] or resource["name"]
        to = f'"{name}" ({_names(target["fields"])})'
        lines.append(f"FOREIGN KEY ({_names(key['fields'])}) REFERENCES {to}")
    comment, body = _comment(resource.get("description", "")), ",\n  ".join(lines)
    return f'CREATE TABLE "{resource["name"]}" ( {comment}\n  {body}\n)'


def _column(field: Mapping[str, Any]) -> str:
    name, limits = f'"{field["name"]}"', field.get("constraints", {})
    codes = ", ".join("'{}'".format(code.replace("'", "''")) for code in limits.get("enum", []))
    parts = [
        f"{name} {_TYPES[field['type']]}",
        "NOT NULL" if limits.get("required") else "",
        "UNIQUE" if limits.get("unique") else "",
        f"CHECK ({name} IN ({codes}))" if codes else "",
        f"CHECK ({name} >= {limits['minimum']})" if "minimum" in limits else "",
        f"CHECK ({name} <= {limits['maximum']})" if "maximum" in limits else "",
        _comment(field.get("description", "")),
    ]
    return " ".join(filter(None, parts))


def _names(value: str | list[str]) -> str:
    """Return columns of a key, which is one as text or a list of them."""
    return ", ".join(f'"{name}"' for name in ([value] if isinstance(value, str) else value))


def _comment(text: str) -> str:
    return f"/* {text.replace('*/', '* /')} */"
