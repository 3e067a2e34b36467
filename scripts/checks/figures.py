"""Layer 4, evidence: a figure says all that its quote says, and what its claim says alike."""

from collections.abc import Iterator

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables, by_sentence
from scripts.checks.spans import span_of, texts_of

_TAKEN_FROM = {
    "place": "place_sentence_id",
    "period_words": "period_sentence_id",
    "attribution": "attribution_sentence_id",
}


def check_figures(tables: TextTables) -> list[Finding]:
    """Return figures that leave out a number or substance of their quote, or differ from claims.

    Args:
        tables: the tables as text; rows of withheld posts are not looked at.
    """
    texts = texts_of(tables)
    figures = {row["figure_id"]: row for row in tables["figures"] if row["post_id"] in texts}
    return [
        Finding("evidence", "figures", figure_id, column, reason)
        for check in (_unsaid_parts, _unsaid_substances, _other_than_claims)
        for figure_id, column, reason in check(tables, figures)
    ]


def _unsaid_parts(
    tables: TextTables, figures: dict[str, TextRow]
) -> Iterator[tuple[str, str, str]]:
    """A numeral that is a part of a figure limits it: condition or base hold it."""
    for row in tables["numerals"]:
        figure = figures.get(row["figure_id"])
        if figure is None or row["disposition"] != "part":
            continue
        if row["quote"] not in figure["condition"] and row["quote"] not in figure["base"]:
            reason = f"neither condition nor base holds {row['quote']!r} ({row['numeral_id']})"
            yield figure["figure_id"], "condition", reason


def _unsaid_substances(
    tables: TextTables, figures: dict[str, TextRow]
) -> Iterator[tuple[str, str, str]]:
    """The one substance that a figure's quote names is the figure's; of two, none need be."""
    substances = {
        row["entity_id"] for row in tables["entities"] if row["entity_type"] == "substance"
    }
    mentions = by_sentence(
        row for row in tables["entity_mentions"] if row["entity_id"] in substances
    )
    for figure in figures.values():
        start, end = span_of(figure)
        named = {
            row["entity_id"]
            for row in mentions.get(figure["sentence_id"], [])
            if start <= span_of(row)[0] and span_of(row)[1] <= end
        }
        if len(named) == 1 and figure["substance"] not in named:
            yield figure["figure_id"], "substance", f"the quote names {named.pop()}"


def _other_than_claims(
    tables: TextTables, figures: dict[str, TextRow]
) -> Iterator[tuple[str, str, str]]:
    """What a figure has from its claim it has from the same sentence, with the same period."""
    claims = {row["claim_id"]: row for row in tables["claims"]}
    for figure in figures.values():
        claim = claims.get(figure["claim_id"])
        for column, sentence in _TAKEN_FROM.items():
            if claim is None or not figure[column] or figure[column] != claim[column]:
                continue
            same = (sentence, "period") if column == "period_words" else (sentence,)
            for other in same:
                if figure[other] != claim[other]:
                    reason = (
                        f"is {figure[other]!r}, and {claim[other]!r} in {figure['claim_id']} with "
                        f"the same {column}"
                    )
                    yield figure["figure_id"], other, reason
