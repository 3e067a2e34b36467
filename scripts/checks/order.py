"""Layer 4, evidence: the rows of a table stand in the order that its own cells give.

Where a coder decides the order (claims of one sentence), nothing can be said about it.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables
from scripts.checks.spans import KEYS, span_of

_Position = tuple[object, ...]
_BY_PLACE = ("sentences", "numerals", "entity_mentions", "phrases")


def check_order(tables: TextTables) -> list[Finding]:
    """Return rows that stand after one which they should come before.

    Args:
        tables: the tables as text; ids and offsets alone are looked at.
    """
    claims = _places(tables, "claims", "claim_id")
    checks = _places(tables, "consistency_checks", "check_id")
    first_claims: dict[str, int] = {}
    for row in tables["claims"]:
        first_claims.setdefault(row["proposition_id"], claims[row["claim_id"]])
    nowhere = len(claims) + len(checks)

    def by_claim(row: TextRow) -> _Position:
        return (claims.get(row["claim_id"], nowhere),)

    orders: Mapping[str, tuple[str, Callable[[TextRow], _Position]]] = {
        "posts": ("post_id", lambda row: (row["post_id"],)),
        "claims": ("claim_id", lambda row: (row["sentence_id"],)),
        "figures": ("figure_id", by_claim),
        "operation_mentions": ("mention_id", lambda row: (row["sentence_id"],)),
        **{name: (KEYS[name], lambda row: (row["post_id"], span_of(row))) for name in _BY_PLACE},
        "claim_operations": ("claim_id operation_id", by_claim),
        "operation_parties": ("operation_id entity_id party_role claim_id", by_claim),
        "propositions": (
            "proposition_id",
            lambda row: (first_claims.get(row["proposition_id"], nowhere),),
        ),
        "parallels": (
            "sentence_id other_sentence_id",
            lambda row: (row["sentence_id"], row["other_sentence_id"]),
        ),
        "consistency_items": (
            "check_id item_number",
            lambda row: (
                checks.get(row["check_id"], nowhere),
                row["item_number"].zfill(len(str(nowhere))),
            ),
        ),
    }
    return [
        Finding("evidence", name, _name(key, b), "", f"stands after {_name(key, a)}, out of order")
        for name, (key, position) in orders.items()
        for a, b in pairwise(tables[name])
        if position(a) > position(b)
    ]


def _places(tables: TextTables, name: str, key: str) -> dict[str, int]:
    return {row[key]: place for place, row in enumerate(tables[name])}


def _name(key: str, row: TextRow) -> str:
    return " ".join(row[part] for part in key.split())
