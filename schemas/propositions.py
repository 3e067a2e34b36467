"""The tables propositions and claim_propositions."""

from functools import partial

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import full_stop, rule

COMPARED = ("actor", "items", "purpose", "value", "unit", "period", "place")
"""What a claim is compared in; a coder reads the first three, the others follow from figures."""

PROPOSITIONS = Table(
    "propositions",
    "data/links",
    "Propositions",
    "What two claims or more state, in different posts or twice in one, also where an actor, a "
    "list, a purpose, a number, a period or a place differs; claim_propositions says which claims "
    "and in what they differ. A claim that nothing repeats has no proposition.",
    ("proposition_id",),
    {
        "proposition_id": f.key("Proposition", "Its name.", f.SLUG),
        "text": f.text("Text", "What is stated; fixed when it was written."),
        "basis_claim_id": f.claim_id(
            "Basis",
            "The claim whose figure, period and place those of the other claims are compared with.",
        ),
    },
    (full_stop("text"),),
)


_compared = partial(f.code, codelist="compared")


CLAIM_PROPOSITIONS = Table(
    "claim_propositions",
    "data/links",
    "Claims and their propositions",
    "Which claims state a proposition, and in what each differs: actor, items and purpose from its "
    "text, as read by a coder; value, unit, period and place from the basis claim, derived.",
    ("claim_id", "proposition_id"),
    {
        "claim_id": f.claim_id("Claim", "The claim."),
        "proposition_id": f.reference(
            "propositions", "proposition_id", "Proposition", "What it states, wholly or as a part."
        ),
        "actor": _compared("Actor", "Whether it is said of the same actor."),
        "items": _compared("Items", "Whether the same things are said or listed."),
        "purpose": _compared("Purpose", "Whether it is said with the same purpose, or as one."),
        "value": _compared(
            "Value", "Whether the number and its qualifier are those of the basis claim's figure."
        ),
        "unit": _compared("Unit", "Whether the number has the same unit."),
        "period": _compared("Period", "Whether it is said of the same time."),
        "place": _compared("Place", "Whether it is said of the same place."),
    },
    (
        rule(
            "actor, items and purpose are the same, narrower, wider or other",
            lambda row: "none" not in (row["actor"], row["items"], row["purpose"]),
            "actor",
            "write narrower, wider or other, or leave it out for same",
        ),
    ),
)
