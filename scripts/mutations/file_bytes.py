"""Bytes and headers of tables, broken where a reader of rows might not see it."""

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.mutations.mutant import Mutant, Place
from scripts.mutations.package_copy import change_bytes

Change = Callable[[bytes], bytes]
_TABLES = ("claims", "units")


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
    """Put bytes after the third letter of the last cell's second word, far from any edge."""
    return _in_last_row(lambda row: row[:9] + new + row[9:])


def _unterminated(row: bytes) -> bytes:
    first, _, others = row.partition(b",")
    return first + b',"' + others.replace(b'"', b"")


def _swap_first_columns(header: bytes) -> bytes:
    first, second, *others = header.split(b",")
    return b",".join([second, first, *others])


BYTES: dict[str, Change] = {
    "byte order mark": lambda b: b"\xef\xbb\xbf" + b,
    "line ends of another system": lambda b: b.replace(b"\n", b"\r\n"),
    "one carriage return": _insert(b"\r"),
    "NUL character": _insert(b"\0"),
    "tab in a cell": _insert(b"\t"),
    "invisible character": _insert("\u200b".encode()),
    "unusual space": _insert("\u00a0".encode()),
    "lost character mark": _insert("\ufffd".encode()),
    "byte that is no UTF-8": _insert(b"\x92"),
    "file in UTF-16": lambda b: b.decode().encode("utf-16"),
    "UTF-8 read as Latin-1": lambda b: b.decode("utf-8").encode("latin-1", "replace") + b"\xc3\xa9",
    "letter in two parts": _insert(unicodedata.normalize("NFD", "é").encode()),
    "no final line end": lambda b: b[:-1],
    "white space around a cell": _in_last_row(lambda row: row.replace(b",", b", ", 1)),
    "needless quotes": _in_last_row(lambda row: b'"' + row.replace(b",", b'",', 1)),
    "stray quote": _insert(b'"'),
    "unterminated quote": _in_last_row(_unterminated),
    "lost cell": _in_last_row(lambda row: row.partition(b",")[2]),
    "extra cell": _in_last_row(lambda row: row + b",more"),
    "empty line": _in_header(lambda header: header + b"\n"),
    "half a row": lambda b: b[: b.rindex(b"\n", 0, -1) + 8],
    "header alone": lambda b: b.partition(b"\n")[0] + b"\n",
    "empty file": lambda b: b"",
    "semicolons for commas": lambda b: b.replace(b",", b";"),
    "column renamed": _in_header(lambda header: b"id_of_" + header),
    "columns swapped in the header": _in_header(_swap_first_columns),
    "column lost in the header": _in_header(lambda header: header.rpartition(b",")[0]),
    "column added to the header": _in_header(lambda header: header + b",more"),
    "column named twice": _in_header(lambda h: h.rpartition(b",")[0] + b"," + h.split(b",")[0]),
    "header in capitals": _in_header(bytes.upper),
    "header twice": lambda b: b.partition(b"\n")[0] + b"\n" + b,
    "header lost": lambda b: b.partition(b"\n")[2],
}


def byte_mutants() -> Iterator[Mutant]:
    """Yield every way to break bytes, in a large and in a small table."""
    for kind, change in BYTES.items():
        for table in _TABLES:
            yield Mutant(kind, table, _corrupt(table, change), table)


def _corrupt(table: str, change: Change) -> Callable[[Path], list[Place]]:
    def corrupt(folder: Path) -> list[Place]:
        change_bytes(folder, table, change)
        return [Place(table)]

    return corrupt
