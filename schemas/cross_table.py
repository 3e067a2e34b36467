"""Rules over several tables: pure functions from frames to findings."""

import pandas as pd

from schemas.codelists import registers
from schemas.registry import TABLES
from scripts.checks.finding import Finding
from scripts.reading.periods import contains

Frames = dict[str, pd.DataFrame]


def check_across(frames: Frames) -> list[Finding]:
    """Return every row that breaks a rule over several tables."""
    return [
        *_base_units_are_bases(frames),
        *_units_fit_indicators(frames),
        *_figures_within_claims(frames),
        *_parties_are_linked(frames),
        *_substances_are_substances(frames),
        *_withheld_posts_hold_no_words(frames),
        *_fields_have_counts_of_units(frames),
    ]


def _rows(frame: pd.DataFrame) -> list[dict[str, str]]:
    """Return the rows as text, '' for an empty cell."""
    records = frame.astype("string").fillna("").to_dict("records")
    return [{str(column): str(cell) for column, cell in row.items()} for row in records]


def _found(table: str, rows: pd.DataFrame, key: str, column: str, reason: str) -> list[Finding]:
    return [Finding("meaning", table, str(row), column, reason) for row in rows[key]]


def _base_units_are_bases(frames: Frames) -> list[Finding]:
    """A base unit is its own base unit, and measures what the unit measures."""
    units = frames["units"]
    bases = units.drop_duplicates("unit").set_index("unit")
    own_base = units["base_unit"].map(bases["base_unit"])
    kind = units["base_unit"].map(bases["quantity_kind"])
    known = units["base_unit"].isin(bases.index)
    wrong = units[known & ((own_base != units["base_unit"]) | (kind != units["quantity_kind"]))]
    reason = "the base unit has another base unit or another quantity kind"
    return _found("units", wrong, "unit", "base_unit", reason)


def _units_fit_indicators(frames: Frames) -> list[Finding]:
    """A level has a unit of its indicator's kind; shares, durations, ranks have their own kinds."""
    units = frames["units"].drop_duplicates("unit").set_index("unit")["quantity_kind"]
    known = frames["indicators"].drop_duplicates("indicator_id")
    indicators = known.set_index("indicator_id")["quantity_kind"]
    figures = frames["figures"].assign(
        unit_kind=lambda df: df["unit"].map(units).fillna(""),
        indicator_kind=lambda df: df["indicator_id"].map(indicators).fillna(""),
    )
    own = figures["indicator_kind"]
    kind, role = figures["unit_kind"], figures["figure_role"]
    fits = (
        ((role == "level") & (kind == own) & ~own.isin(["duration", "rank"]))
        | ((role == "duration") & (kind == "duration") & (own == "duration"))
        | ((role == "rank") & kind.isin(["rank", ""]) & (own == "rank"))
        | ((role == "share") & (kind == "share"))
        | ((role == "change") & (kind.isin(["share", "share_difference"]) | (kind == own)))
        | ((role == "ratio") & kind.isin(["ratio", "share", "share_difference", ""]))
    )
    return [
        Finding(
            "meaning",
            "figures",
            row["figure_id"],
            "unit",
            f"unit of kind {row['unit_kind'] or 'none'} does not fit a {row['figure_role']} of "
            f"{row['indicator_id']} ({row['indicator_kind']})",
        )
        for row in _rows(figures[~fits])
    ]


def enclosing_places(place: str) -> list[str]:
    """Return a place and all places that enclose it, narrowest first."""
    places = registers().places
    found = []
    while place in places:
        found.append(place)
        place = str(places[place].fields["within"])
    return found


def _figures_within_claims(frames: Frames) -> list[Finding]:
    """Period and place of a figure equal or narrow those of its claim."""
    joined = frames["figures"].merge(
        frames["claims"][["claim_id", "period", "place"]],
        on="claim_id",
        suffixes=("", "_claim"),
    )
    findings = []
    for row in _rows(joined):
        figure, claim = row["figure_id"], row["claim_id"]
        place, outer_place = row["place"], row["place_claim"]
        if place and outer_place and outer_place not in enclosing_places(place):
            reason = f"{place} does not lie in {outer_place}, the place of {claim}"
            findings.append(Finding("meaning", "figures", figure, "place", reason))
        period, outer_period = row["period"], row["period_claim"]
        if period and outer_period and not _within(outer_period, period):
            reason = f"{period} does not lie in {outer_period}, when {claim} holds"
            findings.append(Finding("meaning", "figures", figure, "period", reason))
    return findings


def _within(outer: str, inner: str) -> bool:
    try:
        return contains(outer, inner)
    except ValueError:
        return True  # a malformed period is a finding of its own


def _parties_are_linked(frames: Frames) -> list[Finding]:
    """The claim that shows a party is about the operation."""
    links = {(row["claim_id"], row["operation_id"]) for row in _rows(frames["claim_operations"])}
    return [
        Finding(
            "meaning",
            "operation_parties",
            f"{row['operation_id']} {row['entity_id']} {row['party_role']} {row['claim_id']}",
            "claim_id",
            f"{row['claim_id']} is not about {row['operation_id']}",
        )
        for row in _rows(frames["operation_parties"])
        if (row["claim_id"], row["operation_id"]) not in links
    ]


def _substances_are_substances(frames: Frames) -> list[Finding]:
    """The substance of a figure is an entity of the type substance."""
    entities = frames["entities"]
    substances = entities.loc[entities["entity_type"] == "substance", "entity_id"]
    figures = frames["figures"]
    wrong = figures[figures["substance"].notna() & ~figures["substance"].isin(substances)]
    return _found("figures", wrong, "figure_id", "substance", "is no entity of type substance")


def words_columns() -> dict[str, list[str]]:
    """Return, by table, the columns that carry the posts' words; posts has a rule of its own."""
    columns = {
        name: [
            column
            for column, described in table.schema.columns.items()
            if (described.metadata or {}).get("posts_words")
        ]
        for name, table in TABLES.items()
        if name != "posts"
    }
    return {name: found for name, found in columns.items() if found}


def _withheld_posts_hold_no_words(frames: Frames) -> list[Finding]:
    """A withheld post's rows hold no words of it; a present post's rows hold their quote."""
    posts = frames["posts"]
    withheld = set(posts.loc[posts["text_status"] == "withheld", "post_id"])
    findings = []
    for name, columns in words_columns().items():
        frame = frames[name]
        key = str(frame.columns[0])
        hidden = frame["post_id"].isin(withheld)
        for column in columns:
            rows = frame[hidden & frame[column].notna()]
            findings += _found(name, rows, key, column, "the text of its post is withheld")
        rows = frame[~hidden & frame["quote"].isna()]
        findings += _found(name, rows, key, "quote", "the text of its post is given")
    return findings


def _fields_have_counts_of_units(frames: Frames) -> list[Finding]:
    """The fields of matched units were compared on all of them."""
    rows = _rows(frames["coding_agreement"])
    counts = ("first_count", "second_count", "matched_count")
    units = {row["unit_type"]: [row[c] for c in counts] for row in rows if not row["field"]}
    return [
        Finding(
            "meaning",
            "coding_agreement",
            row["agreement_id"],
            "matched_count",
            f"the counts are not those of {row['unit_type']}",
        )
        for row in rows
        if [row[c] for c in counts] != units.get(row["unit_type"])
    ]
