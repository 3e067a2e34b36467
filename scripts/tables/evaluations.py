"""The table evaluations, and the stance of claims that follows from it."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from scripts.curation.coding import Part
from scripts.curation.finding import Finding, unknown
from scripts.curation.loading import CodedPost
from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.parts import finding, quoted_row
from scripts.tables.row import Row, holds, overlaps, span_of

NOT_CODED = "no"
"""What stands in the place of a sense where a listed word neither praises nor blames."""

REASONS = ("other_sense", "no_actor", "name")
"""Why a listed word is no evaluation (CODEBOOK, section 3, says what each means)."""

_OF_STANCE = ("own", "ironic")


@lru_cache(maxsize=8)
def word_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern that finds the listed forms: whole words, longest first, any case."""
    longest = sorted(forms, key=lambda form: (-len(form), form))
    alternatives = "|".join(re.escape(form).replace("'", "['’]") for form in longest)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def proposed_words(text: str, forms: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield every occurrence of a listed form: its span, and its sense, which `forms` gives."""
    for match in word_pattern(tuple(forms)).finditer(text):
        yield match.start(), match.end(), forms[match[0].lower().replace("’", "'")]


def undecided_words(
    coded: CodedPost, forms: Mapping[str, str]
) -> Iterator[tuple[Part, int, int, str]]:
    """Yield every occurrence of a listed form that no line decides: sentence, span and sense."""
    for sentence in coded.coding.sentences:
        start, end = coded.spans[sentence.line]
        decided = [coded.spans[part.line] for part in sentence.all("evaluation")]
        for first, last, sense in proposed_words(coded.post.text[start:end], forms):
            if not any(a < start + last and start + first < b for a, b in decided):
                yield sentence, start + first, start + last, sense


def make_evaluations(coded: CodedPost, book: Book) -> tuple[list[Row], list[Finding]]:
    """Return the post's evaluations, and listed words that no line decides."""
    rows: list[Row] = []
    findings: list[Finding] = []
    forms = book.sources.evaluative_forms
    for sentence in coded.coding.sentences:
        for part in sentence.all("evaluation"):
            span = coded.spans[part.line]
            if part["word"] == NOT_CODED:
                if not any(proposed_words(coded.post.text[slice(*span)], forms)):
                    reason = f"{part['words']!r} is not a listed word, and nothing is to be decided"
                    findings.append(finding(coded, part, reason, "remove the line"))
                if part["target"] not in REASONS:
                    reason = f"{part['target']!r} is not a reason for no evaluation"
                    told = unknown(
                        reason, part["target"], REASONS, "CODEBOOK, section 3", closed=True
                    )
                    findings.append(finding(coded, part, *told))
                continue
            words = coded.post.text[slice(*span)].lower().replace("’", "'")
            if (sense := forms.get(words)) != part["word"]:
                reason = f"{words!r} is not a form of {part['word']}"
                told = unknown(reason, words, forms, "evaluative_words.yaml")
                told = (f"{reason}, but of {sense}", "name that word") if sense else told
                findings.append(finding(coded, part, *told))
            cells = {
                "evaluative_word_id": part["word"],
                "target": part["target"],
                "target_country": part["country"],
                "voice": part["voice"] or "own",
            }
            rows.append(quoted_row(coded, sentence, "evaluation_id", part, cells))
    for sentence, start, end, sense in undecided_words(coded, forms):
        words = coded.post.text[start:end]
        reason = f"{sentence['number']}: the listed word {words!r} is not decided"
        fix = f"add 'e {words} = {sense} KIND COUNTRY' or 'e {words} = no REASON'"
        findings.append(finding(coded, sentence, reason, fix))
    return sorted(rows, key=span_of), findings


@derived("evaluations", "polarity")
def polarity(row: Row, book: Book) -> str | None:
    """The polarity of the sense."""
    word = book.get("evaluative_words", row["evaluative_word_id"])
    return word["polarity"] if word else None


@derived("claims", "stance", "stance_override_reason", "add or correct an evaluation ('e …')")
def stance(row: Row, book: Book) -> str | None:
    """What the evaluations say that overlap the claim's quote and have its target and country."""
    polarities = {
        one["polarity"]
        for one in book.of("evaluations", "sentence_id", row["sentence_id"])
        if overlaps(one, row)
        and (one["target"], one["target_country"]) == (row["target"], row["target_country"])
        and one["voice"] in _OF_STANCE
    }
    return "mixed" if len(polarities) > 1 else next(iter(polarities), "neutral")


@derived("claims", "part_of_claim_id")
def part_of_claim(row: Row, book: Book) -> str | None:
    """The shortest other claim of the sentence whose quote holds this one's."""
    outer = [
        (span_of(one)[1] - span_of(one)[0], one["claim_id"])
        for one in book.of("claims", "sentence_id", row["sentence_id"])
        if holds(one, row) and one is not row
    ]
    return min(outer, default=(0, ""))[1]
