"""The table reference_checks."""

from schemas import columns as f
from schemas.model import Cells, Table
from schemas.row_rules import exactly_one, if_and_only_if, rule

ASPECTS = {
    "value": "the number, in the same unit where the two units convert",
    "qualifier": "what limits the number ('over', 'nearly')",
    "unit": "what is counted or measured",
    "period": "the time that it holds for",
    "scope": "the population, place or subject that it is about",
    "name": "the name given to something",
}
AGREEMENTS = tuple(f"{aspect}_agreement" for aspect in ASPECTS)
TARGETS = ("figure_id", "claim_id", "mention_id")


def _found(row: Cells) -> bool:
    return row["verdict"] != "not_found"


REFERENCE_CHECKS = Table(
    "reference_checks",
    "data/links",
    "Reference checks",
    "What one published source says of one figure, claim or name of a post, and in which respect "
    "the two agree. 'matches' with the independence 'same_claimant' means that the post repeats "
    "the official figure, not that the figure is true.",
    ("check_id",),
    {
        "check_id": f.key("Check", "Number of the check.", f.CHECK_ID),
        "figure_id": f.optional_figure_id(
            "Figure",
            "The figure that is checked; exactly one of figure, claim and mention is filled.",
        ),
        "claim_id": f.optional_claim_id("Claim", "The claim that is checked."),
        "mention_id": f.optional_mention_id("Mention", "The name of an operation that is checked."),
        "source_id": f.optional_source_id(
            "Source", "The source; empty if and only if none was found."
        ),
        **f.SEARCH,
        "value_as_printed": f.optional_text(
            "Value as printed",
            "Number and unit in the source's own notation, nothing longer; of a derived value the "
            "number that it is calculated from. Empty where only the value was noted when it was "
            "read.",
            pattern=r"[^\n]{1,40}",
            fix="shorten it to 40 characters",
            any_script=True,
        ),
        "source_value": f.optional_decimal(
            "Value of the source",
            "The source's number, multiplier applied; of a range the lower end.",
        ),
        "source_value_high": f.optional_decimal(
            "Upper value of the source", "Upper end of a range; empty otherwise."
        ),
        "source_qualifier": f.optional_code(
            "Qualifier of the source", "How exactly the source gives the value."
        ),
        "source_unit": f.optional_reference(
            "units", "unit", "Unit of the source", "Unit of source_value.", f.WORD_ID
        ),
        "source_population": f.optional_text(
            "Population of the source",
            "What the source counts, in our words; empty where it is plain.",
            any_script=True,
        ),
        "source_period": f.optional_period(
            "Period of the source", "When it holds, as the source says."
        ),
        "count_status": f.optional_code(
            "Status of the count",
            "Whether the source's count was open to revision; empty where it does not say.",
        ),
        "verdict": f.code(
            "Verdict",
            "How statement and source relate: what follows from the agreement of value, unit, "
            "period and scope, or of the name where only a name was compared; qualifier and name "
            "are shown beside them. 'not_found' means only that no source was found, never that "
            "the statement is false.",
            fix="say of the aspects whether they agree; the verdict follows",
        ),
        **{
            f"{aspect}_agreement": f.optional_code(
                f"Agreement of the {aspect}",
                f"Whether post and source agree in {meaning}; empty where no source was found.",
            )
            for aspect, meaning in ASPECTS.items()
        },
        "not_compared_reason": f.optional_text(
            "Reason of no comparison", "Why value, unit or period were not compared."
        ),
        "agreement_reason": f.optional_text(
            "Reason of the agreement",
            "Why an aspect is not what follows from the numbers; empty where all follow.",
            any_script=True,
        ),
        "independence": f.optional_code(
            "Independence",
            "How near the source stands to the claimant; empty where no source was found.",
        ),
        "derivation": f.optional_text(
            "Derivation",
            "How the source's value was calculated from what the sources print; empty where it is "
            "printed.",
            any_script=True,
        ),
        "confidence": f.optional_code(
            "Confidence",
            "How sure it is that the source speaks of the same thing and says so; of a tertiary "
            "source medium at most; empty where no source was found.",
        ),
        "note": f.optional_text(
            "Note", "What else a reader should know, in our words.", any_script=True
        ),
    },
    (
        exactly_one(*TARGETS),
        if_and_only_if(
            "source_id is empty if and only if the verdict is not_found",
            "source_id",
            _found,
            "name the source",
        ),
        rule(
            "all six aspects are filled, or none where the verdict is not_found",
            lambda row: (
                sum(bool(row[aspect]) for aspect in AGREEMENTS) == _found(row) * len(AGREEMENTS)
            ),
            fix="say of each whether it agrees",
        ),
        rule(
            "independence and confidence are filled if and only if there is a source",
            lambda row: (
                bool(row["independence"]) == _found(row) and bool(row["confidence"]) == _found(row)
            ),
            "confidence",
            "fill it, and independence in sources.yaml; neither where no source was found",
        ),
        rule(
            "source_value needs source_qualifier and source_unit",
            lambda row: (
                not row["source_value"] or bool(row["source_qualifier"] and row["source_unit"])
            ),
            "source_unit",
            "add them",
        ),
        rule(
            "value, unit and period are compared, or not_compared_reason says why not",
            lambda row: (
                bool(row["not_compared_reason"])
                or "not_compared"
                not in (row["value_agreement"], row["unit_agreement"], row["period_agreement"])
            ),
            "not_compared_reason",
            "say why in not_compared_reason",
        ),
        rule(
            "matches_derived has a derivation",
            lambda row: row["verdict"] != "matches_derived" or bool(row["derivation"]),
            "derivation",
            "say in derivation how the value was calculated",
        ),
    ),
)
