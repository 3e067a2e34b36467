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

from scripts.curation.register_file import SLUG
from scripts.problem import Problem

PROPOSITIONS = Path("curation/links/propositions.txt")
PARALLELS = Path("curation/links/parallels.txt")
APART = "apart"

_GROUP = re.compile(rf"({SLUG}): (\S.*)")
_CLAIM = re.compile(r"  (p[0-9]{2}\.c[0-9]{2,3}) ([a-z_]+)")
_PAIR = re.compile(r"(p[0-9]{2}\.s[0-9]{2,3}) (p[0-9]{2}\.s[0-9]{2,3}) ([a-z_]+)")


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


def read_links(root: Path) -> tuple[Links, list[Problem]]:
    """Return the decisions under `root`, and every line that has not the form of one."""
    groups, apart, problems = _read_propositions(root)
    pairs, wrong = _read_parallels(root)
    return Links(groups, apart, pairs), problems + wrong


def _lines(root: Path, path: Path, problems: list[Problem]) -> Iterator[tuple[int, str]]:
    try:
        text = (root / path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        problems.append(Problem(str(path), 0, "the file is missing", "restore it"))
        return
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}"
        problems.append(Problem(str(path), 0, message, "save the file as UTF-8"))
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.startswith("#"):
            yield number, line


def _read_propositions(root: Path) -> tuple[list[Group], list[ApartClaims], list[Problem]]:
    groups: list[Group] = []
    apart: list[ApartClaims] = []
    problems: list[Problem] = []
    for number, line in _lines(root, PROPOSITIONS, problems):
        claim, group = _CLAIM.fullmatch(line), _GROUP.fullmatch(line)
        if claim and groups:
            groups[-1].claims.append(GroupedClaim(claim[1], claim[2], number))
        elif group and group[1] == APART:
            apart.append(ApartClaims(tuple(group[2].split()), number))
        elif group:
            groups.append(Group(group[1], group[2], [], number))
        else:
            mend = "write 'ID: TEXT', below it '  CLAIM AGREEMENT', or 'apart: CLAIM CLAIM'"
            problems.append(Problem(str(PROPOSITIONS), number, f"cannot read {line!r}", mend))
    return groups, apart, problems


def _read_parallels(root: Path) -> tuple[list[SentencePair], list[Problem]]:
    pairs: list[SentencePair] = []
    problems: list[Problem] = []
    for number, line in _lines(root, PARALLELS, problems):
        if found := _PAIR.fullmatch(line):
            pairs.append(SentencePair(found[1], found[2], found[3], number))
        else:
            mend = "write 'SENTENCE SENTENCE RELATION'"
            problems.append(Problem(str(PARALLELS), number, f"cannot read {line!r}", mend))
    return pairs, problems
