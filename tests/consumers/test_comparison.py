"""The comparison itself: the master is right, and nothing that differs passes it."""

import pandas as pd
import pytest

from schemas.tables import TABLES
from tests.consumers.comparison import (
    Column,
    Tables,
    as_text,
    differences,
    tables_with_spans,
    wrong_quotes,
)
from tests.consumers.making import Release
from tests.consumers.traps import check_traps


def test_every_quote_of_the_master_stands_where_its_offsets_say(master: Tables) -> None:
    count, wrong = wrong_quotes(master)
    assert not wrong, wrong[:10]
    spans = tables_with_spans(master)
    assert count > 3000, f"only {count} rows of {spans} have a span"


def test_an_offset_that_is_one_off_is_seen(master: Tables) -> None:
    claims = master["claims"]
    shifted = [start + 1 for start in claims["char_start"].values]
    tables = master | {"claims": claims | {"char_start": Column("integer", shifted)}}
    assert len(wrong_quotes(tables)[1]) == len(shifted)


@pytest.mark.parametrize("values", [[982, 368], [982, None], [982], [367, 982]])
def test_another_sum_a_lost_value_a_lost_row_and_another_order_are_differences(
    values: list[int | None],
) -> None:
    table = {"posts": {"word_count": Column("integer", [982, 367])}}
    assert differences(table, {"posts": {"word_count": Column("integer", values)}})


def test_another_type_is_a_difference() -> None:
    table = {"posts": {"word_count": Column("integer", [982, 367])}}
    found = differences(table, {"posts": {"word_count": Column("number", [982, 367])}})
    assert found == [
        "posts.word_count: type, rows, nulls, sum ('integer', 2, 0, 1349.0), "
        "but ('number', 2, 0, 1349.0)"
    ]


def test_an_empty_text_is_not_a_missing_cell() -> None:
    table = {"posts": {"about": Column("string", [None])}}
    assert differences(table, {"posts": {"about": Column("string", [""])}})


def test_a_column_under_another_name_is_a_difference() -> None:
    table = {"posts": {"about": Column("string", [None])}}
    assert differences(table, {"posts": {"over": Column("string", [None])}})


def test_numbers_as_text_are_written_as_in_the_files() -> None:
    column = Column("number", [0.5, 10000000000000000000000.0, 1e-05, 12.0, None])
    (text,) = as_text({"t": {"x": column}})["t"].values()
    assert text == Column("string", ["0.5", "1" + "0" * 22, "0.00001", "12", None])


def test_the_traps_stand_in_the_release_that_is_to_hold_them(trapped: Release) -> None:
    check_traps(trapped.master)


@pytest.mark.parametrize("text", [None, "na", "NA "])
def test_a_trap_that_was_sprung_is_seen(text: str | None, trapped: Release) -> None:
    texts = trapped.master["propositions"]["text"].values
    sprung = {"text": Column("string", [text, *texts[1:]])}
    with pytest.raises(AssertionError, match="the text NA"):
        check_traps(trapped.master | {"propositions": sprung})


def test_a_reader_that_is_not_told_the_types_falls_into_the_traps(trapped: Release) -> None:
    told_nothing = pd.read_csv(trapped.folder / TABLES["propositions"].path)["text"]
    assert told_nothing.isna().sum() == 2, "the traps are none: NA and null were read as text"
    numbers = pd.read_csv(trapped.folder / TABLES["indicators"].path)["definition"]
    assert numbers.dtype == "int64", "the traps are none: 0001 was read as text"
