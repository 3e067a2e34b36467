"""What recurs: the tables propositions and claim_propositions."""

from collections.abc import Callable, Iterator

from schemas.edtf import contains
from scripts.curation.finding import Finding, unknown
from scripts.curation.links import PROPOSITIONS, Links, Proposition
from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.row import Origin, Row

SAME, NARROWER, WIDER, OTHER, NONE = "same", "narrower", "wider", "other", "none"
_FILE = str(PROPOSITIONS)


def make_propositions(book: Book, links: Links) -> tuple[list[Row], list[Row], list[Finding]]:
    """Return propositions, which claims state them, and what no row shows to be wrong.

    Propositions are in the order of their first claims in the archive, links in that of the claims.
    """
    findings: list[Finding] = []
    rows: list[Row] = []
    stated: list[Row] = []
    places = {claim["claim_id"]: place for place, claim in enumerate(book.rows("claims"))}

    def first_place(one: Proposition) -> tuple[int, str]:
        found = (places.get(claim.claim_id, len(places)) for claim in one.claims)
        return min(found, default=0), one.proposition_id

    for one in sorted(links.propositions, key=first_place):
        name = one.proposition_id
        if not one.claims:
            fix = "add the claims, or remove it"
            findings.append(_finding(one.line, f"{name} has no claims", fix))
        if any(claim.claim_id.partition(".")[0] in book.unread for claim in one.claims):
            book.unread |= {name}
        if name in book.unread or not one.claims:
            continue
        cells = {"proposition_id": name, "text": one.text, "basis_claim_id": one.claims[0].claim_id}
        rows.append(Row(cells, Origin(_FILE, one.line)))
        for claim in one.claims:
            cells = {"claim_id": claim.claim_id, "proposition_id": name, **claim.terms}
            stated.append(Row(cells, Origin(_FILE, claim.line)))
    stated.sort(key=lambda row: (places.get(row["claim_id"], len(places)), row["proposition_id"]))
    return rows, stated, [*findings, *_apart_findings(links, stated, book)]


def _apart_findings(links: Links, stated: list[Row], book: Book) -> Iterator[Finding]:
    """Yield lines 'apart' that are wrong, or whose claims state one proposition after all."""
    of_claim: dict[str, set[str]] = {}
    for row in stated:
        of_claim.setdefault(row["claim_id"], set()).add(row["proposition_id"])
    for line in links.apart:
        if len(set(line.claim_ids)) < max(2, len(line.claim_ids)):
            yield _finding(line.line, "'apart' needs two or more different claims", "add one")
        seen: dict[str, str] = {}
        for claim_id in line.claim_ids:
            if not book.get("claims", claim_id) and claim_id.partition(".")[0] not in book.unread:
                known = book.by_id("claims")
                told = unknown(f"unknown claim {claim_id}", claim_id, known, "the file of its post")
                yield _finding(line.line, *told)
            for name in sorted(of_claim.get(claim_id, ())):
                if name in seen and seen[name] != claim_id:
                    reason = f"{seen[name]} and {claim_id} are apart and both state {name}"
                    yield _finding(line.line, reason, "decide for one of the two")
                seen[name] = claim_id


def _finding(line: int, reason: str, fix: str) -> Finding:
    return Finding(_FILE, line, reason=reason, fix=fix)


def _claims(row: Row, book: Book) -> tuple[Row, Row] | None:
    """Return the basis of the row's proposition and the row's claim."""
    proposition = book.get("propositions", row["proposition_id"])
    basis = book.get("claims", proposition["basis_claim_id"]) if proposition else None
    claim = book.get("claims", row["claim_id"])
    return (basis, claim) if basis and claim else None


def _figures(row: Row, book: Book) -> tuple[Row | None, Row | None]:
    """Return the figure of the basis, and the claim's figure of the same indicator and role."""
    claims = _claims(row, book)
    if claims is None:
        return None, None
    of_basis, of_claim = (book.of("figures", "claim_id", one["claim_id"]) for one in claims)
    for figure in of_basis:
        for other in of_claim:
            if all(figure[name] == other[name] for name in ("indicator_id", "figure_role")):
                return figure, other
    return (of_basis[0] if of_basis else None), None


@derived("claim_propositions", "value")
def value(row: Row, book: Book) -> str | None:
    """Number and qualifier against the basis: a number that only one of the two limits is narrower.

    'none' where the basis has no figure; 'wider' where the claim says it without a number.
    """
    basis, own = _figures(row, book)
    if basis is None or own is None:
        return NONE if basis is None else WIDER
    if any(basis[name] != own[name] for name in ("direction", "value", "value_high", "unit")):
        return OTHER
    if basis["qualifier"] == own["qualifier"]:
        return SAME
    exact = "as_stated"
    if own["qualifier"] == exact:
        return NARROWER
    return WIDER if basis["qualifier"] == exact else OTHER


@derived("claim_propositions", "unit")
def unit(row: Row, book: Book) -> str | None:
    """Unit against the basis; 'none' where one of the two has no figure."""
    basis, own = _figures(row, book)
    if basis is None or own is None:
        return NONE
    return SAME if all(basis[name] == own[name] for name in ("unit", "per")) else OTHER


@derived("claim_propositions", "period")
def period(row: Row, book: Book) -> str | None:
    """Period against the basis: of the compared figures, or else of the claims.

    A claim that names a time where the basis names none is narrower.
    """
    return _contained(_terms(row, book, "period"), contains)


@derived("claim_propositions", "place")
def place(row: Row, book: Book) -> str | None:
    """Place against the basis: of the compared figures, or else of the claims."""

    def holds(outer: str, inner: str) -> bool:
        return outer in book.sources.enclosing(inner)

    return _contained(_terms(row, book, "place"), holds)


def _terms(row: Row, book: Book, column: str) -> tuple[str, str]:
    claims, (basis, own) = _claims(row, book), _figures(row, book)
    if basis and own:
        return basis[column], own[column]
    return (claims[0][column], claims[1][column]) if claims else ("", "")


def _contained(terms: tuple[str, str], holds: Callable[[str, str], bool]) -> str:
    basis, own = terms
    if basis == own:
        return SAME if own else NONE
    if not basis or not own:
        return NARROWER if own else WIDER
    try:
        if holds(basis, own):
            return NARROWER
        return WIDER if holds(own, basis) else OTHER
    except ValueError:
        return OTHER  # a period that does not exist has a finding of its own
