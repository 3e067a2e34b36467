"""Counts, agreements and scores of the built tables are checked against the rows they rest on."""

from copy import deepcopy
from pathlib import Path

import pytest

from scripts.checks.reading_tables import TextTables, read_text_tables
from scripts.checks.recurrences import check_recurrences
from scripts.description.cache import load_table_schemas


@pytest.fixture(scope="module")
def built(built_project: Path) -> TextTables:
    tables, unreadable = read_text_tables(built_project, load_table_schemas())
    assert unreadable == []
    return tables


@pytest.fixture
def tables(built: TextTables) -> TextTables:
    return deepcopy(built)


def found(tables: TextTables) -> list[tuple[str, str, str]]:
    return [(f.table, f.row, f.column) for f in check_recurrences(tables)]


def change(tables: TextTables, table: str, key: str, **cells: str) -> None:
    """Change cells of the row whose first cells read as the key."""
    (row,) = [row for row in tables[table] if " ".join(row.values()).startswith(f"{key} ")]
    row.update(cells)


def test_the_built_tables_have_no_findings(tables: TextTables) -> None:
    assert [str(finding) for finding in check_recurrences(tables)] == []


def test_every_claim_has_a_proposition_and_many_are_stated_more_than_once(
    tables: TextTables,
) -> None:
    propositions = {row["proposition_id"]: row for row in tables["propositions"]}
    assert [
        c["claim_id"] for c in tables["claims"] if c["proposition_id"] not in propositions
    ] == []
    assert sum(row["claim_count"] != "1" for row in propositions.values()) > 100


BROKEN = [
    ("propositions", "cases-solved-2023", {"claim_count": "2"}, "claim_count"),
    ("propositions", "cases-solved-2023", {"post_count": "3"}, "post_count"),
    ("propositions", "p05-c31", {"text": "The United States has 330 million people."}, "text"),
    ("claims", "p05.c31", {"claim_agreement": "same"}, "claim_agreement"),
    ("claims", "p17.c14", {"claim_agreement": ""}, "claim_agreement"),
    ("claims", "p17.c14", {"claim_agreement": "same"}, "claim_agreement"),
    ("parallels", "p10.s23 p10.s36", {"score": "0.9"}, "score"),
]


@pytest.mark.parametrize(("table", "key", "cells", "column"), BROKEN)
def test_a_cell_that_does_not_follow_is_named(
    tables: TextTables, table: str, key: str, cells: dict[str, str], column: str
) -> None:
    change(tables, table, key, **cells)
    assert found(tables) == [(table, key, column)]


def test_a_claim_moved_to_another_proposition_is_noticed_at_both(tables: TextTables) -> None:
    change(tables, "claims", "p05.c31", proposition_id="cases-solved-2023")
    named = found(tables)
    assert ("propositions", "p05-c31", "claim_count") in named
    assert ("propositions", "cases-solved-2023", "claim_count") in named
    assert ("claims", "p05.c31", "claim_agreement") in named


def test_an_edited_figure_questions_the_agreement_of_its_claim(tables: TextTables) -> None:
    (figure,) = [row for row in tables["figures"] if row["claim_id"] == "p17.c19"]
    figure["value"] = "29.5"
    assert found(tables) == [("claims", "p17.c19", "claim_agreement")]


def test_scores_are_not_looked_at_where_a_text_is_withheld(tables: TextTables) -> None:
    change(tables, "parallels", "p10.s23 p10.s36", score="0.9")
    tables["posts"][0]["text_status"] = "withheld"
    assert found(tables) == []
