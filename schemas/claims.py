"""The table claims."""

from schemas import fields as f
from schemas.table import (
    filled_with,
    real_period,
    rule,
    same_post,
    span_rules,
    table,
    together,
    words_with_sentence,
)

CLAIMS = table(
    "claims",
    "data",
    "Claims",
    "What the posts assert: every checkable assertion, with its words and codes. A claim is what "
    "a post says, not what is so.",
    "claim_id",
    {
        "claim_id": f.key(
            "Claim", "Number of the claim in its post.", rf"{f.POST_ID}\.c[0-9]{{2,3}}"
        ),
        "post_id": f.post_id(),
        "sentence_id": f.sentence_id(),
        **f.span(),
        "statement": f.text(
            "Statement",
            "What the post asserts, in one neutral sentence of ours that can be read alone; "
            "nothing is added to the post.",
        ),
        "reading": f.code("reading", "Reading", "Whether a garbled passage had to be repaired."),
        "proposition_id": f.reference(
            "propositions",
            "proposition_id",
            "Proposition",
            "What the claim asserts; claims that assert the same thing share it.",
        ),
        "claim_agreement": f.code(
            "claim_agreement",
            "Agreement",
            "How the claim compares with the most common form of its proposition; empty where no "
            "other claim asserts it.",
            nullable=True,
        ),
        "claim_type": f.code("claim_type", "Type", "What kind of assertion it is."),
        "mode": f.code("mode", "Mode", "How the post puts it forward."),
        "theme": f.code("theme", "Theme", "What it is mainly about."),
        "narrative": f.code("narrative", "Narrative", "Which talking point its words serve."),
        "target": f.code("target", "Target", "The actor judged or described."),
        "stance": f.code("stance", "Stance", "What the claim's own words say of the target."),
        **f.attribution(),
        **f.time("it holds or happened"),
        **f.place("What place the claim describes; empty where it names none."),
    },
    [
        *span_rules(),
        same_post("claim_id"),
        same_post("sentence_id"),
        same_post("attribution_sentence_id"),
        same_post("period_sentence_id"),
        same_post("place_sentence_id"),
        together("place", "place_sentence_id"),
        filled_with("period", "period_sentence_id"),
        words_with_sentence("period_words", "period_sentence_id"),
        words_with_sentence("attribution", "attribution_sentence_id"),
        real_period("period"),
        rule(
            "reported_names_source",
            "a reported claim names its source",
            lambda df: (df["mode"] != "reported") | df["attribution_sentence_id"].notna(),
        ),
        rule(
            "statement_ends",
            "a statement ends with a full stop",
            lambda df: df["statement"].str.endswith("."),
        ),
        rule(
            "statement_begins",
            "a statement begins with a capital or a digit, and does not speak of the post",
            lambda df: (
                df["statement"].str.match(r"[A-Z0-9]")
                & ~df["statement"].str.contains(r"\bthe posts?\b", case=False)
            ),
        ),
    ],
)
