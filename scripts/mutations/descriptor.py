"""Descriptors that say something else than the tables and models, and files in wrong places."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from scripts.mutations.mutant import Mutant, Place
from scripts.mutations.package_copy import DESCRIPTOR, TABLES, change_descriptor, path_of

Json = dict[str, Any]
_RESOURCES = {"claims": 1, "codes": list(TABLES).index("codes")}


def _set(**properties: Any) -> Callable[[Json], object]:
    return lambda described: described.update(properties)


def _lose(name: str) -> Callable[[Json], object]:
    return lambda described: described.pop(name)


def _in_schema(change: Callable[[Json], object]) -> Callable[[Json], object]:
    return lambda resource: change(resource["schema"])


def _in_field(change: Callable[[Json], object]) -> Callable[[Json], object]:
    return lambda resource: change(resource["schema"]["fields"][-1])


def _swap_fields(schema: Json) -> None:
    fields = schema["fields"]
    fields[0], fields[1] = fields[1], fields[0]


RESOURCE: dict[str, Callable[[Json], object]] = {
    "description of a table changed": _set(description="Something else."),
    "path out of the package": _set(path="../claims.csv"),
    "path on the web": _set(path="https://example.org/claims.csv"),
    "path of another table": _set(path="data/posts.csv"),
    "licence of a table lost": _lose("licenses"),
    "another delimiter": _set(dialect={"delimiter": ";"}),
    "another encoding": _set(encoding="latin-1"),
    "property that no table has": _set(skip=True),
    "schema lost": _lose("schema"),
    "primary key lost": _in_schema(_lose("primaryKey")),
    "other empty cells": _in_schema(_set(missingValues=["", "NA"])),
    "columns swapped in the schema": _in_schema(_swap_fields),
    "column lost in the schema": _in_schema(lambda schema: schema["fields"].pop()),
    "type of a column changed": _in_field(_set(type="any")),
    "constraints of a column lost": _in_field(_set(constraints={})),
    "description of a column changed": _in_field(_set(description="Something else.")),
}
PACKAGE: dict[str, list[Callable[[Json], object]]] = {
    "table not described": [
        lambda package: package["resources"].pop(),
        lambda package: package["resources"].pop(1),
    ],
    "table described twice": [
        lambda package: package["resources"].append(package["resources"][0]),
        lambda package: package["resources"].append(package["resources"][-1]),
    ],
    "tables in another order": [
        lambda package: package["resources"].reverse(),
        lambda package: package["resources"].append(package["resources"].pop(0)),
    ],
    "foreign keys lost": [
        lambda package: package["resources"][1]["schema"].pop("foreignKeys"),
        lambda package: package["resources"][3]["schema"]["foreignKeys"].pop(),
    ],
    "another standard": [
        _set(**{"$schema": "https://example.org/profile.json"}),
        _lose("$schema"),
    ],
    "profile of version 1": [_set(profile="tabular-data-package"), _set(profile="data-package")],
    "extent that the claims do not have": [
        lambda package: package["temporal"].update(start="1911-01-01"),
        lambda package: package["spatial"].pop(),
    ],
    "resources of another type": [_set(resources={}), _set(resources=[])],
    "what people decided changed": [
        _set(title="Another title"),
        _set(version="9.9.9"),
        lambda package: package["contributors"].pop(),
        lambda package: package["keywords"].pop(),
    ],
}
MEASURES: dict[str, Callable[[Json], object]] = {
    "wrong hash": _set(hash="sha256:" + "0" * 64),
    "wrong number of bytes": _set(bytes=1),
    "wrong number of rows": _set(rows=1),
    "hash of another kind": _set(hash="md5:d41d8cd98f00b204e9800998ecf8427e"),
    "hash lost": _lose("hash"),
    "row count lost": _lose("rows"),
}


def descriptor_mutants() -> Iterator[Mutant]:
    """Yield descriptors that are wrong; a repair mends only hash, bytes and rows."""
    for kind, change in RESOURCE.items():
        for table, place in _RESOURCES.items():
            yield Mutant(kind, table, _corrupt(_of_resource(place, change)), DESCRIPTOR)
    for kind, changes in PACKAGE.items():
        for number, change in enumerate(changes, start=1):
            yield Mutant(kind, f"descriptor, {number}", _corrupt(change), DESCRIPTOR)


def measure_mutants() -> Iterator[Mutant]:
    """Yield descriptors whose hash, bytes or rows are wrong; a repair undoes these."""
    for kind, change in MEASURES.items():
        for table, place in _RESOURCES.items():
            corrupt = _corrupt(_of_resource(place, change), Place(table), Place(DESCRIPTOR))
            yield Mutant(kind, table, corrupt, table, undone_by_repair=True)


def file_mutants() -> Iterator[Mutant]:
    """Yield files that are missing, too many, or no JSON."""
    for table in ("figures", "codes"):
        yield Mutant("table missing", table, _unlink(table), table)
        yield Mutant("table replaced by a folder", table, _make_folder(table), table)
        yield Mutant("table replaced by another", table, _replace(table), table)
    for name in ("data/more.csv", "data/links/claims.csv"):
        yield Mutant("file that nothing describes", name, _add(name), DESCRIPTOR)
    for content in (None, b"{", b"\xff", b"[]", b"", b"null", b'{"resources": [1]}'):
        kind = "descriptor missing" if content is None else "descriptor that is none"
        yield Mutant(kind, str(content), _write_descriptor(content), DESCRIPTOR)


def _of_resource(place: int, change: Callable[[Json], object]) -> Callable[[Json], object]:
    return lambda package: change(package["resources"][place])


def _corrupt(change: Callable[[Json], object], *places: Place) -> Callable[[Path], list[Place]]:
    """Return the change of a descriptor; the descriptor must be named where no place is given."""

    def corrupt(folder: Path) -> list[Place]:
        change_descriptor(folder, change)
        return list(places) or [Place(DESCRIPTOR)]

    return corrupt


def _unlink(table: str) -> Callable[[Path], list[Place]]:
    def corrupt(folder: Path) -> list[Place]:
        path_of(folder, table).unlink()
        return [Place(table)]

    return corrupt


def _make_folder(table: str) -> Callable[[Path], list[Place]]:
    def corrupt(folder: Path) -> list[Place]:
        path_of(folder, table).unlink()
        path_of(folder, table).mkdir()
        return [Place(table)]

    return corrupt


def _replace(table: str) -> Callable[[Path], list[Place]]:
    def corrupt(folder: Path) -> list[Place]:
        path_of(folder, table).write_bytes(path_of(folder, "units").read_bytes())
        return [Place(table)]

    return corrupt


def _add(name: str) -> Callable[[Path], list[Place]]:
    def corrupt(folder: Path) -> list[Place]:
        (folder / name).write_bytes(b"a\n1\n")
        return [Place(DESCRIPTOR), Place(name)]

    return corrupt


def _write_descriptor(content: bytes | None) -> Callable[[Path], list[Place]]:
    def corrupt(folder: Path) -> list[Place]:
        (folder / DESCRIPTOR).unlink()
        if content is not None:
            (folder / DESCRIPTOR).write_bytes(content)
        return [Place(DESCRIPTOR)]

    return corrupt
