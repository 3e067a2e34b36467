"""The sentence that a period, place, source or population is from: the nearest that shows it."""

from collections.abc import Iterator
from functools import partial

from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.row import Row, position_of


def sentences_upwards(row: Row, book: Book) -> Iterator[Row]:
    """Yield the row's own sentence and those before it in its post, nearest first."""
    place = position_of(row["sentence_id"])
    for sentence in reversed(book.of("sentences", "post_id", row["post_id"])):
        if position_of(sentence["sentence_id"]) <= place:
            yield sentence


def _holding(column: str, words: str, row: Row, book: Book) -> str | None:
    """Return the nearest sentence that holds a row's words, unless the column names one."""
    if row[column] or not row[words]:
        return None
    found = (one for one in sentences_upwards(row, book) if row[words] in one["quote"])
    return next((one["sentence_id"] for one in found), None)


for _table, _what, _words in (
    *(("figures", "period", "period_words"), ("claims", "period", "period_words")),
    *(("figures", "attribution", "attribution"), ("claims", "attribution", "attribution")),
    ("figures", "population", "population"),
):
    _column = f"{_what}_sentence_id"
    derived(_table, _column)(partial(_holding, _column, _words))


@derived("claims", "place_sentence_id", fix="leave out '@ sNN': a nearer sentence shows the place")
@derived("figures", "place_sentence_id", fix="leave out '@ sNN': a nearer sentence shows the place")
def place_sentence(row: Row, book: Book) -> str | None:
    """The nearest sentence with a word for the place; where none has one, a coder names a later."""
    pattern = book.sources.place_patterns.get(row["place"])
    if pattern is None or book.text_of(row) is None:
        return None
    found = (one for one in sentences_upwards(row, book) if pattern.search(one["quote"]))
    return next((one["sentence_id"] for one in found), None)
