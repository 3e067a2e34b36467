"""Rows are compared with those that follow from something else, cell by cell and in order."""

from collections.abc import Collection

from scripts.rules.compare import compare_rows
from scripts.tables.row import Origin, Row

OTHERS = ("label", "definition", "quantity_kind", "base_unit", "factor")


def unit(name: str, origin: Origin | None = None, **cells: str) -> Row:
    return Row({"unit": name, **dict.fromkeys(OTHERS, "x"), **cells}, origin)


LINE = Origin("units.yaml", 7)
DUE = [unit("bag", LINE), unit("box", LINE), unit("case", LINE)]
BAG, BOX, CASE = (unit(row["unit"]) for row in DUE)
FIX = "(build the package again)"


def compared(*rows: Row, skip: Collection[tuple[str, str]] = ()) -> list[str]:
    return [str(one) for one in compare_rows("units", rows, DUE, "the register", skip)]


def test_equal_rows_are_right() -> None:
    assert compared(BAG, BOX, CASE) == []


def test_a_cell_that_differs_is_named_with_both_values_and_the_line_that_decides_it() -> None:
    (found,) = compared(unit("bag", factor="2"), BOX, CASE)
    assert found == f"units.yaml:7: units bag factor: is '2', the register gives 'x' {FIX}"


def test_long_cells_are_cut() -> None:
    (found,) = compared(unit("bag", label="y" * 1000), BOX, CASE)
    assert len(found) < 200


def test_cells_that_shall_not_be_compared_are_left_out() -> None:
    assert compared(unit("bag", factor="2"), BOX, CASE, skip={("bag", "factor")}) == []


def test_a_missing_row_and_one_too_many_are_named() -> None:
    assert compared(BAG, unit("barrel"), CASE) == [
        f"units.yaml:7: units box unit: the row is missing, the register gives it {FIX}",
        f"units barrel unit: the register gives no such row {FIX}",
    ]


def test_a_row_that_is_there_twice_is_named() -> None:
    (found,) = compared(BAG, BOX, unit("bag"), CASE)
    assert found.startswith("units bag unit: is a duplicate row")


def test_the_first_row_out_of_order_is_named_once() -> None:
    (found,) = compared(CASE, BAG, BOX)
    assert found.startswith("units.yaml:7: units case unit: is out of order, bag should be here")
