"""The table reference_checks: what one published source says of one figure, claim or name."""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.columns import CHECK_ID, NOT_RECORDED, POST_ID
from schemas.edtf import contains
from schemas.reference_checks import AGREEMENTS, TARGETS
from schemas.row_rules import is_real_period
from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.curation.registers import Entry, Registers, file_of
from scripts.reading import comparison
from scripts.reading.comparison import NOT_COMPARED, SAME, Number
from scripts.reading.numbers import read_plain
from scripts.tables.book import Book
from scripts.tables.figures import canonical
from scripts.tables.row import Origin, Row

NOT_FOUND = "not_found"
DECIDING = ("value_agreement", "unit_agreement", "period_agreement", "scope_agreement")
OF_THE_SOURCE = ("independence", "searched_on", "query")
_TARGET_OF_LETTER = {"f": "figure_id", "c": "claim_id", "m": "mention_id"}
_CHECK = re.compile(rf"(?P<check>{CHECK_ID}) (?P<target>{POST_ID}\.(?P<letter>[fcm])[0-9]{{2,3}})")
_NUMBERS = ("source_value", "source_value_high")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_FIGURE = "The statement is no figure and has no value or unit of its own."
_NO_PERIOD = "The post gives no period that can be dated."
_NAME = "A name has no value, unit or period."
Reason = tuple[str, str]
"""A column, and what is wrong with it."""


def make_reference_checks(registers: Registers, book: Book) -> tuple[list[Row], list[Finding]]:
    """Return the checks in the order of their ids, and the lines of the register that are wrong.

    The register has one entry for a source and all the statements that it is compared with.
    """
    file = file_of("reference_checks")
    rows: list[Row] = []
    findings = []
    for entry in registers.reference_checks.values():
        for name in OF_THE_SOURCE:
            if entry.text("source") and entry.text(name):
                reason = f"{entry.id}: {name} is that of the source"
                findings.append(Finding(file, entry.lines[name], reason=reason, fix="remove it"))
        for number, words in enumerate(entry.list("checks"), start=1):
            match = _CHECK.fullmatch(words)
            line = entry.lines[f"checks {number}"]
            if match:
                source = registers.sources.get(entry.text("source"))
                rows.append(_make_row(entry, match, line, source, book))
            else:
                reason = f"{entry.id}: {words!r} does not have the form of a check"
                findings.append(Finding(file, line, reason=reason, fix="write 'r001 p03.f08'"))
    return sorted(rows, key=lambda row: row["check_id"]), findings


def target_of(check: Row, book: Book) -> Row | None:
    """Return the figure, claim or mention that is checked."""
    for column in TARGETS:
        if check[column]:
            return book.get(TABLES["reference_checks"].references[column][0], check[column])
    return None


def computed_agreements(check: Row, target: Row, book: Book) -> dict[str, str]:
    """Return the aspects that follow from the post's figure or claim and the source's number.

    An aspect that does not follow is left out.
    """
    found = {}
    stated, given = _number(target, book), _number(check, book, "source_")
    if stated and given:
        found["value_agreement"] = comparison.value_agreement(stated, given)
        found["qualifier_agreement"] = comparison.qualifier_agreement(stated, given)
        found["unit_agreement"] = comparison.unit_agreement(stated, given)
    periods = (target.get("period", ""), check["source_period"])
    if all(map(is_real_period, periods)):
        found["period_agreement"] = _period_agreement(*periods, counted=bool(check["figure_id"]))
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
    return comparison.period_agreement(stated, given)


def verdict(check: Row) -> str:
    """Return the verdict that follows from value, unit, period and scope, '' if nothing does.

    The name decides only where none of these was compared, and the qualifier never does: it makes
    the range that the value is compared with. Where no source was found, nothing was compared.
    """
    if not check["source_id"]:
        return NOT_FOUND
    is_derived = bool(check["derivation"])
    of_facts = comparison.verdict_of([check[one] for one in DECIDING], derived=is_derived)
    return of_facts or comparison.verdict_of([check["name_agreement"]], derived=is_derived)


def contradictions(check: Row, book: Book) -> Iterator[Reason]:
    """Yield aspects and verdict of a check with a source that do not follow from the numbers.

    An aspect that does not follow says why in `agreement_reason`.
    """
    target = target_of(check, book)
    if target is None or not check["source_id"] or not all(check[one] for one in AGREEMENTS):
        return
    if not (due := verdict(check)):
        yield "verdict", "nothing was compared"
    elif check["verdict"] != due:
        yield "verdict", f"is {check['verdict']!r}, the aspects give {due!r}"
    wrong = [
        (column, f"is {check[column]!r}, the numbers give {agreement!r}")
        for column, agreement in computed_agreements(check, target, book).items()
        if check[column] != agreement
    ]
    if not check["agreement_reason"]:
        yield from wrong
    elif not wrong:
        yield "agreement_reason", "is filled, and everything follows without it"


def _make_row(
    entry: Entry, match: re.Match[str], line: int, source: Entry | None, book: Book
) -> Row:
    key = _TARGET_OF_LETTER[match["letter"]]
    cells = {name: entry.text(name) for name in TABLES["reference_checks"].columns}
    cells |= {"check_id": match["check"], key: match["target"], "source_id": entry.text("source")}
    cells |= {name: canonical(cells[name]) for name in _NUMBERS}
    file = file_of("reference_checks")
    lines = {name: Origin(file, number) for name, number in entry.lines.items()}
    lines |= {"check_id": Origin(file, line), key: Origin(file, line)}
    if "source" in lines:
        lines["source_id"] = lines["source"]
    row = Row(cells, Origin(file, entry.line, lines))
    if source is not None:
        for name in OF_THE_SOURCE:
            row[name] = source.text(name)
            lines[name] = Origin(file_of("sources"), source.lines.get(name, source.line))
    elif row["source_id"]:  # an unknown one, of which no more is said
        row |= dict.fromkeys(("searched_on", "query"), NOT_RECORDED)
    target = target_of(row, book)
    if target is not None and row["source_id"]:
        _fill_aspects(row, target, computed_agreements(row, target, book))
    row["verdict"] = verdict(row)
    return row


def _fill_aspects(row: Row, target: Row, agreements: dict[str, str]) -> None:
    """Fill aspects that were not typed: what follows, and what the post gives nothing for."""
    reasons = []
    for column, agreement in agreements.items():
        row[column] = row[column] or agreement
    if not row["figure_id"] and not row["value_agreement"]:
        for column in ("value_agreement", "qualifier_agreement", "unit_agreement"):
            row[column] = row[column] or NOT_COMPARED
        reasons.append(_NAME if row["mention_id"] else _NO_FIGURE)
    if not is_real_period(target.get("period", "")) and not row["period_agreement"]:
        row["period_agreement"] = NOT_COMPARED
        if not row["mention_id"]:
            reasons.append(_NO_PERIOD)
    # A number has no name; a statement that names something has its agreement typed.
    row["name_agreement"] = row["name_agreement"] or NOT_COMPARED
    row["not_compared_reason"] = row["not_compared_reason"] or " ".join(reasons)


def _number(row: Row, book: Book, prefix: str = "") -> Number | None:
    names = ("value", "value_high", "qualifier", "unit")
    value, high, qualifier, unit_id = (row.get(f"{prefix}{name}", "") for name in names)
    number, unit = read_plain(value), book.get("units", unit_id)
    if number is None or not qualifier:
        return None
    factor = read_plain(unit["factor"]) if unit else None
    base = unit["base_unit"] if unit and factor else ""
    return Number(number, read_plain(high), qualifier, base, factor or Decimal(1))
