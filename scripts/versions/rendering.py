"""Show a difference as text, CSV or JSON; each lists every row, cell and description."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from scripts.description.datapackage import dump_json
from scripts.versions.columns import Change
from scripts.versions.comparison import PackageDifference, TableDifference
from scripts.versions.package_reader import Key

_WIDEST = 70
_HEADER = ("table", "row", "change", "column", "old", "new", "bump")


def to_text(difference: PackageDifference) -> str:
    """Return the difference for people; long cells are shortened."""
    lines = [
        f"{difference.old_version} → {difference.new_version}: the changes demand "
        f"{difference.bump.word if difference.bump else 'no new version'}"
    ]
    lines += [f"package {_describe(change)}" for change in difference.properties]
    for table in difference.tables:
        counts = f"{len(table.added)} added, {len(table.changed)} changed"
        lines += ["", f"{table.name}: {counts}, {len(table.withdrawn)} withdrawn"]
        lines += [f"  {_describe(change)}" for change in table.description]
        lines += [f"  + {row_id(key)}" for key in table.added]
        for cell in table.cells:
            old, new = _shorten(cell.old), _shorten(cell.new)
            lines.append(f"  ~ {row_id(cell.key)} {cell.column}: {old} → {new}")
        lines += [f"  - {row_id(key)}" for key in table.withdrawn]
    return "\n".join(lines) + "\n"


def to_csv(difference: PackageDifference) -> str:
    """Return one line a changed cell or description, and one a filled cell of other rows.

    Other rows are those added or withdrawn.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_HEADER)
    for change in difference.properties:
        writer.writerow(_csv_line("", change))
    for table in difference.tables:
        writer.writerows(_csv_line(table.name, change) for change in table.description)
        writer.writerows(_csv_rows(table))
    return buffer.getvalue()


def to_json(difference: PackageDifference) -> str:
    """Return the difference as JSON: bump, properties, and by table its rows and description."""
    content = {
        "old_version": difference.old_version,
        "new_version": difference.new_version,
        "bump": difference.bump.word,
        "package": [_change_json(change) for change in difference.properties],
        "tables": {table.name: _table_json(table) for table in difference.tables},
    }
    return dump_json(content).decode()


def row_id(key: Key) -> str:
    """Return a row's key as one text, the way findings name it."""
    return " ".join(key)


def _describe(change: Change) -> str:
    words = f"{change.column} {change.kind}: {_shorten(change.old)} → {_shorten(change.new)}"
    return f"{words.strip()} ({change.bump.word})"


def _shorten(cell: str) -> str:
    text = repr(cell)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _csv_line(table: str, change: Change) -> tuple[str, ...]:
    return (table, "", change.kind, change.column, change.old, change.new, change.bump.word)


def _csv_rows(table: TableDifference) -> Iterator[tuple[str, ...]]:
    for key, row in table.added.items():
        for column, cell in row.items():
            if cell:
                yield (table.name, row_id(key), "row added", column, "", cell, "minor")
    for cell_change in table.cells:
        key, column, old, new = cell_change
        yield (table.name, row_id(key), "cell changed", column, old, new, "patch")
    for key, row in table.withdrawn.items():
        for column, cell in row.items():
            if cell:
                yield (table.name, row_id(key), "row withdrawn", column, cell, "", "minor")


def _change_json(change: Change) -> dict[str, str]:
    return {
        "column": change.column,
        "change": change.kind,
        "old": change.old,
        "new": change.new,
        "bump": change.bump.word,
    }


def _table_json(table: TableDifference) -> dict[str, Any]:
    def named(key: Key) -> dict[str, str]:
        return dict(zip(table.key, key, strict=True))

    return {
        "bump": table.bump.word,
        "description": [_change_json(change) for change in table.description],
        "added": list(table.added.values()),
        "changed": [
            {"key": named(cell.key), "column": cell.column, "old": cell.old, "new": cell.new}
            for cell in table.cells
        ],
        "withdrawn": list(table.withdrawn.values()),
    }
