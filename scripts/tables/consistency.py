"""The tables consistency_checks and consistency_items: found by machine, and curated."""

from collections.abc import Mapping, Sequence

from scripts.consistency.figure_groups import (
    Found,
    nested_period_checks,
    same_measure_checks,
    same_proposition_checks,
)
from scripts.consistency.formulas import UNCLEAR, compute
from scripts.curation.register_file import Entry
from scripts.problem import Problem
from scripts.tables.annotated import Row

_KINDS = (
    ("figure_id", "figures"),
    ("claim_id", "claims"),
    ("mention_id", "operation_mentions"),
    ("sentence_id", "sentences"),
)
Tables = Mapping[str, Sequence[Row]]


def make_consistency(
    tables: Tables, curated: Mapping[str, Entry], file: str, codes: Mapping[str, Sequence[str]]
) -> tuple[list[Row], list[Row], list[Problem]]:
    """Return checks, their items, and what is wrong with the curated ones.

    Args:
        tables: figures, claims, operation_mentions, sentences, claim_operations, indicators, units.
        curated: entries of the register of consistency checks.
        file: its path, as messages shall name it.
        codes: the codes of check_type, outcome, basis, confidence and item_role.
    """
    found = find_checks(tables)
    rows = {str(row[key]): (key, row) for key, table in reversed(_KINDS) for row in tables[table]}
    checks: list[Row] = []
    items: list[Row] = []
    for check in found:
        checks.append(machine_check(check))
        for number, (role, identifier) in enumerate(check.items, start=1):
            items.append(_item(check.check_id, number, role, identifier, "", rows))
    problems: list[Problem] = []
    references = {row["check_id"] for row in tables["reference_checks"]}
    figures = {str(row["figure_id"]): row for row in tables["figures"]}
    known = {check.check_id for check in found}
    for entry in curated.values():
        row, wrong = _curated_check(entry, figures, file, codes)
        checks.append(row)
        if entry.id in known:
            wrong.append(Problem(file, entry.line, f"{entry.id} is found by machine", "rename it"))
        sourced = row["reference_check_id"] in references
        if (row["basis"] == "published_source") != sourced:
            message = f"{entry.id}: a published source, and only that, names its reference_check"
            wrong.append(Problem(file, entry.line, message, "see data/links/reference_checks.csv"))
        read, unread = _read_items(entry, rows, file, codes["item_role"])
        items += read
        problems += wrong + unread
    return checks, items, problems


def find_checks(tables: Tables) -> list[Found]:
    """Return the checks that the figures give by themselves; none asks what another has asked.

    Args:
        tables: figures, claims, claim_operations, indicators, units.
    """
    measures = {str(row["indicator_id"]): str(row["measure"]) for row in tables["indicators"]}
    base_units = {str(row["unit"]): str(row["base_unit"]) for row in tables["units"]}
    of_operations = {row["claim_id"] for row in tables["claim_operations"]}
    totals = [row for row in tables["figures"] if row["claim_id"] not in of_operations]
    stated = same_proposition_checks(tables["figures"], tables["claims"], base_units)
    asked = [set(check.items) for check in stated]
    return [
        *stated,
        *(
            check
            for check in same_measure_checks(tables["figures"], base_units)
            if not any(set(check.items) <= items for items in asked)
        ),
        *nested_period_checks(totals, base_units, measures),
    ]


def machine_check(found: Found) -> Row:
    """Return the row of consistency_checks of a check found by machine.

    What the rule leaves unclear is at most likely (codelist confidence).
    """
    return {
        "check_id": found.check_id,
        "check_type": found.check_type,
        "outcome": found.outcome,
        "found_by": "machine",
        "finding": found.finding,
        "formula": None,
        "computation": found.computation,
        "basis": "text",
        "reference_check_id": None,
        "confidence": "medium" if found.outcome == UNCLEAR else "high",
    }


def _curated_check(
    entry: Entry, figures: Mapping[str, Row], file: str, codes: Mapping[str, Sequence[str]]
) -> tuple[Row, list[Problem]]:
    fields = {name: str(value) for name, value in entry.fields.items() if name != "items"}
    problems = [
        Problem(file, entry.line, f"{entry.id}: {fields[name]!r} is no {name}", "see the list")
        for name in ("check_type", "outcome", "basis", "confidence")
        if name in fields and fields[name] not in codes[name]
    ]
    outcome, computation = fields.get("outcome", ""), None
    if "formula" in fields:
        try:
            computed = compute(fields["formula"], figures)
        except ValueError as error:
            problems.append(Problem(file, entry.line, f"{entry.id}: {error}", "correct it"))
        else:
            if outcome and outcome != computed.outcome:
                message = f"{entry.id}: the formula gives {computed.outcome}, not {outcome}"
                problems.append(Problem(file, entry.line, message, computed.computation))
            outcome, computation = computed.outcome, computed.computation
    elif not outcome:
        message = f"{entry.id} has neither formula nor outcome"
        problems.append(Problem(file, entry.line, message, "add one of them"))
    row: Row = {
        "check_id": entry.id,
        "check_type": fields["check_type"],
        "outcome": outcome,
        "found_by": "curated",
        "finding": fields["finding"],
        "formula": fields.get("formula"),
        "computation": computation,
        "basis": fields["basis"],
        "reference_check_id": fields.get("reference_check"),
        "confidence": fields["confidence"],
    }
    return row, problems


def _read_items(
    entry: Entry, rows: Mapping[str, tuple[str, Row]], file: str, roles: Sequence[str]
) -> tuple[list[Row], list[Problem]]:
    """Read items 'ROLE ID' or 'ROLE ID | WORDS'; the words narrow the span."""
    items: list[Row] = []
    problems: list[Problem] = []
    for number, text in enumerate(entry.fields["items"], start=1):
        head, _, words = str(text).partition(" | ")
        role, _, identifier = head.partition(" ")
        if role not in roles:
            message = f"{entry.id}: {role!r} is no item_role"
            problems.append(Problem(file, entry.line, message, "see the list"))
        try:
            items.append(_item(entry.id, number, role, identifier.strip(), words.strip(), rows))
        except ValueError as error:
            problems.append(Problem(file, entry.line, f"{entry.id}: {error}", "correct the item"))
    return items, problems


def _item(
    check_id: str,
    number: int,
    role: str,
    identifier: str,
    words: str,
    rows: Mapping[str, tuple[str, Row]],
) -> Row:
    if identifier not in rows:
        raise ValueError(f"there is no {identifier!r}")
    key, row = rows[identifier]
    start, quote = int(str(row["char_start"])), str(row["quote"])
    if words:
        offset = quote.find(words)
        if offset < 0:
            raise ValueError(f"{words!r} does not stand in {identifier}")
        start, quote = start + offset, words
    item: Row = {"check_id": check_id, "item_number": number, "item_role": role}
    item |= {name: identifier if name == key else None for name, _ in _KINDS}
    item |= {
        "post_id": row["post_id"],
        "char_start": start,
        "char_end": start + len(quote),
        "quote": quote,
    }
    return item
