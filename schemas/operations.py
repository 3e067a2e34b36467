"""The table operations."""

from schemas import fields as f
from schemas.table import filled_with, real_period, rule, table, together

OPERATIONS = table(
    "operations",
    "data",
    "Operations",
    "Organised actions that the posts name or identify: campaigns, cases, joint operations, "
    "mechanisms, meetings, education and rehabilitation programmes. One real-world operation a "
    "row, however many names it goes by. Not influence operations.",
    "operation_id",
    {
        "operation_id": f.key("Operation", "Identifier made of English words.", f.SLUG),
        "name": f.text("Name", "Preferred English name.", unique=True),
        "name_zh": f.text("Chinese name", "Chinese name; the posts hold none.", nullable=True),
        "name_zh_basis": f.code(
            "name_zh_basis",
            "Basis of the Chinese name",
            "Whether a published source gives the Chinese name.",
            nullable=True,
        ),
        "name_zh_source_id": f.reference(
            "published_sources",
            "source_id",
            "Source of the Chinese name",
            "The source that gives it; filled if and only if it is documented.",
            nullable=True,
        ),
        "operation_type": f.code("operation_type", "Type", "What kind of action it is."),
        "description": f.text("Description", "What the posts say it is, in our words."),
        "period": f.period("Period", "When, as the evidence claim says.", nullable=True),
        "place": f.code("place", "Place", "Where, as the evidence claim says.", nullable=True),
        "evidence_claim_id": f.reference(
            "claims",
            "claim_id",
            "Evidence",
            "The first claim about the operation that has its period and place.",
            rf"{f.POST_ID}\.c[0-9]{{2,3}}",
        ),
        "identity_note": f.text(
            "Note on identity", "Why names were merged or kept apart.", nullable=True
        ),
        "identity_source_id": f.reference(
            "published_sources",
            "source_id",
            "Source on identity",
            "The source that the note on identity rests on, where it rests on one.",
            nullable=True,
        ),
    },
    [
        together("name_zh", "name_zh_basis"),
        filled_with("name_zh_source_id", "name_zh"),
        real_period("period"),
        rule(
            "documented_name_has_source",
            "a documented Chinese name, and only that, names its source",
            lambda df: (
                (df["name_zh_basis"] == "documented").fillna(False)
                == df["name_zh_source_id"].notna()
            ),
        ),
    ],
)
