"""Passages are the maximal runs of words that places share, found just as by trying all pairs."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.reading.passages import LEAST_WORDS, Occurrence, Word, shared_passages, words_of

Spans = dict[tuple[str, ...], set[tuple[str, int, int]]]


def found(texts: Mapping[str, str], least: int) -> Spans:
    return {words: {*places} for words, places in shared_passages(texts, least).items()}


def by_pairs(texts: Mapping[str, str], least: int) -> Spans:
    """Return the passages as anyone may find them: from each two places, as far as words agree.

    A run that two places begin differently is as long as it goes; it stands wherever its words do.
    """
    words = {name: words_of(text) for name, text in texts.items()}
    plain = {name: [word.text for word in own] for name, own in words.items()}
    places = [(name, at) for name, own in plain.items() for at in range(len(own))]
    runs = set()
    for (one, a), (other, b) in combinations(places, 2):
        if a and b and plain[one][a - 1] == plain[other][b - 1]:
            continue
        length = 0
        while plain[one][a + length :][:1] == plain[other][b + length :][:1] != []:
            length += 1
        if length >= least:
            runs.add(tuple(plain[one][a : a + length]))
    return {
        run: {
            (name, words[name][at].start, words[name][at + len(run) - 1].end)
            for name, at in places
            if tuple(plain[name][at : at + len(run)]) == run
        }
        for run in runs
    }


TEXTS = st.lists(st.lists(st.sampled_from("ab"), max_size=9).map(" ".join), max_size=4).map(
    lambda texts: {f"p{number}": text for number, text in enumerate(texts)}
)
WIDER = st.lists(st.lists(st.sampled_from("abcd"), max_size=14).map(" ".join), max_size=3).map(
    lambda texts: {f"p{number}": text for number, text in enumerate(texts)}
)


@settings(max_examples=300)
@given(TEXTS | WIDER, st.integers(1, 4))
def test_the_passages_are_those_that_all_pairs_of_places_give(
    texts: dict[str, str], least: int
) -> None:
    assert found(texts, least) == by_pairs(texts, least)


@settings(max_examples=200)
@given(TEXTS | WIDER, st.lists(st.sampled_from("abc"), max_size=12), st.integers(1, 4))
def test_a_further_text_takes_no_occurrence_away(
    texts: dict[str, str], further: list[str], least: int
) -> None:
    before, after = found(texts, least), found({**texts, "last": " ".join(further)}, least)
    assert {words: places - after.get(words, set()) for words, places in before.items()} == {
        words: set() for words in before
    }


@settings(max_examples=100)
@given(TEXTS)
def test_the_order_of_the_texts_does_not_matter(texts: dict[str, str]) -> None:
    names = sorted(texts, reverse=True)
    assert found({name: texts[name] for name in names}, 2) == found(texts, 2)


A, B, C = "one two three four five", "zero one two three six", "two three four"


@pytest.mark.parametrize(
    ("texts", "passages"),
    [
        ([], {}),
        ([A], {}),
        (["", "..."], {}),
        ([A, A], {A: 2}),
        # equal at both ends of both texts, and shorter than the least
        (["one two", "one two"], {}),
        ([A, B], {"one two three": 2}),
        # a part that stands elsewhere too is a passage of its own, in all its places
        ([A, A, C], {A: 2, C: 3}),
        ([A, B, C], {"one two three": 2, "two three four": 2}),
        # twice in one text, also where the two overlap
        (["one two three, one two three"], {"one two three": 2}),
        (["ha ha ha ha ha"], {"ha ha ha ha": 2, "ha ha ha": 3}),
        # whatever the case and the punctuation between the words
        (["One-two, THREE!", "one two (three)"], {"one two three": 2}),
        (["people’s drug war", "people s drug war"], {"people s drug war": 2}),
    ],
)
def test_a_passage_is_as_long_as_its_words_agree(
    texts: list[str], passages: dict[str, int]
) -> None:
    given_texts = {f"p{number}": text for number, text in enumerate(texts)}
    spans = shared_passages(given_texts, least=3)
    assert {" ".join(words): len(places) for words, places in spans.items()} == passages


def test_an_occurrence_goes_from_the_first_word_to_the_last() -> None:
    texts = {"p02": "Say “No, to Drugs!” now", "p01": "no to drugs."}
    assert shared_passages(texts, 3) == {
        ("no", "to", "drugs"): [Occurrence("p02", 5, 17), Occurrence("p01", 0, 11)]
    }


def test_a_passage_has_eight_words_at_least() -> None:
    eight = "a b c d e f g h"
    assert LEAST_WORDS == 8
    assert [*shared_passages({"p01": eight, "p02": eight})] == [tuple(eight.split())]
    assert shared_passages({"p01": eight, "p02": eight[:-2]}) == {}


def test_words_are_runs_of_letters_and_digits_in_lower_case() -> None:
    assert words_of("U.S. 1.07 ") == [
        *(Word("u", 0, 1), Word("s", 2, 3)),
        *(Word("1", 5, 6), Word("07", 7, 9)),
    ]
    assert words_of(" – ") == []
