"""The table coding_agreement."""

from collections.abc import Callable
from decimal import Decimal

from schemas import columns as f
from schemas.model import Cells, Table
from schemas.row_rules import all_or_none, requires, rule

# Shares are given with three decimals.
_ROUNDING = Decimal("0.0006")
_AGAIN = "run python -m scripts.compare again"


def _follows(share: str, *wholes: str) -> Callable[[Cells], bool]:
    """Return what says whether a share is matched_count over the mean of other counts."""

    def holds(row: Cells) -> bool:
        mean = Decimal(sum(int(row[whole]) for whole in wholes)) / len(wholes)
        if not row[share]:
            return True
        return (
            bool(mean)
            and abs(Decimal(row[share]) - Decimal(row["matched_count"]) / mean) <= _ROUNDING
        )

    return holds


CODING_AGREEMENT = Table(
    "coding_agreement",
    "data/evidence",
    "Consistency of two language-model codings",
    "How far two independent codings of 14 posts agree, before anything was settled: the units "
    "that both found, and their codes. Both coders were language models; no human expert has "
    "reviewed them.",
    ("agreement_id",),
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
            required=False,
        ),
        "first_count": f.integer("First", "Units in the first coding."),
        "second_count": f.integer("Second", "Units in the second coding."),
        "matched_count": f.integer("Matched", "Units found in both."),
        "precision": f.decimal(
            "Precision",
            "matched / second; the first coding is the reference.",
            0,
            1,
            required=False,
        ),
        "recall": f.decimal("Recall", "matched / first.", 0, 1, required=False),
        "f1": f.decimal("F1", "Harmonic mean of precision and recall.", 0, 1, required=False),
        "agreement": f.decimal(
            "Agreement", "Share of matched units with the same cell.", 0, 1, required=False
        ),
        "alpha": f.decimal(
            "Alpha",
            "Krippendorff's alpha for nominal codes; empty where only one code occurs.",
            -1,
            1,
            required=False,
        ),
    },
    (
        rule(
            "matched_at_most_both",
            "matched_count is at most first_count and at most second_count",
            lambda row: (
                int(row["matched_count"]) <= min(int(row["first_count"]), int(row["second_count"]))
            ),
            "matched_count",
            _AGAIN,
        ),
        rule(
            "units_have_f1_fields_have_agreement",
            "a row without field has f1, a row with field has agreement",
            lambda row: (
                bool(row["field"]) == (not row["f1"])
                and bool(row["field"]) == bool(row["agreement"])
            ),
            "field",
            _AGAIN,
        ),
        rule(
            "id_of_unit_and_field",
            "agreement_id is unit_type, with field after a stop where there is one",
            lambda row: (
                row["agreement_id"] == ".".join(filter(None, (row["unit_type"], row["field"])))
            ),
            "agreement_id",
            _AGAIN,
        ),
        rule(
            "precision_follows",
            "precision is matched_count / second_count",
            _follows("precision", "second_count"),
            "precision",
            _AGAIN,
        ),
        rule(
            "recall_follows",
            "recall is matched_count / first_count",
            _follows("recall", "first_count"),
            "recall",
            _AGAIN,
        ),
        rule(
            "f1_follows",
            "f1 is matched_count over the mean of first_count and second_count",
            _follows("f1", "first_count", "second_count"),
            "f1",
            _AGAIN,
        ),
        all_or_none("precision", "recall", "f1", fix=_AGAIN),
        requires("alpha", "field", _AGAIN),
    ),
)
