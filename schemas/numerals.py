"""The table numerals."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import if_and_only_if, rule, same_post, span_rules

NUMERALS = Table(
    "numerals",
    "data/evidence",
    "Numerals",
    "Every numeral of the posts, in digits or words, and what became of it.",
    ("numeral_id",),
    {
        "numeral_id": f.key_of_place("Numeral", "n"),
        **f.quoted(),
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
        *span_rules(),
        *same_post("numeral_id", "sentence_id", "figure_id"),
        if_and_only_if(
            "figure_of_disposition",
            "figure_id is filled if and only if the disposition is figure or part",
            "figure_id",
            lambda row: row["disposition"] in ("figure", "part"),
        ),
        rule(
            "value_unless_label",
            "a label has no value, every other numeral has one",
            lambda row: (row["numeral_type"] == "label") == (not row["value"]),
            "value",
        ),
    ),
)
