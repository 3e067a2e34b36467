"""A post's text cut where rows begin and end, so that layers can overlap and stay readable."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from schemas.tables import TABLES
from scripts.publish.site.address import anchor_of
from scripts.tables.book import Book
from scripts.tables.row import Row, span_of

LAYERS = {
    "claims": "Claims",
    "figures": "Figures",
    "evaluations": "Praise and blame",
    "talking_point_mentions": "Talking points",
    "operation_mentions": "Operations",
    "entity_mentions": "Names",
    "shared_passages": "Shared passages",
    "remainders": "Outside claims",
    "numerals": "Numerals",
    "phrases": "Phrases",
}
"""The tables whose rows are layers of a text, in the order of their lines, with their titles."""
SHOWN = ("claims", "figures", "evaluations")
"""The layers that are on when a page opens."""


class Segment(NamedTuple):
    """Some characters that belong to the same rows.

    `rows` are the anchors of those rows, `layers` their layers, `begins` the anchors of rows that
    begin here, `sentence` the number of a sentence that begins here.
    """

    text: str
    rows: list[str]
    layers: list[str]
    begins: list[str]
    sentence: str


def cut(book: Book, post: Row, names: Iterable[str] = LAYERS) -> list[list[Segment]]:
    """Return the lines of a post as segments; joined, they are the text, line ends included."""
    text = post["text"]
    spans = [
        (*span_of(row), name, anchor_of(TABLES[name], row))
        for name in names
        for row in book.of(name, "post_id", post["post_id"])
    ]
    sentences = {
        span_of(row)[0]: row["sentence_id"]
        for row in book.of("sentences", "post_id", post["post_id"])
    }
    places = {place for start, end, *_ in spans for place in (start, end)} | {0, len(text)}
    places |= {place + 1 for place, letter in enumerate(text) if letter == "\n"} | set(sentences)
    lines: list[list[Segment]] = [[]]
    ordered = sorted(place for place in places if place <= len(text))
    for start, end in pairwise(ordered):
        inside = [span for span in spans if span[0] <= start and end <= span[1]]
        begins = [anchor for first, _, _, anchor in inside if first == start]
        layers = list(dict.fromkeys(name for _, _, name, _ in inside))
        anchors = [anchor for *_, anchor in inside]
        lines[-1].append(
            Segment(text[start:end], anchors, layers, begins, sentences.get(start, ""))
        )
        if text[end - 1] == "\n":
            lines.append([])
    return [line for line in lines if line]
