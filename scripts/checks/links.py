"""Layer 4, evidence: rows that point at each other agree."""

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables
from scripts.checks.spans import span_of

_SUBJECT_TO_EVIDENCE = ("period", "place")


def check_links(tables: TextTables) -> list[Finding]:
    """Return operations, mentions, links and parties that do not agree with each other.

    Args:
        tables: the tables as text; ids alone are looked at, so withheld posts are checked too.
    """
    claims = {row["claim_id"]: row for row in tables["claims"]}
    return [
        *_check_evidence_claims(tables, claims),
        *_check_mentions_are_linked(tables, claims),
        *_check_links_are_mentioned(tables, claims),
        *_check_parties_are_mentioned(tables, claims),
    ]


def _check_evidence_claims(tables: TextTables, claims: dict[str, TextRow]) -> list[Finding]:
    """The evidence is the first claim about an operation that has its period and place."""
    about: dict[str, list[TextRow]] = {}
    for link in tables["claim_operations"]:
        if link["claim_id"] in claims:
            about.setdefault(link["operation_id"], []).append(claims[link["claim_id"]])
    findings = []
    for row in tables["operations"]:
        fitting = [
            claim["claim_id"]
            for claim in about.get(row["operation_id"], [])
            if all(not row[c] or claim[c] == row[c] for c in _SUBJECT_TO_EVIDENCE)
        ]
        if not fitting:
            wanted = f"period {row['period'] or 'any'} and place {row['place'] or 'any'}"
            reason = f"no claim about it has {wanted}"
        elif row["evidence_claim_id"] != fitting[0]:
            reason = f"the first claim with its period and place is {fitting[0]}"
        else:
            continue
        findings.append(
            Finding("evidence", "operations", row["operation_id"], "evidence_claim_id", reason)
        )
    return findings


def _check_mentions_are_linked(tables: TextTables, claims: dict[str, TextRow]) -> list[Finding]:
    """A claim whose words name an operation is about it."""
    links = {(row["claim_id"], row["operation_id"]) for row in tables["claim_operations"]}
    by_sentence: dict[str, list[TextRow]] = {}
    for claim in claims.values():
        by_sentence.setdefault(claim["sentence_id"], []).append(claim)
    findings = []
    for row in tables["operation_mentions"]:
        start, end = span_of(row)
        for claim in by_sentence.get(row["sentence_id"], []):
            outer_start, outer_end = span_of(claim)
            named = outer_start <= start and end <= outer_end
            if named and (claim["claim_id"], row["operation_id"]) not in links:
                place = f"{claim['claim_id']} {row['operation_id']}"
                reason = f"{row['mention_id']} stands in the claim, and no link says so"
                findings.append(Finding("evidence", "claim_operations", place, "", reason))
    return findings


def _check_links_are_mentioned(tables: TextTables, claims: dict[str, TextRow]) -> list[Finding]:
    """A post whose claim is about an operation names it somewhere."""
    named = {(row["post_id"], row["operation_id"]) for row in tables["operation_mentions"]}
    return [
        Finding(
            "evidence",
            "claim_operations",
            f"{row['claim_id']} {row['operation_id']}",
            "operation_id",
            f"{claims[row['claim_id']]['post_id']} does not mention it",
        )
        for row in tables["claim_operations"]
        if row["claim_id"] in claims
        and (claims[row["claim_id"]]["post_id"], row["operation_id"]) not in named
    ]


def _check_parties_are_mentioned(tables: TextTables, claims: dict[str, TextRow]) -> list[Finding]:
    """A post that shows a party of an operation mentions that entity."""
    named = {(row["post_id"], row["entity_id"]) for row in tables["entity_mentions"]}
    return [
        Finding(
            "evidence",
            "operation_parties",
            " ".join(row[c] for c in ("operation_id", "entity_id", "party_role", "claim_id")),
            "entity_id",
            f"{claims[row['claim_id']]['post_id']} does not mention {row['entity_id']}",
        )
        for row in tables["operation_parties"]
        if row["claim_id"] in claims
        and (claims[row["claim_id"]]["post_id"], row["entity_id"]) not in named
    ]
