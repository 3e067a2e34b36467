"""A row knows the line that it comes from; ids are in the order of the numbers in them."""

from scripts.tables.row import Origin, Row, position_of, span_of


def test_a_column_without_a_line_of_its_own_has_that_of_the_row() -> None:
    origin = Origin("p03.txt", 12, {"period": Origin("p03.txt", 15)})
    row = Row({"period": "2022", "place": "CN"}, origin)
    assert row.origin is not None
    assert [row.origin.of(column).line for column in row] == [15, 12]


def test_ids_are_in_the_order_of_their_numbers() -> None:
    ids = ["p10.c02", "p09.c100", "p09.c99", "p9.c1", "p100.c01"]
    assert sorted(ids, key=position_of) == ["p9.c1", "p09.c99", "p09.c100", "p10.c02", "p100.c01"]


def test_a_span_is_two_numbers() -> None:
    assert span_of({"char_start": "9", "char_end": "10"}) == (9, 10)
