"""The forms of columns: patterns accept what the readers accept, and names mean one thing."""

import re

import pytest

from schemas.columns import EDTF
from schemas.row_rules import is_real_period
from schemas.tables import TABLES

PERIODS = ["2001", "2002-06", "1839-06-03", "198X", "198X/..", "../2022-12", "2002-01/2002-06"]
UNSURE = ["2001~", "2025-03?", "2001?/2002~"]
NO_PERIODS = ["", "June 2002", "2002-6", "20X", "2002/", "2001\n", "２００１", "2001/2002/2003"]


@pytest.mark.parametrize("period", [*PERIODS, *UNSURE])
def test_a_period_of_the_posts_has_the_form_and_is_real(period: str) -> None:
    assert re.fullmatch(EDTF, period)
    assert is_real_period(period)


@pytest.mark.parametrize("period", NO_PERIODS)
def test_what_is_not_a_period_is_refused_by_form(period: str) -> None:
    assert not re.fullmatch(EDTF, period)
    assert not is_real_period(period)


@pytest.mark.parametrize("period", ["2002-13", "2002-02-30", "2013/2012", "../.."])
def test_a_period_of_the_right_form_can_be_unreal(period: str) -> None:
    assert re.fullmatch(EDTF, period)
    assert not is_real_period(period)


def test_every_table_and_column_says_what_it_holds() -> None:
    silent = [
        f"{table.name}.{name}"
        for table in TABLES.values()
        for name, column in table.columns.items()
        if not (table.title and table.description and column.title and column.description)
    ]
    assert silent == []


def test_every_foreign_key_points_at_the_primary_key_of_a_table() -> None:
    wrong = [
        f"{name}.{column} → {target}"
        for name, table in TABLES.items()
        for column, target in table.references.items()
        if TABLES[target[0]].key != (target[1],)
    ]
    assert wrong == []


def test_every_column_that_names_a_row_of_another_table_is_a_foreign_key() -> None:
    wrong = [
        f"{name}.{column}"
        for name, table in TABLES.items()
        for column in table.columns
        if column.endswith("_id")
        and (column,) != table.key
        and column not in table.references
        # units and passages are spans, no rows; the table of a row_id stands in a column
        and column not in ("unit_id", "passage_id", "row_id")
    ]
    assert wrong == []


def test_a_key_is_made_of_columns_that_are_filled() -> None:
    wrong = [
        f"{name}.{column}"
        for name, table in TABLES.items()
        for column in table.key
        if not table.columns[column].required
    ]
    assert wrong == []


def test_a_codelist_serves_the_column_of_its_name() -> None:
    other = {"about": "place", "claim_propositions": "compared"}
    wrong = [
        f"{name}.{column} takes {described.codelist}"
        for name, table in TABLES.items()
        for column, described in table.columns.items()
        if described.codelist not in ("", other.get(column, other.get(name, column)))
    ]
    assert wrong == []
