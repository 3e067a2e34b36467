"""Numbers and periods are written as people write them."""

import pytest

from scripts.publish.site.words import say_number, say_period

NUMBERS = [
    ("1070000", "1,070,000"),
    ("13.2", "13.2"),
    ("0.5", "0.5"),
    ("12000000000", "12,000,000,000"),
]
PERIODS = [
    ("2023", "2023"),
    ("2023-06", "June 2023"),
    ("1839-06-03", "3 June 1839"),
    ("198X", "the 1980s"),
    ("2001~", "about 2001"),
    ("2013/2022", "2013 to 2022"),
    ("2012-11/..", "since November 2012"),
    ("../2022-12", "up to December 2022"),
    ("not_recorded", "not_recorded"),
]


@pytest.mark.parametrize(("cell", "said"), NUMBERS)
def test_a_number_has_its_thousands_apart(cell: str, said: str) -> None:
    assert say_number(cell) == said


@pytest.mark.parametrize(("period", "said"), PERIODS)
def test_a_period_is_said_in_words(period: str, said: str) -> None:
    assert say_period(period) == said
