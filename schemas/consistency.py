"""The tables consistency_checks and consistency_items."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import exactly_one, if_and_only_if, rule

ITEMS = ("figure_id", "claim_id", "mention_id", "sentence_id")
"""What an item can be, by the column that names it; ids of two tables are never the same."""

CONSISTENCY_CHECKS = Table(
    "consistency_checks",
    "data/links",
    "Consistency checks",
    "What the posts' statements say of one another: numbers that agree or contradict, sums and "
    "shares computed again, wording that must be a slip, units, dates and names that cannot be "
    "meant. Our findings about the text, not about the world.",
    ("check_id",),
    {
        "check_id": f.key("Check", "Identifier made of words.", f.SLUG),
        "check_type": f.code("Type", "What kind of question was asked."),
        "outcome": f.code(
            "Outcome",
            "Whether the statements hold together.",
            fix="write holds, fails or unclear, or a formula",
        ),
        "found_by": f.code(
            "Found by",
            "Whether the check is found anew at each build, or was written down by a coder.",
        ),
        "finding": f.text("Finding", "What was found, in our words.", any_script=True),
        "formula": f.optional_text(
            "Formula", "How the outcome is computed from figures (scripts/tables/formulas.py)."
        ),
        "computation": f.optional_text(
            "Computation", "The numbers as they were compared or computed."
        ),
        "basis": f.code("Basis", "What the finding rests on."),
        "reference_check_id": f.optional_reference(
            "reference_checks",
            "check_id",
            "Reference check",
            "The comparison with a published source that the finding rests on, where it does.",
            f.CHECK_ID,
        ),
        "confidence": f.code("Confidence", "How sure the finding is."),
    },
    (
        if_and_only_if(
            "a finding that rests on a published source, and only that, names its reference check",
            "reference_check_id",
            lambda row: row["basis"] == "published_source",
            "give both basis: published_source and reference_check, or neither",
        ),
        rule(
            "what a coder has found holds a formula and its computation, or neither",
            lambda row: (
                row["found_by"] == "machine" or bool(row["formula"]) == bool(row["computation"])
            ),
            "computation",
        ),
    ),
)

CONSISTENCY_ITEMS = Table(
    "consistency_items",
    "data/links",
    "Items of consistency checks",
    "The figures, claims, mentions or sentences that a consistency check is about; exactly one of "
    "the four ids is filled.",
    ("check_id", "item_number"),
    {
        "check_id": f.reference("consistency_checks", "check_id", "Check", "The check."),
        "item_number": f.integer("Number", "Number of the item in its check.", minimum=1),
        "item_role": f.code("Role", "What the item is in the check."),
        "figure_id": f.optional_figure_id("Figure", "The item, where it is a figure."),
        "claim_id": f.optional_claim_id("Claim", "The item, where it is a claim."),
        "mention_id": f.optional_mention_id(
            "Mention", "The item, where it is an operation mention."
        ),
        "sentence_id": f.optional_sentence_id("Sentence", "The item, where it is a sentence."),
        "post_id": f.POST,
        **f.SPAN,
    },
    (exactly_one(*ITEMS),),
)
