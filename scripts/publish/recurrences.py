"""What docs/what-recurs.md shows: repeated assertions, names of operations, shared text."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from scripts.tables.row import Row, Tables

LEAST_CLAIMS = 4
"""Propositions stated at least this often are shown with their wordings."""


class Proposition(NamedTuple):
    """A proposition and the claims that state it."""

    row: Row
    claims: list[Row]


class Naming(NamedTuple):
    """An operation, and the posts that use each of its names."""

    operation: Row
    names: dict[str, list[str]]


def count_propositions(tables: Tables) -> dict[str, Any]:
    """Return how often propositions are stated.

    Returns:
        `shared`: how many are stated more than once; `across`: how many of these in several posts;
        `often`: those stated at least `LEAST_CLAIMS` times, the most frequent first.
    """
    claims: dict[str, list[Row]] = defaultdict(list)
    for claim in tables["claims"]:
        claims[claim["proposition_id"]].append(claim)
    stated = [Proposition(row, claims[row["proposition_id"]]) for row in tables["propositions"]]
    shared = [one for one in stated if len(one.claims) > 1]
    often = [one for one in shared if len(one.claims) >= LEAST_CLAIMS]
    return {
        "shared": len(shared),
        "across": sum(len({claim["post_id"] for claim in one.claims}) > 1 for one in shared),
        "often": sorted(often, key=lambda one: (-len(one.claims), one.row["proposition_id"])),
    }


def list_names(tables: Tables) -> list[Naming]:
    """Return the names that the posts give to each operation; those with most names come first."""
    posts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in tables["operation_mentions"]:
        posts[mention["operation_id"]][mention["quote"]].add(mention["post_id"])
    namings = []
    for operation in tables["operations"]:
        used = posts[operation["operation_id"]]
        namings.append(Naming(operation, {name: sorted(used[name]) for name in sorted(used)}))
    return sorted(namings, key=lambda one: (-len(one.names), one.operation["name"]))


def count_shared_text(parallels: Iterable[Row]) -> Counter[tuple[str, str]]:
    """Return how many pairs of sentences two posts share, templates left out, in either order."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in parallels:
        if row["relation"] != "template":
            one = row["sentence_id"].partition(".")[0]
            other = row["other_sentence_id"].partition(".")[0]
            # A set, because a pair within a post counts once.
            counts.update({(one, other), (other, one)})
    return counts
