"""The flat tables: a claim or a figure a row, with what other tables say of it.

They are views of the SQLite file (scripts/package/views.sql) and CSV files of a release, for people
who do not join; several values in a cell are joined by ' | '. They are no part of the descriptor.
"""

from schemas import columns as f
from schemas.claims import CLAIMS
from schemas.figures import FIGURES
from schemas.model import Column, Table

_SEVERAL = "several are joined by ' | '."


def _label(title: str, of: str) -> Column:
    return f.optional_text(title, f"The code in {of} in words.")


_POST_TITLE = f.text("Title of the post", "The title of the post.", words=True)
_CONCLUSION = {
    "conclusion": f.code(
        "Conclusion", "What the reference checks of the claim come to.", codelist="conclusion"
    ),
    "conclusion_label": _label("Conclusion in words", "conclusion"),
}
ADDED = {
    "claims": {
        "post_title": _POST_TITLE,
        "claim_type_label": _label("Type in words", "claim_type"),
        "theme_label": _label("Theme in words", "theme"),
        "target_label": _label("Target in words", "target"),
        "stance_label": _label("Stance in words", "stance"),
        "talking_points": f.optional_text(
            "Talking points", f"The messages that words of the claim's quote carry; {_SEVERAL}"
        ),
        "propositions": f.optional_text(
            "Propositions", f"The statements that this claim and others make; {_SEVERAL}"
        ),
        "operations": f.optional_text(
            "Operations", f"The operations that the claim is about; {_SEVERAL}"
        ),
        **_CONCLUSION,
        "justification": f.text(
            "Justification", "The sources of the conclusion, or why there are none."
        ),
    },
    "figures": {
        "post_title": _POST_TITLE,
        "statement": f.text("Statement", "What the claim of the figure asserts."),
        "indicator_label": _label("Indicator in words", "indicator_id"),
        "unit_label": _label("Unit in words", "unit"),
        "base_unit": f.optional_text("Base unit", "The unit of value_base and value_high_base."),
        "place_label": _label("Place in words", "place"),
        "source_values": f.optional_text(
            "What sources say",
            "Publisher, day, value as printed, verdict and independence of each source that the "
            f"figure was compared with; {_SEVERAL}",
            any_script=True,
        ),
        "failing_checks": f.optional_text(
            "Failing checks", f"What contradicts the figure or cannot be meant; {_SEVERAL}"
        ),
        **_CONCLUSION,
    },
}
"""The columns that a flat table has after those of its table."""

FLAT = {
    f"{table.name}_flat": Table(
        f"{table.name}_flat",
        "extras",
        f"{table.title}, flat",
        f"Every row of {table.name} with what other tables say of it, for people who do not join.",
        table.key,
        {**table.columns, **ADDED[table.name]},
    )
    for table in (CLAIMS, FIGURES)
}
"""The flat tables by name."""
