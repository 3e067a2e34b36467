"""Read the decisions on what recurs: which claims say the same, which sentences share text.

curation/links/propositions.txt holds groups of claims:

    ID: what is asserted, in its most common form
      CLAIM AGREEMENT

and lines 'apart: CLAIM CLAIM …' for claims that look alike and assert different things.
curation/links/parallels.txt holds one pair of sentences a line, 'SENTENCE SENTENCE RELATION';
the relation 'apart' keeps a pair that looks alike and shares no text. '#' begins a comment line.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from schemas.columns import CLAIM_ID, SENTENCE_ID, SLUG
from scripts.curation.finding import MOST_IN_A_FILE, Finding, FindingsError
from scripts.curation.text_file import read_text

PROPOSITIONS = Path("curation/links/propositions.txt")
PARALLELS = Path("curation/links/parallels.txt")
APART = "apart"

_GROUP = re.compile(rf"({SLUG}): (\S.*)")
_CLAIM = re.compile(rf"  ({CLAIM_ID}) ([a-z_]+)")
_PAIR = re.compile(rf"({SENTENCE_ID}) ({SENTENCE_ID}) ([a-z_]+)")


class GroupedClaim(NamedTuple):
    """A claim of a group, what it differs in from the group's common form, and its line."""

    claim_id: str
    agreement: str
    line: int


class Group(NamedTuple):
    """Claims that assert the same thing; `text` is what they assert."""

    proposition_id: str
    text: str
    claims: list[GroupedClaim]
    line: int


class ApartClaims(NamedTuple):
    """Claims that look alike, no two of which assert the same thing."""

    claim_ids: tuple[str, ...]
    line: int


class SentencePair(NamedTuple):
    """Two sentences and their relation, or `APART`."""

    sentence_id: str
    other_sentence_id: str
    relation: str
    line: int


class Links(NamedTuple):
    """All decisions on what recurs."""

    groups: list[Group]
    apart: list[ApartClaims]
    pairs: list[SentencePair]


def read_links(root: Path) -> tuple[Links, list[Finding]]:
    """Return the decisions under `root`, and every line that does not have the form of one."""
    links = Links([], [], [])
    findings: list[Finding] = []
    for number, line in _lines(root, PROPOSITIONS, findings):
        claim, group = _CLAIM.fullmatch(line), _GROUP.fullmatch(line)
        if claim and links.groups:
            links.groups[-1].claims.append(GroupedClaim(claim[1], claim[2], number))
        elif group and group[1] == APART:
            links.apart.append(ApartClaims(tuple(group[2].split()), number))
        elif group:
            links.groups.append(Group(group[1], group[2], [], number))
        else:
            fix = (
                "write 'ID: TEXT', with an ID such as drug-users-fall, below it "
                "'  CLAIM AGREEMENT', or 'apart: CLAIM CLAIM'"
            )
            findings.append(_unreadable(PROPOSITIONS, number, line, fix))
    for number, line in _lines(root, PARALLELS, findings):
        if found := _PAIR.fullmatch(line):
            links.pairs.append(SentencePair(found[1], found[2], found[3], number))
        else:
            fix = "write 'SENTENCE SENTENCE RELATION'"
            findings.append(_unreadable(PARALLELS, number, line, fix))
    return links, findings


def _lines(root: Path, path: Path, findings: list[Finding]) -> Iterator[tuple[int, str]]:
    try:
        text = read_text(root, path)
    except FindingsError as error:
        findings += error.findings
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if len(findings) > MOST_IN_A_FILE:
            return
        if line and not line.startswith("#"):
            yield number, line


def _unreadable(path: Path, number: int, line: str, fix: str) -> Finding:
    return Finding(str(path), number, reason=f"cannot read {line[:80]!r}", fix=fix)
