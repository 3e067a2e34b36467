"""What was read from the words follows from the words: figures, periods, places, statements."""

import calendar
import re
from collections.abc import Iterator
from itertools import pairwise

from schemas.edtf import contains, years_named
from schemas.row_rules import is_real_period
from scripts.curation.finding import Finding
from scripts.reading.numbers import find_numerals, read_plain, to_text
from scripts.reading.quantities import value_of
from scripts.rules.rule import rule, wrong
from scripts.tables.book import Book
from scripts.tables.figures import MEASURED, measured
from scripts.tables.row import Row, holds, position_of

_MONTHS = tuple(calendar.month_name)[1:]
_NAMED_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
# CODEBOOK section 6: what else than its name shows a month.
_WORDS_OF_MONTH = {
    "01": ("first half", "first six months"),
    "06": ("first half", "first six months"),
    "07": ("second half",),
    "12": ("end of", "second half"),
}
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_OPEN_START = re.compile(r"\b(?:by|to|until|till|up to|before)\b", re.IGNORECASE)
_OPEN_END = re.compile(r"\b(?:since|from|starting|beginning|after|later|onwards?)\b", re.IGNORECASE)
# 'a year earlier' names what a value is compared with, and no rate.
_PER = {
    "year": re.compile(
        r"\b(?:annual|yearly|(?:a|per|each|every) year(?! (?:earlier|before|ago|later)\b))",
        re.IGNORECASE,
    )
}
_DIRECTIONS = {
    "up": re.compile(
        r"\b(?:up(?! to)|increas|ris(?:e|ing)|rose|gr[eo]w|surg|climb|doubl|higher|"
        r"more than (?:in|a)\b)",
        re.IGNORECASE,
    ),
    "down": re.compile(
        r"\b(?:down|drop|decreas|declin|f[ae]ll|reduc|shr[aiu]nk|lower|less|fewer)", re.IGNORECASE
    ),
}
# A change may be stated without a number: 'fewer than in 2022'.
_COMPARED = re.compile(r"\b(?:fewer|less|lower|more|higher) than\b", re.IGNORECASE)
_TAKEN_FROM = {
    "place": ("place_sentence_id",),
    "period_words": ("period_sentence_id", "period"),
    "attribution": ("attribution_sentence_id",),
}
_COPY = "copy the words from the post"


def _present(name: str, book: Book) -> Iterator[Row]:
    """Yield the rows of a table whose post's text is given."""
    return (row for row in book.rows(name) if row["quote"] and book.text_of(row) is not None)


@rule
def quotes_of_figures_can_be_read(book: Book) -> Iterator[Finding]:
    """A figure's quote reads as one quantity; a reason is given only where its reading is wrong."""
    for row in _present("figures", book):
        try:
            read = book.quantity(row["quote"])
        except ValueError as error:
            yield wrong("figures", row, "quote", str(error), "quote one number a figure")
            continue
        compared = row["figure_role"] == "change" and _COMPARED.search(row["quote"])
        if not row["value"] and "several" not in row["quote"] and not compared:
            reason = f"there is no number in {row['quote']!r}"
            yield wrong("figures", row, "value", reason, "widen the quote to the number")
        same = all(row[column] == measured(read, column) for column in MEASURED)
        if row["override_reason"] and same:
            reason = "is filled, and everything follows from the quote"
            yield wrong("figures", row, "override_reason", reason, "remove it")


@rule
def words_of_time_and_source_are_in_their_sentence(book: Book) -> Iterator[Finding]:
    """Words of a period or attribution, and every year of a period, are in the named sentence."""
    for name in ("claims", "figures"):
        for row in _present(name, book):
            for column, words in (("period", "period_words"), ("attribution", "attribution")):
                sentence = row[f"{column}_sentence_id"]
                quote = book.words_of(sentence)
                if quote and row[words] not in quote:
                    reason = f"{row[words]!r} is not in {sentence}"
                    fix = f"{_COPY}, or name the sentence with @ sNN"
                    yield wrong(name, row, words, reason, fix)
                for year in _years(row["period"]) if quote and column == "period" else ():
                    if year not in quote:
                        reason = f"the year {year} is not in {sentence}"
                        fix = "name the words, or the sentence (@ sNN), that give the year"
                        yield wrong(name, row, "period", reason, fix)


def _years(period: str) -> list[str]:
    return years_named(period) if period and is_real_period(period) else []


@rule
def a_word_for_the_place_is_in_its_sentence(book: Book) -> Iterator[Finding]:
    """The sentence of a place holds one of its words; a post holds one of the place it is about."""
    for name in ("claims", "figures"):
        for row in _present(name, book):
            words = book.words_of(row["place_sentence_id"])
            pattern = book.sources.place_patterns.get(row["place"])
            if pattern and words and not pattern.search(words):
                reason = f"no word for {row['place']} is in {row['place_sentence_id']}"
                fix = "name another sentence, or add the word to places.yaml"
                yield wrong(name, row, "place_sentence_id", reason, fix)
    for post in book.rows("posts"):
        pattern = book.sources.place_patterns.get(post["about"])
        if post["text"] and pattern and not pattern.search(post["text"]):
            reason = f"no word for {post['about']} is in the post"
            yield wrong("posts", post, "about", reason, "name another place")


@rule
def dates_of_posts_are_proven(book: Book) -> Iterator[Finding]:
    """Year, month and day of not_before are in the sentence that proves it."""
    for row in book.rows("posts"):
        year, month, day = (*row["not_before"].split("-"), "", "")[:3]
        sentence = row["not_before_sentence_id"]
        words = book.words_of(sentence)
        missing = "" if year in words else year
        missing = missing or (month if month and not shows_month(words, month) else "")
        missing = missing or (day if not _shows_day(words, day) else "")
        if words and missing:
            reason = f"{missing} of {row['not_before']} is not in {sentence}"
            yield wrong("posts", row, "not_before", reason, f"{_COPY} that give it")


@rule
def periods_say_what_their_words_say(book: Book) -> Iterator[Finding]:
    """Years, months and days of a period are in its words; open sides have a word that opens them.

    A day is in the sentence of the words or in the next ('lasted 23 days until June 25').
    """
    after = _following_sentences(book)
    for name in ("claims", "figures"):
        for row in _present(name, book):
            sentence = row["period_sentence_id"]
            near = f"{book.words_of(sentence)} {after.get(sentence, '')}"
            for reason in _wrong_dates(row, near):
                yield wrong(name, row, "period", reason, "write the period as its words give it")


def _following_sentences(book: Book) -> dict[str, str]:
    """Return the words of the sentence after each, none at the end of a post."""
    after: dict[str, str] = {}
    for post in book.rows("posts"):
        rows = book.of("sentences", "post_id", post["post_id"])
        after |= {one["sentence_id"]: two["quote"] for one, two in pairwise(rows)}
    return after


def _wrong_dates(row: Row, near: str) -> Iterator[str]:
    period, words = row["period"], row["period_words"]
    if not period and re.search(r"[0-9]{4}", words):
        yield f"is empty, and {words!r} names a year"
    if re.fullmatch(r"[0-9]{4}", period) and (named := _NAMED_MONTH.search(words)):
        yield f"leaves out {named.group()}, which {words!r} names"
    begin, _, end = period.partition("/")
    opens = (begin == ".." and not _OPEN_START.search(words)) or (
        end == ".." and not _OPEN_END.search(words)
    )
    if opens:
        yield f"no word for an open side is in {words!r}"
    for date in filter(None, re.split(r"[/~?]|\.\.", period)):
        year, month, day = (*date.split("-"), "", "")[:3]
        if re.search(r"[0-9]{4}", words) and year.rstrip("X") not in words:
            yield f"{year} is not in {words!r}"
        if month and not shows_month(words, month):
            yield f"no word for month {month} is in {words!r}"
        if not _shows_day(near, day):
            yield f"day {int(day)} is neither in the sentence of the words nor in the next"


def _shows_day(words: str, day: str) -> bool:
    return not day or bool(re.search(rf"(?<![0-9]){int(day)}(?![0-9])", words))


def shows_month(words: str, month: str) -> bool:
    """Return whether words show a month ('01' … '12') by name or as CODEBOOK section 6 says."""
    names = _MONTHS[int(month) - 1 : int(month)]
    return any(word in words for word in (*_WORDS_OF_MONTH.get(month, ()), *names))


@rule
def statements_say_what_the_post_says(book: Book) -> Iterator[Finding]:
    """A statement has the numbers of its post and figures alone, and every year of its period."""
    for row in _present("claims", book):
        read = {one["value"] for one in book.of("numerals", "post_id", row["post_id"])}
        # What a coder reads in garbled words is in no numeral.
        for figure in book.of("figures", "claim_id", row["claim_id"]):
            read |= {figure["value"], figure["value_high"]}
        for numeral in find_numerals(row["statement"]):
            if numeral.text[0].isdigit() and to_text(numeral.value) not in read:
                reason = f"{numeral.text} is nowhere in {row['post_id']}"
                yield wrong("claims", row, "statement", reason, "write the numbers of the post")
        for year in dict.fromkeys(_YEAR.findall(row["period"])):
            if year not in row["statement"]:
                reason = f"does not say {year}, a year of its period"
                yield wrong("claims", row, "statement", reason, "say the year")


@rule
def words_of_figures_are_in_the_text(book: Book) -> Iterator[Finding]:
    """A condition is in the figure's quote, a base in its sentence, a population there or before.

    The words that name an operation often stand in a sentence before that of its results.
    """
    for row in _present("figures", book):
        sentence, other = row["sentence_id"], row["population_sentence_id"]
        places = {
            "condition": (row["figure_id"], row["quote"]),
            "base": (sentence, book.words_of(sentence)),
            "population": (other, book.words_of(other)),
        }
        for column, (where, words) in places.items():
            if row[column] and row[column] not in words:
                yield wrong("figures", row, column, f"{row[column]!r} is not in {where}", _COPY)
        if other and position_of(other) > position_of(sentence):
            reason = f"{other} stands after the figure"
            fix = "name the figure's sentence or an earlier one"
            yield wrong("figures", row, "population_sentence_id", reason, fix)


@rule
def rates_and_directions_have_words(book: Book) -> Iterator[Finding]:
    """The claim holds a word for the direction of a change and for the unit of time of a rate."""
    for row in _present("figures", book):
        claim = book.get("claims", row["claim_id"])
        for column, pattern_of in (("per", _PER), ("direction", _DIRECTIONS)):
            pattern = pattern_of.get(row[column])
            if pattern and claim and not pattern.search(claim["quote"]):
                reason = f"no word for {row[column]!r} is in {row['claim_id']}"
                fix = "correct it, or widen the claim's quote"
                yield wrong("figures", row, column, reason, fix)
        for code, pattern in _PER.items():
            if pattern.search(row["quote"]) and not row["per"]:
                reason = f"is empty, and the quote names {code!r}"
                yield wrong("figures", row, "per", reason, f"add 'per {code}'")


@rule
def claims_state_their_figures(book: Book) -> Iterator[Finding]:
    """The statement of a claim says the value of each of its figures."""
    for row in _present("figures", book):
        claim = book.get("claims", row["claim_id"])
        numerals = find_numerals(claim["statement"]) if claim else ()
        stated = {"", *(to_text(value_of(one)) for one in numerals)}
        for column in ("value", "value_high"):
            if claim and row[column] not in stated:
                reason = f"the statement of {row['claim_id']} does not say {row[column]}"
                yield wrong("figures", row, column, reason, "say it in the statement")


@rule
def figures_agree_with_their_claim(book: Book) -> Iterator[Finding]:
    """A figure has the claim's time and source or its own; what is the claim's has its sentence.

    Its period lies in the claim's period, its place in the claim's place.
    """
    for row in book.rows("figures"):
        claim = book.get("claims", row["claim_id"])
        if claim is None:
            continue
        for column in ("period_words", "attribution"):
            if claim[column] and not row[column]:
                reason = f"is empty, and {claim['claim_id']} has {claim[column]!r}"
                yield wrong("figures", row, column, reason, "build the package again")
        for column, others in _TAKEN_FROM.items():
            for other in others if row[column] and row[column] == claim[column] else ():
                if row[other] != claim[other]:
                    reason = (
                        f"is {row[other]!r}, and {claim[other]!r} in {claim['claim_id']} with the "
                        f"same {column}"
                    )
                    yield wrong("figures", row, other, reason, "write the same, or other words")
        places = book.sources.enclosing(row["place"])
        if claim["place"] and places and claim["place"] not in places:
            reason = f"{row['place']} is not in {claim['place']}, the place of its claim"
            yield wrong("figures", row, "place", reason, "correct one of the two")
        periods = (claim["period"], row["period"])
        if all(period and is_real_period(period) for period in periods) and not contains(*periods):
            reason = f"{row['period']} is not in {claim['period']}, when its claim holds"
            yield wrong("figures", row, "period", reason, "correct one of the two")


@rule
def numerals_that_limit_a_figure_are_in_its_words(book: Book) -> Iterator[Finding]:
    """A numeral that is a part of a figure limits it: condition or base hold it."""
    for row in _present("numerals", book):
        figure = book.get("figures", row["figure_id"]) if row["disposition"] == "part" else None
        if figure and row["quote"] not in figure["condition"] + "\n" + figure["base"]:
            reason = f"neither condition nor base holds {row['quote']!r} ({row['numeral_id']})"
            yield wrong("figures", figure, "condition", reason, "add 'condition WORDS'")


@rule
def substances_are_those_that_the_text_names(book: Book) -> Iterator[Finding]:
    """A substance is mentioned in the sentence; the only one that a quote names is the figure's."""
    substances = {
        row["entity_id"] for row in book.rows("entities") if row["entity_type"] == "substance"
    }
    for row in book.rows("figures"):
        mentions = book.of("entity_mentions", "sentence_id", row["sentence_id"])
        named = {one["entity_id"] for one in mentions if holds(row, one)} & substances
        entity = book.get("entities", row["substance"])
        fix = "name a substance that the sentence mentions"
        if row["substance"] and not entity:
            continue  # an unknown id is a finding of its own
        if entity and entity["entity_type"] != "substance":
            reason = f"is not an entity of the type substance, but {entity['entity_type']}"
            yield wrong("figures", row, "substance", reason, fix)
        elif row["substance"] and row["substance"] not in {one["entity_id"] for one in mentions}:
            reason = f"{row['substance']} is not mentioned in {row['sentence_id']}"
            yield wrong("figures", row, "substance", reason, fix)
        elif len(named) == 1 and row["substance"] not in named:
            name = named.pop()
            reason = f"is {row['substance'] or 'empty'}, and the quote names {name}"
            yield wrong("figures", row, "substance", reason, f"add 'substance {name}'")


@rule
def units_fit_indicators(book: Book) -> Iterator[Finding]:
    """A level has a unit of its indicator's kind; shares, durations, ranks have their own kinds."""
    for row in book.rows("figures"):
        unit = book.get("units", row["unit"])
        indicator = book.get("indicators", row["indicator_id"])
        if indicator is None or (row["unit"] and unit is None):
            continue
        kind, own = unit["quantity_kind"] if unit else "", indicator["quantity_kind"]
        role = row["figure_role"]
        fits = {
            "level": kind == own and own not in ("duration", "rank"),
            "duration": kind == own == "duration",
            "rank": own == "rank" and kind in ("rank", ""),
            "share": kind == "share",
            "change": kind in ("share", "share_difference", own) or not (kind or row["value"]),
            "ratio": kind in ("ratio", "share", "share_difference", ""),
        }
        if not fits.get(role, True):
            reason = (
                f"the unit {row['unit'] or 'none'} ({kind or 'no kind'}) does not fit a {role} of "
                f"{row['indicator_id']} ({own})"
            )
            fix = "change indicator, role, quote or unit, or add the noun to units.yaml"
            yield wrong("figures", row, "unit", reason, fix)


@rule
def no_figure_is_its_own_base(book: Book) -> Iterator[Finding]:
    """The base of a figure is another figure, and so is the whole that it is a part of."""
    for row in book.rows("figures"):
        for column in ("base_figure_id", "part_of_figure_id"):
            if row[column] == row["figure_id"]:
                yield wrong("figures", row, column, "is the figure itself", "name another")


@rule
def parts_fit_into_their_whole(book: Book) -> Iterator[Finding]:
    """A part is counted in the base unit of its whole, is not larger, and no circle closes.

    Sizes are compared only where the post gives both as they are: 'over 100' may be any more.
    """
    for row in book.rows("figures"):
        whole = book.get("figures", row["part_of_figure_id"])
        if whole is None or whole is row:
            continue  # an unknown id and the figure itself are findings of their own
        name, reason = whole["figure_id"], ""
        exact = row["qualifier"] == whole["qualifier"] == "as_stated"
        size, most = (
            read_plain(one["value_high_base"] or one["value_base"]) for one in (row, whole)
        )
        if _base_unit(row, book) != _base_unit(whole, book):
            reason = f"{name} is counted in {whole['unit'] or 'no unit'}, this in {row['unit']}"
        elif exact and size is not None and most is not None and size > most:
            reason = f"{row['value']} is more than {whole['value']}, the value of {name}"
        elif row["figure_id"] in _wholes(whole, book):
            reason = f"{name} is itself a part of this figure"
        if reason:
            yield wrong("figures", row, "part_of_figure_id", reason, "name the whole, or none")


def _base_unit(row: Row, book: Book) -> str:
    unit = book.get("units", row["unit"])
    return unit["base_unit"] if unit else row["unit"]


def _wholes(row: Row, book: Book) -> list[str]:
    """Return the ids of what a figure is a part of, and of what that is a part of, each once."""
    found: list[str] = []
    following: Row | None = row
    while following and following["part_of_figure_id"] not in ("", *found):
        found.append(following["part_of_figure_id"])
        following = book.get("figures", found[-1])
    return found
