"""The tables operation_mentions, entity_mentions and phrases of one post."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from scripts.curation.anchoring import Span
from scripts.curation.finding import Finding, unknown
from scripts.curation.loading import CodedPost
from scripts.tables.book import Book
from scripts.tables.parts import finding, found_cells, parts_of, quoted_row, row_id
from scripts.tables.row import Row, span_of

NOT_PUBLISHED = "no"
"""What stands in the place of a type where a name or quoted phrase means nothing of its own."""

REASONS = {
    "generic": "words for a thing in general, or a word in capitals that names nothing",
    "title_of_person": "office or form of address before a name",
    "heading": "capitals only because they stand in a title, heading or label",
    "standing_work": "operation, campaign, case or meeting for work in general, or pointing back",
}
"""Why a name, quoted phrase or word for an operation is no phrase (CODEBOOK, section 8)."""


def make_operation_mentions(coded: CodedPost) -> list[Row]:
    """Return where the post names an operation."""
    return [
        quoted_row(
            coded,
            sentence,
            "mention_id",
            mention,
            {"operation_id": mention["operation"], "identity": mention["identity"] or "certain"},
        )
        for sentence, mention in parts_of(coded, "mention")
    ]


@lru_cache(maxsize=8)
def entity_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of all registered names: whole words, longest first.

    A name that begins in lower case also matches at the start of a sentence; straight and curly
    apostrophes are the same. Names that begin alike stand together behind a look at their first two
    letters, so that thousands of names are not tried at every word.
    """
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        first, rest = name[0], re.escape(name[1:]).replace("'", "['’]")
        head = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
        look = f"(?=[{re.escape(first.lower() + first.upper())}]"
        second = re.escape(name[1:2]).replace("'", "['’]")
        groups.setdefault(f"{look}{second})", []).append(head + rest)
    alternatives = "|".join(f"{look}(?:{'|'.join(alike)})" for look, alike in groups.items())
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def entities_of(sentence: Row, names: Mapping[str, str]) -> list[Row]:
    """Return the rows of all registered names in a sentence; `names` gives their entities."""
    offset, _ = span_of(sentence)
    rows = []
    for match in entity_pattern(tuple(names)).finditer(sentence["quote"]):
        name = match[0].replace("’", "'")
        entity = names.get(name) or names[name[0].lower() + name[1:]]
        cells = found_cells(sentence, "entity_mention_id", offset + match.start(), match[0])
        rows.append(Row({**cells, "entity_id": entity}, sentence.origin))
    return rows


def make_entity_mentions(coded: CodedPost, book: Book) -> tuple[list[Row], list[Finding]]:
    """Return where the post names a registered entity, also inside the name of an operation.

    A line 'not WORDS' takes one back; one that takes back nothing is wrong.
    """
    rows: list[Row] = []
    findings: list[Finding] = []
    for sentence in coded.coding.sentences:
        rejected = {coded.spans[part.line]: part for part in sentence.all("not")}
        found = entities_of(
            book.by_id("sentences")[row_id(coded, sentence["number"])], book.sources.names
        )
        rows += [row for row in found if not rejected.pop(span_of(row), None)]
        for part in rejected.values():
            reason = f"'not {part['words']}' takes back no entity mention"
            findings.append(finding(coded, part, reason, "remove the line"))
    return rows, findings


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
    r"(?<!\w)(?:operations?|campaigns?|special works?|cases?|meetings?|dialogues?)(?!\w)", re.I
)


@lru_cache(maxsize=20_000)
def name_candidates(text: str) -> tuple[tuple[Span, str], ...]:
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
    return tuple(sorted(found))


def _name_words(text: str, span: Span) -> list[Span]:
    return [
        (span[0] + word.start(), span[0] + word.end())
        for word in re.finditer(_CAPITAL, text[slice(*span)])
        if word[0] not in _NO_NAMES
    ]


def open_names(sentence: Row, book: Book, decided: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield the name candidates of a sentence that nothing accounts for, with their kind.

    A quoted phrase must touch a mention, phrase or decided span; every word of a capitalised run
    must lie in one, but in titles and headings; an audit word may also lie in a figure, or in a
    claim about an operation.
    """

    def spans(*tables: str) -> list[Span]:
        key = sentence["sentence_id"]
        rows = (row for table in tables for row in book.of(table, "sentence_id", key))
        return [span_of(row) for row in rows]

    offset, _ = span_of(sentence)
    names = [*spans("operation_mentions", "entity_mentions", "phrases"), *decided]
    claims = book.of("claims", "sentence_id", sentence["sentence_id"])
    about = [one for one in claims if book.of("claim_operations", "claim_id", one["claim_id"])]
    counted = [*spans("figures"), *map(span_of, about)]
    for (start, end), kind in name_candidates(sentence["quote"]):
        span = (offset + start, offset + end)
        words = [(offset + a, offset + b) for a, b in _name_words(sentence["quote"], (start, end))]
        heading = kind == "capitalised" and sentence["sentence_role"] != "body"
        if not heading and not _is_accounted(span, kind, words, names, counted):
            yield span, kind


def _is_accounted(
    span: Span, kind: str, words: Sequence[Span], names: list[Span], counted: list[Span]
) -> bool:
    if kind == "word":
        return any(start <= span[0] and span[1] <= end for start, end in names + counted)
    if kind == "quoted":
        return any(start < span[1] and span[0] < end for start, end in names)
    return all(any(start <= word[0] < end for start, end in names) for word in words)


def make_phrases(coded: CodedPost) -> list[Row]:
    """Return the phrases of the post: terms, quoted words, images."""
    return [
        quoted_row(coded, sentence, "phrase_id", part, {"phrase_type": part["value"]})
        for sentence in coded.coding.sentences
        for part in sorted(sentence.all("phrase"), key=lambda part: coded.spans[part.line])
        if part["value"] != NOT_PUBLISHED
    ]


def names_without_account(coded: CodedPost, book: Book) -> list[Finding]:
    """Return the quoted phrases, names and words for operations that no line accounts for.

    And the lines 'x WORDS = no REASON' that account for nothing, or without a known reason.
    """
    findings: list[Finding] = []
    fix = (
        "add 'x WORDS = PHRASE_TYPE', 'x WORDS = no REASON' or '@ mNN WORDS -> OPERATION', or the "
        "name to curation/registers/entities.yaml"
    )
    for part in coded.coding.sentences:
        sentence = book.by_id("sentences")[row_id(coded, part["number"])]
        lines = [line for line in part.all("phrase") if line["value"] == NOT_PUBLISHED]
        decided = [coded.spans[line.line] for line in lines]
        for span, kind in open_names(sentence, book, decided):
            what = "the word" if kind == "word" else f"the {kind} words"
            reason = f"{part['number']}: no line accounts for {what} "
            reason += repr(coded.post.text[slice(*span)])
            findings.append(finding(coded, part, reason, fix))
        for line, span in zip(lines, decided, strict=True):
            if line["reason"] not in REASONS:
                reason = f"{line['reason']!r} is not a reason for no phrase"
                told = unknown(reason, line["reason"], REASONS, "CODEBOOK, section 8", closed=True)
                findings.append(finding(coded, line, *told))
            others = [one for one in decided if one != span]
            if not any(
                one[0] < span[1] and span[0] < one[1]
                for one, _ in open_names(sentence, book, others)
            ):
                reason = f"{line['words']!r} needs no account"
                findings.append(finding(coded, line, reason, "remove the line"))
    return findings
