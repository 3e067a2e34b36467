"""The table claim_reviews."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import if_and_only_if

CLAIM_REVIEWS = Table(
    "claim_reviews",
    "data/links",
    "Claim reviews",
    "What all reference checks of a claim and of its figures come to: one row for every claim. It "
    "says what other sources say, never what is true; 'supported_by_claimant_only' means that "
    "no source but the claimant, or who repeats it, was found.",
    ("claim_id",),
    {
        "claim_id": f.claim_id("Claim", "The claim.", unique=True),
        "conclusion": f.code(
            "Conclusion",
            "What the checks come to, by the table in CODEBOOK.md.",
            fix="decide it, with a reason, in curation/registers/claim_reviews.yaml",
        ),
        "justification": f.text(
            "Justification", "The sources it rests on, or why there are none.", any_script=True
        ),
        "not_checkable_reason": f.optional_text(
            "Reason of not checkable", "Why no source could show it."
        ),
        "conclusion_reason": f.optional_text(
            "Reason of the conclusion",
            "What a reader of the checks decided by, where the table leaves the conclusion to one.",
        ),
    },
    (
        if_and_only_if(
            "not_checkable_reason is filled if and only if the conclusion is not_checkable",
            "not_checkable_reason",
            lambda row: row["conclusion"] == "not_checkable",
            "conclude otherwise, or code the claim as forecast, counterfactual or opinion",
        ),
    ),
)
