"""Find stretches of words in a sentence, as examples show: which words open and close one.

A stretch is any run between two places where the examples begin and end theirs. Those of a
sentence do not overlap, and together they score best.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from scripts.curation.anchoring import Span

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Za-z0-9]+(?:[.,·’'-][A-Za-z0-9]+)*|[^\sA-Za-z0-9]")
_EDGE = "^"
Features = Collection[str]
_ROUNDS = 8


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


class _Weights:
    """A weight for each feature, in whole numbers; in the end the average of all steps."""

    def __init__(self) -> None:
        self._now: Counter[str] = Counter()
        self._past: Counter[str] = Counter()
        self.steps = 1

    def add(self, features: Iterable[str], amount: int) -> None:
        for feature in features:
            self._now[feature] += amount
            self._past[feature] += amount * self.steps

    def score(self, features: Iterable[str]) -> int:
        get = self._now.get
        return sum(get(feature, 0) for feature in features)

    def average(self) -> None:
        for name, past in self._past.items():
            self._now[name] = self._now[name] * self.steps - past


class Segments:
    """Finds stretches as those of the examples."""

    def __init__(
        self, examples: Sequence[tuple[Tokens, Collection[Span], Features]], rounds: int = _ROUNDS
    ) -> None:
        """Learn from sentences with their stretches (as tokens), and features of the whole.

        Of stretches that overlap, the longest are learned.
        """
        before, after = Counter[str](), Counter[str]()
        for tokens, stretches, _ in examples:
            before.update(tokens.around(first - 1) for first, _ in stretches)
            after.update(tokens.around(last) for _, last in stretches)
        self._before = {word for word, count in before.items() if count > 1} | {_EDGE}
        self._after = {word for word, count in after.items() if count > 1} | {_EDGE}
        sizes = (last - first for _, stretches, _ in examples for first, last in stretches)
        self._longest = max(sizes, default=1)
        self._weights = _Weights()
        prepared = [
            (len(tokens), self._options(tokens, whole), set(_apart(stretches)))
            for tokens, stretches, whole in examples
        ]
        for _ in range(rounds):
            for length, options, wanted in prepared:
                scores = {place: self._weights.score(one) for place, one in options.items()}
                guess = set(_best(length, scores))
                for place in sorted(wanted - guess):
                    self._weights.add(options.get(place, ()), 1)
                for place in sorted(guess - wanted):
                    self._weights.add(options[place], -1)
                self._weights.steps += 1
        self._weights.average()

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
        scores = {place: self._weights.score(features) for place, features in options.items()}
        first, last = within or (0, len(tokens))
        best = _best(len(tokens), scores) if held is None else []
        for token in held or ():
            around = [one for one in scores if first <= one[0] <= token < one[1] <= last]
            best += sorted(around, key=lambda one: (-scores[one], one))[:1]
        return [
            (tokens.span(place), _surety(scores[place], self._weights.steps))
            for place in _apart(best)
        ]

    def _options(self, tokens: Tokens, whole: Features) -> Mapping[Span, Features]:
        size = len(tokens)
        starts = [n for n in range(size) if tokens.around(n - 1) in self._before]
        ends = {n for n in range(1, size + 1) if tokens.around(n) in self._after}
        inner = [n for n in range(1, size) if n in ends or n in starts]
        options = {}
        for first in starts:
            for last in sorted(end for end in ends if 0 < end - first <= self._longest):
                options[first, last] = _describe(tokens, first, last, inner, whole)
        return options


def _surety(margin: int, steps: int) -> float:
    """Return how sure a stretch is, from 0 to 1, by how much it scores over nothing."""
    return 1 / (1 + math.exp(-max(min(margin / (8 * steps), 30.0), -30.0)))


def _apart(stretches: Collection[Span]) -> list[Span]:
    """Return stretches that do not overlap, the longest first of those that do."""
    kept: list[Span] = []
    for one in sorted(stretches, key=lambda place: (place[0] - place[1], place)):
        if all(one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.append(one)
    return sorted(kept)


def _best(length: int, scores: Mapping[Span, int]) -> list[Span]:
    """Return the stretches that do not overlap and score most together."""
    best: list[tuple[int, Span | None]] = [(0, None)] * (length + 1)
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


def kind_of(word: str) -> str:
    """Return what kind of word it looks like."""
    if word in VERBS:
        return "verb"
    for ending in ("ing", "ed", "ly", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return ending
    return word if not word[:1].isalpha() else "other"


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
    return features
