"""The files of a release, and the zip that holds them: the same bytes on every machine."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.package.csv_text import write_table
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.ledger import hash_files, read_tombstones
from scripts.package.reader import read_file

_PAGES = ("README.md", "CODEBOOK.md", "CHANGELOG.md", "CITATION.cff", ".zenodo.json")
_FOLDERS = ("docs", "metadata", "examples")


def release_name(descriptor: Mapping[str, Any]) -> str:
    """Return what the files of a release are called, without their endings."""
    return f"{descriptor['name']}-{str(descriptor['version']).removesuffix('-dev')}"


def make_release_files(
    root: Path, descriptor: Mapping[str, Any], made: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the content of every file of the release's zip by path, but for its sums.

    Args:
        root: the folder of the package.
        descriptor: the package's descriptor.
        made: what is made for the release alone; it takes the place of files of the same path.

    Raises:
        FindingsError: a file is missing.
    """
    paths = [DESCRIPTOR, *_PAGES]
    paths += [licence["path"] for licence in descriptor["licenses"]]
    paths += [resource["path"] for resource in descriptor["resources"]]
    for folder in _FOLDERS:
        found = [path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file()]
        # Without what programs leave behind on one machine.
        left = {path for path in found if any(one.startswith((".", "__")) for one in path.parts)}
        paths += [path.as_posix() for path in found if path not in left]
    files = {**{path: read_file(root, path) for path in paths}, **made}
    files["extras/withdrawn_ids.csv"] = _make_withdrawn_ids(root)
    return files


def make_sums(files: Mapping[str, bytes]) -> bytes:
    """Return the sha256 of files by path, as `sha256sum --check` reads them."""
    return "".join(f"{sha}  {path}\n" for path, sha in hash_files(files).items()).encode()


def make_zip(files: Mapping[str, bytes]) -> bytes:
    """Return the files as a zip: stored, in order of path, with one date and mode for all.

    Deflated data would differ from one version of zlib to the next.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            # Zip has no earlier day; a real one would differ between machines. 3 is Unix.
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, files[path])
    return buffer.getvalue()


def _make_withdrawn_ids(root: Path) -> bytes:
    """Return the withdrawn ids as CSV, one row a successor, or one row for none."""
    rows = [
        {"table": table, "id": row, "reason": stone.text("reason"), "successor": successor}
        for (table, row), stone in read_tombstones(root).items()
        for successor in stone.list("successor") or ("",)
    ]
    return write_table(rows, ("table", "id", "reason", "successor"))
