"""A derived cell has one function, which writes it and checks it."""

from collections.abc import Iterator

import pytest

from scripts.package.source import Built
from scripts.tables import derivation
from scripts.tables.book import Book
from scripts.tables.derivation import derived, differing_cells, fill, is_derived
from scripts.tables.row import Row, Tables


@pytest.fixture
def _lengths(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One derivation alone: the words of a phrase are counted, and of none nothing is said."""
    monkeypatch.setattr(derivation, "DERIVATIONS", [])
    derived("phrases", "length", unless="reason")(
        lambda row, book: str(len(row["quote"].split())) if row["quote"] else None
    )
    yield


def differing(book: Book) -> list[tuple[str, str, str]]:
    return [(one.column, row["quote"], due) for one, row, due in differing_cells(book)]


@pytest.mark.usefixtures("_lengths")
def test_empty_cells_are_filled_and_typed_ones_stay(built: Built) -> None:
    rows = [
        Row({"quote": "war on drugs", "reason": ""}),
        Row({"quote": "war on drugs", "reason": "", "length": "7"}),
        Row({"quote": "", "reason": ""}),
    ]
    book = Book({"phrases": rows}, built.book.sources)
    fill(book, "phrases")
    assert [row["length"] for row in rows] == ["3", "7", ""]
    assert differing(book) == [("length", "war on drugs", "3")]
    rows[1]["reason"] = "counted as the post counts"
    assert differing(book) == []


def test_a_cell_of_the_real_tables_that_does_not_follow_is_named(
    built: Built, tables: Tables
) -> None:
    book = Book(tables, built.book.sources)
    assert list(differing_cells(book)) == []
    row = tables["figures"][0]
    due, row["value_base"] = row["value_base"], "77"
    found = [
        (one.table, one.column, wrong["figure_id"], cell)
        for one, wrong, cell in differing_cells(book)
        if one.column == "value_base"
    ]
    assert found == [("figures", "value_base", row["figure_id"], due)]


def test_what_is_derived_is_known_by_table_and_column() -> None:
    assert is_derived("operations", "evidence_claim_id")
    assert not is_derived("operations", "name")


def test_a_derivation_fits_its_table(built: Built) -> None:
    """A function registered for a column that its table lacks would fill it all the same."""
    wrong = [
        f"{one.table}.{name}"
        for one in derivation.DERIVATIONS
        for name in filter(None, (one.column, one.unless))
        if name not in built.book.rows(one.table)[0]
    ]
    assert wrong == []
