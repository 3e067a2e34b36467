"""The descriptor: Data Package v2 (https://datapackage.org/standard/data-package/)."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

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
    schemas: Mapping[str, Any],
    files: Mapping[str, bytes],
    row_counts: Mapping[str, int],
) -> dict[str, Any]:
    """Return the descriptor of a package.

    Args:
        metadata: the package's own properties, in the standard's names.
        schemas: the described tables, from `load_table_schemas`.
        files: content of every table by path.
        row_counts: rows of every table by name.
    """
    return {
        "$schema": SCHEMA,
        **metadata,
        "resources": [
            make_resource(name, table, files[table["path"]], row_counts[name], metadata)
            for name, table in schemas["tables"].items()
        ],
    }


def make_resource(
    name: str,
    table: Mapping[str, Any],
    content: bytes,
    rows: int,
    package: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the description of one table: its schema, and size and hash of its file.

    Args:
        name: the table's name.
        table: its description, from `load_table_schemas`.
        content: the bytes of its file.
        rows: how many rows it has.
        package: the package's own properties; the table's licences and sources are taken from it.
    """
    return {
        "name": name,
        "path": table["path"],
        # The R package frictionless refuses a resource without this profile.
        "profile": "tabular-data-resource",
        "type": "table",
        "title": table["title"],
        "description": table["description"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": rows,
        "sources": _sources_of(name, table, package),
        "licenses": _licences_of(table, package),
        "dialect": DIALECT,
        "schema": table["schema"],
    }


def _sources_of(
    name: str, table: Mapping[str, Any], package: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """The archive is a source of every table, a list of sources of those that point to it."""
    keys = table["schema"].get("foreignKeys", [])
    linked = {name, *(key["reference"]["resource"] for key in keys)}
    return [
        source
        for source in package.get("sources", [])
        if "table" not in source or source["table"] in linked
    ]


def _licences_of(table: Mapping[str, Any], package: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Every table holds our annotations; the posts' words stand in those that flag a column."""
    scopes = {"annotations"}
    if any(field.get("postsWords") for field in table["schema"].get("fields", [])):
        scopes.add("posts-words")
    licences = package.get("licenses", [])
    return [licence for licence in licences if licence.get("scope", "annotations") in scopes]


def dump_json(value: Any) -> bytes:
    """Return JSON that is the same on every machine: indented, in the given order, UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
