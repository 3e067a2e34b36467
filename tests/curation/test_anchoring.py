"""Every quote is found in its post, or named with the text that comes nearest."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.curation.anchoring import anchor, find_occurrence, nearest_text
from scripts.curation.archive import Post
from scripts.curation.parser import parse_coding
from tests.curation.conftest import Refused

S09 = "s09 There is no end to drugs and no end to prohibition.\n"

NOT_THE_POST = [
    ("s01 Zero", "s01 Hero", "s01", "s01 is not the next text of the post"),
    ("s01 Zero", "s01 Hero", "s01", "the post goes on with 'Zero tolerance for drugs'"),
    ("s02 Drug", "s02 The Drug", "s02", "s02 is not the next text of the post"),
    ("in nearly a decade, with", "in a decade, with", "s02", "s02 is not the next text"),
    (S09, "", "s10", "the post goes on with 'There is no end to drugs"),
    (S09, S09 + S09.replace("s09", "s99"), "s99", "s99 is not the next text of the post"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), NOT_THE_POST)
def test_sentences_that_do_not_join_to_the_post_are_refused(
    refused: Refused, old: str, new: str, line: str, message: str
) -> None:
    refused("p03", old, new, line, message)


@pytest.mark.parametrize(("sentence", "line"), [("\ns01 Zero tolerance for drugs", 2), ("", 1)])
def test_text_after_the_last_sentence_is_named(
    posts: dict[str, Post], sentence: str, line: int
) -> None:
    coding, _ = parse_coding(f"post p03{sentence}", "p03.txt")
    _, findings = anchor(posts["p03"].text, coding)
    told = f"p03.txt:{line}: the sentences end before the post does (the post goes on with "
    assert [str(finding)[: len(told)] for finding in findings] == [told]


C02, C03 = "c02 1.124 million drug users", "c03 down 56 percent from the peak"
WRONG_QUOTES = [
    (C02, "c02 1.214 million drug users", "c02", "c02: the words '1.214"),
    (C02, "c02 1.214 million drug users", "c02", "are not in its sentence"),
    (C02, "c02 1.214 million drug users", "c02", "(nearest text: '1.124 million drug users in the"),
    (C03, "c03 down 56 percent #2 from", "c03", "the words 'down 56 percent #2 from"),
    (C03, "c03 down 56 #2", "c03", "'down 56' (occurrence 2) are not"),
    ("f01 1.124 million", "f01 1.12 million", "f01", "f01: the words '1.12 million drug users'"),
    ("f01 1.124 million drug users", "f01 56 percent", "f01", "'56 percent' are not in its claim"),
    ("x People's War", "x Peoples War", "x", "phrase: the words 'Peoples War' are not in its"),
    ("@ m02 Clean edge", "@ m02 Clean hedge", "@ m02", "nearest text: 'Clean edge"),
    ("  rest slogan", "  rest slogan\n  not Heroin", "not", "not: the words 'Heroin' are not"),
    ("  rest slogan", "  rest No tolerance = slogan", "rest", "'No tolerance' are not in its sent"),
    ("t Zero tol", "t Hero tol", "t Hero", "talking_point: the words 'Hero tolerance for drugs'"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), WRONG_QUOTES)
def test_words_that_are_not_in_their_parent_are_refused(
    refused: Refused, old: str, new: str, line: str, message: str
) -> None:
    refused("p03", old, new, line, message)


def test_an_occurrence_is_counted_inside_the_parent() -> None:
    text = "2001, 2001 and 2001"
    assert find_occurrence(text, "2001", 2, (0, len(text))) == (6, 10)
    assert find_occurrence(text, "2001", 2, (5, len(text))) == (15, 19)
    assert find_occurrence(text, "2001", 2, (5, 18)) is None
    assert find_occurrence(text, "2001", 4, (0, len(text))) is None


@given(st.text("ab ", max_size=40), st.text("ab ", min_size=1, max_size=4), st.integers(1, 4))
def test_words_are_found_as_many_times_as_they_are_there(text: str, words: str, nth: int) -> None:
    starts = [place for place in range(len(text)) if text.startswith(words, place)]
    span = find_occurrence(text, words, nth, (0, len(text)))
    due = (starts[nth - 1], starts[nth - 1] + len(words)) if nth <= len(starts) else None
    assert span == due


def test_the_nearest_text_is_as_long_as_the_words_and_shares_their_longest_run() -> None:
    assert nearest_text("511,00 suspects", "2020, 511,000 suspects were") == "11,000 suspects"


def test_very_long_words_are_compared_in_seconds() -> None:
    begin = perf_counter()
    assert nearest_text("a" * 10**6, "a" * 10**6)
    assert nearest_text("ab " * 10**5, "ba " * 10**5)
    assert perf_counter() - begin < 10
