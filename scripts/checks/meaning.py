"""Layer 3, meaning: the pandera models on every table, and rules over several tables."""

from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from schemas.cross_table import check_across
from schemas.registry import TABLES
from schemas.table import Table
from scripts.checks.finding import Finding

_DTYPES = {"str": "string", "string": "string", "Int64": "Int64", "Float64": "Float64"}


def check_meaning(folder: Path) -> list[Finding]:
    """Return every row that breaks a model or a rule over several tables.

    Args:
        folder: the package's folder; tables that cannot be read are findings too.
    """
    findings: list[Finding] = []
    frames: dict[str, pd.DataFrame] = {}
    for name, table in TABLES.items():
        try:
            frames[name] = read_table(folder / table.path, table)
        except (OSError, ValueError) as error:
            reason = (
                f"cannot be read with its types: {' '.join(str(error).split())[:200]}"
            )
            findings.append(Finding("meaning", name, "", "", reason))
            continue
        findings += check_frame(table, frames[name])
    if len(frames) == len(TABLES):
        findings += check_across(frames)
    return findings


def read_table(path: Path, table: Table) -> pd.DataFrame:
    """Return a table with the types of its model; only an empty cell is null.

    Raises:
        ValueError: a cell does not have its column's type, or the header is another.
    """
    dtypes: Any = {
        name: _DTYPES[str(column.dtype).partition("[")[0]]
        for name, column in table.schema.columns.items()
    }
    frame = pd.read_csv(
        path,
        dtype=dtypes,
        keep_default_na=False,
        na_values=[""],
        skip_blank_lines=False,
    )
    if list(frame.columns) != list(dtypes):
        raise ValueError(f"the columns are {', '.join(frame.columns)}")
    return frame


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
        row = " ".join(str(frame.loc[int(index), part]) for part in table.primary_key)
    if case["schema_context"] == "Column":
        check = str(case["check"])
        reason = {
            "not_nullable": "must not be empty",
            "field_uniqueness": f"{case['failure_case']!r} stands more than once",
        }.get(check, f"{case['failure_case']!r} breaks {check[:120]}")
        return Finding("meaning", table.name, row, str(case["column"]), reason)
    reasons = {check.name: check.error for check in table.schema.checks}
    reason = reasons.get(case["check"]) or str(case["check"])
    return Finding("meaning", table.name, row, "", reason)
