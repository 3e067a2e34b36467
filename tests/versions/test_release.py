"""A release is recorded, comes out the same again, and is refused where it must be."""

import hashlib
import shutil
from pathlib import Path
from shutil import copytree

import pytest

from scripts import build, release
from scripts.mutations.package_copy import read
from scripts.versions.ledger import read_ledger, record_table
from scripts.versions.package_reader import read_package
from tests.build.breaking import change
from tests.validate.real_package import change_row
from tests.versions.releasing import DAY, ZIP, announce, commit, day


@pytest.fixture
def released(released_once: Path, tmp_path: Path) -> Path:
    """A copy of the released project for one test to change."""
    return copytree(released_once, tmp_path / "project")


@pytest.fixture
def unreleased(committed_project: Path, tmp_path: Path) -> Path:
    """A copy of the committed project for one test to change."""
    return copytree(committed_project, tmp_path / "project")


def refusal(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Release; assert that it is refused and nothing is recorded; return what is said."""
    ledger = (project / "releases/ledger.json").read_bytes()
    assert release.main([], project) == 1
    assert (project / "releases/ledger.json").read_bytes() == ledger
    return capsys.readouterr().err


def test_a_release_is_written_and_recorded(released_once: Path) -> None:
    content = (released_once / ZIP).read_bytes()
    (entry,) = read_ledger(released_once)
    assert (entry.version, entry.date) == ("0.1.0", day(released_once))
    assert entry.sha256 == hashlib.sha256(content).hexdigest()
    last = read_package(released_once / "releases/last")
    assert {name: record_table(table) for name, table in last.tables.items()} == entry.tables
    assert last == read_package(released_once)


def test_the_ledger_holds_no_words_of_the_posts(released_once: Path) -> None:
    text = (released_once / "releases/ledger.json").read_text("utf-8")
    quotes = [row["quote"] for row in read(released_once, "claims")]
    assert not [quote for quote in quotes if quote in text]


def test_a_released_version_gives_the_same_file_again(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (released / ZIP).read_bytes()
    shutil.rmtree(released / "dist")
    for path in released.rglob("*.csv"):
        path.touch()
    assert release.main([], released) == 0
    assert (released / ZIP).read_bytes() == before
    said = capsys.readouterr().out
    assert "releases/ledger.json" not in said
    assert len(read_ledger(released)) == 1
    assert not release.tree_problems(released)


def test_a_released_version_with_other_content_is_refused(
    released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(released / "CODEBOOK.md", "# ", "# Another ")
    commit(released)
    before = (released / ZIP).read_bytes()
    said = refusal(released, capsys)
    assert "version 0.1.0 was released with other content on" in said
    assert (released / ZIP).read_bytes() == before


def test_a_second_release_is_added_to_the_ledger(released: Path) -> None:
    change(released / "curation/registers/indicators.yaml", "label: ", "label: Corrected ")
    announce(released, "0.1.1", "| indicators | 0 | 1 | 0 |")
    text = (released / "CHANGELOG.md").read_text("utf-8")
    text = text.replace("unreleased", day(released)).replace(DAY, day(released))
    (released / "CHANGELOG.md").write_text(text, "utf-8")
    build.build(released)
    commit(released)
    first = read_ledger(released)[0]
    release.release(released)
    assert [entry.version for entry in read_ledger(released)] == ["0.1.0", "0.1.1"]
    assert read_ledger(released)[0] == first
    assert read_package(released / "releases/last").descriptor["version"] == "0.1.1"
    build.build(released)


def test_what_is_not_committed_is_refused(
    unreleased: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (unreleased / "notes and more.txt").write_text("mine")
    change(unreleased / "README.md", "# ", "# Another ")
    said = refusal(unreleased, capsys)
    assert "notes and more.txt: is not committed" in said
    assert "README.md: is not committed" in said
    assert not (unreleased / "dist").exists()


def test_a_folder_without_a_repository_is_refused(
    unreleased: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(unreleased / ".git")
    assert "is no git repository, or git is missing" in refusal(unreleased, capsys)


@pytest.mark.parametrize("said_day", ["unreleased", "2001-01-01"])
def test_a_changelog_without_the_day_of_the_release_is_refused(
    unreleased: Path, capsys: pytest.CaptureFixture[str], said_day: str
) -> None:
    change(unreleased / "CHANGELOG.md", f"({day(unreleased)})", f"({said_day})")
    commit(unreleased)
    assert f"the newest entry says {said_day}, curation/package.yaml" in refusal(unreleased, capsys)


def test_a_failing_check_is_refused(unreleased: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = change_row(unreleased, "claims", lambda row: {"statement": "Something else."})
    commit(unreleased)
    said = refusal(unreleased, capsys)
    assert "form: claims" in said
    assert "sync: data/claims.csv: is not what the curation gives" in said, key
    assert not (unreleased / "dist").exists()


def test_a_missing_page_is_refused(unreleased: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (unreleased / "LICENSE").unlink()
    commit(unreleased)
    assert "LICENSE: belongs to the release and cannot be read" in refusal(unreleased, capsys)


def test_a_wrong_call_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        release.main(["--fast"])
    assert stopped.value.code == 2
    assert "--fast" in capsys.readouterr().err
