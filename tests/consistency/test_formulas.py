from decimal import Decimal

import pytest

from scripts.consistency.formulas import compute, fits
from scripts.tables.annotated import Row


def figure(figure_id: str, value: str, qualifier: str = "as_stated") -> Row:
    return {"figure_id": figure_id, "value_base": Decimal(value), "qualifier": qualifier}


# p03 s14, p14 s18 to s20, p10 s05
FIGURES = {
    str(row["figure_id"]): row
    for row in (
        figure("p03.f12", "56179"),
        figure("p03.f13", "13290"),
        figure("p03.f14", "23.66"),
        figure("p14.f01", "20000000", "up_to"),
        figure("p14.f02", "10000000", "up_to"),
        figure("p14.f03", "600000"),
        figure("p14.f04", "30000000", "over"),
        figure("p10.f01", "23"),
        {"figure_id": "p05.f10", "value_base": None, "qualifier": "as_stated"},
    )
}


def changed(figure_id: str, value: str) -> dict[str, Row]:
    return FIGURES | {figure_id: FIGURES[figure_id] | {"value_base": Decimal(value)}}


def test_a_share_is_computed_from_part_and_whole() -> None:
    found = compute("share p03.f13 p03.f12 = p03.f14", FIGURES)
    assert found.outcome == "holds", found
    assert found.computation == "100 * 13290 / 56179 = 23.66; stated as_stated 23.66"


def test_a_share_with_a_changed_part_fails() -> None:
    found = compute("share p03.f13 p03.f12 = p03.f14", changed("p03.f13", "13920"))
    assert found.outcome == "fails", found


def test_a_sum_of_limited_parts_is_unclear_where_it_misses_the_total() -> None:
    assert compute("sum p14.f01 p14.f02 p14.f03 = p14.f04", FIGURES).outcome == "holds"
    fewer = changed("p14.f01", "2000000")
    assert compute("sum p14.f01 p14.f02 p14.f03 = p14.f04", fewer).outcome == "unclear"


def test_a_part_above_its_whole_fails() -> None:
    assert compute("at_most p03.f13 p03.f12", FIGURES).outcome == "holds"
    assert compute("at_most p03.f12 p03.f13", FIGURES).outcome == "fails"
    assert compute("at_most p14.f01 p14.f04", changed("p14.f04", "100")).outcome == "unclear"


def test_days_are_counted_with_both_ends() -> None:
    assert compute("days 1839-06-03 1839-06-25 = p10.f01", FIGURES).outcome == "holds"
    assert compute("days 1839-06-03 1839-06-24 = p10.f01", FIGURES).outcome == "fails"


@pytest.mark.parametrize(
    ("computed", "stated", "qualifier", "outcome"),
    [
        ("23.657", "23.66", "as_stated", "holds"),
        ("23.64", "23.66", "as_stated", "fails"),
        ("109", "100", "about", "holds"),
        ("111", "100", "about", "fails"),
        ("101", "100", "over", "holds"),
        ("99", "100", "over", "fails"),
        ("95", "100", "nearly", "holds"),
        ("101", "100", "nearly", "fails"),
        ("101", "100", "up_to", "fails"),
        ("5", "10000", "order_of", "unclear"),
    ],
)
def test_a_qualifier_says_what_fits(
    computed: str, stated: str, qualifier: str, outcome: str
) -> None:
    assert fits(Decimal(computed), Decimal(stated), qualifier) == outcome


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("guess p03.f13 = p03.f14", "none of the forms"),
        ("at_most p03.f13 p03.f12 = p03.f14", "none of the forms"),
        ("share p03.f13 p03.f99 = p03.f14", "no figure 'p03.f99'"),
        ("at_most p05.f10 p03.f12", "has no value"),
        ("days 1839-06-31 1839-07-01 = p10.f01", "day"),
    ],
)
def test_a_formula_that_cannot_be_computed_is_refused(formula: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        compute(formula, FIGURES)
