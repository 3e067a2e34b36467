"""The tables coding_agreement and codings."""

from decimal import Decimal
from functools import partial

from schemas import columns as f
from schemas.model import Cells, RowRule, Table
from schemas.row_rules import all_or_none, requires, rule

# Shares are given with three decimals.
_ROUNDING = Decimal("0.0006")
_AGAIN = "run python -m scripts.compare again"
compared = partial(rule, fix=_AGAIN)


def _follows(share: str, by: str, *wholes: str) -> RowRule:
    """Return the rule that a share is matched_count over the mean of other counts."""

    def holds(row: Cells) -> bool:
        mean = Decimal(sum(int(row[whole]) for whole in wholes)) / len(wholes)
        if not row[share] or not mean:
            return not row[share]
        return abs(Decimal(row[share]) - Decimal(row["matched_count"]) / mean) <= _ROUNDING

    reason = f"{share} is matched_count {by}"
    return compared(reason, holds, share)


CODING_AGREEMENT = Table(
    "coding_agreement",
    "data/evidence",
    "Consistency of two language-model codings",
    "How far two independent codings agree, before anything was settled: the units that both "
    "found, and their codes; for all posts, and for those about one country. Both coders were "
    "language models, which agree more than people would; no human expert has reviewed them.",
    ("agreement_id",),
    {
        "agreement_id": f.key(
            "Agreement",
            "Unit type, field and country, as far as there is one.",
            r"[a-z_]+(?:\.[a-z_]+)?(?:\.[A-Z]{2})?",
        ),
        "unit_type": f.code("Unit", "What was compared."),
        "field": f.optional_text(
            "Field",
            "The column whose cells were compared on matched units; empty for the units "
            "themselves.",
            pattern=f.WORD_ID,
        ),
        "about": f.optional_code(
            "About", "The posts about this country alone; empty for all posts.", codelist="place"
        ),
        "first_count": f.integer("First", "Units in the first coding."),
        "second_count": f.integer("Second", "Units in the second coding."),
        "matched_count": f.integer("Matched", "Units found in both."),
        "precision": f.optional_decimal(
            "Precision", "matched / second; the first coding is the reference.", 0, 1
        ),
        "recall": f.optional_decimal("Recall", "matched / first.", 0, 1),
        "f1": f.optional_decimal("F1", "Harmonic mean of precision and recall.", 0, 1),
        "agreement": f.optional_decimal(
            "Agreement", "Share of matched units with the same cell.", 0, 1
        ),
        "alpha": f.optional_decimal(
            "Alpha",
            "Krippendorff's alpha for nominal codes; empty where only one code occurs.",
            -1,
            1,
        ),
        "low": f.optional_decimal(
            "Lower bound",
            "Of the middle 95 % of alpha (of agreement where there is no alpha, of f1 for units) "
            "over resamples of the units.",
            -1,
            1,
        ),
        "high": f.optional_decimal("Upper bound", "As low, above.", -1, 1),
    },
    (
        compared(
            "matched_count is at most first_count and at most second_count",
            lambda row: (
                int(row["matched_count"]) <= min(int(row["first_count"]), int(row["second_count"]))
            ),
            "matched_count",
        ),
        compared(
            "a row without field has f1, a row with field has agreement",
            lambda row: (
                bool(row["field"]) == (not row["f1"])
                and bool(row["field"]) == bool(row["agreement"])
            ),
            "field",
        ),
        compared(
            "agreement_id is unit_type, field and country, joined by stops",
            lambda row: (
                row["agreement_id"]
                == ".".join(filter(None, (row["unit_type"], row["field"], row["about"])))
            ),
            "agreement_id",
        ),
        compared(
            "low is at most high",
            lambda row: (
                not (row["low"] and row["high"]) or Decimal(row["low"]) <= Decimal(row["high"])
            ),
            "high",
        ),
        _follows("precision", "/ second_count", "second_count"),
        _follows("recall", "/ first_count", "first_count"),
        _follows(
            *("f1", "over the mean of first_count and second_count"),
            *("first_count", "second_count"),
        ),
        all_or_none("low", "high", fix=_AGAIN),
        all_or_none("precision", "recall", "f1", fix=_AGAIN),
        requires("alpha", "field", _AGAIN),
    ),
)

CODINGS = Table(
    "codings",
    "data/evidence",
    "Both codings",
    "What two coders gave independently, before anything was settled, so that anyone can compute "
    "a measure of their own: one row a unit and field, with both values. Units are matched where "
    "they share half of their extent, talking points where they are in one sentence; the words "
    "are posts.text[char_start:char_end].",
    ("unit_id", "field"),
    {
        "unit_id": f.text(
            "Unit",
            "Made of the post, the kind of unit, the talking point if it is one, and the span.",
            pattern=rf"{f.POST_ID}\.[a-z_]+(?:\.{f.SLUG})?\.[0-9]+-[0-9]+",
        ),
        "field": f.text("Field", "The column that was coded.", pattern=f.WORD_ID),
        "table": f.text("Table", "The table that has the settled unit.", pattern=f.WORD_ID),
        "row_id": f.optional_text(
            "Row",
            "The settled row of that table that the unit is, matched in the same way; empty where "
            "it was settled otherwise.",
        ),
        "post_id": f.POST,
        "char_start": f.integer("Start", "Start of the unit in the first coding that has it."),
        "char_end": f.integer("End", "End of the unit in the first coding that has it.", minimum=1),
        "second_start": f.optional_integer(
            "Start in the second coding", "Empty where it has no such unit."
        ),
        "second_end": f.optional_integer(
            "End in the second coding", "Empty where it has no such unit.", minimum=1
        ),
        "coded_by": f.code("Coded by", "Which coding has the unit."),
        "first_value": f.optional_text("First", "What the first coder gave; empty for none."),
        "second_value": f.optional_text("Second", "What the second coder gave; empty for none."),
    },
    (
        all_or_none("second_start", "second_end", fix=_AGAIN),
        compared(
            "unit_id begins with post_id and ends with the span",
            lambda row: (
                row["unit_id"].startswith(f"{row['post_id']}.")
                and row["unit_id"].endswith(f".{row['char_start']}-{row['char_end']}")
            ),
            "unit_id",
        ),
        compared(
            "only the second coding has a unit without a first one",
            lambda row: (row["coded_by"] == "first") == (not row["second_start"]),
            "coded_by",
        ),
    ),
)
