"""Propose what is not decided yet: what may recur, and what to look up.

usage: python -m scripts.propose propositions|sources [pNN]

  propositions  pairs of claims: their figures share indicator, role, period and place, or their
                statements are alike (scripts/reading/similarity.py)
  sources       claims that no source has been looked for: first those that state what most posts
                state, then numbers, events and policies before the rest
  pNN           what concerns this post, even where its curation is not finished

Pairs are printed most alike first, with statement and quote of both, and the propositions that
they state already. To decide: let both claims state a proposition in
curation/links/propositions.txt, or list them there behind 'apart:'.
Exit codes: 0 done, 1 the curation is wrong, 2 the call is wrong.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.archive import read_archive
from scripts.curation.finding import FindingsError
from scripts.curation.links import Links
from scripts.curation.loading import load_curation
from scripts.package.source import build_and_check
from scripts.reading.similarity import Similarity
from scripts.tables.assemble import build_tables
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
    parser.add_argument("post", nargs="?", default="")
    options = parser.parse_args(arguments)
    known = [post.post_id for post in read_archive(root)]
    if options.post not in ("", *known):
        parser.error(f"no post {options.post!r} in the archive; there are {', '.join(known)}")
    book, links = read_claims(root, options.post)
    lines = source_lines if options.kind == "sources" else proposition_lines
    for line in lines(book, links, options.post):
        print(line)
    return 0


def read_claims(root: Path, post: str) -> tuple[Book, Links]:
    """Return all tables, and what is decided on what recurs.

    For one post its file may be unfinished: what can be read of it is taken.

    Raises:
        FindingsError: something is wrong; for one post, nothing can be read of it.
    """
    if not post:
        built = build_and_check(root)
        if built.findings:
            raise FindingsError(built.findings)
        return built.book, built.curation.links
    curation, wrong = load_curation(root, compared=False)
    read = [*curation.posts, *curation.read_in_part]
    if post not in [one.post.post_id for one in read]:
        raise FindingsError(one for one in wrong if Path(one.file).stem == post)
    book, _ = build_tables(replace(curation, posts=read))
    return book, curation.links


def source_lines(book: Book, _: Links, post: str = "") -> Iterator[str]:
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
        if row["conclusion"] == NOT_TRIED
        and (claim := book.get("claims", row["claim_id"]))
        and post in ("", claim["post_id"])
    ]
    for claim in sorted(untried, key=weight):
        count = posts[claim["claim_id"]]
        counted = f"{count} {'posts' if count > 1 else 'post'}, {claim['claim_type']}"
        yield f"{claim['claim_id']} {counted}: {claim['statement']}"
    yield f"{len(untried)} claims have not been tried"


def proposition_lines(book: Book, links: Links, post: str = "") -> Iterator[str]:
    """Yield the undecided pairs of claims, most alike first, with the words of both."""
    claims = {key: book.by_id("claims")[key] for key in sorted(book.by_id("claims"))}
    alike = Similarity({key: row["statement"] for key, row in claims.items()}).pairs(LEAST)
    scores = {(one, other): float(score) for score, one, other in alike}
    undecided = (pairs_by_figures(book.tables) | scores.keys()) - decided_pairs(links)
    pairs = [pair for pair in undecided if post in ("", *(key.partition(".")[0] for key in pair))]
    stated = [
        (claim.claim_id, one.proposition_id) for one in links.propositions for claim in one.claims
    ]
    for pair in sorted(pairs, key=lambda pair: (-scores.get(pair, 0.0), pair)):
        yield f"{scores.get(pair, 0.0):.3f} {' '.join(pair)}"
        for key in pair:
            yield f"    {key}  {claims[key]['statement']}"
            states = "".join(f" ({name})" for claim, name in stated if claim == key)
            yield f"    {' ' * len(key)}  “{claims[key]['quote']}”{states}"
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
