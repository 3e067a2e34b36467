"""What people decided about the package: curation/package.yaml, in the standard's own names."""

import json
import re
from pathlib import Path
from typing import Any

from scripts.curation.archive import ARCHIVE, read_pinned
from scripts.curation.finding import Finding, FindingsError, refuse
from scripts.curation.text_file import read_text
from scripts.curation.yaml_text import read_yaml

METADATA = Path("curation/package.yaml")
_FORM = Path(__file__).resolve().parents[2] / "schemas/package-properties.json"
# Rules of JSON Schema whose message names the property that is missing or unknown.
_NAMING = ("required", "additionalProperties")


def load_metadata(root: Path) -> dict[str, Any]:
    """Return the package's own properties.

    Raises:
        FindingsError: the file cannot be read, or lacks what citations and registries need, or
            has what the package may not have (schemas/package-properties.json).
    """
    from jsonschema import Draft7Validator

    file = str(METADATA)
    node = read_yaml(read_text(root, METADATA), file)
    loaded = node.plain() if node else None
    if not isinstance(loaded, dict):
        raise FindingsError([Finding(file, 1, reason="has no properties", fix="restore it")])
    findings = []
    for error in Draft7Validator(json.loads(_FORM.read_text("utf-8"))).iter_errors(loaded):
        place = " ".join(map(str, error.path)) or "the package"
        said = error.message if error.validator in _NAMING else f"{error.instance!r:.80} is wrong"
        at: Any = node
        for part in error.path:
            at = at.value[part]
        fix = str(error.schema["description"])
        findings.append(Finding(file, at.line, reason=f"{place}: {said}", fix=fix))
    if findings:
        raise FindingsError(findings)
    for source in loaded["sources"]:
        if source["path"] == str(ARCHIVE):
            source["hash"] = f"sha256:{read_pinned(root)}"
    return loaded


def with_values(root: Path, **values: str) -> str:
    """Return the file with other values of some properties, each of which has a line of its own.

    Raises:
        FindingsError: the file cannot be read, or a property has no such line, or several.
    """
    text = read_text(root, METADATA)
    for name, value in values.items():
        text, count = re.subn(rf'^{name}: "[^"\n]*"', f'{name}: "{value}"', text, flags=re.M)
        if count != 1:
            raise refuse(str(METADATA), f"has {count} lines '{name}: \"…\"'", "write one")
    return text
