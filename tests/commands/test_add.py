"""Posts are appended to the archive with its hash, or nothing is written."""

import hashlib
from pathlib import Path

import pytest

from scripts.add import main
from scripts.curation.archive import ARCHIVE, PINNED, PREAMBLE, read_archive
from scripts.curation.finding import FindingsError
from scripts.package.changelog import read_changelog
from scripts.package.comparison import numbers_of

POST = "A new title\nIn 2024, police solved 12 cases.\n\nThe second paragraph.\n"


@pytest.fixture
def curation(project: Path) -> Path:
    """A copy of the project: that posts are new stands in its changelog too."""
    return project


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a post as plain text."""
    path = tmp_path / "new.txt"
    path.write_text(POST, "utf-8")
    return path


def test_a_plain_text_becomes_the_next_post_and_the_others_stay(
    curation: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, old = read_archive(curation), (curation / ARCHIVE).read_bytes()
    assert main([str(file)], curation) == 0
    after = read_archive(curation)
    assert after[:-1] == before
    assert (after[-1].post_id, after[-1].title) == ("p18", "A new title")
    assert after[-1].text == POST.rstrip()
    assert (curation / ARCHIVE).read_bytes().startswith(old)
    hashed = hashlib.sha256((curation / ARCHIVE).read_bytes()).hexdigest()
    assert (curation / PINNED).read_text() == f"{hashed}  posts.txt\n"
    said = capsys.readouterr().out
    assert said.startswith("p18 A new title\nnext: draft curation/posts/p18.txt with python -m ")


def test_several_posts_in_the_archives_own_form_are_added_in_order(
    curation: Path, tmp_path: Path
) -> None:
    several = "Text\nOne\nIts text.\n0 notes\nText\nTwo\nIts text.\n0 notes\n"
    for number, text in enumerate((several, f"{PREAMBLE}\n{several}")):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, "utf-8")
        assert main([str(path)], curation) == 0
    titles = [(post.post_id, post.title) for post in read_archive(curation)[17:]]
    assert titles == [("p18", "One"), ("p19", "Two"), ("p20", "One"), ("p21", "Two")]


def test_the_changelog_names_new_posts_under_the_version_that_comes(
    curation: Path, file: Path
) -> None:
    page, properties = curation / "CHANGELOG.md", curation / "curation/package.yaml"
    entry = read_changelog(curation)[0]
    page.write_text(page.read_text("utf-8").replace("(unreleased)", "(2026-11-30)"), "utf-8")
    released = page.read_text("utf-8")
    assert main([str(file)], curation) == 0
    major, minor, patch = numbers_of(entry.version)
    version = f"{major}.{minor}.{patch + 1}"
    begun = f"## {version} (unreleased)\n\n- New: `p18` (A new title).\n\n## {entry.version} "
    assert begun in page.read_text("utf-8")
    assert f'version: "{version}-dev"\n' in properties.read_text("utf-8")
    assert main([str(file)], curation) == 0
    added = "`p18` (A new title).\n- New: `p19` (A new title).\n\n"
    assert page.read_text("utf-8").endswith(released[released.index("## ") :])
    assert added in page.read_text("utf-8")
    assert f'version: "{version}-dev"\n' in properties.read_text("utf-8")


def test_a_repost_is_welcome_and_named(
    curation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "again.txt").write_text(read_archive(curation)[10].text, "utf-8")
    assert main([str(tmp_path / "again.txt")], curation) == 0
    assert ": a repost of p11, with the same words" in capsys.readouterr().out


WRONG = [
    ("", "the file is empty"),
    ("A title alone\n", "has no title with a text under it"),
    ("Title\nwords\r\n", "CRLF or CR line ends"),
    ("Title\nwords\n0 notes\nmore\n", "new.txt:3: the line '0 notes' would begin or end a post"),
    ("Text\nTitle\nwords\n", "p01 has no end marker '0 notes'"),
]


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_a_file_that_is_no_post_is_refused_with_nothing_written(
    curation: Path, file: Path, text: str, reason: str
) -> None:
    before = (curation / ARCHIVE).read_bytes()
    file.write_text(text, "utf-8", newline="")
    with pytest.raises(FindingsError) as caught:
        main([str(file)], curation)
    assert reason in str(caught.value)
    assert (curation / ARCHIVE).read_bytes() == before


def test_an_archive_that_is_not_as_pinned_is_refused(curation: Path, file: Path) -> None:
    with (curation / ARCHIVE).open("a") as archive:
        archive.write("\nText\nSmuggled\nin\n0 notes\n")
    with pytest.raises(FindingsError, match="the archive has changed"):
        main([str(file)], curation)


def test_a_missing_file_is_a_wrong_call(curation: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["missing.txt"], curation)
