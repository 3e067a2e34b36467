"""From the tables to pandera models, for users who check their own data frames and for validate.

Nothing is written here by hand that is not in the tables: columns, codes and rules on one row
follow from schemas/. A model takes a frame of the types in DTYPES, empty cells as nulls.
"""

import weakref
from collections.abc import Callable
from typing import Any

import pandas as pd
import pandera.pandas as pa

from schemas.model import Column, RowRule, Table
from schemas.table_schema import Codelists

DTYPES = {"string": "string", "date": "string", "integer": "Int64", "number": "Float64"}
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


def to_model(table: Table, codelists: Codelists) -> pa.DataFrameSchema:
    """Return the pandera model of a table: exactly its columns in their order."""
    columns = {name: _column(column, codelists) for name, column in table.columns.items()}
    return pa.DataFrameSchema(
        columns,
        checks=_checks(table),
        strict=True,
        ordered=True,
        name=table.name,
        title=table.title,
        description=table.description,
        unique=list(table.key) if len(table.key) > 1 else None,
    )


def read_frame(path: Any, table: Table) -> pd.DataFrame:
    """Return a table's frame from its CSV file (a path or an open file).

    Raises:
        ValueError: the file is not a table of these columns and types.
    """
    frame = pd.read_csv(
        path, dtype="string", keep_default_na=False, na_values=[""], skip_blank_lines=False
    )
    types = {name: DTYPES[column.type] for name, column in table.columns.items()}
    return frame.astype({name: dtype for name, dtype in types.items() if name in frame})


def _column(column: Column, codelists: Codelists) -> pa.Column:
    checks = []
    pattern = _DATE if column.type == "date" else column.pattern
    if pattern:
        # str_matches anchors the start alone, and '$' would accept a line end.
        checks.append(pa.Check.str_matches(rf"(?:{pattern})\Z"))
    if column.codelist:
        checks.append(pa.Check.isin(sorted(codelists[column.codelist])))
    if column.minimum is not None:
        checks.append(pa.Check.ge(column.minimum))
    if column.maximum is not None:
        checks.append(pa.Check.le(column.maximum))
    return pa.Column(
        DTYPES[column.type],
        checks,
        nullable=not column.required,
        unique=column.unique,
        title=column.title,
        description=column.description,
    )


def _checks(table: Table) -> list[pa.Check]:
    """Return the rules of a table as checks that share the rows of the frame they are asked of."""
    # A weak reference: pandera complains of frames that live until the interpreter ends.
    last: list[tuple[weakref.ref[pd.DataFrame], list[dict[str, str]]]] = []

    def rows_of(frame: pd.DataFrame) -> list[dict[str, str]]:
        if not last or last[0][0]() is not frame:
            last[:] = [(weakref.ref(frame), _rows(frame))]
        return last[0][1]

    def check(rule: RowRule) -> pa.Check:
        def holds(frame: pd.DataFrame) -> pd.Series:
            found = [rule.holds(row) for row in rows_of(frame)]
            return pd.Series(found, index=frame.index, dtype=bool)

        return pa.Check(holds, name=rule.reason, error=rule.reason)

    return [check(rule) for rule in table.rules]


def _rows(frame: pd.DataFrame) -> list[dict[str, str]]:
    """Return the rows as the rules take them: text, '' for a null, numbers written plainly."""
    texts = {}
    for name in frame.columns:
        cells = frame[name]
        write: Callable[[Any], str] = _number if str(cells.dtype) == "Float64" else str
        texts[name] = ["" if cell is pd.NA else write(cell) for cell in cells]
    return [dict(zip(texts, cells, strict=True)) for cells in zip(*texts.values(), strict=True)]


def _number(value: float) -> str:
    return repr(float(value)).removesuffix(".0")
