"""A post is drafted whole, every line waits for a decision, and nothing is built before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from scripts import build, check, suggest
from scripts.curation.anchoring import anchor
from scripts.curation.archive import read_archive
from scripts.curation.finding import FindingsError
from scripts.curation.loading import Curation, load_curation
from scripts.curation.parser import parse_coding
from scripts.suggesting import known
from scripts.suggesting.known import known_without
from tests.conftest import ROOT, findings_of

POST = read_archive(ROOT)[10]
FILE = f"curation/posts/{POST.post_id}.txt"


@pytest.fixture(autouse=True, scope="module")
def few_posts() -> Iterator[None]:
    """Learn from three posts, which takes a moment instead of many."""
    without = known.known_without

    def few(curation: Curation, post_id: str) -> known.Known:
        found = without(curation, post_id)
        return replace(found, posts=found.posts[6:9])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(known, "known_without", few)
        yield


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory, few_posts: None) -> Path:
    """A curation in which the file of one post is drafted; nobody changes it."""
    root = tmp_path_factory.mktemp("drafted")
    copytree(ROOT / "curation", root / "curation")
    (root / FILE).unlink()
    assert suggest.main([POST.post_id], root) == 0
    return root


def test_a_draft_can_be_read_and_holds_the_whole_post(drafted: Path) -> None:
    text = (drafted / FILE).read_text("utf-8")
    coding, findings = parse_coding(text, FILE)
    assert {finding.reason[:12] for finding in findings} == {"not decided:"}
    assert anchor(POST.text, coding)[1] == []
    lines = [line for line in text.split("\n") if line and line[0] not in "sp"]
    assert [line for line in lines if not line.lstrip().startswith("~ ")] == []
    for kind in ("~ c01 ", "~ says ", "~ is ", "~ target ", "~ e ", "~ t "):
        assert kind in text


def test_check_lists_every_undecided_line_and_the_build_refuses(
    drafted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (drafted / FILE).read_text("utf-8").split("\n")
    waiting = [number for number, line in enumerate(lines, 1) if line.lstrip().startswith("~ ")]
    assert [one.line for one in findings_of(drafted) if one.file == FILE] == waiting
    assert check.main(["--only", POST.post_id], drafted) == 1
    assert f"{FILE}:{waiting[0]}: not decided: {lines[waiting[0] - 1].strip()}" in (
        capsys.readouterr().out
    )
    with pytest.raises(FindingsError):
        build.build(drafted)


def test_a_decided_draft_is_coded_as_any_file(drafted: Path) -> None:
    text = (drafted / FILE).read_text("utf-8")
    mark = re.compile(r"^( *)~ (.*) ~ [01]\.[0-9]{2} .*$")
    plain = [mark.sub(r"\1\2", line) for line in text.split("\n")]
    coding, findings = parse_coding("\n".join(plain), FILE)
    assert findings == []
    assert any(sentence.all("claim") for sentence in coding.sentences)


def test_a_file_that_is_there_is_kept_and_drafted_again_beside_it(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (curation / FILE).read_bytes()
    with pytest.raises(SystemExit, match="2"):
        suggest.main([POST.post_id], curation)
    assert "is there; --again prints a draft" in capsys.readouterr().err
    assert suggest.main([POST.post_id, "--again"], curation) == 0
    assert capsys.readouterr().out.startswith(f"post {POST.post_id}\n~ about ")
    assert (curation / FILE).read_bytes() == before


def test_the_prompt_is_codebook_and_draft_in_one_text(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (curation / "CODEBOOK.md").write_text("# Codebook\n", "utf-8")
    assert suggest.main([POST.post_id, "--again", "--prompt"], curation) == 0
    out = capsys.readouterr().out
    assert "\n# Codebook\n" in out and f"\npost {POST.post_id}\n" in out


@pytest.mark.parametrize("arguments", [[], ["p99"], ["p11", "p12"], ["--prompt"]], ids=str)
def test_a_wrong_call_ends_with_2(curation: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        suggest.main(arguments, curation)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("~ about CN ~ 0.5 why", "cannot read"),
        ("~ about CN", "cannot read"),
        ("~ nothing CN ~ 0.50 why", "cannot read"),
        ("~ ~ about CN ~ 0.50 why ~ 0.50 why", "cannot read"),
        ("~ about CN ~ 0.50 why", "not decided: ~ about CN ~ 0.50 why"),
    ],
)
def test_a_suggested_line_is_read_and_builds_nothing(line: str, reason: str) -> None:
    coding, (found,) = parse_coding(f"post p01\n{line}\n", "p01.txt")
    assert (found.line, found.reason[: len(reason)]) == (2, reason)
    assert coding.top.first("about") is None


def test_nothing_of_a_post_is_known_when_it_is_left_out() -> None:
    curation, _ = load_curation(ROOT, compared=False)
    left = known_without(curation, "p12")
    assert [post.post_id for post in left.posts if post.post_id == "p12"] == []
    assert not any(claim.startswith("p12.") for claim in left.stated)
    assert "Brussels" not in left.sources.names
    assert "hanging-sword" not in left.operations
