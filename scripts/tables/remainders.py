"""The table remainders of one post: every stretch outside the claims' quotes, with its reason."""

import re
from collections.abc import Iterator, Sequence

from scripts.curation.anchoring import Span
from scripts.curation.finding import Finding
from scripts.curation.loading import CodedPost
from scripts.tables.book import Book
from scripts.tables.parts import finding, found_cells, origin_of, row_id
from scripts.tables.row import Row, span_of

CONNECTIVE = "connective"
# CODEBOOK section 2: words that assert nothing and need no reason.
_JOINING = (
    "the and but also while with to of in at from against so that which where not only be this "
    "these same time meanwhile furthermore additionally moreover lastly third summary yet way as"
)
_RELATING = (
    "however although despite instead otherwise therefore thereby resulting given response view "
    "backdrop figures contrasting reality"
)
_SINGLING_OUT = "for example instance particular particularly especially ironically put it simply"
CONNECTIVES = frozenset(f"{_JOINING} {_RELATING} {_SINGLING_OUT}".split())
WORD = re.compile(r"\w(?:[\w’'-]*\w)?")


def stretches_of(sentence: Row, claims: Sequence[Row]) -> Iterator[Span]:
    """Yield the stretches of a sentence outside its claims' quotes, from word to word.

    A stretch ends where a claim begins; one without a word is none. Nothing follows of a sentence
    whose words are withheld.
    """
    first, last = span_of(sentence)
    position = first
    for start, end in [*sorted(map(span_of, claims)), (last, last)]:
        words = list(WORD.finditer(sentence["quote"][position - first : max(start - first, 0)]))
        if start > position and words:
            yield position + words[0].start(), position + words[-1].end()
        position = max(position, end)


def is_connective(sentence: Row, span: Span, book: Book) -> bool:
    """Return whether a stretch has only connectives, list numbers and stray numerals."""
    first, _ = span_of(sentence)
    skipped = [
        span_of(row)
        for row in book.of("numerals", "sentence_id", sentence["sentence_id"])
        if row["disposition"] in ("list", "stray")
    ]
    for word in WORD.finditer(sentence["quote"], span[0] - first, span[1] - first):
        inside = any(a <= first + word.start() and first + word.end() <= b for a, b in skipped)
        if not inside and word[0].lower() not in CONNECTIVES:
            return False
    return True


def make_remainders(coded: CodedPost, book: Book) -> tuple[list[Row], list[Finding]]:
    """Return the post's remainders, stretches without a reason, and lines without a stretch."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for part in coded.coding.sentences:
        sentence = book.by_id("sentences")[row_id(coded, part["number"])]
        claims = book.of("claims", "sentence_id", sentence["sentence_id"])
        lines = part.all("rest")
        whole = [line for line in lines if not line["words"]]
        used = set()
        for span in stretches_of(sentence, claims):
            connective = is_connective(sentence, span, book)
            named = [
                line
                for line in lines
                if line["words"]
                and span[0] <= coded.spans[line.line][0]
                and coded.spans[line.line][1] <= span[1]
            ]
            line = None if connective else next(iter([*named, *whole]), None)
            used |= {line.line} if line else set()
            words = coded.post.text[slice(*span)]
            if not line and not connective:
                reason = f"{part['number']}: no claim holds {words[:80]!r}"
                findings.append(finding(coded, part, reason, "add 'rest REASON', or a claim"))
            cells = {
                **found_cells(sentence, "remainder_id", span[0], words),
                "reason": line["value"] if line else CONNECTIVE if connective else "",
                "note": line["note"] if line else "",
            }
            rows.append(Row(cells, origin_of(coded, line or part, {})))
        for line in lines:
            if line.line not in used:
                reason = "the claims leave nothing but connectives, or other lines decide the rest"
                findings.append(finding(coded, line, reason, "remove the line"))
    return rows, findings
