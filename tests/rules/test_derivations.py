"""Every derived cell of the real tables that is not what its function gives is named."""

import pytest

from scripts.package.source import Built
from scripts.rules.check import derived_cells_follow
from scripts.tables.book import Book
from scripts.tables.derivation import DERIVATIONS
from scripts.tables.row import Tables
from tests.rules.directed import find

# table, row, column, another cell, and what the cell should be
WRONG = [
    ("posts", "p03", "title", "Another title", "Zero tolerance for drugs"),
    ("posts", "p01", "word_count", "7", "889"),
    ("posts", "p01", "sha256", "0" * 64, "f6b007a6d00a17fcd8c36e9e3734d269cfe577ea"),
    ("sentences", "p01.s02", "paragraph", "7", "1"),
    ("claims", "p01.c13", "period_sentence_id", "", "p01.s05"),
    ("claims", "p10.c74", "stance", "neutral", "unfavourable"),
    ("claims", "p04.c51", "part_of_claim_id", "", "p04.c11"),
    ("claims", "p04.c11", "part_of_claim_id", "p04.c51", ""),
    ("evaluations", "p10.v5670", "polarity", "favourable", "unfavourable"),
    ("figures", "p01.f01", "period_sentence_id", "", "p01.s05"),
    ("claims", "p04.c22", "attribution_sentence_id", "", "p04.s18"),
    ("figures", "p04.f04", "attribution_sentence_id", "", "p04.s18"),
    ("claims", "p01.c03", "place_sentence_id", "p01.s01", "p01.s02"),
    ("figures", "p01.f01", "place_sentence_id", "p01.s02", "p01.s05"),
    ("figures", "p03.f01", "population_sentence_id", "", "p03.s02"),
    ("figures", "p03.f08", "value", "1070001", "1070000"),
    ("figures", "p03.f08", "value_high", "2000000", ""),
    ("figures", "p03.f08", "qualifier", "over", "as_stated"),
    ("figures", "p03.f08", "unit", "person", "case"),
    ("figures", "p03.f10", "value_base", "651.9", "651900"),
    ("figures", "p05.f12", "value_high_base", "1", "1000000000"),
    ("figures", "p03.f08", "period_start", "2012-01-01", "2013-01-01"),
    ("figures", "p03.f08", "period_end", "2022-01-01", "2022-12-31"),
    ("operations", "case-330", "evidence_claim_id", "p17.c01", "p12.c29"),
    ("propositions", "cases-solved-2023", "claim_count", "2", "3"),
    ("propositions", "cases-solved-2023", "post_count", "3", "2"),
    ("propositions", "p01-c01", "text", "Drugs resurged.", "In the late 1980s, drugs resurged in"),
    ("parallels", "p10.s23 p10.s36", "score", "0.9", "1"),
]


@pytest.mark.parametrize(("table", "row_id", "column", "cell", "due"), WRONG)
def test_a_cell_that_does_not_follow_is_named(
    tables: Tables, built: Built, table: str, row_id: str, column: str, cell: str, due: str
) -> None:
    find(tables, table, row_id)[column] = cell
    found = list(derived_cells_follow(Book(tables, built.book.sources)))
    (named,) = [one for one in found if (one.table, one.row, one.column) == (table, row_id, column)]
    given, expected = (repr(one) if one else "empty" for one in (cell, due))
    assert named.reason.startswith(f"is {given[:80]}, should be {expected[:80].rstrip(chr(39))}")


def test_the_name_of_a_proposition_with_one_claim_follows_from_its_claim(
    tables: Tables, built: Built
) -> None:
    find(tables, "propositions", "p05-c31")["proposition_id"] = "p05-c99"
    find(tables, "claims", "p05.c31")["proposition_id"] = "p05-c99"
    (found,) = derived_cells_follow(Book(tables, built.book.sources))
    assert (found.table, found.row, found.column) == ("propositions", "p05-c99", "proposition_id")
    assert found.reason == "is 'p05-c99', should be 'p05-c31'"


@pytest.mark.parametrize(("column", "cell"), [("outcome", "unclear"), ("computation", "1 + 1")])
def test_what_a_formula_gives_is_its_outcome_and_computation(
    tables: Tables, built: Built, column: str, cell: str
) -> None:
    row = find(tables, "consistency_checks", lambda row: row["formula"].startswith("at_most"))
    due = row[column]
    row[column] = cell
    (found,) = derived_cells_follow(Book(tables, built.book.sources))
    assert (found.row, found.column) == (row["check_id"], column)
    assert found.reason == f"is {cell!r}, should be {due!r}"


def test_a_reading_with_a_reason_may_differ_from_its_quote(tables: Tables, built: Built) -> None:
    find(tables, "figures", "p03.f08").update(value="7", value_base="7", override_reason="So.")
    assert list(derived_cells_follow(Book(tables, built.book.sources))) == []


def test_scores_are_not_looked_at_where_a_text_is_withheld(tables: Tables, built: Built) -> None:
    """The words of all texts weigh in a score."""
    find(tables, "parallels", "p10.s23 p10.s36")["score"] = "0.9"
    find(tables, "posts", "p01")["text"] = ""
    found = derived_cells_follow(Book(tables, built.book.sources))
    assert [one for one in found if one.table == "parallels"] == []


def test_every_derivation_has_a_case() -> None:
    tried = {(table, column) for table, _, column, _, _ in WRONG}
    tried |= {("propositions", "proposition_id")}
    tried |= {("consistency_checks", "outcome"), ("consistency_checks", "computation")}
    due = [(one.table, one.column) for one in DERIVATIONS]
    assert sorted(due) == sorted(tried)
