"""Tables as CSV text: RFC 4180 quoting, UTF-8 without BOM, LF line ends; one writer, one reader."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from scripts.curation.finding import Finding
from scripts.tables.row import Row

# The longest cell that is read, in characters; the longest post has 8,000.
LONGEST_CELL = 2**20
# The most lines that are read; the largest table of 1.0.0 has 800. A finding takes a hundred times
# the bytes of the empty line that it names.
MOST_LINES = 200_000


def write_table(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> bytes:
    """Return the rows as CSV, the same bytes on every machine.

    Raises:
        KeyError: a row lacks a column.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return buffer.getvalue().encode()


def read_table(
    name: str, content: bytes, columns: Sequence[str]
) -> tuple[list[Row], list[Finding]]:
    """Return the rows of a table, and what is wrong with its bytes, header and rows.

    Rows are empty where the header is not the expected one; a row with too few or too many cells
    is left out. Findings name the table by `name` and the row by its number, from 1.
    """

    def finding(reason: str, row: str = "") -> Finding:
        return Finding(table=name, row=row, reason=reason, fix="build the package again")

    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [], [finding(f"not UTF-8 at byte {error.start}, line {line}")]
    findings = [finding(reason) for reason in _wrong_characters(text)]
    if text.count("\n") > MOST_LINES:
        return [], [*findings, finding(f"has more than {MOST_LINES} lines")]
    lines: list[list[str]] = []
    # Set here, because frictionless and others set it too.
    csv.field_size_limit(LONGEST_CELL)
    try:
        lines.extend(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        return [], [*findings, finding(f"not CSV after line {len(lines)}: {error}")]
    if not lines or lines[0] != list(columns):
        given = ", ".join(lines[0])[:200] if lines else "missing"
        return [], [*findings, finding(f"the header is {given}; it should be {', '.join(columns)}")]
    if len(lines) == 1:
        findings.append(finding("has no rows"))
    rows = []
    for number, cells in enumerate(lines[1:], start=1):
        if len(cells) == len(columns):
            rows.append(Row(dict(zip(columns, cells, strict=True))))
        else:
            reason = f"has {len(cells)} cells, the header {len(columns)}"
            findings.append(finding(reason, f"row {number}"))
    if not findings and write_table(rows, columns) != content:
        where = _where(rows, content, columns)
        findings.append(finding(f"is quoted in another way than csv.writer does{where}"))
    return rows, findings


def _wrong_characters(text: str) -> list[str]:
    wrong = []
    if text.startswith("\ufeff"):
        wrong.append("begins with a byte order mark")
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        wrong.append(f"has a carriage return, first in line {line}")
    if "\0" in text:
        wrong.append("has a NUL character")
    if text and not text.endswith("\n"):
        wrong.append("does not end with a line end")
    return wrong


def _where(rows: Sequence[Row], content: bytes, columns: Sequence[str]) -> str:
    """Return the first line of the file that is not as it would be written."""
    due = write_table(rows, columns).split(b"\n")
    pairs = enumerate(zip_longest(content.split(b"\n"), due), start=1)
    return next((f", first in line {number}" for number, (one, two) in pairs if one != two), "")
