"""Shared passages are rows with their place in the text, named by their words."""

import hashlib

import pytest

from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.row import Row, Tables, span_of
from scripts.tables.shared_passages import make_shared_passages, passage_id, shared_spans

BAN = "No drug is let through at any port"
TEXTS = {
    "p02": f"Drugs\n{BAN} today. {BAN} of the land, be it large or small.",
    "p10": f"{BAN.upper()}! Of the land, be it large or small",
}
ENDS = {"p02": (5, 47, 117), "p10": (35, 69)}
WHOLE = f"{BAN} of the land be it large or small"


@pytest.fixture
def book(built: Built) -> Book:
    """Two posts, their sentences with a line each; the longest passage spans two of p10."""
    tables: Tables = {
        "posts": [Row({"post_id": name, "text": text}) for name, text in TEXTS.items()],
        "sentences": [
            Row({"sentence_id": f"{name}.s{number:02}", "post_id": name, **_cells(start, end)})
            for name, ends in ENDS.items()
            for number, (start, end) in enumerate(zip((0, *ends), ends, strict=False), start=1)
        ],
    }
    book = Book(tables, built.book.sources)
    tables["shared_passages"] = make_shared_passages(book)
    return book


def _cells(start: int, end: int) -> dict[str, str]:
    return {"char_start": str(start), "char_end": str(end)}


def test_every_place_of_every_passage_is_a_row_in_the_order_of_the_text(book: Book) -> None:
    columns = ("post_id", "sentence_id", "char_start", "word_count", "passage_id")
    short, long = (passage_id(tuple(words.lower().split())) for words in (BAN, WHOLE))
    rows = book.rows("shared_passages")
    assert [[row[name] for name in columns] for row in rows] == [
        ["p02", "p02.s02", "6", "8", short],
        ["p02", "p02.s03", "48", "8", short],
        ["p02", "p02.s03", "48", "16", long],
        ["p10", "p10.s01", "0", "8", short],
        ["p10", "p10.s01", "0", "16", long],
    ]
    wrong = [
        row for row in rows if book.texts[row["post_id"]][slice(*span_of(row))] != row["quote"]
    ]
    assert wrong == []
    assert rows[3]["quote"] == BAN.upper()


def test_a_passage_keeps_its_id_whatever_other_posts_there_are(book: Book) -> None:
    ids = {row["passage_id"] for row in book.rows("shared_passages")}
    book.tables["posts"].append(Row({"post_id": "p11", "text": f"{BAN} of the land"}))
    later = make_shared_passages(Book(book.tables, book.sources))
    assert ids < {row["passage_id"] for row in later}
    digest = hashlib.sha256(b"no drug").hexdigest()
    assert passage_id(("no", "drug")) == f"w{digest[:10]}"


@pytest.mark.parametrize(
    ("post_id", "other", "spans"),
    [
        ("p02", "p10", [(6, 40), (48, 116)]),
        ("p10", "p02", [(0, 69)]),
        ("p02", "p03", []),
        ("p03", "p02", []),
    ],
)
def test_what_two_posts_share_is_joined_where_it_overlaps(
    book: Book, post_id: str, other: str, spans: list[tuple[int, int]]
) -> None:
    assert shared_spans(book, post_id, other) == spans


def test_passages_that_share_some_words_are_one_stretch(built: Built) -> None:
    spans = [(0, 50), (10, 20), (50, 60), (61, 90)]
    own = [{"passage_id": f"w{n}", "post_id": "p01", **_cells(*one)} for n, one in enumerate(spans)]
    rows = [Row(cells | {"post_id": name}) for name in ("p01", "p02") for cells in own]
    book = Book({"shared_passages": rows}, built.book.sources)
    assert shared_spans(book, "p01", "p02") == [(0, 60), (61, 90)]


def test_what_a_real_post_says_twice_is_found(built: Built) -> None:
    rows = built.book.rows("shared_passages")
    most = max(int(row["word_count"]) for row in rows)
    longest = [row["sentence_id"] for row in rows if int(row["word_count"]) == most]
    assert (most, longest) == (57, ["p10.s21", "p10.s33"])
