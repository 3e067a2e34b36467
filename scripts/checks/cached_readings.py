"""Readings of the posts' words, each made once: several checks need the same ones."""

from functools import cache

from scripts.reading.numbers import Numeral, find_numerals
from scripts.reading.quantities import Quantity, Unit, read_quantity


@cache
def numerals_of(text: str) -> tuple[Numeral, ...]:
    """Return the numerals of a text (scripts/reading/numbers.py)."""
    return tuple(find_numerals(text))


@cache
def quantity_of(quote: str, units: tuple[Unit, ...]) -> Quantity:
    """Return what a figure's quote reads as (scripts/reading/quantities.py).

    Raises:
        ValueError: the quote reads as a range that falls.
    """
    return read_quantity(quote, units)
