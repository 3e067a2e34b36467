"""What a release must not let pass: a version, changelog or list of ids that hides a change."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts.curation.finding import Finding, FindingsError
from scripts.curation.register_file import Entry
from scripts.package.changelog import entry_findings, read_changelog
from scripts.package.comparison import DEV, Change, compare_packages, next_version, numbers_of
from scripts.package.ledger import LEDGER, RESTORE, TOMBSTONES, Ledger, read_last, read_tombstones
from scripts.package.metadata import METADATA
from scripts.package.reader import NO_TABLE, Package
from scripts.tables.row import Row

_CHECKS = "consistency_checks"
_BURY = "add a tombstone with reason and successor, or bring the row back"
_HEIR = "name other ids of the same table, or write []"
_KEEP = "ids are never used again; give the row a new id"


def check_release(root: Path, ledger: Ledger, now: Package) -> tuple[str, list[Change]]:
    """Return the version, and what changed since the last release, where all is said of it.

    The version is that of the package, or a greater one that new rows demand.

    Raises:
        FindingsError: with everything that is not said, and every id that lost its meaning.
    """
    last = read_last(root, ledger)
    changes = compare_packages(last, now)
    version = str(now.descriptor["version"]).removesuffix(DEV)
    last_version = ledger.releases[-1].version if ledger.releases else ""
    due = next_version(last_version, changes) if last_version else version
    findings = [
        *_version_findings(version, due, changes),
        *entry_findings(read_changelog(root), version, changes),
        *_id_findings(ledger, last, now, read_tombstones(root)),
    ]
    if findings:
        raise FindingsError(findings)
    return max(version, due, key=numbers_of), changes


def bury_checks(root: Path, ledger: Ledger, now: Package, day: str) -> None:
    """Write the tombstones of checks found by machine that the figures do not ask any more.

    Nobody decided on them: with other figures other questions are asked.
    """
    old = read_last(root, ledger).tables.get(_CHECKS, NO_TABLE).rows
    rows = now.tables.get(_CHECKS, NO_TABLE).rows
    buried = {row for table, row in read_tombstones(root) if table == _CHECKS}
    lost = [
        key[0] for key, row in old.items() if key not in rows and row.get("found_by") == "machine"
    ]
    if gone := [row for row in lost if row not in buried]:
        stone = f"{_CHECKS} not-asked-{day}:\n  reason: The figures do not ask it any more.\n"
        stone += f"  successor: []\n  ids: [{', '.join(gone)}]\n"
        text = (root / TOMBSTONES).read_text("utf-8").rstrip("\n")
        (root / TOMBSTONES).write_text(f"{text}\n{stone}", "utf-8", newline="\n")


def _version_findings(version: str, due: str, changes: Sequence[Change]) -> Iterator[Finding]:
    """Yield that the version is none, or that what breaks a reading was not meant to be."""
    if not numbers_of(version):
        reason, fix = f"{version!r} is not a version", f"write three numbers, such as 1.2.0{DEV}"
        yield Finding(str(METADATA), reason=reason, fix=fix)
    elif numbers_of(version)[0] < numbers_of(due)[0]:
        greatest = max(changes, key=lambda change: change.bump, default="none")
        reason = f"must be {due}, not {version}; the greatest change: {greatest}"
        yield Finding(str(METADATA), reason=reason, fix=f"write {due}{DEV} or more")


def _id_findings(
    ledger: Ledger, last: Package, now: Package, stones: Mapping[tuple[str, str], Entry]
) -> Iterator[Finding]:
    """Yield every id that is gone without a tombstone, has a wrong one, or is used again.

    Rows without ids of their own are links between others: they may go and come back.
    """
    for (name, row), stone in stones.items():
        if row not in ledger.ids.get(name, ()):
            reason, fix = "has a tombstone and was never released", "remove the tombstone"
            yield Finding(TOMBSTONES, stone.line, name, row, "", reason, fix)
    for name, table in now.tables.items():
        old = last.tables.get(name, NO_TABLE)
        ids, before, ever = set(table.ids), set(old.ids), set(ledger.ids.get(name, ()))
        buried = {row: stone for (of, row), stone in stones.items() if of == name}
        known = ids | buried.keys()
        lost = {row for row in buried if not known - {row} >= set(buried[row].list("successor"))}
        common = table.rows.keys() & old.rows
        moved = {" ".join(key) for key in common if _has_moved(old.rows[key], table.rows[key])}
        rules = (
            (before - ever, LEDGER, "was released and is not in the ledger", RESTORE),
            (ever - known, TOMBSTONES, "is gone without a tombstone", _BURY),
            (ids & buried.keys(), TOMBSTONES, "has a tombstone and is in the table", _KEEP),
            (lost, TOMBSTONES, "has a successor that is not another id of the table", _HEIR),
            ((ever & ids) - before, "", "is used again after it was withdrawn", _KEEP),
            (moved, "", "is used again, for other words than it was given to", _KEEP),
        )
        for rows, file, reason, fix in rules if ids else ():
            for row in rows:
                line = buried[row].line if file == TOMBSTONES and row in buried else 0
                path = file or str(table.resource["path"])
                yield Finding(path, line, name, row, "", reason, fix)


def _has_moved(old: Row, new: Row) -> bool:
    """Tell whether a row has other words: its span may be cut or widened, not moved."""
    starts = [row.get("char_start", "") for row in (old, new)]
    ends = [row.get("char_end", "") for row in (old, new)]
    has_spans = all(cell.isdecimal() for cell in (*starts, *ends))
    return has_spans and max(map(int, starts)) >= min(map(int, ends))
