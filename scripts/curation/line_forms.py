"""The forms that parts of a line of a curation file have (CODEBOOK.md, section 1)."""

import re

from scripts.curation.coding import Carried, Quote


class Malformed(ValueError):
    """A line that does not have the expected form; the text says what was expected."""


def read_quote(words: str) -> Quote:
    """Return the quote and, from ' #2' after it, its occurrence."""
    match = re.fullmatch(r"(?P<words>.*\S)(?: #(?P<count>[1-9]))", words)
    if match:
        return Quote(match["words"], int(match["count"]))
    return Quote(words)


def split_line(words: str, separator: str, expected: str) -> tuple[str, str]:
    """Return what stands left and right of the last separator.

    Raises:
        Malformed: there is no separator, or nothing on one side.
    """
    left, found, right = words.rpartition(separator)
    if not found or not left.strip() or not right.strip():
        raise Malformed(expected)
    return left.strip(), right.strip()


def read_carried(rest: str, line: int, expected: str) -> Carried:
    """Return VALUE, WORDS and sentence of 'VALUE < WORDS @ sNN', the last two optional.

    Raises:
        Malformed: there is no value.
    """
    value, _, words = rest.partition(" < ")
    match = re.fullmatch(r"(?P<words>.*\S)? ?@ (?P<sentence>s\d{2,3})", words or value)
    sentence = ""
    if match:
        sentence = match["sentence"]
        if words:
            words = match["words"] or ""
        else:
            value = match["words"] or ""
    if not value.strip():
        raise Malformed(expected)
    return Carried(value.strip(), words.strip(), sentence, line)


def read_pairs(words: list[str], allowed: frozenset[str]) -> dict[str, str]:
    """Return KEY=VALUE words as a mapping.

    Raises:
        Malformed: a word is no such pair, its key is not allowed or stands twice.
    """
    pairs: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not value or key not in allowed or key in pairs:
            raise Malformed(f"KEY=VALUE with KEY one of {', '.join(sorted(allowed))}, once each")
        pairs[key] = value
    return pairs
