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
    if stated.base_unit != given.base_unit:
        stated, given = (one._replace(factor=Decimal(1)) for one in (stated, given))
    if stated.value_high is not None or given.value_high is not None:
        return SAME if _ends(stated) == _ends(given) else DIFFERS
    return SAME if _covers(stated, given) or _covers(given, stated) else DIFFERS


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


def _ends(number: Number) -> tuple[Decimal, Decimal]:
    return number.value * number.factor, (number.value_high or number.value) * number.factor


def _covers(number: Number, other: Number) -> bool:
    low, high = (end * number.factor for end in _range(number))
    return low <= other.value * other.factor <= high


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
