"""Read docs/corruptions.md, which says what is tried and what no rule can know."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/corruptions.md"
ROWS = "rows"
"""What the page calls the presence and order of rows, in place of a column."""


def _rows_under(heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading."""
    section = PAGE.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def kinds_tried(what: str) -> set[str]:
    """Return the kinds of corruption that the page names in a line of its first table."""
    (kinds,) = (kinds for one, kinds in _rows_under("What is tried") if one == what)
    return set(kinds.split("; "))


def unknowable() -> set[tuple[str, str]]:
    """Return the columns, as (table, column), of which no rule can know whether a cell is right."""
    return {
        (table.strip("`"), column)
        for table, columns, _ in _rows_under("What no rule can know")
        for column in re.findall(r"\w+", columns)
    }
