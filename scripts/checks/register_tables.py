"""Layer 4, evidence: the tables made from the registers say what the registers say."""

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables
from scripts.curation.registers import Registers
from scripts.tables.annotated import Row
from scripts.tables.csv_bytes import to_text
from scripts.tables.reference_checks import make_reference_checks
from scripts.tables.registers import (
    make_codes,
    make_entities,
    make_indicators,
    make_operations,
    make_published_sources,
    make_units,
)

_KEYS = {
    "codes": ("list", "code"),
    "units": ("unit",),
    "indicators": ("indicator_id",),
    "entities": ("entity_id",),
    "published_sources": ("source_id",),
    "operations": ("operation_id",),
    "reference_checks": ("check_id",),
    "coding_agreement": ("agreement_id",),
}
# It follows from the claims, not from the register (scripts/checks/links.py).
_DERIVED = "evidence_claim_id"


def check_register_tables(
    tables: TextTables, registers: Registers, agreement: list[Row]
) -> list[Finding]:
    """Return rows of codes, units, entities … that differ from the registers, or in their order.

    Args:
        tables: the tables as text.
        registers: the registers that belong to the package.
        agreement: how far the two codings agree, as it was computed from them.
    """
    made = {
        "codes": make_codes(registers),
        "units": make_units(registers),
        "indicators": make_indicators(registers),
        "entities": make_entities(registers),
        "published_sources": make_published_sources(registers),
        "operations": make_operations(registers, [], [], "")[0],
        "reference_checks": make_reference_checks(registers, tables)[0],
        "coding_agreement": agreement,
    }
    return [
        finding for name, rows in made.items() for finding in _compare(name, tables[name], rows)
    ]


def _compare(name: str, found: list[TextRow], made: list[Row]) -> list[Finding]:
    def identify(row: TextRow) -> str:
        return " ".join(row[part] for part in _KEYS[name])

    expected = {
        identify(row): row
        for row in ({column: to_text(cell) for column, cell in r.items()} for r in made)
    }
    given = {identify(row): row for row in found}
    findings = []
    for key in sorted(expected.keys() | given.keys()):
        if key not in given:
            findings.append(Finding("evidence", name, key, "", "the register's entry is missing"))
        elif key not in expected:
            findings.append(Finding("evidence", name, key, "", "is in no register"))
        else:
            findings += [
                Finding(
                    "evidence",
                    name,
                    key,
                    column,
                    f"is {given[key].get(column, '')[:60]!r}, the register says {cell[:60]!r}",
                )
                for column, cell in expected[key].items()
                if column != _DERIVED and given[key].get(column) != cell
            ]
    ordered = [key for key in given if key in expected]
    for key, due in zip(ordered, (key for key in expected if key in given), strict=True):
        if key != due:
            reason = f"stands out of order, where {due} should"
            findings.append(Finding("evidence", name, key, "", reason))
            break
    return findings
