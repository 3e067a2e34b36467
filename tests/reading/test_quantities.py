"""Value, qualifier and unit are read from real quotes with the register of units."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.reading.quantities import Unit, read_quantity

REGISTER = Path(__file__).parents[2] / "curation" / "registers" / "units.yaml"
ENTRIES = yaml.safe_load(REGISTER.read_text(encoding="utf-8"))
UNITS = tuple(
    Unit(unit_id, entry["quantity_kind"], tuple(entry["forms"]))
    for unit_id, entry in ENTRIES.items()
)


def reading(quote: str, units: tuple[Unit, ...] = UNITS) -> tuple[str, str, str]:
    """Return value, qualifier and unit of a quote, the value as it would stand in a table."""
    quantity = read_quantity(quote, units)
    return str(quantity.value), quantity.qualifier, quantity.unit


@pytest.mark.parametrize(
    ("quote", "value", "qualifier", "unit"),
    [
        ("a total of 397,000 drug-related crimes", "397000", "as_stated", "case"),
        ("a total of over 42,000 drug crime cases", "42000", "over", "case"),
        ("over 740,000 heroin abusers", "740000", "over", "person"),
        ("exceeded 900,000", "900000", "over", ""),
        ("above 96%", "96", "over", "percent"),
        ("only about 330 million people", "330000000", "about", "person"),
        ("roughly 5%", "5", "about", "percent"),
        ("about 15 percentage points", "15", "about", "percentage_point"),
        ("nearly 1,000 drug-related websites", "1000", "nearly", "website"),
        ("as many as 20 million drug users", "20000000", "up_to", "person"),
        ("up to 10 million drug cultivators", "10000000", "up_to", "person"),
        ("within three years", "3", "up_to", "year"),
        ("no less than 5 tons", "5", "at_least", "tonne"),
        ("5 tons or more", "5", "at_least", "tonne"),
        ("5 or more cases", "5", "at_least", "case"),
        ("less than 5 tons", "5", "under", "tonne"),
        ("no more than 5 tons", "5", "up_to", "tonne"),
    ],
)
def test_the_word_before_the_value_qualifies_it(
    quote: str, value: str, qualifier: str, unit: str
) -> None:
    assert reading(quote) == (value, qualifier, unit)


@pytest.mark.parametrize(
    ("quote", "value", "unit"),
    [
        ("13.2 tons of heroin", "13.2", "tonne"),
        ("4,035 kilograms of heroin", "4035", "kilogram"),
        ("45,378 drug crime cases", "45378", "case"),
        ("45,378 drug crime suspects", "45378", "person"),
        ("2.07 million ecstasy pills", "2070000", "pill"),
        ("46 methamphetamine and ecstasy processing facilities", "46", "facility"),
        ("134 counties and cities", "134", "county"),
        ("41 cities and prefectures", "41", "city"),
        ("30 countries and regional alliances", "30", "country"),
        ("13 anti-drug border liaison officers' offices", "13", "office"),
        ("five multilateral drug control cooperation mechanisms", "5", "mechanism"),
        ("10 narcotic drugs and psychotropic drugs such as tramadol", "10", "substance"),
        ("100 million primary and secondary school students", "100000000", "person"),
        ("18 consecutive years", "18", "year"),
        ("down 56 percent", "56", "percent"),
        ("23.66 per cent", "23.66", "percent"),
        ("11.9% year-on-year", "11.9", "percent"),
        ("a drop of 40 percent year-on-year", "40", "percent"),
        ("about 90% of U.S. House Representatives", "90", "percent"),
        ("$1 billion", "1000000000", "us_dollar"),
        ("11th state", "11", "rank"),
        ("132 of which", "132", ""),
        ("13,290 were sentenced", "13290", ""),
    ],
)
def test_the_unit_is_the_sign_the_measure_or_the_counted_noun(
    quote: str, value: str, unit: str
) -> None:
    found_value, _, found_unit = reading(quote)
    assert (found_value, found_unit) == (value, unit)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("nearly two-thirds", ("66.67", "nearly", "percent")),
        ("two-thirds of these deaths", ("66.67", "about", "percent")),
        ("half of the cases", ("50", "about", "percent")),
        ("half a million people", ("500000", "as_stated", "person")),
        ("more than double the number", ("2", "over", "times")),
        ("more than five times the number", ("5", "over", "times")),
        ("tens of thousands of people", ("10000", "order_of", "person")),
        ("over hundreds of thousands of deaths", ("100000", "order_of", "person")),
        ("dozens of countries", ("12", "order_of", "country")),
        ("several times higher", ("None", "as_stated", "times")),
    ],
)
def test_words_for_quantities_are_read(quote: str, expected: tuple[str, str, str]) -> None:
    assert reading(quote) == expected


def test_a_range_has_two_values_and_rests_on_both_numerals() -> None:
    quantity = read_quantity("more than $800 million to $1 billion", UNITS)
    assert (quantity.value, quantity.value_high) == (Decimal(800_000_000), Decimal(1_000_000_000))
    assert (quantity.qualifier, quantity.unit) == ("over", "us_dollar")
    assert [numeral.text for numeral in quantity.numerals] == ["800 million", "1 billion"]


@pytest.mark.parametrize(
    "quote", ["from 10 to 20 cases", "10-20 cases", "between 10 and 20 cases", "10% to 20%"]
)
def test_a_range_may_be_written_in_several_ways(quote: str) -> None:
    quantity = read_quantity(quote, UNITS)
    assert (quantity.value, quantity.value_high) == (Decimal(10), Decimal(20))


@pytest.mark.parametrize(
    ("quote", "value", "unit"),
    [
        ("145 cases involving over 10,000 grams", 145, "case"),
        ("about 1,150 teenagers aged 14 to 18", 1150, "person"),
        ("100 counties in 13 provinces and regions", 100, "county"),
        ("10 and 20 cases", 10, ""),
        ("5 percent to 20 tons", 5, "percent"),
    ],
)
def test_a_second_number_that_ends_no_range_is_a_condition(
    quote: str, value: int, unit: str
) -> None:
    quantity = read_quantity(quote, UNITS)
    assert (quantity.value, quantity.value_high, quantity.unit) == (Decimal(value), None, unit)
    assert [numeral.value for numeral in quantity.numerals] == [Decimal(value)]


def test_a_qualifier_of_a_condition_does_not_qualify_the_value() -> None:
    assert reading("145 cases involving over 10,000 grams")[1] == "as_stated"


def test_a_range_that_falls_is_rejected() -> None:
    with pytest.raises(ValueError, match="falls, from 160000 to 35000"):
        read_quantity("from 160,000 to 35,000", UNITS)


def test_without_a_form_in_the_register_there_is_no_unit() -> None:
    without_tonne = tuple(unit for unit in UNITS if unit.unit_id != "tonne")
    assert reading("13.2 tons of heroin", without_tonne) == ("13.2", "as_stated", "")


def test_no_form_of_the_register_marks_two_units() -> None:
    forms = [form for unit in UNITS for form in unit.forms]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_only_mass_is_converted_to_a_base_unit() -> None:
    units = [(unit, entry["base_unit"], entry["factor"]) for unit, entry in ENTRIES.items()]
    converted = [(unit, base, factor) for unit, base, factor in units if unit != base]
    assert converted == [("tonne", "kilogram", "1000")]
    assert [unit for unit, base, factor in units if unit == base and factor != "1"] == []


@given(
    st.text(max_size=60) | st.from_regex(r"(?:[0-9]{1,30}[ ,.-]?(?:to |million |%|tons )?){1,6}")
)
def test_any_quote_is_read_or_refused_as_a_range_that_falls(quote: str) -> None:
    try:
        quantity = read_quantity(quote, UNITS)
    except ValueError as error:
        assert "falls" in str(error)
    else:
        assert all(quote[one.start : one.end] == one.text for one in quantity.numerals)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("seven out of ten", ("70", "about", "percent")),
        ("nearly seven out of ten users", ("70", "nearly", "percent")),
        ("7 out of 10 teenagers", ("70", "about", "percent")),
        ("one in five", ("20", "about", "percent")),
        ("more than one in every four adults", ("25", "over", "percent")),
        ("1 in 5 Americans", ("20", "about", "percent")),
        ("one in a hundred", ("1", "about", "percent")),
        # none of these is a part of a whole
        ("5 in 10 provinces", ("5", "as_stated", "")),
        ("100 counties in 13 provinces", ("100", "as_stated", "county")),
        ("one in 2022", ("1", "as_stated", "")),
        ("12 out of ten", ("12", "as_stated", "")),
    ],
)
def test_so_many_out_of_so_many_is_a_share(quote: str, expected: tuple[str, str, str]) -> None:
    assert reading(quote) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("fewer than in 2022", ("None", "as_stated", "")),
        ("more than in 2019", ("None", "as_stated", "")),
        ("lower than the number in 2012", ("None", "as_stated", "")),
        ("12 percent fewer than in 2022", ("12", "as_stated", "percent")),
        ("down 40 percent from a year earlier", ("40", "as_stated", "percent")),
        # these are amounts
        ("fewer than 2022 cases", ("2022", "under", "case")),
        ("more than 2000 people", ("2000", "over", "person")),
        ("fewer than in 2022 cases", ("2022", "as_stated", "case")),
    ],
)
def test_the_year_that_a_comparison_is_with_is_no_value(
    quote: str, expected: tuple[str, str, str]
) -> None:
    assert reading(quote) == expected
