"""The table coding_agreement."""

from collections.abc import Callable

import pandas as pd

from schemas import fields as f
from schemas.table import filled_with, rule, table, together

# Shares are given with three decimals.
_ROUNDING = 0.0006


def _follows(share: str, *wholes: str) -> Callable[[pd.DataFrame], pd.Series]:
    """Return what tells whether a share is matched_count over the mean of other counts."""

    def holds(frame: pd.DataFrame) -> pd.Series:
        mean = frame[list(wholes)].astype("Float64").mean(axis=1)
        difference = (frame[share] - frame["matched_count"] / mean).abs()
        return frame[share].isna() | (difference <= _ROUNDING).fillna(False)

    return holds


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
        rule(
            "id_of_unit_and_field",
            "agreement_id is unit_type, with field after a stop where there is one",
            lambda df: df["agreement_id"] == df["unit_type"] + ("." + df["field"]).fillna(""),
        ),
        rule(
            "precision_follows",
            "precision is matched_count / second_count",
            _follows("precision", "second_count"),
        ),
        rule(
            "recall_follows",
            "recall is matched_count / first_count",
            _follows("recall", "first_count"),
        ),
        rule(
            "f1_follows",
            "f1 is matched_count over the mean of first_count and second_count",
            _follows("f1", "first_count", "second_count"),
        ),
        together("precision", "recall", "f1"),
        filled_with("alpha", "field"),
    ],
)
