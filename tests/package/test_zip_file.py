"""A zip is read, or refused in one finding that says what is wrong with it."""

import io
import stat
import warnings
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.curation.finding import FindingsError
from scripts.package import zip_file
from scripts.package.zip_file import MOST_ENTRIES, read_zip

FILES = {"datapackage.json": b'{"resources": []}', "data/claims.csv": b"claim_id\n" + b"p01\n" * 99}
CENTRAL = b"PK\x01\x02"


def make(
    files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, again: str = "", kind: int = 0
) -> bytes:
    """Return a zip; `again` is one more entry, of a kind of file as in Unix."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in files.items():
            archive.writestr(name, content)
        if again:
            entry = zipfile.ZipInfo(again)
            entry.external_attr = kind << 16
            archive.writestr(entry, b"../elsewhere")
    return buffer.getvalue()


def patch(content: bytes, offset: int, new: bytes) -> bytes:
    """Change bytes in the first entry of the central directory."""
    place = content.index(CENTRAL) + offset
    return content[:place] + new + content[place + len(new) :]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_gives_its_files_by_path(method: int) -> None:
    assert read_zip(make(FILES, method, again="data/"), "x.zip") == FILES


ZIP = make(FILES)
BAD = {
    "text": (b"claim_id\np01.c01\n", "is not a zip file"),
    "nothing": (b"", "is not a zip file"),
    "cut off": (ZIP[:-30], "is not a zip file"),
    "other content": (ZIP.replace(b"datapackage", b"datapackagf", 1), "is a broken one"),
    "other bytes": (make(FILES, 0).replace(b"p01", b"p02"), "is a broken one"),
    "size in the header": (patch(ZIP, 24, b"\x01"), "is a broken one"),
    "encrypted": (patch(ZIP, 8, b"\x01"), "is encrypted"),
    "method": (make(FILES, zipfile.ZIP_LZMA), "is compressed in a way"),
    "absolute": (make(FILES, again="/etc/passwd"), "'/etc/passwd' leads out of the zip"),
    "upwards": (make(FILES, again="data/../../x"), "'data/../../x' leads out of the zip"),
    "backslash": (make(FILES, again="..\\x"), "leads out of the zip"),
    "link": (make(FILES, again="data/x", kind=stat.S_IFLNK), "is a link"),
    "pipe": (make(FILES, again="data/x", kind=stat.S_IFIFO), "another special file"),
    "twice": (make(FILES, again="data/claims.csv"), "'data/claims.csv' is there twice"),
    "twice in other words": (make(FILES, again="data//claims.csv"), "is there twice"),
    "entries": (make({str(n): b"" for n in range(MOST_ENTRIES + 1)}), f"than {MOST_ENTRIES} ent"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_zip_is_refused_in_one_finding(kind: str) -> None:
    content, words = BAD[kind]
    with pytest.raises(FindingsError) as caught:
        read_zip(content, "x.zip")
    (finding,) = caught.value.findings
    assert finding.file == "x.zip"
    assert words in finding.reason


def test_no_more_is_unpacked_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_file, "LARGEST", 1000)
    assert read_zip(make({"a": b"0" * 500, "b": b"0" * 500}), "x.zip").keys() == {"a", "b"}
    for files in ({"a": b"0" * 1001}, {"a": b"0" * 600, "b": b"0" * 600}):
        with pytest.raises(FindingsError, match="more than 1000 bytes when unpacked"):
            read_zip(make(files), "x.zip")


def test_no_entry_is_read_without_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    read = zipfile.ZipExtFile.read

    def spy(opened: zipfile.ZipExtFile, size: int | None = -1) -> bytes:
        asked.append(-1 if size is None else size)
        return read(opened, size)

    monkeypatch.setattr(zipfile.ZipExtFile, "read", spy)
    read_zip(ZIP, "x.zip")
    assert len(asked) == len(FILES) and all(0 < size <= zip_file.LARGEST + 1 for size in asked)


SIDE = st.integers(0, len(ZIP) - 1)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.lists(st.tuples(SIDE, st.binary(max_size=2)), min_size=1, max_size=5), st.booleans())
def test_whatever_the_bytes_there_are_files_or_a_finding(
    edits: list[tuple[int, bytes]], stored: bool
) -> None:
    content = make(FILES, zipfile.ZIP_STORED) if stored else ZIP
    for place, new in edits:
        content = content[:place] + new + content[place + 1 :]
    try:
        files = read_zip(content, "x.zip")
    except FindingsError as error:
        assert len(error.findings) == 1
    else:
        assert all(isinstance(one, bytes) for one in files.values())


def test_an_entry_without_a_name_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), "x")
    with pytest.raises(FindingsError, match="has no name"):
        read_zip(buffer.getvalue(), "e.zip")
