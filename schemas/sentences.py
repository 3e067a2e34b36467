"""The table sentences."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import rule, same_post, span_rules

SENTENCES = Table(
    "sentences",
    "data/evidence",
    "Sentences",
    "Every sentence of every post, and why it makes no claim where it makes none.",
    ("sentence_id",),
    {
        "sentence_id": f.key("Sentence", "Number of the sentence in its post.", f.SENTENCE_ID),
        "post_id": f.post_id(),
        "paragraph": f.integer("Paragraph", "Line of the post; 0 is the title."),
        **f.span(),
        "sentence_role": f.code("sentence_role", "Role", "Title, heading or running text."),
        "no_claim_reason": f.code(
            "no_claim_reason",
            "Reason for no claim",
            "Why the sentence makes no claim; empty where it makes one.",
            required=False,
        ),
        "rest_reason": f.code(
            "rest_reason",
            "Reason for the rest",
            "Why the part of the sentence outside its claims makes none; empty where nothing but "
            "connectives is left.",
            required=False,
        ),
    },
    (
        *span_rules(),
        *same_post("sentence_id"),
        rule(
            "one_reason",
            "no_claim_reason and rest_reason are never both filled",
            lambda row: not (row["no_claim_reason"] and row["rest_reason"]),
            "rest_reason",
            "use 'none' where the sentence makes no claim, 'rest' where it makes one",
        ),
        rule(
            "headings_make_no_claim_as_headings",
            "the reason is 'heading' where, and only where, a heading or title makes no claim",
            lambda row: (
                not row["no_claim_reason"]
                or (row["no_claim_reason"] == "heading") == (row["sentence_role"] != "body")
            ),
            "no_claim_reason",
            "write another reason, or correct the line 'role'",
        ),
    ),
)
