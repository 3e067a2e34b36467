"""How the claims of one proposition agree: what can be told from their figures and periods."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scripts.tables.annotated import Cell
from scripts.tables.csv_bytes import to_text

SAME = "same"
DERIVABLE = ("value", "qualifier", "unit", "period")
"""What figures and periods show, in the order in which the first difference gives the code."""

_COLUMNS = {
    "value": ("direction", "value", "value_high"),
    "qualifier": ("qualifier",),
    "unit": ("unit", "per"),
}


class Terms(NamedTuple):
    """The terms of a claim as text; value, qualifier and unit are empty without figures."""

    value: tuple[str, ...]
    qualifier: tuple[str, ...]
    unit: tuple[str, ...]
    period: tuple[str, ...]


class StatedClaim(NamedTuple):
    """A claim of a proposition: its coded agreement and its terms."""

    claim_id: str
    agreement: str
    terms: Terms


def terms_of(claim: Mapping[str, Cell], figures: Iterable[Mapping[str, Cell]]) -> Terms:
    """Return the terms of a claim with its figures; its own period counts where it has none."""
    rows = sorted(
        ({column: to_text(cell) for column, cell in figure.items()} for figure in figures),
        key=lambda row: (row["indicator_id"], row["figure_role"], row["value"]),
    )
    cells = {
        name: tuple(" ".join(row[column] for column in columns).strip() for row in rows)
        for name, columns in _COLUMNS.items()
    }
    periods = {row["period"] for row in rows} or {to_text(claim["period"])}
    return Terms(**cells, period=tuple(sorted(periods)))


def common_terms(claims: Sequence[StatedClaim]) -> Terms:
    """Return the terms that most claims have; of equally frequent ones the archive's first."""
    return Counter(claim.terms for claim in sorted(claims)).most_common(1)[0][0]


def first_difference(terms: Terms, common: Terms) -> str:
    """Return the first of value, qualifier, unit and period that differs, or ''.

    Value, qualifier and unit are compared only where both claims have figures.
    """
    both = bool(terms.value) and bool(common.value)
    for name in DERIVABLE:
        if (both or name == "period") and getattr(terms, name) != getattr(common, name):
            return name
    return ""


def wrong_agreements(claims: Sequence[StatedClaim]) -> list[tuple[str, str]]:
    """Return claim id and reason of every claim whose code its terms do not bear out.

    A claim that differs from the common terms has the first difference as its code; one that does
    not is `same`, or differs in scope or wording, which only a reader can tell.
    """
    common = common_terms(claims)
    wrong = []
    for claim in claims:
        found = first_difference(claim.terms, common)
        if found and claim.agreement != found:
            reason = (
                f"claim_agreement is {claim.agreement}, but the {found} is "
                f"{_words(claim.terms, found)}, not {_words(common, found)}"
            )
            wrong.append((claim.claim_id, reason))
        elif not found and claim.agreement in DERIVABLE:
            reason = f"claim_agreement is {claim.agreement}, but no {claim.agreement} differs"
            wrong.append((claim.claim_id, reason))
    if all(claim.agreement != SAME for claim in claims):
        wrong.append((claims[0].claim_id, "no claim of the proposition is the same as its text"))
    return wrong


def _words(terms: Terms, name: str) -> str:
    return ", ".join(cell or "not given" for cell in getattr(terms, name))
