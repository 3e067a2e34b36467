"""What tests of the real package share: break a copy of it, and look for what is found."""

from collections.abc import Callable
from pathlib import Path

from scripts.checks.finding import Finding
from scripts.mutations.package_copy import Row, key_of, read, write
from scripts.validate import LayerResult, validate


def change_row(
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
