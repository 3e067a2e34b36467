"""The table numerals."""

from schemas import fields as f
from schemas.table import rule, same_post, span_rules, table

NUMERALS = table(
    "numerals",
    "data/evidence",
    "Numerals",
    "Every numeral of the posts, in digits or words, and what became of it.",
    "numeral_id",
    {
        "numeral_id": f.key(
            "Numeral", "Made of the post and char_start.", rf"{f.POST_ID}\.n[0-9]{{1,5}}"
        ),
        "post_id": f.post_id(),
        "sentence_id": f.sentence_id(),
        **f.span(),
        "numeral_type": f.code("numeral_type", "Type", "How the numeral is written; derived."),
        "value": f.decimal(
            "Value",
            "What it reads as, multiplier applied; empty for labels.",
            nullable=True,
        ),
        "disposition": f.code("disposition", "Disposition", "What became of it."),
        "figure_id": f.reference(
            "figures",
            "figure_id",
            "Figure",
            "The figure that it belongs to; filled if disposition is figure or part.",
            rf"{f.POST_ID}\.f[0-9]{{2,3}}",
            nullable=True,
        ),
    },
    [
        *span_rules(),
        same_post("numeral_id"),
        same_post("sentence_id"),
        same_post("figure_id"),
        rule(
            "figure_of_disposition",
            "figure_id is filled if and only if the disposition is figure or part",
            lambda df: df["disposition"].isin(["figure", "part"]) == df["figure_id"].notna(),
        ),
        rule(
            "value_unless_label",
            "a label has no value, every other numeral has one",
            lambda df: (df["numeral_type"] == "label") == df["value"].isna(),
        ),
    ],
)
