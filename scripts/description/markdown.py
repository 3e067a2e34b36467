"""Words and tables as Markdown in which no input can put markup of its own."""

from collections.abc import Iterable, Sequence
from html import escape

from scripts.tables.annotated import Cell

_ALL_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]|~#"})
_LINK_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "[]|"})


def to_plain(text: Cell) -> str:
    """Return words in one line that Markdown and HTML show exactly as they are."""
    return _one_line(text).translate(_ALL_SIGNS)


def to_prose(text: Cell) -> str:
    """Return words of ours in one line: backquotes still mark code, nothing links or is HTML."""
    return _one_line(text).translate(_LINK_SIGNS)


def make_table(header: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """Return a Markdown table; its last `numbers` columns are set flush right.

    Args:
        header: the names of the columns.
        rows: cells as they shall stand, from `to_plain` or `to_prose` where they hold words.
        numbers: how many columns hold numbers.
    """
    rules = ["---"] * (len(header) - numbers) + ["--:"] * numbers
    lines = (" | ".join(line) for line in (header, rules, *rows))
    return "\n".join(f"| {line} |" for line in lines)


def _one_line(text: Cell) -> str:
    return escape(" ".join(str("" if text is None else text).split()), quote=False)
