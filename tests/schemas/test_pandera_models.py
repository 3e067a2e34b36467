"""The models of users accept the real tables, and reject cells, keys and columns that are wrong."""

from io import BytesIO
from pathlib import Path

import pandera.pandas as pa
import pytest

from schemas.pandera_models import read_frame
from schemas.tables import TABLES
from scripts.package.source import Built
from scripts.tables.row import Row
from tests.schemas.conftest import Refusals

ROOT = Path(__file__).parents[2]
Models = dict[str, pa.DataFrameSchema]


@pytest.mark.parametrize("name", TABLES)
def test_the_released_table_keeps_its_model(models: Models, name: str) -> None:
    frame = read_frame(ROOT / TABLES[name].path, TABLES[name])
    assert len(models[name].validate(frame, lazy=True)) > 0


# table, row, column, the broken cell, and words of the reason that is given
BROKEN_CELLS = [
    ("claims", "p16.c22", "mode", "said", "isin"),
    ("claims", "p16.c22", "place", "Yunnan", "isin"),
    ("claims", "p16.c22", "statement", "", "not_nullable"),
    ("claims", "p16.c22", "claim_id", "p16.22", "str_matches"),
    ("claims", "p16.c22", "claim_id", "p16.c22\n", "str_matches"),
    ("claims", "p16.c22", "claim_id", "p16.c２２", "str_matches"),
    ("claims", "p16.c22", "char_start", "-1", "greater_than_or_equal_to(0)"),
    ("claims", "p16.c22", "char_start", "", "not_nullable"),
    ("figures", "p16.f01", "value", "-5", "greater_than_or_equal_to(0)"),
    ("figures", "p16.f01", "value", "inf", "less_than_or_equal_to"),
    ("figures", "p16.f01", "value", "1e13", "less_than_or_equal_to"),
    ("figures", "p16.f01", "period_start", "01.01.2013", "str_matches"),
    ("figures", "p16.f01", "period", "Feb 2013", "str_matches"),
    ("posts", "p16", "sha256", "07926A2A", "str_matches"),
    ("units", "kilogram", "factor", "0", "greater_than_or_equal_to"),
    ("coding_agreement", "claim", "precision", "1.5", "less_than_or_equal_to(1)"),
    ("codings", "p01.claim.122-293 mode", "unit_id", "p01.claim.x.Y.1-2", "str_matches"),
    ("codings", "p01.claim.122-293 mode", "table", "Claims", "str_matches"),
    ("remainders", "p16.r0", "remainder_id", "p16.x0", "str_matches"),
    ("remainders", "p16.r0", "reason", "none", "isin"),
    ("shared_passages", "wc3d564e807 p16 424", "passage_id", "wc3d", "str_matches"),
    ("shared_passages", "wc3d564e807 p16 424", "word_count", "7", "greater_than_or_equal_to(8)"),
    ("claim_propositions", "p01.c03 measures-against-drugs", "place", "smaller", "isin"),
    ("talking_points", "firm-resolve", "talking_point_type", "motto", "isin"),
    ("talking_points", "firm-resolve", "narrative", "firmness", "isin"),
    ("talking_points", "firm-resolve", "question", "", "not_nullable"),
    ("talking_point_mentions", "p16.s01 historic-legacy", "voice", "theirs", "isin"),
]


@pytest.mark.parametrize(("name", "key", "column", "cell", "reason"), BROKEN_CELLS)
def test_a_broken_cell_is_rejected_with_its_column(
    built: Built, refusals: Refusals, name: str, key: str, column: str, cell: str, reason: str
) -> None:
    row = Row({**built.book.by_id(name)[key], column: cell})
    told = refusals(name, [row])
    assert any(one.startswith(f"{column}: {reason}") for one in told), told


@pytest.mark.parametrize("name", TABLES)
def test_a_duplicate_row_is_rejected(built: Built, refusals: Refusals, name: str) -> None:
    row = built.book.rows(name)[0]
    told = refusals(name, [row, row])
    assert any("unique" in one for one in told), told


HEADERS = [
    ("claim_id,operation_id,note", "column_in_schema"),
    ("claim_id", "column_in_dataframe"),
    ("operation_id,claim_id", "column_ordered"),
]


@pytest.mark.parametrize(("header", "reason"), HEADERS)
def test_other_columns_or_another_order_are_rejected(
    models: Models, header: str, reason: str
) -> None:
    frame = read_frame(BytesIO(f"{header}\n".encode()), TABLES["claim_operations"])
    with pytest.raises(pa.errors.SchemaErrors) as error:
        models["claim_operations"].validate(frame, lazy=True)
    assert reason in set(error.value.failure_cases["check"])


def test_a_cell_that_is_not_a_number_is_refused_when_the_frame_is_read() -> None:
    with pytest.raises(ValueError, match="many"):
        read_frame(BytesIO(b"unit,factor\ngram,many\n"), TABLES["units"])


def test_words_like_na_are_text() -> None:
    frame = read_frame(BytesIO(b"list,code,label\nmode,NA,null\n"), TABLES["codes"])
    assert frame.iloc[0].tolist() == ["mode", "NA", "null"]
