"""The tables and their keys in one picture and one list, from the Table Schemas."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from scripts.description.markdown import make_table


class _Key(NamedTuple):
    """A foreign key of one column."""

    table: str
    column: str
    target: str
    target_column: str
    required: bool


def make_tables_page(schemas: Mapping[str, Any]) -> str:
    """Return the page as Markdown; the picture is a Mermaid diagram.

    Args:
        schemas: the described tables, from `load_table_schemas`.
    """
    tables = schemas["tables"]
    keys = [key for name, table in tables.items() for key in _foreign_keys(name, table)]
    return "\n".join(
        [
            "# Tables and keys",
            "",
            "Made from the models in `schemas/`; not edited by hand. The columns are in "
            "[data-dictionary.md](data-dictionary.md).",
            "",
            "Name the key of every join: the tables share columns such as `post_id` and `quote`, "
            "and a join on all of them returns next to nothing.",
            "",
            make_diagram(schemas),
            "",
            "A line with a bar (`||`) at the upper table: every row of the lower one has the key; "
            "with a circle (`|o`): it may be empty.",
            "",
            make_table(("table", "file", "primary key"), map(_table_cells, tables.items())),
            "",
            make_table(("column", "is a key of", "always filled"), map(_key_cells, keys)),
            "",
        ]
    )


def make_overview(schemas: Mapping[str, Any]) -> str:
    """Return the Mermaid diagram of the ways from table to table, one arrow for all keys of two.

    An arrow goes from a table to one that holds its key; it is dotted where that may be empty. A
    key that a table only repeats is left out (the `post_id` of `claims` is that of their
    sentence), and one that leads back (the sentence that dates a post).
    """
    keys = [key for name, table in schemas["tables"].items() for key in _foreign_keys(name, table)]
    ways: dict[tuple[str, str], list[_Key]] = {}
    for key in keys:
        if key.target != key.table and not _is_repeated(key, keys):
            ways.setdefault((key.target, key.table), []).append(key)
    lines = ["```mermaid", "flowchart LR"]
    dotted = []
    for (target, name), found in ways.items():
        if required := [key.column for key in found if key.required]:
            lines.append(f"    {target} -- {', '.join(required)} --> {name}")
        elif (name, target) not in ways:
            label = ", ".join(key.column for key in found)
            dotted.append(f"    {target} -. {label} .-> {name}")
    return "\n".join([*lines, *dotted, "```"])


def _is_repeated(key: _Key, keys: Iterable[_Key]) -> bool:
    """Tell whether a table that this one always points to has the same key in the same column."""
    parents = {one.target for one in keys if one.table == key.table and one.required}
    same = {one.table for one in keys if (one.column, one.target) == (key.column, key.target)}
    return bool((parents & same) - {key.table})


def make_diagram(schemas: Mapping[str, Any]) -> str:
    """Return the Mermaid diagram of all tables: one line for all keys between two of them."""
    tables = schemas["tables"]
    lines = ["```mermaid", "erDiagram"]
    for name, table in tables.items():
        primary = table["schema"]["primaryKey"]
        columns = [field for field in table["schema"]["fields"] if field["name"] in primary]
        lines.append(f"    {name} {{")
        lines += [f"        {column['type']} {column['name']} PK" for column in columns]
        lines.append("    }")
    for name, table in tables.items():
        pairs: dict[str, list[_Key]] = {}
        for key in _foreign_keys(name, table):
            pairs.setdefault(key.target, []).append(key)
        for target, keys in pairs.items():
            link = "||--o{" if all(key.required for key in keys) else "|o--o{"
            label = ", ".join(key.column for key in keys)
            lines.append(f'    {target} {link} {name} : "{label}"')
    return "\n".join([*lines, "```"])


def _table_cells(described: tuple[str, Mapping[str, Any]]) -> list[str]:
    name, table = described
    primary = ", ".join(f"`{column}`" for column in table["schema"]["primaryKey"])
    return [f"`{name}`", f"`{table['path']}`", primary]


def _key_cells(key: _Key) -> list[str]:
    target = f"`{key.target}.{key.target_column}`"
    return [f"`{key.table}.{key.column}`", target, "yes" if key.required else "no"]


def _foreign_keys(name: str, table: Mapping[str, Any]) -> list[_Key]:
    fields = {field["name"]: field for field in table["schema"]["fields"]}
    return [
        _Key(
            table=name,
            column=key["fields"][0],
            target=key["reference"]["resource"] or name,
            target_column=key["reference"]["fields"][0],
            required=bool(fields[key["fields"][0]].get("constraints", {}).get("required")),
        )
        for key in table["schema"].get("foreignKeys", [])
    ]
