"""The table figures."""

from schemas import fields as f
from schemas.table import (
    filled_with,
    real_period,
    rule,
    same_post,
    span_rules,
    table,
    together,
    words_with_sentence,
)

FIGURES = table(
    "figures",
    "data",
    "Figures",
    "Every quantity in the claims: what it measures, its value as stated, and what limits it.",
    "figure_id",
    {
        "figure_id": f.key(
            "Figure", "Number of the figure in its post.", rf"{f.POST_ID}\.f[0-9]{{2,3}}"
        ),
        "post_id": f.post_id(),
        "claim_id": f.reference(
            "claims",
            "claim_id",
            "Claim",
            "The claim that states the figure; the figure's quote lies inside the claim's.",
            rf"{f.POST_ID}\.c[0-9]{{2,3}}",
        ),
        "sentence_id": f.sentence_id(),
        **f.span(),
        "indicator_id": f.reference(
            "indicators", "indicator_id", "Indicator", "What the figure measures."
        ),
        "figure_role": f.code("figure_role", "Role", "What the figure says of its indicator."),
        "direction": f.code("direction", "Direction", "Up or down; changes only.", nullable=True),
        "value": f.decimal(
            "Value",
            "The number as the post states it, multiplier applied; of a range the lower end. "
            "Empty where the post gives no number ('several times').",
            nullable=True,
        ),
        "value_high": f.decimal(
            "Upper value", "Upper end of a range; empty otherwise.", nullable=True
        ),
        "qualifier": f.code("qualifier", "Qualifier", "How exactly the post gives the value."),
        "unit": f.reference(
            "units",
            "unit",
            "Unit",
            "Unit of value and value_high.",
            f.WORD_ID,
            nullable=True,
        ),
        "per": f.code("per", "Per", "Unit of time of a rate.", nullable=True),
        "value_base": f.decimal(
            "Value in base unit",
            "value in the base unit of its unit; derived.",
            nullable=True,
        ),
        "value_high_base": f.decimal(
            "Upper value in base unit",
            "value_high in the base unit of its unit; derived.",
            nullable=True,
        ),
        "base": f.text(
            "Base",
            "What a share, change or ratio is of, in the post's words.",
            nullable=True,
            posts_words=True,
        ),
        "base_figure_id": f.reference(
            "figures",
            "figure_id",
            "Base figure",
            "The figure that a share, change or ratio is of, where the post states it.",
            rf"{f.POST_ID}\.f[0-9]{{2,3}}",
            nullable=True,
        ),
        "condition": f.text(
            "Condition",
            "A threshold or age range inside the quantity, in the post's words.",
            nullable=True,
            posts_words=True,
        ),
        "substance": f.reference(
            "entities",
            "entity_id",
            "Substance",
            "The substance counted or weighed.",
            nullable=True,
        ),
        "population": f.text(
            "Population",
            "The post's own category of what is counted, in its words.",
            nullable=True,
            posts_words=True,
        ),
        **f.place("What place the number describes; equal to the claim's or narrower."),
        **f.time("the number holds"),
        "period_start": f.date(
            "First day",
            "First day of period; empty for an open start; derived.",
            nullable=True,
        ),
        "period_end": f.date(
            "Last day",
            "Last day of period; empty for an open end; derived.",
            nullable=True,
        ),
        **f.attribution(),
        "override_reason": f.text(
            "Reason of an override",
            "Why value, qualifier or unit differ from what the quote alone reads as; empty where "
            "they follow from it.",
            nullable=True,
        ),
    },
    [
        *span_rules(),
        same_post("figure_id"),
        same_post("claim_id"),
        same_post("sentence_id"),
        same_post("base_figure_id"),
        same_post("place_sentence_id"),
        same_post("period_sentence_id"),
        same_post("attribution_sentence_id"),
        rule(
            "range_rises",
            "value_high is greater than value",
            lambda df: df["value_high"].isna() | (df["value_high"] > df["value"]).fillna(False),
        ),
        rule(
            "change_has_direction",
            "a change, and only a change, has a direction",
            lambda df: (df["figure_role"] == "change") == df["direction"].notna(),
        ),
        rule(
            "share_within_whole",
            "a share in percent is at most 100",
            lambda df: (
                (df["figure_role"] != "share")
                | (df["unit"] != "percent")
                | (df["value"].fillna(0) <= 100)
            ),
        ),
        rule(
            "order_of_is_no_range",
            "a magnitude word is no range",
            lambda df: (df["qualifier"] != "order_of") | df["value_high"].isna(),
        ),
        rule(
            "base_of_comparisons",
            "a share, change or ratio, and only that, has a base; a withheld text takes it away",
            lambda df: (
                (
                    df["figure_role"].isin(["share", "change", "ratio"])
                    == (df["base"].notna() | df["base_figure_id"].notna())
                )
                | (df["quote"].isna() & df["base"].isna())
            ),
        ),
        together("value", "value_base"),
        together("value_high", "value_high_base"),
        together("place", "place_sentence_id"),
        filled_with("period", "period_sentence_id"),
        words_with_sentence("period_words", "period_sentence_id"),
        words_with_sentence("attribution", "attribution_sentence_id"),
        real_period("period"),
        rule(
            "bounds_need_period",
            "period_start and period_end need a period",
            lambda df: df["period"].notna() | (df["period_start"].isna() & df["period_end"].isna()),
        ),
        rule(
            "bounds_in_order",
            "period_start is not after period_end",
            lambda df: (
                df["period_start"].isna()
                | df["period_end"].isna()
                | (df["period_start"] <= df["period_end"])
            ),
        ),
    ],
)
