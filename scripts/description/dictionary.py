"""The data dictionary: every table and column in words, from the Table Schemas."""

from collections.abc import Mapping
from typing import Any


def make_dictionary(schemas: Mapping[str, Any]) -> str:
    """Return the data dictionary as Markdown."""
    lines = [
        "# Data dictionary",
        "",
        "Made from the models in `schemas/`; not edited by hand. An empty cell means what the "
        "column's description says. Columns marked *words* carry the posts' own words.",
    ]
    for name, table in schemas["tables"].items():
        schema = table["schema"]
        key = schema["primaryKey"]
        keys = key if isinstance(key, list) else [key]
        lines += [
            "",
            f"## {name}",
            "",
            f"`{table['path']}` — {table['description']}",
            "",
        ]
        lines += [f"Key: {', '.join(f'`{part}`' for part in keys)}", ""]
        lines += ["| column | type | description | values |", "|---|---|---|---|"]
        references = {
            foreign["fields"]: f"{foreign['reference']['resource'] or name}."
            f"{foreign['reference']['fields']}"
            for foreign in schema.get("foreignKeys", [])
        }
        lines += [
            _line(field, references.get(field["name"])) for field in schema["fields"]
        ]
    return "\n".join(lines) + "\n"


def _line(field: Mapping[str, Any], reference: str | None) -> str:
    constraints = field.get("constraints", {})
    values = []
    if constraints.get("required"):
        values.append("required")
    if constraints.get("unique"):
        values.append("unique")
    if reference:
        values.append(f"→ `{reference}`")
    if "codelist" in field:
        values.append(f"codes of the list `{field['codelist']}`")
    if "minimum" in constraints:
        values.append(f"from {constraints['minimum']}")
    if "maximum" in constraints:
        values.append(f"to {constraints['maximum']}")
    if field.get("postsWords"):
        values.append("*words*")
    cells = [
        f"`{field['name']}`",
        field["type"],
        field["description"],
        ", ".join(values),
    ]
    return f"| {' | '.join(cells)} |"
