"""Layer 4, evidence: the other cells that are taken from a post stand in its words."""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import NamedTuple

from scripts.checks.cached_readings import numerals_of
from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables
from scripts.checks.spans import texts_of
from scripts.reading.numbers import Numeral
from scripts.tables.csv_bytes import to_text

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NAMED_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
# CODEBOOK section 6: what else than its name shows a month.
_WORDS_OF_MONTH = {
    "01": ("first half", "first six months"),
    "06": ("first half", "first six months"),
    "07": ("second half",),
    "12": ("end of", "second half"),
}
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_OPEN_START = re.compile(r"\b(?:by|to|until|till|up to|before)\b", re.IGNORECASE)
_OPEN_END = re.compile(r"\b(?:since|from|starting|beginning|after|later|onwards?)\b", re.IGNORECASE)
_PER = {
    "year": re.compile(r"\b(?:annual|yearly|(?:a|per|each|every) year)", re.IGNORECASE),
}
_DIRECTIONS = {
    "up": re.compile(
        r"\b(?:up(?! to)|increas|ris(?:e|ing)|rose|gr[eo]w|surg|climb|doubl|higher)",
        re.IGNORECASE,
    ),
    "down": re.compile(
        r"\b(?:down|drop|decreas|declin|f[ae]ll|reduc|shr[aiu]nk|lower|less)", re.IGNORECASE
    ),
}


class _Found(NamedTuple):
    """What is wrong with a cell."""

    column: str
    reason: str


def check_words(tables: TextTables) -> list[Finding]:
    """Return rows whose words, direction, rate, months or stated numbers the post does not show.

    Args:
        tables: the tables as text; rows of withheld posts are not looked at.
    """
    texts = texts_of(tables)
    quotes = {row["sentence_id"]: row["quote"] for row in tables["sentences"]}
    claims = {row["claim_id"]: row for row in tables["claims"]}
    mentioned = {(row["sentence_id"], row["entity_id"]) for row in tables["entity_mentions"]}
    follow = _following_sentences(tables)
    findings: list[Finding] = []

    def add(table: str, row: str, found: list[_Found]) -> None:
        findings.extend(Finding("evidence", table, row, *wrong) for wrong in found)

    for row in tables["figures"]:
        claim = claims.get(row["claim_id"])
        if row["post_id"] in texts and claim:
            found = _check_figure(row, claim, quotes.get(row["sentence_id"], ""))
            if row["substance"] and (row["sentence_id"], row["substance"]) not in mentioned:
                reason = f"{row['substance']} is not mentioned in {row['sentence_id']}"
                found.append(_Found("substance", reason))
            add("figures", row["figure_id"], found + _check_months(row, quotes, follow))
    read: dict[str, set[str]] = {}
    for row in tables["numerals"]:
        read.setdefault(row["post_id"], set()).add(row["value"])
    for row in tables["claims"]:
        if row["post_id"] in texts:
            found = [
                _Found("statement", f"{numeral.text} stands nowhere in {row['post_id']}")
                for numeral in numerals_of(row["statement"])
                if numeral.text[0].isdigit()
                and to_text(numeral.value) not in read.get(row["post_id"], ())
            ]
            found += [
                _Found("statement", f"does not say {year}, a year of its period")
                for year in dict.fromkeys(_YEAR.findall(row["period"]))
                if year not in row["statement"]
            ]
            add("claims", row["claim_id"], found + _check_months(row, quotes, follow))
    return findings


def _check_figure(row: TextRow, claim: TextRow, sentence: str) -> list[_Found]:
    """Words, rate and direction stand in the row's own text; the claim's statement says them."""
    found = []
    stands_in = {"condition": row["quote"], "base": sentence, "population": sentence}
    for column, words in stands_in.items():
        if row[column] and row[column] not in words:
            where = row["figure_id"] if column == "condition" else row["sentence_id"]
            found.append(_Found(column, f"{row[column]!r} does not stand in {where}"))
    patterns: tuple[tuple[str, Mapping[str, re.Pattern[str]]], ...] = (
        ("per", _PER),
        ("direction", _DIRECTIONS),
    )
    for column, pattern_of in patterns:
        pattern = pattern_of.get(row[column])
        if pattern and not pattern.search(claim["quote"]):
            reason = f"no word for {row[column]!r} stands in {claim['claim_id']}"
            found.append(_Found(column, reason))
    stated = {_stated(numeral) for numeral in numerals_of(claim["statement"])}
    for column in ("value", "value_high"):
        if row[column] and row[column] not in stated:
            reason = f"the statement of {claim['claim_id']} does not say {row[column]}"
            found.append(_Found(column, reason))
    for code, pattern in _PER.items():
        if pattern.search(row["quote"]) and not row["per"]:
            found.append(_Found("per", f"is empty, the quote names {code!r}"))
    for column in ("period_words", "attribution"):
        if claim[column] and not row[column]:
            reason = f"is empty, {claim['claim_id']} has {claim[column]!r}"
            found.append(_Found(column, reason))
    if row["base_figure_id"] == row["figure_id"]:
        found.append(_Found("base_figure_id", "is the figure itself"))
    return found


def _stated(numeral: Numeral) -> str:
    """Return a numeral as figures hold it: a fraction in percent."""
    if numeral.numeral_type == "fraction" and numeral.value is not None:
        return to_text(round(numeral.value * 100, 2))
    return to_text(numeral.value)


def _following_sentences(tables: TextTables) -> Callable[[str], str]:
    """Return what gives the words of the sentence after one, '' at the end of a post."""
    rows = tables["sentences"]
    after = {
        row["sentence_id"]: following["quote"]
        for row, following in pairwise(rows)
        if row["post_id"] == following["post_id"]
    }
    return lambda sentence_id: after.get(sentence_id, "")


def shows_month(words: str, month: str) -> bool:
    """Tell whether words show a month ('01' … '12') by its name or as CODEBOOK section 6 says."""
    names = _MONTHS[int(month) - 1 : int(month)] if month.isdecimal() else ()
    return any(word in words for word in (*_WORDS_OF_MONTH.get(month, ()), *names))


def _check_months(
    row: TextRow, quotes: Mapping[str, str], following: Callable[[str], str]
) -> list[_Found]:
    """Months of a period stand in its words, and years too where these name one.

    A day stands in the sentence of the words or in the next ('lasted 23 days until June 25').
    """
    words = row["period_words"]
    sentence = row["period_sentence_id"]
    near = f"{quotes.get(sentence, '')} {following(sentence)}"
    wrong = []
    if not row["period"] and re.search(r"\d{4}", words):
        wrong.append(_Found("period", f"is empty, and {words!r} names a year"))
    if re.fullmatch(r"\d{4}", row["period"]) and (named := _NAMED_MONTH.search(words)):
        wrong.append(_Found("period", f"leaves out {named.group()}, which {words!r} names"))
    begin, _, end = row["period"].partition("/")
    if (begin == ".." and not _OPEN_START.search(words)) or (
        end == ".." and not _OPEN_END.search(words)
    ):
        wrong.append(_Found("period", f"no word for an open side stands in {words!r}"))
    for date in filter(None, re.split(r"[/~?]|\.\.", row["period"])):
        year, month, day = (*date.split("-"), "", "")[:3]
        if re.search(r"\d{4}", words) and year.rstrip("X") not in words:
            wrong.append(_Found("period", f"{year} does not stand in {words!r}"))
        if month and not shows_month(words, month):
            wrong.append(_Found("period", f"no word for month {month} stands in {words!r}"))
        if day and not re.search(rf"(?<!\d){int(day)}(?!\d)", near):
            reason = f"day {int(day)} stands neither in {sentence} nor in the next sentence"
            wrong.append(_Found("period", reason))
    return wrong
