"""Words that say when are read as the codebook has it."""

import pytest

from scripts.package.source import Built
from scripts.suggesting.periods import find_periods


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("In 2023", "2023"),
        ("From August 2021 to August 2022", "2021-08/2022-08"),
        ("In the first half of 2002", "2002-01/2002-06"),
        ("From January to mid-June 2002", "2002-01/2002-06"),
        ("Since 2013", "2013/.."),
        ("from 2013 to 2018", "2013/2018"),
        ("By the end of 2022", "2022-12"),
        ("On May 26, 1963", "1963-05-26"),
        ("from August 22 to 25, 2023", "2023-08-22/2023-08-25"),
        ("Since the late 1980s", "198X/.."),
        ("In recent years", "-"),
        ("over the past ten years", "-"),
    ],
)
def test_a_period_is_read_from_its_words(words: str, period: str) -> None:
    sentence = f"{words}, cases fell."
    (found,) = find_periods(sentence)
    assert (found.period, sentence[slice(*found.span)]) == (period, words)


def test_most_words_of_the_coded_periods_are_read_as_they_are_coded(built: Built) -> None:
    coded = {(row["period_words"], row["period"]) for row in built.book.rows("claims")}
    coded = {one for one in coded if one[0]}
    read = {
        (words, "" if one.period == "-" else one.period)
        for words, _ in coded
        for one in find_periods(words)
    }
    assert len(coded & read) / len(coded) > 0.75
