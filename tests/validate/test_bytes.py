"""Broken bytes of real tables are named, also where the descriptor was made to fit them."""

import csv
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.checks.file_bytes import check_bytes
from scripts.description.cache import load_table_schemas
from scripts.mutations.package_copy import change_bytes, path_of, read, repair
from tests.validate.real_package import assert_found, change_row, findings_of

Change = Callable[[bytes], bytes]


def unterminated(content: bytes) -> bytes:
    """Open a quote in the last row that nothing closes."""
    lines = content.rstrip(b"\n").split(b"\n")
    cells = lines[-1].split(b",", 1)
    return b"\n".join([*lines[:-1], cells[0] + b',"' + cells[1].replace(b'"', b"")]) + b"\n"


# table, change, row that must be named (None: the whole table), words
BROKEN: dict[str, tuple[str, Change, str | None, str]] = {
    "byte order mark": ("claims", lambda b: b"\xef\xbb\xbf" + b, "", "byte order mark"),
    "CRLF": ("units", lambda b: b.replace(b"\n", b"\r\n"), "", "carriage return in line 1"),
    "one CR": ("units", lambda b: b.replace(b"county", b"coun\rty", 1), None, "carriage return"),
    "NUL": ("units", lambda b: b.replace(b"\nbox,box", b"\nbox,b\0ox"), "box", "control"),
    "tab": ("units", lambda b: b.replace(b"\nbox,box", b"\nbox,b\tox"), "box", "control"),
    "zero width": (
        "units",
        lambda b: b.replace(b"\nbox,box", b"\nbox,b\xe2\x80\x8box"),
        "box",
        "invis",
    ),
    "Cyrillic letter": (
        "units",
        lambda b: b.replace(b"\nbox,box", b"\nbox,b\xd0\xbex"),
        "box",
        "looks like another",
    ),
    "full-width digit": (
        "units",
        lambda b: b.replace(b"\nbox,box", b"\nbox,b\xef\xbc\x91x"),
        "box",
        "looks like another",
    ),
    "hard space": (
        "units",
        lambda b: b.replace(b"\nbox,box", b"\nbox,b\xc2\xa0ox"),
        "box",
        "unusual",
    ),
    "lost letter": (
        "units",
        lambda b: b.replace(b"\nbox,box", b"\nbox,b\xef\xbf\xbdox"),
        "box",
        "lost",
    ),
    "Latin-1": ("claims", lambda b: b.replace("’".encode(), b"\x92", 1), "", "not UTF-8 at byte"),
    "no final line end": ("claims", lambda b: b[:-1], "", "does not end with a line end"),
    "trailing space": ("units", lambda b: b.replace(b"\nbox,box,", b"\nbox,box ,"), "box", "white"),
    "needless quotes": ("units", lambda b: b.replace(b"\nbox,", b'\n"box",'), "box", "quoted in"),
    "stray quote": ("units", lambda b: b.replace(b"\nbox,box", b'\nbox,b"ox'), "box", "quoted in"),
    "lost cell": ("units", lambda b: b.replace(b"\nbox,box,", b"\nbox,"), "box", "cells"),
    "empty line": ("units", lambda b: b.replace(b"\nbox,", b"\n\nbox,"), None, "cells"),
    "header alone": ("claim_operations", lambda b: b.split(b"\n")[0] + b"\n", "", "no rows"),
    "empty file": ("claim_operations", lambda b: b"", "", "no rows"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_bytes_are_named_though_the_descriptor_fits(bare: Path, name: str) -> None:
    table, change, row, words = BROKEN[name]
    change_bytes(bare, table, change)
    repair(bare)
    assert_found(check_bytes(bare, load_table_schemas()), "bytes", table, row, words)


@pytest.mark.parametrize("repaired", [False, True])
@pytest.mark.parametrize("table", ["units", "figures", "codes"])
def test_an_unterminated_last_quote_is_named_after_the_last_row_that_can_be_read(
    bare: Path, table: str, repaired: bool
) -> None:
    change_bytes(bare, table, unterminated)
    if repaired:
        repair(bare)
    rows = list(csv.reader(path_of(bare, table).read_text("utf-8").splitlines()[:-1]))
    before = " ".join(rows[-1][: 2 if table == "codes" else 1])
    found = findings_of(bare)
    assert_found(found, "bytes", table, "", f"after {before}")
    assert_found(found, "evidence", table, "", "no evidence was checked")


def test_a_decomposed_letter_is_named_with_its_row(bare: Path) -> None:
    def decompose(row: dict[str, str]) -> dict[str, str]:
        return {"definition": unicodedata.normalize("NFD", "Café.")}

    row = change_row(bare, "units", decompose)
    repair(bare)
    assert_found(check_bytes(bare, load_table_schemas()), "bytes", "units", row, "normal form C")


def test_the_tables_as_built_have_no_wrong_byte(bare: Path) -> None:
    assert check_bytes(bare, load_table_schemas()) == []
    assert all(read(bare, table) for table in ("posts", "claims", "figures"))
