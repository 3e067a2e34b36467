"""Whatever is in a package's folder, reading it gives tables or says what is wrong; no trace."""

import json
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.tables import TABLES
from scripts.package.csv_text import write_table
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.folder import read_folder
from scripts.package.form import check_descriptor
from scripts.package.source import Built

CLAIMS = "data/claims.csv"
CODES = [table.path for table in TABLES.values() if table.folder == "data/codes"]


def told(folder: Path) -> list[str]:
    """Return what is said of a folder, without how to fix it."""
    said = [f"{one.file}: {one.reason}" for one in read_folder(folder).findings]
    return sorted(words.partition(";")[0] for words in said)


def test_a_package_as_built_is_read_whole(
    bare: Path, built: Built, package: dict[str, bytes]
) -> None:
    found = read_folder(bare)
    assert (found.findings, found.unread) == ([], set())
    assert found.tables == built.book.tables
    assert found.files == package


def test_nothing_beside_the_package_is_looked_at(bare: Path) -> None:
    (bare / "notes").mkdir()
    (bare / "notes/data.csv").write_bytes(b"\xff")
    os.mkfifo(bare / "pipe")
    assert read_folder(bare).findings == []


def lose(folder: Path) -> list[str]:
    (folder / CLAIMS).unlink()
    return [f"{CLAIMS}: the file is missing"]


def lose_everything(folder: Path) -> list[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            path.unlink()
    paths = [DESCRIPTOR, *(table.path for table in TABLES.values())]
    return [f"{path}: the file is missing" for path in paths]


def add_file(folder: Path) -> list[str]:
    (folder / "data/links/more.csv").write_text("a\n")
    (folder / "data/empty/folders/are/not/files").mkdir(parents=True)
    return ["data/links/more.csv: is not described"]


def put_folder(folder: Path) -> list[str]:
    (folder / CLAIMS).unlink()
    (folder / CLAIMS).mkdir()
    return [f"{CLAIMS}: is not a regular file"]


def put_endless_link(folder: Path) -> list[str]:
    (folder / CLAIMS).unlink()
    (folder / CLAIMS).symlink_to("/dev/zero")
    return [f"{CLAIMS}: is a link, or in a folder that is one"]


def put_pipe(folder: Path) -> list[str]:
    (folder / DESCRIPTOR).unlink()
    os.mkfifo(folder / DESCRIPTOR)
    return [f"{DESCRIPTOR}: is not a regular file"]


def put_socket(folder: Path) -> list[str]:
    (folder / CLAIMS).unlink()
    before = os.getcwd()
    os.chdir(folder / "data")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("claims.csv")
    os.chdir(before)
    return [f"{CLAIMS}: is not a regular file"]


def link_folder(folder: Path) -> list[str]:
    (folder / "data/codes").rename(folder / "codes")
    (folder / "data/codes").symlink_to(folder / "codes")
    linked = [f"{path}: is a link, or in a folder that is one" for path in CODES]
    return [*linked, "data/codes: is not described"]


def link_data_to_everything(folder: Path) -> list[str]:
    (folder / "data").rename(folder / "elsewhere")
    (folder / "data").symlink_to("/")
    paths = [table.path for table in TABLES.values()]
    return [f"{path}: is a link, or in a folder that is one" for path in paths]


def make_data_a_file(folder: Path) -> list[str]:
    (folder / "data").rename(folder / "elsewhere")
    (folder / "data").write_text("a\n")
    paths = [table.path for table in TABLES.values()]
    return [f"{path}: cannot be read: Not a directory" for path in paths]


def name_oddly(folder: Path) -> list[str]:
    odd = [b"\xff.csv", b"two\nlines.csv", "\u202evsc.csv".encode(), b"\x1b[31m.csv"]
    for name in odd:
        Path(os.fsdecode(os.fsencode(folder / "data") + b"/" + name)).write_text("a\n")
    return [f"data/{os.fsdecode(name)}: is not described" for name in odd]


ODD = [
    lose,
    lose_everything,
    add_file,
    put_folder,
    put_endless_link,
    put_pipe,
    put_socket,
    link_folder,
    link_data_to_everything,
    make_data_a_file,
    name_oddly,
]


@pytest.mark.parametrize("change", ODD)
def test_what_is_not_a_file_of_the_package_is_named_and_not_read(
    bare: Path, change: Callable[[Path], list[str]]
) -> None:
    expected = change(bare)
    assert told(bare) == sorted(expected)
    found = read_folder(bare)
    assert {TABLES[name].path for name in found.unread} <= {one.file for one in found.findings}
    assert found.tables.keys() == TABLES.keys()
    assert all(found.tables[name] == [] for name in found.unread)


def test_a_file_that_may_not_be_read_is_named(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "claims.csv":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert told(bare) == [f"{CLAIMS}: cannot be read: Permission denied"]


def test_a_table_with_wrong_bytes_is_named_and_its_good_rows_are_kept(
    bare: Path, built: Built
) -> None:
    content = (bare / CLAIMS).read_bytes().replace(b"\np01.c02,", b"\nmore\np01.c02,", 1)
    (bare / CLAIMS).write_bytes(content)
    found = read_folder(bare)
    assert [(one.table, one.row) for one in found.findings] == [("claims", "row 2")]
    assert found.unread == {"claims"}
    assert found.tables["claims"] == built.book.tables["claims"]


def test_a_larger_file_than_any_package_has_is_not_read(bare: Path) -> None:
    with (bare / CLAIMS).open("r+b") as file:
        file.truncate(10**12)
    assert told(bare) == [f"{CLAIMS}: has more than 30000000 bytes"]


# What the property test puts into files: marks of CSV and JSON, and bytes of no text.
PIECES = st.sampled_from([b'"', b",", b"\n", b"\r\n", b"\0", b"\xff", b"[", b"}", b"NaN", b"\\u"])
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES | st.binary(max_size=8)), max_size=4
)
VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just([]) | st.just({})


def edited(content: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for share, length, piece in edits:
        place = int(share * len(content))
        content = content[:place] + piece + content[place + length :]
    return content


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every list and object of a JSON value with each of its keys."""
    for key in value if isinstance(value, dict) else range(len(value)):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from places(value[key])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.sampled_from(list(TABLES)), edits=EDITS)
def test_of_any_edited_table_something_is_said_or_it_is_what_would_be_written(
    bare: Path, package: dict[str, bytes], table: str, edits: list[tuple[float, int, bytes]]
) -> None:
    path = TABLES[table].path
    content = edited(package[path], edits)
    (bare / path).write_bytes(content)
    found = read_folder(bare)
    (bare / path).write_bytes(package[path])
    assert {one.table for one in found.findings} <= {table}
    rows = found.tables[table]
    assert found.findings or write_table(rows, list(TABLES[table].columns)) == content


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS, share=st.floats(0, 1, exclude_max=True), value=VALUES, by_value=st.booleans())
def test_of_any_edited_descriptor_something_is_said_or_it_says_the_same(
    package: dict[str, bytes],
    descriptor: dict[str, Any],
    edits: list[tuple[float, int, bytes]],
    share: float,
    value: object,
    by_value: bool,
) -> None:
    content = edited(package[DESCRIPTOR], edits)
    if by_value:
        changed = json.loads(package[DESCRIPTOR])
        all_places = list(places(changed))
        holder, key = all_places[int(share * len(all_places))]
        holder[key] = value
        content = json.dumps(changed).encode()
    if not check_descriptor(content, descriptor):
        assert json.loads(content) == descriptor
