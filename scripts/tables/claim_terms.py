"""How the claims of one proposition agree: what their figures and periods show."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scripts.tables.row import Row, position_of

SAME = "same"
DERIVABLE = ("value", "qualifier", "unit", "period")
"""What figures and periods show, in the order in which the first difference gives the code."""

_COLUMNS = {
    "value": ("direction", "value", "value_high"),
    "qualifier": ("qualifier",),
    "unit": ("unit", "per"),
}
Terms = Mapping[str, tuple[str, ...]]


class StatedClaim(NamedTuple):
    """A claim of a proposition: its coded agreement and its terms, a tuple for each DERIVABLE."""

    claim_id: str
    agreement: str
    terms: Terms


def terms_of(claim: Row, figures: Sequence[Row]) -> Terms:
    """Return the terms of a claim with its figures; its own period counts where it has none.

    Value, qualifier and unit are empty without figures.
    """
    rows = sorted(figures, key=lambda row: (row["indicator_id"], row["figure_role"], row["value"]))
    terms = {
        name: tuple(" ".join(row[column] for column in columns).strip() for row in rows)
        for name, columns in _COLUMNS.items()
    }
    periods = {row["period"] for row in rows} or {claim["period"]}
    return terms | {"period": tuple(sorted(periods))}


def common_terms(claims: Sequence[StatedClaim]) -> Terms:
    """Return the terms that most claims have; of equally frequent ones the archive's first."""
    ordered = sorted(claims, key=lambda claim: position_of(claim.claim_id))
    counts = Counter(tuple(claim.terms[name] for name in DERIVABLE) for claim in ordered)
    return dict(zip(DERIVABLE, counts.most_common(1)[0][0], strict=True))


def first_difference(terms: Terms, common: Terms) -> str:
    """Return the first of value, qualifier, unit and period that differs, or ''.

    Value, qualifier and unit are compared only where both claims have figures.
    """
    both = bool(terms["value"]) and bool(common["value"])
    for name in DERIVABLE:
        if (both or name == "period") and terms[name] != common[name]:
            return name
    return ""


def wrong_agreements(claims: Sequence[StatedClaim]) -> list[tuple[str, str]]:
    """Return claim id and reason of every claim whose code its terms do not bear out.

    A claim that differs from the common terms has the first difference as its code; one that does
    not is `same`, or differs in scope or wording, which only a reader can see.
    """
    common = common_terms(claims)
    wrong = []
    for claim in claims:
        found = first_difference(claim.terms, common)
        if found and claim.agreement != found:
            given, usual = (", ".join(one[found]) or "none" for one in (claim.terms, common))
            reason = f"is {claim.agreement}, but the {found} is {given}; most claims have {usual}"
            wrong.append((claim.claim_id, reason))
        elif not found and claim.agreement in DERIVABLE:
            reason = f"is {claim.agreement}, but no {claim.agreement} differs"
            wrong.append((claim.claim_id, reason))
    if all(claim.agreement != SAME for claim in claims):
        reason = "no claim of the proposition is the same as its text"
        wrong.append((claims[0].claim_id, reason))
    return wrong
