"""A rule on the tables: a function named as a sentence, which yields every row that breaks it."""

from collections.abc import Callable, Iterator

from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.tables.book import Book
from scripts.tables.row import Row

Rule = Callable[[Book], Iterator[Finding]]
AGAIN = "build the package again"
"""How to fix what no curation can get wrong."""

RULES: list[Rule] = []
"""All rules that look further than one row; those on one row stand with their table in schemas/."""


def rule(check: Rule) -> Rule:
    """Add a rule to the book; its docstring says what every row must keep."""
    RULES.append(check)
    return check


def wrong(table: str, row: Row, column: str, reason: str, fix: str = "") -> Finding:
    """Return the finding that a row breaks a rule, with the line of the curation if it has one."""
    origin = row.origin.of(column) if row.origin else None
    return Finding(
        origin.file if origin else "",
        origin.line if origin else 0,
        table,
        TABLES[table].id_of(row),
        column,
        reason,
        fix or AGAIN,
    )
