"""The meaning check reads every table of a folder and names what it cannot read."""

from pathlib import Path

import pytest

from scripts.checks.meaning import check_meaning
from tests.schemas.tiny_package import tiny_tables, withheld, write_tables


def test_a_valid_package_has_no_findings(tmp_path: Path) -> None:
    write_tables(tmp_path, tiny_tables())
    assert check_meaning(tmp_path) == []


def test_a_package_with_a_withheld_post_has_no_findings(tmp_path: Path) -> None:
    write_tables(tmp_path, withheld(tiny_tables(), "p16"))
    assert check_meaning(tmp_path) == []


def test_rules_of_one_table_and_of_several_are_reported_together(tmp_path: Path) -> None:
    tables = tiny_tables()
    tables["claims"][0]["mode"] = "said"
    tables["figures"][0]["place"] = "US"
    write_tables(tmp_path, tables)
    assert {(f.table, f.row, f.column) for f in check_meaning(tmp_path)} == {
        ("claims", "p03.c01", "mode"),
        ("figures", "p03.f01", "place"),
    }


def test_a_cell_that_is_no_number_hides_no_other_finding(tmp_path: Path) -> None:
    tables = tiny_tables()
    tables["figures"][0]["value"] = "1,124,000"
    tables["figures"][2]["place"] = "US"
    write_tables(tmp_path, tables)
    found = {(f.table, f.row, f.column) for f in check_meaning(tmp_path)}
    assert {("figures", "p03.f01", "value"), ("figures", "p16.f01", "place")} <= found


BROKEN_FILES = {
    "missing": None,
    "empty": b"",
    "no UTF-8": b"claim_id\n\xff\n",
    "other columns": b"claim_id,post_id\np03.c01,p03\n",
}


@pytest.mark.parametrize("content", BROKEN_FILES.values(), ids=BROKEN_FILES)
def test_a_table_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    write_tables(tmp_path, tiny_tables())
    path = tmp_path / "data/claims.csv"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    found = check_meaning(tmp_path)
    assert [(f.table, f.row) for f in found] == [("claims", "")], found
    assert found[0].reason.startswith("cannot be read")


@pytest.mark.parametrize("rows", [1, 2])
def test_rows_with_too_many_cells_are_not_read_into_other_columns(
    tmp_path: Path, rows: int
) -> None:
    tables = tiny_tables()
    tables["codes"] = [tables["codes"][0] | {"code": f"code{number}"} for number in range(2)]
    write_tables(tmp_path, tables)
    path = tmp_path / "data/codes/codes.csv"
    path.write_bytes(path.read_bytes().replace(b"Said.", b"Said.,more", rows))
    found = check_meaning(tmp_path)
    assert [(f.table, f.row) for f in found] == [("codes", "")], found


def test_the_words_null_and_na_are_words(tmp_path: Path) -> None:
    tables = tiny_tables()
    tables["codes"][0].update(label="NA", definition="null")
    write_tables(tmp_path, tables)
    assert check_meaning(tmp_path) == []
