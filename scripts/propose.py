"""Propose what is not decided yet: what may recur, and what to look up.

usage: python -m scripts.propose propositions|sources [--least SCORE]

  propositions   pairs of claims: their figures share indicator, role, period and place, or their
                 statements are alike
  sources        claims that no source has been looked for: first those that state what most posts
                 state, then numbers, events and policies before the rest
  --least SCORE  how alike statements are, over 0 and up to 1 (scripts/reading/similarity.py); by
                 default 0.4

Pairs are printed most alike first, with both statements. To decide: let both claims state a
proposition in curation/links/propositions.txt, or list them there behind 'apart:'.
Exit codes: 0 done, 1 the curation is wrong, 2 the call is wrong.
"""

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.finding import FindingsError
from scripts.curation.links import Links
from scripts.package.source import build_and_check
from scripts.reading.similarity import Similarity
from scripts.tables.book import Book
from scripts.tables.claim_reviews import NOT_TRIED
from scripts.tables.row import Row, Tables

LEAST = 0.4
FIRST = ("statistic", "event", "policy")
_SAME_TERMS = ("indicator_id", "figure_role", "period", "place")
Pair = tuple[str, str]


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("kind", choices=("propositions", "sources"))
    parser.add_argument("--least", type=float, default=LEAST)
    options = parser.parse_args(arguments)
    if not 0 < options.least <= 1:
        parser.error("--least goes from 0 to 1, without 0")
    built = build_and_check(root)
    if built.findings:
        raise FindingsError(built.findings)
    if options.kind == "sources":
        lines = source_lines(built.book)
    else:
        lines = proposition_lines(built.book.tables, built.curation.links, options.least)
    for line in lines:
        print(line)
    return 0


def source_lines(book: Book) -> Iterator[str]:
    """Yield the claims that no source has been looked for, those that matter most first."""
    posts = dict.fromkeys(book.by_id("claims"), 1)
    for proposition in book.by_id("propositions"):
        links = book.of("claim_propositions", "proposition_id", proposition)
        stating = len({link["claim_id"].partition(".")[0] for link in links})
        posts |= {link["claim_id"]: max(stating, posts[link["claim_id"]]) for link in links}

    def weight(claim: Row) -> tuple[int, int]:
        kind = claim["claim_type"]
        return -posts[claim["claim_id"]], FIRST.index(kind) if kind in FIRST else len(FIRST)

    untried = [
        claim
        for row in book.rows("claim_reviews")
        if row["conclusion"] == NOT_TRIED and (claim := book.get("claims", row["claim_id"]))
    ]
    for claim in sorted(untried, key=weight):
        count = posts[claim["claim_id"]]
        counted = f"{count} {'posts' if count > 1 else 'post'}, {claim['claim_type']}"
        yield f"{claim['claim_id']} {counted}: {claim['statement']}"
    yield f"{len(untried)} claims have not been tried"


def proposition_lines(tables: Tables, links: Links, least: float) -> Iterator[str]:
    """Yield the undecided pairs of claims, most alike first, with both statements."""
    statements = dict(sorted((row["claim_id"], row["statement"]) for row in tables["claims"]))
    alike = Similarity(statements).pairs(least)
    scores = {(one, other): float(score) for score, one, other in alike}
    pairs = (pairs_by_figures(tables) | scores.keys()) - decided_pairs(links)
    for pair in sorted(pairs, key=lambda pair: (-scores.get(pair, 0.0), pair)):
        yield f"{scores.get(pair, 0.0):.3f} {' '.join(pair)}"
        yield from (f"    {key}  {statements[key]}" for key in pair)
    yield f"{len(pairs)} pairs of claims are not decided"


def pairs_by_figures(tables: Tables) -> set[Pair]:
    """Return the pairs of claims whose figures share indicator, role, period and place."""
    claims: dict[tuple[str, ...], dict[str, None]] = {}
    for figure in tables["figures"]:
        terms = tuple(figure[column] for column in _SAME_TERMS)
        claims.setdefault(terms, {})[figure["claim_id"]] = None
    return {pair for found in claims.values() for pair in combinations(sorted(found), 2)}


def decided_pairs(links: Links) -> set[Pair]:
    """Return the pairs of claims that share a proposition, or that were found not to."""
    apart = {pair for line in links.apart for pair in combinations(sorted(line.claim_ids), 2)}
    grouped = {claim.claim_id for one in links.propositions for claim in one.claims}
    return apart | set(combinations(sorted(grouped), 2))


if __name__ == "__main__":
    sys.exit(run(main))
