"""Texts that a program may take for something else, laid into real tables."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.consumers.comparison import Column, Tables
from tests.package_copy import read, write

TRAPS = {
    "the text NA": "NA",
    "the text null": "null",
    "a number with zeros": "007",
    "a number with an exponent": "1e5",
    "a truth value": "TRUE",
    "a date": "2024-02-30",
    "several lines": 'one\n\nthree, "four"\n',
    "spaces around": "  two words ",
    "Chinese": "猎枭，“猎枭”行动",
    "beyond the basic plane": "𠮷野家",
    "an apostrophe": "the posts' words",
    "a comment sign": "# no comment",
}
"""Each text by what makes it a trap."""
TRAPPED = ("propositions", "indicators")
"""The tables that hold the traps."""


def lay_traps(project: Path) -> None:
    """Write the traps into a column, and into another one nothing but digits."""
    rows = read(project, "propositions")
    for row, text in zip(rows, TRAPS.values(), strict=False):
        row["text"] = text
    write(project, "propositions", rows)
    rows = read(project, "indicators")
    for number, row in enumerate(rows):
        row["definition"] = _digits(number)
    write(project, "indicators", rows)


def check_traps(
    tables: Tables,
    known: Mapping[str, str | None] | None = None,
    digits: Callable[[int], str] | None = None,
) -> None:
    """Fail if a program changed a text.

    Args:
        tables: the tables with the traps, as the program reads them.
        known: what it makes of some traps, by their name, if not what they are.
        digits: what it makes of the digits of a number, if not what they are.
    """
    texts = tables["propositions"]["text"]
    got = dict(zip(TRAPS, texts.values, strict=False))
    expected = {**TRAPS, **(known or {})}
    wrong = {name: (text, got[name]) for name, text in expected.items() if got[name] != text}
    assert not wrong, f"trap: text, but got {wrong}"
    assert texts.type == "string"
    numbers = tables["indicators"]["definition"]
    cells = [(digits or _digits)(number) for number in range(len(numbers.values))]
    assert numbers == Column("string", cells), f"digits: {numbers}"


def _digits(number: int) -> str:
    return f"{number:04}"
