"""The tables against their pandera models: what a user finds who validates a data frame."""

import io
from collections.abc import Collection, Mapping
from typing import Any

from schemas.model import Table
from schemas.table_schema import Codelists
from schemas.tables import TABLES
from scripts.curation.finding import Finding


def check_with_pandera(
    files: Mapping[str, bytes], codelists: Codelists, skip: Collection[str]
) -> list[Finding]:
    """Return every cell and row of the tables by path that breaks its table's pandera model.

    `skip` are tables whose bytes are wrong, or whose cells have been found wrong already.
    """
    import pandera.pandas as pa

    from schemas.pandera_models import read_frame, to_model

    findings = []
    for table in TABLES.values():
        if table.name in skip:
            continue
        try:
            frame = read_frame(io.BytesIO(files[table.path]), table)
            to_model(table, codelists).validate(frame, lazy=True)
        except pa.errors.SchemaErrors as errors:
            cases = errors.failure_cases.to_dict("records")
            findings += sorted({_finding(table, frame, case) for case in cases})
        except (ValueError, TypeError) as error:
            reason = f"cannot be read as a frame: {' '.join(str(error).split())[:200]}"
            findings.append(Finding(table=table.name, reason=reason))
    return findings


def _finding(table: Table, frame: Any, case: Mapping[Any, Any]) -> Finding:
    row, index = "", case["index"]
    if isinstance(index, int | float) and index == index:
        row = " ".join(str(frame.loc[int(index), part]) for part in table.key)
    if case["schema_context"] == "Column":
        reason = f"{case['failure_case']!r} breaks {case['check']}"
        return Finding("", 0, table.name, row, str(case["column"]), reason)
    reason = str(case["check"])
    rules = {rule.reason: (rule.column, reason, rule.fix) for rule in table.rules}
    return Finding("", 0, table.name, row, *rules.get(reason, ("", reason, "")))
