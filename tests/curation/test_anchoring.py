"""Every quote is found in its post, or named with the text that comes nearest."""

from collections.abc import Callable

import pytest

from scripts.archive.reader import Post
from scripts.curation.anchoring import anchor_sentences, find_occurrence, nearest_text
from scripts.curation.parser import parse_coding

Refused = Callable[[str, str, str, str, str], None]

S09 = "s09 There is no end to drugs and no end to prohibition.\n  none slogan\n"

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


def test_text_after_the_last_sentence_is_named(posts: dict[str, Post]) -> None:
    coding, _ = parse_coding(f"post p03\ns01 {posts['p03'].title}", "p03.txt")
    _, problems = anchor_sentences(posts["p03"].text, coding)
    message = "p03.txt:2: the sentences end before the post does (the post goes on with 'Drug 2023"
    assert [str(problem).startswith(message) for problem in problems] == [True], problems


def test_a_file_without_sentences_does_not_hold_its_post(posts: dict[str, Post]) -> None:
    coding, _ = parse_coding("post p03", "p03.txt")
    _, problems = anchor_sentences(posts["p03"].text, coding)
    assert [str(problem)[:52] for problem in problems] == [
        "p03.txt:1: the sentences end before the post does (t"
    ]


WRONG_QUOTES = [
    (
        "c02 1.124 million drug users",
        "c02 1.214 million drug users",
        "c02",
        "c02: the words '1.214",
    ),
    (
        "c02 1.124 million drug users",
        "c02 1.214 million drug users",
        "c02",
        "do not stand in its sentence (nearest text: '1.124 million drug users in the country')",
    ),
    ("c03 down 56 percent", "c03 down 56 percent #2", "c03", "the words 'down 56 percent #2 from"),
    (
        "c03 down 56 percent from the peak",
        "c03 down 56 #2",
        "c03",
        "'down 56' (occurrence 2) do not",
    ),
    ("f01 1.124 million", "f01 1.12 million", "f01", "f01: the words '1.12 million drug users'"),
    ("x People's War", "x Peoples War", "x", "phrase: the words 'Peoples War' do not stand in its"),
    ("@ m02 Clean edge", "@ m02 Clean hedge", "@ m02", "nearest text: 'Clean edge"),
    ("  none heading", "  none heading\n  not Heroin", "not", "name: the words 'Heroin' do not"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), WRONG_QUOTES)
def test_words_that_do_not_stand_in_their_sentence_are_refused(
    refused: Refused, old: str, new: str, line: str, message: str
) -> None:
    refused("p03", old, new, line, message)


def test_a_figure_outside_its_claim_is_refused_though_its_sentence_has_the_words(
    refused: Refused,
) -> None:
    old, new = "f01 1.124 million drug users", "f01 56 percent"
    refused("p03", old, new, "f01", "f01: the words '56 percent' do not stand in its claim")


def test_the_second_occurrence_is_counted_inside_the_parent() -> None:
    text = "2001, 2001 and 2001"
    assert find_occurrence(text, "2001", 2, 0, len(text)) == (6, 10)
    assert find_occurrence(text, "2001", 2, 5, len(text)) == (15, 19)
    assert find_occurrence(text, "2001", 2, 5, 18) is None
    assert find_occurrence(text, "2001", 4, 0, len(text)) is None


def test_the_nearest_text_is_as_long_as_the_words_and_shares_their_longest_run() -> None:
    assert nearest_text("511,00 suspects", "2020, 511,000 suspects were") == "11,000 suspects"
