"""The table sentences."""

from schemas import fields as f
from schemas.table import rule, same_post, span_rules, table

SENTENCES = table(
    "sentences",
    "data/evidence",
    "Sentences",
    "Every sentence of every post, and why it makes no claim where it makes none.",
    "sentence_id",
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
            nullable=True,
        ),
        "rest_reason": f.code(
            "rest_reason",
            "Reason for the rest",
            "Why the part of the sentence outside its claims makes none; empty where nothing but "
            "connectives is left.",
            nullable=True,
        ),
    },
    [
        *span_rules(),
        same_post("sentence_id"),
        rule(
            "one_reason",
            "no_claim_reason and rest_reason are never both filled",
            lambda df: df["no_claim_reason"].isna() | df["rest_reason"].isna(),
        ),
        rule(
            "headings_make_no_claim_as_headings",
            "the reason is 'heading' where, and only where, a heading or title makes no claim",
            lambda df: (
                df["no_claim_reason"].isna()
                | ((df["no_claim_reason"] == "heading") == (df["sentence_role"] != "body"))
            ),
        ),
    ],
)
