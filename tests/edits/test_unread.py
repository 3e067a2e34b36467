"""A post that cannot be read hides nothing that is wrong elsewhere, and nothing false is said."""

from pathlib import Path

import pytest

from scripts.curation.finding import Finding
from tests.conftest import ROOT, change, findings_of

POSTS = sorted(path.stem for path in (ROOT / "curation/posts").glob("*.txt"))
# Where, words, replacement, and the beginning of what is said; in the order in which it is said.
WRONG = [
    ("links/consistency.yaml", "slip p12.c21", "oddity p12.c21", "consistency_items responsible"),
    ("links/consistency.yaml", "slip p10.c29", "slip p10.c99", "cases-seized: unknown id"),
    ("links/propositions.txt", "  p07.c35\n", "  p07.c35 actor=mine\n", "claim_propositions p07.c"),
    ("links/propositions.txt", "  p07.c38\n", "  p07.c99\n", "claim_propositions p07.c99"),
    ("posts/p03.txt", "    repaired\n", "    mended\n", "cannot read 'mended'"),
    ("posts/p05.txt", "c01 in China, the", "c01 in China the", "c01: the words"),
    ("posts/p09.txt", "  rest question\n", "", 's02: no claim holds "so what are'),
    ("posts/p10.txt", "is policy law", "is law law", "claims p10.c01 claim_type: 'law' is not"),
    ("posts/p10.txt", "19,187 boxes of", "19,188 boxes of", "claims p10.c05 statement: 19,188"),
    ("posts/p12.txt", "  n First=list\n", "  n Second=list\n", "numerals p12.n"),
    ("posts/p12.txt", "  n First=list\n", "  n Second=list\n", "no numeral 'Second' in s05"),
    ("posts/p13.txt", "not_before 2020 <", "not_before 2 <", "posts p13 not_before: '2' does not"),
    ("registers/talking_points.yaml", "p09.s01 |", "p09.s02 |", "great-results: p09.s02 does not"),
    ("registers/sources.yaml", "address: https", "address: ftp", "published_sources 44news-ill"),
]


@pytest.fixture
def edited(curation: Path) -> list[Finding]:
    """What is said of all these edits together."""
    for file, old, new in dict.fromkeys((file, old, new) for file, old, new, _ in WRONG):
        change(curation / "curation" / file, old, new)
    return findings_of(curation)


def test_all_that_is_wrong_is_said_in_one_run_in_the_order_of_the_files(
    edited: list[Finding],
) -> None:
    assert edited == sorted(edited)
    said = [(finding.file, str(finding).partition(": ")[2]) for finding in edited]
    missing = [
        (file, words)
        for file, _, _, words in WRONG
        if not any(
            f"curation/{file}" == where and reason.startswith(words) for where, reason in said
        )
    ]
    assert missing == [], "\n".join(map(str, edited))
    assert {where for where, _ in said} == {f"curation/{file}" for file, *_ in WRONG}


def unread(curation: Path, posts: list[str], old: str, new: str) -> list[Finding]:
    """Return what is said where posts have other words; each has the old ones somewhere."""
    for post in posts:
        change(curation / f"curation/posts/{post}.txt", old, new)
    return findings_of(curation)


@pytest.mark.parametrize("post", POSTS)
def test_what_points_to_a_post_that_cannot_be_read_is_not_wrong(curation: Path, post: str) -> None:
    found = unread(curation, [post], "    says ", "    syas ")
    assert {finding.file for finding in found} == {f"curation/posts/{post}.txt"}, found
    assert any("syas" in finding.reason for finding in found), found


def test_one_post_can_be_read_where_no_other_can(curation: Path) -> None:
    found = unread(curation, POSTS[:-1], "    says ", "    syas ")
    assert {Path(finding.file).stem for finding in found} == set(POSTS[:-1])


@pytest.mark.parametrize("post", ["p03", "p07", "p12"])
def test_what_points_to_a_post_with_cells_that_cannot_be_computed_with_is_not_wrong(
    curation: Path, post: str
) -> None:
    found = unread(curation, [post], "    when ", "    when X")
    assert {finding.file for finding in found} == {f"curation/posts/{post}.txt"}, found
    assert all("does not have the form" in finding.reason for finding in found), found


def test_a_post_without_a_file_is_not_wrong_elsewhere(curation: Path) -> None:
    (curation / "curation/posts/p03.txt").unlink()
    (found,) = findings_of(curation)
    assert (found.file, found.reason) == ("curation/posts/p03.txt", "the file is missing")
    assert found.fix == "python -m scripts.suggest p03 drafts one"
