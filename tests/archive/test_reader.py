"""The archive is read whole or refused with one clear reason."""

import hashlib
from pathlib import Path

import pytest

from scripts.archive.reader import PREAMBLE, Post, read_archive, split_archive
from scripts.problem import ProblemsFound

ARCHIVE = Path(__file__).parents[2] / "curation" / "archive" / "posts.txt"
SMALL = f"{PREAMBLE}\nText\nZero tolerance for drugs\nDrug 2023 — and\ncrime .\n0 notes"
TWO = f"{SMALL}\nText\nChina strikes\n0 notes\n"


@pytest.fixture(scope="module")
def posts() -> list[Post]:
    return read_archive(ARCHIVE)


def refusal(path: Path) -> str:
    with pytest.raises(ProblemsFound) as found:
        read_archive(path)
    assert len(found.value.problems) == 1, found.value.problems
    return str(found.value)


def write(folder: Path, content: bytes, pinned: bytes | None = None) -> Path:
    path = folder / "posts.txt"
    path.write_bytes(content)
    digest = hashlib.sha256(content if pinned is None else pinned).hexdigest()
    (folder / "posts.txt.sha256").write_text(f"{digest}  posts.txt\n")
    return path


def test_the_archive_has_17_posts_in_its_order(posts: list[Post]) -> None:
    assert [post.post_id for post in posts] == [f"p{number:02}" for number in range(1, 18)]
    assert posts[2].title == "Zero tolerance for drugs"
    assert {(post.post_type, post.note_count) for post in posts} == {("text", 0)}


def test_every_post_stands_where_its_offset_says(posts: list[Post]) -> None:
    archive = ARCHIVE.read_text("utf-8")
    for post in posts:
        block = f"Text\n{post.text}\n0 notes"
        assert archive[post.archive_start : post.archive_start + len(block)] == block, post.post_id


def test_preamble_and_posts_are_the_whole_archive(posts: list[Post]) -> None:
    blocks = [f"Text\n{post.text}\n0 notes" for post in posts]
    assert "\n".join([PREAMBLE, *blocks]) == ARCHIVE.read_text("utf-8")


def test_offsets_count_code_points_and_not_bytes() -> None:
    first, second = split_archive(TWO)
    assert first.text == "Zero tolerance for drugs\nDrug 2023 — and\ncrime ."
    assert second.archive_start == TWO.index("Text\nChina")
    assert second.archive_start != TWO.encode().index(b"Text\nChina")


def test_a_post_without_body_is_its_title() -> None:
    assert split_archive(TWO)[1].text == "China strikes"


def test_a_final_line_end_makes_no_difference() -> None:
    assert split_archive(SMALL) == split_archive(SMALL + "\n")


def test_a_missing_archive_is_named(tmp_path: Path) -> None:
    assert "posts.txt: is missing" in refusal(tmp_path / "posts.txt")


def test_a_missing_hash_is_named(tmp_path: Path) -> None:
    (tmp_path / "posts.txt").write_text(SMALL)
    assert "posts.txt.sha256: is missing" in refusal(tmp_path / "posts.txt")


def test_an_empty_hash_file_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, SMALL.encode())
    (tmp_path / "posts.txt.sha256").write_text("")
    assert "posts.txt.sha256: holds no hash" in refusal(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the archive is empty"),
        (b"\n\n", "the archive is empty"),
        (b"\xef\xbb\xbf" + SMALL.encode(), "begins with a byte order mark"),
        (SMALL.replace("\n", "\r\n").encode(), "posts.txt:1: the archive has CRLF line ends"),
        (SMALL.replace("—", "-").encode() + b"\xe2\x80", "not UTF-8 at byte"),
        (SMALL.encode("cp1252"), "posts.txt:4: the archive is not UTF-8 at byte"),
        (SMALL.replace("0 notes", "").encode(), "posts.txt:2: p01 has no end marker"),
        (TWO.replace("0 notes\n", "", 1).encode(), "posts.txt:2: p01 has no end marker"),
        (TWO.replace("China strikes\n", "").encode(), "posts.txt:8: p02 has no title"),
        (TWO.replace("China strikes", " ").encode(), "posts.txt:8: p02 has no title"),
        (SMALL.replace("Text", "\nText", 1).encode(), "posts.txt:2: other text before the first"),
        (SMALL.split("\n", 1)[1].encode(), "posts.txt:1: the first line is 'Text', not the"),
        (TWO.replace("0 notes\n", "0 notes\nPhoto\n", 1).encode(), "other text after p01: 'Photo'"),
        (PREAMBLE.encode(), "the archive holds no post"),
    ],
)
def test_an_archive_of_another_form_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    # The hash is right, so that the form is what is refused.
    assert reason in refusal(write(tmp_path, content))


def test_what_is_wrong_with_the_form_is_said_before_the_hash(tmp_path: Path) -> None:
    assert "has CRLF line ends" in refusal(
        write(tmp_path, SMALL.replace("\n", "\r\n").encode(), pinned=SMALL.encode())
    )


def test_one_changed_letter_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, SMALL.replace("Zero", "Hero").encode(), pinned=SMALL.encode())
    assert "the archive has changed" in refusal(path)
