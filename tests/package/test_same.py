"""Files of a release made elsewhere are the same if they hold the same."""

import base64
import gzip
import json
import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from scripts.package.same import is_same


def database(folder: Path, value: str, page: int) -> bytes:
    """Return a database with one row, in pages of a size."""
    path = folder / f"{value}-{page}.sqlite"
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute(f"pragma page_size = {page}")
        connection.execute("create table t (x text)")
        connection.execute("create virtual table t_fts using fts4 (x)")
        connection.execute("insert into t values (?)", [value])
    connection.close()
    return path.read_bytes()


def packed(parts: dict[str, bytes], method: int) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def script(content: bytes, level: int) -> bytes:
    text = base64.b64encode(gzip.compress(content, level)).decode()
    return f"window.DATABASE={json.dumps(text)};\n".encode()


def test_a_zip_is_the_same_byte_for_byte_alone() -> None:
    one = packed({"a": b"x" * 99}, zipfile.ZIP_STORED)
    assert is_same("zip", one, one)
    assert not is_same("zip", one, packed({"a": b"x" * 99}, zipfile.ZIP_DEFLATED))


def test_a_workbook_is_the_same_by_its_parts() -> None:
    one = packed({"a": b"x" * 99}, zipfile.ZIP_STORED)
    assert is_same("xlsx", one, packed({"a": b"x" * 99}, zipfile.ZIP_DEFLATED))
    assert not is_same("xlsx", one, packed({"a": b"y" * 99}, zipfile.ZIP_DEFLATED))


def test_a_database_is_the_same_by_its_rows(tmp_path: Path) -> None:
    one = database(tmp_path, "a", 1024)
    assert is_same("sqlite", one, database(tmp_path, "a", 4096))
    assert not is_same("sqlite", one, database(tmp_path, "b", 1024))


@pytest.mark.parametrize(
    ("value", "page", "text", "same"),
    [("a", 4096, "x", True), ("b", 1024, "x", False), ("a", 1024, "y", False)],
)
def test_a_site_is_the_same_by_its_files_and_the_rows_of_its_database(
    tmp_path: Path, value: str, page: int, text: str, same: bool
) -> None:
    one = {"index.html": b"x", "data/database.js": script(database(tmp_path, "a", 1024), 9)}
    other = {
        "index.html": text.encode(),
        "data/database.js": script(database(tmp_path, value, page), 1),
    }
    method = zipfile.ZIP_STORED
    assert is_same("site.zip", packed(one, method), packed(other, method)) is same
