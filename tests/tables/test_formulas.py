"""A formula is computed from the figures that it names, and their qualifiers say what fits."""

from decimal import Decimal

import pytest

from scripts.tables.formulas import compute, fits
from scripts.tables.row import Row


def figure(value: str, qualifier: str = "as_stated") -> Row:
    return Row({"value_base": value, "qualifier": qualifier})


# p03.s14, p14.s18 to p14.s20, p10.s05, p05.s21
FIGURES = {
    "p03.f12": figure("56179"),
    "p03.f13": figure("13290"),
    "p03.f14": figure("23.66"),
    "p14.f01": figure("20000000", "up_to"),
    "p14.f02": figure("10000000", "up_to"),
    "p14.f03": figure("600000"),
    "p14.f04": figure("30000000", "over"),
    "p10.f01": figure("23"),
    "p05.f10": figure(""),
    "p01.f99": figure("0"),
    "p01.f98": figure("7", "maybe"),
}


def outcome(formula: str, **changed: str) -> str:
    """Return the outcome of a formula; `changed` gives p03_f13 and the like another value."""
    figures = {
        name: Row(row | {"value_base": changed.get(name.replace(".", "_"), row["value_base"])})
        for name, row in FIGURES.items()
    }
    return compute(formula, figures).outcome


def test_a_share_is_computed_from_part_and_whole() -> None:
    found = compute("share p03.f13 p03.f12 = p03.f14", FIGURES)
    assert found.outcome == "holds", found
    assert found.computation == "100 * 13290 / 56179 = 23.66; stated as_stated 23.66"


def test_a_whole_is_computed_from_part_and_share() -> None:
    assert outcome("whole p03.f13 p03.f14 = p03.f12") == "fails"
    assert outcome("whole p03.f13 p03.f14 = p03.f12", p03_f12="56170.75") == "holds"


def test_a_share_with_a_changed_part_fails() -> None:
    assert outcome("share p03.f13 p03.f12 = p03.f14", p03_f13="13920") == "fails"


def test_a_sum_of_exact_parts_holds_or_fails() -> None:
    assert outcome("sum p03.f13 p03.f12 = p03.f12") == "fails"
    assert outcome("sum p03.f13 p03.f12 = p14.f03", p14_f03="69469") == "holds"


def test_a_part_above_its_whole_fails() -> None:
    assert outcome("at_most p03.f13 p03.f12") == "holds"
    assert outcome("at_most p03.f13 p03.f13") == "holds"
    assert outcome("at_most p03.f12 p03.f13") == "fails"


@pytest.mark.parametrize("value", ["1", "30000000", "90000000"])
@pytest.mark.parametrize(
    ("formula", "changed"),
    [
        ("sum p14.f01 p14.f02 p14.f03 = p14.f04", "p14_f04"),
        ("sum p14.f03 p14.f01 = p03.f12", "p03_f12"),
        ("share p14.f01 p03.f12 = p03.f14", "p03_f14"),
        ("whole p14.f03 p14.f02 = p03.f12", "p03_f12"),
        ("at_most p14.f01 p03.f12", "p03_f12"),
        ("at_most p03.f12 p14.f04", "p14_f04"),
    ],
)
def test_what_is_computed_from_a_qualified_figure_is_unclear(
    formula: str, changed: str, value: str
) -> None:
    assert outcome(formula, **{changed: value}) == "unclear"


def test_a_qualified_result_of_exact_parts_is_compared_as_its_qualifier_says() -> None:
    assert outcome("sum p03.f13 p03.f12 = p14.f04") == "fails"
    assert outcome("sum p03.f13 p03.f12 = p14.f04", p14_f04="60000") == "holds"


def test_days_are_counted_with_both_ends() -> None:
    assert outcome("days 1839-06-03 1839-06-25 = p10.f01") == "holds"
    assert outcome("days 1839-06-03 1839-06-24 = p10.f01") == "fails"


@pytest.mark.parametrize(
    ("computed", "stated", "qualifier", "expected"),
    [
        ("23.657", "23.66", "as_stated", "holds"),
        ("23.64", "23.66", "as_stated", "fails"),
        ("109", "100", "about", "holds"),
        ("111", "100", "about", "fails"),
        ("101", "100", "over", "holds"),
        ("99", "100", "over", "fails"),
        ("99", "100", "at_least", "fails"),
        ("95", "100", "nearly", "holds"),
        ("101", "100", "nearly", "fails"),
        ("101", "100", "up_to", "fails"),
        ("100", "100", "under", "holds"),
        ("5", "10000", "order_of", "unclear"),
    ],
)
def test_a_qualifier_says_what_fits(
    computed: str, stated: str, qualifier: str, expected: str
) -> None:
    assert fits(Decimal(computed), Decimal(stated), qualifier) == expected


REFUSED = [
    ("", "none of the forms"),
    ("guess p03.f13 = p03.f14", "none of the forms"),
    ("at_most p03.f13 p03.f12 = p03.f14", "none of the forms"),
    ("at_most p03.f13", "none of the forms"),
    ("share p03.f13 = p03.f14", "none of the forms 'sum FIGURE FIGURE … = FIGURE', 'share PART"),
    ("share p03.f13 p03.f12", "none of the forms"),
    ("sum p03.f13 = p03.f14", "none of the forms"),
    ("share p03.f13 p03.f99 = p03.f14", "no figure 'p03.f99'"),
    ("at_most p05.f10 p03.f12", "the figure p05.f10 has no value"),
    ("share p03.f13 p01.f99 = p03.f14", "p01.f99 is 0, and nothing can be divided by it"),
    ("sum p03.f13 p03.f12 = p01.f98", "nothing is known of the qualifier 'maybe'"),
    ("days 1839-06-31 1839-07-01 = p10.f01", "day"),
    ("days yesterday today = p10.f01", "yesterday"),
]


@pytest.mark.parametrize(("formula", "reason"), REFUSED)
def test_a_formula_that_cannot_be_computed_is_refused(formula: str, reason: str) -> None:
    with pytest.raises(ValueError) as refused:
        compute(formula, FIGURES)
    assert reason in str(refused.value)
