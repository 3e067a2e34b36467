"""The book finds rows by id and by column, and knows what the registers know."""

import pytest

from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.row import Tables

FALLS = "from 160,000 to 35,000 cases"


@pytest.fixture
def book(built: Built, tables: Tables) -> Book:
    return Book(tables, built.book.sources)


def test_rows_are_found_by_id_and_by_column(book: Book) -> None:
    claim = book.get("claims", "p03.c02")
    assert claim is not None and claim["sentence_id"] == "p03.s02"
    assert book.get("claims", "p03.c999") is None
    same = book.of("claims", "sentence_id", "p03.s02")
    assert [row["claim_id"] for row in same] == ["p03.c01", "p03.c02", "p03.c03"]
    assert book.of("claims", "sentence_id", "") == []
    assert book.get("claim_operations", "p10.c03 humen-opium-destruction")


def test_a_table_that_is_not_built_yet_has_no_rows(built: Built) -> None:
    assert Book({}, built.book.sources).rows("claims") == []


def test_words_of_a_sentence_and_text_of_a_row(book: Book) -> None:
    assert book.words_of("p03.s01") == "Zero tolerance for drugs"
    assert book.words_of("p03.s99") == book.words_of("") == ""
    row = book.rows("claims")[0]
    assert row["quote"] in (book.text_of(row) or "")


def test_a_withheld_text_is_none_and_not_all_are_present(book: Book, tables: Tables) -> None:
    assert book.all_texts_present
    tables["posts"][0]["text"] = ""
    withheld = Book(tables, book.sources)
    assert withheld.text_of(tables["claims"][0]) is None
    assert not withheld.all_texts_present


def test_a_post_that_cannot_be_read_is_missing_too(book: Book, tables: Tables) -> None:
    assert not Book(tables, book.sources, frozenset({"p18"})).all_texts_present


def test_a_quote_is_read_once_and_refused_every_time(book: Book) -> None:
    assert book.quantity("more than 740 tons of materials") is book.quantity(
        "more than 740 tons of materials"
    )
    for _ in range(2):
        with pytest.raises(ValueError, match="a range that falls"):
            book.quantity(FALLS)


def test_a_place_lies_in_all_that_enclose_it(book: Book) -> None:
    assert book.sources.enclosing("US-CA") == ["US-CA", "US", "world"]
    assert book.sources.enclosing("MM") == ["MM", "world"]
    assert book.sources.enclosing("nowhere") == []


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("In China, drugs", True),
        ("Chinese police", True),
        ("Chinatown", False),
        ("chinaware", False),
    ],
)
def test_a_place_is_shown_by_whole_words(book: Book, words: str, shown: bool) -> None:
    assert bool(book.sources.place_patterns["CN"].search(words)) == shown


def test_a_name_belongs_to_its_entity(book: Book) -> None:
    assert book.sources.names["Mayorkas"] == "alejandro-mayorkas"
    assert "place" in book.sources.codelists
