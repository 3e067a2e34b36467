"""Whole rows lost, doubled, moved or invented, in every table."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from scripts.mutations.mutant import Mutant, Place, Tables, kin_of
from scripts.mutations.package_copy import Row, Rows, key_of, read, write

Change = Callable[[Rows], list[Row]]
"""Changes rows in place and returns those that must be named, one of them at least."""


def row_mutants(tables: Tables) -> Iterator[Mutant]:
    """Yield the mutants of whole rows: of every table one or two of a kind."""
    for table, rows in tables.items():
        third = len(rows) // 3
        for at in (third, len(rows) - 1):
            yield _mutant("row lost", table, at, partial(_lose, at=at))
        yield _mutant("row doubled", table, third, partial(_double, at=third))
        yield _mutant("two rows swapped", table, 0, partial(_swap, at=0))
        yield _mutant("row moved to the end", table, 0, _move)
        yield _mutant("second half lost", table, len(rows) // 2, _halve)


def _mutant(kind: str, table: str, at: int, change: Change) -> Mutant:
    def corrupt(folder: Path) -> list[Place]:
        rows = read(folder, table)
        named = change(rows)
        places = [Place(table, key_of(table, row)) for row in named]
        places += kin_of(folder, table, named)
        write(folder, table, rows)
        return places

    return Mutant(kind, f"{table}: row {at + 1}", corrupt, table, "")


def _lose(rows: Rows, at: int) -> list[Row]:
    lost = rows.pop(at)
    return [lost, *rows[at : at + 1]]


def _double(rows: Rows, at: int) -> list[Row]:
    rows.insert(at, dict(rows[at]))
    return [rows[at]]


def _swap(rows: Rows, at: int) -> list[Row]:
    rows[at], rows[at + 1] = rows[at + 1], rows[at]
    return [rows[at], rows[at + 1]]


def _move(rows: Rows) -> list[Row]:
    rows.append(rows.pop(0))
    return [rows[0], rows[-1]]


def _halve(rows: Rows) -> list[Row]:
    lost = rows[len(rows) // 2 :]
    del rows[len(rows) // 2 :]
    return lost
