"""Write tables as CSV: rows in, the same bytes out on every machine."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from scripts.tables.annotated import Cell, Row


def to_csv(rows: Iterable[Row], columns: Sequence[str]) -> bytes:
    r"""Return the rows as CSV (RFC 4180 quoting, UTF-8 without BOM, '\n' line ends).

    Args:
        rows: one mapping a row, with exactly the given columns.
        columns: the columns in their order.

    Raises:
        ValueError: a row has other columns than the table's schema.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        if row.keys() != set(columns):
            difference = sorted(row.keys() ^ set(columns))
            raise ValueError(f"row and schema differ in {', '.join(difference)}: {row}")
        writer.writerow([to_text(row[column]) for column in columns])
    return buffer.getvalue().encode()


def to_text(cell: Cell) -> str:
    """Return a cell's text: '' for None, decimals plain and without trailing zeros."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        text = f"{cell:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(cell)
