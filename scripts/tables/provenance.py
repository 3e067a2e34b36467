"""Period, place and attribution: the values and the sentence that each was taken from."""

import re
from collections.abc import Mapping
from functools import cache

from scripts.curation.coding import Carried, Claim, Figure, Sentence
from scripts.problem import Problem
from scripts.reading.periods import bounds, years_named
from scripts.tables.annotated import AnnotatedPost, Row

PlaceWords = Mapping[str, tuple[str, ...]]


def provenance_cells(
    annotated: AnnotatedPost,
    sentence: Sentence,
    part: Claim | Figure,
    parent: Claim | None,
    place_words: PlaceWords,
) -> tuple[Row, list[Problem]]:
    """Return the cells of period, place and attribution, with the sentences they come from.

    Args:
        annotated: the post.
        sentence: the sentence of the claim or figure.
        part: the claim, or the figure.
        parent: the figure's claim, whose values hold where the figure has none; None for a claim.
        place_words: the words that show each place (places.yaml).

    Raises nothing; what cannot be found in the post comes back as problems (CODEBOOK, 1 and 6).
    """
    when = part.when or (parent.when if parent else None)
    where = part.where or (parent.where if parent else None)
    by = part.by or (parent.by if parent else None)
    period, problems = _period_cells(annotated, sentence, when)
    place, found = _place_cells(annotated, sentence, where, part.line, place_words)
    attribution: Row = {"attribution": None, "attribution_sentence_id": None}
    if by:
        attribution["attribution"] = by.value
        words = Carried("", by.value, by.sentence, by.line)
        attribution["attribution_sentence_id"], missing = _locate(annotated, sentence, words)
        found += missing
    return period | place | attribution, problems + found


def _period_cells(
    annotated: AnnotatedPost, sentence: Sentence, when: Carried | None
) -> tuple[Row, list[Problem]]:
    cells: Row = {"period": None, "period_words": None, "period_sentence_id": None}
    if when is None:
        return cells, []
    cells["period_words"] = when.words
    cells["period_sentence_id"], problems = _locate(annotated, sentence, when)
    if when.value == "-":
        return cells, problems
    try:
        bounds(when.value)
    except ValueError as error:
        mend = "write the period as EDTF, CODEBOOK section 6"
        return cells, [*problems, annotated.problem(when.line, str(error), mend)]
    cells["period"] = when.value
    if not problems:
        stands = _sentence_text(annotated, str(cells["period_sentence_id"]))
        for year in years_named(when.value):
            if year not in stands:
                message = f"the year {year} of {when.value} does not stand in the period's sentence"
                mend = "name the words, or the sentence (@ sNN), that give the year"
                problems.append(annotated.problem(when.line, message, mend))
    return cells, problems


def _place_cells(
    annotated: AnnotatedPost,
    sentence: Sentence,
    where: Carried | None,
    line: int,
    place_words: PlaceWords,
) -> tuple[Row, list[Problem]]:
    cells: Row = {"place": None, "place_sentence_id": None}
    value = where.value if where else annotated.coding.defaults.get("where", "-")
    if value == "-":
        return cells, []
    at = where.line if where else line
    if value not in place_words:
        mend = f"use one of {', '.join(sorted(place_words))}"
        return cells, [annotated.problem(at, f"unknown place {value!r}", mend)]
    cells["place"] = value
    candidates = _upwards(annotated, sentence)
    if where and where.sentence:
        candidates = [s for s in annotated.coding.sentences if s.number == where.sentence]
        if not candidates:
            return cells, [_no_sentence(annotated, where)]
    for candidate in candidates:
        if place_pattern(place_words[value]).search(candidate.text):
            cells["place_sentence_id"] = annotated.row_id(candidate.number)
            return cells, []
    message = f"no word for {value} (places.yaml) stands in this sentence or in one before it"
    return cells, [annotated.problem(at, message, "name the sentence: where PLACE @ sNN")]


@cache
def place_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern that finds one of a place's words as a whole word."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _upwards(annotated: AnnotatedPost, sentence: Sentence) -> list[Sentence]:
    index = annotated.coding.sentences.index(sentence)
    return annotated.coding.sentences[index::-1]


def _locate(
    annotated: AnnotatedPost, sentence: Sentence, carried: Carried
) -> tuple[str | None, list[Problem]]:
    if carried.sentence:
        named = [s for s in annotated.coding.sentences if s.number == carried.sentence]
        if not named:
            return None, [_no_sentence(annotated, carried)]
        candidates = named
    else:
        candidates = _upwards(annotated, sentence)
    for candidate in candidates:
        if carried.words in candidate.text:
            return annotated.row_id(candidate.number), []
    message = f"the words {carried.words!r} do not stand where they should"
    mend = "copy them from this sentence, from one before it, or name the sentence with @ sNN"
    return None, [annotated.problem(carried.line, message, mend)]


def _no_sentence(annotated: AnnotatedPost, carried: Carried) -> Problem:
    mend = "name a sentence of this post"
    return annotated.problem(carried.line, f"no sentence {carried.sentence}", mend)


def _sentence_text(annotated: AnnotatedPost, sentence_id: str) -> str:
    number = sentence_id.partition(".")[2]
    return next(s.text for s in annotated.coding.sentences if s.number == number)
