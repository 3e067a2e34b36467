"""The files of links are read line by line; every line that cannot be read is named."""

from pathlib import Path

import pytest

from scripts.curation.links import PARALLELS, PROPOSITIONS, read_links

GROUP = (
    "production-materials-740-tons: More than 740 tons of drug production materials were seized.\n"
    "  p06.c03 same\n"
    "  p07.c27 qualifier\n"
)


def write(root: Path, propositions: str = GROUP, parallels: str = "") -> Path:
    (root / PROPOSITIONS).parent.mkdir(parents=True, exist_ok=True)
    (root / PROPOSITIONS).write_text(propositions)
    (root / PARALLELS).write_text(parallels)
    return root


def test_a_group_keeps_its_claims_with_their_agreement_and_lines(tmp_path: Path) -> None:
    links, problems = read_links(write(tmp_path, f"# heading\n\n{GROUP}\napart: p01.c32 p01.c41\n"))
    assert problems == []
    (group,) = links.groups
    assert group.proposition_id == "production-materials-740-tons"
    assert [tuple(claim) for claim in group.claims] == [
        ("p06.c03", "same", 4),
        ("p07.c27", "qualifier", 5),
    ]
    assert [(line.claim_ids, line.line) for line in links.apart] == [(("p01.c32", "p01.c41"), 7)]


def test_a_pair_of_sentences_keeps_its_relation_and_line(tmp_path: Path) -> None:
    links, problems = read_links(write(tmp_path, parallels="# heading\np10.s23 p10.s36 verbatim\n"))
    assert problems == []
    assert [tuple(pair) for pair in links.pairs] == [("p10.s23", "p10.s36", "verbatim", 2)]


@pytest.mark.parametrize(
    ("propositions", "line"),
    [
        ("  p06.c03 same\n", 1),
        (f"{GROUP} p09.c06 same\n", 4),
        (f"{GROUP}  p09.c06\n", 4),
        (f"{GROUP}  p9.c6 same\n", 4),
        (f"{GROUP}Two Words: A text.\n", 4),
        (f"{GROUP}id-without-text:\n", 4),
    ],
)
def test_a_line_that_is_no_group_and_no_claim_is_named(
    tmp_path: Path, propositions: str, line: int
) -> None:
    _, problems = read_links(write(tmp_path, propositions))
    assert [(problem.file, problem.line) for problem in problems] == [(str(PROPOSITIONS), line)]


@pytest.mark.parametrize("line", ["p10.s23 p10.s36", "p10.s23 verbatim", "p10.c23 p10.c36 same"])
def test_a_line_that_is_no_pair_is_named(tmp_path: Path, line: str) -> None:
    _, problems = read_links(write(tmp_path, parallels=f"{line}\n"))
    assert [(problem.file, problem.line) for problem in problems] == [(str(PARALLELS), 1)]


@pytest.mark.parametrize("path", [PROPOSITIONS, PARALLELS])
def test_a_file_that_is_missing_or_no_utf_8_is_named(tmp_path: Path, path: Path) -> None:
    write(tmp_path)
    (tmp_path / path).write_bytes(b"\xff")
    assert [problem.message for problem in read_links(tmp_path)[1]] == ["not UTF-8 at byte 0"]
    (tmp_path / path).unlink()
    assert [(problem.file, problem.message) for problem in read_links(tmp_path)[1]] == [
        (str(path), "the file is missing")
    ]
