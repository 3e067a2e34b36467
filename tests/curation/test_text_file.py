"""Whatever is in the place of a text file, its words or one clear message come out."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.curation.finding import FindingsError
from scripts.curation.text_file import LARGEST, read_text

FILE = Path("curation/words.txt")
TEXT = "one — eins\ntwo\nthree\n"


def link(path: Path) -> None:
    path.with_name("other").write_text(TEXT, "utf-8")
    path.symlink_to("other")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)


def bytes_of(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def under_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("a file where the folder belongs")


def encoded(text: str, encoding: str = "utf-8") -> Callable[[Path], object]:
    return bytes_of(text.encode(encoding, "surrogatepass"))


# what is there, the line that is named, words of the reason
PLACED: list[tuple[Callable[[Path], object], int, str]] = [
    (lambda path: None, 0, "the file is missing (make it)"),
    (bytes_of(b""), 0, "the file is empty (make it)"),
    (bytes_of(b"\n \n"), 0, "the file is empty (make it)"),
    (Path.mkdir, 0, "is not a regular file"),
    (link, 0, "is a link"),
    (lambda path: path.symlink_to(path), 0, "is a link"),
    (lambda path: path.symlink_to("/dev/zero"), 0, "is a link"),
    (os.mkfifo, 0, "is not a regular file"),
    (huge, 0, f"has more than {LARGEST} bytes"),
    (under_a_file, 0, "cannot be read: Not a directory"),
    (encoded("\ufeff" + TEXT), 1, "begins with a byte order mark"),
    (encoded(TEXT.replace("\n", "\r\n")), 1, "CRLF or CR line ends"),
    (encoded(TEXT.replace("two\n", "two\r")), 2, "CRLF or CR line ends"),
    (encoded(TEXT.replace("three", "\0")), 3, "a NUL character"),
    (encoded(TEXT, "utf-16"), 1, "a NUL character"),
    (encoded(TEXT, "cp1252"), 1, "not UTF-8 at byte 4"),
    (encoded(TEXT.replace("two", "\ud800")), 2, "not UTF-8 at byte 13"),
    (bytes_of(TEXT.encode() + b"\xe2\x80"), 4, "not UTF-8 at byte 23"),
]


@pytest.mark.parametrize(("place", "line", "reason"), PLACED, ids=[row[2] for row in PLACED])
def test_what_is_not_a_text_file_is_refused_once(
    tmp_path: Path, place: Callable[[Path], object], line: int, reason: str
) -> None:
    (tmp_path / FILE).parent.mkdir()
    place(tmp_path / FILE)
    with pytest.raises(FindingsError) as error:
        read_text(tmp_path, FILE, "make it")
    (finding,) = error.value.findings
    assert (finding.file, finding.line) == (str(FILE), line)
    assert reason in str(finding) and finding.fix


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(TEXT, "utf-8")
    (tmp_path / "file").chmod(0)
    with pytest.raises(FindingsError, match="file: cannot be read: Permission denied"):
        read_text(tmp_path, "file")


def test_other_words_are_returned_as_they_are(tmp_path: Path) -> None:
    text = f"{TEXT}\u2028 \x85\u202e\ufeff\U0001f600 no line end"
    (tmp_path / "file").write_bytes(text.encode())
    assert read_text(tmp_path, "file") == text
