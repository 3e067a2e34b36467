"""Find figures that must agree: statements of one measure, and totals of nested times.

A check is made only where the statements could plausibly disagree: words that are only repeated
prove nothing, nor does a part that is smaller than its whole. What is qualified ('over', 'about')
neither holds nor fails for certain, so its check is unclear, unless values of one time differ.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from typing import NamedTuple

from schemas.edtf import bounds, contains
from schemas.row_rules import is_real_period
from scripts.reading.numbers import to_text
from scripts.tables.formulas import FAILS, HOLDS, UNCLEAR
from scripts.tables.row import Row

_EXACT = "as_stated"
Repeats = Callable[[Row, Row], bool]
"""Tells whether two figures stand in the same words."""


class MachineCheck(NamedTuple):
    """A check found by machine; `items` are (role, figure id)."""

    check_id: str
    check_type: str
    outcome: str
    finding: str
    computation: str
    items: tuple[tuple[str, str], ...]


def comparable(
    figures: Iterable[Row], base_units: Mapping[str, str]
) -> dict[tuple[str, ...], dict[str, list[Row]]]:
    """Return levels that measure the same thing, by measure and period.

    The measure is indicator, substance, the post's own category, place and base unit. Magnitude
    words, values without number and figures without period are left out: nothing can be said of
    them. `base_units` has the base unit of every unit.
    """
    groups: dict[tuple[str, ...], dict[str, list[Row]]] = {}
    for row in figures:
        if row["figure_role"] != "level" or row["qualifier"] == "order_of":
            continue
        if not row["value_base"] or not is_real_period(row["period"]) or row["condition"]:
            continue
        parts = [row["indicator_id"], row["substance"], row["population"], row["place"]]
        parts.append(base_units.get(row["unit"], ""))
        measure = tuple(part.lower() for part in parts)
        groups.setdefault(measure, {}).setdefault(row["period"], []).append(row)
    return groups


def _stated_check(check_id: str, what: str, rows: Sequence[Row]) -> MachineCheck:
    """Return the check of figures that state the same: it fails where their values differ."""
    values = {_base(row) for row in rows}
    outcome = FAILS if len(values) > 1 else HOLDS
    finding = f"give {len(values)} values" if len(values) > 1 else "give the same value"
    if outcome == HOLDS and len({row["qualifier"] for row in rows}) > 1:
        outcome, finding = UNCLEAR, f"{finding} with different qualifiers"
    return MachineCheck(
        check_id,
        "contradiction",
        outcome,
        f"{len(rows)} figures {finding} {what}.",
        "; ".join(_stated(row) for row in rows),
        tuple(("statement", row["figure_id"]) for row in rows),
    )


def same_measure_checks(
    figures: Sequence[Row], base_units: Mapping[str, str], repeats: Repeats
) -> list[MachineCheck]:
    """Return one check for every measure that is stated independently for one period."""
    return [
        _stated_check(
            _check_id("same-measure", measure, period), f"for {_named(measure)} in {period}", rows
        )
        for measure, periods in comparable(figures, base_units).items()
        for period, rows in periods.items()
        if len(rows) > 1 and _tells(rows, repeats)
    ]


def same_proposition_checks(
    figures: Sequence[Row], stated: Sequence[Row], base_units: Mapping[str, str], repeats: Repeats
) -> list[MachineCheck]:
    """Return one check for every proposition that claims of one time state with figures.

    Of the rows `stated` of claim_propositions, claims of another thing, place or time are left
    out, since their number may differ.
    """
    of_claim: dict[str, list[Row]] = {}
    for row in figures:
        if row["qualifier"] != "order_of" and row["value_base"]:
            of_claim.setdefault(row["claim_id"], []).append(row)
    groups: dict[tuple[str, ...], list[Row]] = {}
    for link in stated:
        if link["items"] != "other" and {link["period"], link["place"]} <= {"same", "none"}:
            for row in of_claim.get(link["claim_id"], ()):
                unit = base_units.get(row["unit"], "")
                key = (link["proposition_id"], row["indicator_id"], row["figure_role"], unit)
                groups.setdefault(key, []).append(row)
    return [
        _stated_check(
            _check_id("same-proposition", key, ""),
            f"for the proposition {key[0]} ({key[1]}, {key[2]})",
            rows,
        )
        for key, rows in groups.items()
        if len({row["claim_id"] for row in rows}) > 1 and _tells(rows, repeats)
    ]


def _tells(rows: Sequence[Row], repeats: Repeats) -> bool:
    """Return whether figures differ, or two of them agree, each in words of its own."""
    differ = len({(row["value_base"], row["qualifier"]) for row in rows}) > 1
    return differ or not all(repeats(one, other) for one, other in combinations(rows, 2))


def nested_period_checks(
    figures: Sequence[Row], base_units: Mapping[str, str], measures: Mapping[str, str]
) -> list[MachineCheck]:
    """Return the checks of totals whose times lie within one another.

    A total that exceeds the one of a longer time fails. Where two totals begin or end together,
    they leave the rest for the time between; what is stated for a time across it must then fall on
    both sides. A period without end says nothing: nobody knows when its post was written. Only
    flows add up over time (`measures` by indicator); figures of single operations are no totals.
    """
    found = []
    for measure, periods in comparable(figures, base_units).items():
        closed = {period: rows for period, rows in periods.items() if all(bounds(period))}
        if measures.get(measure[0]) != "flow":
            continue
        for inner, outer in permutations(sorted(closed), 2):
            if not contains(outer, inner):
                continue
            largest = max(closed[inner], key=_base)
            smallest = min(closed[outer], key=_base)
            if _base(largest) > _base(smallest):
                found.append(_exceeding(measure, largest, smallest))
            else:
                found += _remainders(measure, largest, smallest, closed)
    return found


def _exceeding(measure: tuple[str, ...], inner: Row, outer: Row) -> MachineCheck:
    return MachineCheck(
        _check_id("nested-periods", measure, f"{inner['period']}-{outer['period']}"),
        "arithmetic",
        FAILS if inner["qualifier"] == outer["qualifier"] == _EXACT else UNCLEAR,
        f"{_named(measure)}: the total of {inner['period']} exceeds that of {outer['period']}, of "
        "which it is a part.",
        f"{to_text(_base(inner))} <= {to_text(_base(outer))}",
        (("inner", inner["figure_id"]), ("outer", outer["figure_id"])),
    )


def _remainders(
    measure: tuple[str, ...], inner: Row, outer: Row, closed: Mapping[str, Sequence[Row]]
) -> list[MachineCheck]:
    """Return the checks of totals that reach from the inner time into what is left of the outer."""
    (outer_first, outer_last), (first, last) = bounds(outer["period"]), bounds(inner["period"])
    left = _base(outer) - _base(inner)
    found = []
    for period, rows in closed.items():
        begins, ends = bounds(period)
        across = (first == outer_first and first < begins <= last < ends <= outer_last) or (
            last == outer_last and outer_first <= begins < first <= ends < last
        )
        if not across or period in (inner["period"], outer["period"]):
            continue
        row = max(rows, key=_base)
        within = _base(row) - left
        exact = all(one["qualifier"] == _EXACT for one in (inner, outer, row))
        outcome = HOLDS if within <= _base(inner) else FAILS
        found.append(
            MachineCheck(
                _check_id("implied-remainder", measure, f"{inner['period']}-{period}"),
                "arithmetic",
                outcome if exact else UNCLEAR,
                f"{_named(measure)}: the totals of {outer['period']} and {inner['period']} leave "
                f"{to_text(left)} for the time between; of the total of {period} at least "
                f"{to_text(max(within, Decimal(0)))} must then fall within {inner['period']}.",
                f"{to_text(_base(outer))} - {to_text(_base(inner))} = {to_text(left)}; "
                f"{to_text(_base(row))} - {to_text(left)} <= {to_text(_base(inner))}",
                (
                    ("inner", inner["figure_id"]),
                    ("outer", outer["figure_id"]),
                    ("statement", row["figure_id"]),
                ),
            )
        )
    return found


def _base(row: Row) -> Decimal:
    return Decimal(row["value_base"])


def _stated(row: Row) -> str:
    return f"{row['figure_id']}: {row['qualifier']} {row['value']} {row['unit'] or None}"


def _named(measure: tuple[str, ...]) -> str:
    indicator, substance, population, place, _ = measure
    parts = [indicator, substance, f"'{population}'" if population else "", place.upper()]
    return ", ".join(part for part in parts if part)


def _check_id(kind: str, measure: tuple[str, ...], period: str) -> str:
    """Return an id that says what is checked, and ends with a hash of all that makes it another."""
    text = "-".join((kind, measure[0], period)).lower()
    words = "".join(letter if letter.isalnum() else " " for letter in text).split()
    digest = hashlib.sha256("\n".join((kind, *measure, period)).encode()).hexdigest()[:6]
    return "-".join((*words, digest))
