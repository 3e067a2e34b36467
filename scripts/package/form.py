"""The descriptor, and the tables against it as any user of frictionless sees them."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from schemas.tables import TABLES
from scripts.curation.finding import Finding, FindingsError
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.json_text import read_json

_PROFILE = Path(__file__).resolve().parents[2] / "schemas/profile/datapackage-2.0.json"
_FIX = "build the package again"
# Of the errors against the profile: a list of a million wrong entries says nothing new.
_MOST = 100


def check_descriptor(content: bytes, due: Mapping[str, Any]) -> list[Finding]:
    """Return what is wrong with a descriptor; `due` is the one that follows from the package."""
    from jsonschema import Draft7Validator

    try:
        given = read_json(content, DESCRIPTOR)
    except FindingsError as error:
        return list(error.findings)
    if not isinstance(given, dict):
        return [_wrong("is not a JSON object")]
    profile = Draft7Validator(json.loads(_PROFILE.read_text("utf-8")))
    findings = [
        _wrong(f"{'/'.join(map(str, error.path)) or 'the package'}: {error.message[:160]}")
        for error in islice(profile.iter_errors(given), _MOST)
    ]
    return findings or list(_compare(given, due))


def _wrong(reason: str, row: str = "", column: str = "") -> Finding:
    return Finding(table=DESCRIPTOR, row=row, column=column, reason=reason, fix=_FIX)


def _compare(given: Mapping[str, Any], due: Mapping[str, Any], name: str = "") -> Iterator[Finding]:
    """Yield every property of the package, of a table or of a column that is not as it follows."""
    for key in sorted(given.keys() | due.keys()):
        if key not in due:
            yield _wrong(f"has {key}, which does not belong here", name, key)
        elif key not in given:
            yield _wrong(f"{key} is missing", name, key)
        elif key in ("resources", "fields"):
            yield from _compare_parts(given[key], due[key], name, key)
        elif key == "schema":
            if isinstance(given[key], dict) and isinstance(given[key].get("fields"), list):
                yield from _compare(given[key], due[key], name)
            else:
                yield _wrong("has no schema with fields", name, key)
        # 1, 1.0 and true are equal in Python and differ in JSON.
        elif json.dumps(given[key]) != json.dumps(due[key]):
            yield _wrong(f"is {_short(given[key])}, should be {_short(due[key])}", name, key)


def _compare_parts(given: Any, due: Any, name: str, key: str) -> Iterator[Finding]:
    """Compare the tables of the package, or the columns of a table, one by one."""
    found = [part for part in given if isinstance(part, dict)]
    names, expected = [part.get("name") for part in found], [part["name"] for part in due]
    if names == expected:
        for one, other in zip(found, due, strict=True):
            yield from _compare(one, other, f"{name}.{one['name']}".lstrip("."))
    elif key == "fields":
        yield _wrong("describes other columns, or in another order", name, key)
    else:
        yield _wrong(f"describes {', '.join(map(str, names))}; should be {', '.join(expected)}")


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}…"


def check_with_frictionless(folder: Path, due: Mapping[str, Any]) -> list[Finding]:
    """Return every error that frictionless reports on the tables of a folder; nothing is fetched.

    The tables are read by the descriptor as it follows, never by the one in the folder, which
    could name other files or addresses. Foreign keys are left to scripts/rules/cells.py, which
    takes a tenth of the time; a test lets frictionless check them too.
    """
    from frictionless import FrictionlessException, Package

    resources = [
        {**resource, "schema": {**resource["schema"], "foreignKeys": []}}
        for resource in due["resources"]
    ]
    try:
        package = Package.from_descriptor({**due, "resources": resources}, basepath=str(folder))
        report = package.validate()
    except FrictionlessException as refusal:
        return [_wrong(str(refusal.error.message))]
    findings = [_wrong(error.message) for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            found = error.to_dict()
            reason = f"{error.title}: {found.get('note') or error.message}"
            column = found.get("fieldName", "")
            findings.append(Finding("", 0, task.name, _row_id(task.name, found), column, reason))
    if not report.tasks or not sum(task.stats.get("rows") or 0 for task in report.tasks):
        findings.append(_wrong("frictionless read no table or no row"))
    return findings


def _row_id(name: str, error: Mapping[str, Any]) -> str:
    """Return the primary key of the row that frictionless names by number."""
    cells = error.get("cells")
    if not cells or name not in TABLES:
        return ""
    row = dict(zip(TABLES[name].columns, map(str, cells), strict=False))
    return " ".join(row.get(part, "") for part in TABLES[name].key)
