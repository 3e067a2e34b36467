"""The file of propositions is read line by line; every line that cannot be read is named."""

from pathlib import Path

import pytest

from scripts.curation.links import PROPOSITIONS, read_links

STATED = (
    "production-materials-740-tons: More than 740 tons of drug production materials were seized.\n"
    "  p06.c03\n"
    "  p07.c27 items=narrower actor=other\n"
)
SAME = {"actor": "same", "items": "same", "purpose": "same"}


def write(root: Path, text: str) -> Path:
    (root / PROPOSITIONS).parent.mkdir(parents=True, exist_ok=True)
    (root / PROPOSITIONS).write_text(text, "utf-8")
    return root


def test_a_proposition_keeps_its_claims_with_their_terms_and_lines(tmp_path: Path) -> None:
    text = f"# heading\n\n{STATED}\napart: p01.c32 p01.c41\n"
    links, findings = read_links(write(tmp_path, text))
    assert findings == []
    (stated,) = links.propositions
    assert (stated.proposition_id, stated.line) == ("production-materials-740-tons", 3)
    assert stated.text == "More than 740 tons of drug production materials were seized."
    assert [tuple(claim) for claim in stated.claims] == [
        ("p06.c03", SAME, 4),
        ("p07.c27", SAME | {"actor": "other", "items": "narrower"}, 5),
    ]
    assert [(line.claim_ids, line.line) for line in links.apart] == [(("p01.c32", "p01.c41"), 7)]


def test_a_claim_behind_apart_belongs_to_the_proposition_above(tmp_path: Path) -> None:
    text = f"{STATED}apart: p01.c32 p01.c41\n  p09.c06\n"
    (stated,) = read_links(write(tmp_path, text))[0].propositions
    assert [claim.line for claim in stated.claims] == [2, 3, 5]


def test_a_file_without_decisions_is_fine(tmp_path: Path) -> None:
    links, findings = read_links(write(tmp_path, "# nothing yet\n"))
    assert (links, findings) == (([], []), [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  p06.c03\n", 1),
        ("apart: p01.c32 p01.c41\n  p06.c03\n", 2),
        (f"{STATED} p09.c06\n", 4),
        (f"{STATED}  p09.c06 same\n", 4),
        (f"{STATED}  p09.c06 value=other\n", 4),
        (f"{STATED}  p09.c06 actor=Other\n", 4),
        (f"{STATED}  p09.c06 actor=\n", 4),
        (f"{STATED}  p09.c06 actor=other actor=other\n", 4),
        (f"{STATED}  p9.c6\n", 4),
        (f"{STATED}  p09.c٠٦\n", 4),
        (f"{STATED}Two Words: A text.\n", 4),
        (f"{STATED}id-without-text:\n", 4),
        (f"{STATED}{'a-' * 50_000}a b\n", 4),
        (f"{STATED}  p09.c06{' actor=other' * 50_000} x\n", 4),
    ],
)
def test_a_line_that_is_neither_proposition_nor_claim_is_named(
    tmp_path: Path, text: str, line: int
) -> None:
    (finding,) = read_links(write(tmp_path, text))[1]
    assert (finding.file, finding.line) == (str(PROPOSITIONS), line)
    assert len(str(finding)) < 500
