"""Layer 4, evidence: consistency checks follow from the figures, and their items from the text."""

from collections.abc import Mapping
from typing import NamedTuple

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables
from scripts.checks.spans import span_of, texts_of
from scripts.consistency.formulas import compute
from scripts.tables.annotated import Row
from scripts.tables.consistency import find_checks, machine_check

_ITEM_TABLES = {
    "figure_id": "figures",
    "claim_id": "claims",
    "mention_id": "operation_mentions",
    "sentence_id": "sentences",
}
_KEYS = {"figures": "figure_id", "claims": "claim_id", "sentences": "sentence_id"}


class _Checks(NamedTuple):
    """Rows of consistency_checks by id, and their items as (role, figure id) by id."""

    rows: dict[str, Row]
    items: dict[str, list[tuple[str, str]]]


def check_consistency(tables: TextTables) -> list[Finding]:
    """Return checks that do not follow from the figures, and items that do not from the text."""
    given = _given(tables)
    typed = {name: [_row(row) for row in tables[name]] for name in tables}
    figures = {str(row["figure_id"]): row for row in typed["figures"]}
    findings = [*_check_items(tables), *_check_sources(tables, given), *_check_counts(tables)]
    for key, row in given.rows.items():
        if row["formula"]:
            findings += _check_formula(key, row, figures)
    if len(texts_of(tables)) < len(tables["posts"]):
        return findings  # the posts' own categories are part of a measure, and some are withheld
    found = {check.check_id: check for check in find_checks(typed)}
    by_machine = {key for key, row in given.rows.items() if row["found_by"] == "machine"}
    for key in sorted(found.keys() ^ by_machine):
        reason = "follows from the figures" if key in found else "does not follow from the figures"
        findings.append(_finding(key, "check_id", f"{reason}, against the table"))
    for key in sorted(found.keys() & by_machine):
        expected = machine_check(found[key])
        for column, cell in expected.items():
            if cell != given.rows[key][column]:
                findings.append(_finding(key, column, f"follows as {cell!r}"))
        if list(found[key].items) != given.items.get(key, []):
            findings.append(_finding(key, "", f"its items follow as {found[key].items}"))
    return findings


def _row(row: TextRow) -> Row:
    return {column: cell or None for column, cell in row.items()}


def _given(tables: TextTables) -> _Checks:
    rows = {row["check_id"]: _row(row) for row in tables["consistency_checks"]}
    items: dict[str, list[tuple[str, str]]] = {}
    for item in tables["consistency_items"]:
        items.setdefault(item["check_id"], []).append((item["item_role"], item["figure_id"]))
    return _Checks(rows, items)


def _finding(key: str, column: str, reason: str) -> Finding:
    return Finding("evidence", "consistency_checks", key, column, reason)


def _check_formula(key: str, row: Row, figures: Mapping[str, Row]) -> list[Finding]:
    try:
        computed = compute(str(row["formula"]), figures)
    except (ValueError, ArithmeticError) as error:
        return [_finding(key, "formula", str(error))]
    expected = {"outcome": computed.outcome, "computation": computed.computation}
    return [
        _finding(key, column, f"follows as {text!r}")
        for column, text in expected.items()
        if row[column] != text
    ]


def _check_sources(tables: TextTables, given: _Checks) -> list[Finding]:
    """The reference check that a finding rests on is of one of its items."""
    targets = {
        row["check_id"]: {row["figure_id"], row["claim_id"], row["mention_id"]} - {""}
        for row in tables["reference_checks"]
    }
    items: dict[str, set[str]] = {}
    for item in tables["consistency_items"]:
        ids = items.setdefault(item["check_id"], set())
        ids.update(item[column] for column in ("figure_id", "claim_id", "mention_id"))
    findings = []
    for key, row in given.rows.items():
        source = str(row["reference_check_id"] or "")
        if source in targets and not targets[source] & items.get(key, set()):
            reason = f"{source} is of none of its items"
            findings.append(_finding(key, "reference_check_id", reason))
    return findings


def _check_counts(tables: TextTables) -> list[Finding]:
    """Every check has items, numbered from 1."""
    numbers: dict[str, list[str]] = {row["check_id"]: [] for row in tables["consistency_checks"]}
    for item in tables["consistency_items"]:
        numbers.setdefault(item["check_id"], []).append(item["item_number"])
    return [
        _finding(key, "check_id", f"has the items {', '.join(found) or 'none'}, not 1 and up")
        for key, found in numbers.items()
        if not found or found != [str(number) for number in range(1, len(found) + 1)]
    ]


def _check_items(tables: TextTables) -> list[Finding]:
    texts = texts_of(tables)
    parents = {
        (column, row[_KEYS.get(name, "mention_id")]): row
        for column, name in _ITEM_TABLES.items()
        for row in tables[name]
    }
    findings = []
    for row in tables["consistency_items"]:
        key = f"{row['check_id']} {row['item_number']}"
        text = texts.get(row["post_id"])
        start, end = span_of(row)
        if text is not None and (start >= end or text[start:end] != row["quote"]):
            reason = f"the post has {text[start:end][:60]!r} at {start}:{end}"
            findings.append(Finding("evidence", "consistency_items", key, "quote", reason))
        for column in _ITEM_TABLES:
            parent = parents.get((column, row[column]))
            if parent is None:
                continue
            outer_start, outer_end = span_of(parent)
            if not outer_start <= start < end <= outer_end:
                reason = f"{start}:{end} lies outside {row[column]}"
                findings.append(Finding("evidence", "consistency_items", key, column, reason))
    return findings
