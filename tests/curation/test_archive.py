"""The archive is read whole or refused with one clear reason."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.curation.archive import (
    ARCHIVE,
    END_LINE,
    PINNED,
    POST_TYPE_LINE,
    PREAMBLE,
    Post,
    read_archive,
    split_archive,
)
from scripts.curation.finding import FindingsError
from tests.conftest import ROOT

SMALL = f"{PREAMBLE}\nText\nZero tolerance for drugs\nDrug 2023 — and\ncrime .\n0 notes"
TWO = f"{SMALL}\nText\nChina strikes\n0 notes\n"


def refusal(root: Path) -> str:
    with pytest.raises(FindingsError) as error:
        read_archive(root)
    assert len(error.value.findings) == 1, error.value.findings
    return str(error.value)


def write(root: Path, content: bytes, pinned: bytes | None = None) -> Path:
    (root / ARCHIVE).parent.mkdir(parents=True)
    (root / ARCHIVE).write_bytes(content)
    digest = hashlib.sha256(content if pinned is None else pinned).hexdigest()
    (root / PINNED).write_text(f"{digest}  posts.txt\n")
    return root


def test_the_archive_has_17_posts_in_its_order(posts: dict[str, Post]) -> None:
    assert list(posts) == [f"p{number:02}" for number in range(1, 18)]
    assert posts["p03"].title == "Zero tolerance for drugs"
    assert {(post.post_type, post.note_count) for post in posts.values()} == {("text", 0)}


def test_preamble_and_posts_are_the_whole_archive(posts: dict[str, Post]) -> None:
    archive = (ROOT / ARCHIVE).read_text("utf-8")
    blocks = {post.post_id: f"Text\n{post.text}\n0 notes" for post in posts.values()}
    assert "\n".join([PREAMBLE, *blocks.values()]) == archive
    for post_id, block in blocks.items():
        assert archive.startswith(block, posts[post_id].archive_start), post_id


def test_offsets_count_code_points_and_not_bytes() -> None:
    first, second = split_archive(TWO)
    assert first.text == "Zero tolerance for drugs\nDrug 2023 — and\ncrime ."
    assert second.archive_start == TWO.index("Text\nChina")
    assert second.archive_start != TWO.encode().index(b"Text\nChina")


def test_a_post_without_body_is_its_title() -> None:
    assert split_archive(TWO)[1].text == "China strikes"


def test_a_final_line_end_makes_no_difference() -> None:
    assert split_archive(SMALL) == split_archive(SMALL + "\n")


# Any text in which nothing but line breaks controls; the archive's own marks are left out.
CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp"))
LINE = st.text(CHARACTERS, max_size=60).filter(lambda s: s not in (POST_TYPE_LINE, END_LINE))
TITLE = LINE.filter(lambda s: bool(s.strip()))
BODIES = st.lists(st.tuples(TITLE, st.lists(LINE, max_size=4)), min_size=1, max_size=5)


@given(BODIES)
def test_an_archive_is_split_into_just_the_posts_it_was_joined_from(
    bodies: list[tuple[str, list[str]]],
) -> None:
    texts = ["\n".join([title, *lines]) for title, lines in bodies]
    archive = PREAMBLE + "\n" + "".join(f"{POST_TYPE_LINE}\n{t}\n{END_LINE}\n" for t in texts)
    posts = split_archive(archive)
    assert [post.text for post in posts] == texts
    assert [post.title for post in posts] == [title for title, _ in bodies]
    assert all(archive.startswith(POST_TYPE_LINE, post.archive_start) for post in posts)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (SMALL.replace("0 notes", ""), "posts.txt:2: p01 has no end marker"),
        (TWO.replace("0 notes\n", "", 1), "posts.txt:2: p01 has no end marker"),
        (TWO.replace("China strikes\n", ""), "posts.txt:8: p02 has no title"),
        (TWO.replace("China strikes", " "), "posts.txt:8: p02 has no title"),
        (SMALL.replace("Text", "\nText", 1), "posts.txt:2: other text before the first"),
        (SMALL.split("\n", 1)[1], "posts.txt:1: the first line is 'Text', not the"),
        (TWO.replace("0 notes\n", "0 notes\nPhoto\n", 1), "other text after p01: 'Photo'"),
        (PREAMBLE, "the archive has no post"),
        (SMALL.replace("\n", "\r\n"), "posts.txt:1: the file has CRLF"),
    ],
)
def test_an_archive_of_another_form_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    # The hash is right, so that the form is what is refused.
    assert reason in refusal(write(tmp_path, content.encode()))


def test_what_is_wrong_with_the_form_is_said_before_the_hash(tmp_path: Path) -> None:
    content = SMALL.replace("0 notes", "").encode()
    assert "has no end marker" in refusal(write(tmp_path, content, pinned=SMALL.encode()))


def test_one_changed_letter_is_refused_with_the_way_to_add_a_post(tmp_path: Path) -> None:
    found = refusal(write(tmp_path, SMALL.replace("Zero", "Hero").encode(), SMALL.encode()))
    assert "the archive has changed" in found
    assert "if you added a post" in found


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "is missing"),
        (b"", "is empty"),
        (b"\xc2\xa0\n", "is empty"),
        (b"\xff", "not UTF-8"),
        (b"0" * 64, "has changed"),
    ],
)
def test_a_hash_file_that_cannot_be_used_is_named(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    pinned = write(tmp_path, SMALL.encode()) / PINNED
    pinned.unlink()
    if content is not None:
        pinned.write_bytes(content)
    found = refusal(tmp_path)
    assert reason in found and "posts.txt.sha256" in found
