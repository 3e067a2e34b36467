"""The same words have the same codes, whoever they are about and wherever they stand."""

import re
from collections.abc import Iterator

from scripts.curation.finding import Finding
from scripts.rules.rule import rule, wrong
from scripts.tables.book import Book
from scripts.tables.evaluations import stance
from scripts.tables.row import Row

_CODES = ("claim_type", "mode", "theme", "target", "target_country", "presupposed")
# Fewer words can mean two things in two passages ('arrested 27 suspects').
_LEAST_WORDS = 5


@rule
def equal_quotes_have_equal_codes(book: Book) -> Iterator[Finding]:
    """Claims whose quotes have the same words in order have the same codes."""
    first: dict[tuple[str, ...], Row] = {}
    for row in book.rows("claims"):
        words = tuple(re.findall(r"\w+", row["quote"].lower()))
        if len(words) < _LEAST_WORDS:
            continue
        other = first.setdefault(words, row)
        for column in _CODES:
            if row[column] != other[column]:
                reason = f"is {row[column] or 'empty'}, and {other[column] or 'empty'} in "
                reason += f"{other['claim_id']}, which has the same words"
                yield wrong("claims", row, column, reason, "code both alike")


@rule
def one_sense_is_said_of_all(book: Book) -> Iterator[Finding]:
    """The same words said of the same kind of actor have the same sense in every country."""
    senses: dict[tuple[str, str], Row] = {}
    for row in book.rows("evaluations"):
        key = (row["quote"].lower(), row["target"])
        other = senses.setdefault(key, row)
        if row["quote"] and row["evaluative_word_id"] != other["evaluative_word_id"]:
            reason = f"is not {other['evaluative_word_id']}, as in {other['evaluation_id']}"
            yield wrong("evaluations", row, "evaluative_word_id", reason, "code both alike")


@rule
def another_stance_needs_its_reason(book: Book) -> Iterator[Finding]:
    """A stance with a reason is not the one that follows from the evaluations."""
    for row in book.rows("claims"):
        if row["stance_override_reason"] and row["stance"] == stance(row, book):
            reason = "is filled, and the stance follows from the evaluations"
            yield wrong("claims", row, "stance_override_reason", reason, "remove the line 'stance'")
