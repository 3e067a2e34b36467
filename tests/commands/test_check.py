"""The check says all that is wrong with the curation, and writes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import check
from scripts.curation.finding import FindingsError
from tests.commands.conftest import assert_as_before, snapshot
from tests.conftest import change, findings_of

P03 = "curation/posts/p03.txt"


def lose_numeral(folder: Path, post: str = "p03", word: str = "Zero") -> None:
    change(folder / f"{post}.txt", f"  n {word}=idiom\n", "")


def test_check_looks_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / "data/claims.csv", "p03.c01", "p03.c99")
    before = snapshot(project)
    assert check.main([], project) == 0
    assert capsys.readouterr().out == "nothing is wrong\n"
    assert_as_before(project, before)


def test_what_is_wrong_in_several_posts_is_told_in_their_order(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lose_numeral(curation / "curation/posts", "p05", "zero")
    lose_numeral(curation / "curation/posts")
    assert check.main([], curation) == 1
    first, second, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{P03}:") and "n Zero=" in first
    assert second.startswith("curation/posts/p05.txt:") and "n zero=" in second
    assert last == "problems: 2"


def test_a_page_that_cannot_be_filled_is_told(project: Path) -> None:
    change(project / "README.md", "<!-- end citation -->", "")
    with pytest.raises(FindingsError, match=r"README.md: the generated part 'citation' has no pl"):
        check.main([], project)


def test_one_post_is_checked_whatever_is_wrong_with_the_others(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lose_numeral(curation / "curation/posts")
    (curation / "curation/posts/p05.txt").unlink()
    assert check.main(["--only", "p12", "p16"], curation) == 0
    assert capsys.readouterr().out == "nothing is wrong\n"
    assert check.main(["--only", "p12", "p05"], curation) == 1
    assert capsys.readouterr().out.startswith("curation/posts/p05.txt: the file is missing")
    assert check.main(["--only", "p03"], curation) == 1
    assert capsys.readouterr().out.startswith(f"{P03}:")


ARCHIVES: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.unlink(), "posts.txt: the file is missing"),
    (lambda path: path.write_bytes(b""), "posts.txt: the file is empty"),
    (lambda path: change(path, "Zero tolerance", "Hero tolerance"), "posts.txt: the archive has"),
    (lambda path: path.with_name("posts.txt.sha256").unlink(), "posts.txt.sha256: the file is mis"),
]


@pytest.mark.parametrize(("break_archive", "message"), ARCHIVES, ids=[m for _, m in ARCHIVES])
@pytest.mark.parametrize("arguments", [[], ["--only", "p03"]])
def test_without_the_archive_as_received_nothing_is_said_of_the_posts(
    curation: Path, break_archive: Callable[[Path], object], message: str, arguments: list[str]
) -> None:
    break_archive(curation / "curation/archive/posts.txt")
    with pytest.raises(FindingsError, match=f"^curation/archive/{message}") as refused:
        check.main(arguments, curation)
    assert len(refused.value.findings) == 1


WRONG_CALLS = [
    (["--only", "p99"], "--only takes posts of the archive: p01, p02"),
    (["--only"], "expected at least one argument"),
    (["--check"], "unrecognized arguments: --check"),
    (["p03"], "unrecognized arguments: p03"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG_CALLS)
def test_a_wrong_call_ends_with_2_and_says_why(
    curation: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        check.main(arguments, curation)
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("CHANGELOG.md", "(2026-11-24)", "(2026-11-25)", "its releases are not those"),
        ("curation/tombstones.yaml", "\n", "\nfoo: [\n", "tombstones.yaml:"),
    ],
)
def test_what_is_known_of_releases_is_read_too(
    project: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, said: str
) -> None:
    change(project / file, old, new)
    with pytest.raises(FindingsError) as caught:
        check.main([], project)
    assert said in str(caught.value)


def test_a_file_of_nothing_but_wrong_lines_is_not_read_to_its_end(curation: Path) -> None:
    path = curation / "curation/posts/p03.txt"
    path.write_text(path.read_text("utf-8") + "x x\n" * 200_000, "utf-8")
    assert 1000 < len(findings_of(curation)) < 1500
