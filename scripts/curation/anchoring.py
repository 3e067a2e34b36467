"""Find every quote of a curation file in its post: words in, offsets out.

Offsets are 0-based, half-open and count Unicode code points, as the TextPositionSelector of the
W3C Web Annotation Data Model does (https://www.w3.org/TR/annotation-model/#text-position-selector).
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from scripts.curation.coding import PostCoding, Quote, Sentence
from scripts.problem import Problem

Span = tuple[int, int]
Spans = dict[int, Span]


def find_occurrence(text: str, words: str, occurrence: int, start: int, end: int) -> Span | None:
    """Return the span of the given occurrence (from 1) of `words` in text[start:end], or None."""
    position = start - 1
    for _ in range(occurrence):
        position = text.find(words, position + 1, end)
        if position < 0:
            return None
    return position, position + len(words)


def nearest_text(words: str, text: str) -> str:
    """Return the stretch of `text` that shares the longest run with `words`, about as long."""
    match = SequenceMatcher(None, words, text, autojunk=False).find_longest_match()
    start = max(0, match.b - match.a)
    return text[start : start + len(words)]


def anchor_sentences(text: str, coding: PostCoding) -> tuple[Spans, list[Problem]]:
    """Place the sentences one after another in the post; only white space may stand between.

    Returns the spans by line of the curation file, and one problem for the first sentence that
    does not follow, or for text that no sentence covers.
    """
    spans: Spans = {}
    position = 0
    for sentence in coding.sentences:
        while position < len(text) and text[position].isspace():
            position += 1
        if not text.startswith(sentence.text, position):
            expected = text[position : position + len(sentence.text)]
            message = f"{sentence.number} is not the next text of the post"
            mend = f"the post goes on with {expected!r}"
            return spans, [Problem(coding.file, sentence.line, message, mend)]
        spans[sentence.line] = (position, position + len(sentence.text))
        position += len(sentence.text)
    rest = text[position:]
    if rest.strip():
        line = coding.sentences[-1].line if coding.sentences else 1
        message = "the sentences end before the post does"
        return spans, [
            Problem(
                coding.file,
                line,
                message,
                f"the post goes on with {rest.strip()[:80]!r}",
            )
        ]
    return spans, []


def anchor_quotes(text: str, coding: PostCoding, spans: Spans) -> tuple[Spans, list[Problem]]:
    """Place all quotes inside their sentence or claim; returns their spans by line."""
    placed = dict(spans)
    problems = []
    for sentence in coding.sentences:
        if sentence.line not in spans:
            continue
        for name, quote, line, parent in _quotes(sentence):
            if parent not in placed:
                continue
            start, end = placed[parent]
            span = find_occurrence(text, quote.words, quote.occurrence, start, end)
            if span is None:
                which = f" (occurrence {quote.occurrence})" if quote.occurrence > 1 else ""
                place = "its sentence" if parent == sentence.line else "its claim"
                message = f"{name}: the words {quote.words!r}{which} do not stand in {place}"
                mend = f"nearest text: {nearest_text(quote.words, text[start:end])!r}"
                problems.append(Problem(coding.file, line, message, mend))
            else:
                placed[line] = span
    return placed, problems


def _quotes(sentence: Sentence) -> Iterator[tuple[str, Quote, int, int]]:
    for mention in sentence.mentions:
        yield mention.number, mention.quote, mention.line, sentence.line
    for phrase in sentence.phrases:
        yield "phrase", phrase.quote, phrase.line, sentence.line
    for phrase in sentence.rejected_entities:
        yield "name", phrase.quote, phrase.line, sentence.line
    for claim in sentence.claims:
        yield claim.number, claim.quote, claim.line, sentence.line
        for figure in claim.figures:
            yield figure.number, figure.quote, figure.line, claim.line
