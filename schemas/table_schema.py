"""From a table to its Table Schema (https://datapackage.org/standard/table-schema/)."""

from collections.abc import Collection, Mapping
from typing import Any

from schemas.model import Column, Table

Codelists = Mapping[str, Collection[str]]
"""The codes of every codelist, by the list's name."""


def to_table_schema(table: Table, codelists: Codelists) -> dict[str, Any]:
    """Return the Table Schema of a table.

    Args:
        table: the table.
        codelists: the codes that the columns with a codelist take.

    Raises:
        KeyError: there is no codelist of the name that a column gives.
    """
    schema: dict[str, Any] = {
        "fields": [_field(name, column, codelists) for name, column in table.columns.items()],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    keys = [
        {
            "fields": [name],
            # '' is the table itself, for readers of versions 1 and 2 of the standard
            "reference": {"resource": "" if target == table.name else target, "fields": [column]},
        }
        for name, (target, column) in table.references.items()
    ]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _field(name: str, column: Column, codelists: Codelists) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": name,
        "type": column.type,
        "title": column.title,
        "description": column.description,
    }
    if column.type == "date":
        field["format"] = "default"
    if constraints := _constraints(column, codelists):
        field["constraints"] = constraints
    if column.codelist:
        field["codelist"] = column.codelist
    if column.words:
        field["postsWords"] = True
    return field


def _constraints(column: Column, codelists: Codelists) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.pattern:
        constraints["pattern"] = f"(?:{column.pattern})"
    if column.codelist:
        constraints["enum"] = sorted(codelists[column.codelist])
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    return constraints
