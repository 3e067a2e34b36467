"""Layer 4, evidence: counts, agreements and scores of what recurs follow from the tables."""

from collections.abc import Iterator

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables
from scripts.similarity.sentences import Similarity
from scripts.tables.agreement import StatedClaim, terms_of, wrong_agreements
from scripts.tables.csv_bytes import to_text
from scripts.tables.propositions import own_proposition


def check_recurrences(tables: TextTables) -> list[Finding]:
    """Return propositions, agreements and scores that do not follow from the other tables.

    Scores are not looked at where a post's text is withheld, since its words weigh in all.
    """
    members: dict[str, list[TextRow]] = {}
    for claim in tables["claims"]:
        members.setdefault(claim["proposition_id"], []).append(claim)
    return [
        *_check_propositions(tables, members),
        *_check_agreements(tables, members),
        *_check_scores(tables),
    ]


def _check_propositions(tables: TextTables, members: dict[str, list[TextRow]]) -> Iterator[Finding]:
    for row in tables["propositions"]:
        claims = members.get(row["proposition_id"], [])
        expected = {
            "claim_count": str(len(claims)),
            "post_count": str(len({claim["post_id"] for claim in claims})),
        }
        if len(claims) == 1:
            expected["proposition_id"] = own_proposition(claims[0]["claim_id"])
            expected["text"] = claims[0]["statement"]
        for column, value in expected.items():
            if row[column] != value:
                reason = f"is {row[column]!r}, follows as {value!r}"
                yield Finding("evidence", "propositions", row["proposition_id"], column, reason)


def _check_agreements(tables: TextTables, members: dict[str, list[TextRow]]) -> Iterator[Finding]:
    figures: dict[str, list[TextRow]] = {}
    for figure in tables["figures"]:
        figures.setdefault(figure["claim_id"], []).append(figure)
    for claims in members.values():
        empty = {claim["claim_id"] for claim in claims if not claim["claim_agreement"]}
        wrong = [
            (claim["claim_id"], "is filled where, and only where, other claims assert the same")
            for claim in claims
            if (claim["claim_id"] in empty) != (len(claims) == 1)
        ]
        if not wrong and not empty:
            wrong = wrong_agreements(
                [
                    StatedClaim(
                        claim["claim_id"],
                        claim["claim_agreement"],
                        terms_of(claim, figures.get(claim["claim_id"], [])),
                    )
                    for claim in claims
                ]
            )
        for claim_id, reason in wrong:
            yield Finding("evidence", "claims", claim_id, "claim_agreement", reason)


def _check_scores(tables: TextTables) -> Iterator[Finding]:
    if any(row["text_status"] != "present" for row in tables["posts"]):
        return
    similarity = Similarity({row["sentence_id"]: row["quote"] for row in tables["sentences"]})
    known = {row["sentence_id"] for row in tables["sentences"]}
    for row in tables["parallels"]:
        pair = (row["sentence_id"], row["other_sentence_id"])
        if not known.issuperset(pair):
            continue  # a foreign key that points nowhere is a finding of the layer form
        score = to_text(similarity.score(*pair))
        if row["score"] != score:
            reason = f"is {row['score']!r}, follows as {score!r}"
            yield Finding("evidence", "parallels", " ".join(pair), "score", reason)
