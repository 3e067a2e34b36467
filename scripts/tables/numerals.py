"""The table numerals: every numeral of the text and what became of it."""

from collections.abc import Sequence

from scripts.curation.coding import Part
from scripts.curation.finding import Finding, unknown
from scripts.curation.loading import CodedPost
from scripts.reading.numbers import find_numerals, to_text
from scripts.tables.book import Book
from scripts.tables.figures import reading
from scripts.tables.parts import finding, found_cells, origin_of, row_id
from scripts.tables.row import Row, span_of

DERIVED = ("figure", "part")
"""The dispositions of numerals in a figure's quote; the others are typed (CODEBOOK, 5)."""


def numerals_of(sentence: Row, book: Book) -> list[Row]:
    """Return the rows of a sentence's numerals; the disposition is empty outside figures."""
    offset, _ = span_of(sentence)
    owners = _owners(sentence, book)
    rows = []
    for numeral in find_numerals(sentence["quote"]):
        start = offset + numeral.start
        disposition, figure_id = owners.get(start, ("", ""))
        cells = {
            **found_cells(sentence, "numeral_id", start, numeral.text),
            "numeral_type": numeral.numeral_type,
            "value": to_text(numeral.value),
            "disposition": disposition,
            "figure_id": figure_id,
        }
        rows.append(Row(cells, sentence.origin))
    return rows


def _owners(sentence: Row, book: Book) -> dict[int, tuple[str, str]]:
    """Return, by offset of a numeral, `figure` or `part` and the id of its figure.

    The numerals of a figure's value are `figure`, the others of its quote `part`. Of a value that
    a coder typed, those that say it are `figure`, where any do. A numeral in several figures'
    quotes belongs to the one whose value it is.
    """
    owners: dict[int, tuple[str, str]] = {}
    for figure in book.of("figures", "sentence_id", sentence["sentence_id"]):
        read = reading(figure["quote"], book)
        if read is None:
            continue
        numerals = find_numerals(figure["quote"])
        of_value = {numeral.start for numeral in read.numerals}
        if figure["override_reason"]:
            typed = {one.start for one in numerals if to_text(one.value) == figure["value"]}
            of_value = typed or of_value
        for numeral in numerals:
            position = int(figure["char_start"]) + numeral.start
            disposition = "figure" if numeral.start in of_value else "part"
            if disposition == "figure" or position not in owners:
                owners[position] = (disposition, figure["figure_id"])
    return owners


def make_numerals(coded: CodedPost, book: Book) -> tuple[list[Row], list[Finding]]:
    """Return the post's rows of `numerals`, and 'n' lines that decide nothing."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for sentence in coded.coding.sentences:
        row = book.by_id("sentences")[row_id(coded, sentence["number"])]
        found = numerals_of(row, book)
        for line in sentence.all("numerals"):
            findings += _decide(coded, sentence, line, found)
        rows += found
    return rows, findings


def _decide(coded: CodedPost, sentence: Part, line: Part, rows: Sequence[Row]) -> list[Finding]:
    """Write the dispositions of one 'n' line into the rows that it names."""
    findings = []

    def wrong(reason: str, fix: str) -> None:
        findings.append(finding(coded, line, reason, fix))

    for part in line["list"].split(";"):
        token, _, disposition = map(str.strip, part.rpartition("="))
        words, _, nth = token.partition("#")
        same = [row for row in rows if row["quote"] == words.strip()]
        count = int(nth) if nth in set("123456789") else 1
        if len(same) < count:
            found = [row["quote"] for row in rows] or ["none"]
            reason = f"no numeral {token!r} in {sentence['number']}"
            wrong(*unknown(reason, words.strip(), found, "the sentence", closed=True))
            continue
        row = same[count - 1]
        if row["disposition"] in DERIVED:
            wrong(
                f"{token} is in a figure's quote and is also given as {disposition}",
                "remove one of the two",
            )
        elif row["disposition"]:
            wrong(f"the numeral {token!r} is given twice", f"write '{words}#2=…' for the second")
        elif disposition in DERIVED:
            fix = "quote it in a figure, or write another code"
            wrong(f"{token}={disposition} cannot be typed, it follows from the figures", fix)
        else:
            row["disposition"] = disposition
            row.origin = origin_of(coded, line, {})
    return findings
