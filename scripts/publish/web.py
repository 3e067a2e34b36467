"""The package for search engines, machine-learning tools and Datasette: their own metadata."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schemas.flat import FLAT
from schemas.tables import TABLES
from scripts.package.release_files import release_name
from scripts.publish.citation import authors, day_of, licence_summary, make_bibtex

# Both files stand in metadata/; the paths they name are relative to it.
_HOME = "../"
_SPDX = "https://spdx.org/licenses/"
_CROISSANT_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "date": "sc:Date",
}
# The context of https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html, word for word:
# readers warn of any other.
_CROISSANT_CONTEXT = Path(__file__).with_name("croissant-context.json")


def make_schema_org(package: Mapping[str, Any]) -> dict[str, Any]:
    """Return a descriptor's package as a Dataset of https://schema.org/Dataset, in JSON-LD."""
    coverage: dict[str, Any] = {}
    if "temporal" in package:
        # '..' is an open side, as in EDTF.
        sides = [package["temporal"].get(side, "..") for side in ("start", "end")]
        coverage["temporalCoverage"] = "/".join(sides)
    if "spatial" in package:
        coverage["spatialCoverage"] = [
            {"@type": "Place", "name": place["title"], "identifier": place["code"]}
            for place in package["spatial"]
        ]
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": package["id"],
        "identifier": package["id"],
        **_described(package),
        "isAccessibleForFree": True,
        "license": [_licence(licence) for licence in package["licenses"]],
        **coverage,
        "isBasedOn": [
            {"@type": "CreativeWork", "name": source["title"]} for source in package["sources"]
        ],
        "distribution": [_download(table) for table in package["resources"]],
    }


def make_croissant(package: Mapping[str, Any]) -> dict[str, Any]:
    """Return a descriptor's package as Croissant 1.0 (https://docs.mlcommons.org/croissant/)."""
    paths = {table["name"]: table["path"] for table in package["resources"]}
    return {
        "@context": json.loads(_CROISSANT_CONTEXT.read_text("utf-8")),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        **_described(package),
        "license": [_licence(licence) for licence in package["licenses"]],
        "citeAs": make_bibtex(package),
        "isLiveDataset": False,
        "distribution": [_file_object(table) for table in package["resources"]],
        "recordSet": [_record_set(table, paths) for table in package["resources"]],
    }


def make_datasette(package: Mapping[str, Any]) -> dict[str, Any]:
    """Return the metadata of the SQLite file for Datasette (https://docs.datasette.io).

    It takes the licences as text: no single one covers a table with the posts' words.
    """
    of_files = {table["name"]: table for table in package["resources"]}
    described = {
        name: {
            "title": table.title,
            "description": table.description,
            "license": licence_summary(of_files.get(name, package)),
            "columns": {column: one.description for column, one in table.columns.items()},
        }
        for name, table in (TABLES | FLAT).items()
    }
    return {
        "title": package["title"],
        "description": package["description"],
        "license": licence_summary(package),
        "databases": {release_name(package): {"tables": described}},
    }


def _described(package: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": package["title"],
        "alternateName": package["name"],
        "description": package["description"],
        "version": package["version"],
        "datePublished": day_of(package),
        "inLanguage": package["language"],
        "keywords": package["keywords"],
        "creator": [{"@type": "Organization", "name": name} for name in authors(package)],
    }


def _licence(licence: Mapping[str, Any]) -> dict[str, str]:
    described = {
        "@type": "CreativeWork",
        "@id": _licence_id(licence),
        "name": licence["title"],
        "url": _HOME + licence["path"],
    }
    # What grants nothing has no licence of that name anywhere.
    if licence["scope"] != "posts-words":
        described["sameAs"] = _SPDX + licence["name"]
    return described


def _licence_id(licence: Mapping[str, Any]) -> str:
    return f"#{licence['scope']}"


def _download(table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": table["name"],
        **_file(table),
        "license": [{"@id": _licence_id(licence)} for licence in table["licenses"]],
    }


def _file_object(table: Mapping[str, Any]) -> dict[str, Any]:
    return {"@type": "cr:FileObject", "@id": table["path"], "name": table["path"], **_file(table)}


def _file(table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "description": table["description"],
        "contentUrl": _HOME + table["path"],
        "encodingFormat": table["mediatype"],
        "contentSize": f"{table['bytes']} B",
        "sha256": str(table["hash"]).removeprefix("sha256:"),
    }


def _record_set(table: Mapping[str, Any], paths: Mapping[str, str]) -> dict[str, Any]:
    name, schema = table["name"], table["schema"]
    fields = {
        column["name"]: {
            "@type": "cr:Field",
            "@id": f"{name}/{column['name']}",
            "name": column["name"],
            "description": column["description"],
            "dataType": _CROISSANT_TYPES[column["type"]],
            "source": _column(table["path"], column["name"]),
        }
        for column in schema["fields"]
    }
    for key in schema.get("foreignKeys", []):
        target = key["reference"]
        path = paths[target["resource"] or name]
        fields[key["fields"][0]]["references"] = _column(path, target["fields"][0])
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": table["description"],
        "key": [{"@id": f"{name}/{column}"} for column in schema["primaryKey"]],
        "field": list(fields.values()),
    }


def _column(path: str, column: str) -> dict[str, Any]:
    """Name a column by its file, also as the target of a key: tables point to one another.

    mlcroissant fails on references from record set to record set that run in a circle.
    """
    return {"fileObject": {"@id": path}, "extract": {"column": column}}
