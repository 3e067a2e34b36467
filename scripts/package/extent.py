"""Which time and which places the claims speak of, from the claims themselves."""

from collections.abc import Iterable, Mapping
from typing import Any

from schemas.edtf import bounds
from schemas.row_rules import is_real_period
from scripts.tables.row import Row


def make_extent(claims: Iterable[Row], places: Mapping[str, str]) -> dict[str, Any]:
    """Return the package's temporal and spatial coverage.

    `temporal` is the first and the last day (ISO 8601) that a period of a claim names; an open
    side of a period has none. `spatial` lists the places of the claims, by code. The standard has
    no property for either; these names are those of DCAT (https://www.w3.org/TR/vocab-dcat-3/).
    Broken periods and unknown places are left out: the rule book names them. `places` has the
    label of each code.
    """
    rows = list(claims)
    days = [bounds(row["period"]) for row in rows if is_real_period(row["period"])]
    start = min((first for first, _ in days if first), default="")
    end = max((last for _, last in days if last), default="")
    temporal = {side: day for side, day in (("start", start), ("end", end)) if day}
    codes = sorted({row["place"] for row in rows} & places.keys())
    spatial = [{"code": code, "title": places[code]} for code in codes]
    extent = {"temporal": temporal, "spatial": spatial}
    return {name: value for name, value in extent.items() if value}
