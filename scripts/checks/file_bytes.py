"""Layer 1, bytes: every table is clean UTF-8 text that any CSV reader reads the same way."""

import csv
import io
import unicodedata
from pathlib import Path
from typing import Any

from scripts.checks.finding import Finding


def check_files(folder: Path) -> list[Finding]:
    """Return what stands where a file or folder of the package should and is neither.

    Links, devices and pipes are refused before anything is read: they could lead anywhere, or
    never end.
    """
    places = [folder / "datapackage.json", folder / "data"]
    places += sorted((folder / "data").rglob("*"))
    return [
        Finding("bytes", place.relative_to(folder).as_posix(), "", "", "is no regular file")
        for place in places
        if place.is_symlink() or (place.exists() and not (place.is_file() or place.is_dir()))
    ]


def check_bytes(folder: Path, schemas: dict[str, Any]) -> list[Finding]:
    """Return what is wrong with the bytes of the tables (DESIGN, 'What checks the package', 1).

    Args:
        folder: the package's folder.
        schemas: the table schemas, from `load_table_schemas`.
    """
    findings = []
    for name, table in schemas["tables"].items():
        path = folder / table["path"]
        if not path.is_file():
            findings.append(Finding("bytes", name, "", "", f"{table['path']} is missing"))
            continue
        key = table["schema"]["primaryKey"]
        columns = [key] if isinstance(key, str) else key
        try:
            findings += check_table_bytes(name, path.read_bytes(), columns)
        except OSError as error:
            reason = f"{table['path']} cannot be read: {error.strerror}"
            findings.append(Finding("bytes", name, "", "", reason))
    return findings


def check_table_bytes(name: str, content: bytes, key: list[str]) -> list[Finding]:
    """Return what is wrong with the bytes of one table, whose primary key names its rows."""

    def finding(reason: str, row: str = "", column: str = "") -> Finding:
        return Finding("bytes", name, row, column, reason)

    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        at = content.count(b"\n", 0, error.start) + 1
        return [finding(f"not UTF-8 at byte {error.start}, line {at}")]
    findings = []
    if text.startswith("\ufeff"):
        findings.append(finding("begins with a byte order mark"))
    if "\r" in text:
        findings.append(
            finding(f"carriage return in line {text[: text.index(chr(13))].count(chr(10)) + 1}")
        )
    if "\0" in text:
        findings.append(finding("holds a NUL character"))
    if not text.endswith("\n"):
        findings.append(finding("does not end with a line end"))
    lines: list[list[str]] = []
    try:
        for line in csv.reader(io.StringIO(text, newline=""), strict=True):
            lines.append(line)
    except csv.Error as error:
        last = _row_id(lines[-1], _key_places(lines[0], key)) if lines else "the beginning"
        return [*findings, finding(f"no CSV after {last}: {error}")]
    if len(lines) < 2:
        findings.append(finding("holds no rows"))
        return findings
    places = _key_places(lines[0], key)
    findings += _check_cells(name, lines, places)
    position = 0
    for line in [] if findings else lines:
        buffer = io.StringIO(newline="")
        csv.writer(buffer, lineterminator="\n").writerow(line)
        if not text.startswith(buffer.getvalue(), position):
            row = "" if line is lines[0] else _row_id(line, places)
            return [finding("is quoted in another way than csv.writer does", row)]
        position += len(buffer.getvalue())
    return findings


def _key_places(header: list[str], key: list[str]) -> list[int]:
    return [header.index(column) for column in key if column in header]


def _row_id(line: list[str], places: list[int]) -> str:
    return " ".join(line[place] for place in places if place < len(line))


def _check_cells(name: str, lines: list[list[str]], places: list[int]) -> list[Finding]:
    header = lines[0]
    findings = []
    for line in lines[1:]:
        row = _row_id(line, places)
        if len(line) != len(header):
            reason = f"has {len(line)} cells, the header {len(header)}"
            findings.append(Finding("bytes", name, row, "", reason))
            continue
        for column, cell in zip(header, line, strict=True):
            if cell != cell.strip():
                reason = f"white space around {cell[:40]!r}"
                findings.append(Finding("bytes", name, row, column, reason))
            if not unicodedata.is_normalized("NFC", cell):
                reason = "is not in Unicode normal form C"
                findings.append(Finding("bytes", name, row, column, reason))
            if any(unicodedata.category(c) == "Cc" and c != "\n" for c in cell):
                reason = "holds a control character"
                findings.append(Finding("bytes", name, row, column, reason))
            elif not cell.replace("\n", "").isprintable() or "\ufffd" in cell:
                reason = "holds an invisible, lost or unassigned character, or an unusual space"
                findings.append(Finding("bytes", name, row, column, reason))
            elif foreign := next(filter(_is_foreign, cell), ""):
                reason = f"holds {foreign!r}, a letter or digit that looks like another"
                findings.append(Finding("bytes", name, row, column, reason))
    return findings


def _is_foreign(character: str) -> bool:
    """Tell of a letter that is neither Latin nor Chinese, or a digit that is not 0 to 9."""
    if character.isascii() or not character.isalnum():
        return False
    name = unicodedata.name(character, "")
    return not name.startswith(("LATIN ", "CJK UNIFIED ", "IDEOGRAPHIC "))
