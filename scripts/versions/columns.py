"""What changed in the description of a table, and which version that demands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from scripts.versions.package_reader import PackageTable
from scripts.versions.version import Bump

_MEASURED = {"name", "bytes", "hash", "rows", "schema"}
# Whoever reads the tables relies on these; another value breaks the reading.
_READ_BY = {"path", "profile", "type", "format", "mediatype", "encoding", "dialect"}
_LEAST = {"minimum", "minLength", "exclusiveMinimum"}
_MOST = {"maximum", "maxLength", "exclusiveMaximum"}
_SHAPE = ("type", "format", "constraints", "codelist")


@dataclass(frozen=True)
class Change:
    """One change of a description.

    `column` is empty where the change concerns the whole table; `old` and `new` are the changed
    names or values, '' for none.
    """

    column: str
    kind: str
    old: str
    new: str
    bump: Bump

    def __str__(self) -> str:
        """Return 'column kind: old → new'."""
        return f"{self.column} {self.kind}: {self.old or 'none'} → {self.new or 'none'}".strip()


def compare_descriptions(
    old: PackageTable, new: PackageTable
) -> tuple[list[Change], dict[str, str]]:
    """Return all changes of a table's description, and its common columns, old name to new."""
    renamed = _find_renamed(old, new)
    changes = [Change(one, "renamed", one, other, Bump.MAJOR) for one, other in renamed.items()]
    names = {column: column for column in old.fields if column in new.fields} | renamed
    common = {column: names[column] for column in old.fields if column in names}
    for column in old.fields:
        if column not in common:
            changes.append(Change(column, "removed", column, "", Bump.MAJOR))
    changes += _added(new, set(common.values()))
    changes += _reordered(new, common)
    for column, name in common.items():
        changes += _compare_fields(column, old.fields[column], new.fields[name])
    changes += _compare_keys(old, new, common)
    changes += compare_properties(old.resource, new.resource, _MEASURED, _READ_BY)
    missing = [str(table.resource["schema"].get("missingValues")) for table in (old, new)]
    if missing[0] != missing[1]:
        changes.append(Change("", "missingValues changed", missing[0], missing[1], Bump.MAJOR))
    return changes, common


def compare_properties(
    old: Mapping[str, Any], new: Mapping[str, Any], ignored: set[str], relied_on: set[str]
) -> Iterator[Change]:
    """Yield each property that changed: major for those relied on, patch for the others."""
    for name in sorted((old.keys() | new.keys()) - ignored):
        if old.get(name) != new.get(name):
            bump = Bump.MAJOR if name in relied_on and name in old else Bump.PATCH
            values = [_show(side.get(name)) for side in (old, new)]
            yield Change("", f"{name} changed", values[0], values[1], bump)


def _find_renamed(old: PackageTable, new: PackageTable) -> dict[str, str]:
    """A removed and an added column are one if they have one shape, and one content or title."""
    free = [column for column in new.fields if column not in old.fields]
    renamed = {}
    for column in old.fields:
        if column in new.fields:
            continue
        for other in free:
            if _is_same_column(old, new, column, other):
                renamed[column] = other
                free.remove(other)
                break
    return renamed


def _is_same_column(old: PackageTable, new: PackageTable, column: str, other: str) -> bool:
    one, two = old.fields[column], new.fields[other]
    if any(one.get(part) != two.get(part) for part in _SHAPE):
        return False
    if all(one.get(part) == two.get(part) for part in ("title", "description")):
        return True
    pairs = {
        (old.rows[key][column], new.rows[key][other]) for key in old.rows.keys() & new.rows.keys()
    }
    return bool(pairs) and all(before == after for before, after in pairs)


def _added(new: PackageTable, known: set[str]) -> Iterator[Change]:
    columns = list(new.fields)
    last_known = max((columns.index(column) for column in known), default=-1)
    for place, column in enumerate(columns):
        if column in known:
            continue
        if place > last_known:
            yield Change(column, "added last", "", column, Bump.MINOR)
        else:
            yield Change(column, "added before others", "", column, Bump.MAJOR)


def _reordered(new: PackageTable, common: Mapping[str, str]) -> Iterator[Change]:
    before = list(common.values())
    after = [column for column in new.fields if column in before]
    if before != after:
        yield Change("", "columns re-ordered", ", ".join(before), ", ".join(after), Bump.MAJOR)


def _compare_fields(
    column: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Change]:
    types = [f"{field['type']} {field.get('format', '')}".strip() for field in (old, new)]
    if types[0] != types[1]:
        yield Change(column, "retyped", types[0], types[1], Bump.MAJOR)
    before, after = old.get("constraints", {}), new.get("constraints", {})
    for name in sorted(before.keys() | after.keys()):
        yield from _compare_constraint(column, name, before.get(name), after.get(name))
    for name in sorted((old.keys() | new.keys()) - {"name", "type", "format", "constraints"}):
        if old.get(name) != new.get(name):
            texts = [_show(field.get(name)) for field in (old, new)]
            yield Change(column, f"{name} changed", texts[0], texts[1], Bump.PATCH)


def _compare_constraint(column: str, name: str, old: Any, new: Any) -> Iterator[Change]:
    # 'required: false' says what its absence says
    old, new = (None if value is False else value for value in (old, new))
    if old == new:
        return
    if name == "enum" and old is not None and new is not None:
        gone = [code for code in old if code not in new]
        come = [code for code in new if code not in old]
        if gone:
            yield Change(column, "enum stricter", ", ".join(map(str, gone)), "", Bump.MAJOR)
        if come:
            yield Change(column, "enum looser", "", ", ".join(map(str, come)), Bump.MINOR)
    elif _is_looser(name, old, new):
        yield Change(column, f"{name} looser", _show(old), _show(new), Bump.MINOR)
    else:
        yield Change(column, f"{name} stricter", _show(old), _show(new), Bump.MAJOR)


def _is_looser(name: str, old: Any, new: Any) -> bool:
    """Tell whether every value that was allowed still is; where nobody can tell, it is not."""
    if old is None or new is None:
        return new is None
    try:
        before, after = Decimal(str(old)), Decimal(str(new))
    except InvalidOperation:
        return False
    return (name in _LEAST and after < before) or (name in _MOST and after > before)


def _compare_keys(
    old: PackageTable, new: PackageTable, common: Mapping[str, str]
) -> Iterator[Change]:
    key = tuple(common.get(column, column) for column in old.key)
    if key != new.key:
        yield Change("", "primaryKey changed", _show(old.key), _show(new.key), Bump.MAJOR)
    known = set(common.values())
    before = {
        tuple(common[column] for column in columns): target
        for columns, target in old.foreign_keys.items()
        if common.keys() >= set(columns)
    }
    after = {
        columns: target for columns, target in new.foreign_keys.items() if known >= set(columns)
    }
    for columns in sorted(before.keys() | after.keys()):
        one, two = before.get(columns, ""), after.get(columns, "")
        if one != two:
            kind, bump = ("stricter", Bump.MAJOR) if two else ("looser", Bump.MINOR)
            yield Change(" ".join(columns), f"foreignKey {kind}", one, two, bump)


def _show(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(_show, value))
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
