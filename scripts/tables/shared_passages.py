"""The table shared_passages: runs of words that two places share."""

import hashlib
from functools import lru_cache

from scripts.curation.anchoring import Span
from scripts.reading.passages import Passages, shared_passages
from scripts.tables.book import Book
from scripts.tables.parts import span_cells
from scripts.tables.row import Row, position_of, span_of


def passage_id(words: tuple[str, ...]) -> str:
    """Return the id of a passage: ten hexadecimal digits of the SHA-256 of its words."""
    return f"w{hashlib.sha256(' '.join(words).encode()).hexdigest()[:10]}"


def make_shared_passages(book: Book) -> list[Row]:
    """Return every place of every passage, in the order of the text.

    A row comes from the line of the sentence that the passage begins in.
    """
    rows = []
    for words, places in _passages(tuple(book.texts.items())).items():
        for place in places:
            sentences = book.of("sentences", "post_id", place.text_id)
            begun = [one for one in sentences if span_of(one)[0] <= place.start]
            sentence = begun[-1] if begun else None
            cells = {
                "passage_id": passage_id(words),
                "post_id": place.text_id,
                "sentence_id": sentence["sentence_id"] if sentence else "",
                **span_cells(book.texts[place.text_id], (place.start, place.end)),
                "word_count": str(len(words)),
            }
            rows.append(Row(cells, sentence.origin if sentence else None))
    return sorted(
        rows, key=lambda row: (position_of(row["post_id"]), span_of(row), row["passage_id"])
    )


@lru_cache(maxsize=1)
def _passages(texts: tuple[tuple[str, str], ...]) -> Passages:
    """Return the passages of texts; those that were made are checked against the same texts."""
    return shared_passages(dict(texts))


def shared_spans(book: Book, post_id: str, other: str) -> list[Span]:
    """Return the stretches of a post that stand in another one, joined where they overlap."""
    there = {row["passage_id"] for row in book.of("shared_passages", "post_id", other)}
    joined: list[Span] = []
    for row in book.of("shared_passages", "post_id", post_id):
        if row["passage_id"] in there:
            start, end = span_of(row)
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
    return joined
