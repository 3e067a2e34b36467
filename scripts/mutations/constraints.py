"""Cells that break what the Table Schemas say: the constraints generated from the models."""

from collections.abc import Iterator
from typing import Any

from scripts.mutations.mutant import Mutant, Tables, cell_mutant
from scripts.mutations.package_copy import TABLES, Row

_NEVER_A_DAY = "2023-02-30"


def constraint_mutants(tables: Tables) -> Iterator[Mutant]:
    """Yield, for every kind of constraint in every table, a mutant of the last column with it."""
    for table in TABLES:
        yield from {mutant.kind: mutant for mutant in _of_table(table, tables)}.values()


def _of_table(table: str, tables: Tables) -> Iterator[Mutant]:
    schema = TABLES[table]["schema"]
    first, last = tables[table][0], tables[table][-1]
    for field in schema["fields"]:
        column = field["name"]
        row = next((row for row in tables[table] if row[column]), first)
        for kind, cell in _wrong_cells(field, row):
            yield cell_mutant(kind, table, row, {column: cell}, asks_form=True)
        if field.get("constraints", {}).get("unique"):
            yield cell_mutant(
                "value of a unique column doubled", table, last, {column: row[column]}
            )
    for link in schema.get("foreignKeys", []):
        column = link["fields"][0]
        row = next((row for row in tables[table] if row[column]), first)
        cell = _id_of_nothing(row[column])
        yield cell_mutant("link to nowhere", table, row, {column: cell}, asks_form=True)
    key = {part: last[part] for part in schema["primaryKey"]}
    yield cell_mutant("primary key doubled", table, first, key, asks_form=True)


def _wrong_cells(field: dict[str, Any], row: Row) -> Iterator[tuple[str, str]]:
    constraints = field.get("constraints", {})
    if constraints.get("required"):
        yield "required cell emptied", ""
    if "enum" in constraints:
        yield "code of no list", "no_such_code"
    if "pattern" in constraints:
        yield "cell of another form", f"{row[field['name']]} ?"
    if "minimum" in constraints:
        yield "number below its minimum", str(constraints["minimum"] - 1)
    if "maximum" in constraints:
        yield "number above its maximum", str(int(constraints["maximum"]) + 1)
    if field["type"] in ("integer", "number"):
        yield "word for a number", "many"
        yield "number that is none", "NaN"
    if field["type"] == "integer":
        yield "decimal for an integer", "1.5"
    if field["type"] == "date":
        yield "day that never was", _NEVER_A_DAY


def _id_of_nothing(known: str) -> str:
    """Return an id of the same form that names nothing."""
    if known.startswith("p") and "." in known:
        return f"{known.split('.')[0]}.{known.split('.')[1][0]}999"
    if known[:1] == "p" and known[1:].isdigit():
        return "p99"
    return "unheard_of" if "_" in known else "unheard"
