"""The table reference_checks."""

import pandas as pd

from schemas import fields as f
from schemas.table import real_period, rule, table

_ASPECTS = {
    "value": "the number, in the same unit where the two units convert",
    "qualifier": "what limits the number ('over', 'nearly')",
    "unit": "what is counted or measured",
    "period": "the time that it holds for",
    "scope": "the population, place or subject that it is about",
    "name": "the name given to something",
}
_AGREEMENTS = [f"{aspect}_agreement" for aspect in _ASPECTS]
_TARGETS = ["figure_id", "claim_id", "mention_id"]


def _found(frame: pd.DataFrame) -> pd.Series:
    return frame["verdict"] != "not_found"


REFERENCE_CHECKS = table(
    "reference_checks",
    "data/links",
    "Reference checks",
    "What one published source says of one figure, claim or name of a post, and in which respect "
    "the two agree. 'matches' with the independence 'same_claimant' means that the post repeats "
    "the official figure, not that the figure is true.",
    "check_id",
    {
        "check_id": f.key("Check", "Number of the check.", r"r[0-9]{3}"),
        "figure_id": f.reference(
            "figures",
            "figure_id",
            "Figure",
            "The figure that is checked; exactly one of figure, claim and mention is filled.",
            rf"{f.POST_ID}\.f[0-9]{{2,3}}",
            nullable=True,
        ),
        "claim_id": f.reference(
            "claims",
            "claim_id",
            "Claim",
            "The claim that is checked.",
            rf"{f.POST_ID}\.c[0-9]{{2,3}}",
            nullable=True,
        ),
        "mention_id": f.reference(
            "operation_mentions",
            "mention_id",
            "Mention",
            "The name of an operation that is checked.",
            rf"{f.POST_ID}\.m[0-9]{{2,3}}",
            nullable=True,
        ),
        "source_id": f.reference(
            "published_sources",
            "source_id",
            "Source",
            "The source; empty if and only if none was found.",
            nullable=True,
        ),
        "searched_on": f.date("Searched on", "When no source was found.", nullable=True),
        "value_as_printed": f.text(
            "Value as printed",
            "Number and unit in the source's own notation, nothing longer; of a derived value the "
            "number that it is calculated from. Empty where only the value was noted when it was "
            "read.",
            pattern=r"[^\n]{1,40}",
            nullable=True,
        ),
        "source_value": f.decimal(
            "Value of the source",
            "The source's number, multiplier applied; of a range the lower end.",
            nullable=True,
        ),
        "source_value_high": f.decimal(
            "Upper value of the source", "Upper end of a range; empty otherwise.", nullable=True
        ),
        "source_qualifier": f.code(
            "source_qualifier",
            "Qualifier of the source",
            "How exactly the source gives the value.",
            nullable=True,
        ),
        "source_unit": f.reference(
            "units", "unit", "Unit of the source", "Unit of source_value.", f.WORD_ID, nullable=True
        ),
        "source_population": f.text(
            "Population of the source",
            "What the source counts, in our words; empty where it is plain.",
            nullable=True,
        ),
        "source_period": f.period(
            "Period of the source", "When it holds, as the source says.", nullable=True
        ),
        "count_status": f.code(
            "count_status",
            "Status of the count",
            "Whether the source's count was open to revision; empty where it does not say.",
            nullable=True,
        ),
        "verdict": f.code(
            "verdict",
            "Verdict",
            "How statement and source relate. 'matches' by the same claimant means that the post "
            "repeats the official figure, not that it is true; 'not_found' means only that no "
            "source was found, never that the statement is false.",
        ),
        **{
            f"{aspect}_agreement": f.code(
                f"{aspect}_agreement",
                f"Agreement of the {aspect}",
                f"Whether post and source agree in {meaning}; empty where no source was found.",
                nullable=True,
            )
            for aspect, meaning in _ASPECTS.items()
        },
        "not_compared_reason": f.text(
            "Reason of no comparison",
            "Why value, unit or period were not compared.",
            nullable=True,
        ),
        "verdict_reason": f.text(
            "Reason of the verdict",
            "Why verdict or aspects differ from what follows from the numbers; empty where they "
            "follow.",
            nullable=True,
        ),
        "independence": f.code(
            "independence",
            "Independence",
            "Whether the source counted for itself; empty where no source was found.",
            nullable=True,
        ),
        "derivation": f.text(
            "Derivation",
            "How the source's value was calculated from what the sources print; empty where it is "
            "printed.",
            nullable=True,
        ),
        "confidence": f.code(
            "confidence",
            "Confidence",
            "How sure the verdict is; of a tertiary source medium at most; empty where no source "
            "was found.",
            nullable=True,
        ),
        "note": f.text("Note", "What else a reader should know, in our words.", nullable=True),
    },
    [
        rule(
            "exactly_one_target",
            "exactly one of figure_id, claim_id and mention_id is filled",
            lambda df: df[_TARGETS].notna().sum(axis=1) == 1,
        ),
        rule(
            "source_unless_not_found",
            "source_id is empty if and only if the verdict is not_found",
            lambda df: df["source_id"].notna() == _found(df),
        ),
        rule(
            "searched_on_if_not_found",
            "searched_on is filled if and only if the verdict is not_found",
            lambda df: df["searched_on"].isna() == _found(df),
        ),
        rule(
            "aspects_if_found",
            "all six aspects are filled, or none where the verdict is not_found",
            lambda df: (
                df[_AGREEMENTS].notna().sum(axis=1) == _found(df).astype(int) * len(_AGREEMENTS)
            ),
        ),
        rule(
            "independence_and_confidence_if_found",
            "independence and confidence are filled if and only if there is a source",
            lambda df: (
                (df["independence"].notna() == _found(df))
                & (df["confidence"].notna() == _found(df))
            ),
        ),
        rule(
            "value_is_complete",
            "source_value needs source_qualifier and source_unit",
            lambda df: (
                df["source_value"].isna()
                | df[["source_qualifier", "source_unit"]].notna().all(axis=1)
            ),
        ),
        rule(
            "not_compared_has_reason",
            "value, unit and period are compared, or not_compared_reason says why not",
            lambda df: (
                df["not_compared_reason"].notna()
                | ~(
                    df[["value_agreement", "unit_agreement", "period_agreement"]] == "not_compared"
                ).any(axis=1)
            ),
        ),
        rule(
            "matches_without_difference",
            "a match has no aspect that differs, or verdict_reason says why",
            lambda df: (
                ~df["verdict"].isin(["matches", "matches_derived"])
                | df["verdict_reason"].notna()
                | ~(df[_AGREEMENTS] == "differs").any(axis=1)
            ),
        ),
        rule(
            "derived_has_derivation",
            "matches_derived has a derivation",
            lambda df: (df["verdict"] != "matches_derived") | df["derivation"].notna(),
        ),
        real_period("source_period"),
    ],
)
