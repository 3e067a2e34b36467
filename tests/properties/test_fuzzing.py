"""Whatever is done to an input, its loader gives a result or says what is wrong; never a trace."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.archive.reader import Post, split_archive
from scripts.curation.anchoring import anchor_quotes, anchor_sentences
from scripts.curation.links import read_links
from scripts.curation.parser import parse_coding
from scripts.curation.registers import Registers, read_registers
from scripts.problem import Problem, ProblemsFound
from scripts.tables.annotated import AnnotatedPost
from scripts.tables.assemble import assemble
from scripts.versions.changelog import read_changelog

ROOT = Path(__file__).resolve().parents[2]
CURATION = ROOT / "curation"
# Words and signs that mean something in one of the files, beside any others.
MEANINGFUL = """
  |    |: | = | < | @ | -> |#2|- |[|{|'|"|none |rest |says |is |when |where |about |party
|c01 |s02 |f01 |m01 |post p03|2023/..|apart: |claim|&a |*a|!!python/object:os.system |## 1.0.0
"""
PIECES = st.sampled_from(["\n", "|", *MEANINGFUL.strip("\n").split("|")]) | st.text(max_size=8)
# Where an edit begins (a share of the text), how many characters it takes, what it puts there.
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), min_size=1, max_size=4)
Edits = list[tuple[float, int, str]]


def edited(text: str, edits: Edits) -> str:
    for share, length, piece in edits:
        place = int(share * len(text))
        text = text[:place] + piece + text[place + length :]
    return text


def assert_told(problems: list[Problem]) -> None:
    """Every problem names a file and says something."""
    assert all(problem.file and problem.message.strip() for problem in problems), problems


@given(EDITS)
def test_an_edited_archive_gives_posts_or_one_clear_error(edits: Edits) -> None:
    text = edited((CURATION / "archive/posts.txt").read_text("utf-8"), edits)
    try:
        posts = split_archive(text)
    except ProblemsFound as found:
        assert len(found.problems) == 1
        assert_told(list(found.problems))
    else:
        assert all(post.text in text for post in posts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("post_id", ["p06", "p11"])
@given(edits=EDITS)
def test_an_edited_curation_file_gives_rows_or_says_what_is_wrong(
    posts: dict[str, Post], registers: Registers, post_id: str, edits: Edits
) -> None:
    text = edited((CURATION / f"posts/{post_id}.txt").read_text("utf-8"), edits)
    coding, problems = parse_coding(text, f"{post_id}.txt")
    post = posts[post_id]
    spans, wrong = anchor_sentences(post.text, coding)
    spans, unplaced = anchor_quotes(post.text, coding, spans)
    assert_told(problems + wrong + unplaced)
    if not problems and not wrong and not unplaced:
        assert_told(assemble([AnnotatedPost(post, coding, spans)], registers).problems)


def copy_text(source: Path, target: Path, change: Callable[[str], str]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(change(source.read_text("utf-8")), "utf-8")


@settings(max_examples=25)
@pytest.mark.parametrize("name", sorted(path.name for path in CURATION.glob("registers/*")))
@given(edits=EDITS)
def test_an_edited_register_is_read_or_says_what_is_wrong(name: str, edits: Edits) -> None:
    with TemporaryDirectory() as folder:
        for path in CURATION.glob("registers/*"):
            change = (lambda text: edited(text, edits)) if path.name == name else str
            copy_text(path, Path(folder) / path.name, change)
        try:
            read_registers(Path(folder))
        except ProblemsFound as found:
            assert_told(list(found.problems))


@settings(max_examples=50)
@given(EDITS, EDITS)
def test_edited_links_are_read_or_say_what_is_wrong(first: Edits, second: Edits) -> None:
    with TemporaryDirectory() as folder:
        for name, edits in (("propositions.txt", first), ("parallels.txt", second)):
            path = Path("curation/links") / name
            copy_text(ROOT / path, Path(folder) / path, lambda text, e=edits: edited(text, e))
        _, problems = read_links(Path(folder))
        assert_told(problems)


@given(EDITS)
def test_an_edited_changelog_is_read_or_says_what_is_wrong(edits: Edits) -> None:
    entries, problems = read_changelog(edited((ROOT / "CHANGELOG.md").read_text("utf-8"), edits))
    assert_told(problems)
    assert all(entry.version and entry.line for entry in entries)
