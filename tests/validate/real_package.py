"""The real package, to be broken: read and write its tables, repair its descriptor."""

import csv
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

from scripts.checks.finding import Finding
from scripts.description.cache import load_table_schemas
from scripts.description.datapackage import dump_json
from scripts.validate import LayerResult, validate

Row = dict[str, str]
Rows = list[Row]
TABLES = load_table_schemas()["tables"]


def make_bare(project: Path, folder: Path) -> Path:
    """Copy what people download: the descriptor and the tables, nothing else."""
    folder.mkdir()
    copytree(project / "data", folder / "data")
    (folder / "datapackage.json").write_bytes((project / "datapackage.json").read_bytes())
    return folder


def path_of(folder: Path, table: str) -> Path:
    return folder / str(TABLES[table]["path"])


def read(folder: Path, table: str) -> Rows:
    with path_of(folder, table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder: Path, table: str, rows: Rows) -> None:
    columns = [field["name"] for field in TABLES[table]["schema"]["fields"]]
    with path_of(folder, table).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def key_of(table: str, row: Row) -> str:
    """Return a row's primary key as findings name it."""
    return " ".join(row[part] for part in TABLES[table]["schema"]["primaryKey"])


def repair(folder: Path) -> None:
    """Make hash, bytes and rows of the descriptor fit the tables, as a forger would."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    for resource in descriptor["resources"]:
        content = (folder / resource["path"]).read_bytes()
        resource["bytes"] = len(content)
        resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
        text = content.decode("utf-8", "replace")
        resource["rows"] = max(sum(1 for _ in csv.reader(text.splitlines(keepends=True))) - 1, 0)
    path.write_bytes(dump_json(descriptor))


def mutate(
    folder: Path,
    table: str,
    change: Callable[[Row], dict[str, str]],
    chosen: Callable[[Row], bool] = lambda row: True,
) -> str:
    """Change cells of the first row that is chosen; return the key it had."""
    rows = read(folder, table)
    row = next(filter(chosen, rows))
    key = key_of(table, row)
    row.update(change(row))
    write(folder, table, rows)
    return key


def mutate_bytes(folder: Path, table: str, change: Callable[[bytes], bytes]) -> None:
    """Change the bytes of one table; fails where nothing changes."""
    path = path_of(folder, table)
    before = path.read_bytes()
    after = change(before)
    assert after != before, "the bytes are as before"
    path.write_bytes(after)


def mutate_descriptor(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the descriptor."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    change(descriptor)
    path.write_bytes(dump_json(descriptor))


def change_text(path: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file; fails where it stands nowhere or nothing changes."""
    text = path.read_text("utf-8")
    assert old in text and old != new, f"{old!r} is not changed in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def findings_of(folder: Path) -> list[Finding]:
    """Return what all layers find."""
    return [finding for result in validate(folder) for finding in result.findings]


def note_of(results: list[LayerResult], layer: str) -> str:
    return next(result.note for result in results if result.layer == layer)


def assert_found(
    found: list[Finding], layer: str, table: str, row: str | None = None, words: str = ""
) -> None:
    """Assert that a finding names layer, table, row and reason; show all findings otherwise."""
    named = [
        f
        for f in found
        if (f.layer, f.table) == (layer, table)
        and row in (None, f.row)
        and words.lower() in f"{f.column} {f.reason}".lower()
    ]
    shown = "\n".join(f"{f.layer}: {f}" for f in sorted(found)[:20])
    assert named, f"no finding of {layer} names {table} {row} {words!r}, but:\n{shown}"
