"""A mutant: one small corruption of the package, and where it must be named."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from scripts.checks.finding import Finding
from scripts.mutations.package_copy import TABLES, Row, Rows, key_of, read, write

Tables = Mapping[str, Rows]


class Place(NamedTuple):
    """A table (or file) and the id of a row in it; '' where the whole table is meant."""

    table: str
    row: str = ""


@dataclass(frozen=True)
class Mutant:
    """One corruption.

    `change` corrupts the package in a folder and returns the places one of which a finding must
    name. `of_project` tells that it needs the curation beside the package; `undone_by_repair` that
    it changes nothing but hash, bytes and rows in the descriptor. `asks_form` tells that the form
    is asked also where another layer rejects the mutant: what people find who run frictionless
    alone. `column` is looked up in the list of what no rule can know.
    """

    kind: str
    name: str
    change: Callable[[Path], list[Place]]
    table: str = ""
    column: str = ""
    of_project: bool = False
    undone_by_repair: bool = False
    asks_form: bool = True


def is_named(places: list[Place], findings: list[Finding]) -> bool:
    """Tell whether a finding names one of the places."""
    return any(_names(finding, place) for finding in findings for place in places)


def _names(finding: Finding, place: Place) -> bool:
    """Tell whether a finding names table and row, the row also in its reason.

    A file that is out of step is named by its path.
    """
    path = TABLES[place.table]["path"] if place.table in TABLES else place.table
    if finding.table not in (place.table, path):
        return False
    words = rf"(?<![\w.-]){re.escape(place.row)}(?![\w-])"
    return not place.row or bool(re.search(words, f"{finding.row} {finding.reason}"))


def kin_of(folder: Path, table: str, rows: Rows) -> list[Place]:
    """Return the rows that given ones point at, and those that point at them.

    A row that is lost cannot be named, but what misses it can; of items, their check.
    """
    places = []
    for link in TABLES[table]["schema"].get("foreignKeys", []):
        target = link["reference"]["resource"] or table
        places += [Place(target, row[link["fields"][0]]) for row in rows if row[link["fields"][0]]]
    for name, other in TABLES.items():
        for link in other["schema"].get("foreignKeys", []):
            if (link["reference"]["resource"] or name) != table:
                continue
            ids = {row[link["reference"]["fields"][0]] for row in rows}
            pointing = [row for row in read(folder, name) if row[link["fields"][0]] in ids]
            places += [Place(name, key_of(name, row)) for row in pointing]
            if name == "consistency_items":
                places += [Place("consistency_checks", row["check_id"]) for row in pointing]
    if table == "operation_mentions":
        named = {(row["post_id"], row["operation_id"]) for row in rows}
        places += [
            Place("claim_operations", key_of("claim_operations", link))
            for link in read(folder, "claim_operations")
            if (link["claim_id"].split(".")[0], link["operation_id"]) in named
        ]
    return places


def change_cells(table: str, key: str, cells: Mapping[str, str]) -> Callable[[Path], list[Place]]:
    """Return the change of some cells of one row; the row or its kin may be named."""

    def change(folder: Path) -> list[Place]:
        rows = read(folder, table)
        row = next(row for row in rows if key_of(table, row) == key)
        changed = {**row, **cells}
        places = kin_of(folder, table, [row, changed])
        rows[rows.index(row)] = changed
        write(folder, table, rows)
        return [Place(table, key), Place(table, key_of(table, changed)), *places]

    return change


def cell_mutant(
    kind: str, table: str, row: Row, cells: Mapping[str, str], asks_form: bool = False
) -> Mutant:
    """Return the mutant that changes some cells of a row."""
    key = key_of(table, row)
    change = change_cells(table, key, cells)
    name = f"{table} {key}: {', '.join(cells)}"
    return Mutant(kind, name, change, table, next(iter(cells)), asks_form=asks_form)
