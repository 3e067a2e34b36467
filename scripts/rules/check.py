"""Run the whole rule book on tables, whether they were just built or read from a package."""

from collections.abc import Iterator

from schemas.model import Table
from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.rules import accounted, fairness, figures, links, text
from scripts.rules.cells import check_cells
from scripts.rules.rule import RULES, rule, wrong
from scripts.tables.book import Book
from scripts.tables.derivation import differing_cells
from scripts.tables.row import Row, Tables

__all__ = ["accounted", "check", "fairness", "figures", "links", "text"]

_OF_NO_POST = {"talking_point_id", "rival"}


@rule
def derived_cells_follow(book: Book) -> Iterator[Finding]:
    """Every derived cell is what its function gives."""
    for derivation, row, due in differing_cells(book):
        given, expected = (
            f"{cell!r:.80}" if cell else "empty" for cell in (row[derivation.column], due)
        )
        reason = f"is {given}, should be {expected}"
        yield wrong(derivation.table, row, derivation.column, reason, derivation.fix)


def check(book: Book) -> tuple[list[Finding], frozenset[str]]:
    """Return everything that is wrong with the tables, and the posts that were left out.

    First every cell and row is looked at by itself. Rules that look further then run on what does
    not depend on posts with cells that no rule can compute with; these posts are left out. A post
    that could be read in part is looked at, and nothing is said of what points to it.
    """
    book = _without(book.unread - book.by_id("posts").keys(), book)
    findings, broken = check_cells(book)
    ids = (row.get("post_id") or row.get("claim_id", "") for row in broken)
    posts = frozenset(row_id.partition(".")[0] for row_id in ids if row_id)
    rest = _without(posts, book)
    for one in RULES:
        findings += one(rest)
    return findings, posts


def _without(names: frozenset[str], book: Book) -> Book:
    """Return what does not depend on some posts, propositions or checks.

    A proposition goes with any of its claims, a consistency check with any of its items. Ids of
    all that is gone are `unread` in the new book.
    """
    if not names:
        return book
    gone = set(names)

    def stays(table: Table, row: Row) -> bool:
        # a proposition may have the name of a talking point, which depends on no post
        columns = {*table.key, *table.references} - _OF_NO_POST
        return not any(row[column].partition(".")[0] in gone for column in columns)

    for name, column in (
        ("claim_propositions", "proposition_id"),
        ("consistency_items", "check_id"),
    ):
        gone |= {row[column] for row in book.rows(name) if not stays(TABLES[name], row)}
    tables: Tables = {name: [] for name in TABLES}
    unread = book.unread | gone
    for name, table in TABLES.items():
        for row in book.rows(name):
            if stays(table, row):
                tables[name].append(row)
            else:
                unread |= {table.id_of(row)}
    return Book(tables, book.sources, unread)
