"""The descriptor: Data Package v2 (https://datapackage.org/standard/data-package/)."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from schemas.model import Table
from schemas.table_schema import Codelists, to_table_schema
from schemas.tables import TABLES

DESCRIPTOR = "datapackage.json"
SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
# Written in full, because readers sniff every property that is not declared.
DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
    "caseSensitiveHeader": True,
}


def make_descriptor(
    metadata: Mapping[str, Any],
    codelists: Codelists,
    files: Mapping[str, bytes],
    row_counts: Mapping[str, int],
) -> dict[str, Any]:
    """Return the descriptor of a package.

    `metadata` are the package's own properties in the standard's names, `files` the tables by
    path, `row_counts` their rows by name.
    """
    resources = [
        _make_resource(table, codelists, files[table.path], row_counts[name], metadata)
        for name, table in TABLES.items()
    ]
    return {"$schema": SCHEMA, **metadata, "resources": resources}


def _make_resource(
    table: Table, codelists: Codelists, content: bytes, rows: int, package: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": table.path,
        # The R package frictionless refuses a resource without this profile.
        "profile": "tabular-data-resource",
        "type": "table",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": rows,
        "sources": _sources_of(table, package),
        "licenses": _licences_of(table, package),
        "dialect": DIALECT,
        "schema": to_table_schema(table, codelists),
    }


def _sources_of(table: Table, package: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The archive is a source of every table, a list of sources of those that point to it."""
    linked = {table.name, *(target for target, _ in table.references.values())}
    sources = package.get("sources", [])
    return [one for one in sources if "table" not in one or one["table"] in linked]


def _licences_of(table: Table, package: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Every table holds our annotations; the posts' words stand in those that flag a column."""
    scopes = {"annotations", "posts-words"} if table.words else {"annotations"}
    return [one for one in package.get("licenses", []) if one["scope"] in scopes]


def dump_json(value: Any) -> bytes:
    """Return JSON that is the same on every machine: indented, in the given order, UTF-8."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()
