"""The difference between two packages: rows by primary key, columns, descriptions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scripts.versions.columns import Change, compare_descriptions, compare_properties
from scripts.versions.package_reader import Key, Package, PackageTable, Row
from scripts.versions.version import Bump

_IGNORED = {"resources", "version", "created"}
_RELIED_ON = {"name", "id", "$schema"}


class CellChange(NamedTuple):
    """A cell that differs; `column` is its name in the newer package."""

    key: Key
    column: str
    old: str
    new: str


@dataclass(frozen=True)
class TableDifference:
    """What differs in one table; rows of a table that only one package has are added or withdrawn.

    `key` names the columns of the primary key in the newer package (in the older one for a table
    that is gone).
    """

    name: str
    key: tuple[str, ...]
    added: Mapping[Key, Row]
    cells: tuple[CellChange, ...]
    withdrawn: Mapping[Key, Row]
    description: tuple[Change, ...]

    @property
    def changed(self) -> list[Key]:
        """The keys of the changed rows, in order."""
        return list(dict.fromkeys(cell.key for cell in self.cells))

    @property
    def bump(self) -> Bump:
        """What the table's difference demands; a withdrawn row counts as one with a tombstone."""
        demanded = [change.bump for change in self.description]
        if self.added or self.withdrawn:
            demanded.append(Bump.MINOR)
        if self.cells:
            demanded.append(Bump.PATCH)
        return max(demanded, default=Bump.NONE)


@dataclass(frozen=True)
class PackageDifference:
    """Everything that differs between two packages; `tables` holds only those that differ."""

    old_version: str
    new_version: str
    properties: tuple[Change, ...]
    tables: tuple[TableDifference, ...]

    @property
    def bump(self) -> Bump:
        """The bump of the version that the difference demands."""
        demanded = [change.bump for change in self.properties]
        return max(demanded + [table.bump for table in self.tables], default=Bump.NONE)


def compare_packages(old: Package, new: Package) -> PackageDifference:
    """Return what differs from `old` to `new`, in the order of the newer descriptor."""
    names = [*new.tables, *(name for name in old.tables if name not in new.tables)]
    tables = (_compare(name, old.tables.get(name), new.tables.get(name)) for name in names)
    return PackageDifference(
        str(old.descriptor.get("version", "")),
        str(new.descriptor.get("version", "")),
        tuple(compare_properties(old.descriptor, new.descriptor, _IGNORED, _RELIED_ON)),
        tuple(table for table in tables if table.bump is not Bump.NONE),
    )


def _compare(name: str, old: PackageTable | None, new: PackageTable | None) -> TableDifference:
    if old is None and new is not None:
        change = Change("", "table added", "", name, Bump.MINOR)
        return TableDifference(name, new.key, new.rows, (), {}, (change,))
    if old is not None and new is None:
        change = Change("", "table removed", name, "", Bump.MAJOR)
        return TableDifference(name, old.key, {}, (), old.rows, (change,))
    assert old is not None and new is not None
    changes, common = compare_descriptions(old, new)
    return TableDifference(
        name,
        new.key,
        _only(new.rows, old.rows),
        tuple(_compare_cells(old, new, common)),
        _only(old.rows, new.rows),
        tuple(changes),
    )


def _only(rows: Mapping[Key, Row], others: Iterable[Key]) -> dict[Key, Row]:
    known = set(others)
    return {key: row for key, row in rows.items() if key not in known}


def _compare_cells(
    old: PackageTable, new: PackageTable, common: Mapping[str, str]
) -> Iterator[CellChange]:
    for key, row in new.rows.items():
        before = old.rows.get(key)
        if before is None:
            continue
        for column, name in common.items():
            if before[column] != row[name]:
                yield CellChange(key, name, before[column], row[name])
