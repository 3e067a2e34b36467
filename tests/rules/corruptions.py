"""Small corruptions of tables in memory, made from the description of their columns alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from schemas.columns import EDTF
from schemas.model import Column, Table
from scripts.tables.row import Row, Tables

Codelists = Mapping[str, Sequence[str]]
Cells = Iterator[tuple[str, str]]
"""The kind of a corruption, and the cell."""


class Corruption(NamedTuple):
    """One corruption: the table's rows afterwards, and the rows that were touched, old and new."""

    kind: str
    table: str
    column: str
    rows: list[Row]
    touched: tuple[Row, ...]

    def of(self, tables: Tables) -> Tables:
        """Return the tables with the corrupted one in its place."""
        return {**tables, self.table: self.rows}


def wrong_forms(column: Column, cell: str) -> Cells:
    """Yield cells that do not have the form of a column."""
    if column.required:
        yield "required cell emptied", ""
    if column.codelist:
        yield "word that is not a code", "no_such_code"
    if column.references:
        yield "id of nothing", _unknown_id(cell, ())
    if column.pattern:
        yield "another form", f"{cell}\t?"
    if column.type in ("integer", "number"):
        for wrong in ("many", "NaN", "inf", "1,000", "1e3", "+1", "007"):
            yield "not a plain number", wrong
        yield "number out of bounds", f"{(column.minimum or 0) - 1:g}"
    if column.type == "integer":
        yield "not a plain number", "1.5"
    if column.maximum is not None:
        yield "number out of bounds", f"{column.maximum + 1:.0f}"
    if column.type == "date":
        for wrong in ("2023-02-30", "20.02.2023", "2023-2-3"):
            yield "day that is none", wrong
    if column.type == "string" and not column.words:
        yield "white space around it", f"{cell} "
        yield "line break", f"{cell}\nx"
        yield "invisible character", f"{cell}\u200bx"
        yield "letter of another alphabet", f"{cell}xх"  # the second is Cyrillic
        yield "letter in two parts", f"{cell}e\u0301"


def other_cells(
    column: Column, cell: str, filled: Sequence[str], codes: Sequence[str], random: Random
) -> Cells:
    """Yield other cells that have the form of a column.

    Args:
        column: the column.
        cell: what the cell holds.
        filled: what the rows hold in it, without empty ones.
        codes: the codes that it takes.
        random: what chooses.
    """
    others = sorted(set(filled) - {cell})
    if not cell:
        yield "empty cell filled", random.choice(filled)
        return
    if not column.required:
        yield "optional cell emptied", ""
    if others:
        yield "cell of another row", random.choice(others)
    if len(codes) > 1:
        yield "another code", random.choice(sorted(set(codes) - {cell}))
    elif column.type in ("integer", "number"):
        yield from _other_numbers(cell)
    elif column.type == "date" or column.pattern == EDTF:
        yield from _other_dates(cell, random)
    elif column.pattern and not column.references:
        yield "another id or address", _unknown_id(cell, filled)
    elif not column.references and not codes:
        yield from _other_words(cell, random)


def _other_numbers(cell: str) -> Cells:
    whole, point, decimals = cell.partition(".")
    yield "number plus 1", f"{int(whole) + 1}{point}{decimals}"
    if int(whole) > 0:
        yield "number less 1", f"{int(whole) - 1}{point}{decimals}"
    if cell != "0":
        yield "number times 10", cell.replace(".", "") if len(decimals) == 1 else f"{whole}0"
        yield "number made zero", "0"


def _other_dates(cell: str, random: Random) -> Cells:
    year = random.choice(re.findall(r"[0-9]{3}[0-9X]", cell))
    if year.isdigit():
        yield "another year", cell.replace(year, str(int(year) + random.choice((-1, 1))), 1)
    yield "date cut", cell.rpartition("-")[0] or f"{cell[:3]}X"
    yield "uncertain date", f"{cell}~"
    if "/" not in cell:
        yield "another month or day", f"{cell[:-2]}{random.randint(10, 12)}"
        yield "open side", random.choice((f"{cell}/..", f"../{cell}"))


def _other_words(cell: str, random: Random) -> Cells:
    words = cell.split(" ")
    place = random.randrange(len(words))
    letters = [at for at, letter in enumerate(cell) if letter.isascii() and letter.isalpha()]
    if letters:
        at = random.choice(letters)
        yield "letter changed", f"{cell[:at]}{'x' if cell[at] != 'x' else 'y'}{cell[at + 1 :]}"
    if len(words) > 1:
        yield "word lost", " ".join(words[:place] + words[place + 1 :])
        yield "half of the words lost", " ".join(words[: len(words) // 2])
    yield "word added", " ".join([*words[:place], "reportedly", *words[place:]])


def _unknown_id(cell: str, known: Sequence[str]) -> str:
    """Return an id of the same form that is not known."""
    for tail in ("99", "98", "97"):
        other = re.sub(r"[0-9]{2}$", tail, cell)
        if other not in (cell, *known):
            return other
    return f"{cell[:-1]}{'b' if cell[-1:] != 'b' else 'c'}"


def with_cell(
    kind: str, table: Table, column: str, rows: list[Row], at: int, cell: str
) -> Corruption:
    """Return the corruption of one cell, of the row at a place."""
    new = Row({**rows[at], column: cell}, rows[at].origin)
    changed = [*rows[:at], new, *rows[at + 1 :]]
    return Corruption(kind, table.name, column, changed, (rows[at], new))


def cell_corruptions(
    table: Table, column: str, rows: list[Row], codelists: Codelists, random: Random
) -> Iterator[Corruption]:
    """Yield corruptions of a column that keep its form, of a random filled and an empty cell."""
    described = table.columns[column]
    filled = [at for at, row in enumerate(rows) if row[column]]
    empty = [at for at, row in enumerate(rows) if not row[column]]
    cells = [rows[at][column] for at in filled]
    codes = codelists.get(described.codelist, ())
    for at in [random.choice(places) for places in (filled, empty) if places and filled]:
        for kind, cell in other_cells(described, rows[at][column], cells, codes, random):
            if cell != rows[at][column]:
                yield with_cell(kind, table, column, rows, at, cell)
    if len(set(cells)) > 1:
        one = random.choice(filled)
        two = random.choice([at for at in filled if rows[at][column] != rows[one][column]])
        first = with_cell("", table, column, rows, one, rows[two][column])
        second = with_cell("", table, column, first.rows, two, rows[one][column])
        yield second._replace(
            kind="cells of two rows swapped", touched=first.touched + second.touched
        )


def row_corruptions(table: Table, rows: list[Row], random: Random) -> Iterator[Corruption]:
    """Yield corruptions of whole rows, each of a random one."""

    def made(kind: str, changed: list[Row], *touched: Row) -> Corruption:
        return Corruption(kind, table.name, "", changed, touched)

    at = random.randrange(len(rows) - 1)
    row, after, key = rows[at], rows[at + 1], table.key[-1]
    before, rest = rows[:at], rows[at + 1 :]
    others, half = [*before, *rest], len(rows) // 2
    new = Row({**row, key: _unknown_id(row[key], [one[key] for one in rows])})
    to = random.randrange(len(others))
    yield made("row lost", others, row, after)
    yield made("row duplicated", [*before, row, Row(row), *rest], row)
    yield made("row invented", [*before, row, new, *rest], new)
    yield made("row swapped with the next", [*before, after, row, *rest[1:]], row, after)
    if to != at:
        yield made("row moved", [*others[:to], row, *others[to:]], row, others[to])
    yield made("half of the rows lost", rows[:half], *rows[half:])
