"""What the registers hold is in the tables as it is written there, with file and line."""

import pytest

from scripts.curation.registers import file_of
from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.registers import evidence_claim, make_codes, make_register_table
from scripts.tables.row import Row, Tables
from tests.conftest import ROOT

TABLES = ("operations", "entities", "indicators", "published_sources", "talking_points")
EVIDENCE = "anti-drug-publicity-activities-2019"


@pytest.mark.parametrize("table", [*TABLES, "units", "codes"])
def test_a_row_has_the_line_where_its_entry_begins(built: Built, table: str) -> None:
    registers = built.curation.registers
    rows = make_codes(registers) if table == "codes" else make_register_table(table, registers)
    lines: dict[str, list[str]] = {}
    for row in rows:
        assert row.origin is not None
        file = row.origin.file
        lines.setdefault(file, (ROOT / file).read_text("utf-8").split("\n"))
        key = row["code"] if table == "codes" else next(iter(row.values()))
        assert lines[file][row.origin.line - 1].strip() in (f"{key}:", f"'{key}':", f'"{key}":'), (
            row
        )


def test_a_source_is_named_by_the_field_of_its_name(built: Built) -> None:
    rows = make_register_table("operations", built.curation.registers)
    (row,) = (row for row in rows if row["operation_id"] == "anti-opium-movement")
    source = "guangming-daily-2000-05-12-anti-opium-movement"
    assert (row["name_zh_source_id"], row["identity_source_id"]) == (source, source)
    assert row.origin is not None
    words = (ROOT / row.origin.file).read_text("utf-8").split("\n")
    assert words[row.origin.of("identity_source_id").line - 1] == f"  identity_source: {source}"


def test_codes_are_those_of_every_list_and_the_places(built: Built) -> None:
    rows = make_codes(built.curation.registers)
    by_list: dict[str, list[str]] = {}
    for row in rows:
        by_list.setdefault(row["list"], []).append(row["code"])
    assert list(by_list) == sorted(by_list)
    assert by_list["retrievable"] == ["yes", "no"]
    assert by_list["compared"] == ["same", "narrower", "wider", "other", "none"]
    assert by_list["place"][:3] == ["world", "CN", "CN-BJ"]
    (place,) = (row for row in rows if (row["list"], row["code"]) == ("place", "CN"))
    assert place.origin is not None and place.origin.file == file_of("places")


def test_units_have_their_factor_and_not_their_forms(built: Built) -> None:
    rows = make_register_table("units", built.curation.registers)
    units = {row["unit"]: row for row in rows}
    assert list(units) == sorted(units)
    assert units["tonne"]["factor"] == "1000"
    assert set(units["tonne"]) == {
        *("unit", "label", "definition", "quantity_kind", "base_unit", "factor")
    }


def evidence(built: Built, tables: Tables, unread: frozenset[str] = frozenset()) -> str | None:
    book = Book(tables, built.book.sources, unread)
    row = book.get("operations", EVIDENCE)
    assert row is not None
    return evidence_claim(row, book)


def links_of(tables: Tables) -> list[Row]:
    return [row for row in tables["claim_operations"] if row["operation_id"] == EVIDENCE]


def test_the_evidence_is_the_first_claim_with_period_and_place(
    built: Built, tables: Tables
) -> None:
    first, *_ = links_of(tables)
    assert evidence(built, tables) == first["claim_id"]
    tables["claim_operations"].insert(0, Row({**first, "claim_id": "p17.c01"}))
    assert evidence(built, tables) == first["claim_id"], "p17.c01 has another period"


def test_an_operation_that_no_claim_shows_as_registered_has_no_evidence(
    built: Built, tables: Tables
) -> None:
    tables["operations"] = [
        Row({**row, "period": "1911"}) if row["operation_id"] == EVIDENCE else row
        for row in tables["operations"]
    ]
    assert evidence(built, tables) == ""
    assert evidence(built, tables, frozenset({"p05"})) is None, "p05 may have such a claim"
