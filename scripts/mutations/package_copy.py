"""A copy of the package, to be broken: read and write its tables, repair its descriptor."""

import csv
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

from scripts.description.cache import load_table_schemas
from scripts.description.datapackage import dump_json
from scripts.versions.ledger import LAST, LEDGER, dump_ledger

Row = dict[str, str]
Rows = list[Row]
DESCRIPTOR = "datapackage.json"
TABLES: dict[str, Any] = load_table_schemas()["tables"]
_NO_PART_OF_THE_PROJECT = ignore_patterns(
    *(".git", ".venv*", ".*_cache", "__pycache__", ".staging", "tests", "dist", LAST.name)
)


def copy_bare(project: Path, folder: Path) -> Path:
    """Copy what people download: the descriptor and the tables, nothing else."""
    folder.mkdir(parents=True)
    copytree(project / "data", folder / "data")
    (folder / DESCRIPTOR).write_bytes((project / DESCRIPTOR).read_bytes())
    return folder


def copy_whole(project: Path, folder: Path) -> Path:
    """Copy the project: curation, package, pages and code; no repository, tests or caches.

    The copy stands before its first release, so that data may change without another version.
    """
    copytree(project, folder, ignore=_NO_PART_OF_THE_PROJECT)
    (folder / LEDGER).write_bytes(dump_ledger([]))
    return folder


def path_of(folder: Path, table: str) -> Path:
    """Return the file of a table."""
    return folder / str(TABLES[table]["path"])


def columns_of(table: str) -> list[str]:
    """Return the columns of a table, in order."""
    return [field["name"] for field in TABLES[table]["schema"]["fields"]]


def read(folder: Path, table: str) -> Rows:
    """Return the rows of a table as text."""
    with path_of(folder, table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, table: str, rows: Rows) -> None:
    """Write the rows of a table as a build would."""
    with path_of(folder, table).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns_of(table), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def key_of(table: str, row: Row) -> str:
    """Return a row's primary key as findings name it."""
    return " ".join(row[part] for part in TABLES[table]["schema"]["primaryKey"])


def repair(folder: Path) -> None:
    """Make hash, bytes and rows of the descriptor fit the tables, as a forger would.

    Tables that the descriptor or the disk lacks are passed over, as is a descriptor that is no
    JSON.
    """
    path = folder / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text("utf-8"))
        resources = [(folder / resource["path"], resource) for resource in descriptor["resources"]]
    except (OSError, ValueError, LookupError, TypeError):
        return
    for file, resource in resources:
        if not file.is_file():
            continue
        content = file.read_bytes()
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
        text = content.decode("utf-8", "replace").replace("\0", "")
        resource["rows"] = max(sum(1 for _ in csv.reader(text.splitlines(keepends=True))) - 1, 0)
    path.write_bytes(dump_json(descriptor))


def change_bytes(folder: Path, table: str, change: Callable[[bytes], bytes]) -> None:
    """Change the bytes of one table.

    Raises:
        ValueError: the bytes are as before.
    """
    path = path_of(folder, table)
    before = path.read_bytes()
    after = change(before)
    if after == before:
        raise ValueError(f"the bytes of {table} are as before")
    path.write_bytes(after)


def change_descriptor(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the descriptor."""
    path = folder / DESCRIPTOR
    descriptor = json.loads(path.read_text("utf-8"))
    change(descriptor)
    path.write_bytes(dump_json(descriptor))


def change_text(path: Path, old: str, new: str) -> int:
    """Replace the first `old` in a file; return the line it stood in.

    Raises:
        ValueError: `old` stands nowhere, or nothing changes.
    """
    text = path.read_bytes().decode("utf-8")
    if old not in text or old == new:
        raise ValueError(f"{old!r} is not changed in {path.name}")
    path.write_bytes(text.replace(old, new, 1).encode())
    return text.count("\n", 0, text.index(old)) + 1
