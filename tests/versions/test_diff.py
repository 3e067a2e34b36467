"""The difference between two packages names every row, cell and column, and what it demands."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from scripts.diff import main
from scripts.mutations.package_copy import change_descriptor, read, write
from scripts.problem import ProblemsFound
from scripts.versions.version import Bump
from tests.build.breaking import change
from tests.validate.real_package import change_row
from tests.versions.releasing import change_schema, difference


def test_a_package_does_not_differ_from_itself(old: Path, built_project: Path) -> None:
    found = difference(old, built_project)
    assert found.bump is Bump.NONE
    assert (found.tables, found.properties) == ((), ())


def test_a_corrected_cell_is_a_patch(old: Path, built_project: Path) -> None:
    key = change_row(old, "claims", lambda row: {"statement": "Something else."})
    found = difference(old, built_project)
    assert found.bump is Bump.PATCH
    (table,) = found.tables
    (cell,) = table.cells
    assert (table.name, cell.key, cell.column) == ("claims", (key,), "statement")
    assert cell.old == "Something else."
    assert cell.new == read(built_project, "claims")[0]["statement"]


def test_rows_are_compared_by_key_whatever_their_order(old: Path, built_project: Path) -> None:
    write(old, "figures", read(old, "figures")[::-1])
    assert difference(old, built_project).bump is Bump.NONE


def test_a_new_post_is_a_minor(old: Path, built_project: Path) -> None:
    for table in ("posts", "claims"):
        write(old, table, [row for row in read(old, table) if row["post_id"] != "p17"])
    found = difference(old, built_project)
    assert found.bump is Bump.MINOR
    assert [table.name for table in found.tables] == ["posts", "claims"]
    assert list(found.tables[0].added) == [("p17",)]
    assert {key[0][:3] for key in found.tables[1].added} == {"p17"}


def test_a_withdrawn_link_is_named_by_its_whole_key(old: Path, built_project: Path) -> None:
    found = difference(built_project, old)
    assert not found.tables
    first, *others = read(old, "claim_operations")
    write(old, "claim_operations", others)
    found = difference(built_project, old)
    assert found.bump is Bump.MINOR
    assert list(found.tables[0].withdrawn) == [(first["claim_id"], first["operation_id"])]


def test_a_table_that_only_one_package_has_is_added_or_removed(
    old: Path, built_project: Path
) -> None:
    change_descriptor(
        old,
        lambda descriptor: descriptor.update(
            resources=[one for one in descriptor["resources"] if one["name"] != "phrases"]
        ),
    )
    rows = len(read(built_project, "phrases"))
    (table,) = difference(old, built_project).tables
    assert (table.name, len(table.added), table.bump) == ("phrases", rows, Bump.MINOR)
    (table,) = difference(built_project, old).tables
    assert (table.name, len(table.withdrawn), table.bump) == ("phrases", rows, Bump.MAJOR)


@pytest.mark.parametrize("folder", ["", "china-drug-control-posts/"])
def test_a_zip_is_read_like_its_folder(
    old: Path, built_project: Path, tmp_path: Path, folder: str
) -> None:
    archive = tmp_path / "package.zip"
    with ZipFile(archive, "w") as zipped:
        for path in sorted(old.rglob("*")):
            zipped.write(path, f"{folder}{path.relative_to(old)}")
        zipped.writestr(f"{folder}examples/deeper/datapackage.json", "{}")
    assert difference(archive, built_project).bump is Bump.NONE


@pytest.fixture
def changed(old: Path) -> Path:
    """A package in which one cell differs, one link is missing, one claim is more."""
    change_row(old, "indicators", lambda row: {"label": 'One\nother, "label"'})
    write(old, "claim_operations", read(old, "claim_operations")[1:])
    rows = read(old, "claims")
    write(old, "claims", [*rows, {**rows[-1], "claim_id": "p17.c99"}])
    return old


def test_text_lists_rows_and_cells_and_the_bump(
    changed: Path, built_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(changed), str(built_project)]) == 0
    lines = capsys.readouterr().out.split("\n")
    indicator = read(built_project, "indicators")[0]
    link = read(built_project, "claim_operations")[0]
    assert lines[0].endswith(": the changes demand minor")
    assert "claims: 0 added, 0 changed, 1 withdrawn" in lines
    assert "  - p17.c99" in lines
    assert f"  + {link['claim_id']} {link['operation_id']}" in lines
    old_label = repr('One\nother, "label"')
    cell = f"  ~ {indicator['indicator_id']} label: {old_label} → {indicator['label']!r}"
    assert cell in lines


def test_csv_has_one_line_a_cell(
    changed: Path, built_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(changed), str(built_project), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""), strict=True))
    cells = {(row["table"], row["change"], row["column"]): row for row in rows}
    label = cells["indicators", "cell changed", "label"]
    assert label["old"] == 'One\nother, "label"'
    assert label["new"] == read(built_project, "indicators")[0]["label"]
    assert label["bump"] == "patch"
    assert cells["claims", "row withdrawn", "claim_id"]["old"] == "p17.c99"
    assert cells["claim_operations", "row added", "operation_id"]["new"]


def test_json_holds_whole_rows_and_named_keys(
    changed: Path, built_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(changed), str(built_project), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["bump"] == "minor"
    assert list(found["tables"]) == ["claims", "claim_operations", "indicators"]
    assert found["tables"]["claims"]["withdrawn"][0]["claim_id"] == "p17.c99"
    assert (
        found["tables"]["claim_operations"]["added"] == read(built_project, "claim_operations")[:1]
    )
    first = read(built_project, "indicators")[0]
    assert found["tables"]["indicators"]["changed"] == [
        {
            "key": {"indicator_id": first["indicator_id"]},
            "column": "label",
            "old": 'One\nother, "label"',
            "new": first["label"],
        }
    ]


BROKEN: list[tuple[Callable[[Path], object], str]] = [
    (lambda p: (p / "datapackage.json").unlink(), "datapackage.json is missing"),
    (lambda p: (p / "datapackage.json").write_text("[]"), "no description of a package"),
    (lambda p: (p / "datapackage.json").write_text("{"), "no description of a package"),
    (lambda p: (p / "data/claims.csv").unlink(), "claims: its file or schema is missing"),
    (lambda p: (p / "data/claims.csv").write_text(""), "claims: "),
    (lambda p: (p / "data/claims.csv").write_bytes(b"\xff"), "claims: "),
    (lambda p: change(p / "data/claims.csv", "claim_id,", "claim,"), "header is not as described"),
    (lambda p: change(p / "data/claims.csv", "p01.c02,", "p01.c01,"), "row p01.c01 stands twice"),
    (
        lambda p: change(p / "data/links/claim_operations.csv", "p01.c21,", "p01.c21,,"),
        "row 1 has 3 cells",
    ),
    (
        lambda p: change(p / "datapackage.json", "data/claims.csv", "../claims.csv"),
        "claims: the path ../claims.csv leads out of the package",
    ),
]


@pytest.mark.parametrize(("damage", "message"), BROKEN, ids=[m for _, m in BROKEN])
def test_a_broken_package_is_named_and_ends_with_1(
    old: Path,
    built_project: Path,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Path], object],
    message: str,
) -> None:
    damage(old)
    assert main([str(built_project), str(old)]) == 1
    assert message in capsys.readouterr().err


def test_a_file_that_is_no_zip_ends_with_1(
    built_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(built_project), str(built_project / "README.md")]) == 1
    assert "is no folder and no zip file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([".", "nowhere"], "nowhere is no folder and no zip file"),
        (["."], "required: new"),
        ([".", ".", "--format", "xml"], "invalid choice: 'xml'"),
    ],
)
def test_a_wrong_call_ends_with_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    "change",
    [
        lambda schema: schema["fields"][-1].pop("type"),
        lambda schema: schema["fields"][-1].update(constraints=5),
        lambda schema: schema["fields"][-1].update(constraints={"enum": 5}),
        lambda schema: schema.update(foreignKeys=5),
        lambda schema: schema.update(foreignKeys=[5]),
        lambda schema: schema.update(foreignKeys=[{"fields": ["post_id"]}]),
        lambda schema: schema["foreignKeys"][0].update(fields=["no_column"]),
        lambda schema: schema.update(primaryKey=None),
    ],
)
def test_a_table_that_is_not_described_as_one_is_named(
    old: Path, built_project: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    change_schema(old, "claims", change)
    with pytest.raises(ProblemsFound, match="claims: "):
        difference(old, built_project)
