"""Rules over several tables: pure functions from frames to findings."""

from collections.abc import Iterable

import pandas as pd

from schemas.codelists import registers
from scripts.checks.finding import Finding
from scripts.reading.periods import contains

Frames = dict[str, pd.DataFrame]


def check_across(frames: Frames) -> list[Finding]:
    """Return every row that breaks a rule over several tables."""
    return [
        *_units_fit_indicators(frames),
        *_figures_within_claims(frames),
        *_parties_are_linked(frames),
        *_substances_are_substances(frames),
        *_withheld_posts_hold_no_words(frames),
    ]


def _found(
    table: str, rows: pd.DataFrame, key: str, column: str, reason: str
) -> list[Finding]:
    return [Finding("meaning", table, str(row), column, reason) for row in rows[key]]


def _units_fit_indicators(frames: Frames) -> list[Finding]:
    """A level has a unit of its indicator's kind; shares, durations, ranks have their own kinds."""
    units = frames["units"].set_index("unit")["quantity_kind"]
    indicators = frames["indicators"].set_index("indicator_id")["quantity_kind"]
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
        | (
            (role == "change")
            & (kind.isin(["share", "share_difference"]) | (kind == own))
        )
        | ((role == "ratio") & kind.isin(["ratio", "share", "share_difference", ""]))
    )
    return [
        Finding(
            "meaning",
            "figures",
            row.figure_id,
            "unit",
            f"unit of kind {row.unit_kind or 'none'} does not fit a {row.figure_role} of "
            f"{row.indicator_id} ({row.indicator_kind})",
        )
        for row in figures[~fits].itertuples()
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
    for row in joined.itertuples():
        if _both(
            row.place, row.place_claim
        ) and row.place_claim not in enclosing_places(row.place):
            reason = f"{row.place} does not lie in {row.place_claim}, the place of {row.claim_id}"
            findings.append(
                Finding("meaning", "figures", row.figure_id, "place", reason)
            )
        if _both(row.period, row.period_claim) and not _within(
            row.period_claim, row.period
        ):
            reason = f"{row.period} does not lie in {row.period_claim}, when {row.claim_id} holds"
            findings.append(
                Finding("meaning", "figures", row.figure_id, "period", reason)
            )
    return findings


def _both(*cells: object) -> bool:
    return all(not pd.isna(cell) for cell in cells)


def _within(outer: str, inner: str) -> bool:
    try:
        return contains(outer, inner)
    except ValueError:
        return True  # a malformed period is a finding of its own


def _parties_are_linked(frames: Frames) -> list[Finding]:
    """The claim that shows a party is about the operation."""
    links = set(
        frames["claim_operations"][["claim_id", "operation_id"]].itertuples(
            index=False, name=None
        )
    )
    parties = frames["operation_parties"]
    return [
        Finding(
            "meaning",
            "operation_parties",
            f"{row.operation_id} {row.entity_id} {row.party_role} {row.claim_id}",
            "claim_id",
            f"{row.claim_id} is not about {row.operation_id}",
        )
        for row in parties.itertuples()
        if (row.claim_id, row.operation_id) not in links
    ]


def _substances_are_substances(frames: Frames) -> list[Finding]:
    """The substance of a figure is an entity of the type substance."""
    entities = frames["entities"]
    substances = entities.loc[entities["entity_type"] == "substance", "entity_id"]
    figures = frames["figures"]
    wrong = figures[
        figures["substance"].notna() & ~figures["substance"].isin(substances)
    ]
    return _found(
        "figures", wrong, "figure_id", "substance", "is no entity of type substance"
    )


_WORDS_OF: dict[str, Iterable[str]] = {
    "sentences": ("quote",),
    "claims": ("quote", "period_words", "attribution"),
    "figures": (
        "quote",
        "base",
        "condition",
        "population",
        "period_words",
        "attribution",
    ),
    "numerals": ("quote",),
    "operation_mentions": ("quote",),
    "entity_mentions": ("quote",),
    "phrases": ("quote",),
}


def _withheld_posts_hold_no_words(frames: Frames) -> list[Finding]:
    """A withheld post's rows hold no words of it; a present post's rows hold their quote."""
    posts = frames["posts"]
    withheld = set(posts.loc[posts["text_status"] == "withheld", "post_id"])
    findings = []
    for name, columns in _WORDS_OF.items():
        frame = frames[name]
        key = str(frame.columns[0])
        hidden = frame["post_id"].isin(withheld)
        for column in columns:
            rows = frame[hidden & frame[column].notna()]
            findings += _found(
                name, rows, key, column, "the text of its post is withheld"
            )
        rows = frame[~hidden & frame["quote"].isna()]
        findings += _found(name, rows, key, "quote", "the text of its post is given")
    return findings
