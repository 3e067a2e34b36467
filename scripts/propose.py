"""Propose claims and sentences that may recur and are not decided yet.

usage: python -m scripts.propose propositions|parallels [--least SCORE]

  propositions   pairs of claims: their figures share indicator, role, period and place, or their
                 statements are alike
  parallels      pairs of sentences that are alike
  --least SCORE  how alike, from 0 to 1 (scripts/similarity/sentences.py); by default 0.4 for
                 propositions and 0.25 for parallels

Prints the undecided pairs, most alike first, then precision and recall of the method against the
pairs decided in curation/links/. To decide: group two claims or list them behind 'apart:' in
propositions.txt, give two sentences a relation or 'apart' in parallels.txt.
Exit codes: 0 done, 1 the curation is wrong, 2 the call is wrong.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from scripts.curation.links import APART, Links
from scripts.curation.loading import load_curation
from scripts.output.package import make_tables
from scripts.problem import ProblemsFound
from scripts.similarity.evaluation import Found, Pair, average_precision, found_from
from scripts.similarity.sentences import Similarity
from scripts.tables.assemble import Tables
from scripts.tables.linked import sentence_similarity

ROOT = Path(__file__).resolve().parent.parent
LEAST = {"propositions": 0.4, "parallels": 0.25}
_STEPS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_SAME_TERMS = ("indicator_id", "figure_role", "period", "place")


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.propose",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
    )
    parser.add_argument("kind", choices=LEAST, help=argparse.SUPPRESS)
    parser.add_argument("--least", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    least = LEAST[options.kind] if options.least is None else options.least
    if not 0 <= least <= 1:
        parser.error("--least goes from 0 to 1")
    try:
        curation = load_curation(root)
        tables = make_tables(curation)
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        return 1
    if options.kind == "propositions":
        _print_propositions(tables, curation.links, least)
    else:
        _print_parallels(tables, curation.links, least)
    return 0


def pairs_by_figures(tables: Tables) -> set[Pair]:
    """Return the pairs of claims whose figures share indicator, role, period and place."""
    claims: dict[tuple[object, ...], list[str]] = {}
    for figure in tables["figures"]:
        terms = tuple(figure[column] for column in _SAME_TERMS)
        claims.setdefault(terms, []).append(str(figure["claim_id"]))
    return {pair for found in claims.values() for pair in combinations(sorted(set(found)), 2)}


def grouped_pairs(links: Links) -> set[Pair]:
    """Return the pairs of claims that share a proposition."""
    return {
        pair
        for group in links.groups
        for pair in combinations(sorted(claim.claim_id for claim in group.claims), 2)
    }


def decided_pairs(links: Links) -> set[Pair]:
    """Return the pairs of claims that share a proposition, or that were found not to."""
    apart = {pair for line in links.apart for pair in combinations(sorted(line.claim_ids), 2)}
    of_groups = {
        claim.claim_id: group.proposition_id for group in links.groups for claim in group.claims
    }
    return grouped_pairs(links) | apart | set(combinations(sorted(of_groups), 2))


def parallel_pairs(links: Links) -> set[Pair]:
    """Return the pairs of sentences that share text; a shared template alone is no text."""
    return {
        (pair.sentence_id, pair.other_sentence_id)
        for pair in links.pairs
        if pair.relation not in (APART, "template")
    }


def _print_propositions(tables: Tables, links: Links, least: float) -> None:
    statements = {str(row["claim_id"]): str(row["statement"]) for row in tables["claims"]}
    similarity = Similarity(dict(sorted(statements.items())))
    alike = {(one, other): float(score) for score, one, other in similarity.pairs(0)}
    by_figures = pairs_by_figures(tables)
    wanted, decided = grouped_pairs(links), decided_pairs(links)
    proposed = by_figures | {pair for pair, score in alike.items() if score >= least}
    for pair in sorted(proposed - decided, key=lambda pair: (-alike[pair], pair)):
        _print_pair(f"{alike[pair]:.3f}{' figures' * (pair in by_figures)}", pair, statements)
    print(f"{len(proposed - decided)} pairs of claims are not decided")
    right = len(by_figures & wanted)
    print(_sentence("figures", Found(0, len(by_figures), right, len(wanted))))
    right = len(proposed & wanted)
    print(_sentence("figures or statements", Found(least, len(proposed), right, len(wanted))))
    _print_quality([(score, pair) for pair, score in alike.items()], wanted)


def _print_parallels(tables: Tables, links: Links, least: float) -> None:
    similarity = sentence_similarity(tables)
    quotes = {str(row["sentence_id"]): str(row["quote"]) for row in tables["sentences"]}
    scored = [(float(score), (one, other)) for score, one, other in similarity.pairs(0)]
    decided = {(pair.sentence_id, pair.other_sentence_id) for pair in links.pairs}
    open_pairs = [(score, pair) for score, pair in scored if score >= least and pair not in decided]
    for score, pair in sorted(open_pairs, key=lambda entry: (-entry[0], entry[1])):
        _print_pair(f"{score:.3f}", pair, quotes)
    print(f"{len(open_pairs)} pairs of sentences are not decided")
    _print_quality(scored, parallel_pairs(links))


def _print_pair(head: str, pair: Pair, texts: dict[str, str]) -> None:
    print(f"{head} {' '.join(pair)}")
    for key in pair:
        print(f"    {key}  {texts[key]}")


def _print_quality(scored: list[tuple[float, Pair]], wanted: set[Pair]) -> None:
    for line in quality_lines(scored, wanted):
        print(line)


def quality_lines(scored: list[tuple[float, Pair]], wanted: set[Pair]) -> Iterator[str]:
    """Yield precision and recall of the scores at several steps, and their average precision."""
    for step in _STEPS:
        yield _sentence(f"score from {step}", found_from(scored, wanted, step))
    yield f"average precision {average_precision(scored, wanted):.2f}"


def _sentence(method: str, found: Found) -> str:
    return (
        f"{method}: {found.proposed} pairs, precision {found.precision:.2f}, "
        f"recall {found.recall:.2f} of {found.wanted}"
    )


if __name__ == "__main__":
    sys.exit(main())
