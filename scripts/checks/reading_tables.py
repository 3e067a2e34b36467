"""Read the tables of a package as text: what the checks that need no pandas look at."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

TextRow = dict[str, str]
TextTables = dict[str, list[TextRow]]


def read_text_tables(folder: Path, schemas: dict[str, Any]) -> tuple[TextTables, list[str]]:
    """Return every table whose header is as described, and the names of the others.

    Args:
        folder: the package's folder.
        schemas: the table schemas, from `load_table_schemas`.
    """
    tables: TextTables = {}
    unreadable = []
    for name, table in schemas["tables"].items():
        columns = [field["name"] for field in table["schema"]["fields"]]
        rows = _read(folder / table["path"], columns)
        if rows is None:
            unreadable.append(name)
        else:
            tables[name] = rows
    return tables, unreadable


def by_sentence(rows: Iterable[TextRow]) -> dict[str, list[TextRow]]:
    """Return the rows of every sentence by its id, in their order."""
    found: dict[str, list[TextRow]] = {}
    for row in rows:
        found.setdefault(row["sentence_id"], []).append(row)
    return found


def _read(path: Path, columns: list[str]) -> list[TextRow] | None:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    if not lines or lines[0] != columns or any(len(line) != len(columns) for line in lines):
        return None
    return [dict(zip(columns, line, strict=True)) for line in lines[1:]]
