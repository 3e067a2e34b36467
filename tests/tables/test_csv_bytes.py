"""The same rows are the same bytes, and a row of another table is refused."""

from decimal import Decimal

import pytest

from scripts.tables.annotated import Cell
from scripts.tables.csv_bytes import to_csv, to_text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        (38, "38"),
        (Decimal("13.2"), "13.2"),
        (Decimal("13.20"), "13.2"),
        (Decimal("100"), "100"),
        (Decimal("100.0"), "100"),
        (Decimal("1.124") * 1000000, "1124000"),
        (Decimal("1E+6"), "1000000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("0.0"), "0"),
        (Decimal("66.67"), "66.67"),
    ],
)
def test_a_cell_is_written_without_exponent_or_trailing_zeros(cell: Cell, text: str) -> None:
    assert to_text(cell) == text


def test_cells_are_quoted_where_they_must_and_lines_end_with_lf() -> None:
    quote = 'carry out"Safe care" actions'
    rows: list[dict[str, Cell]] = [{"id": "p03.c31", "quote": quote}, {"id": "—", "quote": "a,\nb"}]
    expected = 'id,quote\np03.c31,"carry out""Safe care"" actions"\n—,"a,\nb"\n'
    assert to_csv(rows, ["id", "quote"]) == expected.encode()


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ({"id": "p03", "quote": "x", "note": "y"}, "row and schema differ in note: "),
        ({"id": "p03"}, "row and schema differ in quote: "),
        ({"id": "p03", "qoute": "x"}, "row and schema differ in qoute, quote: "),
    ],
)
def test_a_row_with_other_columns_than_the_schema_is_refused(
    row: dict[str, Cell], named: str
) -> None:
    with pytest.raises(ValueError, match=named) as refused:
        to_csv([row], ["id", "quote"])
    assert "p03" in str(refused.value)
