"""From a table's pandera schema to its Table Schema (https://datapackage.org/standard/table-schema/)."""

from collections.abc import Callable, Mapping
from typing import Any

import pandera.pandas as pa

from schemas.table import Table

_TYPES = {"string": "string", "str": "string", "Int64": "integer", "Float64": "number"}
_STORAGE = "["  # pandas adds the storage: string[python]
_CONSTRAINTS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "str_matches": lambda found: {"pattern": found["pattern"].removesuffix(r"\Z")},
    "isin": lambda found: {"enum": list(found["allowed_values"])},
    "greater_than_or_equal_to": lambda found: {"minimum": found["min_value"]},
    "in_range": lambda found: {
        "minimum": found["min_value"],
        "maximum": found["max_value"],
    },
}


def to_table_schema(table: Table) -> dict[str, Any]:
    """Return the Table Schema of a table.

    Raises:
        ValueError: a column lacks title or description, or has a type or check that has no
            counterpart; nothing is left out silently.
    """
    fields = [_field(table, name, column) for name, column in table.schema.columns.items()]
    schema: dict[str, Any] = {
        "fields": fields,
        "missingValues": [""],
        "primaryKey": list(table.primary_key),
    }
    keys = [
        {
            "fields": [name],
            "reference": {
                # '' is the table itself, for readers of versions 1 and 2 of the standard
                "resource": "" if resource == table.name else resource,
                "fields": [column],
            },
        }
        for name, found in table.schema.columns.items()
        for resource, column in [(found.metadata or {}).get("references", ("", ""))]
        if column
    ]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _field(table: Table, name: str, column: pa.Column) -> dict[str, Any]:
    where = f"{table.name}.{name}"
    if not column.title or not column.description:
        raise ValueError(f"{where} has no title or no description")
    dtype = str(column.dtype).partition(_STORAGE)[0]
    if dtype not in _TYPES:
        raise ValueError(f"{where} has the unknown type {column.dtype}")
    metadata = column.metadata or {}
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    for check in column.checks:
        if check.name not in _CONSTRAINTS:
            raise ValueError(f"{where} has a check without counterpart: {check.name}")
        constraints |= _CONSTRAINTS[check.name](check.statistics or {})
    field: dict[str, Any] = {
        "name": name,
        "type": metadata.get("type", _TYPES[dtype]),
        "title": column.title,
        "description": column.description,
    }
    if field["type"] == "date":
        field["format"] = "default"
        constraints.pop("pattern", None)
    if constraints:
        field["constraints"] = constraints
    if metadata.get("codelist"):
        field["codelist"] = metadata["codelist"]
    if metadata.get("posts_words"):
        field["postsWords"] = True
    return field
