"""The page docs/what-recurs.md and its heat map, from the tables."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from scripts.description.markdown import make_table, to_plain
from scripts.output.heat_map import make_heat_map
from scripts.similarity.evaluation import average_precision, found_from
from scripts.similarity.sentences import Similarity
from scripts.tables.annotated import Cell, Row

PAGE = "docs/what-recurs.md"
HEAT_MAP = "docs/shared-text.svg"
LEAST_CLAIMS = 4
"""Propositions stated at least this often are shown with their wordings."""

_STEPS = (0.2, 0.3, 0.4, 0.5, 0.6)
# Pairs below this score count as not found in the average precision.
_LEAST = 0.1
Tables = Mapping[str, Sequence[Row]]


def make_report(tables: Tables) -> dict[str, bytes]:
    """Return the page and its heat map by path."""
    counts = shared_text(tables["parallels"])
    posts = [str(row["post_id"]) for row in tables["posts"]]
    title = "Pairs of sentences that share text, by pair of posts"
    sections = [
        "# What recurs",
        "Made from the tables at each build; not edited by hand. Quotes are the posts' words. "
        "What the posts say is not thereby true, and shared wording says nothing about who wrote "
        "what.",
        _propositions(tables),
        _findings(tables),
        _operation_names(tables),
        f"## Which posts share text\n\n{title}; pairs that share only a template are not counted. "
        f"On the diagonal: pairs within a post.\n\n![{title}](shared-text.svg)",
        _matrix(posts, counts),
        _quality(tables),
    ]
    return {
        PAGE: ("\n\n".join(sections) + "\n").encode(),
        HEAT_MAP: make_heat_map(title, posts, counts).encode(),
    }


def shared_text(parallels: Iterable[Row]) -> Counter[tuple[str, str]]:
    """Return how many pairs of sentences each pair of posts shares, templates left out."""
    return Counter(
        (str(row["sentence_id"])[:3], str(row["other_sentence_id"])[:3])
        for row in parallels
        if row["relation"] != "template"
    )


def _table(header: Sequence[str], rows: Iterable[Sequence[Cell]], numbers: int = 0) -> str:
    """Return a Markdown table of plain words."""
    return make_table(header, (list(map(to_plain, row)) for row in rows), numbers)


def _propositions(tables: Tables) -> str:
    members: dict[Cell, list[Row]] = {}
    for claim in tables["claims"]:
        members.setdefault(claim["proposition_id"], []).append(claim)
    texts = {row["proposition_id"]: row["text"] for row in tables["propositions"]}
    shared = {key: rows for key, rows in members.items() if len(rows) > 1}
    across = sum(len({row["post_id"] for row in rows}) > 1 for rows in shared.values())
    often = {key: rows for key, rows in shared.items() if len(rows) >= LEAST_CLAIMS}
    parts = [
        f"## What is stated most often\n\n{len(tables['claims'])} claims state {len(members)} "
        f"propositions. {len(shared)} propositions are stated more than once, {across} of them in "
        f"several posts. Those stated at least {LEAST_CLAIMS} times, with all their wordings:"
    ]
    for key, rows in sorted(often.items(), key=lambda entry: (-len(entry[1]), str(entry[0]))):
        wordings = [(row["claim_id"], row["claim_agreement"], row["quote"]) for row in rows]
        parts.append(f"### {to_plain(texts[key])}\n\n`{key}`")
        parts.append(_table(("claim", "agreement", "words of the post"), wordings))
    return "\n\n".join(parts)


def _findings(tables: Tables) -> str:
    columns = ("check_type", "outcome", "finding", "basis", "confidence")
    rows = [
        tuple(row[column] for column in columns)
        for row in tables["consistency_checks"]
        if row["outcome"] != "holds"
    ]
    return (
        "## What contradicts itself, and what cannot be meant as it stands\n\n"
        "The checks that do not hold; all checks, with the words they rest on, are in "
        "`consistency_checks` and `consistency_items`.\n\n"
        + _table(("check", "outcome", "finding", "basis", "confidence"), sorted(rows, key=str))
    )


def _operation_names(tables: Tables) -> str:
    names: dict[Cell, dict[str, set[str]]] = {}
    for mention in tables["operation_mentions"]:
        posts = names.setdefault(mention["operation_id"], {})
        posts.setdefault(str(mention["quote"]), set()).add(str(mention["post_id"]))
    rows = []
    for operation in tables["operations"]:
        used = names.get(operation["operation_id"], {})
        words = "; ".join(f"{name} ({', '.join(sorted(used[name]))})" for name in sorted(used))
        rows.append((operation["name"], operation["name_zh"], words, len(used)))
    rows.sort(key=lambda row: (-int(row[3]), str(row[0])))
    return "## The names of each operation\n\n" + _table(
        ("operation", "Chinese name", "names in the posts", "names"), rows, 1
    )


def _matrix(posts: Sequence[str], counts: Mapping[tuple[str, str], int]) -> str:
    rows = [
        [one, *(counts.get((one, two), 0) or counts.get((two, one), 0) or None for two in posts)]
        for one in posts
    ]
    return _table(("post", *posts), rows, len(posts))


def _quality(tables: Tables) -> str:
    """Return precision and recall of the scores against the pairs that were read and judged."""
    similarity = Similarity(
        {str(row["sentence_id"]): str(row["quote"]) for row in tables["sentences"]}
    )
    scored = [(float(score), (one, other)) for score, one, other in similarity.pairs(_LEAST)]
    total = math.comb(len(tables["sentences"]), 2)
    wanted = {
        (str(row["sentence_id"]), str(row["other_sentence_id"]))
        for row in tables["parallels"]
        if row["relation"] != "template"
    }
    found = [found_from(scored, wanted, step) for step in _STEPS]
    rows = [(str(f.least), str(f.proposed), f"{f.precision:.2f}", f"{f.recall:.2f}") for f in found]
    return (
        "## How well the score finds shared text\n\n"
        f"All {total} pairs of sentences were scored (scripts/similarity/sentences.py); "
        f"{len(wanted)} of them share text. Every pair with a score of 0.25 or more was read, and "
        "lower ones where the posts run parallel; so recall holds against what was found by "
        "reading and by the score together. Average precision: "
        f"{average_precision(scored, wanted):.2f}, where pairs below {_LEAST} count as not "
        "found.\n\n" + _table(("score from", "pairs", "precision", "recall"), rows, 4)
    )
