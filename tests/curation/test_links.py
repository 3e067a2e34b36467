"""The files of links are read line by line; every line that cannot be read is named."""

from pathlib import Path

import pytest

from scripts.curation.links import PARALLELS, PROPOSITIONS, read_links

GROUP = (
    "production-materials-740-tons: More than 740 tons of drug production materials were seized.\n"
    "  p06.c03 same\n"
    "  p07.c27 qualifier\n"
)
PAIR = "p10.s23 p10.s36 verbatim\n"


def write(root: Path, propositions: str = GROUP, parallels: str = PAIR) -> Path:
    (root / PROPOSITIONS).parent.mkdir(parents=True, exist_ok=True)
    (root / PROPOSITIONS).write_text(propositions, "utf-8")
    (root / PARALLELS).write_text(parallels, "utf-8")
    return root


def test_a_group_keeps_its_claims_with_their_agreement_and_lines(tmp_path: Path) -> None:
    links, findings = read_links(write(tmp_path, f"# heading\n\n{GROUP}\napart: p01.c32 p01.c41\n"))
    assert findings == []
    (group,) = links.groups
    assert group.proposition_id == "production-materials-740-tons"
    assert [tuple(claim) for claim in group.claims] == [
        ("p06.c03", "same", 4),
        ("p07.c27", "qualifier", 5),
    ]
    assert [(line.claim_ids, line.line) for line in links.apart] == [(("p01.c32", "p01.c41"), 7)]


def test_a_pair_of_sentences_keeps_its_relation_and_line(tmp_path: Path) -> None:
    links, findings = read_links(write(tmp_path, parallels=f"# heading\n{PAIR}"))
    assert findings == []
    assert [tuple(pair) for pair in links.pairs] == [("p10.s23", "p10.s36", "verbatim", 2)]


def test_files_without_decisions_are_fine(tmp_path: Path) -> None:
    links, findings = read_links(write(tmp_path, "# nothing yet\n", "# nothing yet\n"))
    assert (links, findings) == (([], [], []), [])


@pytest.mark.parametrize(
    ("propositions", "line"),
    [
        ("  p06.c03 same\n", 1),
        (f"{GROUP} p09.c06 same\n", 4),
        (f"{GROUP}  p09.c06\n", 4),
        (f"{GROUP}  p9.c6 same\n", 4),
        (f"{GROUP}  p09.c٠٦ same\n", 4),
        (f"{GROUP}Two Words: A text.\n", 4),
        (f"{GROUP}id-without-text:\n", 4),
        (f"{GROUP}{'a-' * 50_000}a b\n", 4),
    ],
)
def test_a_line_that_is_neither_group_nor_claim_is_named(
    tmp_path: Path, propositions: str, line: int
) -> None:
    (finding,) = read_links(write(tmp_path, propositions))[1]
    assert (finding.file, finding.line) == (str(PROPOSITIONS), line)
    assert len(str(finding)) < 500


@pytest.mark.parametrize(
    "line", ["p10.s23 p10.s36", "p10.s23 verbatim", "p10.c23 p10.c36 same", " p10.s23 p10.s36 same"]
)
def test_a_line_that_is_not_a_pair_is_named(tmp_path: Path, line: str) -> None:
    (finding,) = read_links(write(tmp_path, parallels=f"{line}\n"))[1]
    assert (finding.file, finding.line) == (str(PARALLELS), 1)
