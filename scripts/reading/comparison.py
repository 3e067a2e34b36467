"""Compare what a post states with what a source states: number, qualifier, unit and period.

The rules are the project's own. A stated number stands for a range, as its qualifier and its last
digit that is not zero say: '109,000' for everything that rounds to it, 'over 30,000' for 30,000 to
40,000. Two numbers agree where one lies in the range of the other.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from schemas.edtf import bounds

SAME, PART, DIFFERS, NOT_COMPARED = "same", "part", "differs", "not_compared"
_FROM = ("over", "at_least")
_UNTIL = ("nearly", "up_to", "under")


class Number(NamedTuple):
    """A number as stated; `factor` is how many base units make one of its unit."""

    value: Decimal
    value_high: Decimal | None
    qualifier: str
    base_unit: str
    factor: Decimal


def value_agreement(stated: Number, given: Number) -> str:
    """Return 'same' where one number lies in the range that the other stands for.

    They are compared in the base unit; where the units have none in common, the bare numbers are,
    and the unit differs. Ranges with two ends must be equal.
    """
    convertible = stated.base_unit == given.base_unit
    scales = (stated.factor, given.factor) if convertible else (Decimal(1), Decimal(1))
    if stated.value_high is not None or given.value_high is not None:
        ends = [
            (number.value * scale, (number.value_high or number.value) * scale)
            for number, scale in zip((stated, given), scales, strict=True)
        ]
        return SAME if ends[0] == ends[1] else DIFFERS
    first, second = (stated, scales[0]), (given, scales[1])
    return SAME if _covers(*first, *second) or _covers(*second, *first) else DIFFERS


def qualifier_agreement(stated: Number, given: Number) -> str:
    """Return 'same' where both qualifiers leave the number open to the same side.

    Of two numbers that agree and are not equal ('over 30,000' and 30,736), the qualifier is what
    makes them agree, so it is 'same'.
    """
    if _side(stated.qualifier) == _side(given.qualifier):
        return SAME
    equal = stated.value * stated.factor == given.value * given.factor
    return SAME if not equal and value_agreement(stated, given) == SAME else DIFFERS


def unit_agreement(stated: Number, given: Number) -> str:
    """Return 'same' where the units have the same base unit."""
    return SAME if stated.base_unit == given.base_unit else DIFFERS


def period_agreement(stated: str, given: str) -> str:
    """Return 'same' where two EDTF periods begin and end on the same days; open sides are left out.

    Raises:
        ValueError: one of them is not a period (schemas/edtf.py).
    """
    sides = zip(bounds(stated), bounds(given), strict=True)
    return SAME if all(not a or not b or a == b for a, b in sides) else DIFFERS


def verdict_of(agreements: Iterable[str], *, derived: bool) -> str:
    """Return the verdict that follows from the aspects that decide; '' where none was compared."""
    found = set(agreements)
    if DIFFERS in found:
        return "differs"
    if PART in found:
        return "partly"
    if SAME not in found:
        return ""
    return "matches_derived" if derived else "matches"


def _covers(number: Number, scale: Decimal, other: Number, other_scale: Decimal) -> bool:
    low, high = _range(number)
    return low * scale <= other.value * other_scale <= high * scale


def _range(number: Number) -> tuple[Decimal, Decimal]:
    value = number.value
    step = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    if number.qualifier == "order_of":
        return value, value * 10
    if number.qualifier in _FROM:
        return value, value + step
    if number.qualifier in _UNTIL:
        return value - step, value
    margin = step if number.qualifier == "about" else step / 2
    return value - margin, value + margin


def _side(qualifier: str) -> str:
    if qualifier in _FROM:
        return "from"
    if qualifier in _UNTIL:
        return "until"
    return "order_of" if qualifier == "order_of" else "as_stated"
