"""The flat tables say of every claim and figure what other tables say."""

from pathlib import Path

import pytest

from schemas.flat import FLAT
from scripts.package.reader import Package, PackageTable
from scripts.package.sqlite import make_sqlite, read_flat
from scripts.tables.row import Row
from tests.package.small import package_of

Flat = dict[str, PackageTable]


@pytest.fixture(scope="module")
def flat(whole: Package, database: Path) -> Flat:
    """The flat tables of the real package."""
    return read_flat(whole, database.read_bytes())


def rows_of(whole: Package, table: str) -> list[Row]:
    return list(whole.tables[table].rows.values())


def test_a_flat_table_has_all_rows_and_cells_of_its_table(flat: Flat, whole: Package) -> None:
    assert flat.keys() == FLAT.keys()
    for name in ("claims", "figures"):
        rows = rows_of(whole, name)
        table = flat[f"{name}_flat"]
        assert list(table.fields) == list(FLAT[f"{name}_flat"].columns)
        assert [{column: row[column] for column in rows[0]} for row in table.rows.values()] == rows


def test_every_code_and_key_of_a_flat_table_stands_in_words(flat: Flat, whole: Package) -> None:
    titles = {row["post_id"]: row["title"] for row in rows_of(whole, "posts")}
    labels = {(row["list"], row["code"]): row["label"] for row in rows_of(whole, "codes")}
    units = {row["unit"]: row["label"] for row in rows_of(whole, "units")} | {"": ""}
    for row in flat["claims_flat"].rows.values():
        assert row["post_title"] == titles[row["post_id"]]
        for code in ("claim_type", "theme", "target", "stance", "conclusion"):
            assert row[f"{code}_label"] == labels[code, row[code]], row["claim_id"]
    for row in flat["figures_flat"].rows.values():
        assert row["unit_label"] == units[row["unit"]]
        assert row["place_label"] == labels.get(("place", row["place"]), "")


def counted(rows: dict[tuple[str, ...], Row], column: str) -> int:
    return sum(len(row[column].split(" | ")) for row in rows.values() if row[column])


def test_every_message_statement_and_operation_of_a_claim_is_named_once(
    flat: Flat, whole: Package
) -> None:
    rows = dict(flat["claims_flat"].rows)
    assert counted(rows, "operations") == len(rows_of(whole, "claim_operations"))
    assert counted(rows, "propositions") == len(rows_of(whole, "claim_propositions"))
    mentions = rows_of(whole, "talking_point_mentions")
    due = {
        (row["claim_id"], mention["talking_point_id"])
        for row in rows.values()
        for mention in mentions
        if mention["post_id"] == row["post_id"]
        and int(mention["char_start"]) < int(row["char_end"])
        and int(mention["char_end"]) > int(row["char_start"])
    }
    assert counted(rows, "talking_points") == len(due) > 100


def test_every_source_and_failing_check_of_a_figure_is_named_once(
    flat: Flat, whole: Package
) -> None:
    rows = dict(flat["figures_flat"].rows)
    sources = {row["source_id"] for row in rows_of(whole, "published_sources")}
    lost = {r["source_id"] for r in rows_of(whole, "published_sources") if r["retrievable"] == "no"}
    checks = [
        row
        for row in rows_of(whole, "reference_checks")
        if row["figure_id"] and row["source_id"] in sources - lost
    ]
    assert counted(rows, "source_values") == len(checks) > 100
    failing = {
        row["check_id"] for row in rows_of(whole, "consistency_checks") if row["outcome"] == "fails"
    }
    items = rows_of(whole, "consistency_items")
    pairs = {(row["figure_id"], row["check_id"]) for row in items if row["check_id"] in failing}
    assert counted(rows, "failing_checks") == len({pair for pair in pairs if pair[0]}) > 0


def test_a_package_without_the_other_tables_has_no_flat_ones(tmp_path: Path) -> None:
    whole = package_of(tmp_path)
    assert read_flat(whole, make_sqlite(whole)) == {}
