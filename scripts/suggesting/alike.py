"""Find what is most like some words, and carry places over from one wording to another."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from scripts.reading.similarity import numerals_of, unit_vector, words_of
from scripts.suggesting.segments import Tokens


class Nearest:
    """Finds the nearest of many texts, by word TF-IDF and agreement of numerals."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """Take texts by key; the part of a key before the first '.' is its post."""
        counts = {key: words_of(text) for key, text in texts}
        holding = Counter(word for words in counts.values() for word in words)
        self._rarity = {
            word: math.log((1 + len(counts)) / (1 + held)) + 1 for word, held in holding.items()
        }
        self._holders: dict[str, list[tuple[str, float]]] = {}
        for key, words in counts.items():
            for word, weight in unit_vector(words, self._rarity).items():
                self._holders.setdefault(word, []).append((key, weight))

    def of(self, text: str, not_post: str = "", most: int = 3) -> list[tuple[float, str]]:
        """Return the nearest texts, none of a post: how alike, from 0 to 1, and the key."""
        rarity = {word: self._rarity.get(word, 5.0) for word in words_of(text)}
        scores: dict[str, float] = {}
        for word, weight in sorted(unit_vector(words_of(text), rarity).items()):
            for key, other in self._holders.get(word, ()):
                scores[key] = scores.get(key, 0.0) + weight * other
        found = (
            (round(score, 3), key)
            for key, score in scores.items()
            if key.partition(".")[0] != not_post
        )
        return sorted(found, key=lambda one: (-one[0], one[1]))[:most]


def numbers_agree(one: str, other: str) -> float:
    """Return the share of the numerals of two texts that both have, 1 where there are none."""
    a, b = numerals_of(one), numerals_of(other)
    return len(a & b) / len(a | b) if a | b else 1.0


class Alignment:
    """Which words of one text stand in the place of which words of another."""

    def __init__(self, one: Tokens, other: Tokens) -> None:
        """Align two texts, numbers with numbers."""
        matcher = SequenceMatcher(None, one.low, other.low, autojunk=False)
        self.ratio = matcher.ratio()
        self._pairs = [
            (_text(one, a, b), _text(other, c, d))
            for tag, a, b, c, d in matcher.get_opcodes()
            if tag == "replace"
        ]
        self._pairs += [
            (one.words[a + step], other.words[b + step])
            for a, b, size in matcher.get_matching_blocks()
            for step in range(size)
        ]

    def exchange(self, statement: str) -> str:
        """Return words of the first text with those that stand for them in the other."""
        for old, new in self._pairs:
            if old != new:
                escaped = new.replace("\\", r"\\")
                statement = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", escaped, statement)
        return statement


def _text(tokens: Tokens, first: int, last: int) -> str:
    return tokens.sentence[slice(*tokens.span((first, last)))]
