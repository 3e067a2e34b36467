"""The ledger knows every release by its hashes, and every id that was ever released."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from scripts.curation.finding import FindingsError
from scripts.package.ledger import (
    Ledger,
    add_release,
    dump_ledger,
    read_last,
    read_ledger,
    read_tombstones,
    released_as,
)
from scripts.package.reader import read_package
from tests.conftest import ROOT, change
from tests.package.small import small_tables, write_package, write_release

Content = dict[str, Any]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one release."""
    root = tmp_path / "project"
    ledger = write_release(root, Ledger((), {}), "2026-11-24")
    (root / "releases/ledger.json").write_bytes(dump_ledger(ledger))
    (root / "CHANGELOG.md").write_text(
        "# Changelog\n\n## 1.1.0 (unreleased)\n\n## 1.0.0 (2026-11-24)\n"
    )
    return root


def test_a_ledger_is_read_as_it_was_written(root: Path) -> None:
    ledger = read_ledger(root)
    (release,) = ledger.releases
    assert (release.version, release.date) == ("1.0.0", "2026-11-24")
    assert list(release.files)[-1] == "datapackage.json"
    assert dump_ledger(ledger) == (root / "releases/ledger.json").read_bytes()


def test_the_ledger_has_ids_but_no_links_and_no_words(root: Path) -> None:
    assert read_ledger(root).ids == {
        "posts": ["p01"],
        "claims": ["p01.c01", "p01.c02", "p01.c03"],
        "operations": ["ice"],
    }


def test_a_release_adds_lines_and_forgets_no_id(root: Path, tmp_path: Path) -> None:
    tables = small_tables()
    tables["claims"][0] = {**tables["claims"][0], "claim_id": "p01.c04"}
    package = read_package(write_package(tmp_path / "next", tables, version="1.1.0"))
    before = read_ledger(root)
    made = {"small-1.1.0.zip": b"zip", "small-1.1.0.xlsx": b"book"}
    after = add_release(before, package, "2026-12-01", {"README.md": b""}, made)
    assert after.ids["claims"] == ["p01.c01", "p01.c02", "p01.c03", "p01.c04"]
    assert after.releases[0] == before.releases[0]
    assert after.releases[1].version == "1.1.0"
    assert list(after.releases[1].beside) == ["small-1.1.0.xlsx"]
    lines = [line.strip(" ,") for line in dump_ledger(after).decode().split("\n")]
    assert all(line.strip(" ,") in lines for line in dump_ledger(before).decode().split("\n"))


def test_the_real_ledger_fits_the_changelog() -> None:
    ledger = read_ledger(ROOT)
    assert ledger.releases[0][:2] == ("1.0.0", "2026-11-24")
    assert ledger.releases[0].sha256.startswith("40283701a7b65fcd475ae2d4359a8595")
    assert len(ledger.ids["claims"]) >= 753


DAMAGED: list[tuple[Callable[[Content], object], str]] = [
    (lambda ledger: ledger["releases"].clear(), "its releases are not those that CHANGELOG.md"),
    (lambda ledger: ledger.clear(), "is not a ledger of releases: KeyError('releases')"),
    (lambda ledger: ledger.pop("ids"), "is not a ledger of releases: KeyError('ids')"),
    (lambda ledger: ledger.update(ids=[]), "is not a ledger of releases"),
    (lambda ledger: ledger.update(releases=[5]), "is not a ledger of releases"),
    (lambda ledger: ledger["ids"].update(claims=[5]), "a hash, an id or a version of another form"),
    (
        lambda ledger: ledger["ids"].update(claims="p01.c01"),
        "a hash, an id or a version of another form",
    ),
    (lambda ledger: ledger["releases"][0].pop("files"), "is not a ledger of releases"),
    (lambda ledger: ledger["releases"][0].update(files=[]), "is not a ledger of releases"),
    (lambda ledger: ledger["releases"][0].update(note=""), "is not a ledger of releases"),
    (
        lambda ledger: ledger["releases"][0].update(sha256="0" * 63),
        "a hash, an id or a version of another form",
    ),
    (lambda ledger: ledger["releases"][0]["files"].update(x=5), "is not a ledger of releases"),
    (
        lambda ledger: ledger["releases"][0].update(version="1.0"),
        "a hash, an id or a version of another form",
    ),
    (lambda ledger: ledger["releases"][0].update(version=1), "is not a ledger of releases"),
    (lambda ledger: ledger["releases"][0].update(date="2026-11-25"), "its releases are not those"),
]


@pytest.mark.parametrize(("damage", "words"), DAMAGED)
def test_a_ledger_that_is_empty_shortened_or_malformed_is_refused(
    root: Path, damage: Callable[[Content], object], words: str
) -> None:
    path = root / "releases/ledger.json"
    content = json.loads(path.read_text())
    damage(content)
    path.write_text(json.dumps(content))
    with pytest.raises(FindingsError, match=r"releases/ledger.json: ") as caught:
        read_ledger(root)
    assert words in str(caught.value)
    assert "restore it as it was committed" in str(caught.value)


def test_a_ledger_that_is_no_json_or_missing_is_refused(root: Path) -> None:
    change(root / "releases/ledger.json", ",", "")
    with pytest.raises(FindingsError, match=r"releases/ledger.json:5: not JSON"):
        read_ledger(root)
    (root / "releases/ledger.json").unlink()
    with pytest.raises(FindingsError, match=r"releases/ledger.json: the file is missing"):
        read_ledger(root)


def test_an_entry_that_the_changelog_lost_is_seen(root: Path) -> None:
    change(root / "CHANGELOG.md", "## 1.0.0 (2026-11-24)", "")
    with pytest.raises(FindingsError, match="its releases are not those"):
        read_ledger(root)


def test_a_project_without_releases_has_an_empty_ledger(root: Path) -> None:
    change(root / "CHANGELOG.md", "## 1.0.0 (2026-11-24)", "")
    (root / "releases/ledger.json").write_bytes(dump_ledger(Ledger((), {})))
    assert read_ledger(root) == Ledger((), {})
    assert read_last(root, Ledger((), {})).tables == {}


def test_a_folder_with_exactly_the_files_of_a_release_is_that_release(
    root: Path, tmp_path: Path
) -> None:
    ledger = read_ledger(root)
    copy = write_package(tmp_path / "copy")
    assert released_as(copy, ledger) == ledger.releases[0]
    (copy / "README.md").write_text("other words, beside the package")
    assert released_as(copy, ledger) == ledger.releases[0]


def link(folder: Path) -> None:
    (folder / "data/claims.csv").rename(folder / "claims.csv")
    (folder / "data/claims.csv").symlink_to("../claims.csv")


OTHERS: list[Callable[[Path], object]] = [
    lambda folder: change(folder / "data/claims.csv", "fact", "fcat"),
    lambda folder: change(folder / "datapackage.json", "Mode", "mode"),
    lambda folder: change(folder / "datapackage.json", "{", "{ "),
    lambda folder: (folder / "data/links.csv").unlink(),
    lambda folder: (folder / "datapackage.json").unlink(),
    lambda folder: (folder / "data/more.csv").write_text(""),
    lambda folder: (folder / "data/more").symlink_to("/"),
    lambda folder: (folder / "data").rename(folder / "elsewhere"),
    link,
]


@pytest.mark.parametrize("alter", OTHERS)
def test_a_folder_with_any_other_file_is_not_the_release_whatever_its_version(
    root: Path, tmp_path: Path, alter: Callable[[Path], object]
) -> None:
    alter(write_package(tmp_path / "copy"))
    assert released_as(tmp_path / "copy", read_ledger(root)) is None


def test_the_last_release_is_read_only_if_the_ledger_knows_its_zip(
    root: Path, tmp_path: Path
) -> None:
    ledger = read_ledger(root)
    zipped = root / "releases/1.0.0/small-1.0.0.zip"
    with ZipFile(zipped) as opened:
        opened.extractall(tmp_path / "unpacked")
    assert read_last(root, ledger) == read_package(tmp_path / "unpacked")
    newer = ledger.releases[0]._replace(version="1.1.0")
    with pytest.raises(FindingsError, match=r"releases/1\.1\.0: has no zip of the release"):
        read_last(root, Ledger((*ledger.releases, newer), ledger.ids))
    zipped.write_bytes(zipped.read_bytes().replace(b"p01.c02", b"p01.c92"))
    message = r"releases/1\.0\.0/small-1\.0\.0\.zip: is not the zip of releases/ledger.json"
    with pytest.raises(FindingsError, match=message):
        read_last(root, ledger)
    zipped.with_name("other-1.0.0.zip").write_bytes(b"another")
    with pytest.raises(FindingsError, match="has no zip of the release, or several"):
        read_last(root, ledger)


STONES = "curation/tombstones.yaml"
WRONG = [
    ("claims p01.c01:\n  reason: Gone.\n  successor: none\n", "successor is not a list"),
    ("claims p01.c01:\n  reason: Gone.\n", "has no successor"),
    ("p01.c01:\n  reason: Gone.\n  successor: []\n", "does not have the form of an id"),
]


def test_tombstones_are_read_by_table_and_id(tmp_path: Path) -> None:
    (tmp_path / "curation").mkdir()
    text = "# why\nlinks p01.c01 ice:\n  reason: Gone.\n  successor: []\n"
    (tmp_path / STONES).write_text(
        f"{text}claims p01.c01:\n  reason: Two.\n  successor: [p01.c02, p01.c03]\n"
    )
    stones = read_tombstones(tmp_path)
    assert list(stones) == [("claims", "p01.c01"), ("links", "p01.c01 ice")]
    assert stones["claims", "p01.c01"].list("successor") == ("p01.c02", "p01.c03")
    assert stones["links", "p01.c01 ice"].line == 2


def test_one_tombstone_can_stand_for_many_ids(tmp_path: Path) -> None:
    (tmp_path / "curation").mkdir()
    text = (
        "links parts:\n  reason: Gone.\n  successor: []\n  ids: [p01.c01 ice,\n    p01.c02 ice]\n"
    )
    (tmp_path / STONES).write_text(text)
    stones = read_tombstones(tmp_path)
    assert {key: one.text("reason") for key, one in stones.items()} == {
        ("links", "p01.c01 ice"): "Gone.",
        ("links", "p01.c02 ice"): "Gone.",
    }
    (tmp_path / STONES).write_text(f"{text}links p01.c02 ice:\n  reason: Gone.\n  successor: []\n")
    with pytest.raises(FindingsError, match=r"links p01\.c02 ice has two tombstones"):
        read_tombstones(tmp_path)


@pytest.mark.parametrize(("text", "words"), WRONG)
def test_a_malformed_register_of_tombstones_is_refused(
    tmp_path: Path, text: str, words: str
) -> None:
    (tmp_path / "curation").mkdir()
    (tmp_path / STONES).write_text(text)
    with pytest.raises(FindingsError, match=f"{STONES}:.*{words}"):
        read_tombstones(tmp_path)
    (tmp_path / STONES).unlink()
    with pytest.raises(FindingsError, match=f"{STONES}: the file is missing"):
        read_tombstones(tmp_path)
