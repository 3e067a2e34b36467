"""Propose claims and sentences that may recur and are not decided yet.

usage: python -m scripts.propose propositions|parallels [--least SCORE]

  propositions   pairs of claims: their figures share indicator, role, period and place, or their
                 statements are alike
  parallels      pairs of sentences that are alike
  --least SCORE  how alike, over 0 and up to 1 (scripts/reading/similarity.py); by default 0.4 for
                 propositions and 0.25 for parallels

Prints the undecided pairs, most alike first, with both texts, then precision and recall of all
proposals against the pairs decided in curation/links/. To decide: group two claims or list them
behind 'apart:' in propositions.txt, give two sentences a relation or 'apart' in parallels.txt.
Exit codes: 0 done, 1 the curation is wrong, 2 the call is wrong.
"""

import sys
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.finding import FindingsError
from scripts.curation.links import APART, Links
from scripts.package.source import build_and_check
from scripts.reading.similarity import Similarity
from scripts.tables.row import Tables

LEAST = {"propositions": 0.4, "parallels": 0.25}
_SAME_TERMS = ("indicator_id", "figure_role", "period", "place")
Pair = tuple[str, str]


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("kind", choices=LEAST)
    parser.add_argument("--least", type=float)
    options = parser.parse_args(arguments)
    least = LEAST[options.kind] if options.least is None else options.least
    if not 0 < least <= 1:
        parser.error("--least goes from 0 to 1, without 0")
    built = build_and_check(root)
    if built.findings:
        raise FindingsError(built.findings)
    tables, links = built.book.tables, built.curation.links
    if options.kind == "propositions":
        lines = proposition_lines(tables, links, least)
    else:
        lines = parallel_lines(tables, links, least)
    for line in lines:
        print(line)
    return 0


def proposition_lines(tables: Tables, links: Links, least: float) -> Iterator[str]:
    """Yield the undecided pairs of claims, and what the method is worth."""
    statements = dict(sorted((row["claim_id"], row["statement"]) for row in tables["claims"]))
    scores = score_pairs(statements, least)
    by_figures = pairs_by_figures(tables)
    proposed = by_figures | scores.keys()
    yield from _open_pairs(proposed - decided_pairs(links), scores, statements, "claims")
    wanted = grouped_pairs(links)
    yield _worth("figures", by_figures, wanted)
    yield _worth("figures or statements", proposed, wanted)


def parallel_lines(tables: Tables, links: Links, least: float) -> Iterator[str]:
    """Yield the undecided pairs of sentences, and what the score is worth."""
    quotes = {row["sentence_id"]: row["quote"] for row in tables["sentences"]}
    scores = score_pairs(quotes, least)
    decided = {(pair.sentence_id, pair.other_sentence_id): pair.relation for pair in links.pairs}
    yield from _open_pairs(scores.keys() - decided.keys(), scores, quotes, "sentences")
    # A shared template alone is no shared text.
    wanted = {pair for pair, relation in decided.items() if relation not in (APART, "template")}
    yield _worth("scores", scores, wanted)


def score_pairs(texts: Mapping[str, str], least: float) -> dict[Pair, float]:
    """Return the score of every pair of texts that reaches `least`."""
    return {(one, other): float(score) for score, one, other in Similarity(texts).pairs(least)}


def pairs_by_figures(tables: Tables) -> set[Pair]:
    """Return the pairs of claims whose figures share indicator, role, period and place."""
    claims: dict[tuple[str, ...], dict[str, None]] = {}
    for figure in tables["figures"]:
        terms = tuple(figure[column] for column in _SAME_TERMS)
        claims.setdefault(terms, {})[figure["claim_id"]] = None
    return {pair for found in claims.values() for pair in combinations(sorted(found), 2)}


def grouped_pairs(links: Links) -> set[Pair]:
    """Return the pairs of claims that share a proposition."""
    groups = (sorted(claim.claim_id for claim in group.claims) for group in links.groups)
    return {pair for group in groups for pair in combinations(group, 2)}


def decided_pairs(links: Links) -> set[Pair]:
    """Return the pairs of claims that share a proposition, or that were found not to."""
    apart = {pair for line in links.apart for pair in combinations(sorted(line.claim_ids), 2)}
    grouped = sorted(claim.claim_id for group in links.groups for claim in group.claims)
    return apart | set(combinations(grouped, 2))


def _open_pairs(
    pairs: Collection[Pair], scores: Mapping[Pair, float], texts: Mapping[str, str], kind: str
) -> Iterator[str]:
    for pair in sorted(pairs, key=lambda pair: (-scores.get(pair, 0.0), pair)):
        yield f"{scores.get(pair, 0.0):.3f} {' '.join(pair)}"
        yield from (f"    {key}  {texts[key]}" for key in pair)
    yield f"{len(pairs)} pairs of {kind} are not decided"


def _worth(method: str, proposed: Collection[Pair], wanted: Collection[Pair]) -> str:
    right = sum(pair in wanted for pair in proposed)
    precision = right / len(proposed) if proposed else 1.0
    recall = right / len(wanted) if wanted else 1.0
    return (
        f"{method}: {len(proposed)} pairs, precision {precision:.2f}, "
        f"recall {recall:.2f} of {len(wanted)}"
    )


if __name__ == "__main__":
    sys.exit(run(main))
