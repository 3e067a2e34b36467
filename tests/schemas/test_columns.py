"""The forms of cells: patterns accept what the readers accept, and no more."""

import re

import pytest

from schemas import fields
from schemas.registry import TABLES
from schemas.table import is_real_period

PERIODS = [
    "2001",
    "2002-06",
    "1839-06-03",
    "198X",
    "198X/..",
    "../2022-12",
    "2002-01/2002-06",
    "2001~",
    "2025-03?",
]
NO_PERIODS = ["", "June 2002", "2002-6", "20X", "2002/", "2001\n", "２００１", "2001/2002/2003"]


@pytest.mark.parametrize("period", PERIODS)
def test_a_period_of_the_posts_has_the_form_and_is_real(period: str) -> None:
    assert re.fullmatch(fields.EDTF, period)
    assert is_real_period(period)


@pytest.mark.parametrize("period", NO_PERIODS)
def test_what_is_no_period_is_refused_by_form(period: str) -> None:
    assert not re.fullmatch(fields.EDTF, period)
    assert not is_real_period(period)


@pytest.mark.parametrize("period", ["2002-13", "2002-02-30", "2013/2012", "../.."])
def test_a_period_of_the_right_form_can_be_unreal(period: str) -> None:
    assert re.fullmatch(fields.EDTF, period)
    assert not is_real_period(period)


def test_every_foreign_key_points_at_the_primary_key_of_a_table() -> None:
    wrong = [
        f"{name}.{column} → {resource}.{target}"
        for name, table in TABLES.items()
        for column, described in table.schema.columns.items()
        for resource, target in [(described.metadata or {}).get("references", ("", ""))]
        if target and TABLES[resource].primary_key != (target,)
    ]
    assert wrong == []


def test_every_column_that_names_a_row_of_another_table_is_a_foreign_key() -> None:
    wrong = [
        f"{name}.{column}"
        for name, table in TABLES.items()
        for column, described in table.schema.columns.items()
        if column.endswith("_id")
        and (column,) != table.primary_key
        and "references" not in (described.metadata or {})
    ]
    assert wrong == []


def test_a_column_of_one_codelist_has_its_name() -> None:
    exceptions = {"about": "place"}
    wrong = [
        f"{name}.{column} takes {codelist}"
        for name, table in TABLES.items()
        for column, described in table.schema.columns.items()
        for codelist in [(described.metadata or {}).get("codelist", column)]
        if codelist != exceptions.get(column, column)
    ]
    assert wrong == []
