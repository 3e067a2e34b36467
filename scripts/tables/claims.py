"""The tables claims, claim_operations and operation_parties of one post."""

from scripts.curation.loading import CodedPost
from scripts.tables.parts import origin_of, parts_of, quoted_row, row_id, taken_cells
from scripts.tables.row import Row

_CODES = ("claim_type", "mode", "theme")


def make_claims(coded: CodedPost) -> list[Row]:
    """Return the post's rows of `claims`.

    A code that the claim does not give is the post's default; mode is `asserted` by default.
    """
    rows = []
    default, defaults = coded.coding.top.first("default"), coded.coding.defaults
    for sentence, claim in parts_of(coded, "claim"):
        typed = claim.first("is") or claim
        codes = {"mode": "asserted"} | defaults | typed.pairs
        codes |= {name: typed[name] for name in ("claim_type", "theme")}
        target, stance = claim.first("target") or claim, claim.first("stance") or claim
        taken, columns = taken_cells(coded, claim, None)
        cells = {
            "statement": claim.value("says"),
            "reading": "repaired" if claim.first("repaired") else "plain",
            **{column: codes.get(column, "") for column in _CODES},
            "target": target["value"],
            "target_country": target["country"],
            "stance": stance["value"],
            "stance_override_reason": stance["reason"],
            "presupposed": "yes" if claim.first("presupposed") else "no",
            **taken,
        }
        columns |= {name: default if name in defaults else typed for name in _CODES}
        columns |= dict.fromkeys((*typed.pairs, "claim_type", "theme"), typed)
        columns |= dict.fromkeys(("target", "target_country"), claim.first("target"))
        columns |= dict.fromkeys(("stance", "stance_override_reason"), claim.first("stance"))
        columns["statement"] = claim.first("says")
        rows.append(quoted_row(coded, sentence, "claim_id", claim, cells, columns))
    return rows


def make_claim_operations(coded: CodedPost) -> list[Row]:
    """Return which operations each claim is about."""
    rows = []
    for _, claim in parts_of(coded, "claim"):
        lines = {name: line for line in claim.all("operations") for name in line["list"].split()}
        for operation, line in lines.items():
            cells = {"claim_id": row_id(coded, claim["number"]), "operation_id": operation}
            rows.append(Row(cells, origin_of(coded, line, {})))
    return rows


def make_operation_parties(coded: CodedPost) -> list[Row]:
    """Return who took part in which operation, each with the claim that shows it."""
    return [
        Row(
            {
                "operation_id": party["operation"],
                "entity_id": party["entity"],
                "party_role": party["role"],
                "claim_id": row_id(coded, claim["number"]),
            },
            origin_of(coded, party, {}),
        )
        for _, claim in parts_of(coded, "claim")
        for party in claim.all("party")
    ]
