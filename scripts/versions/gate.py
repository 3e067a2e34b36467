"""What a build must not let pass: a version, changelog or id list that says less than the data."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.description.metadata import METADATA
from scripts.problem import Problem, ProblemsFound
from scripts.versions.changelog import (
    CHANGELOG,
    Entry,
    entry_problems,
    read_changelog,
    wordless_problems,
)
from scripts.versions.comparison import PackageDifference, TableDifference, compare_packages
from scripts.versions.ids import id_problems
from scripts.versions.ledger import LAST, LEDGER, Release, read_ledger, record_table
from scripts.versions.package_reader import EMPTY, Package, package_from, read_package
from scripts.versions.tombstones import read_tombstones
from scripts.versions.version import parse_version


def version_problems(root: Path, files: Mapping[str, bytes]) -> list[Problem]:
    """Return everything that version, changelog and tombstones leave unsaid.

    Before the first release there is nothing to compare with: only the version's form and the
    changelog's newest entry are looked at.

    Args:
        root: the project's folder.
        files: the content of the built package by path.
    """
    try:
        releases = read_ledger(root)
        tombstones = read_tombstones(root)
        last = _read_last(root, releases)
        now = package_from(files.__getitem__, "the built package")
    except ProblemsFound as found:
        return list(found.problems)
    difference = compare_packages(last, now)
    return [
        *_version_problems(root, releases, difference),
        *_changelog_problems(root, releases, difference),
        *id_problems(releases, last, now, tombstones),
    ]


def _read_last(root: Path, releases: list[Release]) -> Package:
    """Return the last release, which must be what the ledger says of it."""
    if not releases:
        return EMPTY
    package = read_package(root / LAST)
    tables = {name: record_table(table) for name, table in package.tables.items()}
    if tables != releases[-1].tables or package.descriptor["version"] != releases[-1].version:
        message = f"is not version {releases[-1].version} as {LEDGER} records it"
        raise ProblemsFound([Problem(str(LAST), 0, message, "restore it as it was committed")])
    return package


def _version_problems(
    root: Path, releases: list[Release], difference: PackageDifference
) -> Iterator[Problem]:
    file, line = str(METADATA), _line_of_version(root)
    try:
        version = parse_version(difference.new_version)
    except ValueError as error:
        yield Problem(file, line, str(error))
        return
    if not releases:
        return
    last = parse_version(releases[-1].version)
    due = last.next(difference.bump)
    if version < last:
        message = f"version {version} comes before the last release, {last}"
        yield Problem(file, line, message, f"write {due} or more")
    elif version < due:
        message = (
            f"version {version} says less than what changed since {last}: the changes demand a "
            f"{difference.bump.word} version, for example {_reason(difference)}"
        )
        yield Problem(file, line, message, f"write {due} or more; see python -m scripts.diff")


def _reason(difference: PackageDifference) -> str:
    """Return one change that demands as much as all of them."""
    for change in difference.properties:
        if change.bump is difference.bump:
            return f"package {change}"
    table = next(table for table in difference.tables if table.bump is difference.bump)
    return f"{table.name} {_table_reason(table)}"


def _table_reason(table: TableDifference) -> str:
    for change in table.description:
        if change.bump is table.bump:
            return str(change)
    for rows, word in ((table.added, "added"), (table.withdrawn, "withdrawn")):
        for key in rows:
            return f"{' '.join(key)} {word}"
    cell = table.cells[0]
    return f"{' '.join(cell.key)} {cell.column} changed"


def _changelog_problems(
    root: Path, releases: list[Release], difference: PackageDifference
) -> Iterator[Problem]:
    file = str(CHANGELOG)
    try:
        entries, problems = read_changelog((root / CHANGELOG).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        yield Problem(file, 0, f"cannot be read: {error}", "restore it")
        return
    yield from problems
    for release in releases:
        if not any((e.version, e.date) == (release.version, release.date) for e in entries):
            message = f"the entry of the release {release.version} ({release.date}) is gone"
            yield Problem(file, 0, message, "restore it")
    newest = entries[0] if entries else None
    if newest is None or newest.version != difference.new_version:
        mend = f"begin with '## {difference.new_version} (unreleased)'"
        message = f"the newest entry is not that of version {difference.new_version}"
        yield Problem(file, newest.line if newest else 0, message, mend)
    else:
        yield from wordless_problems(newest)
        if _is_compared(newest, releases):
            yield from entry_problems(newest, difference)


def _is_compared(newest: Entry, releases: list[Release]) -> bool:
    """A released entry was compared when it was released; a first one need not count rows."""
    if not releases:
        return bool(newest.counts)
    return newest.version != releases[-1].version


def _line_of_version(root: Path) -> int:
    lines = (root / METADATA).read_text("utf-8").split("\n")
    return next((n for n, line in enumerate(lines, start=1) if line.startswith("version:")), 0)
