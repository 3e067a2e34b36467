"""What recurs: messages, repeated statements, names, shared text, and how the tone changes."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from schemas.propositions import COMPARED
from scripts.tables.book import Book
from scripts.tables.row import Row, Tables, position_of, span_of
from scripts.tables.shared_passages import shared_spans


class Proposition(NamedTuple):
    """A proposition and the claims that state it, each with what it differs in."""

    row: Row
    claims: list[tuple[Row, str]]


class Tone(NamedTuple):
    """Two sentences that share most words, and the praise and blame that only one of them has."""

    sentence: Row
    other: Row
    only: list[Row]
    only_other: list[Row]


class Message(NamedTuple):
    """A talking point and the sentences that carry it, by post."""

    row: Row
    mentions: dict[str, list[Row]]


class Naming(NamedTuple):
    """An operation, and the posts that use each of its names."""

    operation: Row
    names: dict[str, list[str]]


def count_propositions(tables: Tables) -> dict[str, Any]:
    """Return how often propositions are stated.

    Returns:
        `claims`: how many claims state one; `across`: how many propositions stand in several posts;
        `often`: all of them with the claims that state them, the most frequent first.
    """
    claims = {claim["claim_id"]: claim for claim in tables["claims"]}
    stating: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for link in tables["claim_propositions"]:
        differing = [
            f"{term} {link[term]}" for term in COMPARED if link[term] not in ("same", "none")
        ]
        found = (claims[link["claim_id"]], ", ".join(differing) or "same")
        stating[link["proposition_id"]].append(found)
    stated = [Proposition(row, stating[row["proposition_id"]]) for row in tables["propositions"]]
    return {
        "claims": len({link["claim_id"] for link in tables["claim_propositions"]}),
        "across": sum(len({claim["post_id"] for claim, _ in one.claims}) > 1 for one in stated),
        "often": sorted(stated, key=lambda one: (-len(one.claims), one.row["proposition_id"])),
    }


def list_messages(tables: Tables) -> list[Message]:
    """Return the talking points with their mentions by post; those in most posts come first."""
    found = []
    for row in tables["talking_points"]:
        posts: dict[str, list[Row]] = defaultdict(list)
        for mention in tables["talking_point_mentions"]:
            if mention["talking_point_id"] == row["talking_point_id"]:
                posts[mention["post_id"]].append(mention)
        found.append(Message(row, dict(posts)))
    return sorted(found, key=lambda one: (-len(one.mentions), one.row["talking_point_id"]))


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


def share_text(book: Book) -> dict[tuple[str, str], float]:
    """Return which part of a post's characters stands in another post, by the two posts."""
    shares = {}
    posts = {row["post_id"]: row["text"] for row in book.rows("posts") if row["text"]}
    for post, text in posts.items():
        for other in posts:
            if post != other and (spans := shared_spans(book, post, other)):
                shares[post, other] = sum(end - start for start, end in spans) / len(text)
    return shares


def list_tones(book: Book) -> Iterator[Tone]:
    """Yield sentences of two posts that share most words and do not praise and blame alike.

    Compared are the senses of the evaluations of whole sentences; in the shared words they are the
    same.
    """
    for one, other in _alike(book):
        first, second = (
            {row["evaluative_word_id"]: row for row in book.of("evaluations", "sentence_id", key)}
            for key in (one, other)
        )
        only = [row for sense, row in first.items() if sense not in second]
        only_other = [row for sense, row in second.items() if sense not in first]
        if only or only_other:
            sentences = book.by_id("sentences")
            yield Tone(sentences[one], sentences[other], only, only_other)


def _alike(book: Book) -> list[tuple[str, str]]:
    """Return the sentences of two posts whose shared passages make up most of the shorter one."""
    shared: Counter[tuple[str, str]] = Counter()
    for one in book.rows("shared_passages"):
        for other in book.of("shared_passages", "passage_id", one["passage_id"]):
            if position_of(one["post_id"]) < position_of(other["post_id"]):
                for first, in_first in _touched(one, book):
                    for second, in_second in _touched(other, book):
                        shared[first, second] += min(in_first, in_second)
    lengths = {
        key: span_of(row)[1] - span_of(row)[0] for key, row in book.by_id("sentences").items()
    }
    pairs = [
        pair
        for pair, letters in shared.items()
        if 2 * letters > min(map(lengths.__getitem__, pair))
    ]
    return sorted(pairs, key=lambda pair: tuple(map(position_of, pair)))


def _touched(passage: Row, book: Book) -> Iterator[tuple[str, int]]:
    """Yield the sentences that hold words of a passage, and how many characters of it."""
    start, end = span_of(passage)
    for row in book.of("sentences", "post_id", passage["post_id"]):
        first, last = span_of(row)
        if (length := min(end, last) - max(start, first)) > 0:
            yield row["sentence_id"], length
