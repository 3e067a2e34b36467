"""Every numeral is a figure, a part of one, or given with what it is."""

from collections.abc import Callable

import pytest

Refused = Callable[[str, str, str, str, str], None]

WRONG_NUMERALS = [
    ("  n Zero=idiom\n", "", "s01", "the numeral 'Zero' of s01 is not accounted for"),
    ("  n 2015=date; 2022=date", "  n 2015=date", "s06", "the numeral '2022' of s06 is not"),
    ("  n Zero=idiom", "  n Zero=saying", "n Zero", "Zero=saying is no disposition to be typed"),
    ("  n Zero=idiom", "  n Zero=figure", "n Zero", "Zero=figure is no disposition to be typed"),
    ("  n Zero=idiom", "  n Zero=part", "n Zero", "Zero=part is no disposition to be typed"),
    ("  n Zero=idiom", "  n One=idiom", "n One", "no numeral 'One' in s01 (the numerals found are"),
    ("  n Zero=idiom", "  n Zero=idiom; Zero#2=idiom", "n Zero", "no numeral 'Zero' in s01"),
    ("  n Zero=idiom", "  n Zero=idiom; Zero=idiom", "n Zero", "the numeral 'Zero' is given twice"),
    (
        "  n 2023=stray",
        "  n 2023=stray; 56=stray",
        "s02",
        "56 stands in a figure's quote and is also given as stray",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), WRONG_NUMERALS)
def test_a_numeral_that_is_not_accounted_for_once_is_refused(
    refused: Refused, old: str, new: str, line: str, message: str
) -> None:
    refused("p03", old, new, line, message)
