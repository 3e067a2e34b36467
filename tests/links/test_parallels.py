"""Pairs of sentences that cannot stand are refused; those that share text get their score."""

from decimal import Decimal

import pytest

from scripts.curation.links import SentencePair
from scripts.similarity.sentences import Similarity
from scripts.tables.parallels import make_parallels, pair_problems

SENTENCES = {
    "p06.s01": "China's Zero Tolerance for Drugs",
    "p10.s23": "The serious drug problem in some places has been reversed.",
    "p10.s36": "The serious drug problem in some places has been reversed.",
}
PAIR = ("p10.s23", "p10.s36", "verbatim")


def problems_of(*pairs: tuple[str, str, str]) -> list[tuple[int, str]]:
    numbered = [SentencePair(*pair, line) for line, pair in enumerate(pairs, start=1)]
    found = pair_problems(numbered, SENTENCES, ("verbatim", "template"))
    return [(problem.line, problem.message) for problem in found]


def test_a_pair_that_shares_text_is_accepted_and_scored() -> None:
    assert problems_of(PAIR) == []
    pairs = [SentencePair("p06.s01", "p10.s23", "apart", 1), SentencePair(*PAIR, 2)]
    assert make_parallels(pairs, Similarity(SENTENCES)) == [
        {
            "sentence_id": "p10.s23",
            "other_sentence_id": "p10.s36",
            "score": Decimal("1.000"),
            "relation": "verbatim",
        }
    ]


@pytest.mark.parametrize(
    ("pair", "message"),
    [
        (("p10.s23", "p10.s99", "template"), "there is no sentence p10.s99"),
        (("p10.s23", "p10.s23", "verbatim"), "p10.s23 is paired with itself"),
        (("p10.s36", "p10.s23", "verbatim"), "p10.s36 comes after p10.s23"),
        (("p06.s01", "p10.s23", "copied"), "'copied' is no code of relation"),
        (("p06.s01", "p10.s23", "verbatim"), "p06.s01 and p10.s23 have other words"),
        (("p10.s23", "p10.s36", "template"), "p10.s23 and p10.s36 have the same words"),
    ],
)
def test_a_pair_that_cannot_stand_is_refused(pair: tuple[str, str, str], message: str) -> None:
    assert problems_of(pair) == [(1, message)]


@pytest.mark.parametrize("relation", ["verbatim", "template", "apart"])
def test_a_pair_that_stands_twice_is_refused(relation: str) -> None:
    found = problems_of(PAIR, ("p10.s23", "p10.s36", relation))
    assert (2, "the pair also stands in line 1") in found
