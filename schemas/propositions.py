"""The table propositions."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import rule

PROPOSITIONS = Table(
    "propositions",
    "data/links",
    "Propositions",
    "What the claims assert, once: claims in different posts, or twice in one, that assert the "
    "same thing share a proposition, also where a number, qualifier, unit, period, scope or word "
    "differs; claims.claim_agreement says which.",
    ("proposition_id",),
    {
        "proposition_id": f.key(
            "Proposition",
            "Its name; of a proposition with one claim, the claim's id with '-' for '.'.",
            f.SLUG,
        ),
        "text": f.text(
            "Text",
            "What is asserted, in its most common form; of a proposition with one claim, the "
            "claim's statement.",
        ),
        "text_basis": f.code("text_basis", "Basis of the text", "Where the text comes from."),
        "claim_count": f.integer("Claims", "How many claims assert it; derived.", minimum=1),
        "post_count": f.integer("Posts", "How many posts assert it; derived.", minimum=1),
    },
    (
        rule(
            "text_ends",
            "a curated text ends with a full stop",
            lambda row: row["text_basis"] != "curated" or row["text"].endswith("."),
            "text",
            "end it with '.'",
        ),
        rule(
            "posts_have_claims",
            "post_count is at most claim_count",
            lambda row: int(row["post_count"]) <= int(row["claim_count"]),
            "post_count",
        ),
        rule(
            "shared_text_is_curated",
            "the text is curated where, and only where, several claims assert it",
            lambda row: (row["text_basis"] == "curated") == (int(row["claim_count"]) > 1),
            "text_basis",
            "add the other claims, or remove the group",
        ),
    ),
)
