"""The data dictionary: every table and column in words, from the Table Schemas."""

from collections.abc import Mapping, Sequence
from typing import Any

from scripts.description.markdown import make_table, to_prose
from scripts.tables.annotated import Row

# A longer pattern (EDTF) helps no reader; the column's description says what it is.
_LONGEST_PATTERN = 60
# OWASP, 'CSV Injection': https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA_SIGNS = ("=", "+", "-", "@")


def find_formulas(schemas: Mapping[str, Any], tables: Mapping[str, Sequence[Row]]) -> list[str]:
    """Return 'table row column' of every cell of words that a spreadsheet takes for a formula."""
    return [
        f"{name} {' '.join(str(row[key]) for key in table['schema']['primaryKey'])} {column}"
        for name, table in schemas["tables"].items()
        for row in tables[name]
        for column in (f["name"] for f in table["schema"]["fields"] if f["type"] == "string")
        if str(row[column] or "").startswith(_FORMULA_SIGNS)
    ]


def make_dictionary(schemas: Mapping[str, Any], formulas: Sequence[str] = ()) -> str:
    """Return the data dictionary as Markdown.

    Args:
        schemas: the described tables, from `load_table_schemas`.
        formulas: the cells that spreadsheets take for formulas, from `find_formulas`.
    """
    lines = [
        "# Data dictionary",
        "",
        "Made from the models in `schemas/`; not edited by hand. An empty cell means what the "
        "column's description says. Columns marked *words* carry the posts' own words.",
        "",
        "Spreadsheets run a cell of words that begins with `=`, `+`, `-` or `@` as a formula; "
        f"import such columns as text. The tables hold {len(formulas) or 'no'} such cells"
        f"{': ' + to_prose('; '.join(formulas)) if formulas else ''}.",
    ]
    for name, table in schemas["tables"].items():
        schema = table["schema"]
        lines += [
            "",
            f"## {name}",
            "",
            f"`{table['path']}` — {to_prose(table['description'])}",
            "",
        ]
        lines += [f"Key: {', '.join(f'`{part}`' for part in schema['primaryKey'])}", ""]
        references = {
            foreign["fields"][0]: f"{foreign['reference']['resource'] or name}."
            f"{foreign['reference']['fields'][0]}"
            for foreign in schema.get("foreignKeys", [])
        }
        rows = (_cells(field, references.get(field["name"])) for field in schema["fields"])
        lines.append(make_table(("column", "type", "description", "values"), rows))
        if table["rules"]:
            lines += ["", "In every row:", ""]
            lines += [f"- {to_prose(reason)}" for reason in table["rules"]]
    return "\n".join(lines) + "\n"


def _cells(field: Mapping[str, Any], reference: str | None) -> list[str]:
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
    pattern = str(constraints.get("pattern", ""))
    if pattern and not reference and len(pattern) <= _LONGEST_PATTERN:
        values.append(f"of the form `{pattern}`")
    if field.get("postsWords"):
        values.append("*words*")
    # A bar would end the cell, also inside backquotes.
    told = ", ".join(values).replace("|", "\\|")
    return [f"`{field['name']}`", field["type"], to_prose(field["description"]), told]
