"""Choose codes by features, as examples show: logistic regression, one cell after the other.

A feature is a text that an example has or has not. The weights are those of the largest likelihood
less half of their squares; they are found through the products of examples, of which there are
fewer than features.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scripts.curation.anchoring import Span
from scripts.suggesting.alike import Nearest
from scripts.suggesting.known import Sentence
from scripts.suggesting.segments import kind_of

Table = NDArray[np.float64]
_STEPS = 50
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
    """Chooses one of several labels by features."""

    def __init__(self, examples: Sequence[tuple[Sequence[str], str]]) -> None:
        """Learn from examples; features that only one of them has are left out."""
        self._labels = sorted({label for _, label in examples}) or [""]
        counts = Counter(feature for features, _ in examples for feature in set(features))
        kept = sorted(feature for feature, count in counts.items() if count > 1)
        self._places = {feature: place for place, feature in enumerate(kept)}
        table = np.zeros((len(examples), len(kept)))
        wanted = np.zeros((len(examples), len(self._labels)))
        for row, (features, label) in enumerate(examples):
            table[row, self._known(features)] = 1
            wanted[row, self._labels.index(label)] = 1
        self._weights = table.T @ _duals(table @ table.T, wanted)

    def _known(self, features: Iterable[str]) -> list[int]:
        return sorted({self._places[one] for one in features if one in self._places})

    def choose(self, features: Iterable[str]) -> tuple[str, float]:
        """Return the likeliest label and how likely it is."""
        scores = self._weights[self._known(features)].sum(axis=0)
        chances = np.exp(scores - scores.max())
        best = int(chances.argmax())
        return self._labels[best], float(chances[best] / chances.sum())


def _duals(products: Table, wanted: Table) -> Table:
    """Return the weight of each example for each label, by Nesterov's accelerated descent."""
    step = 1 / (1 + (np.linalg.eigvalsh(products)[-1] if len(products) else 0.0) / 2)
    now = ahead = np.zeros_like(wanted)
    speed = 1.0
    for _ in range(_STEPS):
        scores = products @ ahead
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        new = ahead - step * (powers / powers.sum(axis=1, keepdims=True) - wanted + ahead)
        faster = (1 + np.sqrt(1 + 4 * speed**2)) / 2
        ahead = new + (speed - 1) / faster * (new - now)
        now, speed = new, faster
    return now


class Layer:
    """Chooses the cells of one kind of line, each by the words and by the cells before it."""

    def __init__(self, examples: Sequence[tuple[Unit, Mapping[str, str]]]) -> None:
        """Learn from coded units in the order of their posts; all have the same cells."""
        keys = [f"{unit.sentence.post.post_id}.{place}" for place, (unit, _) in enumerate(examples)]
        self._cells = {key: cells for key, (_, cells) in zip(keys, examples, strict=True)}
        self._nearest = Nearest(zip(keys, (unit.words for unit, _ in examples), strict=True))
        self._last: tuple[Unit, Mapping[str, str]] | None = None
        prepared: dict[str, list[tuple[list[str], str]]] = {}
        for unit, cells in examples:
            shared, near = describe(unit), self._near(unit)
            for name, label in cells.items():
                features = self._features(unit, name, shared, near, cells)
                prepared.setdefault(name, []).append((features, label))
            self._last = (unit, cells)
        self._choices = {name: Choice(found) for name, found in prepared.items()}

    def choose(self, unit: Unit) -> dict[str, tuple[str, float]]:
        """Return the cells of a unit, each with how sure it is; units come in their order."""
        chosen: dict[str, tuple[str, float]] = {}
        shared, near = describe(unit), self._near(unit)
        cells: dict[str, str] = {}
        for name, choice in self._choices.items():
            chosen[name] = choice.choose(self._features(unit, name, shared, near, cells))
            cells[name] = chosen[name][0]
        self._last = (unit, cells)
        return chosen

    def _near(self, unit: Unit) -> list[tuple[float, str]]:
        found = self._nearest.of(unit.words, unit.sentence.post.post_id)
        return [one for one in found if one[0] > _NEAR]

    def _features(
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
