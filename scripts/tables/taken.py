"""The sentence that a period, place, source or population is from: the nearest that shows it."""

from collections.abc import Iterator

from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.row import Row, position_of


def sentences_upwards(row: Row, book: Book) -> Iterator[Row]:
    """Yield the row's own sentence and those before it in its post, nearest first."""
    place = position_of(row["sentence_id"])
    for sentence in reversed(book.of("sentences", "post_id", row["post_id"])):
        if position_of(sentence["sentence_id"]) <= place:
            yield sentence


def _holding(row: Row, book: Book, column: str, words: str) -> str | None:
    """Return the named sentence, or else the nearest that holds the words."""
    if row[column] or not words:
        return None
    found = (one for one in sentences_upwards(row, book) if words in one["quote"])
    return next((one["sentence_id"] for one in found), None)


@derived("claims", "period_sentence_id")
@derived("figures", "period_sentence_id")
def period_sentence(row: Row, book: Book) -> str | None:
    """The nearest sentence that holds the words of the period, unless one is named."""
    return _holding(row, book, "period_sentence_id", row["period_words"])


@derived("claims", "attribution_sentence_id")
@derived("figures", "attribution_sentence_id")
def attribution_sentence(row: Row, book: Book) -> str | None:
    """The nearest sentence that holds the words of the attribution, unless one is named."""
    return _holding(row, book, "attribution_sentence_id", row["attribution"])


@derived("figures", "population_sentence_id")
def population_sentence(row: Row, book: Book) -> str | None:
    """The nearest sentence that holds the words of the population, unless one is named."""
    return _holding(row, book, "population_sentence_id", row["population"])


@derived("claims", "place_sentence_id", fix="leave out '@ sNN': a nearer sentence shows the place")
@derived("figures", "place_sentence_id", fix="leave out '@ sNN': a nearer sentence shows the place")
def place_sentence(row: Row, book: Book) -> str | None:
    """The nearest sentence with a word for the place; where none has one, a coder names a later."""
    pattern = book.sources.place_patterns.get(row["place"])
    if pattern is None or book.text_of(row) is None:
        return None
    found = (one for one in sentences_upwards(row, book) if pattern.search(one["quote"]))
    return next((one["sentence_id"] for one in found), None)
