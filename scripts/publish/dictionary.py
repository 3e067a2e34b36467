"""What the data dictionary says of tables and keys beyond their own description."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from schemas.model import Table
from schemas.tables import TABLES
from scripts.tables.row import Row

# OWASP, 'CSV Injection': https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA_SIGNS = ("=", "+", "-", "@")


class Key(NamedTuple):
    """A column of a table that is a key of another one, or of the same."""

    table: str
    column: str
    target: str
    target_column: str
    required: bool


def find_formulas(
    rows: Mapping[str, Sequence[Row]], described: Mapping[str, Table] = TABLES
) -> list[str]:
    """Return 'table row column' of every cell of words that a spreadsheet takes for a formula."""
    return [
        f"{name} {table.id_of(row)} {column}"
        for name, table in described.items()
        for row in rows[name]
        for column, cell in row.items()
        if table.columns[column].type == "string" and cell.startswith(_FORMULA_SIGNS)
    ]


def find_keys(described: Mapping[str, Table] = TABLES) -> list[Key]:
    """Return the foreign keys of all tables."""
    return [
        Key(name, column, target, target_column, table.columns[column].required)
        for name, table in described.items()
        for column, (target, target_column) in table.references.items()
    ]
