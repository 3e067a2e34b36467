"""From a table to its Table Schema (https://datapackage.org/standard/table-schema/)."""

from collections.abc import Collection, Mapping
from typing import Any

from schemas.model import Column, Table

Codelists = Mapping[str, Collection[str]]
"""The codes of every codelist, by the list's name."""


def to_table_schema(table: Table, codelists: Codelists) -> dict[str, Any]:
    """Return the Table Schema of a table.

    Raises:
        KeyError: there is no codelist of the name that a column gives.
    """
    schema: dict[str, Any] = {
        "fields": [_field(name, column, codelists) for name, column in table.columns.items()],
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
    codes = sorted(codelists[column.codelist]) if column.codelist else []
    # Readers that make a scalar of a list of one (frictionless-r) would write an invalid schema.
    if len(codes) > 1:
        constraints["enum"] = codes
    pattern = codes[0] if len(codes) == 1 else column.pattern
    # frictionless fails on an empty cell when it gives a pattern to SQL; pandera checks those.
    if pattern and column.required:
        # The standard asks for XML Schema expressions, which know plain groups alone.
        constraints["pattern"] = f"({pattern.replace('(?:', '(')})"
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    return constraints
