"""CHANGELOG.md: what people wrote about each version, and whether it says what changed.

An entry begins with '## 1.2.0 (2026-12-01)' or '## 1.2.0 (unreleased)'. It says in words what
changed, names each changed column as `table.column`, and counts rows in a table:

| table | added | changed | withdrawn |
|---|--:|--:|--:|
| claims | 3 | 1 | 0 |
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from scripts.problem import Problem
from scripts.versions.columns import Change
from scripts.versions.comparison import PackageDifference, TableDifference
from scripts.versions.version import Bump

CHANGELOG = Path("CHANGELOG.md")
COUNTS_HEADER = "| table | added | changed | withdrawn |"
_HEADING = re.compile(r"## ([0-9.]+) \((unreleased|[0-9]{4}-[0-9]{2}-[0-9]{2})\)")
_COUNTS = re.compile(r"\| `?([a-z_]+)`? \| ([0-9]+) \| ([0-9]+) \| ([0-9]+) \|")
Counts = tuple[int, int, int]


@dataclass(frozen=True)
class Entry:
    """One version's entry: its date ('' while unreleased), counts by table, words, first line."""

    version: str
    date: str
    counts: Mapping[str, Counts]
    text: str
    line: int


def read_changelog(text: str) -> tuple[list[Entry], list[Problem]]:
    """Return the entries in the order of the page, and headings that have another form."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for start, end in pairwise([*starts, len(lines)]):
        heading = _HEADING.fullmatch(lines[start])
        if not heading:
            mend = "write '## 1.2.0 (2026-12-01)' or '## 1.2.0 (unreleased)'"
            message = f"{lines[start]!r} names no version and date"
            problems.append(Problem(str(CHANGELOG), start + 1, message, mend))
            continue
        version, date = heading.groups()
        body = lines[start + 1 : end]
        counts, twice = _read_counts(body, start + 2)
        problems += twice
        date = "" if date == "unreleased" else date
        if date and not _is_day(date):
            problems.append(Problem(str(CHANGELOG), start + 1, f"{date} is no day", "correct it"))
        if any(entry.version == version for entry in entries):
            message = f"version {version} has two entries"
            problems.append(Problem(str(CHANGELOG), start + 1, message, "make one of them"))
        entries.append(Entry(version, date, counts, "\n".join(body), start + 1))
    return entries, problems


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _read_counts(body: list[str], first: int) -> tuple[dict[str, Counts], list[Problem]]:
    counts: dict[str, Counts] = {}
    problems = []
    for number, line in enumerate(body, start=first):
        found = _COUNTS.fullmatch(line.strip())
        if not found:
            continue
        name = found[1]
        if name in counts:
            message = f"the rows of {name} are counted twice in one entry"
            problems.append(Problem(str(CHANGELOG), number, message, "keep one line"))
        counts[name] = (int(found[2]), int(found[3]), int(found[4]))
    return counts, problems


def count_rows(table: TableDifference) -> Counts:
    """Return how many rows were added, changed and withdrawn."""
    return len(table.added), len(table.changed), len(table.withdrawn)


def entry_problems(entry: Entry, difference: PackageDifference) -> Iterator[Problem]:
    """Yield everything that an entry does not say, or says otherwise than the difference."""
    expected = {table.name: count_rows(table) for table in difference.tables}
    for name in sorted(expected.keys() | entry.counts.keys()):
        counts = expected.get(name, (0, 0, 0))
        if entry.counts.get(name, (0, 0, 0)) != counts:
            line = f"| {name} | {' | '.join(map(str, counts))} |"
            mend = f"write '{line}' under '{COUNTS_HEADER}'"
            message = f"{entry.version} does not count the rows of {name} as they changed"
            yield Problem(str(CHANGELOG), entry.line, message, mend)
    for name, change in _to_name(difference):
        if name not in entry.text:
            message = f"{entry.version} does not say of {name}: {change.kind}"
            yield Problem(str(CHANGELOG), entry.line, message, f"say it, naming {name}")


def wordless_problems(entry: Entry) -> Iterator[Problem]:
    """Yield that an entry holds no words, if it holds none."""
    if not re.search(r"^[-*] \S|^[A-Z]", entry.text, re.MULTILINE):
        message = f"{entry.version} does not say in words what changed"
        yield Problem(str(CHANGELOG), entry.line, message, "add a line '- …'")


def _to_name(difference: PackageDifference) -> Iterator[tuple[str, Change]]:
    """Yield what an entry must name; a new table is named where its rows are counted."""
    for change in difference.properties:
        if change.bump > Bump.PATCH:
            yield f"`{change.kind.split()[0]}`", change
    for table in difference.tables:
        for change in table.description:
            if change.bump > Bump.PATCH and change.kind != "table added":
                column = f".{change.column}" if change.column else ""
                yield f"`{table.name}{column}`", change
