"""A built file that was edited by hand, lost or added is named, with its first wrong line."""

from pathlib import Path

import pytest

from scripts.checks.sync import check_sync
from scripts.mutations.package_copy import (
    change_descriptor,
    change_text,
    key_of,
    read,
    repair,
    write,
)
from tests.validate.real_package import assert_found, change_row, findings_of


def test_a_package_as_built_is_in_sync(built_project: Path) -> None:
    assert check_sync(built_project) == []


def test_an_edited_count_in_the_readme_is_named_with_its_line(project: Path) -> None:
    lines = (project / "README.md").read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("| p03 |"))
    change_text(project / "README.md", lines[number - 1], lines[number - 1].replace("| 3", "| 4"))
    assert_found(check_sync(project), "sync", "README.md", "", f"first in line {number}")


@pytest.mark.parametrize("page", ["docs/data-dictionary.md", "CODEBOOK.md"])
def test_an_edited_generated_page_is_named(project: Path, page: str) -> None:
    path = project / page
    text = path.read_text("utf-8")
    begin = text.find("<!-- begin ") + 1
    path.write_text(text[:begin] + text[begin:].replace("claim", "clam", 1), "utf-8")
    assert_found(check_sync(project), "sync", page, "", "is not what the curation gives")


def test_a_lost_generated_page_is_named(project: Path) -> None:
    (project / "docs/data-dictionary.md").unlink()
    assert_found(check_sync(project), "sync", "docs/data-dictionary.md", "", "is missing")


def test_a_descriptor_out_of_sync_is_named(project: Path) -> None:
    change_descriptor(project, lambda d: d.update(title="Another title"))
    assert_found(check_sync(project), "sync", "datapackage.json", "", "is not what the curation")


def test_a_changed_cell_is_named_though_the_hash_was_repaired(project: Path) -> None:
    served = {"narrative": "none"}
    row = change_row(project, "claims", lambda row: served, lambda row: row["narrative"] != "none")
    repair(project)
    found = findings_of(project)
    assert_found(found, "sync", "data/claims.csv", "", "first in line 2")
    assert_found(found, "sync", "claims", row, "narrative is 'none', the curation gives 'china_")
    assert_found(found, "sync", "datapackage.json")


def test_a_lost_row_and_one_too_many_are_named(project: Path) -> None:
    rows = read(project, "claim_operations")
    lost = rows[3]
    added = lost | {"operation_id": rows[-1]["operation_id"]}
    write(project, "claim_operations", [*rows[:3], added, *rows[4:]])
    found = check_sync(project)
    name = key_of("claim_operations", lost)
    assert_found(found, "sync", "claim_operations", name, "is missing, the curation gives it")
    name = key_of("claim_operations", added)
    assert_found(found, "sync", "claim_operations", name, "the curation gives no such row")


def test_a_table_that_cannot_be_read_is_named_by_file(project: Path) -> None:
    (project / "data/claims.csv").write_bytes(b"claim_id\n")
    assert_found(check_sync(project), "sync", "data/claims.csv", "", "first in line 1")


def test_a_file_that_no_build_makes_is_named(project: Path) -> None:
    (project / "data/old.csv").write_text("a\n1\n", "utf-8")
    assert_found(check_sync(project), "sync", "data/old.csv", "", "no table is built here")


def test_a_broken_curation_file_is_named_in_place_of_the_built_files(project: Path) -> None:
    (project / "curation/posts/p02.txt").unlink()
    assert_found(check_sync(project), "sync", "curation", "", "p02.txt")


def test_a_changed_archive_is_named_by_sync_and_evidence(project: Path) -> None:
    change_text(project / "curation/archive/posts.txt", "drug", "grud")
    found = findings_of(project)
    assert_found(found, "sync", "curation", "", "the archive has changed")
    assert_found(found, "evidence", "curation", "", "the archive has changed")


def test_a_changed_register_is_named_by_the_table_made_from_it(project: Path) -> None:
    change_text(project / "curation/registers/units.yaml", "label: ", "label: old ")
    assert_found(findings_of(project), "evidence", "units", None, "the register says 'old")
