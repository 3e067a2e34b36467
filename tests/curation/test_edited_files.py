"""However a file of the curation is edited, its loader gives a result or says what is wrong."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.curation.anchoring import anchor
from scripts.curation.archive import ARCHIVE, PINNED, Post, read_archive, split_archive
from scripts.curation.finding import Finding, FindingsError
from scripts.curation.links import PROPOSITIONS, read_links
from scripts.curation.loading import AGREEMENT, CODINGS, CONSISTENCY, load_curation
from scripts.curation.parser import parse_coding
from scripts.curation.register_file import load_register
from scripts.curation.registers import FIELDS, REGISTERS, file_of, read_registers
from scripts.curation.text_file import read_text
from scripts.curation.yaml_text import read_yaml
from tests.conftest import ROOT

# What means something in one of the files, and what means nothing anywhere.
PIECES = (
    r"""
  |    |: | = | < | @ | -> |#2|- |[|{|'|"|rest |t |says |is |when |where |about |party |n
|c01 |s02 |f01 |m01 |post p03|2023/..|apart: | actor=other|&a |*a|!!python/object:os.system |---
|<<: *a|codes:|same_as: mode|within: CN|base_unit: tonne|factor: 1e999999999|factor: NaN|names: []
|? [a]
""".strip("\n")
    .replace("\n", "")
    .split("|")
)
ODD = ["\n", "|", "\r\n", "\0", "\ufeff", "\ud800", "\u202e", "\u2028", "\x85", "\t", "٣", "９"]
ODD += ["9" * 29, "a=b" * 30, "[" * 40, "x" * 5000, "- " * 40, ",,,", "Infinity", "\x1b[2J"]
SHARE = st.floats(0, 1)
LENGTH = st.just(0) | st.integers(0, 400)
PIECE = st.sampled_from(PIECES) | st.sampled_from(ODD) | st.text(max_size=8)
# Each takes some of the text and puts something there, or something from elsewhere in it.
EDIT = st.tuples(SHARE, LENGTH, PIECE) | st.tuples(SHARE, LENGTH, SHARE)
EDITS = st.lists(EDIT, min_size=1, max_size=4)
Edits = list[tuple[float, int, str | float]]


def edited(text: str, edits: Edits) -> str:
    """Return a text with parts cut, replaced, or given twice in the place of others."""
    for share, length, piece in edits:
        place = int(share * len(text))
        if not isinstance(piece, str):
            start = int(piece * len(text))
            piece = text[start : start + length]
        text = text[:place] + piece + text[place + length :]
    return text


def edit(path: Path, edits: Edits) -> None:
    path.write_bytes(edited(path.read_text("utf-8"), edits).encode("utf-8", "surrogatepass"))


def assert_told(findings: Iterable[Finding]) -> None:
    """Every finding names a file of the curation, says something, and is not endless."""
    for finding in findings:
        assert finding.file and finding.line >= 0 and finding.reason.strip(), finding
        assert len(str(finding)) < 20_000, f"{finding!s:.200}"


def result_or_findings(load: Callable[[], object]) -> object:
    try:
        return load()
    except FindingsError as error:
        assert error.findings
        assert_told(error.findings)
        return None


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the curation, for a property to edit one file of at a time."""
    root = tmp_path_factory.mktemp("edited")
    copytree(ROOT / "curation", root / "curation")
    return root


def with_edited(root: Path, file: Path | str, edits: Edits, load: Callable[[], object]) -> object:
    """Return what a loader gives while one file under `root` is edited."""
    edit(root / file, edits)
    try:
        return result_or_findings(load)
    finally:
        (root / file).write_bytes((ROOT / file).read_bytes())


@given(EDITS)
def test_text_is_read_whole_or_refused_once(root: Path, edits: Edits) -> None:
    text = with_edited(root, PROPOSITIONS, edits, lambda: read_text(root, PROPOSITIONS))
    assert text is None or text == edited((ROOT / PROPOSITIONS).read_text("utf-8"), edits)


@given(EDITS)
def test_an_archive_gives_posts_or_one_clear_error(edits: Edits) -> None:
    text = edited((ROOT / ARCHIVE).read_text("utf-8"), edits)
    posts = result_or_findings(lambda: split_archive(text))
    assert posts is None or all(post.text in text for post in posts)


@settings(max_examples=20)
@given(st.sampled_from([ARCHIVE, PINNED]), EDITS)
def test_an_edited_archive_or_hash_is_never_taken_for_the_original(
    root: Path, file: Path, edits: Edits
) -> None:
    posts = with_edited(root, file, edits, lambda: read_archive(root))
    assert posts is None or posts == read_archive(ROOT)


@pytest.mark.parametrize("post_id", ["p06", "p11"])
@given(edits=EDITS)
def test_a_coding_is_anchored_or_says_what_is_wrong(
    posts: dict[str, Post], post_id: str, edits: Edits
) -> None:
    text = edited((ROOT / CODINGS / f"{post_id}.txt").read_text("utf-8"), edits)
    post = posts[post_id].text
    coding, findings = parse_coding(text, f"{post_id}.txt")
    spans, wrong = anchor(post, coding)
    assert_told(findings + wrong)
    if not findings + wrong:
        covered = sorted(spans[sentence.line] for sentence in coding.sentences)
        gaps = [
            post[one[1] : two[0]] for one, two in pairwise([(0, 0), *covered, (len(post),) * 2])
        ]
        assert not "".join(gaps).strip()


@given(EDITS)
def test_yaml_is_read_or_refused(edits: Edits) -> None:
    text = edited((ROOT / REGISTERS / "places.yaml").read_text("utf-8"), edits)
    if "\ud800" not in text:
        result_or_findings(lambda: read_yaml(text, "places.yaml"))


@settings(max_examples=60)
@given(st.sampled_from(sorted(FIELDS)), EDITS)
def test_a_register_is_read_or_says_what_is_wrong(root: Path, name: str, edits: Edits) -> None:
    load = lambda: load_register(root, file_of(name), FIELDS[name])  # noqa: E731
    entries, findings = with_edited(root, file_of(name), edits, load)
    assert_told(findings)
    assert findings or entries


@settings(max_examples=60)
@given(st.sampled_from(["codes", "places", "units", "indicators"]), EDITS)
def test_registers_are_read_or_say_what_is_wrong(root: Path, name: str, edits: Edits) -> None:
    registers, findings = with_edited(root, file_of(name), edits, lambda: read_registers(root))
    assert_told(findings)
    assert findings or registers.codelists()


@settings(max_examples=60)
@given(EDITS)
def test_links_are_read_or_say_what_is_wrong(root: Path, edits: Edits) -> None:
    links, findings = with_edited(root, PROPOSITIONS, edits, lambda: read_links(root))
    assert_told(findings)
    assert findings or links.propositions


FILES = [ARCHIVE, PINNED, AGREEMENT, CONSISTENCY, PROPOSITIONS, CODINGS / "p11.txt"]
FILES += [Path(file_of(name)) for name in FIELDS]


@settings(max_examples=25)
@given(st.sampled_from(FILES), EDITS)
def test_a_curation_is_loaded_or_says_what_is_wrong(root: Path, file: Path, edits: Edits) -> None:
    loaded = with_edited(root, file, edits, lambda: load_curation(root))
    if loaded is not None:
        assert_told(loaded[1])
