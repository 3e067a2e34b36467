"""The tables consistency_checks and consistency_items."""

from schemas import fields as f
from schemas.table import rule, same_post, span_rules, table

CONSISTENCY_CHECKS = table(
    "consistency_checks",
    "data/links",
    "Consistency checks",
    "What the posts' statements say of one another: numbers that agree or contradict, sums and "
    "shares computed again, wording that must be a slip, units, dates and names that cannot be "
    "meant. Our findings about the text, not about the world.",
    "check_id",
    {
        "check_id": f.key("Check", "Identifier made of words.", f.SLUG),
        "check_type": f.code("check_type", "Type", "What kind of question was asked."),
        "outcome": f.code("outcome", "Outcome", "Whether the statements hold together."),
        "found_by": f.code(
            "found_by",
            "Found by",
            "Whether the check is found anew at each build, or was written down by a coder.",
        ),
        "finding": f.text("Finding", "What was found, in our words."),
        "formula": f.text(
            "Formula",
            "How the outcome is computed from figures (scripts/consistency/formulas.py).",
            nullable=True,
        ),
        "computation": f.text(
            "Computation", "The numbers as they were compared or computed.", nullable=True
        ),
        "basis": f.code("basis", "Basis", "What the finding rests on."),
        "reference_check_id": f.reference(
            "reference_checks",
            "check_id",
            "Reference check",
            "The comparison with a published source that the finding rests on, where it does.",
            r"r[0-9]{3}",
            nullable=True,
        ),
        "confidence": f.code("confidence", "Confidence", "How sure the finding is."),
    },
    [
        rule(
            "source_names_reference_check",
            "a finding that rests on a published source, and only that, names its reference check",
            lambda df: (df["basis"] == "published_source") == df["reference_check_id"].notna(),
        ),
        rule(
            "computation_has_formula",
            "what a coder has found holds a formula and its computation, or neither",
            lambda df: (
                (df["found_by"] == "machine") | (df["formula"].notna() == df["computation"].notna())
            ),
        ),
    ],
)

CONSISTENCY_ITEMS = table(
    "consistency_items",
    "data/links",
    "Items of consistency checks",
    "The figures, claims, mentions or sentences that a consistency check is about; exactly one of "
    "the four ids is filled.",
    ("check_id", "item_number"),
    {
        "check_id": f.reference("consistency_checks", "check_id", "Check", "The check."),
        "item_number": f.integer("Number", "Number of the item in its check.", 1),
        "item_role": f.code("item_role", "Role", "What the item is in the check."),
        "figure_id": f.reference(
            "figures",
            "figure_id",
            "Figure",
            "The item, where it is a figure.",
            rf"{f.POST_ID}\.f[0-9]{{2,3}}",
            nullable=True,
        ),
        "claim_id": f.reference(
            "claims",
            "claim_id",
            "Claim",
            "The item, where it is a claim.",
            rf"{f.POST_ID}\.c[0-9]{{2,3}}",
            nullable=True,
        ),
        "mention_id": f.reference(
            "operation_mentions",
            "mention_id",
            "Mention",
            "The item, where it is an operation mention.",
            rf"{f.POST_ID}\.m[0-9]{{2,3}}",
            nullable=True,
        ),
        "sentence_id": f.sentence_id(
            "Sentence", "The item, where it is a sentence.", nullable=True
        ),
        "post_id": f.post_id(),
        **f.span(),
    },
    [
        *span_rules(),
        same_post("figure_id"),
        same_post("claim_id"),
        same_post("mention_id"),
        same_post("sentence_id"),
        rule(
            "exactly_one_item",
            "exactly one of figure_id, claim_id, mention_id, sentence_id is filled",
            lambda df: (
                df[["figure_id", "claim_id", "mention_id", "sentence_id"]].notna().sum(axis=1) == 1
            ),
        ),
    ],
)
