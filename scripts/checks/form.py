"""Layer 2, form: the descriptor, and the tables against it as any frictionless user sees them."""

import json
from pathlib import Path
from typing import Any

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import read_text_tables
from scripts.description.datapackage import SCHEMA, make_resource
from scripts.description.extent import make_extent

DESCRIPTOR = "datapackage.json"
PROFILE = Path(__file__).resolve().parents[2] / "schemas/profile/datapackage-2.0.json"
_MEASURED = ("hash", "bytes", "rows")


def check_form(folder: Path, schemas: dict[str, Any]) -> list[Finding]:
    """Return what is wrong with the descriptor, and every error that frictionless reports.

    Nothing is fetched: the profile of Data Package 2.0 is kept in schemas/profile/.

    Args:
        folder: the package's folder.
        schemas: the table schemas, from `load_table_schemas`.
    """
    path = folder / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return [_finding("is missing; build the package again")]
    except (OSError, ValueError, RecursionError) as error:
        return [_finding(f"is no JSON: {error}")]
    if not isinstance(descriptor, dict):
        return [_finding("is no JSON object")]
    # A descriptor that is not as built is not read any further: it could name other files, or
    # addresses that frictionless would fetch.
    try:
        findings = _check_profile(descriptor) or _check_resources(folder, descriptor, schemas)
    except (TypeError, AttributeError) as error:
        return [_finding(f"holds something else than a package does: {error}")]
    return findings or [
        *_check_with_frictionless(path, schemas),
        *_check_extent(folder, descriptor, schemas),
    ]


def _finding(reason: str, row: str = "", column: str = "") -> Finding:
    return Finding("form", DESCRIPTOR, row, column, reason)


def _check_profile(descriptor: dict[str, Any]) -> list[Finding]:
    from jsonschema import Draft7Validator

    profile = json.loads(PROFILE.read_text("utf-8"))
    findings = [
        _finding(f"{'/'.join(map(str, error.path))}: {error.message[:160]}")
        for error in Draft7Validator(profile).iter_errors(descriptor)
    ]
    if descriptor.get("$schema") != SCHEMA:
        findings.append(_finding(f"$schema is not {SCHEMA}"))
    return findings


def _check_resources(
    folder: Path, descriptor: dict[str, Any], schemas: dict[str, Any]
) -> list[Finding]:
    """The descriptor describes exactly the models' tables, and every file under data/."""
    findings = []
    names = [resource["name"] for resource in descriptor["resources"]]
    if "profile" in descriptor:
        findings.append(_finding("has a profile of version 1, which readers would fetch"))
    for name in sorted({name for name in names if names.count(name) > 1}):
        findings.append(_finding(f"describes {name} twice", name))
    for name in sorted(schemas["tables"].keys() - set(names)):
        findings.append(_finding(f"the table {name} is not described", name))
    if not findings and names != list(schemas["tables"]):
        findings.append(_finding("describes the tables in another order than the models"))
    for resource in descriptor["resources"]:
        name = resource["name"]
        if name in schemas["tables"]:
            findings += _check_resource(resource, schemas["tables"][name], descriptor)
        else:
            findings.append(_finding(f"describes {name}, which the models do not know", name))
    described = {table["path"] for table in schemas["tables"].values()}
    for path in sorted((folder / "data").rglob("*")):
        relative = path.relative_to(folder).as_posix()
        if path.is_file() and relative not in described:
            findings.append(_finding(f"{relative} is not described"))
    return sorted(findings)


def _check_resource(
    resource: dict[str, Any], table: dict[str, Any], descriptor: dict[str, Any]
) -> list[Finding]:
    """A table is described as its model says; frictionless compares hash, bytes and rows."""
    name = resource["name"]
    expected = make_resource(name, table, b"", 0, descriptor)
    findings = []
    for part in sorted(expected.keys() | resource.keys()):
        if part not in resource:
            findings.append(_finding(f"{name} has no {part}", name, part))
        elif part not in expected:
            findings.append(_finding(f"{name} has {part}, which no table has", name, part))
        elif part not in _MEASURED and resource[part] != expected[part]:
            findings.append(_finding(f"{part} of {name} is not the model's", name, part))
    if not str(resource.get("hash", "")).startswith("sha256:"):
        findings.append(_finding(f"hash of {name} is no sha256", name, "hash"))
    return findings


def _check_extent(
    folder: Path, descriptor: dict[str, Any], schemas: dict[str, Any]
) -> list[Finding]:
    """Time and places that the package is about are those of its claims."""
    tables, _ = read_text_tables(folder, schemas)
    places = {row["code"]: row["label"] for row in tables.get("codes", [])}
    try:
        extent = make_extent(tables["claims"], places)
    except (LookupError, ValueError):
        return []  # a period, place or table that is none is named by other checks
    return [
        _finding(f"{part} is not that of the claims", "", part)
        for part in ("temporal", "spatial")
        if descriptor.get(part) != extent.get(part)
    ]


def _check_with_frictionless(path: Path, schemas: dict[str, Any]) -> list[Finding]:
    from frictionless import FrictionlessException, Package

    try:
        report = Package(str(path)).validate()
    except FrictionlessException as refusal:
        return [_finding(str(refusal.error.message))]
    findings = [_finding(error.message) for error in report.errors]
    rows = 0
    for task in report.tasks:
        rows += task.stats.get("rows") or 0
        for error in task.errors:
            found = error.to_dict()
            row = _row_id(schemas, task.name, found)
            reason = found.get("note") or error.message
            findings.append(
                Finding(
                    "form",
                    task.name,
                    row,
                    found.get("fieldName", ""),
                    f"{error.title}: {reason}",
                )
            )
    if not report.tasks or not rows:
        findings.append(_finding("frictionless read no table or no row"))
    return findings


def _row_id(schemas: dict[str, Any], table: str, error: dict[str, Any]) -> str:
    """Return the primary key of the row that frictionless names by number."""
    cells = error.get("cells")
    if not cells or table not in schemas["tables"]:
        return ""
    schema = schemas["tables"][table]["schema"]
    columns = [field["name"] for field in schema["fields"]]
    row = dict(zip(columns, cells, strict=False))
    return " ".join(str(row.get(part, "")) for part in schema["primaryKey"])
