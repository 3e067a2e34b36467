"""Bytes of tables that a reader of rows might not see are rejected in every table."""

from collections.abc import Callable

import pytest

from schemas.tables import TABLES
from scripts.package.csv_text import read_table, write_table
from scripts.package.source import Built, compare_with_curation
from tests.rules.page import kinds_tried

Change = Callable[[bytes], bytes]


def _in_last_row(change: Change) -> Change:
    def corrupt(content: bytes) -> bytes:
        head, end, last = content.removesuffix(b"\n").rpartition(b"\n")
        return head + end + change(last) + b"\n"

    return corrupt


def _in_header(change: Change) -> Change:
    def corrupt(content: bytes) -> bytes:
        header, end, rows = content.partition(b"\n")
        return change(header) + end + rows

    return corrupt


def _insert(new: bytes) -> Change:
    """Put bytes after the first letters of the last row, far from any edge."""
    return _in_last_row(lambda row: row[:2] + new + row[2:])


def _unterminated(row: bytes) -> bytes:
    first, _, others = row.partition(b",")
    return first + b',"' + others.replace(b'"', b"")


def _swap_first_columns(header: bytes) -> bytes:
    first, second, *others = header.split(b",")
    return b",".join([second, first, *others])


BYTES: dict[str, Change] = {
    "byte order mark": lambda content: b"\xef\xbb\xbf" + content,
    "line ends of another system": lambda content: content.replace(b"\n", b"\r\n"),
    "one carriage return": _insert(b"\r"),
    "NUL character": _insert(b"\0"),
    "byte that is not UTF-8": _insert(b"\x92"),
    "UTF-16": lambda content: content.decode().encode("utf-16"),
    "no final line end": lambda content: content[:-1],
    "needless quotes": _in_last_row(lambda row: b'"' + row.replace(b",", b'",', 1)),
    "stray quote": _insert(b'"'),
    "quote that never ends": _in_last_row(_unterminated),
    "lost cell": _in_last_row(lambda row: row.partition(b",")[2]),
    "cell too many": _in_last_row(lambda row: row + b",more"),
    "empty line": _in_header(lambda header: header + b"\n"),
    "half a row": lambda content: content[: content.rindex(b"\n", 0, -1) + 2],
    "header alone": lambda content: content.partition(b"\n")[0] + b"\n",
    "empty file": lambda content: b"",
    "semicolons for commas": lambda content: content.replace(b",", b";"),
    "tabs for commas": lambda content: content.replace(b",", b"\t"),
    "column renamed": _in_header(lambda header: b"id_of_" + header),
    "columns swapped in the header": _in_header(_swap_first_columns),
    "column lost in the header": _in_header(lambda header: header.rpartition(b",")[0]),
    "column added to the header": _in_header(lambda header: header + b",more"),
    "header in capitals": _in_header(bytes.upper),
    "header twice": lambda content: content.partition(b"\n")[0] + b"\n" + content,
    "header lost": lambda content: content.partition(b"\n")[2],
    "saved in Latin-1": lambda content: content.decode().encode("latin-1", "replace"),
    "UTF-8 read as Latin-1": lambda content: content.decode("latin-1").encode(),
    "curly quotes made straight": lambda content: content.replace("’".encode(), b"'"),
}


def content_of(name: str, built: Built) -> bytes:
    return write_table(built.book.tables[name], list(TABLES[name].columns))


@pytest.mark.parametrize("kind", BYTES)
def test_broken_bytes_are_rejected_in_every_table(kind: str, built: Built) -> None:
    """Where the bytes can be read again, the rows are others, and the comparison says so."""
    tried, passed = 0, []
    for name, table in TABLES.items():
        content = BYTES[kind](content_of(name, built))
        if content == content_of(name, built):
            continue  # a table without letters outside ASCII
        tried += 1
        rows, findings = read_table(name, content, list(table.columns))
        if not findings:
            findings, _ = compare_with_curation({**built.book.tables, name: rows}, built)
        if {one.table for one in findings} != {name}:
            passed.append((name, findings[:1]))
    assert tried and not passed, passed


@pytest.mark.parametrize("name", TABLES)
def test_what_is_written_is_read_as_it_was(name: str, built: Built) -> None:
    rows = built.book.tables[name]
    assert read_table(name, content_of(name, built), list(TABLES[name].columns)) == (rows, [])


def test_the_page_says_what_is_tried() -> None:
    assert kinds_tried("the bytes of a table") == set(BYTES)
