"""The ledger of all releases: hashes of the package's properties, and of each column and row.

`releases/ledger.json` grows by one entry a release, which is never changed. It holds no words of
the posts, so a text that is withheld later does not stay here.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scripts.problem import Problem, ProblemsFound
from scripts.versions.package_reader import Package, PackageTable
from scripts.versions.version import parse_version

LEDGER = Path("releases/ledger.json")
LAST = Path("releases/last")
_HASH_LENGTH = 16
"""64 bits: enough to see a change, short enough to keep a ledger readable."""


@dataclass(frozen=True)
class TableRecord:
    """A released table: hash of each column's description, and of each row by its id."""

    columns: Mapping[str, str]
    rows: Mapping[str, str]


@dataclass(frozen=True)
class Release:
    """A release: version, date, sha256 of its zip, hash of each property, tables by name."""

    version: str
    date: str
    sha256: str
    properties: Mapping[str, str]
    tables: Mapping[str, TableRecord]


def read_ledger(root: Path) -> list[Release]:
    """Return all releases, oldest first; none before the first release.

    Raises:
        ProblemsFound: the ledger is missing or is not as it was written.
    """
    try:
        return [_read_release(entry) for entry in json.loads((root / LEDGER).read_bytes())]
    except (OSError, KeyError, TypeError, AttributeError, ValueError) as error:
        mend = "restore it as it was committed; without it no id is safe from reuse"
        problem = Problem(str(LEDGER), 0, f"is no ledger of releases: {error!r}", mend)
        raise ProblemsFound([problem]) from error


def dump_ledger(releases: list[Release]) -> bytes:
    """Return the ledger as JSON with one line an entry, so that it grows by one line a row."""
    text = json.dumps([asdict(release) for release in releases], ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def record(package: Package, date: str, sha256: str) -> Release:
    """Return the ledger's entry of a package that is released.

    Args:
        package: the released package.
        date: the day of the release, as 'YYYY-MM-DD'.
        sha256: hash of its zip file.
    """
    properties = {
        name: _hash(value) for name, value in package.descriptor.items() if name != "resources"
    }
    tables = {name: record_table(table) for name, table in package.tables.items()}
    return Release(str(package.descriptor["version"]), date, sha256, properties, tables)


def record_table(table: PackageTable) -> TableRecord:
    """Return what the ledger keeps of a table."""
    return TableRecord(
        {name: _hash(field) for name, field in table.fields.items()},
        {" ".join(key): _hash(row) for key, row in table.rows.items()},
    )


def _read_release(entry: Mapping[str, Any]) -> Release:
    parse_version(entry["version"])
    tables = {
        name: TableRecord(dict(table["columns"]), dict(table["rows"]))
        for name, table in entry["tables"].items()
    }
    properties = dict(entry["properties"])
    return Release(entry["version"], entry["date"], entry["sha256"], properties, tables)


def _hash(value: object) -> str:
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:_HASH_LENGTH]
