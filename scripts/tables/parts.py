"""Cells that several tables take from the lines of a curation file."""

from collections.abc import Iterator, Mapping

from scripts.curation.coding import Part
from scripts.curation.finding import Finding
from scripts.curation.loading import CodedPost
from scripts.tables.row import Origin, Row

LETTER_OF = {
    **{"numeral_id": "n", "entity_mention_id": "e", "phrase_id": "x"},
    **{"evaluation_id": "v", "remainder_id": "r"},
}
"""The letter in the ids of rows that are named by their place, by the column of the id."""


def row_id(coded: CodedPost, number: str) -> str:
    """Return the id of a row: 'c07' of post p03 is 'p03.c07', '' stays ''."""
    return f"{coded.post.post_id}.{number}" if number else ""


def parts_of(coded: CodedPost, kind: str) -> Iterator[tuple[Part, Part]]:
    """Yield every line of a kind that stands under a sentence, after its sentence."""
    for sentence in coded.coding.sentences:
        for part in sentence.all(kind):
            yield sentence, part


def span_cells(text: str, span: tuple[int, int]) -> dict[str, str]:
    """Return the cells char_start, char_end and quote."""
    start, end = span
    return {"char_start": str(start), "char_end": str(end), "quote": text[start:end]}


def found_cells(sentence: Row, key: str, start: int, quote: str) -> dict[str, str]:
    """Return the cells of words found in a sentence at an offset of its post, the key first."""
    return {
        key: f"{sentence['post_id']}.{LETTER_OF[key]}{start}",
        "post_id": sentence["post_id"],
        "sentence_id": sentence["sentence_id"],
        "char_start": str(start),
        "char_end": str(start + len(quote)),
        "quote": quote,
    }


def quoted_row(
    coded: CodedPost,
    sentence: Part,
    id_column: str,
    part: Part,
    cells: Mapping[str, str],
    columns: Mapping[str, Part | None] | None = None,
) -> Row:
    """Return a row of a quote: id, post, sentence and span, then the given cells.

    Args:
        coded: the post.
        sentence: the sentence that the quote stands in.
        id_column: the name of the table's key, '' where the row has no id of its own.
        part: the line with the quote; its number, or its place in the post, makes the id.
        cells: the other cells.
        columns: the line that decides a column, where it is another one.
    """
    span = coded.spans[part.line]
    number = part["number"] or f"{LETTER_OF.get(id_column, '')}{span[0]}"
    return Row(
        {
            **({id_column: row_id(coded, number)} if id_column else {}),
            "post_id": coded.post.post_id,
            "sentence_id": row_id(coded, sentence["number"]),
            **span_cells(coded.post.text, span),
            **cells,
        },
        origin_of(coded, part, columns or {}),
    )


def origin_of(coded: CodedPost, part: Part, columns: Mapping[str, Part | None]) -> Origin:
    """Return the origin of a row: a line, and the lines that decide single columns."""
    file = coded.coding.file
    lines = {name: Origin(file, one.line) for name, one in columns.items() if one}
    return Origin(file, part.line, lines)


def finding(coded: CodedPost, part: Part, reason: str, fix: str) -> Finding:
    """Return a finding about a line of the post's curation file."""
    return Finding(coded.coding.file, part.line, reason=reason, fix=fix)


def taken_cells(
    coded: CodedPost, part: Part, parent: Part | None
) -> tuple[dict[str, str], dict[str, Part | None]]:
    """Return the cells of period, place and attribution, and the lines that decide them.

    A figure takes what it does not give itself from its claim (`parent`), a claim its place from
    the post's default. The sentence of each is filled where the line names it (scripts/tables/
    taken.py finds the others).
    """

    def line(kind: str) -> Part | None:
        return part.first(kind) or (parent.first(kind) if parent else None)

    def sentence(line: Part | None) -> str:
        return row_id(coded, line["sentence"]) if line else ""

    when, where, by = line("when"), line("where"), line("by")
    place = where["value"] if where else coded.coding.defaults.get("where", "-")
    cells = {
        "period": when["value"] if when and when["value"] != "-" else "",
        "period_words": when["words"] if when else "",
        "period_sentence_id": sentence(when),
        "place": "" if place == "-" else place,
        "place_sentence_id": sentence(where) if place != "-" else "",
        "attribution": by["words"] if by else "",
        "attribution_sentence_id": sentence(by),
    }
    where = where or coded.coding.top.first("default")
    lines = {"period": when, "place": where, "attribution": by}
    columns = {name: lines[name.partition("_")[0]] for name in cells}
    return cells, columns
