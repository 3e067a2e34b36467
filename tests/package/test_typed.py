"""Cells become values of the type that the descriptor gives."""

from datetime import date
from typing import Any

import pytest

from scripts.package.typed import read_cell

CELLS = [
    ("p01", "string", "p01"),
    ("007", "string", "007"),
    ("12", "integer", 12),
    ("0.5", "number", 0.5),
    ("2001-12-31", "date", date(2001, 12, 31)),
]


@pytest.mark.parametrize(("cell", "kind", "value"), CELLS)
def test_a_cell_has_the_type_of_its_field(cell: str, kind: str, value: Any) -> None:
    read = read_cell(cell, {"type": kind})
    assert read == value and type(read) is type(value)


@pytest.mark.parametrize("kind", ["string", "integer", "number", "date"])
def test_an_empty_cell_of_any_type_is_a_missing_value(kind: str) -> None:
    assert read_cell("", {"type": kind}) is None
