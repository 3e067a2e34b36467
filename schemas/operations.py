"""The table operations."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import requires

OPERATIONS = Table(
    "operations",
    "data",
    "Operations",
    "Organised actions that the posts name or identify: campaigns, cases, joint operations, "
    "mechanisms, meetings, education and rehabilitation programmes. One real-world operation a "
    "row, however many names it goes by. Not influence operations.",
    ("operation_id",),
    {
        "operation_id": f.key("Operation", "Identifier made of English words.", f.SLUG),
        "name": f.text("Name", "Preferred English name.", unique=True),
        **f.NAME_ZH,
        "operation_type": f.code("Type", "What kind of action it is."),
        "description": f.text("Description", "What the posts say it is, in our words."),
        "period": f.optional_period("Period", "When, as the evidence claim says."),
        "place": f.optional_code("Place", "Where, as the evidence claim says."),
        "evidence_claim_id": f.claim_id(
            "Evidence",
            "The first claim about the operation that has its period and place.",
            fix="no claim 'about {operation_id}' has its period '{period}' and place '{place}': "
            "correct these, or add the claim",
        ),
        "identity_note": f.optional_text(
            "Note on identity", "Why names were merged or kept apart.", any_script=True
        ),
        "identity_source_id": f.optional_source_id(
            "Source on identity",
            "The source that the note on identity rests on, where it rests on one.",
        ),
    },
    (requires("name_zh_source_id", "name_zh", "add name_zh, or remove its source"),),
)
