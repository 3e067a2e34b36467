"""What the tests of the tables share: the tables of one small post, made from its curation file."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pytest

from scripts.curation.anchoring import anchor
from scripts.curation.archive import Post
from scripts.curation.finding import Finding
from scripts.curation.links import Links
from scripts.curation.loading import CodedPost, Curation
from scripts.curation.parser import parse_coding
from scripts.curation.registers import Registers
from scripts.package.source import Built
from scripts.tables.assemble import build_tables
from scripts.tables.book import Book
from scripts.tables.row import Row


class Small(NamedTuple):
    """The tables of one post, and what only its curation file shows to be wrong."""

    book: Book
    findings: list[Finding]

    def row(self, table: str, row_id: str) -> Row:
        """Return a row by its id."""
        row = self.book.get(table, row_id)
        assert row is not None, f"{table} has no {row_id}, but {list(self.book.by_id(table))}"
        return row

    def cells(self, table: str, row_id: str, *columns: str) -> list[str]:
        """Return some cells of a row."""
        return [self.row(table, row_id)[column] for column in columns]

    def line(self, table: str, row_id: str, column: str = "") -> int:
        """Return the line of the curation file that a row, or one of its columns, comes from."""
        origin = self.row(table, row_id).origin
        assert origin is not None and origin.file == "post.txt"
        return origin.of(column).line


Make = Callable[[str], Small]


@pytest.fixture(scope="session")
def registers(built: Built) -> Registers:
    """The real registers, without what they say of the posts: checks, reviews and examples."""
    real = built.curation.registers
    return replace(
        real,
        reference_checks={},
        claim_reviews={},
        talking_points={
            name: replace(entry, fields={**entry.fields, "examples": (), "near_misses": ()})
            for name, entry in real.talking_points.items()
        },
    )


@pytest.fixture(scope="session")
def make(registers: Registers) -> Make:
    """A function that makes all tables of a post p10 from the text of its curation file.

    The post is its sentences: the title, a line break, and the others with spaces between them.
    """

    def make(text: str) -> Small:
        coding, unread = parse_coding(f"post p10\n{text}", "post.txt")
        title, *others = (sentence["words"] for sentence in coding.sentences)
        post = Post("p10", title, "\n".join([title, " ".join(others)]), 46)
        spans, unplaced = anchor(post.text, coding)
        assert unread + unplaced == []
        posts = [CodedPost(post, coding, spans)]
        return Small(*build_tables(Curation(posts, registers, [], [], {}, Links([], []))))

    return make
