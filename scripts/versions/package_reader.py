"""Read a package for comparison: from a folder, from a zip, or from bytes that were just built."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from scripts.problem import Problem, ProblemsFound

DESCRIPTOR = "datapackage.json"
Key = tuple[str, ...]
Row = dict[str, str]


@dataclass(frozen=True)
class PackageTable:
    """One table: its resource in the descriptor, the columns of its key, its rows by key."""

    resource: Mapping[str, Any]
    key: tuple[str, ...]
    rows: Mapping[Key, Row]

    @property
    def fields(self) -> dict[str, Mapping[str, Any]]:
        """The described columns by name, in order."""
        return {field["name"]: field for field in self.resource["schema"]["fields"]}

    @property
    def foreign_keys(self) -> dict[tuple[str, ...], str]:
        """What each foreign key points to, as 'table(column, …)', by its own columns."""
        found = {}
        for foreign in self.resource["schema"].get("foreignKeys", []):
            reference = foreign["reference"]
            target = f"{reference['resource']}({', '.join(_columns(reference['fields']))})"
            found[_columns(foreign["fields"])] = target
        return found

    @property
    def has_ids(self) -> bool:
        """Whether the rows have ids of their own: no part of the key is another table's id."""
        linked = {column for columns in self.foreign_keys for column in columns}
        return not linked.intersection(self.key)


@dataclass(frozen=True)
class Package:
    """A descriptor and its tables by name."""

    descriptor: Mapping[str, Any]
    tables: Mapping[str, PackageTable]


EMPTY = Package({"version": "0.0.0"}, {})
"""What the first release is compared with."""


def read_package(path: Path) -> Package:
    """Return the package in a folder or zip file.

    In a zip the descriptor may stand in a folder; of several the one nearest to the top counts.

    Raises:
        ProblemsFound: a file is missing or is not as the descriptor says.
    """
    if path.is_dir():
        return package_from(lambda name: (path / name).read_bytes(), str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            found = [name for name in archive.namelist() if PurePosixPath(name).name == DESCRIPTOR]
            folder = min((PurePosixPath(name).parent for name in found), key=_depth, default=None)
            if folder is None:
                raise _wrong(str(path), f"holds no {DESCRIPTOR}")
            return package_from(lambda name: archive.read(str(folder / name)), str(path))
    except (OSError, zipfile.BadZipFile) as error:
        raise _wrong(str(path), f"is no folder and no zip file: {error}") from error


def package_from(read: Callable[[str], bytes], where: str) -> Package:
    """Return the package whose files a function gives.

    Args:
        read: returns the bytes of a file by its path; raises KeyError or OSError for none.
        where: the package, as messages shall name it.

    Raises:
        ProblemsFound: with everything that is missing or not as the descriptor says.
    """
    try:
        descriptor = json.loads(read(DESCRIPTOR))
        resources = {resource["name"]: resource for resource in descriptor["resources"]}
    except (KeyError, OSError) as error:
        raise _wrong(where, f"{DESCRIPTOR} is missing or describes no tables") from error
    except (TypeError, ValueError, RecursionError) as error:
        raise _wrong(where, f"{DESCRIPTOR} is no description of a package: {error}") from error
    tables: dict[str, PackageTable] = {}
    problems: list[Problem] = []
    for name, resource in resources.items():
        try:
            tables[name] = _read_table(resource, read)
        except (KeyError, OSError) as error:
            problems.append(Problem(where, 0, f"{name}: its file or schema is missing ({error})"))
        except (AttributeError, TypeError, ValueError, csv.Error) as error:
            problems.append(Problem(where, 0, f"{name}: {error}"))
    if problems:
        raise ProblemsFound(problems)
    return Package(descriptor, tables)


def _read_table(resource: Mapping[str, Any], read: Callable[[str], bytes]) -> PackageTable:
    path = PurePosixPath(resource["path"])
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"the path {path} leads out of the package")
    columns = [field["name"] for field in resource["schema"]["fields"]]
    key = _columns(resource["schema"]["primaryKey"])
    text = read(str(path)).decode("utf-8")
    header, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    if header != columns:
        raise ValueError("the header is not as described")
    rows: dict[Key, Row] = {}
    for number, line in enumerate(lines, start=1):
        if len(line) != len(columns):
            raise ValueError(f"row {number} has {len(line)} cells, the header {len(columns)}")
        row = dict(zip(columns, line, strict=True))
        row_key = tuple(row[column] for column in key)
        if row_key in rows:
            raise ValueError(f"the row {' '.join(row_key)} stands twice")
        rows[row_key] = row
    table = PackageTable(resource, key, rows)
    _check_description(table)
    return table


def _check_description(table: PackageTable) -> None:
    """Raise now, as a table that is not as described, what a comparison would stumble over."""
    for name, field in table.fields.items():
        constraints = field.get("constraints", {})
        whole = isinstance(field["type"], str) and isinstance(constraints, dict)
        if not whole or not isinstance(constraints.get("enum", []), list):
            raise ValueError(f"the column {name} is not described as a column is")
    for columns in table.foreign_keys:
        if not table.fields.keys() >= set(columns):
            raise ValueError(f"the foreign key {', '.join(columns)} names no column")


def _columns(names: str | list[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _depth(folder: PurePosixPath) -> int:
    return len(folder.parts)


def _wrong(where: str, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(where, 0, message)])
