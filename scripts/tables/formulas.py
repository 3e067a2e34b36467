"""Recompute one figure from others: a formula of a curated check, and its outcome.

A formula names figures by id: 'sum p14.f02 p14.f03 = p14.f04', 'share p03.f13 p03.f12 = p03.f14',
'at_most p01.f02 p01.f01', 'days 1839-06-03 1839-06-25 = p10.f01' (both days counted).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from scripts.reading.numbers import to_text
from scripts.tables.row import Row

HOLDS, FAILS, UNCLEAR = "holds", "fails", "unclear"
# 'about' is read as within a tenth of the stated value; a convention of this project.
_ABOUT = Decimal("0.1")
_NAMES = ("sum", "share", "whole", "at_most", "days")
_FORMS_IN_WORDS = (
    "'sum FIGURE FIGURE … = FIGURE', 'share PART WHOLE = FIGURE', 'whole PART SHARE = FIGURE', "
    "'at_most PART WHOLE', 'days DAY DAY = FIGURE'"
)


class Computed(NamedTuple):
    """The outcome, and the computation as text."""

    outcome: str
    computation: str


def compute(formula: str, figures: Mapping[str, Row]) -> Computed:
    """Return the outcome of a formula about figures, which come by id.

    Raises:
        ValueError: the formula has no known form, or names a figure that does not exist or has
            no value.
    """
    left, _, result = formula.partition(" = ")
    name, *operands = left.split() or [""]
    fits_form = len(operands) == 2 or (name == "sum" and len(operands) > 2)
    if name not in _NAMES or not fits_form or bool(result) == (name == "at_most"):
        raise ValueError(f"{formula!r} has none of the forms {_FORMS_IN_WORDS}")
    if name == "days":
        return _days(operands, _figure(result, figures))
    rows = [_figure(operand, figures) for operand in operands]
    values = [Decimal(row["value_base"]) for row in rows]
    exact = all(row["qualifier"] == "as_stated" for row in rows)
    if name == "at_most":
        outcome = HOLDS if values[0] <= values[1] else FAILS
        text = f"{to_text(values[0])} <= {to_text(values[1])}"
        return Computed(outcome if exact else UNCLEAR, text)
    if name in ("share", "whole") and not values[1]:
        raise ValueError(f"the figure {operands[1]} is 0, and nothing can be divided by it")
    computed, text = sum(values, Decimal(0)), " + ".join(map(to_text, values))
    if name != "sum":  # the share of a part in percent; of a part and its share, the whole
        computed = 100 * values[0] / values[1]
        text = f"100 * {to_text(values[0])} / {to_text(values[1])}"
    row = _figure(result, figures)
    stated = Decimal(row["value_base"])
    outcome = fits(computed, stated, row["qualifier"]) if exact else UNCLEAR
    rounded = to_text(computed.quantize(Decimal("0.01")).normalize())
    shown = f"{text} = {rounded}; stated {row['qualifier']} {to_text(stated)}"
    return Computed(outcome, shown)


def fits(computed: Decimal, stated: Decimal, qualifier: str) -> str:
    """Return whether a computed value agrees with a stated one and its qualifier.

    A value as stated agrees where the computed one rounds to it at the stated precision.

    Raises:
        ValueError: the qualifier is not a code.
    """
    if qualifier == "order_of":
        return UNCLEAR
    precision = Decimal(1).scaleb(int(stated.normalize().as_tuple().exponent))
    tests = {
        "as_stated": abs(computed - stated) <= precision / 2,
        "about": abs(computed - stated) <= stated * _ABOUT,
        "over": computed >= stated,
        "at_least": computed >= stated,
        "nearly": stated * (1 - _ABOUT) <= computed <= stated,
        "up_to": computed <= stated,
        "under": computed <= stated,
    }
    if qualifier not in tests:
        raise ValueError(f"nothing is known of the qualifier {qualifier!r}")
    return HOLDS if tests[qualifier] else FAILS


def _figure(figure_id: str, figures: Mapping[str, Row]) -> Row:
    if figure_id not in figures:
        raise ValueError(f"there is no figure {figure_id!r}")
    row = figures[figure_id]
    if not row["value_base"]:
        raise ValueError(f"the figure {figure_id} has no value")
    return row


def _days(days: list[str], row: Row) -> Computed:
    first, last = map(date.fromisoformat, days)
    count = Decimal((last - first).days + 1)
    stated = Decimal(row["value_base"])
    text = f"{first} to {last} = {count} days, both counted; stated {to_text(stated)}"
    return Computed(fits(count, stated, row["qualifier"]), text)
