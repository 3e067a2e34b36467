"""What a batch of posts holds that needs no judgement, as the rows of tables."""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

from schemas.tables import TABLES
from scripts.curation.anchoring import Span
from scripts.reading.passages import words_of
from scripts.reading.sentences import sentences_of
from scripts.surveying.reading import MOST_WORDS, Post
from scripts.tables.book import Book
from scripts.tables.evaluations import polarity, proposed_words
from scripts.tables.mentions import entities_of
from scripts.tables.numerals import numerals_of
from scripts.tables.parts import found_cells, span_cells
from scripts.tables.posts import sha256, title, word_count
from scripts.tables.row import Row, span_of

STATUS = "proposed"
"""What every row and every file is marked with: nobody has settled any of them."""

_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}
_QUOTED = "post_id sentence_id char_start char_end quote"
_COLUMNS = {
    "posts": "post_id title text word_count sha256",
    "sentences": "sentence_id post_id paragraph char_start char_end quote",
    "numerals": f"numeral_id {_QUOTED} numeral_type value",
    "entity_mentions": f"entity_mention_id {_QUOTED} entity_id",
    "evaluations": f"evaluation_id {_QUOTED} evaluative_word_id polarity",
    "shared_passages": f"passage_id {_QUOTED} word_count",
}
SCHEMAS = {
    name: pa.schema(
        [pa.field(one, _TYPES[TABLES[name].columns[one].type]) for one in columns.split()]
        + [pa.field("status", pa.string())],
        {"status": STATUS, "description": TABLES[name].description},
    )
    for name, columns in _COLUMNS.items()
}
"""The tables: columns of the package's own, those that no coder decides, and the status."""
_NUMBERS = ("post", "place", "char_start", "char_end")
WORDS = pa.schema([pa.field(name, pa.int64()) for name in _NUMBERS]).append(
    pa.field("word", pa.string())
)
"""What passages.sql reads."""


def to_batch(table: str, rows: Sequence[Mapping[str, str]]) -> pa.RecordBatch:
    """Return rows of text as typed columns; an empty cell is null, as in the package."""
    schema = SCHEMAS[table]
    columns = [
        pa.array([row.get(one.name, STATUS) or None for row in rows], pa.string()).cast(one.type)
        for one in schema
    ]
    return pa.record_batch(columns, schema=schema)


def cut(book: Book, posts: Sequence[Post]) -> dict[str, pa.RecordBatch]:
    """Return the rows of some posts for each table but shared_passages, and their words.

    The book holds the registers: names, and the forms and polarities of evaluative words.
    """
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS if name != "shared_passages"}
    for post in posts:
        row = Row({"post_id": post.post_id, "text": post.text})
        derived = {"title": title, "word_count": word_count, "sha256": sha256}
        row.update({name: derive(row, book) or "" for name, derive in derived.items()})
        rows["posts"].append(row)
        for sentence in _sentences(row):
            rows["sentences"].append(sentence)
            rows["numerals"] += numerals_of(sentence, book)
            rows["entity_mentions"] += entities_of(sentence, book.sources.names)
            rows["evaluations"] += _evaluations(sentence, book)
    batches = {name: to_batch(name, found) for name, found in rows.items()}
    return batches | {"words": words_batch(posts)}


def words_batch(posts: Sequence[Post]) -> pa.RecordBatch:
    """Return the words of some posts; between the places of two posts is one that is nobody's."""
    words = [
        (post.number, place, word.start, word.end, word.text)
        for post in posts
        for place, word in enumerate(words_of(post.text), post.number * (MOST_WORDS + 1))
    ]
    columns = [pa.array([one[n] for one in words], kind) for n, kind in enumerate(WORDS.types)]
    return pa.record_batch(columns, schema=WORDS)


def _sentences(post: Row) -> Iterator[Row]:
    """Yield the sentences of a post, as `suggest` cuts them."""
    number = start = 0
    for paragraph, line in enumerate(post["text"].split("\n")):
        for first, last in _spans(line):
            number += 1
            cells = {
                "sentence_id": f"{post['post_id']}.s{number:02}",
                "post_id": post["post_id"],
                "paragraph": str(paragraph),
                **span_cells(post["text"], (start + first, start + last)),
            }
            yield Row(cells)
        start += len(line) + 1


def _spans(line: str) -> list[Span]:
    """Return the spans of a line's sentences; a line of which pysbd loses words is one."""
    spans: list[Span] = []
    end = 0
    for words, _ in sentences_of(line):
        first = line.find(words, end)
        if first < 0 or line[end:first].strip():
            break
        end = first + len(words)
        spans.append((first, end))
    if line[end:].strip():
        return [(len(line) - len(line.lstrip()), len(line.rstrip()))]
    return spans


def _evaluations(sentence: Row, book: Book) -> Iterator[Row]:
    """Yield the listed words of praise and blame in a sentence, whatever they mean there."""
    offset, _ = span_of(sentence)
    for start, end, word in proposed_words(sentence["quote"], book.sources.evaluative_forms):
        quote = sentence["quote"][start:end]
        row = Row(found_cells(sentence, "evaluation_id", offset + start, quote))
        row["evaluative_word_id"] = word
        row["polarity"] = polarity(row, book) or ""
        yield row
