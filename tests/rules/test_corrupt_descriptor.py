"""Every property of the descriptor that is changed, missing or added is rejected and named."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from scripts.curation.finding import Finding
from scripts.package.descriptor import DESCRIPTOR, dump_json
from scripts.package.form import check_descriptor
from scripts.package.source import Built, describe, make_package
from tests.rules.page import kinds_tried

ROOT = Path(__file__).parents[2]
Json = dict[str, Any]


@pytest.fixture(scope="session")
def due(built: Built) -> Json:
    """The descriptor that the curation gives."""
    return dict(describe(ROOT, built.book, make_package(ROOT, built.book)))


def objects(package: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield the package, every table, schema and column: its name, its path in the JSON, itself."""
    yield "", "", package
    for number, resource in enumerate(package["resources"]):
        name, path = resource["name"], f"resources/{number}"
        yield name, path, resource
        yield name, f"{path}/schema", resource["schema"]
        for place, field in enumerate(resource["schema"]["fields"]):
            yield f"{name}.{field['name']}", f"{path}/schema/fields/{place}", field


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, str | int | float):
        return value + type(value)(1)
    return [*value, "other"] if isinstance(value, list) else {**value, "other": 1}


def _change(one: Json, key: str) -> None:
    one[key] = _other(one[key])


def _lose(one: Json, key: str) -> None:
    del one[key]


def _add(one: Json, key: str) -> None:
    one[f"{key}_too"] = one[key]


PROPERTIES: dict[str, Callable[[Json, str], None]] = {
    "property changed": _change,
    "property missing": _lose,
    "property added": _add,
}


def _tells(finding: Finding, name: str, path: str, column: str) -> bool:
    """Return whether a finding names a property, its place in the JSON, or at least its table."""
    table = name.partition(".")[0]
    return (
        (finding.row, finding.column) == (name, column)
        or (path or column) in finding.reason
        or bool(table and table in f"{finding.row} {finding.reason}")
    )


@pytest.mark.parametrize("kind", PROPERTIES)
def test_every_property_of_package_table_and_column_is_compared(kind: str, due: Json) -> None:
    """One property is broken at every place at once.

    Where the official profile refuses that before anything is compared, it is broken at one place
    of each level alone.
    """
    untold = []
    for key in sorted(
        {key for _, _, one in objects(due) for key in one} - {"resources", "schema", "fields"}
    ):
        broken = deepcopy(due)
        places = [(name, path) for name, path, one in objects(due) if key in one]
        for _, _, one in [*objects(broken)]:
            if key in one:
                PROPERTIES[kind](one, key)
        column = f"{key}_too" if kind == "property added" else key
        found = check_descriptor(dump_json(broken), due)
        if {(name, column) for name, _ in places} <= {(one.row, one.column) for one in found}:
            continue
        levels = {(path.count("/"), "fields" in path): (name, path) for name, path in places}
        for name, path in levels.values():
            broken = deepcopy(due)
            (one,) = (one for _, at, one in objects(broken) if at == path)
            PROPERTIES[kind](one, key)
            found = check_descriptor(dump_json(broken), due)
            if not any(_tells(one, name, path, column) for one in found):
                untold.append((path, key))
    assert not untold, untold


COLUMNS: dict[str, Callable[[list[Any]], object]] = {
    "column missing": lambda fields: fields.pop(),
    "column added": lambda fields: fields.append({**fields[0], "name": "more"}),
    "columns swapped": lambda fields: fields.append(fields.pop(0)),
}
TABLES: dict[str, Callable[[list[Any]], object]] = {
    "table missing": lambda resources: resources.pop(3),
    "table twice": lambda resources: resources.append(resources[0]),
    "tables swapped": lambda resources: resources.append(resources.pop(0)),
}
NOT_JSON = [b"", b"{", b"\xff", b"null", b"[]", b"7", b'{"resources": [1]}', b'{"resources": {}}']


@pytest.mark.parametrize("kind", COLUMNS)
def test_other_columns_are_named_in_every_table(kind: str, due: Json) -> None:
    broken = deepcopy(due)
    for resource in broken["resources"]:
        COLUMNS[kind](resource["schema"]["fields"])
    found = [one for one in check_descriptor(dump_json(broken), due) if one.column == "fields"]
    assert [one.row for one in found] == [one["name"] for one in due["resources"]]
    assert all("describes other columns, or in another order" in one.reason for one in found)


@pytest.mark.parametrize("kind", TABLES)
def test_other_tables_are_named(kind: str, due: Json) -> None:
    broken = deepcopy(due)
    TABLES[kind](broken["resources"])
    names = ", ".join(resource["name"] for resource in broken["resources"])
    (found,) = check_descriptor(dump_json(broken), due)
    assert found.reason.startswith(f"describes {names}; should be posts, claims, operations")


@pytest.mark.parametrize("content", NOT_JSON)
def test_what_is_not_a_descriptor_is_refused(content: bytes, due: Json) -> None:
    found = check_descriptor(content, due)
    assert found and all(DESCRIPTOR in (one.table, one.file) for one in found), found


@pytest.mark.parametrize("other", [1, None, "posts", []])
def test_a_column_that_is_not_an_object_is_refused(other: object, due: Json) -> None:
    broken = deepcopy(due)
    broken["resources"][0]["schema"]["fields"].append(other)
    assert check_descriptor(dump_json(broken), due)


def test_the_descriptor_of_the_curation_is_right(due: Json) -> None:
    assert check_descriptor(dump_json(due), due) == []


def test_the_page_says_what_is_tried() -> None:
    assert kinds_tried("the descriptor") == {*PROPERTIES, *COLUMNS, *TABLES, "not JSON"}
