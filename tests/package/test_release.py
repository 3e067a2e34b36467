"""A release is dated, counted, written and recorded at once, or refused with nothing written."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from frictionless import validate as validate_with_frictionless

from schemas.tables import TABLES
from scripts import release as command
from scripts.curation.finding import Finding, FindingsError, refuse
from scripts.package.ledger import Ledger, dump_ledger, read_last, read_ledger, released_as
from scripts.package.reader import read_package
from scripts.release import release
from tests.conftest import ROOT, change
from tests.package.small import write_project

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
DAY = date(2026, 12, 1)
ZIP = "releases/1.0.0/small-1.0.0.zip"


@dataclass
class Result:
    """What a layer of the validation found."""

    findings: list[Finding] = field(default_factory=list)


def build(root: Path) -> None:
    """Take version and day from the curation, as a build does."""
    text = (root / "curation/package.yaml").read_text()
    said = dict(re.findall(r'^(version|created): "(.*?)"', text, re.MULTILINE))
    path = root / "datapackage.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **said}, indent=2) + "\n")
    (root / "README.md").write_text(f"Version {said['version']}.\n")


def validate(root: Path) -> list[Result]:
    """Find nothing."""
    return [Result(), Result()]


def commit(root: Path) -> None:
    """Commit everything, whatever git is set to on this machine."""
    settings = ["user.name=Somebody", "user.email=some@example.org", "commit.gpgsign=false"]
    options = [part for setting in settings for part in ("-c", setting)]
    for words in (["add", "--all"], ["commit", "--quiet", "--message", "As it is"]):
        subprocess.run(["git", "-C", str(root), *options, *words], check=True)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def files_of(root: Path) -> dict[str, bytes]:
    """Return all files of a project but those of git."""
    paths = [
        path for path in root.rglob("*") if path.is_file() and root / ".git" not in path.parents
    ]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project before its first release, built and committed."""
    root = write_project(tmp_path / "project")
    build(root)
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    commit(root)
    return root


@pytest.fixture
def released(project: Path) -> Path:
    """That project with its release made and committed."""
    release(project, DAY, build, validate)
    commit(project)
    return project


def refusal(root: Path, build: Callable[[Path], object] = build) -> str:
    """Release; assert that it is refused with nothing written; return what is said."""
    before = files_of(root)
    with pytest.raises(FindingsError) as caught:
        release(root, DAY, build, validate)
    assert files_of(root) == before
    return str(caught.value)


def test_a_release_takes_dev_off_and_writes_the_day(released: Path) -> None:
    properties = (released / "curation/package.yaml").read_text().split("\n")
    assert properties[2:4] == [
        'version: "1.0.0"  # the next one',
        'created: "2026-12-01T00:00:00Z"',
    ]
    assert properties[0] == "# What people decided."
    assert "## 1.0.0 (2026-12-01)\n\n- What changed.\n" in (released / "CHANGELOG.md").read_text()
    assert read_package(released).descriptor["version"] == "1.0.0"
    assert (released / "README.md").read_text() == "Version 1.0.0.\n"


def test_a_release_is_recorded(released: Path) -> None:
    ledger = read_ledger(released)
    (entry,) = ledger.releases
    content = (released / ZIP).read_bytes()
    assert (entry.version, entry.date) == ("1.0.0", "2026-12-01")
    assert entry.sha256 == sha256(content)
    with ZipFile(released / ZIP) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    assert entry.files == {name: sha256(one) for name, one in files.items()}
    assert files["CHANGELOG.md"] == (released / "CHANGELOG.md").read_bytes()
    assert released_as(released, ledger) == entry
    assert (released / ZIP).with_suffix(".sqlite").read_bytes().startswith(b"SQLite")
    folder = (released / ZIP).parent
    others = {p.name: sha256(p.read_bytes()) for p in folder.iterdir() if p.name in entry.beside}
    assert others == entry.beside and len(others) == 2
    sums = dict(line.split("  ")[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert sums == {**entry.beside, "small-1.0.0.zip": entry.sha256}


def test_a_released_version_gives_the_same_file_again(released: Path) -> None:
    before = files_of(released)
    for path in released.rglob("*.csv"):
        path.touch()
    assert release(released, date(2027, 1, 1), build, validate) == []
    assert files_of(released) == before


def test_a_released_version_with_other_content_is_refused(released: Path) -> None:
    change(released / "CODEBOOK.md", "The words", "Other words")
    commit(released)
    assert "1.0.0.zip: was released with other content (write the next" in refusal(released)


def test_a_version_without_dev_that_was_never_released_is_refused(project: Path) -> None:
    change(project / "curation/package.yaml", "-dev", "")
    build(project)
    commit(project)
    assert "was not released, or with other content (write the next" in refusal(project)


def begin_next(root: Path, version: str) -> None:
    """Begin the next version and commit, as people do."""
    properties = (root / "curation/package.yaml").read_text()
    text = re.sub(r'version: ".*?"', f'version: "{version}-dev"', properties)
    (root / "curation/package.yaml").write_text(text)
    change(root / "CHANGELOG.md", "\n## ", f"\n## {version} (unreleased)\n\n- No `links`.\n\n## ")
    build(root)
    commit(root)


def withdraw_links(root: Path) -> None:
    path = root / "datapackage.json"
    descriptor = json.loads(path.read_text())
    descriptor["resources"] = [one for one in descriptor["resources"] if one["name"] != "links"]
    path.write_text(json.dumps(descriptor))
    (root / "data/links.csv").unlink()


def test_a_second_release_counts_what_changed_since_the_first(released: Path) -> None:
    change(released / "data/units.csv", "case,case", "case,criminal case")
    withdraw_links(released)
    first = read_ledger(released).releases[0]
    begin_next(released, "1.0.1")
    message = refusal(released)
    assert "must be 2.0.0, not 1.0.1; the greatest change: links table removed" in message
    begin_next(released, "2.0.0")
    page = released / "CHANGELOG.md"
    page.write_text(re.sub(r"## 1\.0\.1 .*\n\n.*\n\n", "", page.read_text()))
    commit(released)
    release(released, DAY, build, validate)
    commit(released)
    assert "| units | 0 | 1 | 0 |\n| links | 0 | 0 | 1 |\n\n## 1.0.0" in page.read_text()
    ledger = read_ledger(released)
    assert [one.version for one in ledger.releases] == ["1.0.0", "2.0.0"]
    assert ledger.releases[0] == first
    assert read_last(released, ledger) == read_package(released)


def test_the_words_of_a_post_that_is_withheld_go_from_earlier_releases_too(released: Path) -> None:
    old = read_ledger(released).releases[0]
    post = released / "data/posts.csv"
    post.write_text("post_id,title,text_status\np01,,withheld\n")
    begin_next(released, "1.0.1")
    change(released / "CHANGELOG.md", "- No `links`.", "- The words of p01 are withheld.")
    commit(released)
    written = release(released, DAY, build, validate)
    commit(released)
    first, second = read_ledger(released).releases
    assert (first.version, list(first.withheld), second.version) == ("1.0.0", ["p01"], "1.0.1")
    assert first.sha256 == sha256((released / ZIP).read_bytes()) != old.sha256
    files = files_of((released / ZIP).parent)
    assert files.keys() == {"small-1.0.0.zip", "SHA256SUMS"} and first.beside == {}
    assert not [path for path, content in files.items() if b"in two lines" in content]
    assert "releases/1.0.0/small-1.0.0.xlsx" in written
    with ZipFile(released / ZIP) as zipped:
        assert zipped.read("data/posts.csv") == post.read_bytes()
        assert b"p01.c02" in zipped.read("data/claims.csv")
    assert release(released, DAY, build, validate) == []


def test_what_is_not_committed_is_refused(project: Path) -> None:
    (project / "notes and more.txt").write_text("mine")
    change(project / "README.md", "Version", "Another version")
    message = refusal(project)
    assert "notes and more.txt: is not committed (commit or remove it)" in message
    assert "README.md: is not committed" in message


def test_a_folder_without_a_repository_is_refused(project: Path) -> None:
    shutil.move(project / ".git", project.parent / "git")
    assert "is not a git repository, or git is missing" in refusal(project)


def test_whatever_the_validation_finds_is_refused(project: Path) -> None:
    wrong = Finding(table="claims", row="p01.c01", reason="is wrong")
    before = files_of(project)
    with pytest.raises(FindingsError, match=r"claims p01.c01: is wrong"):
        release(project, DAY, build, lambda root: [Result(), Result([wrong])])
    assert files_of(project) == before


def test_a_build_that_fails_leaves_everything_as_it_was(project: Path) -> None:
    def broken(root: Path) -> None:
        (root / "data/claims.csv").write_text("half")
        raise refuse("data/claims.csv", "is wrong")

    assert "data/claims.csv: is wrong" in refusal(project, broken)


def test_a_missing_page_is_refused(project: Path) -> None:
    (project / "LICENSE").unlink()
    commit(project)
    assert "LICENSE: the file is missing" in refusal(project)


def test_properties_without_a_line_for_the_day_are_refused(project: Path) -> None:
    change(project / "curation/package.yaml", 'created: "', 'created:   "')
    commit(project)
    assert "curation/package.yaml: has 0 lines 'created: \"…\"' (write one)" in refusal(project)


def test_a_wrong_call_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--fast"], ["--date", "tomorrow"]):
        with pytest.raises(SystemExit) as stopped:
            command.main(arguments)
        assert stopped.value.code == 2
        assert arguments[-1] in capsys.readouterr().err


def test_the_command_says_what_it_wrote_and_what_comes_next(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.build.build", build)
    monkeypatch.setattr("scripts.validate.validate", validate)
    assert command.main(["--date", "2026-11-24"], project) == 0
    said = capsys.readouterr().out
    assert f"wrote {ZIP}\n" in said and "wrote releases/ledger.json\n" in said
    assert "commit this; then begin the next version, with -dev, in curation/" in said


# The one test with the real curation, build and validation: from there to a zip that anyone can
# check. It takes some ten seconds.
def test_the_real_project_can_be_released_and_its_zip_is_valid_elsewhere(tmp_path: Path) -> None:
    from scripts.build import build
    from scripts.validate import validate

    left_out = shutil.ignore_patterns(
        ".git", ".venv*", ".*_cache", "__pycache__", ".npm-*", "releases"
    )
    root = shutil.copytree(ROOT, tmp_path / "project", ignore=left_out)
    properties = root / "curation/package.yaml"
    properties.write_text(re.sub(r'version: ".*"', 'version: "9.0.0-dev"', properties.read_text()))
    (root / "CHANGELOG.md").write_text("# Changelog\n\n## 9.0.0 (unreleased)\n\n- All is new.\n")
    (root / "curation/tombstones.yaml").write_text("# none yet\n")
    (root / "releases").mkdir()
    (root / "releases/ledger.json").write_bytes(dump_ledger(Ledger((), {})))
    shutil.copy(ROOT / "releases/README.md", root / "releases")
    build(root)
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    commit(root)
    release(root, DAY, build, validate)
    (archive,) = (root / "releases").glob("*/*-9.0.0.zip")
    with ZipFile(archive) as zipped:
        zipped.extractall(tmp_path / "package")
    report = validate_with_frictionless(tmp_path / "package/datapackage.json")
    assert report.valid and len(report.tasks) == len(TABLES)
    shutil.copytree(root / "curation", tmp_path / "package/curation")
    findings = [one for layer in validate(tmp_path / "package") for one in layer.findings]
    assert not findings, "\n".join(map(str, findings))


def test_a_release_is_not_dated_before_the_last_one(released: Path) -> None:
    change(released / "curation/package.yaml", '"1.0.0"', '"1.0.1-dev"')
    build(released)
    commit(released)
    with pytest.raises(FindingsError, match="2020-01-01 is before the last release, of 2026-12-01"):
        release(released, date(2020, 1, 1), build, validate)


def test_a_file_with_a_name_that_is_not_utf8_is_not_committed(project: Path) -> None:
    (project / os.fsdecode(b"a\xff")).touch()
    assert "is not committed" in refusal(project)


def test_no_release_is_dated_ahead(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        command.main(["--date", "9999-12-31"])
    assert "9999-12-31 is still to come" in capsys.readouterr().err
