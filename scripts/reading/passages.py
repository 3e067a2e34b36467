"""Passages that texts share: maximal runs of equal words, found through an index of short runs.

Case and punctuation are ignored. A run is maximal where some two of its occurrences go on
differently on both sides (a 'maximal repeat': Gusfield, Algorithms on Strings, Trees, and
Sequences, section 7.12), so that a longer passage and a part of it that stands elsewhere too are
two passages. What the texts hold alone decides; a further text takes no occurrence away.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

LEAST_WORDS = 8
"""The words that a passage has at least."""

_WORD = re.compile(r"\w+")


class Word(NamedTuple):
    """A word in lower case, and where it stands in its text."""

    text: str
    start: int
    end: int


class Occurrence(NamedTuple):
    """Where a passage stands: the text, and its span from the first word to the last."""

    text_id: str
    start: int
    end: int


Passages = dict[tuple[str, ...], list[Occurrence]]
"""All occurrences of each passage, by its words."""

_Place = tuple[str, int]


def words_of(text: str) -> list[Word]:
    """Return the words of a text: runs of letters and digits."""
    return [Word(match[0].lower(), *match.span()) for match in _WORD.finditer(text)]


def shared_passages(texts: Mapping[str, str], least: int = LEAST_WORDS) -> Passages:
    """Return every passage of at least `least` words that two places share, in one text or more.

    Occurrences are in the order of the texts, which come by id.
    """
    words = {name: words_of(text) for name, text in texts.items()}
    index: dict[tuple[str, ...], list[_Place]] = {}
    for name, own in words.items():
        plain = [word.text for word in own]
        for position in range(len(own) - least + 1):
            index.setdefault(tuple(plain[position : position + least]), []).append((name, position))
    found: Passages = {}
    for places in index.values():
        for length, group in _maximal(places, least, words):
            name, position = group[0]
            passage = tuple(word.text for word in words[name][position : position + length])
            found[passage] = [
                Occurrence(one, words[one][at].start, words[one][at + length - 1].end)
                for one, at in group
            ]
    return found


def _maximal(
    places: list[_Place], length: int, words: Mapping[str, Sequence[Word]]
) -> Iterator[tuple[int, list[_Place]]]:
    """Yield the length and the places of every maximal run that begins with an indexed one."""
    open_groups = [(length, places)]
    while open_groups:
        length, group = open_groups.pop()
        # Equal words before all places: the run, and every longer one, goes on to the left.
        if len(group) < 2 or _same(group, -1, words):
            continue
        while _same(group, length, words):
            length += 1
        yield length, group
        following: dict[str, list[_Place]] = {}
        for name, position in group:
            if position + length < len(words[name]):
                word = words[name][position + length].text
                following.setdefault(word, []).append((name, position))
        open_groups += [(length + 1, one) for one in following.values()]


def _same(group: list[_Place], offset: int, words: Mapping[str, Sequence[Word]]) -> bool:
    """Return whether one word stands at an offset from all places; beyond an edge is none."""
    found = set()
    for name, position in group:
        at = position + offset
        if not 0 <= at < len(words[name]):
            return False
        found.add(words[name][at].text)
        if len(found) > 1:
            return False
    return True
