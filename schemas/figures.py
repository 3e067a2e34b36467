"""The table figures."""

from decimal import Decimal

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import if_and_only_if, rule, words_with_sentence

FIGURES = Table(
    "figures",
    "data",
    "Figures",
    "Every quantity in the claims: what it measures, its value as stated, and what limits it.",
    ("figure_id",),
    {
        "figure_id": f.key("Figure", "Number of the figure in its post.", f.FIGURE_ID),
        "post_id": f.POST,
        "claim_id": f.claim_id(
            "Claim", "The claim that states the figure; the figure's quote lies inside the claim's."
        ),
        "sentence_id": f.OWN_SENTENCE,
        **f.SPAN,
        "indicator_id": f.reference(
            "indicators", "indicator_id", "Indicator", "What the figure measures."
        ),
        "figure_role": f.code("Role", "What the figure says of its indicator."),
        "direction": f.optional_code("Direction", "Up or down; changes only."),
        "value": f.optional_decimal(
            "Value",
            "The number as the post states it, multiplier applied; of a range the lower end. "
            "Empty where the post gives no number ('several times').",
        ),
        "value_high": f.optional_decimal("Upper value", "Upper end of a range; empty otherwise."),
        "qualifier": f.code("Qualifier", "How exactly the post gives the value."),
        "unit": f.optional_reference(
            "units", "unit", "Unit", "Unit of value and value_high.", f.WORD_ID
        ),
        "per": f.optional_code("Per", "Unit of time of a rate."),
        "value_base": f.optional_decimal(
            "Value in base unit", "value in the base unit of its unit; derived."
        ),
        "value_high_base": f.optional_decimal(
            "Upper value in base unit", "value_high in the base unit of its unit; derived."
        ),
        "base": f.posts_words(
            "Base", "What a share, change, ratio or rank is of, in the post's words."
        ),
        "base_figure_id": f.optional_figure_id(
            "Base figure",
            "The figure that a share, change or ratio is of, where the post states it.",
        ),
        "part_of_figure_id": f.optional_figure_id(
            "Part of",
            "The figure of the post of which this one counts a part; the two are not to be added.",
        ),
        "condition": f.posts_words(
            "Condition", "A threshold or age range inside the quantity, in the post's words."
        ),
        "substance": f.optional_reference(
            "entities", "entity_id", "Substance", "The substance counted or weighed."
        ),
        "population": f.posts_words(
            "Population",
            "What limits the count, in the post's words: its own category, or else the operation, "
            "case or region; empty where nothing does.",
        ),
        "population_sentence_id": f.optional_sentence_id(
            "Sentence of the population",
            "The sentence that population stands in: the figure's own or an earlier one.",
        ),
        **f.place("What place the number describes; equal to the claim's or narrower."),
        **f.time("the number holds"),
        "period_start": f.optional_date(
            "First day", "First day of period; empty for an open start; derived."
        ),
        "period_end": f.optional_date(
            "Last day", "Last day of period; empty for an open end; derived."
        ),
        **f.ATTRIBUTION,
        "override_reason": f.optional_text(
            "Reason of an override",
            "Why value, qualifier or unit differ from what the quote alone reads as; empty where "
            "they follow from it.",
        ),
    },
    (
        words_with_sentence("population", "population_sentence_id"),
        rule(
            "value_high is greater than value",
            lambda row: (
                not row["value_high"]
                or bool(row["value"] and Decimal(row["value_high"]) > Decimal(row["value"]))
            ),
            "value_high",
            "quote one number a figure",
        ),
        if_and_only_if(
            "a change, and only a change, has a direction",
            "direction",
            lambda row: row["figure_role"] == "change",
            "write 'change up|down'",
        ),
        rule(
            "a share in percent is at most 100",
            lambda row: (
                row["figure_role"] != "share"
                or row["unit"] != "percent"
                or Decimal(row["value"] or 0) <= 100
            ),
            "value",
            "correct the role, or what is typed",
        ),
        rule(
            "a magnitude word is no range",
            lambda row: row["qualifier"] != "order_of" or not row["value_high"],
            "value_high",
            "remove the upper end, or correct the qualifier",
        ),
        rule(
            "a share, change, ratio or rank, and only that, has a base; a withheld text takes it "
            "away",
            lambda row: (
                (row["figure_role"] in ("share", "change", "ratio", "rank"))
                == bool(row["base"] or row["base_figure_id"])
                or (not row["quote"] and not row["base"])
            ),
            "base",
            "add 'base WORDS' or 'base_figure fNN', or remove them",
        ),
    ),
)
