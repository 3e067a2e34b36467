"""What the data dictionary says of tables and keys beyond their own description."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from schemas.model import Table
from schemas.tables import TABLES
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.json_text import read_json
from scripts.package.zip_file import read_zip


class Key(NamedTuple):
    """A column of a table that is a key of another one, or of the same."""

    table: str
    column: str
    target: str
    target_column: str
    required: bool


class Upgrade(NamedTuple):
    """A table of the first release: its columns that are kept, gone and new."""

    table: str
    kept: list[str]
    gone: list[str]
    new: list[str]


def find_upgrades(
    root: Path, described: Mapping[str, Table] = TABLES
) -> tuple[list[Upgrade], list[str]]:
    """Return what became of the tables of release 1.0.0, and the tables that are new.

    Nothing is told where the project has no such release.

    Raises:
        FindingsError: its zip cannot be read.
    """
    found: dict[str, list[str]] = {}
    for path in (root / "releases/1.0.0").glob("*.zip"):
        descriptor = read_json(read_zip(path.read_bytes(), path.name)[DESCRIPTOR], DESCRIPTOR)
        for table in descriptor["resources"]:
            found[table["name"]] = [field["name"] for field in table["schema"]["fields"]]
    upgrades = []
    for name, columns in found.items():
        now = described[name].columns if name in described else {}
        kept = [column for column in columns if column in now]
        gone = [column for column in columns if column not in now]
        upgrades.append(Upgrade(name, kept, gone, [one for one in now if one not in columns]))
    return upgrades, [name for name in described if found and name not in found]


def find_keys(described: Mapping[str, Table] = TABLES) -> list[Key]:
    """Return the foreign keys of all tables."""
    return [
        Key(name, column, target, target_column, table.columns[column].required)
        for name, table in described.items()
        for column, (target, target_column) in table.references.items()
    ]
