"""Compare two codings of the same posts: which units both found, and where their codes agree."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from scripts.tables.annotated import Cell, Row
from scripts.tables.csv_bytes import to_text

# Two spans are the same unit where they share at least half of the words' extent (intersection
# over union), the usual relaxed match of span annotation; CODEBOOK, section 12.
SHARED_EXTENT = 0.5

FIELDS: Mapping[str, tuple[str, ...]] = {
    "claim": (
        "claim_type",
        "mode",
        "theme",
        "narrative",
        "target",
        "stance",
        "period",
        "place",
        "reading",
    ),
    "figure": (
        "indicator_id",
        "figure_role",
        "direction",
        "value",
        "value_high",
        "qualifier",
        "unit",
        "substance",
        "period",
        "place",
    ),
    "operation_mention": ("operation_id", "identity"),
    "numeral": ("disposition",),
    "sentence": ("sentence_role", "no_claim_reason"),
}
TABLE_OF = {
    "claim": "claims",
    "figure": "figures",
    "operation_mention": "operation_mentions",
    "numeral": "numerals",
    "sentence": "sentences",
}


class Pair(NamedTuple):
    """A unit that both codings found."""

    first: Row
    second: Row


def overlap(first: Row, second: Row) -> float:
    """Return intersection over union of two spans of one post, 0 for spans of two posts."""
    if first["post_id"] != second["post_id"]:
        return 0.0
    starts = int(str(first["char_start"])), int(str(second["char_start"]))
    ends = int(str(first["char_end"])), int(str(second["char_end"]))
    shared = min(ends) - max(starts)
    return max(0, shared) / (max(ends) - min(starts))


def match_units(first: Sequence[Row], second: Sequence[Row], least: float) -> list[Pair]:
    """Return pairs of units, each unit in one pair at most, the best overlaps first.

    Args:
        first: rows of the first coding with post_id, char_start and char_end.
        second: rows of the second coding.
        least: the overlap from which on two spans are the same unit; 1 for equal spans.
    """
    candidates = sorted(
        (
            (-overlap(a, b), i, j)
            for i, a in enumerate(first)
            for j, b in enumerate(second)
            if overlap(a, b) >= least
        ),
    )
    used_first: set[int] = set()
    used_second: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in used_first and j not in used_second:
            used_first.add(i)
            used_second.add(j)
            pairs.append(Pair(first[i], second[j]))
    return pairs


def agreement_rows(
    first: Mapping[str, Sequence[Row]],
    second: Mapping[str, Sequence[Row]],
    alpha: Callable[[list[tuple[Cell, Cell]]], float | None],
) -> list[Row]:
    """Return the rows of coding_agreement: one a unit type, one a field of each unit type.

    Args:
        first: tables of the first coding.
        second: tables of the second coding.
        alpha: Krippendorff's alpha for nominal codes of pairs; None where it is not defined.
    """
    rows: list[Row] = []
    for unit_type, table in TABLE_OF.items():
        counts = (first[table], second[table])
        if unit_type == "claim":
            rows.append(_row("claim_exact", None, counts, match_units(*counts, 1.0)))
        pairs = match_units(*counts, SHARED_EXTENT)
        rows.append(_row(unit_type, None, counts, pairs))
        for field in FIELDS[unit_type]:
            values = [(pair.first[field], pair.second[field]) for pair in pairs]
            row = _row(unit_type, field, counts, pairs)
            row["agreement"] = _rounded(sum(a == b for a, b in values), len(values))
            coefficient = alpha(values)
            row["alpha"] = None if coefficient is None else plain_number(coefficient)
            rows.append(row)
    return rows


def plain_number(value: float) -> str:
    """Return a number with three decimals at most, no trailing zeros."""
    return to_text(Decimal(f"{value:.3f}"))


def _row(
    unit_type: str,
    field: str | None,
    counts: tuple[Sequence[Row], Sequence[Row]],
    pairs: Iterable[Pair],
) -> Row:
    matched = len(list(pairs))
    first, second = map(len, counts)
    spans = field is None
    return {
        "agreement_id": f"{unit_type}.{field}" if field else unit_type,
        "unit_type": unit_type,
        "field": field,
        "first_count": first,
        "second_count": second,
        "matched_count": matched,
        "precision": _rounded(matched, second) if spans else None,
        "recall": _rounded(matched, first) if spans else None,
        "f1": _rounded(2 * matched, first + second) if spans else None,
        "agreement": None,
        "alpha": None,
    }


def _rounded(part: int, whole: int) -> str | None:
    return plain_number(part / whole) if whole else None
