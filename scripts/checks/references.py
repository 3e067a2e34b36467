"""Layer 4, evidence: every reference check follows from the figure and the source it names."""

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextTables
from scripts.tables.reference_checks import faults, index_targets


def check_references(tables: TextTables) -> list[Finding]:
    """Return every check whose target, source, aspects or verdict does not hold.

    Args:
        tables: the tables as text.
    """
    targets = index_targets(tables)
    units = {row["unit"]: row for row in tables["units"]}
    sources = {row["source_id"]: row for row in tables["published_sources"]}
    findings = [
        Finding("evidence", "reference_checks", row["check_id"], column, reason)
        for row in tables["reference_checks"]
        for column, reason in faults(row, targets, units, sources)
    ]
    return findings + _check_addresses(tables)


def _check_addresses(tables: TextTables) -> list[Finding]:
    """A copy on an unrelated host has no address, so that no reader is led there."""
    reason = "a reprint has no address"
    return [
        Finding("evidence", "published_sources", row["source_id"], "address", reason)
        for row in tables["published_sources"]
        if row["source_type"] == "reprint" and row["address"]
    ]
