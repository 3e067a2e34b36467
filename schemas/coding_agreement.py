"""The table coding_agreement."""

from schemas import fields as f
from schemas.table import rule, table

CODING_AGREEMENT = table(
    "coding_agreement",
    "data/evidence",
    "Consistency of two language-model codings",
    "How far two independent codings of 14 posts agree, before anything was settled: the units "
    "that both found, and their codes. Both coders were language models; no human expert has "
    "reviewed them.",
    "agreement_id",
    {
        "agreement_id": f.key(
            "Agreement", "Unit type, and field where there is one.", r"[a-z_]+(?:\.[a-z_]+)?"
        ),
        "unit_type": f.code("unit_type", "Unit", "What was compared."),
        "field": f.text(
            "Field",
            "The column whose cells were compared on matched units; empty for the units "
            "themselves.",
            pattern=f.WORD_ID,
            nullable=True,
        ),
        "first_count": f.integer("First", "Units in the first coding."),
        "second_count": f.integer("Second", "Units in the second coding."),
        "matched_count": f.integer("Matched", "Units found in both."),
        "precision": f.decimal(
            "Precision", "matched / second; the first coding is the reference.", 0, 1, nullable=True
        ),
        "recall": f.decimal("Recall", "matched / first.", 0, 1, nullable=True),
        "f1": f.decimal("F1", "Harmonic mean of precision and recall.", 0, 1, nullable=True),
        "agreement": f.decimal(
            "Agreement", "Share of matched units with the same cell.", 0, 1, nullable=True
        ),
        "alpha": f.decimal(
            "Alpha",
            "Krippendorff's alpha for nominal codes; empty where only one code occurs.",
            -1,
            1,
            nullable=True,
        ),
    },
    [
        rule(
            "matched_at_most_both",
            "matched_count is at most first_count and at most second_count",
            lambda df: (
                (df["matched_count"] <= df["first_count"])
                & (df["matched_count"] <= df["second_count"])
            ),
        ),
        rule(
            "units_have_f1_fields_have_agreement",
            "a row without field has f1, a row with field has agreement",
            lambda df: (
                (df["field"].isna() == df["f1"].notna())
                & (df["field"].notna() == df["agreement"].notna())
            ),
        ),
    ],
)
