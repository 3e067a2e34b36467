"""How far two codings of the same posts agree: the units that both found, and their codes."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from scripts.tables.row import Row, Tables, span_of

# Two spans are the same unit where they share at least half of the words' extent (intersection
# over union), the usual relaxed match of span annotation; CODEBOOK, section 12.
SHARED_EXTENT = 0.5

FIELDS: Mapping[str, tuple[str, ...]] = {
    "claim": (
        *("claim_type", "mode", "theme", "narrative", "target", "stance"),
        *("period", "place", "reading"),
    ),
    "figure": (
        *("indicator_id", "figure_role", "direction", "value", "value_high", "qualifier"),
        *("unit", "substance", "period", "place"),
    ),
    "operation_mention": ("operation_id", "identity"),
    "numeral": ("disposition",),
    "sentence": ("sentence_role", "no_claim_reason"),
}
"""The columns that are compared, by kind of unit; its table is the kind's name with an s."""

Pair = tuple[Row, Row]
Alpha = Callable[[list[tuple[str, str]]], float | None]
"""Takes pairs of codes, returns Krippendorff's alpha, None where it is not defined."""


def overlap(first: Row, second: Row) -> float:
    """Return intersection over union of two spans of one post, 0 for spans of two posts."""
    if first["post_id"] != second["post_id"]:
        return 0.0
    (start, end), (other_start, other_end) = span_of(first), span_of(second)
    shared = min(end, other_end) - max(start, other_start)
    return max(0, shared) / (max(end, other_end) - min(start, other_start))


def match_units(first: Sequence[Row], second: Sequence[Row], least: float) -> list[Pair]:
    """Return pairs of units, each unit in one pair at most, the best overlaps first.

    Args:
        first: rows of the first coding with post_id, char_start and char_end.
        second: rows of the second coding.
        least: the overlap from which on two spans are the same unit; 1 for equal spans.
    """
    of_post: dict[str, list[int]] = {}
    for index, row in enumerate(second):
        of_post.setdefault(row["post_id"], []).append(index)
    candidates = sorted(
        (-shared, i, j)
        for i, row in enumerate(first)
        for j in of_post.get(row["post_id"], ())
        if (shared := overlap(row, second[j])) >= least
    )
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, i, j in candidates:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((first[i], second[j]))
    return pairs


def agreement_rows(first: Tables, second: Tables, alpha: Alpha) -> list[Row]:
    """Return the rows of coding_agreement: one a kind of unit, one a field of each kind.

    Args:
        first: tables of the first coding.
        second: tables of the second coding.
        alpha: computes Krippendorff's alpha for nominal codes.
    """
    rows: list[Row] = []
    for unit, fields in FIELDS.items():
        sides = (first[f"{unit}s"], second[f"{unit}s"])
        if unit == "claim":
            rows.append(_unit_row("claim_exact", *sides, len(match_units(*sides, 1.0))))
        pairs = match_units(*sides, SHARED_EXTENT)
        whole = _unit_row(unit, *sides, len(pairs))
        rows.append(whole)
        for field in fields:
            codes = [(one[field], two[field]) for one, two in pairs]
            coefficient = alpha(codes)
            cells = {
                "agreement_id": f"{unit}.{field}",
                "field": field,
                **dict.fromkeys(("precision", "recall", "f1"), ""),
                "agreement": _share(sum(one == two for one, two in codes), len(codes)),
                "alpha": "" if coefficient is None else plain_number(coefficient),
            }
            rows.append(Row({**whole, **cells}))
    return rows


def differences(first: Tables, second: Tables) -> Iterator[str]:
    """Yield one line for every unit that one coding lacks and every code that differs."""
    for unit, fields in FIELDS.items():
        sides = (first[f"{unit}s"], second[f"{unit}s"])
        pairs = match_units(*sides, SHARED_EXTENT)
        for side, name in enumerate(("first", "second")):
            matched = {id(pair[side]) for pair in pairs}
            for row in sides[side]:
                if id(row) not in matched:
                    yield f"{_place(row)} {unit} only in {name}: {row['quote']}"
        for one, two in pairs:
            for field in fields:
                if one[field] != two[field]:
                    codes = f"{one[field]} / {two[field]}"
                    yield f"{_place(one)} {unit} {field}: {codes}: {two['quote']}"


def _place(row: Row) -> str:
    return f"{row['post_id']}@{row['char_start']:>5}"


def plain_number(value: float) -> str:
    """Return a number with three decimals at most, no trailing zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _unit_row(unit: str, first: Sequence[Row], second: Sequence[Row], matched: int) -> Row:
    return Row(
        {
            "agreement_id": unit,
            "unit_type": unit,
            "field": "",
            "first_count": str(len(first)),
            "second_count": str(len(second)),
            "matched_count": str(matched),
            "precision": _share(matched, len(second)),
            "recall": _share(matched, len(first)),
            "f1": _share(2 * matched, len(first) + len(second)),
            "agreement": "",
            "alpha": "",
        }
    )


def _share(part: int, whole: int) -> str:
    return plain_number(part / whole) if whole else ""
