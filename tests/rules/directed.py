"""Directed cases: how one rule is broken in the real tables, and what it then says."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from schemas.tables import TABLES
from scripts.rules.check import check
from scripts.rules.rule import RULES
from scripts.tables.book import Book, Sources
from scripts.tables.row import Row, Tables

assert check  # its import fills RULES

Which = str | Callable[[Row], bool]
"""A row: by its id, or the first one that has this."""
Change = Callable[[Tables], Row]
"""Breaks rows; returns the one that a finding must name."""


class Case(NamedTuple):
    """A rule, how it is broken, where that is found ('claims.quote'), and words of the reason."""

    rule: str
    change: Change
    place: str
    words: str


def assert_rejected(case: Case, tables: Tables, sources: Sources) -> None:
    """Break the tables and let the one rule look at them."""
    row = case.change(tables)
    (rule,) = (one for one in RULES if one.__name__ == case.rule)
    found = list(rule(Book(tables, sources)))
    table, _, column = case.place.partition(".")
    place = (table, TABLES[table].id_of(row), column)
    named = [one for one in found if (one.table, one.row, one.column) == place]
    told = "\n".join(map(str, found)) or "nothing was found"
    assert [one for one in named if case.words in one.reason], f"{place} {case.words}\n{told}"


def name_of(case: Case) -> str:
    """Return what pytest calls a case."""
    return f"{case.rule}-{case.place}-{case.words}".replace(" ", "_")


def find(tables: Tables, table: str, which: Which) -> Row:
    """Return a row."""
    if isinstance(which, str):
        return next(row for row in tables[table] if TABLES[table].id_of(row) == which)
    return next(filter(which, tables[table]))


def put(
    table: str,
    which: Which,
    cells: Mapping[str, str] | Callable[[Row], Mapping[str, str]],
    named: str = "",
) -> Change:
    """Return the change of cells of a row.

    The row that must be named is this one, or one of the table `named`: the one that this row
    points to, or else the first one that points to it.
    """

    def change(tables: Tables) -> Row:
        row = find(tables, table, which)
        new = cells(row) if callable(cells) else cells
        assert any(row[column] != cell for column, cell in new.items()), "nothing is broken"
        due = _linked(tables, table, row, named)
        row.update(new)
        return due

    return change


def lose(table: str, which: Which, named: str = "") -> Change:
    """Return the change that a row is lost; which row must be named is said as in `put`."""

    def change(tables: Tables) -> Row:
        row = find(tables, table, which)
        tables[table].remove(row)
        return _linked(tables, table, row, named)

    return change


def add(
    table: str, which: Which, cells: Mapping[str, str] | Callable[[Row], Mapping[str, str]]
) -> Change:
    """Return the change that another row like one is put after it."""

    def change(tables: Tables) -> Row:
        row = find(tables, table, which)
        new = Row({**row, **(cells(row) if callable(cells) else cells)})
        tables[table].insert(tables[table].index(row) + 1, new)
        return new

    return change


def _linked(tables: Tables, table: str, row: Row, named: str) -> Row:
    if not named:
        return row
    for column, (target, key) in TABLES[table].references.items():
        if target == named and row[column]:
            return next(one for one in tables[named] if one[key] == row[column])
    for column, (target, key) in TABLES[named].references.items():
        if target == table:
            return next(one for one in tables[named] if one[column] == row[key])
    raise AssertionError(f"{table} and {named} do not point to each other")


def has(*columns: str, **cells: str) -> Callable[[Row], bool]:
    """Return what tells whether columns are filled and others hold the given cells."""
    return lambda row: (
        all(row[column] for column in columns)
        and all(row[column] == cell for column, cell in cells.items())
    )


def first(row: Row) -> bool:
    """Choose the first row of a table."""
    return True
