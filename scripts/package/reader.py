"""Read any package by its own descriptor, from a folder or a zip, for comparison."""

import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from scripts.curation.finding import Finding, FindingsError, collecting, refuse
from scripts.curation.text_file import read_bytes
from scripts.package.csv_text import read_table
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.json_text import read_json
from scripts.package.zip_file import read_zip
from scripts.tables.row import Row

# The tables of a release have 1.2 MB and 5,000 rows. Reading takes up to fifty times the bytes.
LARGEST = 30_000_000
MOST_LINES = 500_000

_READERS: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
}

Key = tuple[str, ...]


@dataclass(frozen=True)
class PackageTable:
    """One table: its resource in the descriptor, what its schema says, and its rows by key.

    `fields` are the descriptions of the columns by name, in order; `foreign_keys` says what the
    columns of each foreign key point to, as 'table(column, …)'.
    """

    resource: Mapping[str, Any]
    fields: Mapping[str, Mapping[str, Any]]
    key: Key
    foreign_keys: Mapping[Key, str]
    rows: Mapping[Key, Row]

    @property
    def ids(self) -> list[str]:
        """The rows' own ids; none where a part of the key is another table's id."""
        linked = {column for key in self.foreign_keys for column in key}
        return [] if linked & set(self.key) else [" ".join(key) for key in self.rows]


NO_TABLE = PackageTable({}, {}, (), {}, {})


@dataclass(frozen=True)
class Package:
    """A descriptor and its tables by name."""

    descriptor: Mapping[str, Any]
    tables: Mapping[str, PackageTable]


def read_cell(cell: str, field: Mapping[str, Any]) -> Any:
    """Return a cell of a valid table as str, int, float or date by its field; None if empty."""
    return _READERS[field["type"]](cell) if cell else None


def read_file(folder: Path, path: str) -> bytes:
    """Return the bytes of a file in a folder.

    Raises:
        FindingsError: the path leads out of the folder or through a link in it, or what it names
            is missing, is not a regular file, is too large, or cannot be read.
    """
    place = PurePosixPath(path)
    if place.is_absolute() or ".." in place.parts or "\0" in path:
        raise refuse(path, "the path leads out of the package")
    if any(os.path.islink(folder / part) for part in (place, *place.parents[:-1])):
        raise refuse(path, "is a link, or in a folder that is one", "put the file itself there")
    return read_bytes(folder / place, path, largest=LARGEST)


def read_package(path: Path) -> Package:
    """Return the package in a folder or zip file.

    In a zip the descriptor may be in a folder; of several the one nearest to the top counts.

    Raises:
        FindingsError: with everything that is missing or not as the descriptor says.
    """
    try:
        if path.is_dir():
            return _read_package(lambda name: read_file(path, name))
        files = read_zip(read_bytes(path.resolve(), "", largest=LARGEST), "")
        tops = [PurePosixPath(name).parent for name in files if Path(name).name == DESCRIPTOR]
        top = min(tops, key=lambda folder: len(folder.parts), default=PurePosixPath())
        return _read_package(lambda name: _find(files, str(top / name)))
    except FindingsError as error:
        named = [replace(one, file=f"{path}/{one.file}".rstrip("/")) for one in error.findings]
        raise FindingsError(named) from error


def _find(files: Mapping[str, bytes], name: str) -> bytes:
    if name not in files:
        raise refuse(name, "is missing")
    return files[name]


def _read_package(read: Callable[[str], bytes]) -> Package:
    descriptor = read_json(read(DESCRIPTOR), DESCRIPTOR)
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("resources"), list):
        raise refuse(DESCRIPTOR, "has no list of resources")
    tables: dict[str, PackageTable] = {}
    findings: list[Finding] = []
    left = LARGEST
    for resource in descriptor["resources"]:
        match resource:
            case {"name": str(name), "path": str(path)} if name not in tables:
                pass
            case _:
                reason = f"{resource!r:.80} is not a table with a path and a name of its own"
                raise refuse(DESCRIPTOR, reason)
        with collecting(findings):
            content = read(path)
            left -= len(content)
            if left < 0 or content.count(b"\n") > MOST_LINES:
                raise refuse(path, f"more than {LARGEST} bytes in all, or {MOST_LINES} lines")
            tables[name] = _read_table(name, resource, content)
    if findings:
        raise FindingsError(findings)
    return Package(descriptor, tables)


def _read_table(name: str, resource: Mapping[str, Any], content: bytes) -> PackageTable:
    try:
        fields, key, foreign_keys = _read_schema(resource["schema"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        reason = f"the schema of {name} is malformed: {error!r:.100}"
        raise refuse(DESCRIPTOR, reason) from error
    lines, findings = read_table(name, content, list(fields))
    keys = Counter(tuple(row[column] for column in key) for row in lines)
    if len(keys) < len(lines):
        reason = f"duplicate row {' '.join(keys.most_common(1)[0][0])[:200]}"
        findings.append(Finding(table=name, reason=reason))
    if findings:
        raise FindingsError(findings)
    return PackageTable(resource, fields, key, foreign_keys, dict(zip(keys, lines, strict=True)))


def _read_schema(schema: Any) -> tuple[dict[str, Any], Key, dict[Key, str]]:
    """Return columns, primary key and foreign keys; what is compared by its parts has parts."""
    fields = {field["name"]: field for field in schema["fields"]}
    for field in fields.values():
        list(field.get("constraints", {}).get("enum", []))
    key = _columns(schema["primaryKey"])
    foreign_keys = {}
    for foreign in schema.get("foreignKeys", []):
        target = foreign["reference"]
        text = f"{target['resource']}({', '.join(_columns(target['fields']))})"
        foreign_keys[_columns(foreign["fields"])] = text
    named = {column for columns in (key, *foreign_keys) for column in columns}
    told = f"a duplicate column, or a key of columns other than {', '.join(fields)}"
    if not key or not named <= fields.keys() or len(fields) < len(schema["fields"]):
        raise ValueError(told)
    return fields, key, foreign_keys


def _columns(value: Any) -> Key:
    """Return the columns that a key names, one as text or a list of them."""
    return (value,) if isinstance(value, str) else tuple(value)
