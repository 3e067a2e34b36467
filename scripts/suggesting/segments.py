"""Find stretches of words in a sentence, as examples show: which words open and close one.

A stretch is any run between two places where the examples begin and end theirs. Those of a
sentence do not overlap, and together they score best.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import Ridge

from scripts.curation.anchoring import Span
from scripts.reading.numbers import find_numerals

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Za-z0-9]+(?:[.,·’'-][A-Za-z0-9]+)*|[^\sA-Za-z0-9]")
_EDGE = "^"
Features = Collection[str]
_RIDGE = 30
_LEAST = 0.15
_HASHED = FeatureHasher(2**17, input_type="string", alternate_sign=False)


class Tokens:
    """The words and marks of a sentence with their places; `low` are they in lower case."""

    def __init__(self, sentence: str) -> None:
        """Split the sentence."""
        found = list(_TOKEN.finditer(sentence))
        self.sentence = sentence
        self.words = [match[0] for match in found]
        self.low = [_shape(word) for word in self.words]
        self.starts = {match.start(): place for place, match in enumerate(found)}
        self.ends = {match.end(): place + 1 for place, match in enumerate(found)}
        self._spans = [match.span() for match in found]
        numerals = find_numerals(sentence)
        self.numbers = [self.starts[one.start] for one in numerals if one.start in self.starts]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def place(self, span: Span) -> Span | None:
        """Return the tokens of a span of characters, None where it cuts one."""
        first, last = self.starts.get(span[0]), self.ends.get(span[1])
        return None if first is None or last is None or first >= last else (first, last)

    def span(self, place: Span) -> Span:
        """Return the characters of a stretch of tokens."""
        return self._spans[place[0]][0], self._spans[place[1] - 1][1]

    def low_of(self, span: Span) -> list[str]:
        """Return the tokens in a span of characters, in lower case."""
        found = zip(self._spans, self.low, strict=True)
        return [low for (start, end), low in found if start < span[1] and span[0] < end]

    def around(self, index: int) -> str:
        """Return the token at a place, '^' before the first and after the last."""
        return self.low[index] if 0 <= index < len(self.low) else _EDGE


def _shape(word: str) -> str:
    """Return a word in lower case, a number as '9', a year as '2000'."""
    if re.fullmatch(r"(?:19|20)[0-9]{2}", word):
        return "2000"
    return "9" if word[0].isdigit() else word.lower().replace("’", "'")


class Segments:
    """Finds stretches as those of the examples."""

    def __init__(
        self, examples: Sequence[tuple[Tokens, Collection[Span], Features]], numbered: bool = False
    ) -> None:
        """Learn from sentences with their stretches (as tokens), and features of the whole.

        `numbered` tells that only stretches with a number count.
        """
        leads = Counter(
            " ".join(tokens.low[first:number])
            for tokens, stretches, _ in examples
            for first, last in stretches
            for number in [one for one in tokens.numbers if first <= one < last][:1]
        )
        self._leads = {words for words, count in leads.items() if numbered and count > 1}
        before, after = Counter[str](), Counter[str]()
        for tokens, stretches, _ in examples:
            before.update(tokens.around(first - 1) for first, _ in stretches)
            after.update(tokens.around(last) for _, last in stretches)
        self._before = {word for word, count in before.items() if count > 1} | {_EDGE}
        self._after = {word for word, count in after.items() if count > 1} | {_EDGE}
        sizes = (last - first for _, stretches, _ in examples for first, last in stretches)
        self._longest = max(sizes, default=1)
        features, wanted = [], []
        for tokens, stretches, whole in examples:
            for place, seen in self._options(tokens, whole).items():
                features.append(seen)
                wanted.append(float(place in stretches))
        self._scores = Ridge(alpha=_RIDGE, solver="sparse_cg", max_iter=100)
        self._scores.fit(_HASHED.transform(features), wanted)

    def find(
        self,
        tokens: Tokens,
        whole: Features = (),
        held: Collection[int] | None = None,
        within: Span | None = None,
    ) -> list[tuple[Span, float]]:
        """Return the stretches of a sentence, as characters, with how sure each is from 0 to 1.

        Where `held` names tokens, there is one for each of these at most, however it scores; they
        lie in `within` (as tokens).
        """
        options = self._options(tokens, whole)
        if not options:
            return []
        sure = self._scores.predict(_HASHED.transform(options.values()))
        scores = {place: float(one) - _LEAST for place, one in zip(options, sure, strict=True)}
        first, last = within or (0, len(tokens))
        best = _best(len(tokens), scores) if held is None else []
        for token in held or ():
            around = [one for one in scores if first <= one[0] <= token < one[1] <= last]
            best += sorted(around, key=lambda one: (-scores[one], one))[:1]
        return [
            (tokens.span(place), min(max(scores[place] + _LEAST, 0.0), 1.0))
            for place in _apart(best)
        ]

    def _options(self, tokens: Tokens, whole: Features) -> Mapping[Span, Features]:
        size = len(tokens)
        starts = [n for n in range(size) if tokens.around(n - 1) in self._before]
        ends = [n for n in range(1, size + 1) if tokens.around(n) in self._after]
        inner = [n for n in range(1, size) if n in ends or n in starts]
        if self._leads:
            return {
                (first, last): [
                    *_describe(tokens, first, last, inner, whole),
                    *_around_number(tokens, first, last, number),
                ]
                for number in tokens.numbers
                for first in range(max(number - 5, 0), number + 1)
                if " ".join(tokens.low[first:number]) in self._leads
                for last in range(number + 1, min(number + 12, size) + 1)
            }
        return {
            (first, last): _describe(tokens, first, last, inner, whole)
            for first in starts
            for last in ends
            if 0 < last - first <= self._longest
        }


def _apart(stretches: Collection[Span]) -> list[Span]:
    """Return stretches that do not overlap, the longest first of those that do."""
    kept: list[Span] = []
    for one in sorted(stretches, key=lambda place: (place[0] - place[1], place)):
        if all(one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.append(one)
    return sorted(kept)


def _best(length: int, scores: Mapping[Span, float]) -> list[Span]:
    """Return the stretches that do not overlap and score most together."""
    best: list[tuple[float, Span | None]] = [(0.0, None)] * (length + 1)
    ending: dict[int, list[Span]] = {}
    for place in scores:
        ending.setdefault(place[1], []).append(place)
    for end in range(1, length + 1):
        best[end] = (best[end - 1][0], None)
        for place in ending.get(end, ()):
            total = best[place[0]][0] + scores[place]
            if total > best[end][0]:
                best[end] = (total, place)
    found = []
    end = length
    while end > 0:
        chosen = best[end][1]
        found += [chosen] if chosen else []
        end = chosen[0] if chosen else end - 1
    return found[::-1]


_BE = ("is", "are", "was", "were", "be", "been", "has", "have", "had")
VERBS = frozenset((*_BE, "will", "can", "may", "would", "could", "should", "do", "does", "did"))


@cache
def kind_of(word: str) -> str:
    """Return what kind of word it looks like."""
    if word in VERBS:
        return "verb"
    for ending in ("ing", "ed", "ly", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return ending
    return word if not word[:1].isalpha() else "other"


def _around_number(tokens: Tokens, first: int, last: int, place: int) -> list[str]:
    """Return the features of a stretch on both sides of its first number."""
    lead, tail = tokens.low[first:place], tokens.low[place + 1 : last]
    kinds = " ".join(map(kind_of, tail))
    return [
        f"lead {' '.join(lead)}",
        f"lead size {min(len(lead), 4)}",
        f"tail size {min(len(tail), 6)}",
        f"tail {' '.join(tail)}",
        f"tail kinds {kinds}",
        f"tail then {kinds} {kind_of(tokens.around(last))}",
        f"next {tokens.around(place + 1)} {len(tail)}",
        f"next two {tokens.around(place + 1)} {tokens.around(place + 2)} {len(tail)}",
        f"left {kind_of(tokens.around(last))} {tokens.around(last)} {len(tail)}",
    ]


def _describe(
    tokens: Tokens, first: int, last: int, inner: Sequence[int], whole: Features
) -> list[str]:
    """Return the features of a stretch: its edges, what stands in it, and where it may be cut."""
    low, around = tokens.low, tokens.around
    words = low[first:last]
    opener = kind_of(words[0])
    before, after = around(first - 1), around(last)
    has_verb = any(word in VERBS for word in words)
    has_past = any(word.endswith("ed") for word in words)
    size = min(len(words), 4) if len(words) < 5 else min(len(words) // 4 + 4, 12)
    features = [
        "bias",
        f"size {size}",
        f"first {words[0]}",
        f"last {words[-1]}",
        f"before {before}",
        f"after {after}",
        f"after2 {after} {around(last + 1)}",
        f"after3 {after} {kind_of(around(last + 1))}",
        f"open {before} {words[0]}",
        f"open2 {before} {opener}",
        f"open3 {before} {opener} {kind_of(around(first + 1))}",
        f"before2 {around(first - 2)} {before}",
        f"close {words[-1]} {after}",
        f"verb {has_verb} {has_past} {opener}",
        f"verb {has_verb} {has_past} {opener} {before}",
        f"number {'9' in words} {has_verb or has_past}",
        f"numbers {min(words.count('9'), 3)}",
        f"edges {before} {after}",
    ]
    features += [f"whole {one}" for one in whole]
    features += [f"only {one} {first == 0} {after in '.^'}" for one in whole]
    for place in inner:
        if first < place < last:
            a, b = low[place - 1], low[place]
            c = around(place + 1)
            features += [
                f"in {a} {kind_of(b)}",
                f"in {kind_of(a)} {b}",
                f"in {a} {kind_of(b)} {kind_of(c)}",
            ]
    features += [f"has {word}" for word in sorted({word for word in words if len(word) > 3})]
    return list(dict.fromkeys(features))
