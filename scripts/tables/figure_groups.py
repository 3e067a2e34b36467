"""Find figures that must agree: the same measure at the same place and time, or nested times."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from schemas.edtf import contains
from schemas.row_rules import is_real_period
from scripts.reading.numbers import to_text
from scripts.tables.formulas import FAILS, HOLDS, UNCLEAR
from scripts.tables.row import Row

_FINDINGS = {HOLDS: "give the same value", UNCLEAR: "give the same value with different qualifiers"}
# Agreements of claims (codelist claim_agreement) that let a value differ.
_OTHERWISE = {"period", "scope"}


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
    them.

    Args:
        figures: rows of figures.
        base_units: the base unit of every unit.
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


def same_measure_checks(
    figures: Sequence[Row], base_units: Mapping[str, str]
) -> list[MachineCheck]:
    """Return one check for every measure that is stated more than once for one period.

    It holds where value, unit and qualifier agree, is unclear where only the qualifier differs,
    and fails where values differ.
    """
    found = []
    for measure, periods in comparable(figures, base_units).items():
        for period, rows in periods.items():
            if len(rows) < 2:
                continue
            values = {row["value_base"] for row in rows}
            qualifiers = {row["qualifier"] for row in rows}
            outcome = HOLDS if len(qualifiers) == 1 else UNCLEAR
            finding = _FINDINGS[outcome]
            if len(values) > 1:
                outcome, finding = FAILS, f"give {len(values)} values"
            found.append(
                MachineCheck(
                    _check_id("same-measure", measure[:-1], period),
                    "contradiction",
                    outcome,
                    f"{len(rows)} figures {finding} for {_named(measure)} in {period}.",
                    "; ".join(_stated(row) for row in rows),
                    tuple(("statement", row["figure_id"]) for row in rows),
                )
            )
    return found


def nested_period_checks(
    figures: Sequence[Row], base_units: Mapping[str, str], measures: Mapping[str, str]
) -> list[MachineCheck]:
    """Return one check for every two nested periods of one flow: the inner is at most the outer.

    A period without end holds nothing: nobody knows when its post was written. What exceeds an
    outer total that is not exact ('over', 'about') is unclear.

    Args:
        figures: rows of figures; without those of single operations, which are no totals.
        base_units: the base unit of every unit.
        measures: the measure (stock, flow, …) of every indicator; only flows add up over time.
    """
    found = []
    for measure, periods in comparable(figures, base_units).items():
        if measures.get(measure[0]) != "flow":
            continue
        for inner, outer in permutations(sorted(periods), 2):
            if outer.endswith("..") or not contains(outer, inner):
                continue
            largest = max(_base(row) for row in periods[inner])
            smallest = min(_base(row) for row in periods[outer])
            outcome = HOLDS if largest <= smallest else FAILS
            exact = all(row["qualifier"] == "as_stated" for row in periods[outer])
            if outcome == FAILS and not exact:
                outcome = UNCLEAR
            relation = "is at most" if outcome == HOLDS else "exceeds"
            items = [("inner", row["figure_id"]) for row in periods[inner]]
            items += [("outer", row["figure_id"]) for row in periods[outer]]
            found.append(
                MachineCheck(
                    _check_id("nested-periods", measure[:-1], f"{inner}-{outer}"),
                    "arithmetic",
                    outcome,
                    f"{_named(measure)}: the total of {inner} {relation} that of {outer}, of which "
                    "it is a part.",
                    f"{to_text(largest)} <= {to_text(smallest)}",
                    tuple(items),
                )
            )
    return found


def same_proposition_checks(
    figures: Sequence[Row], claims: Sequence[Row], base_units: Mapping[str, str]
) -> list[MachineCheck]:
    """Return one check for every proposition that several claims state with figures.

    It holds where value and qualifier agree, is unclear where only the qualifier differs or only
    claims of another period or scope have another value, and fails where values differ otherwise.

    Args:
        figures: rows of figures.
        claims: rows of claims, with proposition_id and claim_agreement.
        base_units: the base unit of every unit.
    """
    claim_of = {row["claim_id"]: row for row in claims}
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in figures:
        if row["qualifier"] == "order_of" or not row["value_base"]:
            continue
        claim = claim_of.get(row["claim_id"])
        if claim is None:
            continue
        parts = (claim["proposition_id"], row["indicator_id"], row["figure_role"])
        groups.setdefault((*parts, base_units.get(row["unit"], "")), []).append(row)
    found = []
    for (proposition, indicator, role, unit), rows in groups.items():
        if len({row["claim_id"] for row in rows}) < 2:
            continue
        outcome = HOLDS if len({row["qualifier"] for row in rows}) == 1 else UNCLEAR
        finding = _FINDINGS[outcome]
        if (values := len({_base(row) for row in rows})) > 1:
            outcome, finding = FAILS, f"give {values} values"
            alike = [
                row
                for row in rows
                if claim_of[row["claim_id"]]["claim_agreement"] not in _OTHERWISE
            ]
            if len({_base(row) for row in alike}) <= 1:
                outcome, finding = UNCLEAR, f"{finding}, in claims of another period or scope,"
        found.append(
            MachineCheck(
                _check_id("same-proposition", (proposition, indicator, role, unit), ""),
                "contradiction",
                outcome,
                f"{len(rows)} figures {finding} for the proposition {proposition} "
                f"({indicator}, {role}).",
                "; ".join(_stated(row) for row in rows),
                tuple(("statement", row["figure_id"]) for row in rows),
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
    words = [kind, *measure, period]
    text = "-".join(word for word in words if word).lower()
    cleaned = "".join(letter if letter.isalnum() else "-" for letter in text)
    return "-".join(part for part in cleaned.split("-") if part)
