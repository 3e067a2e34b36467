"""The table numerals."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import if_and_only_if, rule

NUMERALS = Table(
    "numerals",
    "data/evidence",
    "Numerals",
    "Every numeral of the posts, in digits or words, and what became of it.",
    ("numeral_id",),
    {
        "numeral_id": f.key_of_place("Numeral", "n"),
        **f.QUOTED,
        "numeral_type": f.code("Type", "How the numeral is written; derived."),
        "value": f.optional_decimal(
            "Value", "What it reads as, multiplier applied; empty for labels."
        ),
        "disposition": f.code(
            "Disposition",
            "What became of it.",
            fix="write 'n {quote}=DISPOSITION' under the sentence, or quote it in a figure",
        ),
        "figure_id": f.optional_figure_id(
            "Figure", "The figure that it belongs to; filled if disposition is figure or part."
        ),
    },
    (
        if_and_only_if(
            "figure_id is filled if and only if the disposition is figure or part",
            "figure_id",
            lambda row: row["disposition"] in ("figure", "part"),
        ),
        rule(
            "a label has no value, every other numeral has one",
            lambda row: (row["numeral_type"] == "label") == (not row["value"]),
            "value",
        ),
    ),
)
