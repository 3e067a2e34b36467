"""Rows that break the rules of the models: found by trying one cell after the other."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from schemas.registry import TABLES as MODELS
from schemas.table import Table
from scripts.checks.meaning import read_cells, to_numbers
from scripts.mutations.mutant import Mutant, Tables, cell_mutant

KIND = "rule of a row broken"
WANTED = 2
"""How many mutants are looked for, of every rule in every table."""
_TRIED = 8
# Cells that are tried beside those that the column has: of numbers and of words.
_CELLS = {"Int64": ("0", "99999"), "Float64": ("0", "99999")}
_WORDS = ("2022-13", "Words without a stop")


def rule_mutants(project: Path, tables: Tables) -> Iterator[Mutant]:
    """Yield, for every rule of a model, the first rows that one other cell makes break it."""
    for model in MODELS.values():
        cells = read_cells(project / model.path, model)
        variants = list(_variants(model, cells))
        for rule in model.schema.checks:
            yield from breaking_mutants(model.name, rule, variants, tables)


def breaking_mutants(
    table: str, rule: pa.Check, variants: list[tuple[str, str, pd.DataFrame]], tables: Tables
) -> list[Mutant]:
    """Return up to WANTED mutants of different rows that break one rule of a model.

    A rule looks at one row at a time, so a cell is tried in all rows at once.
    """
    found: dict[int, Mutant] = {}
    for column, cell, frame in variants:
        for index in frame.index[~rule(frame).check_output]:
            row = tables[table][index]
            if row[column] != cell:
                found.setdefault(index, cell_mutant(KIND, table, row, {column: cell}))
            if len(found) == WANTED:
                return list(found.values())
    return list(found.values())


def _variants(model: Table, cells: pd.DataFrame) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Yield the table with the same cell in a whole column, for some cells of every column."""
    frame, _ = to_numbers(model, cells)
    for column, described in model.schema.columns.items():
        dtype = str(described.dtype)
        values = cells[column].dropna().unique()
        typed = frame[column].dtype
        tried = [*values[:_TRIED], *values[-1:], *_CELLS.get(dtype, _WORDS)]
        for cell in ["", *tried] if described.nullable else tried:
            whole = pd.Series([cell or pd.NA] * len(frame), dtype="string").astype(typed)
            yield column, cell, frame.assign(**{column: whole})
