"""Find every numeral of an English text, in digits or in words, and read its value exactly.

The grammar is the project's own, written for the posts of the archive: general number readers
misread glued text ('2022,1.07 million') and 'half a million'. Values are decimals, never floats.

A numeral is found wherever it stands, also in a name, a date or an idiom ('18th National
Congress', 'first half of 2002', 'Zero tolerance'): what it counts is for a coder to say. No
numerals are: 'one' as a pronoun ('no one', 'one another', 'an arduous one', 'one that'), 'second'
as a unit of time, and words that name no number ('several', 'both', 'single', 'once', 'decade').
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache


@dataclass(frozen=True)
class Numeral:
    """One numeral: `text` is the source text from `start` up to, not including, `end`.

    `numeral_type` is cardinal, ordinal, decade, fraction, multiple, magnitude or label; `value`
    has its multiplier applied ('1.07 million' is 1070000), and a label ('3·19') has none.
    """

    start: int
    end: int
    text: str
    numeral_type: str
    value: Decimal | None


_ONE_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_ONES = _ONE_WORDS.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_SCALES |= {"million": 10**6, "billion": 10**9, "trillion": 10**12}
_CARDINALS = {word: number for number, word in enumerate(_ONES)}
_CARDINALS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)}
_DENOMINATORS = {"half": 2, "halve": 2, "halved": 2, "quarter": 4}
_DENOMINATORS |= {word: number for word, number in _ORDINALS.items() if 3 <= number <= 10}
_MULTIPLES = {"double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twice": 2, "thrice": 3}
_MULTIPLES |= {"triple": 3, "tripled": 3, "triples": 3, "tripling": 3, "quadrupled": 4}

_FRACTION_PLACES = Decimal("0.0001")
# Nothing that is counted has more digits than a 64-bit number holds.
_PLAIN = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{0,17}[1-9])?")


def _either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first: 'sixty' is not 'six'."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_SCALE = _either(_SCALES)
_SMALL = rf"(?:{_either(_TENS)}(?:[ -]{_either(_ONES[1:10])})?|{_either(_ONES)})"
_SCALED = rf"(?:[ -]{_SCALE}){{1,3}}"
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)"
_DECIMAL = rf"{_DIGITS}(?:\.[0-9]+)?"

# 'seven out of ten', 'one in five': 'in' joins words alone, or what '1' or 'one' is of, for
# '5 in 10 provinces' are five and ten. 'one in five years' is a time.
_PART = rf"(?:{_SMALL}|[0-9]{{1,3}})"
_WHOLE = rf"(?:{_SMALL}|an?\ hundred|[0-9]{{1,3}})"
_PROPORTION = rf"""
    (?:{_PART}\ out\ of\ (?:every\ )?{_WHOLE}
    |(?:(?:one|1)\ in\ (?:every\ )?{_WHOLE}|{_SMALL}\ in\ (?:every\ )?(?:{_SMALL}|an?\ hundred))
        (?!\ (?:[a-z]+\ )?(?:year|month|week|day)))
    (?![A-Za-z0-9%·-]|[.,][0-9]|[ -]{_SCALE})"""
_JOINT = re.compile(r" (?:out of|in) (?:every )?")

# The first alternative that fits wins, so the special readings stand before the general ones.
# A comma joins digits only in groups of three after at most three digits: a year of four digits
# therefore never swallows what is glued to it ('2022,71,000').
_NUMERAL = re.compile(
    rf"""
    (?P<label>(?-i:\b[A-Z]+-?[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9]))|[0-9]+·[0-9]+)
    |(?<![A-Za-z0-9.,$·-])(?<!\bno\ )(?P<proportion>{_PROPORTION})
    |(?P<decade>[0-9]{{3}}0['’]?s(?![A-Za-z]))
    |(?P<digit_ordinal>{_DIGITS}(?:st|nd|rd|th)(?![A-Za-z]))
    |(?P<digit_multiple>{_DECIMAL}[ -]?fold(?![A-Za-z]))
    |(?P<digits>{_DECIMAL}(?:[ -]?{_SCALE}(?![A-Za-z])){{0,3}})
    |(?<![A-Za-z])(?:
        (?P<no_numeral>
            (?:no|any|each|every)\ one(?![ -](?:{_SCALE}|{_either(_DENOMINATORS)}))
            |one(?:['’]s|\ (?:another|that|who|which))
            |(?<!\bby\ )one(?=[.,;:!?])
            |(?:per|every|each)\ second
        )
        |(?P<magnitude>(?:(?:ten|hundred)s\ of\ )?{_SCALE}s)
        |(?P<half_scale>half\ an?\ {_SCALE})
        |(?P<fraction>one[ -]{_either(_DENOMINATORS)}|{_SMALL}[ -]{_either(_DENOMINATORS)}s
            |half|halves|halved)
        |(?P<multiple>{_either(_MULTIPLES)}|{_SMALL}[ -]?fold)
        |(?P<ordinal>(?:{_either(_TENS)}[ -])?{_either(_ORDINALS)}(?:ly)?)
        |(?P<words>
            (?:an?|{_SMALL}){_SCALED}(?:[ -](?:and\ )?{_SMALL}{_SCALED})*(?:[ -](?:and\ )?{_SMALL})?
            |{_SMALL}
            |{_SCALE}(?:[ -]{_SCALE}){{0,3}}
        )
    )(?![A-Za-z])
    """,
    re.IGNORECASE | re.VERBOSE,
)


def to_text(value: Decimal | None) -> str:
    """Return a number as cells hold it: plain, without needless zeros; '' for None."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_plain(text: str) -> Decimal | None:
    """Return the number that a cell holds, None where it is not written as `to_text` does."""
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def plain(value: Decimal) -> Decimal:
    """Return an equal decimal that prints without exponent and needless zeros: 1070000, 66.67."""
    return Decimal(to_text(value))


def _product_of_scales(text: str) -> int:
    """Return what the scale words of a text multiply by: 'million' is 1000000, '' is 1."""
    product = 1
    for word in re.findall(_SCALE, text):
        product *= _SCALES[word]
    return product


def _digits(text: str) -> Decimal:
    """Read digits with or without scale words: '1.07 million' is 1070000, without '.00'."""
    return plain(_number(text) * _product_of_scales(text))


def _number(text: str) -> Decimal:
    """Read the digits that a text begins with: '1,352', '21st' and '1980s' too."""
    return Decimal(re.findall(_DECIMAL, text)[0].replace(",", ""))


def _words(text: str) -> Decimal:
    """Read number words: 'twenty-five', 'a hundred', 'two hundred and fifty thousand'."""
    total = group = 0
    for word in re.findall("[a-z]+", text):
        if word in _CARDINALS:
            group += _CARDINALS[word]
        elif _SCALES.get(word, 0) >= 1000:
            total += max(group, 1) * _SCALES[word]
            group = 0
        elif word in _SCALES:
            group = max(group, 1) * _SCALES[word]
    return Decimal(total + group)


def _magnitude(text: str) -> Decimal:
    """Read a plural scale: 'dozens' is 12, 'tens of thousands' 10000, the word itself."""
    first, _, rest = text.partition(" of ")
    factor = {"tens": 10, "hundreds": 100}[first] if rest else 1
    return Decimal(factor * _product_of_scales(rest or first))


def _fraction(text: str) -> Decimal:
    """Read a fraction to four decimal places: 'two-thirds' is 0.6667, 'half' is 0.5."""
    *numerator, denominator = re.split("[ -]", text)
    parts = _words(" ".join(numerator)) if numerator else Decimal(1)
    value = parts / _DENOMINATORS[denominator.removesuffix("s")]
    return value.quantize(_FRACTION_PLACES).normalize()


def _proportion(text: str) -> Decimal:
    """Read a part of a whole to four decimal places: 'seven out of ten' is 0.7."""
    part, whole = (_number(one) if one[0].isdigit() else _words(one) for one in _JOINT.split(text))
    return (part / whole).quantize(_FRACTION_PLACES).normalize() if whole else Decimal(1)


def _multiple(text: str) -> Decimal:
    """Read a multiple in words: 'doubled' is 2, 'three-fold' is 3."""
    if text in _MULTIPLES:
        return Decimal(_MULTIPLES[text])
    return _words(text.removesuffix("fold"))


def _ordinal(text: str) -> Decimal:
    """Read an ordinal in words: 'first' and 'Firstly' are 1, 'twenty-first' is 21."""
    *tens, last = re.split("[ -]", text)
    return _words(" ".join(tens)) + _ORDINALS[last.removesuffix("ly")]


_READERS: dict[str, tuple[str, Callable[[str], Decimal | None]]] = {
    "label": ("label", lambda text: None),
    "decade": ("decade", _number),
    "digit_ordinal": ("ordinal", _number),
    "digit_multiple": ("multiple", _number),
    "digits": ("cardinal", _digits),
    "magnitude": ("magnitude", _magnitude),
    "half_scale": ("cardinal", lambda text: Decimal(_product_of_scales(text)) / 2),
    "fraction": ("fraction", _fraction),
    "proportion": ("fraction", _proportion),
    "multiple": ("multiple", _multiple),
    "ordinal": ("ordinal", _ordinal),
    "words": ("cardinal", _words),
}


@lru_cache(maxsize=50_000)
def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Return every numeral of the text in order, none overlapping another.

    Signs and units are no part of a numeral: of '$800 million' it is '800 million', of '80%' it
    is '80'. A range ('2018-2022') is two numerals, a list number ('1.') is one. A magnitude word
    has its own value ('tens of thousands' is 10000), a fraction four decimal places.
    """
    found = []
    for match in _NUMERAL.finditer(text):
        group = match.lastgroup
        if group is None or group == "no_numeral":
            continue
        numeral_type, read = _READERS[group]
        value = read(match.group().lower())
        if group == "proportion" and value is not None and value >= 1:
            # 'twenty in five provinces' is no part of a whole: two numerals of their own.
            found += _each_side(match.group(), match.start())
            continue
        found.append(Numeral(match.start(), match.end(), match.group(), numeral_type, value))
    return tuple(found)


def _each_side(text: str, start: int) -> list[Numeral]:
    """Return the numerals on both sides of the words that join a proportion."""
    joint = _JOINT.search(text)
    assert joint is not None
    sides = ((text[: joint.start()], start), (text[joint.end() :], start + joint.end()))
    return [
        replace(one, start=one.start + offset, end=one.end + offset)
        for side, offset in sides
        for one in find_numerals(side)
    ]
