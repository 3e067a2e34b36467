"""The tables posts and sentences of one post."""

import hashlib
from collections.abc import Container, Mapping

from scripts.curation.coding import Carried
from scripts.problem import Problem
from scripts.reading.periods import years_named
from scripts.tables.annotated import AnnotatedPost, Row
from scripts.tables.provenance import PlaceWords


def make_post(annotated: AnnotatedPost, place_words: PlaceWords) -> tuple[list[Row], list[Problem]]:
    """Return the post's one row of `posts`.

    word_count counts runs of characters that are not white space; sha256 is of the text in UTF-8.
    """
    post, coding = annotated.post, annotated.coding
    problems = []
    if coding.about not in place_words:
        mend = "add 'about PLACE' with a code of places.yaml"
        problems.append(annotated.problem(1, f"about {coding.about!r} is no place", mend))
    row: Row = {
        "post_id": post.post_id,
        "title": post.title,
        "text": post.text,
        "text_status": "present",
        "archive_start": post.archive_start,
        "post_type": post.post_type,
        "note_count": post.note_count,
        "language": "en",
        "word_count": len(post.text.split()),
        "sha256": hashlib.sha256(post.text.encode()).hexdigest(),
        "about": coding.about,
        "not_before": None,
        "not_before_sentence_id": None,
    }
    if coding.not_before:
        proof = coding.not_before
        holders = [
            sentence
            for sentence in coding.sentences
            if proof.words in sentence.text and proof.sentence in ("", sentence.number)
        ]
        if not holders:
            message = f"the words {proof.words!r} do not stand in the post"
            problems.append(annotated.problem(proof.line, message, "copy them from the post"))
        else:
            row["not_before"] = proof.value
            row["not_before_sentence_id"] = annotated.row_id(holders[0].number)
            problems += _date_problems(annotated, proof)
    return [row], problems


def _date_problems(annotated: AnnotatedPost, proof: Carried) -> list[Problem]:
    try:
        missing = [year for year in years_named(proof.value) if year not in proof.words]
    except ValueError as error:
        return [annotated.problem(proof.line, str(error), "write the date as EDTF")]
    mend = "copy the words that give the year"
    return [
        annotated.problem(proof.line, f"the year {year} does not stand in {proof.words!r}", mend)
        for year in missing
    ]


def make_sentences(
    annotated: AnnotatedPost, codelists: Mapping[str, Container[str]]
) -> tuple[list[Row], list[Problem]]:
    """Return the post's rows of `sentences`; every sentence has claims or a reason for none.

    `paragraph` counts line breaks of the post before the sentence: 0 is the title.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    for index, sentence in enumerate(annotated.coding.sentences):
        role = sentence.role or ("title" if index == 0 else "body")
        codes = (
            ("sentence_role", role),
            ("no_claim_reason", sentence.none),
            ("rest_reason", sentence.rest),
        )
        for column, value in codes:
            if value and value not in codelists[column]:
                message = f"{sentence.number}: {value!r} is no {column}"
                problems.append(annotated.problem(sentence.line, message, "see the codelist"))
        if bool(sentence.claims) == bool(sentence.none):
            has = "claims and a reason for none" if sentence.claims else "neither claim nor reason"
            message = f"{sentence.number} has {has}"
            problems.append(annotated.problem(sentence.line, message, "give it one of the two"))
        if sentence.rest and not sentence.claims:
            message = f"{sentence.number} has 'rest' and no claim"
            problems.append(annotated.problem(sentence.line, message, "use 'none'"))
        start, _ = span = annotated.spans[sentence.line]
        rows.append(
            {
                "sentence_id": annotated.row_id(sentence.number),
                "post_id": annotated.post.post_id,
                "paragraph": annotated.post.text.count("\n", 0, start),
                **annotated.span_cells(span),
                "sentence_role": role,
                "no_claim_reason": sentence.none or None,
                "rest_reason": sentence.rest or None,
            }
        )
    return rows, problems
