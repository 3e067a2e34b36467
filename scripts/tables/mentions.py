"""The tables operation_mentions, entity_mentions and phrases of one post."""

import re
from collections.abc import Container, Mapping

from scripts.curation.anchoring import Span
from scripts.problem import Problem
from scripts.tables.annotated import AnnotatedPost, Row


def make_operation_mentions(
    annotated: AnnotatedPost, operations: Container[str], identities: Container[str]
) -> tuple[list[Row], list[Problem]]:
    """Return where the post names an operation, and mentions of unregistered operations."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for sentence in annotated.coding.sentences:
        for mention in sentence.mentions:
            if mention.operation not in operations:
                message = f"{mention.number}: unknown operation {mention.operation!r}"
                problems.append(annotated.problem(mention.line, message, "see operations.yaml"))
            if mention.identity not in identities:
                message = f"{mention.number}: {mention.identity!r} is no identity"
                problems.append(annotated.problem(mention.line, message, "write 'likely' or none"))
            rows.append(
                annotated.quote_cells(mention.number, "mention_id", sentence, mention.line)
                | {"operation_id": mention.operation, "identity": mention.identity}
            )
    return rows, problems


def entity_pattern(names: Mapping[str, str]) -> re.Pattern[str]:
    """Return the pattern of all registered names: whole words, longest first.

    A name that begins in lower case also matches at the start of a sentence; straight and curly
    apostrophes are the same.
    """
    alternatives = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        first = name[0]
        head = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
        alternatives.append(head + re.escape(name[1:]).replace("'", "['’]"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


def make_entity_mentions(
    annotated: AnnotatedPost, names: Mapping[str, str], pattern: re.Pattern[str]
) -> tuple[list[Row], list[Problem]]:
    """Return where the post names a registered entity, also inside the name of an operation.

    Args:
        annotated: the post.
        names: entity id of every registered name.
        pattern: the names' pattern, from `entity_pattern`.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    lowered = {name.lower(): entity for name, entity in names.items()}
    for sentence in annotated.coding.sentences:
        offset, end = annotated.spans[sentence.line]
        rejected = {annotated.spans[phrase.line]: phrase for phrase in sentence.rejected_entities}
        for match in pattern.finditer(annotated.post.text, offset, end):
            span = match.span()
            if rejected.pop(span, None):
                continue
            name = match[0].replace("’", "'")
            rows.append(
                {
                    "entity_mention_id": annotated.row_id(f"e{span[0]}"),
                    "post_id": annotated.post.post_id,
                    "sentence_id": annotated.row_id(sentence.number),
                    **annotated.span_cells(span),
                    "entity_id": names.get(name) or lowered[name.lower()],
                }
            )
        for phrase in rejected.values():
            message = f"'not {phrase.quote.words}' takes back no entity mention"
            problems.append(annotated.problem(phrase.line, message, "remove the line"))
    return rows, problems


_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|(?<!\w)['‘]([^'’]+(?:['’]s [^'’]+)?)['’](?!\w)")
_CAPITAL = r"[A-Z][\w'’.-]*"
_CONNECTOR = r"(?:of|and|the|for|on|&)"
_CAPITALISED = re.compile(rf"{_CAPITAL}(?: (?:{_CONNECTOR} ){{0,2}}{_CAPITAL})+")
_SENTENCE_OPENERS = (
    "The In On At Since By From According As This These Those It Its For Through With During "
    "While When To A An After Before Between Behind Under Over Then Many Some Most Of And But "
    "Despite Especially Particularly Therefore However Additionally Moreover Currently Such "
    "Drive Send Our Their They He Former"
)
_MONTHS = "January February March April May June July August September October November December"
_NO_NAMES = frozenset(f"{_SENTENCE_OPENERS} {_MONTHS}".split())
_AUDIT_WORDS = re.compile(
    r"(?<!\w)(?:operations?|campaigns?|special works?|cases?|meetings?|dialogues?)(?!\w)",
    re.I,
)


def name_candidates(text: str) -> list[tuple[Span, str]]:
    """Return every quoted phrase, run of capitalised words and audit word of a sentence.

    Months and the small words that are capitalised only because a sentence begins with them make
    no run. Each span comes with what it is: quoted, capitalised or word.
    """
    found = [(match.span(match.lastindex or 0), "quoted") for match in _QUOTED.finditer(text)]
    for match in _CAPITALISED.finditer(text):
        words = _name_words(text, match.span())
        if len(words) > 1:
            found.append(((words[0][0], words[-1][1]), "capitalised"))
    found += [(match.span(), "word") for match in _AUDIT_WORDS.finditer(text)]
    return sorted(found)


def _name_words(text: str, span: Span) -> list[Span]:
    return [
        (span[0] + word.start(), span[0] + word.end())
        for word in re.finditer(_CAPITAL, text[slice(*span)])
        if word[0] not in _NO_NAMES
    ]


def make_phrases(
    annotated: AnnotatedPost, entity_mentions: list[Row], phrase_types: Container[str]
) -> tuple[list[Row], list[Problem]]:
    """Return the post's rows of `phrases`; a name that nothing accounts for is a problem.

    Capitalised runs of titles and headings are `heading_case` by derivation (CODEBOOK, 8).
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    entity_spans = [(int(str(r["char_start"])), int(str(r["char_end"]))) for r in entity_mentions]
    for index, sentence in enumerate(annotated.coding.sentences):
        offset, end = annotated.spans[sentence.line]
        typed: list[tuple[Span, str]] = []
        for phrase in sentence.phrases:
            if phrase.phrase_type not in phrase_types:
                message = f"{phrase.phrase_type!r} is no phrase_type"
                problems.append(annotated.problem(phrase.line, message, "see the list"))
            if annotated.spans[phrase.line] in [span for span, _ in typed]:
                message = f"the phrase {phrase.quote.words!r} stands twice"
                problems.append(annotated.problem(phrase.line, message, "remove one, or write #2"))
            typed.append((annotated.spans[phrase.line], phrase.phrase_type))
        names = [annotated.spans[mention.line] for mention in sentence.mentions]
        names += [span for span in entity_spans if offset <= span[0] < end]
        names += [span for span, _ in typed]
        counted = [annotated.spans[f.line] for c in sentence.claims for f in c.figures]
        counted += [annotated.spans[claim.line] for claim in sentence.claims if claim.about]
        for (start, stop), kind in name_candidates(annotated.post.text[offset:end]):
            span = (offset + start, offset + stop)
            if is_accounted(annotated.post.text, span, kind, names, counted):
                continue
            if kind == "capitalised" and (index == 0 or sentence.role == "heading"):
                typed.append((span, "heading_case"))
                continue
            words = annotated.post.text[slice(*span)]
            message = f"{kind} {words!r} of {sentence.number} is not accounted for"
            mend = "make it an operation mention (@), an entity's name, or an 'x' line"
            problems.append(annotated.problem(sentence.line, message, mend))
        rows += [
            {
                "phrase_id": annotated.row_id(f"x{span[0]}"),
                "post_id": annotated.post.post_id,
                "sentence_id": annotated.row_id(sentence.number),
                **annotated.span_cells(span),
                "phrase_type": phrase_type,
            }
            for span, phrase_type in sorted(typed)
        ]
    return rows, problems


def is_accounted(text: str, span: Span, kind: str, names: list[Span], counted: list[Span]) -> bool:
    """Return whether a name candidate is accounted for.

    A quoted phrase must touch a mention or phrase; every word of a capitalised run must lie in
    one; an audit word may also lie in a figure, or in a claim about an operation (`counted`).
    """
    if kind == "word":
        return any(start <= span[0] and span[1] <= end for start, end in names + counted)
    if kind == "quoted":
        return any(start < span[1] and span[0] < end for start, end in names)
    words = _name_words(text, span)
    return all(any(start <= word[0] < end for start, end in names) for word in words)
