"""The table figures of one post."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from schemas.edtf import bounds
from scripts.curation.coding import Part
from scripts.curation.finding import Finding
from scripts.curation.loading import CodedPost
from scripts.reading.numbers import read_plain, to_text
from scripts.reading.quantities import Quantity
from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.parts import finding, parts_of, quoted_row, row_id, taken_cells
from scripts.tables.row import Row

_FIELDS = ("per", "base", "condition", "substance", "population")
MEASURED = ("value", "value_high", "qualifier", "unit")
"""The columns that follow from the quote; a typed one needs a reason (CODEBOOK, 4)."""

_NUMBER = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})?")


def figures_of(coded: CodedPost) -> Iterator[tuple[Part, Part, Part]]:
    """Yield every figure of a post with its sentence and claim."""
    for sentence, claim in parts_of(coded, "claim"):
        for figure in claim.all("figure"):
            yield sentence, claim, figure


def make_figures(coded: CodedPost) -> list[Row]:
    """Return the post's rows of `figures`, with what is typed."""
    rows = []
    for sentence, claim, figure in figures_of(coded):
        taken, columns = taken_cells(coded, figure, claim)
        population = figure.first("population")
        cells = {
            "claim_id": row_id(coded, claim["number"]),
            "indicator_id": figure["indicator"],
            "figure_role": figure["role"],
            "direction": figure["direction"],
            **{name: canonical(figure.value(name)) for name in MEASURED},
            **{name: figure.value(name) for name in _FIELDS},
            "base_figure_id": row_id(coded, figure.value("base_figure")),
            "part_of_figure_id": row_id(coded, figure.value("part_of")),
            "population_sentence_id": row_id(coded, population["sentence"]) if population else "",
            **taken,
            "override_reason": figure.value("reason"),
        }
        columns |= {name: figure.first(name) for name in (*MEASURED, *_FIELDS)}
        columns |= {
            "value_base": columns["value"],
            "value_high_base": columns["value_high"],
            "base_figure_id": figure.first("base_figure"),
            "part_of_figure_id": figure.first("part_of"),
            "population_sentence_id": population,
            "override_reason": figure.first("reason"),
        }
        rows.append(quoted_row(coded, sentence, "figure_id", figure, cells, columns))
    return rows


def canonical(typed: str) -> str:
    """Return a typed number as cells hold it; what is not a plain number stays as it is."""
    return to_text(Decimal(typed)) if _NUMBER.fullmatch(typed) else typed


def needless_lines(coded: CodedPost, book: Book) -> Iterator[Finding]:
    """Yield typed readings that follow from the quote."""
    for _, _, figure in figures_of(coded):
        typed = figure.all(*MEASURED)
        read = reading(coded.post.text[slice(*coded.spans[figure.line])], book)
        for part in typed if read else []:
            if canonical(part["value"]) == measured(read, part.kind):
                reason = f"{figure['number']}: {part.kind} {part['value']} follows from the quote"
                yield finding(coded, part, reason, "remove the line")


def reading(quote: str, book: Book) -> Quantity | None:
    """Return what a quote reads as, None where it reads as a range that falls."""
    try:
        return book.quantity(quote)
    except ValueError:
        return None


def measured(read: Quantity | None, column: str) -> str:
    """Return one of the MEASURED columns of a reading as text."""
    if read is None:
        return ""
    value = getattr(read, column)
    return to_text(value) if column.startswith("value") else str(value)


def _measured(column: str, row: Row, book: Book) -> str | None:
    read = reading(row["quote"], book) if row["quote"] else None
    return None if read is None else measured(read, column)


for _column in MEASURED:
    derived("figures", _column, "override_reason", "correct it, or add 'reason …'")(
        partial(_measured, _column)
    )


def _in_base_unit(column: str, row: Row, book: Book) -> str | None:
    value, unit = read_plain(row[column]), book.get("units", row["unit"])
    if value is None:
        return None if row[column] else ""
    if row["unit"] and unit is None:
        return row.get(f"{column}_base") or row[column]  # nothing follows from an unknown unit
    factor = read_plain(unit["factor"]) if unit else Decimal(1)
    return None if factor is None else to_text(value * factor)


derived("figures", "value_base")(partial(_in_base_unit, "value"))
derived("figures", "value_high_base")(partial(_in_base_unit, "value_high"))


def _bound(side: int, row: Row, book: Book) -> str | None:
    try:
        return bounds(row["period"])[side] if row["period"] else ""
    except ValueError:
        return None


derived("figures", "period_start")(partial(_bound, 0))
derived("figures", "period_end")(partial(_bound, 1))
