"""The table numerals of one post: every numeral of the text and what became of it."""

from collections.abc import Container, Mapping, Sequence

from scripts.curation.coding import Sentence
from scripts.problem import Problem
from scripts.reading.numbers import Numeral, find_numerals
from scripts.reading.quantities import Unit, read_quantity
from scripts.tables.annotated import AnnotatedPost, Row
from scripts.tables.csv_bytes import to_text

DERIVED = ("figure", "part")


def make_numerals(
    annotated: AnnotatedPost, dispositions: Container[str], units: Sequence[Unit]
) -> tuple[list[Row], list[Problem]]:
    """Return the post's rows of `numerals`; one that is not accounted for is a problem.

    In a figure's quote the numerals of its value are `figure`, the others `part`; what stands
    elsewhere is decided in the curation file (CODEBOOK, 5).
    """
    owners = figure_numerals(annotated, units)
    rows: list[Row] = []
    problems: list[Problem] = []
    for sentence in annotated.coding.sentences:
        offset, end = annotated.spans[sentence.line]
        found = find_numerals(annotated.post.text[offset:end])
        decided, unmatched = _decisions(annotated, sentence, found, dispositions)
        problems += unmatched
        for numeral in found:
            start = offset + numeral.start
            figure = owners.get(start)
            typed = decided.get(numeral.start)
            if figure and typed:
                message = f"{numeral.text} stands in a figure's quote and is also given as {typed}"
                problems.append(annotated.problem(sentence.line, message, "remove one of the two"))
            if not figure and not typed:
                message = f"the numeral {numeral.text!r} of {sentence.number} is not accounted for"
                mend = "add it to an 'n' line, or to a figure's quote"
                problems.append(annotated.problem(sentence.line, message, mend))
            disposition, figure_id = figure or (typed, None)
            rows.append(
                {
                    "numeral_id": annotated.row_id(f"n{start}"),
                    "post_id": annotated.post.post_id,
                    "sentence_id": annotated.row_id(sentence.number),
                    **annotated.span_cells((start, offset + numeral.end)),
                    "numeral_type": numeral.numeral_type,
                    "value": numeral.value,
                    "disposition": disposition,
                    "figure_id": figure_id,
                }
            )
    return rows, problems


def figure_numerals(annotated: AnnotatedPost, units: Sequence[Unit]) -> dict[int, tuple[str, str]]:
    """Return, by offset of the numeral, `figure` or `part` and the id of the figure.

    A numeral in several figures' quotes belongs to the one whose value it is.
    """
    owners: dict[int, tuple[str, str]] = {}
    for _, _, figure in annotated.figures():
        start, end = annotated.spans[figure.line]
        quote = annotated.post.text[start:end]
        try:
            of_value = {numeral.start for numeral in read_quantity(quote, units).numerals}
        except ValueError:
            continue
        typed = figure.fields.get("value")
        if typed is not None:
            of_value = {n.start for n in find_numerals(quote) if to_text(n.value) == typed}
        for numeral in find_numerals(quote):
            position = start + numeral.start
            disposition = "figure" if numeral.start in of_value else "part"
            if disposition == "figure" or position not in owners:
                owners[position] = (disposition, annotated.row_id(figure.number))
    return owners


def _decisions(
    annotated: AnnotatedPost,
    sentence: Sentence,
    found: Sequence[Numeral],
    dispositions: Container[str],
) -> tuple[Mapping[int, str], list[Problem]]:
    decided: dict[int, str] = {}
    problems = []
    for decision in sentence.numerals:
        words = decision.quote.words
        if decision.disposition not in dispositions or decision.disposition in DERIVED:
            message = f"{words}={decision.disposition} is no disposition to be typed"
            problems.append(annotated.problem(decision.line, message, "see CODEBOOK, section 5"))
        same = [numeral for numeral in found if numeral.text == words]
        if len(same) < decision.quote.occurrence:
            mend = f"the numerals found are {', '.join(numeral.text for numeral in found)}"
            message = f"no numeral {words!r} in {sentence.number}"
            problems.append(annotated.problem(decision.line, message, mend))
            continue
        numeral = same[decision.quote.occurrence - 1]
        if numeral.start in decided:
            message = f"the numeral {words!r} is given twice"
            problems.append(annotated.problem(decision.line, message, "use #2 for the second"))
        decided[numeral.start] = decision.disposition
    return decided, problems
