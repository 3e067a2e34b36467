"""A copy without curation is held against what the ledger says of its release."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from scripts import validate as command
from scripts.checks.sync import check_copy
from scripts.mutations.package_copy import change_descriptor, copy_bare, read, repair, write
from scripts.versions.package_reader import read_package
from tests.validate.real_package import assert_found, change_row
from tests.versions.releasing import announce, change_schema


@pytest.fixture(scope="module")
def later(released_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project after its release, at work on the next version."""
    project = copytree(released_once, tmp_path_factory.mktemp("later") / "project")
    announce(project, "0.2.0")
    return project


@pytest.fixture
def copy(released_once: Path, tmp_path: Path) -> Path:
    """The released package alone, as people download it."""
    return copy_bare(released_once, tmp_path / "copy")


def test_a_copy_of_a_release_is_as_the_ledger_says(copy: Path, later: Path) -> None:
    note = "no curation/ beside the package; compared with release 0.1.0 in the ledger"
    assert check_copy(copy, later) == ([], note)


def test_a_code_that_only_a_reader_could_judge_is_named(copy: Path, later: Path) -> None:
    stance = {"stance": "favourable"}
    row = change_row(copy, "claims", lambda row: stance, lambda row: row["stance"] == "neutral")
    repair(copy)
    found, _ = check_copy(copy, later)
    assert [(f.table, f.row) for f in found] == [("claims", row)]
    assert "is not the row of release 0.1.0" in found[0].reason


def test_a_row_that_is_lost_is_named(copy: Path, later: Path) -> None:
    rows = read(copy, "coding_agreement")
    lost = rows.pop()
    write(copy, "coding_agreement", rows)
    found, _ = check_copy(copy, later)
    assert_found(found, "sync", "coding_agreement", lost["agreement_id"], "is not the row")


Change = Callable[[dict[str, Any]], object]
CHANGES: list[tuple[Change, str, str, str]] = [
    (lambda d: d.update(title="Another"), "datapackage.json", "title", "is not what release 0.1.0"),
    (lambda d: d["keywords"].pop(), "datapackage.json", "keywords", "is not what release 0.1.0"),
    (lambda d: d["resources"].pop(), "published_sources", "", "is missing, release 0.1.0 has it"),
    (
        lambda d: d["resources"].append({**d["resources"][0], "name": "blog"}),
        "blog",
        "",
        "is no table of release 0.1.0",
    ),
]


@pytest.mark.parametrize(("change", "table", "column", "words"), CHANGES)
def test_a_descriptor_that_is_not_the_released_one_is_named(
    copy: Path, later: Path, change: Change, table: str, column: str, words: str
) -> None:
    change_descriptor(copy, change)
    found, _ = check_copy(copy, later)
    assert_found(found, "sync", table, "", f"{column} {words}" if column else words)


def test_a_column_that_is_described_otherwise_is_named(copy: Path, later: Path) -> None:
    change_schema(copy, "claims", lambda schema: schema["fields"][-1].update(title="Other"))
    found, _ = check_copy(copy, later)
    assert_found(found, "sync", "claims", "", "is not described as in release 0.1.0")


def test_a_copy_of_no_release_is_not_compared(copy: Path, later: Path) -> None:
    change_descriptor(copy, lambda descriptor: descriptor.update(version="9.9.9"))
    found, note = check_copy(copy, later)
    assert not found
    assert note.startswith("not checked: no curation/") and "knows no version 9.9.9" in note


def test_a_copy_with_a_withheld_text_is_not_compared(copy: Path, later: Path) -> None:
    change_row(copy, "posts", lambda row: {"text_status": "withheld", "text": ""})
    found, note = check_copy(copy, later)
    assert not found
    assert note.startswith("not checked: no curation/") and "a text is withheld" in note


def test_a_copy_that_cannot_be_read_is_not_compared(copy: Path, later: Path) -> None:
    (copy / "data/claims.csv").unlink()
    found, note = check_copy(copy, later)
    assert not found
    assert note.startswith("not checked: no curation/") and "cannot be compared" in note


def test_the_command_says_what_it_compared_with(
    copy: Path,
    later: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command, "ROOT", later)
    assert command.main([str(copy)]) == 0
    assert (
        "sync      fine (no curation/ beside the package; compared with release 0.1.0 in the"
        in (capsys.readouterr().out)
    )


def test_the_ledger_keeps_every_property_but_the_tables(later: Path) -> None:
    (entry,) = json.loads((later / "releases/ledger.json").read_bytes())
    descriptor = read_package(later).descriptor
    assert entry["properties"].keys() == descriptor.keys() - {"resources"}


def test_a_copy_of_the_version_at_work_is_compared_with_its_curation(
    copy: Path, released_once: Path
) -> None:
    note = "no curation/ beside the package; compared with this project's, 0.1.0 too"
    assert check_copy(copy, released_once) == ([], note)
    stance = {"stance": "favourable"}
    row = change_row(copy, "claims", lambda row: stance, lambda row: row["stance"] == "neutral")
    change_descriptor(copy, lambda descriptor: descriptor.update(title="Another"))
    repair(copy)
    found, _ = check_copy(copy, released_once)
    words = "stance is 'favourable', the curation gives 'neutral'"
    assert_found(found, "sync", "claims", row, words)
    assert_found(found, "sync", "datapackage.json", "", "is not what the curation gives, first in")


def test_a_copy_is_not_compared_with_a_project_that_cannot_be_built(
    copy: Path, released_once: Path, tmp_path: Path
) -> None:
    broken = copytree(released_once, tmp_path / "broken")
    (broken / "curation/posts/p03.txt").unlink()
    found, note = check_copy(copy, broken)
    assert not found and "cannot be compared" in note
