"""A copy of the package, to be read or broken: its tables as rows, its descriptor repaired."""

import csv
import hashlib
import json
from pathlib import Path
from shutil import copytree

from schemas.tables import TABLES
from scripts.package.csv_text import write_table
from scripts.package.descriptor import DESCRIPTOR, dump_json

Rows = list[dict[str, str]]


def copy_bare(project: Path, folder: Path) -> Path:
    """Copy what people download: the descriptor and the tables, nothing else."""
    folder.mkdir(parents=True)
    copytree(project / "data", folder / "data")
    (folder / DESCRIPTOR).write_bytes((project / DESCRIPTOR).read_bytes())
    return folder


def path_of(folder: Path, table: str) -> Path:
    """Return the file of a table."""
    return folder / TABLES[table].path


def read(folder: Path, table: str) -> Rows:
    """Return the rows of a table as text."""
    with path_of(folder, table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, table: str, rows: Rows) -> None:
    """Write the rows of a table as a build would."""
    path_of(folder, table).write_bytes(write_table(rows, list(TABLES[table].columns)))


def repair(folder: Path) -> None:
    """Make hash, bytes and rows of the descriptor fit the tables, as a forger would."""
    path = folder / DESCRIPTOR
    descriptor = json.loads(path.read_text("utf-8"))
    for resource in descriptor["resources"]:
        content = (folder / resource["path"]).read_bytes()
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
        resource["rows"] = len(list(csv.reader(content.decode().splitlines(keepends=True)))) - 1
    path.write_bytes(dump_json(descriptor))
