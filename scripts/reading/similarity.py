"""The score of two sentences: word TF-IDF, and agreement of their numerals.

Words are compared by the cosine of their TF-IDF vectors: a word counts (1 + ln n) when it stands n
times in the sentence, times ln((1 + N) / (1 + d)) + 1 when d of all N sentences hold it (the
'smooth' weights of scikit-learn's TfidfVectorizer with sublinear term frequency). Where a sentence
holds a numeral, the cosine is multiplied by (1 + share) / 2, where share is the part of all values
of their numerals that both have: sentences of one form with other facts score half of their cosine.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from scripts.reading.numbers import find_numerals

DIGITS = 3
"""The decimals of a score."""

# More than a rounding to three decimals can add.
_MARGIN = 0.001

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")


def words_of(sentence: str) -> Counter[str]:
    """Return the words of a sentence in lower case; digits are no words."""
    return Counter(_WORD.findall(sentence.lower()))


def numerals_of(sentence: str) -> frozenset[Decimal]:
    """Return the values of the sentence's numerals."""
    return frozenset(n.value for n in find_numerals(sentence) if n.value is not None)


class Similarity:
    """Scores pairs of the given sentences; how rare a word is, is counted among all of them."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        """Take the sentences by id."""
        counts = {key: words_of(sentence) for key, sentence in sentences.items()}
        holding = Counter(word for words in counts.values() for word in words)
        self._rarity = {
            word: math.log((1 + len(counts)) / (1 + held)) + 1 for word, held in holding.items()
        }
        self._vectors = {key: unit_vector(words, self._rarity) for key, words in counts.items()}
        self._numerals = {key: numerals_of(sentence) for key, sentence in sentences.items()}

    def score(self, one: str, other: str) -> Decimal:
        """Return how alike two sentences are, from 0 to 1, with three decimals.

        Raises:
            KeyError: there is no sentence of this id.
        """
        a, b = self._vectors[one], self._vectors[other]
        cosine = math.fsum(weight * b[word] for word, weight in a.items() if word in b)
        numerals = self._numerals[one] | self._numerals[other]
        shared = len(self._numerals[one] & self._numerals[other])
        agreement = (1 + shared / len(numerals)) / 2 if numerals else 1
        return Decimal(f"{min(cosine * agreement, 1.0):.{DIGITS}f}")

    def pairs(self, least: float) -> Iterator[tuple[Decimal, str, str]]:
        """Yield all pairs with a score of at least `least`, over 0, in the order of the sentences.

        Two vectors of length 1 reach `least` only if they share one of the rarest words of each
        that weigh more than `least` leaves to the others; so only those words are looked up.
        """
        keys = list(self._vectors)
        holders: dict[str, list[int]] = {}
        for index, one in enumerate(keys):
            candidates: set[int] = set()
            for word in self._deciding_words(one, least):
                candidates.update(holders.get(word, ()))
            for other in sorted(candidates):
                score = self.score(keys[other], one)
                if score >= least:
                    yield score, keys[other], one
            for word in self._vectors[one]:
                holders.setdefault(word, []).append(index)

    def _deciding_words(self, key: str, least: float) -> Iterator[str]:
        """Yield the words, rarest first, until the length of what is left is below `least`."""
        vector = self._vectors[key]
        rest = 1.0
        for word in sorted(vector, key=lambda word: (-self._rarity[word], word)):
            if rest < max(least - _MARGIN, 0) ** 2:
                return
            yield word
            rest -= vector[word] ** 2


def unit_vector(words: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """Return the TF-IDF weights of words, scaled to length 1."""
    weights = {word: (1 + math.log(count)) * rarity[word] for word, count in words.items()}
    length = math.sqrt(math.fsum(weight**2 for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}
