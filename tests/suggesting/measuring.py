"""Measure what drafts are worth: draft every coded post in turn, as if it were new, and compare.

usage: python -m tests.suggesting.measuring

Writes docs/suggestions.md; it takes some minutes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from scripts.curation.loading import Curation, load_curation
from scripts.package.files import write_atomically
from scripts.suggesting.draft import Drafter
from scripts.suggesting.known import known_without
from tests.conftest import ROOT
from tests.suggesting.comparing import Tally, measure

REPEATING = ("p07", "p17")
_HEAD = """\
# What suggestions are worth

Made by `python -m tests.suggesting.measuring`; nothing here is typed. Every post is drafted in turn
as if it were new: without its curation file, without the names, forms, words and operations of the
registers that only this post has, and without the links of its claims. The draft is compared with
the file in `curation/posts/`.

- *Precision* is the share of what was drafted that is right, *recall* the share of what is coded
  that was drafted right, *F1* their harmonic mean.
- Codes of claims and figures are compared where the two quotes share at least half of the longer:
  *of pairs* is the share of these pairs that have the same code, *simplest rule* what giving all of
  them the code that most of them have would reach.
- *Lines* are all lines under sentences, without the sentences themselves; right is what a coder
  would leave as it is, word for word, ids apart.
"""
_COLUMNS = "drafted | coded | right | precision | recall | F1 |"


def make_report(curation: Curation) -> str:
    """Return the page."""
    posts = [coded.post.post_id for coded in curation.posts]
    with ProcessPoolExecutor() as pool:
        measured = list(pool.map(partial(_measured, curation), posts))
    found = dict(zip(posts, (tallies for tallies, _ in measured), strict=True))
    bands = sum((sure for _, sure in measured), Counter[tuple[int, bool]]())
    others = [tallies for post, tallies in found.items() if post not in REPEATING]
    lines = [_HEAD, "## All posts", "", *_table([*found.values()])]
    lines += ["", f"## Without {' and '.join(REPEATING)}, which repeat each other", ""]
    lines += [*_table(others), "", "## Lines, post by post", ""]
    lines += [f"| post | {_COLUMNS}", f"|{' --- |' * 7}"]
    lines += [f"| {post} | {_worth(tallies['lines'])} |" for post, tallies in found.items()]
    lines += ["", "## Lines, by how sure the draft says it is", ""]
    lines += ["| from | to | drafted | right |", f"|{' --- |' * 4}"]
    for band in range(5):
        drafted = bands[band, True] + bands[band, False]
        right = f"{bands[band, True] / max(drafted, 1):.0%}"
        lines.append(f"| {band / 5:.1f} | {band / 5 + 0.2:.1f} | {drafted} | {right} |")
    return "\n".join(lines) + "\n"


def _measured(
    curation: Curation, post_id: str
) -> tuple[dict[str, Tally], Counter[tuple[int, bool]]]:
    """Draft one post as if it were new, and compare."""
    coded = next(one for one in curation.posts if one.post.post_id == post_id)
    words = curation.registers.evaluative_words.values()
    polarity = {word.id: word.text("polarity") for word in words}
    draft = Drafter(known_without(curation, post_id)).draft(post_id, coded.post.text)
    stated = _shared(curation, post_id)
    return measure(draft, coded.coding.top, coded.post.text, polarity, stated)


def _shared(curation: Curation, post_id: str) -> dict[str, str]:
    """Return the propositions that a post shares with another one, by the number of its claim."""
    found: dict[str, str] = {}
    for one in curation.links.propositions:
        claims = [claim.claim_id.split(".") for claim in one.claims]
        if {post for post, _ in claims} - {post_id}:
            found |= {number: one.proposition_id for post, number in claims if post == post_id}
    return found


def _table(posts: Sequence[Mapping[str, Tally]]) -> Iterator[str]:
    yield f"| layer | {_COLUMNS} of pairs | simplest rule |"
    yield f"|{' --- |' * 9}"
    for name in posts[0]:
        tally = sum((tallies[name] for tallies in posts), Counter[str]())
        usual = max((count for key, count in tally.items() if key.startswith("code ")), default=0)
        pairs = tally["pairs"]
        shares = f"{tally['right'] / pairs:.0%} | {usual / pairs:.0%}" if pairs else " | "
        yield f"| {name} | {_worth(tally)} | {shares} |"


def _worth(tally: Tally) -> str:
    drafted, coded, right = (tally[name] for name in ("drafted", "coded", "right"))
    shares = (right / max(drafted, 1), right / max(coded, 1), 2 * right / max(drafted + coded, 1))
    return " | ".join((*map(str, (drafted, coded, right)), *(f"{one:.0%}" for one in shares)))


if __name__ == "__main__":
    curation, _ = load_curation(ROOT, compared=False)
    write_atomically(ROOT, {"docs/suggestions.md": make_report(curation).encode()})
