"""The life of ids: released once, they keep their meaning or rest under a tombstone."""

from collections.abc import Iterator, Mapping, Sequence

from scripts.problem import Problem
from scripts.versions.ledger import Release
from scripts.versions.package_reader import Package, PackageTable, Row
from scripts.versions.tombstones import TOMBSTONES, Tombstone

Tombstones = Mapping[tuple[str, str], Tombstone]
_KEEP = "ids are never used again; give the row a new id"


def id_problems(
    releases: Sequence[Release], last: Package, now: Package, tombstones: Tombstones
) -> Iterator[Problem]:
    """Yield every id that was withdrawn without a tombstone, or is used again.

    Only tables whose rows have ids of their own are looked at: a link between two rows is named by
    their ids, and may go and come back.

    Args:
        releases: the ledger.
        last: the last release.
        now: the package as it is built now.
        tombstones: the register of withdrawn ids.
    """
    for name, table in now.tables.items():
        if not table.has_ids:
            continue
        known = {" ".join(key) for key in table.rows}
        released = {row_id for release in releases for row_id in _ids(release, name)}
        yield from _without_tombstone(name, sorted(released - known), tombstones)
        if releases:
            again = (known & released) - set(_ids(releases[-1], name))
            yield from _used_again(name, again, releases, now.tables[name])
        if name in last.tables:
            yield from _moved(name, last.tables[name], table)
    yield from _tombstone_problems(releases, now, tombstones)


def _ids(release: Release, table: str) -> Mapping[str, str]:
    return release.tables[table].rows if table in release.tables else {}


def _without_tombstone(
    name: str, withdrawn: Sequence[str], tombstones: Tombstones
) -> Iterator[Problem]:
    for row_id in withdrawn:
        if (name, row_id) not in tombstones:
            mend = f"add '{name} {row_id}:' with reason and successor, or bring the row back"
            message = f"{name} {row_id} was released and is withdrawn without a tombstone"
            yield Problem(str(TOMBSTONES), 0, message, mend)


def _used_again(
    name: str, again: set[str], releases: Sequence[Release], table: PackageTable
) -> Iterator[Problem]:
    for row_id in sorted(again):
        before = [release.version for release in releases if row_id in _ids(release, name)]
        message = f"{name} {row_id} is used again; it was withdrawn after version {before[-1]}"
        yield Problem(str(table.resource["path"]), 0, message, _KEEP)


def _moved(name: str, old: PackageTable, new: PackageTable) -> Iterator[Problem]:
    """An id stands for the words it was given to: its span may be cut or widened, not moved."""
    if not {"char_start", "char_end"} <= old.fields.keys() & new.fields.keys():
        return
    for key, row in new.rows.items():
        before = old.rows.get(key)
        if before is not None and _span(before) and _span(row) and not _overlap(before, row):
            message = f"{name} {' '.join(key)} is used again, for other words than it was given to"
            yield Problem(str(new.resource["path"]), 0, message, _KEEP)


def _span(row: Row) -> bool:
    return bool(row["char_start"] and row["char_end"])


def _overlap(one: Row, two: Row) -> bool:
    starts = int(one["char_start"]), int(two["char_start"])
    return max(starts) < min(int(one["char_end"]), int(two["char_end"]))


def _tombstone_problems(
    releases: Sequence[Release], now: Package, tombstones: Tombstones
) -> Iterator[Problem]:
    for (name, row_id), tombstone in tombstones.items():
        message = mend = ""
        table = now.tables.get(name)
        if not any(row_id in _ids(release, name) for release in releases):
            message, mend = "was never released", "remove its tombstone"
        elif table and table.has_ids:
            known = {" ".join(key) for key in table.rows}
            resting = {other for kind, other in tombstones if kind == name}
            missing = [one for one in tombstone.successors if one not in (known | resting)]
            if row_id in known:
                message, mend = "stands in the table although it has a tombstone", _KEEP
            elif missing:
                message = f"has the successor {missing[0]}, which is no row of {name}"
                mend = "name ids of the same table, or write []"
            elif row_id in tombstone.successors:
                message, mend = "succeeds itself", "name another id, or write []"
        if message:
            yield Problem(str(TOMBSTONES), tombstone.line, f"{name} {row_id} {message}", mend)
