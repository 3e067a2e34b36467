"""How far two codings of the same posts agree: the units that both found, and their codes."""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from schemas.tables import TABLES
from scripts.tables.row import Row, Tables, span_of

# Two spans are the same unit where they share at least half of the words' extent (intersection
# over union), the usual relaxed match of span annotation; CODEBOOK, section 12.
SHARED_EXTENT = 0.5
# Intervals hold 95 % of the measures of this many resamples of the units.
_RESAMPLES = 400

Pair = tuple[Row, Row]
Unit = TypeVar("Unit")


class Kind(NamedTuple):
    """What is compared of one kind of unit.

    `table` has the settled units, `fields` are the columns that are compared. Two units are one
    where they share half of their extent or, with `keys`, where these columns are equal.
    """

    table: str
    fields: tuple[str, ...]
    keys: tuple[str, ...] = ()


class Compared(NamedTuple):
    """Units of one kind as the two coders coded them."""

    unit_type: str
    first: Sequence[Row]
    second: Sequence[Row]


KINDS: Mapping[str, Kind] = {
    "claim": Kind("claims", ("claim_type", "mode", "theme", "presupposed", "period", "place")),
    "claim_given": Kind("claims", ("target", "target_country", "stance", "presupposed")),
    "evaluation": Kind(
        "evaluations", ("evaluative_word_id", "polarity", "target", "target_country", "voice")
    ),
    "talking_point": Kind(
        "talking_point_mentions",
        ("voice", "target", "target_country"),
        ("sentence_id", "talking_point_id"),
    ),
    "talking_point_in_post": Kind("", (), ("post_id", "talking_point_id")),
    "figure": Kind(
        "figures",
        (
            *("indicator_id", "figure_role", "direction", "value", "value_high", "qualifier"),
            *("unit", "substance", "period", "place"),
        ),
    ),
    "figure_given": Kind("figures", ("population", "part_of_figure_id", "base")),
    "operation_mention": Kind("operation_mentions", ("operation_id", "identity")),
    "numeral": Kind("numerals", ("disposition",)),
    "sentence": Kind("sentences", ("sentence_role",)),
    "remainder_given": Kind("remainders", ("reason",)),
}
"""All kinds of unit. Those of claim_given and figure_given are settled ones, as the coders were
given them; a talking point in a post follows from the talking points of its sentences.
"""


def overlap(first: Row, second: Row) -> float:
    """Return intersection over union of two spans of one post, 0 for spans of two posts."""
    if first["post_id"] != second["post_id"]:
        return 0.0
    (start, end), (other_start, other_end) = span_of(first), span_of(second)
    shared = min(end, other_end) - max(start, other_start)
    return max(0, shared) / (max(end, other_end) - min(start, other_start))


def match_units(
    first: Sequence[Row], second: Sequence[Row], least: float, keys: Sequence[str] = ()
) -> list[Pair]:
    """Return pairs of units, each unit in one pair at most, the best overlaps first.

    Args:
        first: rows of the first coding with post_id, char_start and char_end.
        second: rows of the second coding.
        least: the overlap from which on two spans are the same unit; 1 for equal spans.
        keys: columns that must be equal; any two spans can then be one unit.
    """
    keys = keys or ("post_id",)
    least = 0.0 if keys != ("post_id",) else least
    alike: dict[tuple[str, ...], list[int]] = {}
    for index, row in enumerate(second):
        alike.setdefault(tuple(row[key] for key in keys), []).append(index)
    candidates = sorted(
        (-shared, i, j)
        for i, row in enumerate(first)
        for j in alike.get(tuple(row[key] for key in keys), ())
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


def _matched(units: Compared) -> list[Pair]:
    return match_units(units.first, units.second, SHARED_EXTENT, KINDS[units.unit_type].keys)


def agreement_rows(compared: Sequence[Compared], about: Mapping[str, str]) -> list[Row]:
    """Return the rows of coding_agreement: for all posts, then for those about each country.

    One row a kind of unit, and one a field of each kind; `about` has the country of each post.
    """
    rows = []
    coded = {row["post_id"] for units in compared for row in (*units.first, *units.second)}
    for country in ("", *sorted({about[post] for post in coded})):
        for units in compared:
            first, second = (
                [row for row in side if country in ("", about[row["post_id"]])]
                for side in (units.first, units.second)
            )
            own = Compared(units.unit_type, first, second)
            if own.unit_type == "claim":
                exact = match_units(first, second, 1.0)
                rows.append(_unit_row("claim_exact", country, own, exact))
            pairs = _matched(own)
            whole = _unit_row(own.unit_type, country, own, pairs)
            rows.append(whole)
            for field in KINDS[own.unit_type].fields:
                rows.append(_field_row(whole, field, country, pairs))
    return rows


def _unit_row(unit: str, country: str, units: Compared, pairs: Sequence[Pair]) -> Row:
    first, second, matched = len(units.first), len(units.second), len(pairs)
    found = "m" * matched + "1" * (first - matched) + "2" * (second - matched)
    low, high = interval(found, lambda drawn: 2 * drawn["m"] / (drawn.total() + drawn["m"]))
    cells = {
        "agreement_id": ".".join(filter(None, (unit, country))),
        "unit_type": unit,
        "about": country,
        "first_count": str(first),
        "second_count": str(second),
        "matched_count": str(matched),
        "precision": _share(matched, second),
        "recall": _share(matched, first),
        "f1": _share(2 * matched, first + second),
        "low": low,
        "high": high,
    }
    return Row(dict.fromkeys(TABLES["coding_agreement"].columns, "") | cells)


def _field_row(whole: Row, field: str, country: str, pairs: Sequence[Pair]) -> Row:
    codes = [(one[field], two[field]) for one, two in pairs]
    coefficient = nominal_alpha(Counter(codes))
    low, high = interval(codes, _equal if coefficient is None else nominal_alpha)
    cells = {
        "agreement_id": ".".join(filter(None, (whole["unit_type"], field, country))),
        "field": field,
        **dict.fromkeys(("precision", "recall", "f1"), ""),
        "agreement": _share(sum(one == two for one, two in codes), len(codes)),
        "alpha": "" if coefficient is None else plain_number(coefficient),
        "low": low,
        "high": high,
    }
    return Row({**whole, **cells})


def nominal_alpha(codes: Counter[tuple[str, str]]) -> float | None:
    """Return Krippendorff's alpha of two coders on nominal codes; None without two codes.

    Krippendorff, Content Analysis, chapter 12: 1 - observed / expected disagreement. `codes` says
    how often each pair of codes was given.
    """
    values: Counter[str] = Counter()
    for pair, count in codes.items():
        for code in pair:
            values[code] += count
    total = values.total()
    expected = total * (total - 1) - sum(count * (count - 1) for count in values.values())
    differing = 2 * sum(count for (one, two), count in codes.items() if one != two)
    return 1 - differing * (total - 1) / expected if expected else None


def _equal(codes: Counter[tuple[str, str]]) -> float:
    return sum(count for (one, two), count in codes.items() if one == two) / codes.total()


def interval(
    units: Sequence[Unit], measure: Callable[[Counter[Unit]], float | None]
) -> tuple[str, str]:
    """Return the bounds of the middle 95 % of a measure over resamples of the units.

    The resamples are the same at each run. Both bounds are empty without units. `measure` takes
    how often each unit was drawn.
    """
    if not units:
        return "", ""
    source = random.Random(0)
    drawn = (measure(Counter(source.choices(units, k=len(units)))) for _ in range(_RESAMPLES))
    found = sorted(1.0 if value is None else value for value in drawn)
    edge = _RESAMPLES // 40
    return plain_number(found[edge]), plain_number(found[-1 - edge])


def coding_rows(compared: Sequence[Compared], settled: Tables) -> Iterator[Row]:
    """Yield the rows of the table codings: one a unit and field, with both coders' values.

    The units are matched with the rows of the `settled` tables in the same way.
    """
    for units in compared:
        table, fields, keys = KINDS[units.unit_type]
        if not table:
            continue
        pairs: list[tuple[Row | None, Row | None]] = [*_matched(units)]
        matched = {id(row) for pair in pairs for row in pair}
        pairs += [(row, None) for row in units.first if id(row) not in matched]
        pairs += [(None, row) for row in units.second if id(row) not in matched]
        own = [first or second or Row({}) for first, second in pairs]
        of_unit = {
            id(unit): row for unit, row in match_units(own, settled[table], SHARED_EXTENT, keys)
        }
        rows = []
        for unit, (first, second) in zip(own, pairs, strict=True):
            row = of_unit.get(id(unit))
            name = ".".join((units.unit_type, *(unit[key] for key in keys[1:])))
            cells = {
                "unit_id": f"{unit['post_id']}.{name}.{unit['char_start']}-{unit['char_end']}",
                "field": "",
                "table": table,
                "row_id": TABLES[table].id_of(row) if row else "",
                **{name: unit[name] for name in ("post_id", "char_start", "char_end")},
                "second_start": second["char_start"] if second else "",
                "second_end": second["char_end"] if second else "",
                "coded_by": "both" if first and second else "first" if first else "second",
            }
            for field in fields:
                one, two = (side[field] if side else "" for side in (first, second))
                values = {"field": field, "first_value": one, "second_value": two}
                rows.append(Row({**cells, **values}))
        yield from sorted(rows, key=lambda row: (row["post_id"], span_of(row), row["unit_id"]))


def plain_number(value: float) -> str:
    """Return a number with three decimals at most, no trailing zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _share(part: int, whole: int) -> str:
    return plain_number(part / whole) if whole else ""
