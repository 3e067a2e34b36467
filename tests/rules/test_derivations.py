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
    ("posts", "p05", "repost_of", "p01", ""),
    ("posts", "p05", "codings", "1", "2"),
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
    ("claim_reviews", "p01.c12", "conclusion", "supported", "differs"),
    ("claim_reviews", "p01.c01", "conclusion", "not_found", "not_tried"),
    ("claim_reviews", "p01.c19", "not_checkable_reason", "", "It is about what somebody thinks"),
    ("claim_reviews", "p01.c33", "justification", "None.", "No source was found where it was"),
    ("claim_reviews", "p01.c12", "justification", "None.", "Another period in China News Service"),
    ("operations", "case-330", "evidence_claim_id", "p17.c01", "p12.c29"),
    *(
        ("claim_propositions", f"{claim} {proposition}", column, cell, due)
        for claim, proposition, column, cell, due in (
            ("p17.c17", "cases-solved-2023", "value", "other", "same"),
            ("p17.c14", "cases-solved-2023", "value", "same", "narrower"),
            ("p13.c16", "cooperation-agreements-50", "value", "same", "wider"),
            ("p05.c32", "population-share-us", "value", "none", "wider"),
            ("p17.c34", "users-investigated-195000", "value", "same", "other"),
            ("p01.c03", "measures-against-drugs", "value", "same", "none"),
            ("p17.c14", "cases-solved-2023", "unit", "none", "same"),
            ("p15.c05", "three-years-without-relapse-rising", "unit", "same", "none"),
            ("p01.c04", "drug-crime-curbed", "period", "same", "narrower"),
            ("p15.c01", "cases-solved-2013-2022", "period", "narrower", "wider"),
            ("p01.c06", "situation-follows-global-trend", "period", "same", "none"),
            ("p03.c38", "new-drugs-emerge", "place", "same", "narrower"),
            ("p12.c34", "cooperation-to-combat-transnational-crime", "place", "same", "wider"),
            ("p14.c32", "china-drug-problem-long-standing", "place", "same", "other"),
            ("p03.c55", "new-drugs-emerge", "place", "same", "none"),
        )
    ),
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


@pytest.mark.parametrize(("column", "cell"), [("outcome", "holds"), ("computation", "1 + 1")])
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
    find(tables, "figures", "p01.f09").update(value="7", value_base="7", override_reason="So.")
    assert list(derived_cells_follow(Book(tables, built.book.sources))) == []


def test_every_derivation_has_a_case() -> None:
    tried = {(table, column) for table, _, column, _, _ in WRONG}
    tried |= {("consistency_checks", "outcome"), ("consistency_checks", "computation")}
    due = [(one.table, one.column) for one in DERIVATIONS]
    assert sorted(due) == sorted(tried)
