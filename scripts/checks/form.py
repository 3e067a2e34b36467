"""Layer 2, form: the descriptor, and the tables against it as any frictionless user sees them."""

import json
from pathlib import Path
from typing import Any

from scripts.checks.finding import Finding
from scripts.description.datapackage import SCHEMA

DESCRIPTOR = "datapackage.json"


def check_form(folder: Path, schemas: dict[str, Any]) -> list[Finding]:
    """Return what is wrong with the descriptor, and every error that frictionless reports.

    Nothing is fetched: the profile of Data Package 2.0 comes with the library dplib-py.

    Args:
        folder: the package's folder.
        schemas: the table schemas, from `load_table_schemas`.
    """
    path = folder / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return [_finding("is missing; build the package again")]
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        return [_finding(f"is no JSON: {error}")]
    if not isinstance(descriptor, dict):
        return [_finding("is no JSON object")]
    findings = _check_profile(descriptor) + _check_resources(
        folder, descriptor, schemas
    )
    if any(not finding.row for finding in findings):
        return findings
    return findings + _check_with_frictionless(path, descriptor, schemas)


def _finding(reason: str, row: str = "", column: str = "") -> Finding:
    return Finding("form", DESCRIPTOR, row, column, reason)


def _check_profile(descriptor: dict[str, Any]) -> list[Finding]:
    from importlib.resources import files

    from jsonschema import Draft7Validator

    profile = json.loads(
        files("dplib").joinpath("profiles/2.0/datapackage.json").read_text("utf-8")
    )
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
    """The descriptor describes exactly the models' tables, and every CSV of the package."""
    findings = []
    resources = {
        resource.get("name"): resource
        for resource in descriptor.get("resources", [])
        if isinstance(resource, dict)
    }
    expected = schemas["tables"]
    for name in sorted(expected.keys() - resources.keys()):
        findings.append(_finding(f"the table {name} is not described"))
    for name in sorted(str(name) for name in resources.keys() - expected.keys()):
        findings.append(_finding(f"describes {name}, which the models do not know"))
    for name in expected.keys() & resources.keys():
        for part in ("path", "title", "description", "schema"):
            if resources[name].get(part) != expected[name][part]:
                findings.append(
                    _finding(f"{part} of {name} is not the models'", name, part)
                )
        for part in ("hash", "bytes", "rows", "dialect", "encoding"):
            if part not in resources[name]:
                findings.append(_finding(f"{name} has no {part}", name, part))
    described = {table["path"] for table in expected.values()}
    for path in sorted((folder / "data").rglob("*")):
        relative = str(path.relative_to(folder))
        if path.is_file() and relative not in described:
            findings.append(_finding(f"{relative} is not described"))
    return sorted(findings)


def _check_with_frictionless(
    path: Path, descriptor: dict[str, Any], schemas: dict[str, Any]
) -> list[Finding]:
    from frictionless import FrictionlessException, Package

    try:
        report = Package(str(path)).validate()
    except FrictionlessException as error:
        return [_finding(str(error.error.message))]
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
    key = schema["primaryKey"]
    row = dict(zip(columns, cells, strict=False))
    return " ".join(
        str(row.get(part, "")) for part in (key if isinstance(key, list) else [key])
    )
