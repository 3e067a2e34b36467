"""Every numeral of the archive is found and read; words that are no numerals are left alone."""

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.reading.numbers import find_numerals, read_plain, to_text

ARCHIVE = Path(__file__).parents[2] / "curation" / "archive" / "posts.txt"


def readings(text: str) -> list[tuple[str, str]]:
    """Return text and value of every numeral, as they would stand in a table."""
    return [(numeral.text, str(numeral.value)) for numeral in find_numerals(text)]


def types(text: str) -> list[tuple[str, str]]:
    """Return text and type of every numeral."""
    return [(numeral.text, numeral.numeral_type) for numeral in find_numerals(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022,71,000 new drug users", [("2022", "2022"), ("71,000", "71000")]),
        ("2013 and 2022,1.07 million", [("2013",) * 2, ("2022",) * 2, ("1.07 million", "1070000")]),
        ("the end of 2022,3.79 million people", [("2022",) * 2, ("3.79 million", "3790000")]),
        ("various types of drugs.20 In 2023, a total", [("20", "20"), ("2023", "2023")]),
        ("Time: April 23,2024", [("23", "23"), ("2024", "2024")]),
    ],
)
def test_glued_text_is_read_as_two_numerals(text: str, expected: list[tuple[str, str]]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.124 million drug users", [("1.124 million", "1124000")]),
        ("1.005 million criminal suspects", [("1.005 million", "1005000")]),
        ("19.5 million drug addicts", [("19.5 million", "19500000")]),
        ("2,376,254 kilograms", [("2,376,254", "2376254")]),
        ("more than 3000 people", [("3000", "3000")]),
        ("$800 million to $1 billion", [("800 million", "800000000"), ("1 billion", "1000000000")]),
        ("a felony sentence rate of 23.66 per cent", [("23.66", "23.66")]),
        ("remained above 96%.", [("96", "96")]),
        ("2018-2022", [("2018", "2018"), ("2022", "2022")]),
        ("from 10 to 20", [("10", "10"), ("20", "20")]),
        ("1. Politicians", [("1", "1")]),
        ('3. "330" major', [("3", "3"), ("330", "330")]),
    ],
)
def test_digits_are_read_with_their_multiplier(text: str, expected: list[tuple[str, str]]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One hundred cities anti-drug war”", [("One hundred", "100")]),
        ('the "Hundred Cities Anti-Drug Campaign"', [("Hundred", "100")]),
        ("over a thousand drug users", [("a thousand", "1000")]),
        ("half a million", [("half a million", "500000")]),
        ("twenty-five", [("twenty-five", "25")]),
        ("two hundred and fifty thousand", [("two hundred and fifty thousand", "250000")]),
        ("two and three", [("two", "2"), ("three", "3")]),
        ("Zero tolerance", [("Zero", "0")]),
        ("Two Strikes and Two Controls", [("Two", "2"), ("Two", "2")]),
        ("a three-dimensional border", [("three", "3")]),
        ("China, as one of the most populous", [("one", "1")]),
        ("their dreams shattered one by one, they", [("one", "1"), ("one", "1")]),
    ],
)
def test_number_words_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hundreds of thousands of deaths", "100000"),
        ("tens of thousands of people", "10000"),
        ("dozens of addicts", "12"),
        ("millions of viewers", "1000000"),
    ],
)
def test_a_magnitude_word_has_its_own_value(text: str, expected: str) -> None:
    [numeral] = find_numerals(text)
    assert (numeral.numeral_type, str(numeral.value)) == ("magnitude", expected)


@pytest.mark.parametrize(
    ("text", "numeral_type", "value"),
    [
        ("18th National Congress", "ordinal", "18"),
        ("the 132nd joint patrol", "ordinal", "132"),
        ("The 3rd China-EU", "ordinal", "3"),
        ("the 21st Century Cures Act", "ordinal", "21"),
        ("Fourthly, international", "ordinal", "4"),
        ("twenty-first", "ordinal", "21"),
        ("The second wave", "ordinal", "2"),
        ("the late 1980s", "decade", "1980"),
        ("approximately two-thirds", "fraction", "0.6667"),
        ("one third", "fraction", "0.3333"),
        ("halved", "fraction", "0.5"),
        ("more than double the number", "multiple", "2"),
        ("a three-fold rise", "multiple", "3"),
        ("five times the number", "cardinal", "5"),
        ('named "3·19," arresting', "label", "None"),
        ("COVID-19", "label", "None"),
    ],
)
def test_numerals_are_told_apart_by_type(text: str, numeral_type: str, value: str) -> None:
    [numeral] = find_numerals(text)
    assert (numeral.numeral_type, str(numeral.value)) == (numeral_type, value)


def test_the_first_half_of_a_year_is_three_numerals() -> None:
    assert types("In the first half of 2002") == [
        ("first", "ordinal"),
        ("half", "fraction"),
        ("2002", "cardinal"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a long and arduous one.",
        '"superpower of drug addiction" is one that the U.S. will never',
        "a fire in one's backyard",
        "no one",
        "they blame one another",
        "anyone or any force",
        "once invented his own",
        "several times higher",
        "both parties agree",
        "single legislation",
        "over the past decade",
        "secondary school students",
        "often seized; tenure",
        "per second",
    ],
)
def test_words_that_name_no_number_are_no_numerals(text: str) -> None:
    assert find_numerals(text) == ()


def test_each_one_hundred_is_a_numeral_after_all() -> None:
    assert readings("each one hundred") == [("one hundred", "100")]


@given(st.integers(0, 10**12), st.sampled_from([" cases", ".", ",", " of them", ""]))
def test_a_whole_number_in_digits_reads_back(number: int, after: str) -> None:
    for written in (f"{number}", f"{number:,}"):
        (found,) = find_numerals(f"solved {written}{after}")
        assert (found.text, found.value) == (written, Decimal(number))


SCALES = {"": 1, " hundred": 100, " thousand": 1000, " million": 10**6, " billion": 10**9}


@given(st.decimals(Decimal("0.01"), 9999, places=2), st.sampled_from(sorted(SCALES)))
def test_a_decimal_with_its_scale_reads_back(number: Decimal, scale: str) -> None:
    (found,) = find_numerals(f"about {number}{scale} suspects")
    assert found.text == f"{number}{scale}"
    assert found.value == number * SCALES[scale]


PIECES = [
    "1",
    "29",
    "1,352",
    "1.07",
    "million",
    "trillion",
    "hundreds",
    "of",
    "half",
    "an",
    "dozen",
    "th",
    "s",
    "fold",
    "·",
    "١",
    "two-thirds",
]


@given(st.text(max_size=99) | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_numerals_of_any_text_are_exact_ordered_apart_and_finite(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.start < numeral.end
        assert text[numeral.start : numeral.end] == numeral.text
        assert numeral.value is None or numeral.value.is_finite()
        end = numeral.end


@pytest.mark.parametrize(
    "text", ["1" * 29, "9" * 5000, "1" + " trillion" * 5000, "one" + " million" * 5000]
)
def test_a_number_of_any_length_is_read_within_bounds(text: str) -> None:
    longest = max(len(to_text(numeral.value)) for numeral in find_numerals(text))
    assert longest <= max(len(text), 60) + 1


@pytest.mark.parametrize(
    ("value", "text"), [("1E+6", "1000000"), ("66.6700", "66.67"), ("0.0", "0"), ("100", "100")]
)
def test_a_number_is_written_as_cells_hold_it_and_read_back(value: str, text: str) -> None:
    assert to_text(Decimal(value)) == text
    assert read_plain(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["1e6", "1.0", "1_000", "NaN", "Infinity", "١", "１", "+1", ".5", "1.", "1" * 19, "", " 1"],
)
def test_what_is_not_written_so_is_not_read(text: str) -> None:
    assert read_plain(text) is None


def test_no_digit_of_the_archive_is_left_outside_a_numeral() -> None:
    text = ARCHIVE.read_text(encoding="utf-8")
    inside = {place for found in find_numerals(text) for place in range(found.start, found.end)}
    missed = [
        text[max(0, match.start() - 20) : match.end() + 20]
        for match in re.finditer("[0-9]", text)
        if match.start() not in inside
    ]
    assert missed == []


def test_numerals_of_the_archive_are_exact_ordered_and_apart() -> None:
    text = ARCHIVE.read_text(encoding="utf-8")
    numerals = find_numerals(text)
    wrong_text = [found for found in numerals if text[found.start : found.end] != found.text]
    overlapping = [
        (before, after) for before, after in pairwise(numerals) if before.end > after.start
    ]
    assert (wrong_text, overlapping) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seven out of ten people", [("seven out of ten", "0.7")]),
        ("One in five of them", [("One in five", "0.2")]),
        ("nine out of every ten", [("nine out of every ten", "0.9")]),
        ("132 out of 133 votes", [("132 out of 133", "0.9925")]),
        ("one in five years", [("one", "1"), ("five", "5")]),
        ("twenty in five provinces", [("twenty", "20"), ("five", "5")]),
        ("sold 12 out of 3 shops", [("12", "12"), ("3", "3")]),
        ("two in three million", [("two", "2"), ("three million", "3000000")]),
        ("20 out of 0", [("20", "20"), ("0", "0")]),
        ("5 in 10 provinces", [("5", "5"), ("10", "10")]),
    ],
)
def test_a_part_of_a_whole_is_one_numeral(text: str, expected: list[tuple[str, str]]) -> None:
    assert readings(text) == expected
    assert all(text[one.start : one.end] == one.text for one in find_numerals(text))
