"""A copy without curation is held against what the ledger says of its release."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts import validate as command
from scripts.checks.sync import check_release
from scripts.mutations.package_copy import change_descriptor, copy_bare, read, repair, write
from scripts.versions.package_reader import read_package
from tests.validate.real_package import assert_found, change_row
from tests.versions.releasing import change_schema


@pytest.fixture
def copy(released_once: Path, tmp_path: Path) -> Path:
    """The released package alone, as people download it."""
    return copy_bare(released_once, tmp_path / "copy")


def test_a_copy_of_a_release_is_as_the_ledger_says(copy: Path, released_once: Path) -> None:
    note = "no curation/ beside the package; compared with release 0.1.0 in the ledger"
    assert check_release(copy, released_once) == ([], note)


def test_a_code_that_only_a_reader_could_judge_is_named(copy: Path, released_once: Path) -> None:
    stance = {"stance": "favourable"}
    row = change_row(copy, "claims", lambda row: stance, lambda row: row["stance"] == "neutral")
    repair(copy)
    found, _ = check_release(copy, released_once)
    assert [(f.table, f.row) for f in found] == [("claims", row)]
    assert "is not the row of release 0.1.0" in found[0].reason


def test_a_row_that_is_lost_is_named(copy: Path, released_once: Path) -> None:
    rows = read(copy, "coding_agreement")
    lost = rows.pop()
    write(copy, "coding_agreement", rows)
    found, _ = check_release(copy, released_once)
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
    copy: Path, released_once: Path, change: Change, table: str, column: str, words: str
) -> None:
    change_descriptor(copy, change)
    found, _ = check_release(copy, released_once)
    assert_found(found, "sync", table, "", f"{column} {words}" if column else words)


def test_a_column_that_is_described_otherwise_is_named(copy: Path, released_once: Path) -> None:
    change_schema(copy, "claims", lambda schema: schema["fields"][-1].update(title="Other"))
    found, _ = check_release(copy, released_once)
    assert_found(found, "sync", "claims", "", "is not described as in release 0.1.0")


def test_a_copy_of_no_release_is_not_compared(copy: Path, released_once: Path) -> None:
    change_descriptor(copy, lambda descriptor: descriptor.update(version="9.9.9"))
    found, note = check_release(copy, released_once)
    assert not found
    assert note.startswith("not checked: no curation/") and "no release 9.9.9" in note


def test_a_copy_with_a_withheld_text_is_not_compared(copy: Path, released_once: Path) -> None:
    change_row(copy, "posts", lambda row: {"text_status": "withheld", "text": ""})
    found, note = check_release(copy, released_once)
    assert not found
    assert note.startswith("not checked: no curation/") and "a text is withheld" in note


def test_a_copy_that_cannot_be_read_is_not_compared(copy: Path, released_once: Path) -> None:
    (copy / "data/claims.csv").unlink()
    found, note = check_release(copy, released_once)
    assert not found
    assert note.startswith("not checked: no curation/") and "cannot be compared" in note


def test_the_command_says_what_it_compared_with(
    copy: Path,
    released_once: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(command, "ROOT", released_once)
    assert command.main([str(copy)]) == 0
    assert (
        "sync      fine (no curation/ beside the package; compared with release 0.1.0 in the"
        in (capsys.readouterr().out)
    )


def test_the_ledger_keeps_every_property_but_the_tables(released_once: Path) -> None:
    (entry,) = json.loads((released_once / "releases/ledger.json").read_bytes())
    descriptor = read_package(released_once).descriptor
    assert entry["properties"].keys() == descriptor.keys() - {"resources"}
