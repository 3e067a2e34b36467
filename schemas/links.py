"""The tables claim_operations and operation_parties."""

from schemas import columns as f
from schemas.model import Table

CLAIM_OPERATIONS = Table(
    "claim_operations",
    "data/links",
    "Claims about operations",
    "Which operations a claim is about, also where it only says 'the case'.",
    ("claim_id", "operation_id"),
    {
        "claim_id": f.claim_id("Claim", "The claim."),
        "operation_id": f.operation_id("Operation", "An operation that it is about."),
    },
)

OPERATION_PARTIES = Table(
    "operation_parties",
    "data/links",
    "Parties of operations",
    "Who took part in an operation, as a claim shows.",
    ("operation_id", "entity_id", "party_role", "claim_id"),
    {
        "operation_id": f.operation_id("Operation", "The operation."),
        "entity_id": f.reference("entities", "entity_id", "Party", "Who or what took part."),
        "party_role": f.code("Role", "What the party does in it."),
        "claim_id": f.claim_id("Claim", "The claim that shows it."),
    },
)
