"""A new post's curation file is proposed so that only decisions are left to the coder."""

from pathlib import Path
from shutil import copytree

import pytest

from scripts import scaffold
from scripts.curation.anchoring import anchor
from scripts.curation.archive import Post, read_archive
from scripts.curation.finding import FindingsError
from scripts.curation.parser import parse_coding
from scripts.curation.registers import read_registers
from tests.conftest import ROOT, findings_of

POSTS = read_archive(ROOT)
REGISTERS, _ = read_registers(ROOT)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("archive", "registers"):
        copytree(ROOT / "curation" / name, tmp_path / "curation" / name)
    return tmp_path


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.post_id)
def test_a_proposal_can_be_read_and_holds_the_whole_post(post: Post) -> None:
    coding, problems = parse_coding(scaffold.propose(post, REGISTERS), f"{post.post_id}.txt")
    assert problems == []
    assert coding.post_id == post.post_id
    assert coding.sentences[0]["words"] == post.title
    assert anchor(post.text, coding)[1] == []


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        (
            "From 2017 to 2020, 511,000 suspects",
            ["  n 2017=date; 2020=date", "  ? numerals: 511,000"],
        ),
        ("2022,71,000 new drug users", ["  n 2022=date", "  ? numerals: 71,000"]),
        ("1. From 2013 to 2018", ["  n 1=list; 2013=date; 2018=date"]),
        ("First of all, the operation", ["  n First=list"]),
        ("Secondly, the campaign", ["  n Secondly=list"]),
        ("since the late 1980s", ["  n 1980s=date"]),
        ("Time: April 23, 2024", ["  n 23=date; 2024=date"]),
        ("in 2001, and 2001 again", ["  n 2001=date; 2001#2=date"]),
        ("zero production and zero tolerance", ["  ? numerals: zero; zero#2"]),
        ("13 provinces", ["  ? numerals: 13"]),
        ("remarkable achievements", []),
    ],
)
def test_dates_and_list_numbers_are_guessed_and_the_rest_is_asked(
    sentence: str, lines: list[str]
) -> None:
    assert scaffold.propose_numerals(sentence) == lines


def test_no_country_is_proposed_and_check_asks_for_it(curation: Path) -> None:
    assert scaffold.propose(POSTS[9], REGISTERS).startswith("post p10\nabout ?\n? default where=")
    assert scaffold.main(["p10", "--force"], curation) == 0
    found = [str(one) for one in findings_of(curation) if one.column == "about"]
    assert len(found) == 1
    assert found[0].startswith("curation/posts/p10.txt:2: posts p10 about: '?' is not a code"), (
        found
    )


def test_known_operations_and_entities_stand_in_remarks() -> None:
    proposal = scaffold.propose(POSTS[11], REGISTERS)
    assert "\n  ? @ mNN Safe Care -> safe-care\n" in proposal
    assert any(
        line.startswith("  ? entities: ") and "Brussels" in line for line in proposal.split("\n")
    )


def test_a_file_that_is_there_is_kept_unless_forced(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "curation" / "posts" / "p05.txt"
    assert scaffold.main(["p05"], root) == 0
    proposal = path.read_text("utf-8")
    path.write_text("decided by hand")
    with pytest.raises(SystemExit) as stopped:
        scaffold.main(["p05"], root)
    assert stopped.value.code == 2
    assert "p05.txt is there" in capsys.readouterr().err
    assert path.read_text() == "decided by hand"
    assert scaffold.main(["p05", "--force"], root) == 0
    assert path.read_text("utf-8") == proposal


@pytest.mark.parametrize("post", ["p99", "../p01", "5"])
def test_a_post_that_the_archive_lacks_is_a_wrong_call(
    root: Path, post: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        scaffold.main([post], root)
    assert stopped.value.code == 2
    assert "there are p01, p02" in capsys.readouterr().err
    assert not (root / "curation" / "posts").exists()


def test_a_changed_archive_is_refused(root: Path) -> None:
    archive = root / "curation" / "archive" / "posts.txt"
    archive.write_text(archive.read_text("utf-8").replace("Zero", "Hero", 1), "utf-8")
    with pytest.raises(FindingsError, match="the archive has changed"):
        scaffold.main(["p05"], root)
    assert not (root / "curation" / "posts").exists()
