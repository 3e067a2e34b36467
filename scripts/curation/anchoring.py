"""Find every quote of a curation file in its post: words in, offsets out.

Offsets are 0-based, half-open and count Unicode code points, as the TextPositionSelector of the
W3C Web Annotation Data Model does (https://www.w3.org/TR/annotation-model/#text-position-selector).
"""

from difflib import SequenceMatcher

from scripts.curation.coding import Coding, Part
from scripts.curation.finding import Finding
from scripts.curation.grammar import QUOTED

Span = tuple[int, int]
Spans = dict[int, Span]
"""Where the quote of a line stands in the post, by the line's number."""

# More than this many characters are not compared: the search for the nearest text is quadratic.
_COMPARED = 2000


def anchor(text: str, coding: Coding) -> tuple[Spans, list[Finding]]:
    """Place all sentences and quotes of a coding in its post.

    Returns the spans, and what could not be placed: sentences that do not follow the one before,
    text that no sentence covers, and quotes that do not stand in their parent. A sentence that is
    nowhere has no span, a quote that is nowhere has that of its parent.
    """
    spans, findings = _anchor_sentences(text, coding)
    for sentence in coding.sentences:
        if sentence.line in spans:
            _anchor_parts(text, coding, sentence, spans, findings)
    return spans, findings


def find_occurrence(text: str, words: str, nth: int, span: Span) -> Span | None:
    """Return the span of the nth occurrence (from 1) of `words` inside a span, or None."""
    position = span[0] - 1
    for _ in range(nth):
        position = text.find(words, position + 1, span[1])
        if position < 0:
            return None
    return position, position + len(words)


def nearest_text(words: str, text: str) -> str:
    """Return the stretch of `text` that shares the longest run with `words`, about as long."""
    compared = words[:_COMPARED], text[:_COMPARED]
    match = SequenceMatcher(None, *compared, autojunk=False).find_longest_match()
    start = max(0, match.b - match.a)
    return text[start : start + len(words)]


def _anchor_sentences(text: str, coding: Coding) -> tuple[Spans, list[Finding]]:
    """Place the sentences one after another; only white space may stand between them."""
    spans: Spans = {}
    findings: list[Finding] = []
    position = 0
    for sentence in coding.sentences:
        words = sentence["words"]
        while position < len(text) and text[position].isspace():
            position += 1
        if not text.startswith(words, position):
            reason = f"{sentence['number']} is not the next text of the post"
            fix = f"the post goes on with {text[position : position + len(words)]!r}"
            findings.append(Finding(coding.file, sentence.line, reason=reason, fix=fix))
        if (found := text.find(words, position)) >= 0:
            spans[sentence.line] = (found, position := found + len(words))
    rest = text[position:].strip()
    if rest and not findings:
        line = coding.sentences[-1].line if coding.sentences else 1
        reason = "the sentences end before the post does"
        fix = f"the post goes on with {rest[:80]!r}"
        findings.append(Finding(coding.file, line, reason=reason, fix=fix))
    return spans, findings


def _anchor_parts(
    text: str, coding: Coding, parent: Part, spans: Spans, findings: list[Finding]
) -> None:
    for part in parent.all(*QUOTED):
        words, nth = part["words"], int(part["nth"] or 1)
        if not words:
            continue
        span = find_occurrence(text, words, nth, spans[parent.line])
        if span is None:
            which = f" (occurrence {nth})" if nth > 1 else ""
            name = part["number"] or part.kind
            reason = f"{name}: the words {words!r}{which} are not in its {parent.kind}"
            fix = f"nearest text: {nearest_text(words, text[slice(*spans[parent.line])])!r}"
            findings.append(Finding(coding.file, part.line, reason=reason, fix=fix))
        spans[part.line] = span or spans[parent.line]
        _anchor_parts(text, coding, part, spans, findings)
