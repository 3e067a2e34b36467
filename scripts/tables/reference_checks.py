"""The table reference_checks: what one published source says of one figure, claim or name."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from scripts.curation.registers import Entry, Registers
from scripts.problem import Problem
from scripts.reading.comparison import (
    NOT_COMPARED,
    SAME,
    Number,
    period_agreement,
    qualifier_agreement,
    unit_agreement,
    value_agreement,
    verdict_of,
)
from scripts.reading.periods import contains
from scripts.tables.annotated import Row

AGREEMENTS = tuple(
    f"{aspect}_agreement" for aspect in ("value", "qualifier", "unit", "period", "scope", "name")
)
TARGETS = {
    "figure_id": ("figures", "figure_id"),
    "claim_id": ("claims", "claim_id"),
    "mention_id": ("operation_mentions", "mention_id"),
}
_TARGET_OF_LETTER = {"f": "figure_id", "c": "claim_id", "m": "mention_id"}
_CHECK = re.compile(r"(?P<check>r[0-9]{3}) (?P<target>p[0-9]{2}\.(?P<letter>[fcm])[0-9]{2,3})")
_NUMBERS = ("source_value", "source_value_high")
_COLUMNS: tuple[str, ...] = ("searched_on", "value_as_printed", *_NUMBERS, "source_qualifier")
_COLUMNS += ("source_unit", "source_population", "source_period", "count_status", "verdict")
_COLUMNS += (*AGREEMENTS, "not_compared_reason", "verdict_reason", "independence", "derivation")
_COLUMNS += ("confidence", "note")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_FIGURE = "The statement is no figure and has no value or unit of its own."
_NO_PERIOD = "The post gives no period that can be dated."
_NAME = "A name has no value, unit or period."

Cells = Mapping[str, object]
Targets = Mapping[str, Mapping[str, Cells]]


def index_targets(tables: Mapping[str, list[Row]] | Mapping[str, list[dict[str, str]]]) -> Targets:
    """Return the rows that a check can be of, by key column and id."""
    return {
        column: {str(row[key]): row for row in tables[table]}
        for column, (table, key) in TARGETS.items()
    }


def make_reference_checks(
    registers: Registers, tables: Mapping[str, list[Row]] | Mapping[str, list[dict[str, str]]]
) -> tuple[list[Row], list[Problem]]:
    """Return the checks in the order of their ids, and everything that is wrong with them.

    What follows from figure and source (agreement of value, qualifier, unit, period) is computed;
    what is typed beside it must agree with it, or say why not in `verdict_reason`.

    Args:
        registers: the registers; `reference_checks` holds one entry a statement and source.
        tables: figures, claims, operation_mentions, units, published_sources.
    """
    targets = index_targets(tables)
    units = {str(row["unit"]): row for row in tables["units"]}
    sources = {str(row["source_id"]): row for row in tables["published_sources"]}
    file = registers.files["reference_checks"]
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for entry in registers.reference_checks.values():
        for words in entry.fields["checks"]:
            match = _CHECK.fullmatch(str(words))
            if match is None:
                message = f"{entry.id}: {words!r} is no check of the form 'r001 p03.f08'"
                problems.append(Problem(file, entry.line, message))
                continue
            check = match["check"]
            if check in seen:
                message = f"{entry.id}: {check} also belongs to {seen[check]}"
                problems.append(Problem(file, entry.line, message, "take the next free number"))
                continue
            seen[check] = entry.id
            row, messages = _make_row(entry, match, targets, units)
            messages += [
                f"{column}: {reason}" for column, reason in faults(row, targets, units, sources)
            ]
            problems += [
                Problem(file, entry.line, f"{entry.id} {check}: {message}") for message in messages
            ]
            rows.append(row)
    return sorted(rows, key=lambda row: str(row["check_id"])), problems


def computed_agreements(check: Cells, target: Cells, units: Mapping[str, Cells]) -> dict[str, str]:
    """Return the aspects that follow from the post's figure or claim and the source's number.

    Cells may be the tables' own or their text; an aspect that does not follow is left out.
    """
    found = {}
    stated = _number(target, units, "value", "value_high", "qualifier", "unit")
    given = _number(check, units, *_NUMBERS, "source_qualifier", "source_unit")
    if stated and given:
        found["value_agreement"] = value_agreement(stated, given)
        found["qualifier_agreement"] = qualifier_agreement(stated, given)
        found["unit_agreement"] = unit_agreement(stated, given)
    if target.get("period") and check["source_period"]:
        found["period_agreement"] = _period_agreement(
            str(target["period"]), str(check["source_period"]), counted=bool(check["figure_id"])
        )
    return found


def _period_agreement(stated: str, given: str, *, counted: bool) -> str:
    """Return 'same' also where the source names the day and the post a longer time around it.

    Days from one to another agree so for what happened, not for what was counted: a count of some
    days is not the count of the month.
    """
    sides = given.split("/")
    by_the_day = all(_DAY.fullmatch(side) for side in sides) and not (counted and len(sides) > 1)
    if by_the_day and contains(stated, given):
        return SAME
    return period_agreement(stated, given)


def faults(
    check: Cells, targets: Targets, units: Mapping[str, Cells], sources: Mapping[str, Cells]
) -> Iterator[tuple[str, str]]:
    """Yield column and reason of everything that is wrong with one row of the table.

    Args:
        check: the row, its cells or their text.
        targets: the rows that a check can be of, from `index_targets`.
        units: the rows of the table units.
        sources: the rows of published_sources.
    """
    filled = [column for column in TARGETS if check[column]]
    if len(filled) != 1:
        yield "figure_id", "a check is of exactly one figure, claim or mention"
        return
    target = targets[filled[0]].get(str(check[filled[0]]))
    if target is None:
        yield filled[0], f"{check[filled[0]]} is nowhere in the posts' tables"
        return
    if check["verdict"] == "not_found" or not check["source_id"]:
        yield from _faults_without_source(check)
        return
    source = sources.get(str(check["source_id"]))
    if source is None:
        yield "source_id", f"no source {check['source_id']!r}"
    elif source["source_type"] == "tertiary" and check["confidence"] == "high":
        yield "confidence", "a tertiary source gives medium confidence at most"
    for column in ("independence", "confidence"):
        if not check[column]:
            yield column, "is missing"
    if check["searched_on"]:
        yield "searched_on", "goes with not_found only; a source says itself when it was read"
    yield from _faults_of_number(check, units)
    yield from _faults_of_verdict(check, computed_agreements(check, target, units))


def _faults_without_source(check: Cells) -> Iterator[tuple[str, str]]:
    if check["source_id"]:
        yield "source_id", "not_found names no source"
    if check["verdict"] != "not_found":
        yield "source_id", "only not_found has no source"
    if not check["searched_on"]:
        yield "searched_on", "not_found says when it was looked for"
    compared = [column for column in (*AGREEMENTS, "source_value") if check[column]]
    if compared:
        yield compared[0], "nothing was found to compare"


def _faults_of_number(check: Cells, units: Mapping[str, Cells]) -> Iterator[tuple[str, str]]:
    for column in ("source_qualifier", "source_unit") if check["source_value"] else ():
        if not check[column]:
            yield column, "a source's value needs its qualifier and its unit"
    if check["source_unit"] and str(check["source_unit"]) not in units:
        yield "source_unit", f"unknown unit {check['source_unit']!r}"


def _faults_of_verdict(check: Cells, computed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    missing = [column for column in AGREEMENTS if not check[column]]
    for column in missing:
        yield column, "is not stated; say same, differs or not_compared"
    for column in ("value_agreement", "unit_agreement", "period_agreement"):
        if check[column] == NOT_COMPARED and not check["not_compared_reason"]:
            yield column, "not_compared needs a not_compared_reason"
    if missing:
        return
    contradicted = [
        (column, f"is {check[column]!r}, follows as {agreement!r}")
        for column, agreement in computed.items()
        if check[column] != agreement
    ]
    agreements = [str(check[column]) for column in AGREEMENTS]
    verdict = verdict_of(agreements, derived=bool(check["derivation"]))
    if not verdict:
        contradicted.append(("verdict", "nothing was compared"))
    elif check["verdict"] != verdict:
        contradicted.append(("verdict", f"is {check['verdict']!r}, follows as {verdict!r}"))
    if not check["verdict_reason"]:
        yield from contradicted
    elif not contradicted:
        yield "verdict_reason", "everything follows without it"
    if check["verdict"] == "matches_derived" and not check["derivation"]:
        yield "derivation", "matches_derived says how"


def _make_row(
    entry: Entry, match: re.Match[str], targets: Targets, units: Mapping[str, Cells]
) -> tuple[Row, list[str]]:
    key = _TARGET_OF_LETTER[match["letter"]]
    row: Row = {"check_id": match["check"], **dict.fromkeys(TARGETS), key: match["target"]}
    row["source_id"] = str(entry.fields["source"]) if "source" in entry.fields else None
    row |= {name: str(entry.fields[name]) if name in entry.fields else None for name in _COLUMNS}
    messages = []
    for column in _NUMBERS:
        try:
            row[column] = Decimal(str(row[column])) if row[column] else None
        except InvalidOperation:
            messages.append(f"{column} {row[column]!r} is no number")
            row[column] = None
    target = targets[key].get(match["target"])
    if target is not None and row["source_id"]:
        _fill(row, target, computed_agreements(row, target, units))
    return row, messages


def _fill(row: Row, target: Cells, computed: Mapping[str, str]) -> None:
    """Fill aspects that were not typed: what follows, and what the post gives nothing for."""
    reasons = []
    for column, agreement in computed.items():
        row[column] = row[column] or agreement
    if not row["figure_id"] and not row["value_agreement"]:
        for column in ("value_agreement", "qualifier_agreement", "unit_agreement"):
            row[column] = row[column] or NOT_COMPARED
        reasons.append(_NAME if row["mention_id"] else _NO_FIGURE)
    if not target.get("period") and not row["period_agreement"]:
        row["period_agreement"] = NOT_COMPARED
        if not row["mention_id"]:
            reasons.append(_NO_PERIOD)
    # A number has no name; a statement that names something has its agreement typed.
    row["name_agreement"] = row["name_agreement"] or NOT_COMPARED
    row["not_compared_reason"] = row["not_compared_reason"] or " ".join(reasons) or None


def _number(
    cells: Cells, units: Mapping[str, Cells], value: str, high: str, qualifier: str, unit: str
) -> Number | None:
    if not cells.get(value) or not cells.get(qualifier):
        return None
    measure = units.get(str(cells[unit] or ""), {"base_unit": "", "factor": 1})
    return Number(
        Decimal(str(cells[value])),
        Decimal(str(cells[high])) if cells[high] else None,
        str(cells[qualifier]),
        str(measure["base_unit"]),
        Decimal(str(measure["factor"])),
    )
