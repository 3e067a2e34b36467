"""Cells with the types of the descriptor, for the formats that have types."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

_READERS: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
}


def read_cell(cell: str, field: Mapping[str, Any]) -> Any:
    """Return a cell of a valid table as str, int, float or date by its field; None if empty."""
    return _READERS[field["type"]](cell) if cell else None
