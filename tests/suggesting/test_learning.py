"""What is learned from examples is what they show."""

from dataclasses import replace

import numpy as np
import pytest

from scripts.curation.anchoring import Span
from scripts.curation.coding import Part
from scripts.curation.finding import FindingsError
from scripts.curation.loading import load_curation
from scripts.suggesting.alike import Alignment, Nearest
from scripts.suggesting.draft import Drafter
from scripts.suggesting.known import Known, Sentence, Text, known_without
from scripts.suggesting.learning import Choice
from scripts.suggesting.segments import Segments, Tokens
from scripts.suggesting.statements import Statements
from tests.conftest import ROOT
from tests.suggesting.comparing import measure


@pytest.fixture(scope="module")
def all_known() -> Known:
    curation, _ = load_curation(ROOT, compared=False)
    return known_without(curation, "")


def test_the_label_of_the_features_is_chosen() -> None:
    features = [["a", "x"], ["a"], ["b", "x"], ["b"]]
    choice = Choice(np.zeros((4, 4)), features, ["one", "one", "two", "two"])
    assert choice.choose(np.zeros(4), ["b"])[0] == "two"
    assert choice.choose(np.zeros(4), ["a", "x"])[0] == "one"


def test_of_two_labels_with_the_same_features_that_of_the_nearer_letters_is_chosen() -> None:
    choice = Choice(np.eye(2), [["a"], ["a"]], ["one", "two"])
    assert choice.choose(np.array([0.0, 1.0]), ["a"])[0] == "two"


def marked(words: str, quote: str) -> tuple[Tokens, list[Span], list[str]]:
    """Return a sentence with one stretch, as Segments learns from it."""
    tokens = Tokens(words)
    start = words.index(quote)
    place = tokens.place((start, start + len(quote)))
    assert place is not None
    return tokens, [place], ["body"]


def test_stretches_are_found_as_in_the_examples() -> None:
    examples = [
        ("Effective, 3 cases were solved.", "3 cases were solved"),
        ("Strict, 9 gangs were caught.", "9 gangs were caught"),
    ]
    (found,) = Segments([marked(*one) for one in examples]).find(
        Tokens("Firm, 7 suspects were arrested."), ["body"]
    )
    assert found[0] == (6, 30)


def test_a_stretch_that_counts_begins_with_words_that_led_to_numbers_before() -> None:
    examples = [
        ("Police seized over 3 tons of heroin.", "over 3 tons of heroin"),
        ("They solved over 9 drug cases.", "over 9 drug cases"),
        ("We found 8 tons of opium.", "8 tons of opium"),
        ("Courts heard 12 drug cases.", "12 drug cases"),
    ]
    tokens = Tokens("Customs seized over 7 tons of heroin.")
    learned = Segments([marked(*one) for one in examples], numbered=True)
    found = learned.find(tokens, ["body"], tokens.numbers)
    assert [tokens.sentence[slice(*span)] for span, _ in found] == ["over 7 tons of heroin"]


def test_the_nearest_text_of_another_post_is_found() -> None:
    nearest = Nearest([("p01.1", "cases were solved"), ("p02.1", "cases fell"), ("p02.2", "no")])
    assert nearest.of("cases were solved", "p01", 1)[0][1] == "p02.1"
    assert nearest.of("cases were solved", "", 1) == [(1.0, "p01.1")]


def test_a_statement_is_copied_with_its_numbers_changed() -> None:
    alignment = Alignment(
        Tokens("511,000 suspects were arrested"), Tokens("65,000 suspects were arrested")
    )
    assert alignment.exchange("In China, 511,000 suspects were arrested.") == (
        "In China, 65,000 suspects were arrested."
    )


def test_the_coded_file_compared_with_itself_is_right_in_every_layer() -> None:
    curation, _ = load_curation(ROOT, compared=False)
    coded = curation.posts[6]
    top, text = coded.coding.top, coded.post.text
    tallies, bands = measure(top, top, text, {}, {})
    wrong = {name for name, one in tallies.items() if one["right"] != one["coded"]}
    assert wrong == set()
    assert not any(count for (_, right), count in bands.items() if not right)


def test_no_word_of_a_coded_post_tells_which_country_it_is(all_known: Known) -> None:
    names = {name.lower() for name in all_known.posts[0].names if " " not in name}
    seen = {word for sentence in all_known.sentences for word in sentence.tokens.low}
    assert sorted(seen & names - {"here", "there"}) == []


def test_without_coded_posts_there_is_nothing_to_learn_from(all_known: Known) -> None:
    with pytest.raises(FindingsError, match=r"curation/posts: nothing to learn from: sentence, "):
        Drafter(replace(all_known, posts=()))


def test_a_copied_statement_takes_the_time_of_the_new_claim_and_says_what_it_keeps(
    all_known: Known,
) -> None:
    sentence, part = next(
        (one, part)
        for one in all_known.sentences
        for _, part in one.of("claim")
        if one.post.post_id == "p01" and part["number"] == "c35"
    )
    statements = Statements({"p01.c35": (sentence, (0, 0), part)})
    quote = part["words"].replace("38,765", "30,250")
    other = Text("p99", "CN", "CN", all_known.sources, {})
    new = Sentence(other, 0, f"In May 2024, {quote}.", Part("sentence", 0))
    claim = Part("claim", 0, {"words": quote})
    span = (13, 13 + len(quote))
    _, sure, reason = statements.suggest(new, span, claim, [])
    assert (sure, reason) == (0.15, "as p01.c35, with numbers that do not stand here")
    claim.parts.append(Part("when", 0, {"value": "2024-05", "words": "In May 2024"}))
    words, _, reason = statements.suggest(new, span, claim, [])
    assert words.startswith("In May 2024, ") and "2002" not in words
    assert reason == "as p01.c35, its numbers changed"
