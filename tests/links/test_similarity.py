"""The score goes from 0 to 1; other numbers halve it, so that a template alone scores low."""

from decimal import Decimal

from scripts.similarity.evaluation import Found, average_precision, found_from
from scripts.similarity.sentences import Similarity

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


def test_the_same_words_score_one_and_no_common_word_scores_nought() -> None:
    assert SIMILARITY.score("p10.s23", "p10.s36") == Decimal("1.000")
    assert SIMILARITY.score("p10.s23", "p06.s01") == Decimal("0.000")


def test_the_order_of_two_sentences_does_not_matter() -> None:
    assert SIMILARITY.score("p03.s13", "p15.s11") == SIMILARITY.score("p15.s11", "p03.s13")


def test_sentences_of_one_form_with_other_facts_score_lower_than_those_with_the_same_facts() -> (
    None
):
    facts = SIMILARITY.score("p03.s13", "p15.s11")
    form = SIMILARITY.score("p10.s18", "p15.s11")
    assert facts > form + Decimal("0.1"), (facts, form)


def test_other_numerals_halve_the_score_of_the_same_words() -> None:
    similarity = Similarity(
        {"a": "12 tons of drugs were seized", "b": "15 tons of drugs were seized"}
    )
    assert similarity.score("a", "b") == Decimal("0.500")


def test_a_numeral_counts_by_its_value_not_by_how_it_is_written() -> None:
    similarity = Similarity({"a": "five mechanisms", "b": "5 mechanisms", "c": "six mechanisms"})
    assert similarity.numerals("a") == similarity.numerals("b")
    assert similarity.numerals("a") != similarity.numerals("c")


def test_all_pairs_from_a_score_on_are_given_once() -> None:
    pairs = {(one, other) for _, one, other in SIMILARITY.pairs(0.9)}
    assert pairs == {("p10.s23", "p10.s36")}
    assert len(list(SIMILARITY.pairs(0))) == 15


def test_precision_and_recall_count_right_proposed_and_wanted_pairs() -> None:
    scored = [(0.9, ("a", "b")), (0.5, ("a", "c")), (0.2, ("b", "c"))]
    wanted = {("a", "b"), ("b", "c")}
    found = found_from(scored, wanted, 0.5)
    assert found == Found(0.5, proposed=2, right=1, wanted=2)
    assert (found.precision, found.recall) == (0.5, 0.5)
    assert average_precision(scored, wanted) == (1 + 2 / 3) / 2
    assert average_precision(scored, {("a", "b"), ("x", "y")}) == 0.5
