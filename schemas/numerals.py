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
        "numeral_id": f.key(
            "Numeral", "Made of the post and char_start.", rf"{f.POST_ID}\.n[0-9]{{1,5}}"
        ),
        "post_id": f.post_id(),
        "sentence_id": f.own_sentence_id(),
        **f.span(),
        "numeral_type": f.code("numeral_type", "Type", "How the numeral is written; derived."),
        "value": f.decimal(
            "Value", "What it reads as, multiplier applied; empty for labels.", required=False
        ),
        "disposition": f.code(
            "disposition",
            "Disposition",
            "What became of it.",
            fix="write 'n {quote}=DISPOSITION' under the sentence, or quote it in a figure",
        ),
        "figure_id": f.figure_id(
            "Figure",
            "The figure that it belongs to; filled if disposition is figure or part.",
            required=False,
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
