"""A row of a table, whether just built or read from a package: text, and where it is from."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple


class Origin(NamedTuple):
    """The line of a curation file that a row comes from; `columns` has those of single cells."""

    file: str
    line: int = 0
    columns: "Mapping[str, Origin]" = MappingProxyType({})

    def of(self, column: str) -> "Origin":
        """Return where a column is decided."""
        return self.columns.get(column, self)


class Row(dict[str, str]):
    """Column to cell, '' for an empty one; `origin` is None where no curation is at hand."""

    __slots__ = ("origin",)

    def __init__(self, cells: Mapping[str, str], origin: Origin | None = None) -> None:
        """Take the cells."""
        super().__init__(cells)
        self.origin = origin


Tables = dict[str, list[Row]]
"""The rows of every table, in order, by the table's name."""


def span_of(row: Mapping[str, str]) -> tuple[int, int]:
    """Return char_start and char_end of a row."""
    return int(row["char_start"]), int(row["char_end"])


def overlaps(row: Row, other: Row) -> bool:
    """Return whether the spans of two rows of a post share a character."""
    (start, end), (first, last) = span_of(row), span_of(other)
    return start < last and first < end


def holds(outer: Row, inner: Row) -> bool:
    """Return whether the span of one row lies within that of another of its post."""
    (first, last), (start, end) = span_of(outer), span_of(inner)
    return first <= start and end <= last


@cache
def position_of(row_id: str) -> tuple[int, ...]:
    """Return what puts ids in the order of the posts: the numbers in it, p9 before p10."""
    digits = "".join(letter if letter.isdecimal() else " " for letter in row_id)
    return tuple(map(int, digits.split()))
