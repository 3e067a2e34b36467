"""Layer 3, meaning: the pandera models on every table, and rules over several tables."""

from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from schemas.cross_table import check_across
from schemas.registry import TABLES
from schemas.table import Table
from scripts.checks.finding import Finding

# How the package writes numbers: plainly, without exponent, and decimals without trailing zeros.
# Nothing that is counted has more digits than a 64-bit number holds.
_PLAIN = {"Int64": r"-?[0-9]{1,18}", "Float64": r"-?[0-9]{1,18}(?:\.[0-9]{0,17}[1-9])?"}


def check_meaning(folder: Path) -> list[Finding]:
    """Return every row that breaks a model or a rule over several tables.

    Args:
        folder: the package's folder; tables that cannot be read are findings too.
    """
    findings: list[Finding] = []
    frames: dict[str, pd.DataFrame] = {}
    for name, table in TABLES.items():
        try:
            cells = read_cells(folder / table.path, table)
        except (OSError, ValueError) as error:
            reason = f"cannot be read: {' '.join(str(error).split())[:200]}"
            findings.append(Finding("meaning", name, "", "", reason))
            continue
        frames[name], no_numbers = to_numbers(table, cells)
        findings += no_numbers + check_frame(table, frames[name])
    if len(frames) == len(TABLES):
        findings += check_across(frames)
    return findings


def read_cells(path: Path, table: Table) -> pd.DataFrame:
    """Return a table's cells as text; only an empty cell is null.

    Raises:
        OSError: there is no such file.
        ValueError: the file is no table, or has other columns than the model.
    """
    frame = pd.read_csv(
        path,
        dtype="string",
        keep_default_na=False,
        na_values=[""],
        skip_blank_lines=False,
    )
    if not isinstance(frame.index, pd.RangeIndex):
        raise ValueError("the rows have more cells than the header")
    if list(frame.columns) != list(table.schema.columns):
        raise ValueError(f"the columns are {', '.join(map(str, frame.columns))}")
    return frame


def to_numbers(table: Table, cells: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    """Return the table with the types of its model, and every cell that is no plain number.

    Such a cell is null in the table, so that all other rules can be checked.
    """
    frame = cells.copy()
    findings = []
    for column, described in table.schema.columns.items():
        dtype = str(described.dtype)
        if dtype not in _PLAIN:
            continue
        plain = cells[column].str.fullmatch(_PLAIN[dtype])
        for index in cells.index[~plain.fillna(True)]:
            reason = f"{cells.loc[index, column]!r} is no plainly written number"
            row = _row_id(table, cells, index)
            findings.append(Finding("meaning", table.name, row, column, reason))
        frame[column] = cells[column].where(plain.fillna(False)).astype(dtype)
    return frame, findings


def check_frame(table: Table, frame: pd.DataFrame) -> list[Finding]:
    """Return every cell and row of one table that breaks its model."""
    try:
        table.schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases: list[dict[str, Any]] = errors.failure_cases.to_dict("records")
        return sorted({_finding(table, frame, case) for case in cases})
    return []


def _finding(table: Table, frame: pd.DataFrame, case: dict[str, Any]) -> Finding:
    row = ""
    index = case["index"]
    if isinstance(index, int | float) and not pd.isna(index):
        row = _row_id(table, frame, int(index))
    if case["schema_context"] == "Column":
        column = str(case["column"])
        reason = _cell_reason(table, column, str(case["check"]), case["failure_case"])
        return Finding("meaning", table.name, row, column, reason)
    reasons = {check.name: check.error for check in table.schema.checks}
    reason = reasons.get(case["check"]) or str(case["check"])
    return Finding("meaning", table.name, row, "", reason)


def _cell_reason(table: Table, column: str, check: str, cell: object) -> str:
    """Return in words why a cell breaks a check of its column."""
    if check == "not_nullable":
        return "must not be empty"
    if check == "field_uniqueness":
        return f"{cell!r} stands more than once"
    if check.startswith("isin("):
        codelist = (table.schema.columns[column].metadata or {}).get("codelist")
        return f"{cell!r} is no code of the list {codelist}"
    if check.startswith("str_matches("):
        return f"{cell!r} does not have the form of this column: {check[12:-1]}"
    return f"{cell!r} breaks {check}"


def _row_id(table: Table, frame: pd.DataFrame, index: int) -> str:
    return " ".join(str(frame.loc[index, part]) for part in table.primary_key)
