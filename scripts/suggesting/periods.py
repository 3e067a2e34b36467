"""Read the words of a sentence that say when, as CODEBOOK section 6 has it."""

import re
from calendar import month_name
from collections.abc import Iterator
from typing import NamedTuple

from scripts.curation.anchoring import Span

_MONTHS = {name: f"{number:02}" for number, name in enumerate(month_name) if number}
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_YEAR = "(?:1[6-9]|20)[0-9]{2}"
_DAY = "[0-3]?[0-9](?:st|nd|rd|th)?"
_DATE = rf"(?:(?:mid-|early |late )?{_MONTH}(?: {_DAY})?(?:,? {_YEAR})?|(?:early |late )?{_YEAR})"
_VAGUE = (
    r"in recent (?:years|months)|over the (?:past|last) [a-z0-9]+(?: years| months)?"
    r"|in the (?:past|last) (?:few |[a-z]+ )?(?:years|decade)"
    r"|(?:for |over )?many (?:consecutive )?years|for (?:many |several )?(?:consecutive )?years"
    r"|year by year|over the years|year after year|currently|at present|nowadays|historically"
    r"|since the (?:launch|beginning|start|founding|establishment) of [^,.;]+"
    r"|since the [0-9]+th [A-Z][^,.;]*?(?=[,.;]|$)"
    r"|(?:in )?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december) this year|in this year's [^,.;]+|this year|last year|previously"
)
_DATED = (
    rf"(?:(?P<end>by the end of|as of|until|up to)|(?P<since>(?:ever )?since|starting in)"
    rf"(?: the)?(?: beginning of| end of)?|(?P<range>from|between)|(?:as early as|early as|during"
    rf"|in|on|at|the year|by|the)(?: the)?)?"
    rf"\s?(?:(?P<half>first|second) half of )?(?P<first>{_DATE}|(?:late |early )?[0-9]{{3}}0s)"
    rf"(?:(?:\s(?:to|and|until|through)\s|\s?[-–—]\s?)(?:the )?(?P<last>{_DATE}|{_DAY},? {_YEAR}))?"
    r"(?P<later> and later| onwards?)?"
)
_PATTERN = re.compile(rf"(?<![\w-])(?:(?P<vague>{_VAGUE})|{_DATED})(?![\w-])", re.IGNORECASE)


class When(NamedTuple):
    """Words that say when: the period in EDTF, '-' where they cannot be dated, and their place."""

    period: str
    span: Span


def find_periods(sentence: str) -> Iterator[When]:
    """Yield all words of a sentence that say when, in their order."""
    for match in _PATTERN.finditer(sentence):
        if match["vague"]:
            yield When("-", match.span())
        elif period := _read(match):
            yield When(period, match.span())


def _read(match: re.Match[str]) -> str:
    first, last = match["first"], match["last"] or ""
    if not (re.search(_YEAR, first + last) or first.endswith("s")):
        return ""
    if re.fullmatch(_DAY + rf",? {_YEAR}", last):
        month = re.search(_MONTH, first, re.IGNORECASE)
        last = f"{month[0] if month else ''} {last}"
    begin, end = _date(first, last), _date(last, "")
    if match["half"]:
        months = ("01", "06") if match["half"].lower() == "first" else ("07", "12")
        return "/".join(f"{begin}-{month}" for month in months)
    if end:
        return f"{begin}/{end}"
    if match["since"] or match["later"]:
        return f"{begin}/.."
    if match["end"] and len(begin) == 4:
        begin += "-12"
    return begin


def _date(words: str, other: str) -> str:
    """Return a date in EDTF; what it lacks of a year stands in the other date."""
    year = re.search(_YEAR, words) or re.search(_YEAR, other)
    if not words or not year:
        return ""
    if words.endswith("s"):
        return f"{words[-5:-2]}X"
    month = re.search(_MONTH, words, re.IGNORECASE)
    if not month:
        return year[0]
    day = re.search(rf"{_MONTH} ([0-3]?[0-9])(?![0-9])", words, re.IGNORECASE)
    parts = [year[0], _MONTHS[month[0].capitalize()]] + ([f"{int(day[1]):02}"] if day else [])
    return "-".join(parts)
