"""Choose codes as examples show, one cell after the other."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from scripts.curation.anchoring import Span
from scripts.suggesting.alike import Nearest
from scripts.suggesting.known import Sentence
from scripts.suggesting.segments import kind_of

Table = NDArray[np.float64]
_RIDGE = 0.3
_NEAR = 0.2
_WORDS_ALONE = ("theme",)


class Unit(NamedTuple):
    """What is coded: words of a sentence, and what else is known of them."""

    sentence: Sentence
    span: Span
    more: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words."""
        return self.sentence.words[slice(*self.span)]


class Choice:
    """Chooses one of several labels by features: ridge regression through likenesses.

    How alike two units are is how alike their letters are, which is given, and their features.
    """

    def __init__(self, alike: Table, features: Sequence[Sequence[str]], labels: Sequence[str]):
        """Learn from examples: how alike each is to each by letters, their features, labels."""
        self._labels = sorted(set(labels))
        wanted = np.array([[one == label for one in self._labels] for label in labels], float)
        self._usual = wanted.mean(axis=0)
        self._features = TfidfVectorizer(analyzer=list, min_df=2)
        self._table = self._features.fit_transform(features)
        products = alike + (self._table @ self._table.T).toarray() + _RIDGE * np.eye(len(labels))
        self._weights = np.linalg.solve(products, wanted - self._usual)

    def choose(self, alike: Table, features: Sequence[str]) -> tuple[str, float]:
        """Return the likeliest label and how likely it is, by likeness to each example."""
        alike = alike + (self._features.transform([features]) @ self._table.T).toarray()[0]
        scores = alike @ self._weights + self._usual
        best = int(scores.argmax())
        return self._labels[best], min(max(float(scores[best]), 0.0), 1.0)


class Layer:
    """Chooses the cells of one kind of line, each by the words and by the cells before it."""

    def __init__(self, examples: Sequence[tuple[Unit, Mapping[str, str]]]) -> None:
        """Learn from coded units in the order of their posts; all have the same cells."""
        keys = [f"{unit.sentence.post.post_id}.{place}" for place, (unit, _) in enumerate(examples)]
        self._cells = {key: cells for key, (_, cells) in zip(keys, examples, strict=True)}
        self._nearest = Nearest(zip(keys, (unit.words for unit, _ in examples), strict=True))
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2)
        self._table = self._letters.fit_transform([unit.words for unit, _ in examples])
        alike = (self._table @ self._table.T).toarray()
        self._last: tuple[Unit, Mapping[str, str]] | None = None
        features: dict[str, list[list[str]]] = {name: [] for name in examples[0][1]}
        for unit, cells in examples:
            shared, near = describe(unit), self._near(unit)
            for name in cells:
                features[name].append(self._see(unit, name, shared, near, cells))
            self._last = (unit, cells)
        self._choices = {
            name: Choice(alike, seen, [cells[name] for _, cells in examples])
            for name, seen in features.items()
        }

    def choose(self, unit: Unit) -> dict[str, tuple[str, float]]:
        """Return the cells of a unit, each with how sure it is; units come in their order."""
        chosen: dict[str, tuple[str, float]] = {}
        shared, near = describe(unit), self._near(unit)
        alike = (self._letters.transform([unit.words]) @ self._table.T).toarray()[0]
        cells: dict[str, str] = {}
        for name, choice in self._choices.items():
            features = self._see(unit, name, shared, near, cells)
            chosen[name] = choice.choose(alike, features)
            cells[name] = chosen[name][0]
        self._last = (unit, cells)
        return chosen

    def _near(self, unit: Unit) -> list[tuple[float, str]]:
        found = self._nearest.of(unit.words, unit.sentence.post.post_id)
        return [one for one in found if one[0] > _NEAR]

    def _see(
        self,
        unit: Unit,
        name: str,
        shared: Sequence[str],
        near: Sequence[tuple[float, str]],
        cells: Mapping[str, str],
    ) -> list[str]:
        features = list(shared)
        if name not in _WORDS_ALONE:
            features += [f"more {one}" for one in unit.more]
        for cell, label in cells.items():
            if cell == name:
                break
            features += [f"so {cell} {label}", *(f"so {cell} {label} {one}" for one in unit.more)]
        features += [f"near {int(score * 5)} {self._cells[key][name]}" for score, key in near]
        features += [f"nearest {int(s * 5)} {self._cells[key][name]}" for s, key in near[:1]]
        if self._last and self._last[0].sentence.post is unit.sentence.post:
            distance = unit.sentence.index - self._last[0].sentence.index
            label = self._last[1][name]
            opener = kind_of(next(iter(unit.sentence.tokens.low_of(unit.span)), ""))
            features += [f"last {label} {min(distance, 2)}", f"last {label} {distance} {opener}"]
        return features


def describe(unit: Unit) -> list[str]:
    """Return what can be seen of a unit: its words, those around them, and where it stands."""
    sentence, (start, end) = unit.sentence, unit.span
    tokens = sentence.tokens
    low, before = tokens.low_of(unit.span), tokens.low_of((0, start))
    after = tokens.low_of((end, len(sentence.words)))
    kinds = [kind_of(word) for word in low]
    verb = next((place for place, kind in enumerate(kinds) if kind in ("verb", "ed")), 0)
    praised = any(a < end and start < b for a, b in sentence.praise)
    named = any(a < end and start < b for (a, b), _ in sentence.of("mention"))
    place = f"{sentence.heading} {not before} {not after or not after[0].isalpha()}"
    features = ["bias", f"place {place}", f"praised {praised} {place}", f"named {named}"]
    features += [f"number {'9' in low} {'2000' in low}", f"size {min(len(low), 12)}"]
    features += [f"word {word}" for word in dict.fromkeys(low)]
    features += [f"stem {word[:5]}" for word in dict.fromkeys(low) if len(word) > 5]
    features += [f"two {a} {b}" for a, b in pairwise(low)]
    features += [f"first {word}" for word in low[:1]] + [f"last {word}" for word in low[-1:]]
    features += [f"open {kind} {not before}" for kind in kinds[:1]]
    features += [f"open {' '.join(kinds[:2])}", f"act {' '.join(low[verb : verb + 2])}"]
    features += [f"subject {word}" for word in low[:verb]]
    features += [f"around {word}" for word in dict.fromkeys((*before, *after))]
    features += [f"before {' '.join(before[-count:])}" for count in (1, 2)]
    features += [f"after {' '.join(after[:count])}" for count in (1, 2)]
    features += [f"join {' '.join(before[-1:])} {' '.join(low[:1])}"]
    return features
