"""Archives of any size that read like the posts, with what was planted in them.

Post N of a seed is always the same. The first are the posts themselves; the others have the layout
of a post and its sentences, most words, names and numbers of which are exchanged for others. Some
hold a passage of an earlier one, as it is or with one word in twelve changed, some are an earlier
post with other numbers, and some end with one and the same line.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from scripts.curation.archive import Post, read_archive
from scripts.reading.passages import words_of
from tests.conftest import ROOT

EVERY = 12
"""Of so many words of an edited passage one is another one."""

_CLOSING = (
    "This page brings together what has been written on the subject so far, and it will be "
    "continued as soon as there is more to be said about it by anyone."
)
_WORD = re.compile(r"[A-Za-z]{4,}|[0-9]+")


class Planted(NamedTuple):
    """What a post took from another one: `copy`, `edit` or `repost`, and its span there."""

    kind: str
    post: int
    start: int
    end: int
    source: int


def posts() -> list[Post]:
    """Return the posts of the real archive."""
    return read_archive(ROOT)


@lru_cache(maxsize=1)
def _material() -> tuple[list[Post], list[str]]:
    real = posts()
    return real, [word for post in real for word in _WORD.findall(post.text) if word.isalpha()]


def _exchange(text: str, chance: Random, share: float) -> str:
    """Return a text with other numbers, and other words for a share of the long ones."""
    _, words = _material()

    def other(match: re.Match[str]) -> str:
        old = match[0]
        if old[0].isdigit():
            return str(chance.randrange(1, 10 ** len(old))).rjust(len(old), "1")
        if chance.random() > share:
            return old
        new = chance.choice(words).lower()
        return new.capitalize() if old[0].isupper() else new

    return _WORD.sub(other, text)


def _fresh(number: int, seed: int) -> str:
    real, _ = _material()
    if number <= len(real):
        return real[number - 1].text
    chance = Random(f"{seed}:{number}")
    layout = chance.choice(real).text.split("\n")
    pool = chance.choice(real).text.split("\n")[1:]
    lines = [
        chance.choice(pool) if n and chance.random() < 0.5 else layout[n]
        for n in range(len(layout))
    ]
    return "\n".join(_exchange(line, chance, 0.85) for line in lines)


@lru_cache(maxsize=2000)
def make_post(number: int, seed: int) -> tuple[str, Planted | None]:
    """Return the text of a post and what was planted in it."""
    real, words = _material()
    text = _fresh(number, seed)
    if number <= len(real):
        return text, None
    chance = Random(f"{seed}:{number}:planted")
    source = chance.randrange(1, number)
    kind = chance.choices(("copy", "edit", "repost", ""), (30, 20, 2, 48))[0]
    planted = None
    if kind == "repost":
        text = _exchange(make_post(source, seed)[0], chance, 0)
        planted = Planted(kind, number, 0, len(text), source)
    elif kind:
        there, _ = make_post(source, seed)
        found = words_of(there)
        length = min(chance.randrange(36, 140), len(found))
        first = chance.randrange(len(found) - length + 1)
        taken = found[first : first + length]
        passage, end = "", taken[0].start
        for n, word in enumerate(taken):
            new = (
                chance.choice(words)
                if kind == "edit" and n % EVERY == EVERY // 2
                else there[word.start : word.end]
            )
            passage, end = passage + there[end : word.start] + new, word.end
        lines = text.split("\n")
        at = chance.randrange(1, len(lines) + 1)
        start = len("\n".join(lines[:at])) + 1
        text = "\n".join([*lines[:at], passage, *lines[at:]])
        planted = Planted(kind, number, start, start + len(passage), source)
    return (f"{text}\n{_CLOSING}" if chance.random() < 0.05 else text), planted


def make_archive(count: int, seed: int = 1) -> Iterator[tuple[str, Planted | None]]:
    """Yield the texts of an archive with what was planted."""
    return (make_post(number, seed) for number in range(1, count + 1))


def write_archive(path: Path, count: int, seed: int = 1) -> list[Planted]:
    """Write an archive as JSON Lines; return what was planted."""
    planted = []
    with path.open("w", encoding="utf-8") as file:
        for number, (text, one) in enumerate(make_archive(count, seed), start=1):
            row = {"id": f"a{number}", "title": text.partition("\n")[0], "text": text}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            planted += [one] if one else []
    return planted
