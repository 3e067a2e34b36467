"""CHANGELOG.md: what people wrote about each version, and the counts that a release adds.

An entry begins with '## 1.2.0 (unreleased)', which a release turns into '## 1.2.0 (2026-12-01)'.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scripts.curation.finding import Finding, FindingsError
from scripts.curation.text_file import read_text
from scripts.package.comparison import DEV, Bump, Change, count_rows, next_version
from scripts.package.metadata import METADATA, with_values

CHANGELOG = "CHANGELOG.md"
UNRELEASED = "unreleased"
_HEADING = re.compile(r"## ([0-9.]+) \((unreleased|[0-9]{4}-[0-9]{2}-[0-9]{2})\)")
_COUNTS = "| table | added | changed | withdrawn |"


class Entry(NamedTuple):
    """The entry of a version: its day (UNRELEASED until it has one), whole text and first line."""

    version: str
    day: str
    text: str
    line: int


def read_changelog(root: Path) -> list[Entry]:
    """Return the entries, newest first.

    Raises:
        FindingsError: the page is missing, or a heading has another form or comes twice.
    """
    entries: dict[str, Entry] = {}
    findings: list[Finding] = []
    line = 1
    for part in re.split(r"^(?=## )", read_text(root, CHANGELOG), flags=re.MULTILINE):
        heading = part.partition("\n")[0]
        found = _HEADING.fullmatch(heading)
        if found and found[1] not in entries:
            entries[found[1]] = Entry(found[1], found[2], part, line)
        elif heading.startswith("## "):
            reason = f"{heading!r} does not name a version of its own and a day"
            fix = f"write '## 1.2.0 (2026-12-01)' or '## 1.2.0 ({UNRELEASED})'"
            findings.append(Finding(CHANGELOG, line, reason=reason, fix=fix))
        line += part.count("\n")
    if findings:
        raise FindingsError(findings)
    return list(entries.values())


def entry_findings(
    entries: Sequence[Entry], version: str, changes: Sequence[Change]
) -> Iterator[Finding]:
    """Yield what the newest entry must say of a version before it is released, and does not."""
    newest = entries[0] if entries else Entry("", "", "", 1)
    wrong: dict[str, str] = {}
    if newest[:2] != (version, UNRELEASED):
        wrong[f"does not begin with {version}"] = f"write '## {version} ({UNRELEASED})' on top"
        changes = ()
    elif not re.search(r"^[-*] \S|^[A-Z]", newest.text, re.MULTILINE):
        wrong[f"{version} does not say in words what changed"] = "add a line '- …'"
    elif _COUNTS in newest.text:
        wrong[f"{version} counts rows"] = "remove the table; the release writes it"
    for change in changes:
        name = f"{change.table}.{change.column}".strip(".") or change.kind.split()[0]
        # A new table is named where its rows are counted.
        is_told = f"`{name}`" in newest.text or change.row or change.kind == "table added"
        if change.bump >= Bump.MINOR and not is_told:
            wrong[f"{version} does not say of `{name}`: {change.kind}"] = f"name `{name}` in words"
    for reason, fix in wrong.items():
        yield Finding(CHANGELOG, newest.line, reason=reason, fix=fix)


def announce(root: Path, line: str) -> dict[str, str]:
    """Return the files with one more line in the unreleased entry, which is begun where none is."""
    newest, text = read_changelog(root)[0], read_text(root, CHANGELOG)
    if newest.day == UNRELEASED:
        told = f"{newest.text.rstrip()}\n{line}\n\n"
        return {CHANGELOG: text.replace(newest.text, told, 1)}
    version = next_version(newest.version, ())
    told = f"## {version} ({UNRELEASED})\n\n{line}\n\n{newest.text}"
    values = with_values(root, version=f"{version}{DEV}")
    return {CHANGELOG: text.replace(newest.text, told, 1), str(METADATA): values}


def complete_changelog(
    text: str, entry: Entry, version: str, day: str, changes: Sequence[Change]
) -> str:
    """Return the page with version, day and the counts of rows in its unreleased entry."""
    counts = [f"| {name} | {' | '.join(map(str, n))} |" for name, n in count_rows(changes).items()]
    table = ["", _COUNTS, "|---|--:|--:|--:|", *counts] if counts else []
    heading = f"## {entry.version} ({UNRELEASED})"
    dated = entry.text.replace(heading, f"## {version} ({day})", 1).rstrip()
    end = "\n" if text.endswith(entry.text) else "\n\n"
    return text.replace(entry.text, "\n".join([dated, *table]) + end, 1)
