"""Every rule inside one table rejects a row that breaks it, naming table, row and reason."""

from pathlib import Path

import pytest

from schemas.registry import TABLES
from scripts.checks.finding import Finding
from scripts.checks.meaning import check_frame, read_cells, to_numbers
from tests.schemas.tiny_package import Tables, tiny_tables, withheld, write_tables


def findings_of(folder: Path, name: str, tables: Tables) -> list[Finding]:
    write_tables(folder, tables)
    table = TABLES[name]
    frame, findings = to_numbers(table, read_cells(folder / table.path, table))
    return findings + check_frame(table, frame)


@pytest.mark.parametrize("name", TABLES)
def test_the_tiny_package_breaks_no_rule(tmp_path: Path, name: str) -> None:
    assert findings_of(tmp_path, name, tiny_tables()) == []


@pytest.mark.parametrize("name", TABLES)
def test_a_withheld_post_breaks_no_rule(tmp_path: Path, name: str) -> None:
    assert findings_of(tmp_path, name, withheld(tiny_tables(), "p16")) == []


# table, row, cells that break it, and words of the reason that is given
BROKEN_ROWS: list[tuple[str, int, dict[str, str], str]] = [
    ("posts", 0, {"text": "", "text_status": "present"}, "if and only if text_status"),
    ("posts", 0, {"text_status": "withheld"}, "if and only if text_status"),
    ("posts", 0, {"text_status": "withheld", "text": ""}, "if and only if text_status"),
    ("posts", 0, {"not_before": "2023"}, "not_before and not_before_sentence_id"),
    (
        "posts",
        0,
        {"not_before": "2023", "not_before_sentence_id": "p16.s02"},
        "not_before_sentence_id begins with",
    ),
    ("consistency_checks", 0, {"basis": "published_source"}, "names its reference check"),
    ("consistency_checks", 0, {"formula": "p16.f01 = 200"}, "holds a formula and its computation"),
    ("consistency_items", 0, {"claim_id": ""}, "exactly one of figure_id"),
    ("consistency_items", 0, {"sentence_id": "p03.s02"}, "exactly one of figure_id"),
    ("consistency_items", 0, {"char_end": "5"}, "char_end is greater than char_start"),
    ("consistency_items", 0, {"char_start": "1"}, "the number of characters of the quote"),
    ("consistency_items", 0, {"post_id": "p16"}, "claim_id begins with the row's post_id"),
    ("consistency_items", 1, {"post_id": "p03"}, "figure_id begins with the row's post_id"),
    (
        "consistency_items",
        0,
        {"claim_id": "", "mention_id": "p16.m01"},
        "mention_id begins with the row's post_id",
    ),
    (
        "consistency_items",
        0,
        {"claim_id": "", "sentence_id": "p16.s02"},
        "sentence_id begins with the row's post_id",
    ),
    ("coding_agreement", 0, {"matched_count": "3"}, "matched_count is at most"),
    ("coding_agreement", 0, {"unit_type": "figure"}, "agreement_id is unit_type"),
    ("coding_agreement", 0, {"precision": "0.9"}, "precision is matched_count / second_count"),
    ("coding_agreement", 0, {"recall": "0.7"}, "recall is matched_count / first_count"),
    ("coding_agreement", 0, {"f1": "0.81"}, "f1 is matched_count over the mean"),
    ("coding_agreement", 0, {"precision": ""}, "precision and recall and f1 are filled together"),
    ("coding_agreement", 0, {"alpha": "0.1"}, "alpha needs field"),
    ("coding_agreement", 0, {"f1": ""}, "a row without field has f1"),
    ("coding_agreement", 1, {"agreement": ""}, "a row without field has f1"),
    ("claims", 2, {"char_end": "5"}, "char_end is greater than char_start"),
    ("claims", 2, {"char_start": "1"}, "the number of characters of the quote"),
    ("claims", 2, {"post_id": "p03"}, "claim_id begins with the row's post_id"),
    ("claims", 2, {"sentence_id": "p03.s02"}, "sentence_id begins with"),
    ("claims", 2, {"attribution_sentence_id": "p03.s02"}, "attribution_sentence_id begins"),
    ("claims", 2, {"period_sentence_id": "p03.s02"}, "period_sentence_id begins with"),
    ("claims", 2, {"place_sentence_id": "p03.s02"}, "place_sentence_id begins with"),
    ("claims", 2, {"place_sentence_id": ""}, "place and place_sentence_id are filled together"),
    ("claims", 2, {"place": ""}, "place and place_sentence_id are filled together"),
    ("claims", 2, {"period_sentence_id": "", "period_words": ""}, "period needs"),
    ("claims", 2, {"period_words": ""}, "period_words and period_sentence_id"),
    ("claims", 2, {"period_sentence_id": ""}, "period_words and period_sentence_id"),
    ("claims", 2, {"period": "2013-13"}, "months and days that exist"),
    ("claims", 2, {"period": "2013/2012"}, "months and days that exist"),
    ("claims", 2, {"attribution": "statistics show"}, "attribution and attribution_sentence_id"),
    ("claims", 2, {"attribution_sentence_id": "p16.s02"}, "attribution and attribution_sentence"),
    ("claims", 2, {"mode": "reported"}, "a reported claim names its source"),
    ("claims", 2, {"statement": "No stop"}, "ends with a full stop"),
    ("claims", 2, {"statement": "the police did."}, "begins with a capital or a digit"),
    ("claims", 2, {"statement": "Police, the post says, did."}, "does not speak of the post"),
    ("propositions", 0, {"text": "No stop"}, "a text ends with a full stop"),
    ("propositions", 0, {"post_count": "2"}, "post_count is at most claim_count"),
    ("propositions", 0, {"claim_count": "2"}, "the text is curated where, and only where"),
    ("propositions", 0, {"text_basis": "curated"}, "the text is curated where, and only where"),
    ("parallels", 0, {"other_sentence_id": "p03.s01"}, "comes before other_sentence_id"),
    ("parallels", 0, {"sentence_id": "p16.s02"}, "comes before other_sentence_id"),
    ("figures", 2, {"char_end": "5"}, "char_end is greater than char_start"),
    ("figures", 2, {"char_end": "900"}, "the number of characters of the quote"),
    ("figures", 2, {"post_id": "p03"}, "figure_id begins with"),
    ("figures", 2, {"claim_id": "p03.c01"}, "claim_id begins with"),
    ("figures", 2, {"sentence_id": "p03.s01"}, "sentence_id begins with"),
    ("figures", 1, {"base_figure_id": "p16.f01"}, "base_figure_id begins with"),
    ("figures", 2, {"place_sentence_id": "p03.s02"}, "place_sentence_id begins with"),
    ("figures", 2, {"period_sentence_id": "p03.s02"}, "period_sentence_id begins with"),
    ("figures", 2, {"attribution_sentence_id": "p03.s02"}, "attribution_sentence_id begins"),
    ("figures", 2, {"value_high": "150"}, "value_high is greater than value"),
    ("figures", 2, {"value_high": "300"}, "value_high and value_high_base"),
    ("figures", 2, {"value": "", "value_high": "300"}, "value_high is greater than value"),
    ("figures", 2, {"value": ""}, "value and value_base are filled together"),
    ("figures", 2, {"value_base": ""}, "value and value_base are filled together"),
    ("figures", 2, {"value_high_base": "300"}, "value_high and value_high_base"),
    ("figures", 1, {"direction": ""}, "a change, and only a change"),
    ("figures", 2, {"direction": "up"}, "a change, and only a change"),
    ("figures", 1, {"figure_role": "share", "value": "101"}, "at most 100"),
    ("figures", 2, {"qualifier": "order_of", "value_high": "300"}, "a magnitude word"),
    ("figures", 2, {"base": "the peak"}, "a share, change or ratio, and only that, has a base"),
    ("figures", 1, {"base": ""}, "a share, change or ratio, and only that, has a base"),
    (
        "figures",
        2,
        {"base_figure_id": "p16.f02"},
        "a share, change or ratio, and only that, has a base",
    ),
    ("figures", 2, {"place_sentence_id": ""}, "place and place_sentence_id"),
    ("figures", 2, {"period_sentence_id": ""}, "period needs period_sentence_id"),
    ("figures", 2, {"period_words": ""}, "period_words and period_sentence_id"),
    ("figures", 2, {"attribution": "statistics show"}, "attribution and attribution_sentence_id"),
    ("figures", 2, {"period": "2013-02-30"}, "months and days that exist"),
    ("figures", 2, {"period": ""}, "need a period"),
    ("figures", 2, {"period_start": "2014-01-01"}, "period_start is not after period_end"),
    ("sentences", 0, {"char_end": "0"}, "char_end is greater than char_start"),
    ("sentences", 0, {"char_end": "99"}, "the number of characters of the quote"),
    ("sentences", 0, {"post_id": "p16"}, "sentence_id begins with"),
    ("sentences", 0, {"rest_reason": "slogan"}, "never both filled"),
    ("sentences", 0, {"no_claim_reason": "slogan"}, "a heading or title makes no claim"),
    ("sentences", 1, {"no_claim_reason": "heading"}, "a heading or title makes no claim"),
    ("numerals", 0, {"char_end": "0"}, "char_end is greater than char_start"),
    ("numerals", 0, {"char_start": "1"}, "the number of characters of the quote"),
    ("numerals", 0, {"post_id": "p16"}, "numeral_id begins with"),
    ("numerals", 0, {"sentence_id": "p16.s02"}, "sentence_id begins with"),
    ("numerals", 0, {"figure_id": "p16.f01"}, "figure_id begins with"),
    ("numerals", 0, {"figure_id": ""}, "if and only if the disposition"),
    ("numerals", 1, {"figure_id": "p16.f01"}, "if and only if the disposition"),
    ("numerals", 0, {"value": ""}, "a label has no value"),
    ("numerals", 0, {"numeral_type": "label"}, "a label has no value"),
    ("operation_mentions", 0, {"char_end": "0"}, "char_end is greater than char_start"),
    ("operation_mentions", 0, {"char_start": "1"}, "the number of characters"),
    ("operation_mentions", 0, {"post_id": "p03"}, "mention_id begins with"),
    ("operation_mentions", 0, {"sentence_id": "p03.s02"}, "sentence_id begins with"),
    ("entity_mentions", 0, {"char_end": "0"}, "char_end is greater than char_start"),
    ("entity_mentions", 0, {"char_start": "1"}, "the number of characters"),
    ("entity_mentions", 0, {"post_id": "p03"}, "entity_mention_id begins with"),
    ("entity_mentions", 0, {"sentence_id": "p03.s02"}, "sentence_id begins with"),
    ("phrases", 0, {"char_end": "0"}, "char_end is greater than char_start"),
    ("phrases", 0, {"char_start": "1"}, "the number of characters"),
    ("phrases", 0, {"post_id": "p03"}, "phrase_id begins with"),
    ("phrases", 0, {"sentence_id": "p03.s02"}, "sentence_id begins with"),
    ("operations", 0, {"name_zh_basis": ""}, "name_zh and name_zh_basis"),
    ("operations", 0, {"name_zh": ""}, "name_zh and name_zh_basis"),
    ("operations", 0, {"name_zh_basis": "documented"}, "names its source"),
    ("operations", 0, {"name_zh_source_id": "un-2015"}, "names its source"),
    (
        "operations",
        0,
        {"name_zh": "", "name_zh_basis": "", "name_zh_source_id": "un-2015"},
        "name_zh_source_id needs name_zh",
    ),
    ("operations", 0, {"period": "2013-00"}, "months and days that exist"),
    ("entities", 0, {"name_zh_basis": ""}, "name_zh and name_zh_basis"),
    ("entities", 0, {"name_zh_source_id": ""}, "a documented Chinese name"),
    ("entities", 0, {"name_basis": "documented"}, "a documented name, and only that"),
    ("entities", 0, {"name_source_id": "un-2015"}, "a documented name, and only that"),
    ("units", 1, {"factor": "1000"}, "its own base unit has the factor 1"),
    ("published_sources", 0, {"source_type": "reprint"}, "a reprint has no address"),
    ("published_sources", 0, {"retrievable": "no"}, "if and only if there is an address"),
    ("published_sources", 0, {"address": "", "published": ""}, "if and only if there is"),
    ("published_sources", 0, {"published": "2015-13"}, "months and days that exist"),
    ("reference_checks", 0, {"claim_id": "p16.c01"}, "exactly one of figure_id"),
    ("reference_checks", 0, {"source_id": ""}, "source_id is empty if and only if"),
    ("reference_checks", 0, {"searched_on": "2026-11-23"}, "searched_on is filled if and only"),
    ("reference_checks", 0, {"scope_agreement": ""}, "all six aspects are filled"),
    ("reference_checks", 0, {"confidence": ""}, "independence and confidence are filled"),
    ("reference_checks", 0, {"source_unit": ""}, "source_value needs"),
    ("reference_checks", 0, {"unit_agreement": "not_compared"}, "not_compared_reason says why"),
    ("reference_checks", 0, {"unit_agreement": "differs"}, "a match has no aspect that differs"),
    ("reference_checks", 0, {"verdict": "matches_derived"}, "matches_derived has a derivation"),
    ("reference_checks", 0, {"source_period": "2013-13"}, "months and days that exist"),
]


@pytest.mark.parametrize(("name", "index", "cells", "reason"), BROKEN_ROWS)
def test_a_broken_row_is_named_with_the_rule_it_breaks(
    tmp_path: Path, name: str, index: int, cells: dict[str, str], reason: str
) -> None:
    tables = tiny_tables()
    tables[name][index].update(cells)
    row = " ".join(tables[name][index][part] for part in TABLES[name].primary_key)
    found = findings_of(tmp_path, name, tables)
    assert [f for f in found if f.table == name and f.row == row and reason in f.reason], found


def test_every_rule_of_a_table_has_a_row_that_breaks_it() -> None:
    tested = {(name, reason) for name, _, _, reason in BROKEN_ROWS}
    rules = [
        (name, str(check.error)) for name, table in TABLES.items() for check in table.schema.checks
    ]
    untested = [
        f"{name}: {error}"
        for name, error in rules
        if not any(name == table and reason in error for table, reason in tested)
    ]
    assert untested == []


# table, row, column, the broken cell, and words of the reason that is given
BROKEN_CELLS = [
    ("claims", 0, "mode", "said", "'said' is no code of the list mode"),
    ("claims", 0, "place", "Yunnan", "is no code of the list place"),
    ("claims", 0, "statement", "", "must not be empty"),
    ("claims", 0, "claim_id", "p03.7", "does not have the form"),
    ("claims", 0, "claim_id", "p03.c01\n", "does not have the form"),
    ("claims", 0, "char_start", "12.0", "no plainly written number"),
    ("claims", 0, "char_start", "-1", "greater_than_or_equal_to(0)"),
    ("figures", 0, "value", "1.124e6", "no plainly written number"),
    ("figures", 0, "value", "1_124_000", "no plainly written number"),
    ("figures", 0, "value", "56.0", "no plainly written number"),
    ("figures", 0, "value", "inf", "no plainly written number"),
    ("figures", 0, "value", "-5", "in_range"),
    ("figures", 2, "period_start", "01.01.2013", "does not have the form"),
    ("figures", 2, "period", "Feb 2013", "does not have the form"),
    ("posts", 0, "sha256", "07926A2A", "does not have the form"),
    ("published_sources", 0, "address", "www.gov.cn", "does not have the form"),
    ("units", 0, "factor", "0", "in_range"),
]


@pytest.mark.parametrize(("name", "index", "column", "cell", "reason"), BROKEN_CELLS)
def test_a_broken_cell_is_named_with_its_row_and_column(
    tmp_path: Path, name: str, index: int, column: str, cell: str, reason: str
) -> None:
    tables = tiny_tables()
    tables[name][index][column] = cell
    row = " ".join(tables[name][index][part] for part in TABLES[name].primary_key)
    found = findings_of(tmp_path, name, tables)
    named = [f for f in found if (f.table, f.row, f.column) == (name, row, column)]
    assert [f for f in named if reason in f.reason], found


@pytest.mark.parametrize("name", TABLES)
def test_a_row_that_stands_twice_is_named(tmp_path: Path, name: str) -> None:
    tables = tiny_tables()
    tables[name].append(tables[name][0])
    row = " ".join(tables[name][0][part] for part in TABLES[name].primary_key)
    assert row in {finding.row for finding in findings_of(tmp_path, name, tables)}
