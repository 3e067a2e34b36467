"""Read the decisions on what recurs: which claims state the same.

curation/links/propositions.txt holds propositions and their claims:

    ID: what is stated
      CLAIM [actor=CODE] [items=CODE] [purpose=CODE]

and lines 'apart: CLAIM CLAIM …' for claims that look alike and state different things. '#' begins
a comment line.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from schemas.columns import CLAIM_ID, SLUG
from scripts.curation.finding import MOST_IN_A_FILE, Finding, FindingsError
from scripts.curation.text_file import read_text

PROPOSITIONS = Path("curation/links/propositions.txt")
APART = "apart"
TERMS = ("actor", "items", "purpose")
"""What a coder compares with the text of the proposition."""

_SAME = "same"
_PROPOSITION = re.compile(rf"({SLUG}): (\S.*)")
_CLAIM = re.compile(rf"  ({CLAIM_ID})((?: (?:{'|'.join(TERMS)})=[a-z]+)*)")


class StatingClaim(NamedTuple):
    """A claim that states a proposition, how its terms compare with the text, and its line."""

    claim_id: str
    terms: Mapping[str, str]
    line: int


class Proposition(NamedTuple):
    """What several claims state; the first of them is the basis."""

    proposition_id: str
    text: str
    claims: list[StatingClaim]
    line: int


class ApartClaims(NamedTuple):
    """Claims that look alike, no two of which state the same."""

    claim_ids: tuple[str, ...]
    line: int


class Links(NamedTuple):
    """All decisions on what recurs."""

    propositions: list[Proposition]
    apart: list[ApartClaims]


def read_links(root: Path) -> tuple[Links, list[Finding]]:
    """Return the decisions under `root`, and every line that does not have the form of one."""
    links = Links([], [])
    findings: list[Finding] = []
    try:
        text = read_text(root, PROPOSITIONS)
    except FindingsError as error:
        return links, list(error.findings)
    for number, line in enumerate(text.split("\n"), start=1):
        if len(findings) > MOST_IN_A_FILE:
            break
        if not line or line.startswith("#"):
            continue
        claim, proposition = _CLAIM.fullmatch(line), _PROPOSITION.fullmatch(line)
        pairs = [term.split("=") for term in claim[2].split()] if claim else []
        if claim and links.propositions and len(dict(pairs)) == len(pairs):
            terms = dict.fromkeys(TERMS, _SAME) | dict(pairs)
            links.propositions[-1].claims.append(StatingClaim(claim[1], terms, number))
        elif proposition and proposition[1] == APART:
            links.apart.append(ApartClaims(tuple(proposition[2].split()), number))
        elif proposition:
            links.propositions.append(Proposition(proposition[1], proposition[2], [], number))
        else:
            fix = (
                "write 'ID: TEXT', with an ID such as drug-users-fall, below it '  CLAIM', with "
                "'actor=narrower' and the like where it differs, or 'apart: CLAIM CLAIM'"
            )
            reason = f"cannot read {line[:80]!r}"
            findings.append(Finding(str(PROPOSITIONS), number, reason=reason, fix=fix))
    return links, findings
