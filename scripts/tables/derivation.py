"""The cells that follow from others: one function each, used to write the cell and to check it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scripts.tables.book import Book
from scripts.tables.row import Row

Derive = Callable[[Row, Book], str | None]
"""Takes a row and the book, returns the cell, or None where nothing follows."""


class Derivation(NamedTuple):
    """How a column follows; a row that fills the column `unless` may have another cell."""

    table: str
    column: str
    derive: Derive
    unless: str
    fix: str


DERIVATIONS: list[Derivation] = []
"""All derivations, in the order in which one may need the cells of another."""


def derived(
    table: str, column: str, unless: str = "", fix: str = "build the package again"
) -> Callable[[Derive], Derive]:
    """Register the function that gives a column's cells."""

    def register(derive: Derive) -> Derive:
        DERIVATIONS.append(Derivation(table, column, derive, unless, fix))
        return derive

    return register


def is_derived(table: str, column: str) -> bool:
    """Return whether a column has a function that gives its cells."""
    return any((one.table, one.column) == (table, column) for one in DERIVATIONS)


def fill(book: Book, table: str) -> None:
    """Write the empty derived cells of a table; what is typed stays as it is."""
    for derivation in DERIVATIONS:
        if derivation.table == table:
            for row in book.rows(table):
                if not row.get(derivation.column):
                    row[derivation.column] = derivation.derive(row, book) or ""


def differing_cells(book: Book) -> Iterator[tuple[Derivation, Row, str]]:
    """Yield every cell that is not what its function gives, with what it should be."""
    for derivation in DERIVATIONS:
        for row in book.rows(derivation.table):
            if derivation.unless and row[derivation.unless]:
                continue
            due = derivation.derive(row, book)
            if due is not None and due != row[derivation.column]:
                yield derivation, row, due
