"""Read value, qualifier and unit from the quote of a figure.

The quote runs from the qualifier to the unit or the counted noun: 'over 740,000 heroin abusers'.
It is read as stated, also where the stated value is absurd. Units come from the register of
units, as objects: this module knows no form of a unit, only the units that a kind of numeral
implies (`_IMPLIED_UNITS`). All readings are rules of this project.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from scripts.reading.numbers import Numeral, find_numerals, plain


class Unit(NamedTuple):
    """A unit of the register; `forms` are its words."""

    unit_id: str
    quantity_kind: str
    forms: tuple[str, ...]


class Quantity(NamedTuple):
    """What a quote states: `value_high` only for a range, `unit` '' where no form is found.

    `numerals` are those that value and value_high rest on; any other numeral of the quote
    ('145 cases involving over 10,000 grams') belongs to a condition or a base.
    """

    value: Decimal | None
    value_high: Decimal | None
    qualifier: str
    unit: str
    numerals: tuple[Numeral, ...]


# Read in this order: 'no less than' must be tried before 'less than'. 'Only about' needs no entry:
# the words directly before the value govern it.
_QUALIFIERS_BEFORE = {
    "at_least": ("at least", "no less than", "not less than", "no fewer than", "not fewer than"),
    "up_to": (
        *("up to", "as many as", "as much as", "at most", "no more than", "not more than"),
        "within",
    ),
    "over": (
        *("over", "more than", "exceeded", "exceeds", "exceeding", "above"),
        *("in excess of", "upwards of"),
    ),
    "under": ("under", "less than", "fewer than", "below"),
    "about": ("about", "approximately", "around", "some", "roughly"),
    "nearly": ("nearly", "almost", "close to"),
}
_QUALIFIERS_AFTER = {"at_least": ("or more",), "up_to": ("or less", "or fewer")}
_IMPLIED_UNITS = {"fraction": "percent", "multiple": "times", "ordinal": "rank"}
_COUNTED_KINDS = {"persons", "cases", "objects", "places"}

# The counted noun ends the noun phrase after the value; these words and signs begin what follows.
_PHRASE_END = re.compile(
    r"""[0-9,;:.()"“”—]|(?<![\w-])(?:
    of|in|with|from|involving|totall?ing|than|aged|per(?!\ cent)|at|on|by|for|to|as|against|
    such|including|who|that|which|whose|where|having|has|have|had|was|were|is|are|receiving|
    nationwide|since|until|between|during|after|before)(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_RANGE = re.compile(r"(?P<unit>\s*%|\s+[a-z]+)?\s*(?:to|[-–—])\s*\$?", re.IGNORECASE)
_RANGE_AFTER_BETWEEN = re.compile(r"(?P<unit>\s*%|\s+[a-z]+)?\s*and\s*\$?", re.IGNORECASE)


# 'fewer than in 2022' says when the other amount was counted: the year is no amount.
_BEFORE_YEAR = re.compile(
    r"\b(?:(?:than|as) in|(?:than|compared (?:to|with)) the "
    r"(?:number|figure|level|total) (?:in|of))\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[6-9]|20)[0-9]{2}")
_AFTER_YEAR = re.compile(r"\s*(?:$|[,;:.)])")


def _qualifier(before: str, numeral_type: str, after: str) -> str:
    """Return the code of the qualifier that stands directly before the value, or after it.

    A magnitude word is order_of whatever stands before it, a fraction word is about by itself.
    """
    if numeral_type == "magnitude":
        return "order_of"
    nearest = before.rstrip(" $")
    for code, phrases in _QUALIFIERS_BEFORE.items():
        if re.search(rf"(?<![\w-])(?:{'|'.join(phrases)})$", nearest, re.IGNORECASE):
            return code
    for code, phrases in _QUALIFIERS_AFTER.items():
        # 'five or more cases' and 'five cases or more'
        pattern = rf"(?:\s*%|\s+[a-z-]+)?\s+(?:{'|'.join(phrases)})\b"
        if re.match(pattern, after, re.IGNORECASE):
            return code
    return "about" if numeral_type == "fraction" else "as_stated"


@cache
def _form_pattern(form: str) -> re.Pattern[str]:
    """Return the pattern of a form: letters as whole words, '%' anywhere."""
    pattern = re.escape(form)
    if form[0].isalpha():
        pattern = rf"(?<![\w-]){pattern}(?![\w-])"
    return re.compile(pattern, re.IGNORECASE)


def _unit(before: str, after: str, units: Sequence[Unit]) -> str:
    """Return the unit of a value from the words around it, '' where they name none.

    A sign before the value wins ('$'), then a measure that directly follows it ('%', 'tons'),
    then the last form of the noun phrase: its head ('22,000 drug trafficking cases').
    """
    forms = [(form, unit) for unit in units for form in unit.forms]
    for form, unit in forms:
        if not form[0].isalpha() and before.endswith(form):
            return unit.unit_id
    # 'tens of thousands of people' counts people: this 'of' does not end the phrase.
    after = re.sub(r"^(?:\s*of\b|-|\s+)+", "", after)
    end = _PHRASE_END.search(after)
    phrase = after[: end.start()] if end else after
    found = [
        (match, unit) for form, unit in forms for match in _form_pattern(form).finditer(phrase)
    ]
    measures = [
        (match.end(), unit.unit_id)
        for match, unit in found
        if match.start() == 0 and unit.quantity_kind not in _COUNTED_KINDS
    ]
    heads = [(match.end(), -match.start(), unit.unit_id) for match, unit in found]
    return max(measures or heads, default=("",))[-1]


def _range_end(quote: str, numerals: Sequence[Numeral]) -> Numeral | None:
    """Return the second numeral if it ends a range that the first begins."""
    if len(numerals) < 2:
        return None
    first, second = numerals[:2]
    after_between = re.search(r"\bbetween\s*\$?$", quote[: first.start], re.IGNORECASE)
    pattern = _RANGE_AFTER_BETWEEN if after_between else _RANGE
    joined = pattern.fullmatch(quote[first.end : second.start])
    # '10% to 20%' repeats its unit; 'down 5 percent to 20 tons' is two quantities.
    if joined and quote[second.end :].startswith(joined["unit"] or ""):
        return second
    return None


def _is_year_compared(quote: str, numeral: Numeral) -> bool:
    """Tell whether a numeral is only the year that a comparison is with."""
    return bool(
        _YEAR.fullmatch(numeral.text)
        and _BEFORE_YEAR.search(quote[: numeral.start])
        and _AFTER_YEAR.match(quote[numeral.end :])
    )


def value_of(numeral: Numeral) -> Decimal | None:
    """Return the value in the unit that the kind of numeral implies: a fraction in percent."""
    if numeral.numeral_type == "fraction" and numeral.value is not None:
        return plain(numeral.value * 100)
    return numeral.value


@lru_cache(maxsize=20_000)
def read_quantity(quote: str, units: tuple[Unit, ...]) -> Quantity:
    """Read what a figure's quote states.

    The first numeral is the value; a second one is value_high only if 'to', a dash or
    'between … and' joins them. A year that a comparison is with ('fewer than in 2022') is no value.
    A quote without a numeral ('several times') has no value and is as_stated. Raises ValueError
    where a range falls: 'from 160,000 to 35,000' is a change of two figures, each to be quoted by
    itself.
    """
    numerals = find_numerals(quote)
    if numerals and _is_year_compared(quote, numerals[0]):
        numerals = numerals[1:]
    if not numerals:
        return Quantity(None, None, "as_stated", _unit("", quote, units), ())
    first = numerals[0]
    last = _range_end(quote, numerals)
    value, value_high = value_of(first), value_of(last) if last else None
    if value is not None and value_high is not None and value_high < value:
        raise ValueError(f"{quote!r} reads as a range that falls, from {value} to {value_high}")
    before, after = quote[: first.start], quote[(last or first).end :]
    return Quantity(
        value=value,
        value_high=value_high,
        qualifier=_qualifier(before, first.numeral_type, after),
        unit=_IMPLIED_UNITS.get(first.numeral_type) or _unit(before, after, units),
        numerals=(first, last) if last else (first,),
    )
