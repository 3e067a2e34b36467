"""The score goes from 0 to 1; other numbers halve it, so that a template alone scores low."""

from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.reading.similarity import Similarity, numerals_of

SENTENCES = {
    "p03.s13": "Between 2013 and 2022,1.07 million drug-related crimes were solved nationwide, "
    "1.28 million suspects were arrested and 651.9 tons of drugs were seized.",
    "p10.s18": "From 2013 to 2018, a total of 850,000 drug-related criminal cases were solved "
    "nationwide, 34,000 drug manufacturing and trafficking gangs were eradicated, 1.005 million "
    "criminal suspects were arrested, and 482 tons of drugs were seized.",
    "p15.s11": "From 2013 to 2022, a total of 1.07 million drug crime cases were uncovered across "
    "the country, 1.28 million drug suspects were arrested, and 651.9 tons of drugs were seized.",
    "p10.s23": "The serious drug problem in some places has been reversed.",
    "p10.s36": "The serious drug problem in some places has been reversed.",
    "p06.s01": "China's Zero Tolerance for Drugs",
}
SIMILARITY = Similarity(SENTENCES)


def test_the_same_words_score_one_and_no_common_word_scores_zero() -> None:
    assert SIMILARITY.score("p10.s23", "p10.s36") == Decimal("1.000")
    assert SIMILARITY.score("p10.s23", "p06.s01") == Decimal("0.000")


def test_the_order_of_two_sentences_does_not_matter() -> None:
    assert SIMILARITY.score("p03.s13", "p15.s11") == SIMILARITY.score("p15.s11", "p03.s13")


def test_other_facts_in_the_same_form_score_lower_than_the_same_facts() -> None:
    facts = SIMILARITY.score("p03.s13", "p15.s11")
    form = SIMILARITY.score("p10.s18", "p15.s11")
    assert facts > form + Decimal("0.1"), (facts, form)


def test_other_numerals_halve_the_score_of_the_same_words() -> None:
    similarity = Similarity(
        {"a": "12 tons of drugs were seized", "b": "15 tons of drugs were seized"}
    )
    assert similarity.score("a", "b") == Decimal("0.500")


def test_a_numeral_counts_by_its_value_not_by_how_it_is_written() -> None:
    assert numerals_of("five mechanisms") == numerals_of("5 mechanisms")
    assert numerals_of("five mechanisms") != numerals_of("six mechanisms")


def test_a_word_counts_more_the_rarer_it_is() -> None:
    similarity = Similarity({"a": "drugs seized", "b": "drugs", "c": "seized", "d": "drugs found"})
    assert similarity.score("a", "c") > similarity.score("a", "b")


WORDS = st.lists(st.sampled_from(["drugs", "cases", "police", "seized", "a", "5", "6"]), max_size=6)


@settings(max_examples=50)
@given(st.lists(WORDS.map(" ".join), min_size=2, max_size=7), st.floats(0.05, 1))
def test_the_pairs_from_a_score_on_are_just_those_that_reach_it(
    texts: list[str], least: float
) -> None:
    similarity = Similarity({str(number): text for number, text in enumerate(texts)})
    scores = {
        pair: similarity.score(*pair) for pair in combinations(map(str, range(len(texts))), 2)
    }
    found = {(one, other): score for score, one, other in similarity.pairs(least)}
    assert found == {pair: score for pair, score in scores.items() if score >= least}
