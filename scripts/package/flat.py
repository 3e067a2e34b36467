"""The flat tables (schemas/flat.py), read from the views of a SQLite file."""

import sqlite3
from contextlib import closing

from schemas.flat import ADDED, FLAT
from schemas.tables import TABLES
from scripts.package.reader import Package, PackageTable
from scripts.tables.row import Row


def read_flat(package: Package, database: bytes) -> dict[str, PackageTable]:
    """Return the flat tables by name; only the file of a package with all tables has them.

    The cells of the table itself are those of the package, so that numbers are written alike.
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
