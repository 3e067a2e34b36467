"""The table claim_reviews: what all reference checks of a claim come to."""

from collections.abc import Sequence

from schemas.columns import NOT_SHOWN
from schemas.tables import TABLES
from scripts.curation.finding import Finding, unknown
from scripts.curation.registers import Registers, file_of
from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.reference_checks import DECIDING, NOT_FOUND
from scripts.tables.row import Origin, Row

SUPPORTED, BY_CLAIMANT = "supported", "supported_by_claimant_only"
PARTLY, DIFFERS, NOT_CHECKABLE, NOT_TRIED = "partly", "differs", "not_checkable", "not_tried"
READER = None
"""Stands where a reader of the checks must decide."""
_AGREES = frozenset({"matches", "matches_derived"})
_CLAIMANT = frozenset({"same_claimant", "repeats"})
_PASSED_OVER = frozenset({"provisional", "predicted"})
NO_SOURCE_COULD_SHOW_IT = {
    "forecast": "It is said of the future, or of what may happen.",
    "counterfactual": "It is said of what would be so if something else were not as it is.",
    "opinion": "It is about what somebody thinks, feels or aims at.",
}
"""Why nothing was compared, by mode or type of the claim."""


def make_claim_reviews(registers: Registers, book: Book) -> tuple[list[Row], list[Finding]]:
    """Return one row for every claim, and what the register concludes without need or claim.

    Only conclusions that a reader of the checks must draw stand in the register claim_reviews.
    """
    rows = []
    for claim in book.rows("claims"):
        entry = registers.claim_reviews.get(claim["claim_id"])
        cells = dict.fromkeys(TABLES["claim_reviews"].columns, "")
        cells["claim_id"], origin = claim["claim_id"], claim.origin
        if entry:
            cells["conclusion"] = entry.text("conclusion")
            cells["conclusion_reason"] = entry.text("reason")
            lines = {name: Origin(file_of("claim_reviews"), n) for name, n in entry.lines.items()}
            lines |= {"conclusion_reason": lines["reason"]} if "reason" in lines else {}
            origin = Origin(file_of("claim_reviews"), entry.line, lines)
        rows.append(Row(cells, origin))
    findings = []
    for name, entry in registers.claim_reviews.items():
        if not book.get("claims", name) and name.partition(".")[0] not in book.unread:
            known = book.by_id("claims")
            told = unknown(f"unknown claim {name}", name, known, "the file of its post")
            findings.append(Finding(file_of("claim_reviews"), entry.line, "", "", "", *told))
    return rows, findings


@derived("claim_reviews", "conclusion", "conclusion_reason")
def conclusion(row: Row, book: Book) -> str | None:
    """What the checks come to by the table, nothing where a reader must decide."""
    claim = book.get("claims", row["claim_id"])
    if claim is None:
        return None
    found = _checks_by_statement(claim, book)
    if not found:
        return NOT_CHECKABLE if _why_not_checkable(claim) else NOT_TRIED
    return _conclude_all({conclude(checks) for checks in found}) or ""


def conclude(checks: Sequence[Row]) -> str | None:
    """Return what the checks of one statement come to, None where a reader must decide.

    Provisional and predicted counts are passed over where there is another. A source that covers
    a part speaks neither for nor against another that covers the whole.
    """
    firm = [check for check in checks if check["verdict"] != NOT_FOUND]
    firm = [check for check in firm if check["count_status"] not in _PASSED_OVER] or firm
    verdicts = {check["verdict"] for check in firm}
    if not verdicts:
        return NOT_FOUND
    if DIFFERS in verdicts:
        return DIFFERS if verdicts == {DIFFERS} else READER
    agreeing = {check["independence"] for check in firm if check["verdict"] in _AGREES}
    if not agreeing:
        return PARTLY
    return SUPPORTED if "independent" in agreeing or not agreeing & _CLAIMANT else BY_CLAIMANT


def _conclude_all(conclusions: set[str | None]) -> str | None:
    """Return what the conclusions on a claim and its figures come to together."""
    if len(conclusions) == 1:
        return next(iter(conclusions))
    if conclusions == {SUPPORTED, BY_CLAIMANT}:
        return BY_CLAIMANT
    if READER in conclusions or (DIFFERS in conclusions and conclusions != {DIFFERS, NOT_FOUND}):
        return READER
    return DIFFERS if DIFFERS in conclusions else PARTLY


@derived("claim_reviews", "not_checkable_reason")
def not_checkable_reason(row: Row, book: Book) -> str:
    """Why no source could show it: what the claim's mode or type says."""
    claim = book.get("claims", row["claim_id"])
    return _why_not_checkable(claim) if claim and row["conclusion"] == NOT_CHECKABLE else ""


@derived("claim_reviews", "justification")
def justification(row: Row, book: Book) -> str | None:
    """The sources, those that agree first, with dates and how near they are to the claimant."""
    claim = book.get("claims", row["claim_id"])
    if claim is None:
        return None
    checks = [check for found in _checks_by_statement(claim, book) for check in found]
    if not checks:
        return not_checkable_reason(row, book) or "No source was looked for."
    said: dict[str, dict[str, None]] = {"The same": {}, "A part of it": {}}
    for check in checks:
        source = book.get("published_sources", check["source_id"])
        if source:
            names = said.setdefault(_what_it_says(check), {})
            names[_cite(source, check["independence"])] = None
    sentences = [f"{what} in {'; '.join(names)}." for what, names in said.items() if names]
    return " ".join(sentences) or "No source was found where it was looked for."


def _checks_by_statement(claim: Row, book: Book) -> list[list[Row]]:
    """Return the checks of the claim's own words and of each of its figures."""
    own = book.of("reference_checks", "claim_id", claim["claim_id"])
    figures = book.of("figures", "claim_id", claim["claim_id"])
    of_figures = (book.of("reference_checks", "figure_id", one["figure_id"]) for one in figures)
    return [checks for checks in (own, *of_figures) if checks]


def _why_not_checkable(claim: Row) -> str:
    of_type = NO_SOURCE_COULD_SHOW_IT.get(claim["claim_type"], "")
    return NO_SOURCE_COULD_SHOW_IT.get(claim["mode"], of_type)


def _what_it_says(check: Row) -> str:
    if check["verdict"] == DIFFERS:
        differing = (name for name in DECIDING if check[name] == DIFFERS)
        return f"Another {' and '.join(name.removesuffix('_agreement') for name in differing)}"
    return "A part of it" if check["verdict"] == PARTLY else "The same"


def _cite(source: Row, independence: str) -> str:
    named = source["publisher"] if source["publisher"] != NOT_SHOWN else source["title_en"]
    day = "" if source["published"] == NOT_SHOWN else f"{source['published']}, "
    return f"{named} ({day}{independence.replace('_', ' ')})"
