"""What recurs: the table propositions, the columns of claims that point at it, and parallels."""

import re
from collections.abc import Iterator

from scripts.curation.finding import Finding
from scripts.curation.links import APART, PARALLELS, PROPOSITIONS, Links
from scripts.reading.numbers import to_text
from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.row import Origin, Row, position_of

_FILE = str(PROPOSITIONS)


def own_proposition(claim_id: str) -> str:
    """Return the id of the proposition of a claim that nobody grouped: p03-c07 of p03.c07."""
    return claim_id.replace(".", "-")


def link_claims(book: Book, links: Links) -> list[Finding]:
    """Write proposition and agreement into the claims; returns groups that cannot be.

    A claim outside all groups has a proposition of its own and no agreement.
    """
    findings: list[Finding] = []
    places: dict[str, tuple[str, str, int]] = {}
    names: dict[str, int] = {}
    for group in links.groups:
        name = group.proposition_id
        if name in names or book.get("claims", name.replace("-", ".", 1)):
            other = f"also in line {names[name]}" if name in names else "a claim's own proposition"
            findings.append(_finding(group.line, f"duplicate id {name}, {other}", "rename it"))
        names[name] = group.line
        if not group.claims:
            fix = "add the claims, or remove the group"
            findings.append(_finding(group.line, f"{name} has no claims", fix))
        for claim in group.claims:
            if claim.claim_id in places:
                reason = f"{claim.claim_id} is already in {places[claim.claim_id][0]}"
                findings.append(_finding(claim.line, reason, "a claim has one proposition"))
            places[claim.claim_id] = (name, claim.agreement, claim.line)
            if claim.claim_id.partition(".")[0] in book.unread:
                book.unread |= {name}
            findings += _unknown_claim(claim.claim_id, claim.line, book)
    for row in book.rows("claims"):
        own = (own_proposition(row["claim_id"]), "", 0)
        row["proposition_id"], row["claim_agreement"], line = places.get(row["claim_id"], own)
        if line and row.origin:
            origin = dict.fromkeys(("proposition_id", "claim_agreement"), Origin(_FILE, line))
            row.origin = row.origin._replace(columns={**row.origin.columns, **origin})
    return findings + list(_apart_findings(links, places, book))


def _apart_findings(
    links: Links, places: dict[str, tuple[str, str, int]], book: Book
) -> Iterator[Finding]:
    """Yield lines 'apart' that are wrong, or whose claims share a proposition after all."""
    for line in links.apart:
        if len(set(line.claim_ids)) < max(2, len(line.claim_ids)):
            yield _finding(line.line, "'apart' needs two or more different claims", "add one")
        seen: dict[str, str] = {}
        for claim_id in line.claim_ids:
            yield from _unknown_claim(claim_id, line.line, book)
            name = places.get(claim_id, (claim_id,))[0]
            if name in seen and seen[name] != claim_id:
                reason = f"{seen[name]} and {claim_id} are apart and both in {name}"
                yield _finding(line.line, reason, "decide for one of the two")
            seen[name] = claim_id


def _unknown_claim(claim_id: str, line: int, book: Book) -> list[Finding]:
    known = book.get("claims", claim_id) or claim_id.partition(".")[0] in book.unread
    fix = "name a claim of curation/posts"
    return [] if known else [_finding(line, f"unknown claim {claim_id}", fix)]


def _finding(line: int, reason: str, fix: str = "", file: str = _FILE) -> Finding:
    return Finding(file, line, reason=reason, fix=fix)


def make_propositions(book: Book, links: Links) -> list[Row]:
    """Return the propositions of the claims, in the order of their first claims.

    The text of a group is the curated one; that of a single claim is its statement.
    """
    groups = {group.proposition_id: group for group in links.groups}
    rows: dict[str, Row] = {}
    for claim in book.rows("claims"):
        name = claim["proposition_id"]
        if name in rows or name in book.unread:
            continue
        group = groups.get(name)
        cells = {
            "proposition_id": name,
            "text": group.text if group else claim["statement"],
            "text_basis": "curated" if group else "claim",
        }
        statement = claim.origin and claim.origin.of("statement")
        rows[name] = Row(cells, Origin(_FILE, group.line) if group else statement)
    return list(rows.values())


def _only_claim(row: Row, book: Book) -> Row | None:
    claims = book.of("claims", "proposition_id", row["proposition_id"])
    return claims[0] if len(claims) == 1 and row["text_basis"] != "curated" else None


@derived("propositions", "claim_count")
def claim_count(row: Row, book: Book) -> str | None:
    """How many claims assert it."""
    return str(len(book.of("claims", "proposition_id", row["proposition_id"])))


@derived("propositions", "post_count")
def post_count(row: Row, book: Book) -> str | None:
    """How many posts assert it."""
    claims = book.of("claims", "proposition_id", row["proposition_id"])
    return str(len({claim["post_id"] for claim in claims}))


@derived("propositions", "text")
def text_of_single(row: Row, book: Book) -> str | None:
    """The statement of a claim that stands alone."""
    claim = _only_claim(row, book)
    return claim["statement"] if claim else None


@derived("propositions", "proposition_id")
def name_of_single(row: Row, book: Book) -> str | None:
    """The id of a claim that stands alone, with '-' for '.'."""
    claim = _only_claim(row, book)
    return own_proposition(claim["claim_id"]) if claim else None


def make_parallels(book: Book, links: Links) -> tuple[list[Row], list[Finding]]:
    """Return the pairs that share text, in the order of the archive, and wrong pairs 'apart'."""
    rows: list[Row] = []
    findings: list[Finding] = []
    seen: dict[tuple[str, str], int] = {}
    file = str(PARALLELS)
    for pair in sorted(links.pairs, key=lambda pair: (position_of(pair[0]), position_of(pair[1]))):
        ids = (pair.sentence_id, pair.other_sentence_id)
        cells = {"sentence_id": ids[0], "other_sentence_id": ids[1], "relation": pair.relation}
        if ids in seen:
            reason = f"duplicate pair, also in line {seen[ids]}"
            findings.append(_finding(pair.line, reason, "keep one", file))
        elif pair.relation != APART:
            rows.append(Row(cells, Origin(file, pair.line)))
        else:
            posts = {one.partition(".")[0] for one in ids}
            missing = [one for one in ids if not book.get("sentences", one)]
            if missing and not posts & book.unread:
                fix = "name a sentence of curation/posts"
                findings.append(_finding(pair.line, f"unknown sentence {missing[0]}", fix, file))
            elif not missing and same_words(*map(book.words_of, ids)):
                reason = f"{ids[0]} and {ids[1]} have the same words"
                findings.append(_finding(pair.line, reason, "write 'verbatim'", file))
        seen[ids] = pair.line
    return rows, findings


def same_words(one: str, other: str) -> bool:
    """Return whether two sentences have the same words in order, whatever their punctuation."""
    words = [re.findall(r"\w+", sentence.lower()) for sentence in (one, other)]
    return words[0] == words[1]


@derived("parallels", "score")
def score(row: Row, book: Book) -> str | None:
    """How alike the two sentences are; a text that is missing weighs in all."""
    ids = (row["sentence_id"], row["other_sentence_id"])
    if not book.all_texts_present:
        return None
    if not all(book.get("sentences", one) for one in ids):
        return row.get("score") or "0"  # nothing follows from an unknown sentence
    return to_text(book.similarity.score(*ids))
