"""The changes from one package to another, and the version that each demands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.package.comparison import (
    Bump,
    Change,
    bump_of,
    compare_packages,
    count_rows,
    next_version,
    numbers_of,
)
from scripts.package.reader import Package, PackageTable
from scripts.tables.row import Row
from tests.package.small import CLAIM, Tables, package_of, schema_of, small_tables

Alter = Callable[[dict[str, Any]], object]


def changes_to(
    folder: Path, tables: Tables, alter: Alter = lambda descriptor: None
) -> list[Change]:
    """Return the changes from the small package to another one."""
    return compare_packages(
        package_of(folder / "old"), package_of(folder / "new", tables, alter=alter)
    )


def described(folder: Path, old: Alter, new: Alter = lambda schema: None) -> list[Change]:
    """Return the changes between two packages with other descriptions of their claims."""
    one = package_of(folder / "old", alter=lambda found: old(schema_of(found, "claims")))
    two = package_of(folder / "new", alter=lambda found: new(schema_of(found, "claims")))
    return compare_packages(one, two)


def test_a_package_does_not_differ_from_itself(tmp_path: Path) -> None:
    assert changes_to(tmp_path, small_tables()) == []


def test_a_corrected_cell_is_a_patch(tmp_path: Path) -> None:
    tables = small_tables()
    tables["claims"][1]["mode"] = "forecast"
    (change,) = changes_to(tmp_path, tables)
    cell = ("claims", "p01.c02", "mode", "cell changed", "fact", "forecast")
    assert change == (*cell, Bump.PATCH)
    assert str(change) == "claims p01.c02 mode cell changed: 'fact' → 'forecast' (patch)"


def test_rows_are_compared_by_key_whatever_their_order(tmp_path: Path) -> None:
    tables = small_tables()
    tables["claims"].reverse()
    assert changes_to(tmp_path, tables) == []


def test_a_new_row_is_a_minor_and_one_change_a_filled_cell(tmp_path: Path) -> None:
    tables = small_tables()
    tables["claims"].append({**CLAIM, "claim_id": "p01.c04", "mode": ""})
    changes = changes_to(tmp_path, tables)
    assert [one.column for one in changes] == ["claim_id", "post_id", "char_start", "char_end"]
    assert {str(one) for one in changes} == {"claims p01.c04 row added"}
    assert bump_of(changes) is Bump.MINOR
    assert count_rows(changes) == {"claims": [1, 0, 0]}


def test_a_withdrawn_link_is_a_minor_named_by_its_whole_key(tmp_path: Path) -> None:
    tables = small_tables()
    tables["links"] = [{"claim_id": "p01.c02", "operation_id": "ice"}]
    changes = changes_to(tmp_path, tables)
    assert {str(one) for one in changes} == {
        "links p01.c02 ice row added",
        "links p01.c01 ice row withdrawn",
    }
    assert count_rows(changes) == {"links": [1, 0, 1]}
    assert bump_of(changes) is Bump.MINOR


def test_a_table_is_added_with_a_minor_and_removed_with_a_major(tmp_path: Path) -> None:
    fewer = {name: rows for name, rows in small_tables().items() if name != "links"}
    old, new = package_of(tmp_path / "old", fewer), package_of(tmp_path / "new")
    changes = compare_packages(old, new)
    assert (changes[0].kind, bump_of(changes)) == ("table added", Bump.MINOR)
    assert count_rows(changes) == {"links": [1, 0, 0]}
    changes = compare_packages(new, old)
    assert (changes[0].kind, bump_of(changes)) == ("table removed", Bump.MAJOR)
    assert count_rows(changes) == {"links": [0, 0, 1]}


def with_columns(*columns: str) -> Tables:
    tables = small_tables()
    tables["claims"] = [{one: row.get(one, "") for one in columns} for row in tables["claims"]]
    return tables


COLUMNS = [
    (
        "post_id char_start char_end mode theme",
        "claims theme last column added: '' → 'theme' (minor)",
    ),
    ("post_id char_start char_end theme mode", "claims theme column added: '' → 'theme' (major)"),
    ("post_id char_start char_end", "claims mode last column removed: 'mode' → '' (major)"),
    ("post_id char_start mode", "claims char_end column removed: 'char_end' → '' (major)"),
    ("post_id mode char_start char_end", "claims order of columns changed: "),
]


@pytest.mark.parametrize(("columns", "told"), COLUMNS)
def test_a_change_of_columns_is_named_and_changes_no_row(
    tmp_path: Path, columns: str, told: str
) -> None:
    changes = changes_to(tmp_path, with_columns("claim_id", *columns.split()))
    assert len(changes) == 1 and str(changes[0]).startswith(told)
    assert bump_of(changes) is (Bump.MINOR if "minor" in told else Bump.MAJOR)


def test_a_foreign_key_of_a_new_column_goes_with_the_column(tmp_path: Path) -> None:
    tables = small_tables()
    tables["claims"] = [{**row, "operation_id": "ice"} for row in tables["claims"]]
    changes = changes_to(tmp_path, tables)
    assert [one.kind for one in changes] == ["last column added"]


def test_a_renamed_key_does_not_make_other_rows(tmp_path: Path) -> None:
    tables = small_tables()
    tables["operations"] = [{"slug": "ice", "name": "Breaking ice"}]
    changes = changes_to(tmp_path, tables)
    kinds = {(one.column, one.kind) for one in changes if one.table == "operations"}
    assert {("operation_id", "column removed"), ("slug", "column added")} < kinds
    assert ("", "primaryKey changed") in kinds
    assert count_rows(changes) == {}


def put(column: str, **properties: object) -> Alter:
    """Change the constraints of a column; None takes one away."""

    def alter(schema: dict[str, Any]) -> None:
        field = next(one for one in schema["fields"] if one["name"] == column)
        rules = field.setdefault("constraints", {}) | properties
        field["constraints"] = {name: rule for name, rule in rules.items() if rule is not None}

    return alter


# The constraint of the older description, that of the newer, and what the change is called.
CONSTRAINTS: list[tuple[dict[str, object], dict[str, object], str]] = [
    ({}, {"required": True}, "required stricter"),
    ({"required": True}, {}, "required looser"),
    ({"required": False}, {}, ""),
    ({}, {"unique": True}, "unique stricter"),
    ({"maximum": 10}, {"maximum": 11}, "maximum looser"),
    ({"maximum": 10}, {"maximum": 9.5}, "maximum stricter"),
    ({"minimum": 5}, {"minimum": 1}, "minimum looser"),
    ({"minimum": -5}, {"minimum": 1}, "minimum stricter"),
    ({"minimum": "2001"}, {"minimum": "2000"}, "minimum stricter"),
    ({"pattern": "a"}, {"pattern": "b"}, "pattern stricter"),
    ({"pattern": "a"}, {}, "pattern looser"),
    ({"enum": ["a", "b"]}, {"enum": ["a"]}, "enum stricter"),
    ({"enum": ["a"]}, {"enum": ["a", "b"]}, "enum looser"),
    ({"enum": ["a", "b"]}, {"enum": ["b", "a"]}, ""),
    ({"enum": ["a"]}, {}, "enum looser"),
    ({}, {"enum": ["a"]}, "enum stricter"),
]


@pytest.mark.parametrize(("old", "new", "told"), CONSTRAINTS)
def test_a_stricter_constraint_is_a_major_and_a_looser_one_a_minor(
    tmp_path: Path, old: dict[str, object], new: dict[str, object], told: str
) -> None:
    changes = described(tmp_path, put("mode", **old), put("mode", **new))
    assert [one.kind for one in changes] == ([f"constraint {told}"] if told else [])
    if told:
        assert bump_of(changes) is (Bump.MAJOR if "stricter" in told else Bump.MINOR)


def test_codes_that_are_replaced_are_told_one_by_one(tmp_path: Path) -> None:
    changes = described(tmp_path, put("mode", enum=["a", "b"]), put("mode", enum=["b", "c"]))
    assert [str(one) for one in changes] == [
        "claims mode constraint enum stricter: '[\"a\"]' → '[]' (major)",
        "claims mode constraint enum looser: '[]' → '[\"c\"]' (minor)",
    ]


# What the older description had instead.
SCHEMAS: list[tuple[Alter, str, Bump]] = [
    (lambda schema: schema["fields"][-1].update(type="integer"), "type changed", Bump.MAJOR),
    (lambda schema: schema["fields"][-1].update(format="uri"), "format removed", Bump.MAJOR),
    (lambda schema: schema["fields"][-1].update(title="T"), "title changed", Bump.PATCH),
    (lambda schema: schema["fields"][-1].update(example="x"), "example removed", Bump.PATCH),
    (lambda schema: schema.update(missingValues=["-"]), "missingValues changed", Bump.MAJOR),
    (lambda schema: schema.update(primaryKey=["claim_id", "mode"]), "primaryKey", Bump.MAJOR),
    (lambda schema: schema["foreignKeys"].clear(), "foreignKey stricter", Bump.MAJOR),
    (
        lambda schema: schema["foreignKeys"].append(
            {"fields": "mode", "reference": {"resource": "", "fields": "mode"}}
        ),
        "foreignKey looser",
        Bump.MINOR,
    ),
    (
        lambda schema: schema["foreignKeys"][0]["reference"].update(resource="operations"),
        "foreignKey stricter",
        Bump.MAJOR,
    ),
]


@pytest.mark.parametrize(("alter", "told", "bump"), SCHEMAS, ids=[s[1] for s in SCHEMAS])
def test_a_changed_description_demands_what_its_readers_feel(
    tmp_path: Path, alter: Alter, told: str, bump: Bump
) -> None:
    changes = [one for one in described(tmp_path, alter) if not one.row]
    assert len(changes) == 1 and told in changes[0].kind
    assert changes[0].bump is bump


PROPERTIES = [
    ("title", "Another title", Bump.PATCH),
    ("keywords", ["drugs"], Bump.PATCH),
    ("version", "9.9.9", Bump.NONE),
    ("created", "2020-01-01T00:00:00Z", Bump.NONE),
    ("name", "other-name", Bump.MAJOR),
]


@pytest.mark.parametrize(("name", "value", "bump"), PROPERTIES)
def test_properties_of_the_package_are_compared(
    tmp_path: Path, name: str, value: object, bump: Bump
) -> None:
    changes = changes_to(tmp_path, small_tables(), lambda found: found.update({name: value}))
    assert bump_of(changes) is bump
    assert [str(one).split(" ")[:2] for one in changes] == ([["package", name]] if bump else [])


RESOURCES = [
    ("title", "Another title", Bump.PATCH),
    ("encoding", "utf-16", Bump.MAJOR),
    ("hash", "sha256:0", Bump.NONE),
    ("path", "data/posts.csv", Bump.MAJOR),
]


@pytest.mark.parametrize(("name", "value", "bump"), RESOURCES)
def test_properties_of_a_table_are_compared(name: str, value: object, bump: Bump) -> None:
    def package(**properties: object) -> Package:
        resource = {"path": "data/x.csv", "encoding": "utf-8", "schema": {}, **properties}
        table = PackageTable(resource, {"id": {"name": "id", "type": "string"}}, ("id",), {}, {})
        return Package({}, {"x": table})

    assert bump_of(compare_packages(package(), package(**{name: value}))) is bump


@pytest.mark.parametrize("text", ["1.0", "v1.0.0", "1.0.0-rc1", "01.0.0", "1.0.0.0", "1.0.9999999"])
def test_a_text_of_another_form_is_not_a_version(text: str) -> None:
    assert numbers_of(text) == ()


def test_the_next_version_is_far_enough() -> None:
    def changes(bump: Bump) -> list[Change]:
        return [Change("", "", "", "", "", "", one) for one in Bump if one <= bump]

    due = [next_version("1.2.3", changes(bump)) for bump in Bump]
    assert due == ["1.2.4", "1.2.4", "1.3.0", "2.0.0"]
    assert numbers_of("1.10.0") > numbers_of("1.9.12")


CELLS = st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=3))


@settings(derandomize=True, deadline=None)
@given(CELLS, CELLS)
def test_the_changes_are_just_what_turns_one_package_into_the_other(
    old: dict[str, str], new: dict[str, str]
) -> None:
    def package(cells: dict[str, str]) -> Package:
        fields = {name: {"name": name, "type": "string"} for name in ("id", "words")}
        rows = {(key,): Row({"id": key, "words": cell}) for key, cell in cells.items()}
        return Package({}, {"x": PackageTable({"schema": {}}, fields, ("id",), {}, rows)})

    changes = compare_packages(package(old), package(new))
    made = dict(old)
    for one in changes:
        if one.kind == "row withdrawn":
            made.pop(one.row, None)
        elif one.kind == "row added":
            made.setdefault(one.row, "")
        if one.column == "words" and one.kind != "row withdrawn":
            assert one.old == old.get(one.row, "") != one.new
            made[one.row] = one.new
    assert made == new
    keys = Bump.PATCH if old.keys() == new.keys() else Bump.MINOR
    assert bump_of(changes) is (Bump.NONE if old == new else keys)
