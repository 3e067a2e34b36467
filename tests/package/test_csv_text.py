"""The same rows are the same bytes, and what is wrong with the bytes of a table is named."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.package import csv_text
from scripts.package.csv_text import read_table, write_table

COLUMNS = ("unit", "label")
TABLE = b"unit,label\nbag,bag\nbox,box\n"
# Any text; the archive has line ends in it, and no carriage return.
CELL = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\0"), max_size=20)
ROWS = st.lists(st.tuples(CELL, CELL), min_size=1, max_size=6)


def told(content: bytes) -> list[str]:
    """Return what is said of a table, without how to fix it."""
    return [str(one).partition(" (build")[0] for one in read_table("units", content, COLUMNS)[1]]


def test_cells_are_quoted_where_they_must_be_and_lines_end_with_lf() -> None:
    quote = 'carry out"Safe care" actions'
    rows = [{"unit": "p03.c31", "label": quote}, {"unit": "—", "label": "a,\nb"}]
    expected = 'unit,label\np03.c31,"carry out""Safe care"" actions"\n—,"a,\nb"\n'
    assert write_table(rows, COLUMNS) == expected.encode()


def test_columns_are_written_in_the_order_asked_for() -> None:
    assert write_table([{"label": "a", "unit": "b"}], COLUMNS) == b"unit,label\nb,a\n"


def test_a_row_without_a_column_is_refused() -> None:
    with pytest.raises(KeyError, match="label"):
        write_table([{"unit": "bag"}], COLUMNS)


@given(ROWS)
def test_any_reader_of_csv_gets_back_the_cells_that_were_written(
    rows: list[tuple[str, str]],
) -> None:
    content = write_table([dict(zip(COLUMNS, row, strict=True)) for row in rows], COLUMNS)
    header, *lines = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    assert (tuple(header), list(map(tuple, lines))) == (COLUMNS, rows)
    read, findings = read_table("units", content, COLUMNS)
    assert ([tuple(row.values()) for row in read], findings) == (rows, [])


PIECES = st.sampled_from([b",", b'"', b"\n", b"\r", b"\0", b"\xff", b"box", b"unit,label\n"])


@given(st.lists(PIECES | st.binary(max_size=3), max_size=8).map(b"".join), st.integers(0, 26))
def test_of_any_bytes_something_is_said_or_they_are_what_would_be_written(
    piece: bytes, place: int
) -> None:
    content = TABLE[:place] + piece + TABLE[place:]
    rows, findings = read_table("units", content, COLUMNS)
    assert all(one.table == "units" and one.reason for one in findings), findings
    assert findings or write_table(rows, COLUMNS) == content


WRONG: list[tuple[bytes, str]] = [
    (b"\xef\xbb\xbf" + TABLE, "units: begins with a byte order mark"),
    (TABLE.replace(b"\nbox", b"\r\nbox"), "units: has a carriage return, first in line 2"),
    (TABLE.replace(b"x\n", b"x\0\n"), "units: has a NUL character"),
    (TABLE.replace(b"box", b"b\x92x", 1), "units: not UTF-8 at byte 20, line 3"),
    (TABLE[:-1], "units: does not end with a line end"),
    (TABLE.replace(b"box,", b'"box",'), "units: is quoted in another way than csv.writer does, "),
    (TABLE.replace(b"box,b", b'box,b"'), "units: is quoted in another way than csv.writer does, "),
    (TABLE.replace(b"box,", b""), "units row 2: has 1 cells, the header 2"),
    (TABLE.replace(b"\nbox", b"\n\nbox"), "units row 2: has 0 cells, the header 2"),
    (TABLE + b"," * 10**6 + b"\n", "units row 3: has 1000001 cells, the header 2"),
    (TABLE.replace(b",box", b',"box'), "units: not CSV after line 2: unexpected end of data"),
    (TABLE + b"x" * 2**21, "units: not CSV after line 3: field larger than field limit (1048576)"),
    (b"unit,label\n", "units: has no rows"),
    (b"", "units: the header is missing; it should be unit, label"),
    (b"label,unit\n", "units: the header is label, unit; it should be unit, label"),
]


@pytest.mark.parametrize(("content", "message"), WRONG, ids=[words[:60] for _, words in WRONG])
def test_wrong_bytes_are_named_with_their_place(content: bytes, message: str) -> None:
    assert any(one.startswith(message) for one in told(content)), told(content)


def test_a_cell_of_a_million_characters_is_read_whatever_others_have_set() -> None:
    csv.field_size_limit(10)
    content = write_table([{"unit": "x" * 10**6, "label": "猎" * 10**6}], COLUMNS)
    assert told(content) == []


def test_a_table_without_end_is_refused_before_its_rows_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv_text, "MOST_LINES", 3)
    assert told(TABLE) == []
    assert told(TABLE + b"\n") == ["units: has more than 3 lines"]
