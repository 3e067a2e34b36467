"""The flat tables (schemas/flat.py), read from the views of a SQLite file."""

import sqlite3
from contextlib import closing

from schemas.flat import ADDED, FLAT
from scripts.package.reader import Package, PackageTable
from scripts.tables.row import Row


def read_flat(package: Package, database: bytes) -> dict[str, PackageTable]:
    """Return the flat tables that the file has, by name.

    The cells of the table itself are those of the package, so that numbers are written alike.
    """
    flat = {}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
        for name, added in ADDED.items():
            own, view = package.tables.get(name), FLAT[f"{name}_flat"]
            if own is None or (view.name,) not in views:
                continue
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
