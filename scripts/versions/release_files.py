"""The files of a release, and the zip that holds them: the same bytes on every machine."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.problem import Problem, ProblemsFound
from scripts.versions.flat_figures import PATH as FLAT_FIGURES
from scripts.versions.flat_figures import make_flat_figures
from scripts.versions.package_reader import DESCRIPTOR, read_package
from scripts.versions.tombstones import Tombstone, read_tombstones

SUMS = "SHA256SUMS"
WITHDRAWN = "extras/withdrawn_ids.csv"
_PAGES = (
    DESCRIPTOR,
    "README.md",
    "CODEBOOK.md",
    "CHANGELOG.md",
    "CITATION.cff",
    ".zenodo.json",
)
_FOLDERS = ("docs", "metadata", "examples")
# Zip knows no earlier day; a real date would differ from one machine to the next.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o100644


def make_release_files(root: Path) -> dict[str, bytes]:
    """Return the content of every file of the release by path, from the package in `root`.

    Raises:
        ProblemsFound: a file is missing, or the package cannot be read.
    """
    package = read_package(root)
    licences = [licence["path"] for licence in package.descriptor["licenses"]]
    tables = [table.resource["path"] for table in package.tables.values()]
    folders = [path for folder in _FOLDERS for path in _list_files(root, folder)]
    files = _read(root, [*_PAGES, *licences, *tables, *folders])
    files[FLAT_FIGURES] = make_flat_figures(package)
    files[WITHDRAWN] = _make_withdrawn(read_tombstones(root).values())
    files[SUMS] = _make_sums(files)
    return files


def make_zip(files: Mapping[str, bytes]) -> bytes:
    """Return the files as a zip: stored, in order of path, with one date and mode for all.

    Deflated data would differ from one version of zlib to the next.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _DATE)
            entry.create_system = _UNIX
            entry.external_attr = _MODE << 16
            archive.writestr(entry, files[path])
    return buffer.getvalue()


def _list_files(root: Path, folder: str) -> list[str]:
    """Return the files in a folder, without those that programs leave there on one machine."""
    paths = (path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file())
    return [
        path.as_posix()
        for path in paths
        if not any(part.startswith((".", "__")) for part in path.parts)
    ]


def _read(root: Path, paths: Iterable[str]) -> dict[str, bytes]:
    files = {}
    problems = []
    for path in paths:
        try:
            files[path] = (root / path).read_bytes()
        except OSError as error:
            message = f"belongs to the release and cannot be read: {error.strerror}"
            problems.append(Problem(path, 0, message, "build the package"))
    if problems:
        raise ProblemsFound(problems)
    return files


def _make_withdrawn(tombstones: Iterable[Tombstone]) -> bytes:
    """Return the withdrawn ids as CSV, one row a successor; none where nothing was withdrawn."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("table", "id", "reason", "successor"))
    for stone in sorted(tombstones):
        for successor in stone.successors or ("",):
            writer.writerow((stone.table, stone.id, stone.reason, successor))
    return buffer.getvalue().encode()


def _make_sums(files: Mapping[str, bytes]) -> bytes:
    """Return the hashes as `sha256sum --check` reads them."""
    lines = [f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)]
    return "".join(lines).encode()
