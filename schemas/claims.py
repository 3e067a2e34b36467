"""The table claims."""

import re

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import full_stop, rule

CLAIMS = Table(
    "claims",
    "data",
    "Claims",
    "What the posts assert: every checkable assertion, with its words and codes. A claim is what "
    "a post says, not what is so.",
    ("claim_id",),
    {
        "claim_id": f.key("Claim", "Number of the claim in its post.", f.CLAIM_ID),
        **f.QUOTED,
        "statement": f.text(
            "Statement",
            "What the post asserts, in one neutral sentence of ours that can be read alone; "
            "nothing is added to the post.",
        ),
        "reading": f.code("Reading", "Whether a garbled passage had to be repaired."),
        "claim_type": f.code("Type", "What kind of assertion it is."),
        "mode": f.code("Mode", "How the post puts it forward."),
        "theme": f.code("Theme", "What it is mainly about."),
        **f.target("Kind of actor whose conduct or state the claim describes."),
        "stance": f.code(
            "Stance",
            "What the claim's own words of praise and blame say of its target: the polarity of "
            "the evaluations that overlap its quote and have exactly its target and country, in "
            "the post's own or an ironic voice; derived. A bare accusation without a listed word "
            "is neutral.",
        ),
        "stance_override_reason": f.optional_text(
            "Reason of another stance",
            "Why the stance is not the one that follows from the evaluations; empty where it is.",
        ),
        "presupposed": f.code(
            "Presupposed",
            "Whether the post takes the claim for granted in a phrase without a verb, and does "
            "not assert it.",
        ),
        "part_of_claim_id": f.optional_claim_id(
            "Part of claim",
            "The shortest other claim whose quote holds this one's quote; derived. Count the "
            "claims without it to count assertions once.",
        ),
        **f.ATTRIBUTION,
        **f.time("it holds or happened"),
        **f.place("What place the claim describes; empty where it names none."),
    },
    (
        rule(
            "a reported claim names its source",
            lambda row: row["mode"] != "reported" or bool(row["attribution_sentence_id"]),
            "attribution",
            "add 'by WORDS'",
        ),
        full_stop("statement"),
        rule(
            "a statement begins with a capital or a digit, and does not speak of the post",
            lambda row: bool(
                re.match(r"[A-Z0-9]", row["statement"])
                and not re.search(r"\bthe posts?\b", row["statement"], re.IGNORECASE)
            ),
            "statement",
            "write what is asserted, from a capital or a digit",
        ),
    ),
)
