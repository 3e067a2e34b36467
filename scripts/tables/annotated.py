"""A post together with its coding and the place of every quote: what all tables are made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.archive.reader import Post
from scripts.curation.anchoring import Span, Spans
from scripts.curation.coding import Claim, Figure, PostCoding, Sentence
from scripts.problem import Problem

Cell = str | int | Decimal | None
Row = dict[str, Cell]


@dataclass(frozen=True)
class AnnotatedPost:
    """`spans` gives, by line of the curation file, where the line's quote stands in the post."""

    post: Post
    coding: PostCoding
    spans: Spans

    def row_id(self, number: str) -> str:
        """Return the id of a row: 'c07' of post p03 is 'p03.c07'."""
        return f"{self.post.post_id}.{number}"

    def span_cells(self, span: Span) -> Row:
        """Return the cells char_start, char_end and quote."""
        start, end = span
        return {
            "char_start": start,
            "char_end": end,
            "quote": self.post.text[start:end],
        }

    def quote_cells(self, number: str, id_column: str, sentence: Sentence, line: int) -> Row:
        """Return id, post_id, sentence_id and span of the quote that stands on a line."""
        return {
            id_column: self.row_id(number),
            "post_id": self.post.post_id,
            "sentence_id": self.row_id(sentence.number),
            **self.span_cells(self.spans[line]),
        }

    def problem(self, line: int, message: str, mend: str) -> Problem:
        """Return a problem of the post's curation file."""
        return Problem(self.coding.file, line, message, mend)

    def claims(self) -> Iterator[tuple[Sentence, Claim]]:
        """Yield every claim with its sentence."""
        for sentence in self.coding.sentences:
            for claim in sentence.claims:
                yield sentence, claim

    def figures(self) -> Iterator[tuple[Sentence, Claim, Figure]]:
        """Yield every figure with its claim and sentence."""
        for sentence, claim in self.claims():
            for figure in claim.figures:
                yield sentence, claim, figure
