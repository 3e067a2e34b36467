"""Nothing in the text is left out: sentences, words beside claims, numerals, names, registers."""

import re
from collections.abc import Iterator

from scripts.curation.finding import Finding
from scripts.rules.compare import compare_rows
from scripts.rules.rule import rule, wrong
from scripts.tables.book import Book
from scripts.tables.mentions import entities_of, open_names
from scripts.tables.numerals import DERIVED, numerals_of
from scripts.tables.row import Row, span_of

# CODEBOOK section 2: words that assert nothing; a sentence may hold them beside its claims.
_JOINING = (
    "the and but also while with to of in at from against so that which where not only be this "
    "these same time meanwhile furthermore additionally lastly third summary"
)
_RELATING = (
    "however although despite instead otherwise therefore thereby resulting given response view "
    "backdrop figures contrasting reality"
)
_SINGLING_OUT = "for example instance particular particularly especially ironically put it simply"
_GIVING_A_SOURCE = "according shows show estimated reported indicate"
_CONNECTIVES = frozenset(f"{_JOINING} {_RELATING} {_SINGLING_OUT} {_GIVING_A_SOURCE}".split())
_WORD = re.compile(r"\w[\w’'-]*")
_DATE = re.compile(r"1[0-9]{3}s?|20[0-9]{2}s?|[12]?[0-9](?:st|nd|rd|th)?|3[01]")


@rule
def sentences_have_claims_or_a_reason(book: Book) -> Iterator[Finding]:
    """A sentence has claims or the reason for none; only one with claims has a rest."""
    for row in book.rows("sentences"):
        claims = book.of("claims", "sentence_id", row["sentence_id"])
        if bool(claims) == bool(row["no_claim_reason"]):
            reason = (
                "has claims and a reason for none" if claims else "has neither claim nor reason"
            )
            yield wrong("sentences", row, "no_claim_reason", reason, "give it one of the two")
        if row["rest_reason"] and not claims:
            reason = "is filled, and no part of the sentence makes a claim"
            yield wrong("sentences", row, "rest_reason", reason, "use 'none'")


@rule
def words_beside_claims_have_a_reason(book: Book) -> Iterator[Finding]:
    """Words of a sentence outside its claims have a reason, unless they are all connectives.

    List numbers and stray numerals need none, nor do words from which a claim of the sentence
    takes its time or source.
    """
    for row in book.rows("sentences"):
        claims = book.of("claims", "sentence_id", row["sentence_id"])
        if not claims or not row["quote"]:
            continue
        words = " ".join(_other_words(row, claims, book))
        if words and not row["rest_reason"]:
            reason = f"is empty, and no claim holds {words!r}"
            yield wrong("sentences", row, "rest_reason", reason, "add 'rest REASON'")
        elif row["rest_reason"] and not words:
            reason = "is filled, and the claims leave nothing but connectives"
            yield wrong("sentences", row, "rest_reason", reason, "remove the line 'rest'")


def _other_words(sentence: Row, claims: list[Row], book: Book) -> Iterator[str]:
    quote, first = sentence["quote"], int(sentence["char_start"])
    numerals = [
        row
        for row in book.of("numerals", "sentence_id", sentence["sentence_id"])
        if row["disposition"] in ("list", "stray")
    ]
    covered = [(start - first, end - first) for start, end in map(span_of, [*claims, *numerals])]
    for claim in claims:
        for words in filter(None, (claim["attribution"], claim["period_words"])):
            if (start := quote.find(words)) >= 0:
                covered.append((start, start + len(words)))
    for word in _WORD.finditer(quote):
        inside = any(start <= word.start() and word.end() <= end for start, end in covered)
        if not inside and word.group().lower() not in _CONNECTIVES:
            yield word.group()


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
def names_are_mentions_or_phrases(book: Book) -> Iterator[Finding]:
    """Quoted phrases, capitalised names and words for operations are mentions or phrases."""
    fix = "add 'x WORDS = PHRASE_TYPE' or '@ mNN WORDS -> OPERATION', or a name in entities.yaml"
    for sentence in book.rows("sentences"):
        text = book.text_of(sentence)
        for span, kind in open_names(sentence, book) if text else ():
            what = "the word" if kind == "word" else f"the {kind} words"
            reason = f"no mention or phrase has {what} {text[slice(*span)]!r}" if text else ""
            yield wrong("sentences", sentence, "quote", reason, fix)


@rule
def registered_names_are_mentions_of_their_entity(book: Book) -> Iterator[Finding]:
    """Every registered name is a mention of its entity, or lies in a phrase; nothing else is."""
    for sentence in book.rows("sentences"):
        if not sentence["quote"]:
            continue
        key = sentence["sentence_id"]
        given = book.of("entity_mentions", "sentence_id", key)
        known = {row["entity_mention_id"] for row in given}
        phrases = [span_of(row) for row in book.of("phrases", "sentence_id", key)]
        due = [
            row
            for row in entities_of(sentence, book.sources.names)
            if row["entity_mention_id"] in known
            or not any(a <= span_of(row)[0] and span_of(row)[1] <= b for a, b in phrases)
        ]
        fix = "remove the line 'not', or add 'x WORDS = PHRASE_TYPE'"
        yield from compare_rows("entity_mentions", given, due, "the register of names", fix=fix)


@rule
def register_entries_are_used(book: Book) -> Iterator[Finding]:
    """Every operation, entity, indicator, unit, source and evaluative word is used by some row.

    A unit also counts as used where it is the base unit of a used one.
    """
    if book.unread:
        return
    units = {row["unit"] for row in book.rows("figures")}
    units |= {row["source_unit"] for row in book.rows("reference_checks")}
    units |= {row["base_unit"] for row in book.rows("units") if row["unit"] in units}
    sources = {row["source_id"] for row in book.rows("reference_checks")}
    for name in ("operations", "entities"):
        for row in book.rows(name):
            sources |= {row[column] for column in row if column.endswith("_source_id")}
    used = {
        "operations": {row["operation_id"] for row in book.rows("operation_mentions")},
        "entities": {row["entity_id"] for row in book.rows("entity_mentions")},
        "indicators": {row["indicator_id"] for row in book.rows("figures")},
        "units": units,
        "published_sources": sources,
        "evaluative_words": {row["evaluative_word_id"] for row in book.rows("evaluations")},
    }
    for name, ids in used.items():
        for key, row in book.by_id(name).items():
            if key not in ids:
                fix = "remove it, or code the passage that needs it"
                yield wrong(name, row, next(iter(row)), "is used nowhere in the posts", fix)
