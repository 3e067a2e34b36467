"""The table figures of one post."""

from collections.abc import Container, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from scripts.curation.coding import Figure
from scripts.problem import Problem
from scripts.reading.periods import bounds
from scripts.reading.quantities import Quantity, Unit, read_quantity
from scripts.tables.annotated import AnnotatedPost, Row
from scripts.tables.provenance import PlaceWords, provenance_cells

_OVERRIDES = ("value", "value_high", "unit", "qualifier")
_ROLE_OF_KIND = {"duration": "duration", "rank": "rank"}


def make_figures(
    annotated: AnnotatedPost,
    codelists: Mapping[str, Container[str]],
    indicators: Mapping[str, str],
    units: Sequence[Unit],
    substances: Container[str],
    place_words: PlaceWords,
) -> tuple[list[Row], list[Problem]]:
    """Return the post's rows of `figures`.

    Value, qualifier and unit follow from the quote; a typed one needs a reason (CODEBOOK, 4).

    Args:
        annotated: the post.
        codelists: the codes of figure_role, direction, qualifier and per.
        indicators: quantity kind of each indicator.
        units: the register of units.
        substances: entity ids that are substances.
        place_words: the words that show each place.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    unit_of = {unit.unit_id: unit for unit in units}
    for sentence, claim, figure in annotated.figures():
        quote = annotated.span_cells(annotated.spans[figure.line])["quote"]
        try:
            reading = read_quantity(str(quote), units)
        except ValueError as error:
            message = f"{figure.number}: {error}"
            problems.append(annotated.problem(figure.line, message, "quote one number a figure"))
            continue
        measured, found = _measured_cells(annotated, figure, reading, unit_of)
        problems += found
        problems += _code_problems(annotated, figure, codelists, indicators, substances)
        unit = unit_of.get(str(measured["unit"]))
        if figure.indicator in indicators:
            problems += _kind_problems(annotated, figure, unit, indicators[figure.indicator])
        cells, missing = provenance_cells(annotated, sentence, figure, claim, place_words)
        if figure.when or figure.where or figure.by:
            problems += missing
        base_figure = figure.fields.get("base_figure")
        start, end = bounds_or_empty(cells["period"])
        rows.append(
            {
                "figure_id": annotated.row_id(figure.number),
                "post_id": annotated.post.post_id,
                "claim_id": annotated.row_id(claim.number),
                "sentence_id": annotated.row_id(sentence.number),
                **annotated.span_cells(annotated.spans[figure.line]),
                "indicator_id": figure.indicator,
                "figure_role": figure.role,
                "direction": figure.direction or None,
                **measured,
                "per": figure.fields.get("per"),
                "value_base": to_base(measured["value"], unit),
                "value_high_base": to_base(measured["value_high"], unit),
                "base": figure.fields.get("base"),
                "base_figure_id": annotated.row_id(base_figure) if base_figure else None,
                "condition": figure.fields.get("condition"),
                "substance": figure.fields.get("substance"),
                "population": figure.fields.get("population"),
                **cells,
                "period_start": start,
                "period_end": end,
                "override_reason": figure.fields.get("reason"),
            }
        )
    known = {row["figure_id"] for row in rows}
    for _, _, figure in annotated.figures():
        base_figure = figure.fields.get("base_figure")
        if base_figure and annotated.row_id(base_figure) not in known:
            message = f"{figure.number}: no figure {base_figure}"
            problems.append(annotated.problem(figure.line, message, "name a figure of this post"))
    return rows, problems


def bounds_or_empty(period: object) -> tuple[str | None, str | None]:
    """Return first and last day of an EDTF period; None for an open or malformed end."""
    try:
        start, end = bounds(str(period or ""))
    except ValueError:
        return None, None
    return start or None, end or None


def to_base(value: object, unit: Unit | None) -> Decimal | None:
    """Return the value in the unit's base unit; a figure without unit keeps its value."""
    if not isinstance(value, Decimal):
        return None
    return value * unit.factor if unit else value


def _finite(words: str) -> Decimal:
    value = Decimal(words)
    if not value.is_finite():
        raise InvalidOperation
    return value


def _measured_cells(
    annotated: AnnotatedPost,
    figure: Figure,
    reading: Quantity,
    unit_of: Mapping[str, Unit],
) -> tuple[Row, list[Problem]]:
    cells: Row = {
        "value": reading.value,
        "value_high": reading.value_high,
        "qualifier": reading.qualifier,
        "unit": reading.unit or None,
    }
    problems = []
    typed = [column for column in _OVERRIDES if column in figure.fields]
    for column in typed:
        words = figure.fields[column]
        value: str | Decimal = words
        if column.startswith("value"):
            try:
                value = _finite(words)
            except InvalidOperation:
                message = f"{figure.number}: {column} {words!r} is no number"
                problems.append(annotated.problem(figure.line, message, "write it in digits"))
                continue
        if value == cells[column]:
            message = f"{figure.number}: {column} {words} follows from the quote"
            problems.append(annotated.problem(figure.line, message, "remove the line"))
        elif "reason" not in figure.fields:
            message = f"{figure.number}: {column} {words} does not follow from its quote"
            read = f"the quote reads {cells[column]}; correct it, or add 'reason …'"
            problems.append(annotated.problem(figure.line, message, read))
        cells[column] = value
    if "reason" in figure.fields and not typed:
        message = f"{figure.number} has a reason and overrides nothing"
        problems.append(annotated.problem(figure.line, message, "remove it"))
    if cells["unit"] is not None and cells["unit"] not in unit_of:
        message = f"{figure.number}: unknown unit {cells['unit']!r}"
        problems.append(annotated.problem(figure.line, message, "see units.yaml"))
    if cells["value"] is None and "several" not in figure.quote.words:
        message = f"{figure.number}: no number stands in {figure.quote.words!r}"
        problems.append(annotated.problem(figure.line, message, "widen the quote to the number"))
    return cells, problems


def _code_problems(
    annotated: AnnotatedPost,
    figure: Figure,
    codelists: Mapping[str, Container[str]],
    indicators: Mapping[str, str],
    substances: Container[str],
) -> list[Problem]:
    fields = figure.fields
    checks = [
        ("indicator", figure.indicator, indicators),
        ("figure_role", figure.role, codelists["figure_role"]),
        ("direction", figure.direction, codelists["direction"]),
        ("qualifier", fields.get("qualifier", ""), codelists["qualifier"]),
        ("per", fields.get("per", ""), codelists["per"]),
        ("substance", fields.get("substance", ""), substances),
    ]
    problems = [
        annotated.problem(figure.line, f"{figure.number}: {value!r} is no {name}", "see the list")
        for name, value, allowed in checks
        if value and value not in allowed
    ]
    if (figure.role == "change") != bool(figure.direction):
        message = f"{figure.number}: a change, and only a change, has a direction"
        problems.append(annotated.problem(figure.line, message, "write 'change up|down'"))
    for name in ("condition", "population"):
        words = fields.get(name)
        if words and words not in annotated.post.text:
            message = f"{figure.number}: the {name} {words!r} is not in the post's words"
            problems.append(annotated.problem(figure.line, message, "copy it from the post"))
    return problems


def _kind_problems(
    annotated: AnnotatedPost, figure: Figure, unit: Unit | None, indicator_kind: str
) -> list[Problem]:
    kind = unit.quantity_kind if unit else ""
    if figure.role == "share":
        fits = kind == "share"
    elif figure.role == "change":
        fits = kind in ("share", "share_difference", indicator_kind)
    elif figure.role == "ratio":
        fits = kind in ("ratio", "share", "share_difference") or unit is None
    elif figure.role == "rank":
        fits = indicator_kind == "rank" and kind in ("", "rank")
    else:
        role = _ROLE_OF_KIND.get(indicator_kind, "level")
        fits = figure.role == role and kind == indicator_kind
    if fits:
        return []
    message = (
        f"{figure.number}: unit {unit.unit_id if unit else 'none'} ({kind or 'no kind'}) does not "
        f"fit a {figure.role} of {figure.indicator} ({indicator_kind})"
    )
    return [annotated.problem(figure.line, message, "change indicator, role, quote or unit")]
