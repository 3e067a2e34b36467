"""Which time and which places the claims speak of, from the claims themselves."""

from collections.abc import Iterable, Mapping
from typing import Any

from scripts.reading.periods import bounds


def make_extent(
    claims: Iterable[Mapping[str, object]], places: Mapping[str, str]
) -> dict[str, Any]:
    """Return the package's temporal and spatial coverage.

    `temporal` is the first and the last day (ISO 8601) that a period of a claim names; an open
    side of a period has none. `spatial` lists the places of the claims, by code. The standard has
    no property for either; these names are those of DCAT (https://www.w3.org/TR/vocab-dcat-3/).

    Args:
        claims: the rows of the table.
        places: what each code of the place codelist means.
    """
    rows = list(claims)
    days = [bounds(str(row["period"])) for row in rows if row["period"]]
    found = {str(row["place"]) for row in rows if row["place"]}
    extent: dict[str, Any] = {}
    bound = {
        "start": min((first for first, _ in days if first), default=None),
        "end": max((last for _, last in days if last), default=None),
    }
    if days:
        extent["temporal"] = {side: day for side, day in bound.items() if day}
    if found:
        extent["spatial"] = [{"code": code, "title": places[code]} for code in sorted(found)]
    return extent
