"""What differs between two packages, change by change, and which version each change demands.

The recipe of the Data Package standard (https://datapackage.org/recipes/data-package-version/)
with two exceptions: a column appended last and an id withdrawn with a tombstone demand a minor
version, not a major one.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from itertools import takewhile
from typing import Any, NamedTuple

from scripts.package.reader import NO_TABLE, Package, PackageTable
from scripts.tables.row import Row

_KINDS = ADDED, CHANGED, WITHDRAWN = "row added", "cell changed", "row withdrawn"
# Different in every version, or compared by itself.
_NOT_COMPARED = {"version", "created", "bytes", "hash", "rows", "resources", "schema"}
# Readers rely on these; another value breaks the reading.
_RELIED_ON = {"name", "id", "$schema", "path", "profile", "type", "format", "mediatype", "encoding"}
_RELIED_ON |= {"dialect", "primaryKey", "missingValues", "order of columns"}
_APPENDED = {"table", "last column"}
_RELIED_ON |= {"column", *_APPENDED}
_RULE = "constraint "
_ENUM = f"{_RULE}enum"
_LOWER = {_RULE + name for name in ("minimum", "minLength", "exclusiveMinimum")}
_UPPER = {_RULE + name for name in ("maximum", "maxLength", "exclusiveMaximum")}
_WIDEST = 70
DEV = "-dev"
"""Ends the version of a package that is not released yet."""
_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}")
_NO_ROW = Row({})

Facts = dict[tuple[str, str], Any]
"""What a descriptor says: by column, '' for the whole table or package, and by property."""


class Bump(IntEnum):
    """How far a version has to move; the greater one covers the smaller ones."""

    NONE, PATCH, MINOR, MAJOR = range(4)

    @property
    def word(self) -> str:
        """The word that people use: 'none', 'patch', 'minor', 'major'."""
        return self.name.lower()


def numbers_of(text: str) -> tuple[int, ...]:
    """Return the three numbers of a version such as '1.0.0', none for another text."""
    return tuple(map(int, text.split("."))) if _VERSION.fullmatch(text) else ()


class Change(NamedTuple):
    """One change; `table`, `row` and `column` say where, '' if it is not about one alone.

    `old` and `new` are cells or parts of the descriptor, '' for none. A row that was added or
    withdrawn is one change for each of its filled cells.
    """

    table: str
    row: str
    column: str
    kind: str
    old: str
    new: str
    bump: Bump

    def __str__(self) -> str:
        """Return the change as one line; long cells are cut, rows are named."""
        if self.kind in (ADDED, WITHDRAWN):
            return f"{self.table} {self.row} {self.kind}"
        cells = [repr(cell) for cell in (self.old, self.new)]
        old, new = (cell if len(cell) <= _WIDEST else f"{cell[:_WIDEST]}…" for cell in cells)
        place = " ".join(filter(None, (self.table or "package", self.row, self.column)))
        return f"{place} {self.kind}: {old} → {new} ({self.bump.word})"


def compare_packages(old: Package, new: Package) -> list[Change]:
    """Return all changes from `old` to `new`, in the order of the newer descriptor.

    Rows are compared by primary key, columns by name: a renamed one is removed and added. A row
    that is gone counts as one with a tombstone.
    """
    changes = list(_compare_facts("", _facts("", old.descriptor), _facts("", new.descriptor)))
    for name in dict.fromkeys((*new.tables, *old.tables)):
        tables = [side.tables.get(name, NO_TABLE) for side in (old, new)]
        changes += _compare_tables(name, *tables)
    return changes


def bump_of(changes: Iterable[Change]) -> Bump:
    """Return what all changes together demand."""
    return max((change.bump for change in changes), default=Bump.NONE)


def next_version(last: str, changes: Iterable[Change]) -> str:
    """Return the smallest version after the last one that the changes allow."""
    major, minor, patch = numbers_of(last)
    bump = bump_of(changes)
    if bump is Bump.MAJOR:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if bump is Bump.MINOR else f"{major}.{minor}.{patch + 1}"


def count_rows(changes: Iterable[Change]) -> dict[str, list[int]]:
    """Return how many rows were added, changed and withdrawn, by table."""
    rows = dict.fromkeys((one.table, one.kind, one.row) for one in changes if one.row)
    counts = Counter((table, kind) for table, kind, _ in rows)
    return {table: [counts[table, kind] for kind in _KINDS] for table, _ in counts}


def _compare_tables(name: str, old: PackageTable, new: PackageTable) -> Iterator[Change]:
    both = dict.fromkeys(column for column in new.fields if column in old.fields)
    facts: list[Facts] = [{("", "table"): name} if side.fields else {} for side in (old, new)]
    if all(facts):
        facts = [_table_facts(side, both) for side in (old, new)]
    yield from _compare_facts(name, *facts)
    for key in dict.fromkeys((*new.rows, *old.rows)):
        one, two = old.rows.get(key, _NO_ROW), new.rows.get(key, _NO_ROW)
        kind = (CHANGED if one else ADDED) if two else WITHDRAWN
        bump = Bump.PATCH if kind == CHANGED else Bump.MINOR
        for column in both if kind == CHANGED else one or two:
            cells = one.get(column, ""), two.get(column, "")
            if cells[0] != cells[1]:
                yield Change(name, " ".join(key), column, kind, *cells, bump)


def _facts(column: str, described: Mapping[str, Any]) -> Facts:
    return {(column, what): said for what, said in described.items() if what not in _NOT_COMPARED}


def _table_facts(table: PackageTable, both: Mapping[str, None]) -> Facts:
    """Return what the descriptor says of a table; columns that only it has are just named."""
    facts = _facts("", table.resource)
    facts["", "primaryKey"] = table.key
    facts["", "missingValues"] = table.resource["schema"].get("missingValues", [""])
    facts["", "order of columns"] = [column for column in table.fields if column in both]
    last = set(takewhile(lambda column: column not in both, reversed(list(table.fields))))
    for column, field in table.fields.items():
        if column not in both:
            facts[column, "last column" if column in last else "column"] = column
            continue
        facts |= _facts(column, {**field, "constraints": None})
        for rule, value in field.get("constraints", {}).items():
            # 'required: false' says what its absence says, and either group matches the same.
            plain = value.replace("(?:", "(") if rule == "pattern" else value
            facts[column, _RULE + rule] = None if value is False else plain
    for columns, target in table.foreign_keys.items():
        if both.keys() >= set(columns):
            facts[" ".join(columns), f"{_RULE}foreignKey"] = target
    return facts


def _compare_facts(table: str, old: Facts, new: Facts) -> Iterator[Change]:
    for column, what in dict.fromkeys((*new, *old)):
        one, two = old.get((column, what)), new.get((column, what))
        pairs: list[tuple[Any, Any]] = [(one, two)]
        if what == _ENUM and one and two:
            codes = [dict.fromkeys(map(_show, side)) for side in (one, two)]
            gone, come = ([c for c in codes[n] if c not in codes[1 - n]] for n in (0, 1))
            pairs = [(gone, []), ([], come)]
        for one, two in pairs:
            if one != two:
                kind, bump = _demand(column, what, one, two)
                yield Change(table, "", column, f"{what} {kind}", _show(one), _show(two), bump)


def _demand(column: str, what: str, old: Any, new: Any) -> tuple[str, Bump]:
    """Return what to call a change of the description, and what it demands."""
    if not what.startswith(_RULE):
        kind = "added" if old is None else "removed" if new is None else "changed"
        if kind == "added" and what in _APPENDED:
            return kind, Bump.MINOR
        is_major = what in _RELIED_ON and (column or old is not None)
        return kind, Bump.MAJOR if is_major else Bump.PATCH
    # Where nobody can tell, it is stricter.
    wider = new is None or (what == _ENUM and old == [])
    if isinstance(old, int | float) and isinstance(new, int | float):
        wider = (what in _LOWER and new < old) or (what in _UPPER and new > old)
    return ("looser", Bump.MINOR) if wider else ("stricter", Bump.MAJOR)


def _show(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)
