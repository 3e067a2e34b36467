"""Nothing in the text is left out: words beside claims, numerals, names, registers."""

import re
from collections.abc import Iterator

from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.rules.compare import compare_rows
from scripts.rules.rule import rule, wrong
from scripts.tables.book import Book
from scripts.tables.mentions import entities_of
from scripts.tables.numerals import DERIVED, numerals_of
from scripts.tables.parts import found_cells
from scripts.tables.remainders import CONNECTIVE, is_connective, stretches_of
from scripts.tables.row import Row, holds, overlaps, span_of

_DATE = re.compile(r"1[0-9]{3}s?|20[0-9]{2}s?|[12]?[0-9](?:st|nd|rd|th)?|3[01]")
_REGISTERS = (
    *("operations", "entities", "indicators", "units", "published_sources"),
    *("evaluative_words", "talking_points"),
)
# What holds neither an evaluation nor a talking point by its nature.
_BARE = (CONNECTIVE, "heading", "question", "source", "transition")


@rule
def remainders_are_what_claims_leave(book: Book) -> Iterator[Finding]:
    """Every stretch of a sentence outside its claims' quotes is a remainder; nothing else is.

    One of nothing but connectives, list numbers and stray numerals has the reason `connective`.
    """
    for sentence in book.rows("sentences"):
        text = book.text_of(sentence)
        if text is None or not sentence["quote"]:
            continue
        key = sentence["sentence_id"]
        given = book.of("remainders", "sentence_id", key)
        due = []
        for span in stretches_of(sentence, book.of("claims", "sentence_id", key)):
            typed = next((row for row in given if span_of(row) == span), None)
            cells = found_cells(sentence, "remainder_id", span[0], text[slice(*span)])
            connective = is_connective(sentence, span, book)
            reason = CONNECTIVE if connective else typed["reason"] if typed else ""
            note = typed["note"] if typed else ""
            due.append(Row({**cells, "reason": reason, "note": note}))
            if typed and not connective and reason == CONNECTIVE:
                fix = "write another reason"
                yield wrong("remainders", typed, "reason", "is not of connectives alone", fix)
        yield from compare_rows("remainders", given, due, "what claims leave")


@rule
def what_is_no_claim_praises_blames_or_has_a_message(book: Book) -> Iterator[Finding]:
    """A remainder holds an evaluation or a talking point, or a note says why not.

    Connectives, bare headings, questions, sources and transitions need neither.
    """
    fix = "add 'e …' or 't …', or say why not with 'rest REASON : NOTE'"
    for row in book.rows("remainders"):
        held = any(
            overlaps(row, one)
            for table in ("evaluations", "talking_point_mentions")
            for one in book.of(table, "sentence_id", row["sentence_id"])
        )
        if row["note"] and (held or row["reason"] in _BARE):
            reason = "is filled, and the words hold an evaluation or talking point, or need none"
            yield wrong("remainders", row, "note", reason, "remove the note")
        elif not row["note"] and not held and row["reason"] not in ("", *_BARE):
            reason = f"is empty, and {row['quote'][:60]!r} holds no evaluation or talking point"
            yield wrong("remainders", row, "note", reason, fix)


@rule
def sentences_carry_two_talking_points_at_most(book: Book) -> Iterator[Finding]:
    """A sentence carries at most two talking points."""
    for sentence in book.rows("sentences"):
        found = book.of("talking_point_mentions", "sentence_id", sentence["sentence_id"])
        for row in found[2:]:
            reason = "is the third talking point of its sentence"
            fix = "keep two (CODEBOOK, section 3)"
            yield wrong("talking_point_mentions", row, "talking_point_id", reason, fix)


@rule
def numerals_are_those_of_the_text(book: Book) -> Iterator[Finding]:
    """Every numeral of a sentence is a row that reads as the text does; no other is.

    In a figure's quote the numerals of its value are `figure`, the others `part`; no other
    numeral is either (CODEBOOK section 5).
    """
    for sentence in book.rows("sentences"):
        if not sentence["quote"]:
            continue
        given = book.of("numerals", "sentence_id", sentence["sentence_id"])
        due = numerals_of(sentence, book)
        typed = {row["numeral_id"]: row["disposition"] for row in given}
        for row in due:
            own = typed.get(row["numeral_id"], "")
            if not row["disposition"] and own not in DERIVED:
                row["disposition"] = own
        yield from compare_rows("numerals", given, due, "the text")


@rule
def dates_are_years_decades_or_days(book: Book) -> Iterator[Finding]:
    """A date in digits is a year, a decade or a day; every decade is a date."""
    for row in book.rows("numerals"):
        digits = row["quote"][:1].isdigit()
        if row["disposition"] == "date" and digits and not _DATE.fullmatch(row["quote"]):
            reason = "a date in digits is a year, a decade or a day"
            yield wrong("numerals", row, "disposition", reason, "write another code")
        if row["numeral_type"] == "decade" and row["disposition"] != "date":
            yield wrong("numerals", row, "disposition", "a decade is a date", "write '=date'")


@rule
def registered_names_are_mentions_of_their_entity(book: Book) -> Iterator[Finding]:
    """Every registered name is a mention of its entity, or lies in a phrase; nothing else is."""
    for sentence in book.rows("sentences"):
        if not sentence["quote"]:
            continue
        key = sentence["sentence_id"]
        given = book.of("entity_mentions", "sentence_id", key)
        known = {row["entity_mention_id"] for row in given}
        phrases = book.of("phrases", "sentence_id", key)
        due = [
            row
            for row in entities_of(sentence, book.sources.names)
            if row["entity_mention_id"] in known
            or not any(holds(phrase, row) for phrase in phrases)
        ]
        fix = "remove the line 'not', or add 'x WORDS = PHRASE_TYPE'"
        yield from compare_rows("entity_mentions", given, due, "the register of names", fix=fix)


@rule
def register_entries_are_used(book: Book) -> Iterator[Finding]:
    """Every entry of a register of things and words is used by some row of another table.

    A unit also counts as used where it is the base unit of a used one.
    """
    for name in _REGISTERS if not book.unread else ():
        used = {
            row[column]
            for table in TABLES.values()
            for column, (target, _) in table.references.items()
            if target == name != table.name
            for row in book.rows(table.name)
        }
        if name == "units":
            used |= {row["base_unit"] for row in book.rows("units") if row["unit"] in used}
        for key, row in book.by_id(name).items():
            if key not in used:
                fix = "remove it, or code the passage that needs it"
                yield wrong(name, row, next(iter(row)), "is used nowhere in the posts", fix)
