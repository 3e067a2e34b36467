"""The tables claims, claim_operations and operation_parties of one post."""

from collections.abc import Container, Mapping

from scripts.problem import Problem
from scripts.tables.annotated import AnnotatedPost, Row
from scripts.tables.provenance import PlaceWords, provenance_cells

_CODE_COLUMNS = ("claim_type", "mode", "theme", "narrative", "target", "stance")


def make_claims(
    annotated: AnnotatedPost,
    codelists: Mapping[str, Container[str]],
    place_words: PlaceWords,
) -> tuple[list[Row], list[Problem]]:
    """Return the post's rows of `claims`, and every code or source that cannot be resolved.

    A code that the claim does not give is the post's default; mode is `asserted` by default.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: dict[tuple[int, int], str] = {}
    for sentence, claim in annotated.claims():
        codes = {"mode": "asserted"} | annotated.coding.defaults | claim.codes
        for column in _CODE_COLUMNS:
            value = codes.get(column, "")
            if value not in codelists[column]:
                message = f"{claim.number}: {column} {value!r} is no code"
                problems.append(annotated.problem(claim.line, message, f"see the list {column}"))
        span = annotated.spans[claim.line]
        if span in seen:
            message = f"{claim.number} has the same quote as {seen[span]}"
            problems.append(annotated.problem(claim.line, message, "narrow or widen one of them"))
        seen[span] = claim.number
        if not claim.says.endswith("."):
            message = f"the statement of {claim.number} does not end with a full stop"
            problems.append(annotated.problem(claim.line, message, "end it with '.'"))
        cells, missing = provenance_cells(annotated, sentence, claim, None, place_words)
        problems += missing
        if codes["mode"] == "reported" and not claim.by:
            message = f"{claim.number} is reported and names no source"
            problems.append(annotated.problem(claim.line, message, "add 'by WORDS'"))
        rows.append(
            annotated.quote_cells(claim.number, "claim_id", sentence, claim.line)
            | {
                "statement": claim.says,
                "reading": "repaired" if claim.repaired else "plain",
            }
            | {column: codes.get(column) for column in _CODE_COLUMNS}
            | cells
        )
    return rows, problems


def make_claim_operations(
    annotated: AnnotatedPost, operations: Container[str]
) -> tuple[list[Row], list[Problem]]:
    """Return which operations each claim is about, and operations that are not registered."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for _, claim in annotated.claims():
        for operation in dict.fromkeys(claim.about):
            if operation not in operations:
                message = f"unknown operation {operation!r}"
                problems.append(annotated.problem(claim.line, message, "see operations.yaml"))
            rows.append({"claim_id": annotated.row_id(claim.number), "operation_id": operation})
    return rows, problems


def make_operation_parties(
    annotated: AnnotatedPost,
    operations: Container[str],
    entities: Container[str],
    roles: Container[str],
) -> tuple[list[Row], list[Problem]]:
    """Return who took part in which operation, each with the claim that shows it."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for _, claim in annotated.claims():
        for party in claim.parties:
            if [(p.operation, p.entity, p.role) for p in claim.parties].count(
                (party.operation, party.entity, party.role)
            ) > 1:
                message = f"{claim.number}: the party {party.entity} stands twice"
                problems.append(annotated.problem(party.line, message, "remove one of the two"))
            known = (
                ("operation", party.operation, operations),
                ("entity", party.entity, entities),
                ("party role", party.role, roles),
                ("operation of this claim", party.operation, claim.about),
            )
            for kind, value, allowed in known:
                if value not in allowed:
                    message = f"{claim.number}: {value!r} is no {kind}"
                    problems.append(annotated.problem(party.line, message, "see the registers"))
            rows.append(
                {
                    "operation_id": party.operation,
                    "entity_id": party.entity,
                    "party_role": party.role,
                    "claim_id": annotated.row_id(claim.number),
                }
            )
    return rows, problems
