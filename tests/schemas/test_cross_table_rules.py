"""Every rule over several tables rejects one broken cell, naming table, row and column."""

from pathlib import Path

import pandas as pd
import pytest

from schemas.cross_table import check_across, enclosing_places, words_columns
from schemas.registry import TABLES
from scripts.checks.finding import Finding
from scripts.checks.meaning import read_cells, to_numbers
from tests.schemas.tiny_package import Tables, tiny_tables, withheld, write_tables


def frames_of(folder: Path, tables: Tables) -> dict[str, pd.DataFrame]:
    write_tables(folder, tables)
    return {
        name: to_numbers(table, read_cells(folder / table.path, table))[0]
        for name, table in TABLES.items()
    }


def findings_of(folder: Path, tables: Tables) -> list[Finding]:
    return check_across(frames_of(folder, tables))


def test_the_tiny_package_breaks_no_rule(tmp_path: Path) -> None:
    assert findings_of(tmp_path, tiny_tables()) == []


def test_a_withheld_post_breaks_no_rule(tmp_path: Path) -> None:
    assert findings_of(tmp_path, withheld(tiny_tables(), "p16")) == []


LEVEL = {"figure_role": "level", "direction": "", "base": ""}

# table, row, cells that break it; table, id, column and words of the finding
BROKEN = [
    ("units", 0, {"base_unit": "person"}, ("units", "gram", "base_unit"), "quantity kind"),
    ("units", 1, {"base_unit": "gram"}, ("units", "gram", "base_unit"), "another base unit"),
    ("figures", 0, {"unit": "kilogram"}, ("figures", "p03.f01", "unit"), "mass does not fit"),
    ("figures", 0, {"unit": ""}, ("figures", "p03.f01", "unit"), "none does not fit a level"),
    ("figures", 0, {"unit": "percent"}, ("figures", "p03.f01", "unit"), "share does not fit"),
    ("figures", 0, {"figure_role": "share"}, ("figures", "p03.f01", "unit"), "fit a share"),
    ("figures", 0, {"figure_role": "rank"}, ("figures", "p03.f01", "unit"), "fit a rank"),
    ("figures", 0, {"figure_role": "duration"}, ("figures", "p03.f01", "unit"), "a duration"),
    ("figures", 1, {"unit": "kilogram"}, ("figures", "p03.f02", "unit"), "fit a change"),
    ("figures", 0, {"figure_role": "ratio"}, ("figures", "p03.f01", "unit"), "fit a ratio"),
    ("figures", 1, LEVEL, ("figures", "p03.f02", "unit"), "share does not fit a level"),
    (
        "indicators",
        2,
        {"quantity_kind": "persons"},
        ("figures", "p16.f02", "unit"),
        "mass does not fit a level of drugs-seized",
    ),
    ("figures", 0, {"place": "US"}, ("figures", "p03.f01", "place"), "does not lie in CN"),
    ("figures", 0, {"place": "world"}, ("figures", "p03.f01", "place"), "does not lie in CN"),
    ("claims", 0, {"place": "CN-YN"}, ("figures", "p03.f01", "place"), "does not lie in CN-YN"),
    ("figures", 2, {"period": "2012"}, ("figures", "p16.f01", "period"), "does not lie in 2013"),
    ("figures", 2, {"period": "../2013"}, ("figures", "p16.f01", "period"), "does not lie in"),
    ("claims", 2, {"period": "2013-06"}, ("figures", "p16.f01", "period"), "does not lie in"),
    (
        "operation_parties",
        0,
        {"claim_id": "p03.c01"},
        (
            "operation_parties",
            "case-319 ministry-of-public-security-china organiser p03.c01",
            "claim_id",
        ),
        "p03.c01 is not about case-319",
    ),
    (
        "figures",
        3,
        {"substance": "ministry-of-public-security-china"},
        ("figures", "p16.f02", "substance"),
        "no entity of type substance",
    ),
    ("posts", 1, {"text_status": "withheld"}, ("claims", "p16.c01", "quote"), "withheld"),
    ("numerals", 1, {"quote": ""}, ("numerals", "p16.n115", "quote"), "is given"),
    (
        "coding_agreement",
        1,
        {"first_count": "4"},
        ("coding_agreement", "claim.theme", "matched_count"),
        "the counts are not those of claim",
    ),
]


@pytest.mark.parametrize(("name", "index", "cells", "place", "reason"), BROKEN)
def test_a_broken_row_is_named(
    tmp_path: Path,
    name: str,
    index: int,
    cells: dict[str, str],
    place: tuple[str, str, str],
    reason: str,
) -> None:
    tables = tiny_tables()
    tables[name][index].update(cells)
    found = findings_of(tmp_path, tables)
    named = [f for f in found if (f.table, f.row, f.column) == place and reason in f.reason]
    assert named, found


NARROWER = [
    ({"place": "CN-YN"}, {}),
    ({"period": "2013-06"}, {}),
    ({}, {"place": "world"}),
    ({}, {"period": "2010/2015"}),
    ({}, {"period": "", "place": ""}),
]


@pytest.mark.parametrize(("figure", "claim"), NARROWER)
def test_a_figure_may_narrow_its_claim(
    tmp_path: Path, figure: dict[str, str], claim: dict[str, str]
) -> None:
    tables = tiny_tables()
    tables["figures"][2].update(figure)
    tables["claims"][2].update(claim)
    assert findings_of(tmp_path, tables) == []


@pytest.mark.parametrize(
    ("name", "column"),
    [(name, column) for name, found in words_columns().items() for column in found],
)
def test_no_words_of_a_withheld_post_stay(tmp_path: Path, name: str, column: str) -> None:
    tables = withheld(tiny_tables(), "p16")
    row = next(row for row in tables[name] if row["post_id"] == "p16")
    row[column] = "seizing"
    key = row[TABLES[name].primary_key[0]]
    place = [(f.table, f.row, f.column) for f in findings_of(tmp_path, tables)]
    assert place == [(name, key, column)]


def test_words_columns_are_those_that_the_models_mark() -> None:
    assert words_columns()["figures"] == [
        "quote",
        "base",
        "condition",
        "population",
        "period_words",
        "attribution",
    ]


def test_a_place_lies_in_itself_and_in_all_that_enclose_it() -> None:
    assert enclosing_places("CN-YN") == ["CN-YN", "CN", "world"]
    assert enclosing_places("nowhere") == []
