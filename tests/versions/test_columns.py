"""A changed description demands the version that readers of the tables need."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.mutations.package_copy import change_bytes, change_descriptor, read
from scripts.versions.version import Bump
from tests.build.breaking import change
from tests.versions.releasing import change_schema, difference, field


def test_a_renamed_column_is_a_major_and_changes_no_cell(old: Path, built_project: Path) -> None:
    change_bytes(old, "claims", lambda text: text.replace(b",theme,", b",topic,", 1))
    change_schema(old, "claims", lambda schema: field(schema, "theme").update(name="topic"))
    found = difference(old, built_project)
    assert found.bump is Bump.MAJOR
    (table,) = found.tables
    assert [str(one) for one in table.description] == ["topic renamed: topic → theme"]
    assert not table.cells


def test_a_renamed_key_does_not_make_other_rows(old: Path, built_project: Path) -> None:
    change_bytes(old, "operations", lambda text: text.replace(b"operation_id,", b"slug,", 1))

    def rename(schema: dict[str, Any]) -> None:
        field(schema, "operation_id").update(name="slug", title="Slug")
        schema["primaryKey"] = ["slug"]

    change_schema(old, "operations", rename)
    (table,) = difference(old, built_project).tables
    assert str(table.description[0]) == "slug renamed: slug → operation_id"
    assert not table.added and not table.withdrawn
    assert table.bump is Bump.MAJOR


def constrain(column: str, **constraints: object) -> Callable[[dict[str, Any]], object]:
    def apply(schema: dict[str, Any]) -> None:
        found = field(schema, column).setdefault("constraints", {})
        found.update(constraints)
        for name in [name for name, value in constraints.items() if value is None]:
            del found[name]

    return apply


def codes(schema: dict[str, Any], column: str) -> list[str]:
    found: list[str] = field(schema, column)["constraints"]["enum"]
    return found


# What the older package's schema of figures had instead, and what that makes of the newer one.
SCHEMAS: list[tuple[str, Callable[[dict[str, Any]], object], str, Bump]] = [
    ("required", constrain("unit", required=True), "required looser", Bump.MINOR),
    ("required: false instead of nothing", constrain("quote", required=False), "", Bump.NONE),
    ("no required", constrain("post_id", required=None), "required stricter", Bump.MAJOR),
    ("no unique", constrain("figure_id", unique=None), "unique stricter", Bump.MAJOR),
    ("less maximum", constrain("value", maximum=10), "maximum looser", Bump.MINOR),
    ("more maximum", constrain("value", maximum=1e13), "maximum stricter", Bump.MAJOR),
    ("more minimum", constrain("value", minimum=5), "minimum looser", Bump.MINOR),
    ("less minimum", constrain("value", minimum=-5), "minimum stricter", Bump.MAJOR),
    ("other pattern", constrain("figure_id", pattern="f.*"), "pattern stricter", Bump.MAJOR),
    ("new pattern", constrain("quote", pattern=".*"), "pattern looser", Bump.MINOR),
    ("more codes", lambda s: codes(s, "direction").append("level"), "enum stricter", Bump.MAJOR),
    ("fewer codes", lambda s: codes(s, "direction").pop(), "enum looser", Bump.MINOR),
    ("codes in another order", lambda s: codes(s, "direction").reverse(), "", Bump.NONE),
    ("other type", lambda s: field(s, "value").update(type="string"), "retyped", Bump.MAJOR),
    ("other format", lambda s: field(s, "quote").update(format="uri"), "retyped", Bump.MAJOR),
    ("other title", lambda s: field(s, "value").update(title="V"), "title changed", Bump.PATCH),
    ("other nulls", lambda s: s.update(missingValues=["", "-"]), "missingValues", Bump.MAJOR),
    ("fewer keys", lambda s: s["foreignKeys"].pop(), "foreignKey stricter", Bump.MAJOR),
    (
        "more keys",
        lambda s: s["foreignKeys"].append(
            {"fields": ["base"], "reference": {"resource": "units", "fields": ["unit"]}}
        ),
        "foreignKey looser",
        Bump.MINOR,
    ),
    (
        "key to another table",
        lambda s: s["foreignKeys"][0]["reference"].update(resource="units"),
        "foreignKey stricter",
        Bump.MAJOR,
    ),
]


@pytest.mark.parametrize(("name", "alter", "kind", "bump"), SCHEMAS, ids=[s[0] for s in SCHEMAS])
def test_a_changed_description_demands_what_its_readers_feel(
    old: Path,
    built_project: Path,
    name: str,
    alter: Callable[[dict[str, Any]], object],
    kind: str,
    bump: Bump,
) -> None:
    change_schema(old, "figures", alter)
    found = difference(old, built_project)
    told = [str(one) for table in found.tables for one in table.description]
    assert found.bump is bump, told
    assert not kind or any(kind in one for one in told), told


def move_column(package: Path, table: str, column: str, place: int | None) -> None:
    """Move a column of a table and of its schema to a place, or take it out."""
    rows = read(package, table)
    names = [name for name in rows[0] if name != column]
    if place is not None:
        names.insert(place, column)

    def apply(schema: dict[str, Any]) -> None:
        schema["fields"] = [field(schema, name) for name in names]

    change_schema(package, table, apply)
    path = package / f"data/{table}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_a_column_appended_last_is_a_minor_and_changes_no_row(
    old: Path, built_project: Path
) -> None:
    last = list(read(old, "operations")[0])[-1]
    move_column(old, "operations", last, None)
    change_schema(old, "operations", lambda schema: drop_keys(schema, last))
    (table,) = difference(old, built_project).tables
    assert [str(one) for one in table.description] == [f"{last} added last: none → {last}"]
    assert (table.bump, table.cells) == (Bump.MINOR, ())


def drop_keys(schema: dict[str, Any], column: str) -> None:
    schema["foreignKeys"] = [key for key in schema["foreignKeys"] if column not in key["fields"]]


def test_a_column_put_before_others_is_a_major(old: Path, built_project: Path) -> None:
    move_column(old, "operations", "description", None)
    (table,) = difference(old, built_project).tables
    assert table.bump is Bump.MAJOR
    assert "description added before others" in str(table.description[0])


def test_a_removed_column_is_a_major(old: Path, built_project: Path) -> None:
    move_column(old, "operations", "description", None)
    (table,) = difference(built_project, old).tables
    assert [str(one) for one in table.description] == ["description removed: description → none"]
    assert (table.bump, table.cells) == (Bump.MAJOR, ())


def test_columns_in_another_order_are_a_major(old: Path, built_project: Path) -> None:
    move_column(old, "operations", "description", 1)
    (table,) = difference(old, built_project).tables
    assert table.bump is Bump.MAJOR
    assert "columns re-ordered" in str(table.description[0])
    assert not table.cells


PROPERTIES = [
    ("title", "Another title", Bump.PATCH),
    ("keywords", ["drugs"], Bump.PATCH),
    ("version", "9.9.9", Bump.NONE),
    ("created", "2020-01-01T00:00:00Z", Bump.NONE),
    ("name", "other-name", Bump.MAJOR),
]


@pytest.mark.parametrize(("name", "value", "bump"), PROPERTIES)
def test_properties_of_the_package_are_compared(
    old: Path, built_project: Path, name: str, value: object, bump: Bump
) -> None:
    change_descriptor(old, lambda descriptor: descriptor.update({name: value}))
    assert difference(old, built_project).bump is bump


RESOURCES = [
    ("title", "Another title", Bump.PATCH),
    ("encoding", "utf-16", Bump.MAJOR),
    ("hash", "sha256:0", Bump.NONE),
]


@pytest.mark.parametrize(("name", "value", "bump"), RESOURCES)
def test_properties_of_a_table_are_compared(
    old: Path, built_project: Path, name: str, value: object, bump: Bump
) -> None:
    change_descriptor(old, lambda d: d["resources"][1].update({name: value}))
    assert difference(old, built_project).bump is bump


def test_a_table_that_moves_to_another_file_is_a_major(old: Path, built_project: Path) -> None:
    (old / "data/claims.csv").rename(old / "data/all-claims.csv")
    change(old / "datapackage.json", "data/claims.csv", "data/all-claims.csv")
    assert difference(old, built_project).bump is Bump.MAJOR
