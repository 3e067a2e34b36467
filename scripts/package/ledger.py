"""The memory of the project: its releases, every id that was released, and why some are gone."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from scripts.curation.finding import Finding, FindingsError, refuse
from scripts.curation.register_file import Entry, Fields, load_register
from scripts.package.changelog import CHANGELOG, UNRELEASED, read_changelog
from scripts.package.comparison import numbers_of
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.folder import files_in
from scripts.package.json_text import read_json
from scripts.package.reader import Package, read_file, read_package

LEDGER = "releases/ledger.json"
SUMS = "SHA256SUMS"
TOMBSTONES = "curation/tombstones.yaml"
RESTORE = "restore it as it was committed; without it no id is safe from reuse"
_IDS = r"[a-z]+(?:_[a-z]+)*(?: [^ ]+)+"
_HEIRS = ("successor",)
_STONE = Fields(
    ("reason", *_HEIRS), ("ids",), (*_HEIRS, "ids"), empty=_HEIRS, ids=_IDS, may_be_empty=True
)
_SHA256 = re.compile(r"[0-9a-f]{64}")
# The files that say which release a folder is.
_CORE = (DESCRIPTOR, "data/")


class Release(NamedTuple):
    """A release: its version and day, the sha256 of its zip, and of each file in it by path.

    `beside` has those of the files beside the zip by name. `withheld` names posts without whose
    words the zip was made anew after the release; the hashes are those of the new one.
    """

    version: str
    date: str
    sha256: str
    files: Mapping[str, str]
    beside: Mapping[str, str] = MappingProxyType({})
    withheld: Sequence[str] = ()


class Ledger(NamedTuple):
    """All releases, oldest first, and by table all ids that were ever released.

    An id that the last release does not have was withdrawn.
    """

    releases: tuple[Release, ...]
    ids: Mapping[str, list[str]]


def read_ledger(root: Path) -> Ledger:
    """Return the ledger of the project in `root`.

    Raises:
        FindingsError: the ledger is missing or malformed, or its releases are not the ones that
            CHANGELOG.md gives a day.
    """
    content = read_json(read_file(root, LEDGER), LEDGER)
    try:
        releases = tuple(Release(**entry) for entry in content["releases"])
        ids = {table: [str(row) for row in rows] for table, rows in content["ids"].items()}
        hashes = [one.sha256 for one in releases]
        hashes += [sha for one in releases for sha in (*one.files.values(), *one.beside.values())]
        is_whole = all(map(_SHA256.fullmatch, hashes)) and ids == content["ids"]
        if not is_whole or not all(numbers_of(one.version) for one in releases):
            raise ValueError("a hash, an id or a version of another form")
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise refuse(LEDGER, f"is not a ledger of releases: {error!r:.200}", RESTORE) from error
    told = [entry[:2] for entry in read_changelog(root)[::-1] if entry.day != UNRELEASED]
    if told != [one[:2] for one in releases]:
        raise refuse(LEDGER, f"its releases are not those that {CHANGELOG} gives a day", RESTORE)
    return Ledger(releases, ids)


def folder_of(version: str) -> str:
    """Return the folder of a release's files, relative to the project."""
    return f"releases/{version}"


def find_release(root: Path, release: Release) -> Path:
    """Return the zip of a release, whose hash is compared with the ledger.

    Raises:
        FindingsError: it is missing, or not the one that the ledger has.
    """
    folder = folder_of(release.version)
    found = sorted(path.name for path in (root / folder).glob(f"*-{release.version}.zip"))
    if len(found) != 1:
        raise refuse(folder, "has no zip of the release, or several", RESTORE)
    path = f"{folder}/{found[0]}"
    if sha256_of(read_file(root, path)) != release.sha256:
        raise refuse(path, f"is not the zip of {LEDGER}", RESTORE)
    return root / path


def read_last(root: Path, ledger: Ledger) -> Package:
    """Return the last release, an empty package before the first.

    Raises:
        FindingsError: its zip is not what the ledger says.
    """
    if not ledger.releases:
        return Package({}, {})
    last = ledger.releases[-1]
    path = find_release(root, last)
    package = read_package(path)
    if package.descriptor.get("version") != last.version:
        raise refuse(LEDGER, f"{last.version} is not the version of {path.name}", RESTORE)
    return package


def dump_ledger(ledger: Ledger) -> bytes:
    """Return the ledger as JSON, one file and one id a line, so that a release adds lines."""
    releases = [
        {name: value for name, value in one._asdict().items() if value} for one in ledger.releases
    ]
    content = {"releases": releases, "ids": ledger.ids}
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def add_release(
    ledger: Ledger,
    package: Package,
    day: str,
    contained: Mapping[str, bytes],
    files: Mapping[str, bytes],
) -> Ledger:
    """Return the ledger with one more release.

    Args:
        ledger: the ledger as it was.
        package: what is released.
        day: the day of the release, ISO 8601.
        contained: the files in its zip, by path.
        files: the zip and the files beside it, by name.
    """
    ids = dict(ledger.ids)
    for name, table in package.tables.items():
        if table.ids:
            ids[name] = list(dict.fromkeys((*ids.get(name, ()), *table.ids)))
    version = str(package.descriptor["version"])
    hashes = {name: sha256_of(content) for name, content in files.items()}
    (whole,) = (name for name in hashes if name.endswith(f"{version}.zip"))
    release = Release(version, day, hashes.pop(whole), hash_files(contained), hashes)
    return Ledger((*ledger.releases, release), ids)


def hash_files(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the sha256 of files by path, in order."""
    return {path: sha256_of(files[path]) for path in sorted(files)}


def released_as(folder: Path, ledger: Ledger) -> Release | None:
    """Return the release that a folder is, None if it is none.

    It is a release if its datapackage.json and the files under data/ are those of the release by
    their hashes, no more and no fewer.
    """
    try:
        found = (path.relative_to(folder).as_posix() for path in files_in(folder / "data"))
        hashes = {path: sha256_of(read_file(folder, path)) for path in (DESCRIPTOR, *found)}
    except (FindingsError, OSError):
        return None
    for one in ledger.releases:
        due = {path: sha for path, sha in one.files.items() if path.startswith(_CORE)}
        if due == hashes:
            return one
    return None


def sha256_of(content: bytes) -> str:
    """Return the sha256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def read_tombstones(root: Path) -> dict[tuple[str, str], Entry]:
    """Return the entries of withdrawn ids, by table and id, with `reason` and `successor`.

    An entry with `ids` stands for each of them, and its own name for what they have in common.

    Raises:
        FindingsError: the register is missing or malformed, or names an id twice.
    """
    entries, findings = load_register(root, TOMBSTONES, _STONE)
    stones: dict[tuple[str, str], Entry] = {}
    for name in sorted(entries):
        table, _, own = name.partition(" ")
        for row in entries[name].list("ids") or (own,):
            if (table, row) in stones:
                reason = f"{table} {row} has two tombstones"
                findings.append(
                    Finding(TOMBSTONES, entries[name].line, reason=reason, fix="keep one")
                )
            stones[table, row] = entries[name]
    if findings:
        raise FindingsError(findings)
    return stones
