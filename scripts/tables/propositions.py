"""The table propositions, and the columns of claims that point at it."""

from collections.abc import Container, Iterator, Mapping, Sequence

from scripts.curation.links import PROPOSITIONS, ApartClaims, Group
from scripts.problem import Problem
from scripts.tables.agreement import StatedClaim, terms_of, wrong_agreements
from scripts.tables.annotated import Row

_FILE = str(PROPOSITIONS)


def own_proposition(claim_id: str) -> str:
    """Return the id of the proposition of a claim that nobody grouped: p03-c07 of p03.c07."""
    return claim_id.replace(".", "-")


def link_claims(claims: Sequence[Row], groups: Sequence[Group]) -> list[Row]:
    """Return the claims with proposition_id and claim_agreement, which is empty outside groups."""
    places = {
        claim.claim_id: (group.proposition_id, claim.agreement)
        for group in groups
        for claim in group.claims
    }
    linked = []
    for row in claims:
        claim_id = str(row["claim_id"])
        proposition, agreement = places.get(claim_id, (own_proposition(claim_id), None))
        linked.append(row | {"proposition_id": proposition, "claim_agreement": agreement})
    return linked


def make_propositions(claims: Sequence[Row], groups: Sequence[Group]) -> list[Row]:
    """Return the propositions of linked claims, in the order of their first claims.

    The text of a group is the curated one; that of a single claim is its statement.
    """
    texts = {group.proposition_id: group.text for group in groups}
    members: dict[str, list[Row]] = {}
    for claim in claims:
        members.setdefault(str(claim["proposition_id"]), []).append(claim)
    return [
        {
            "proposition_id": identifier,
            "text": texts.get(identifier, rows[0]["statement"]),
            "text_basis": "curated" if identifier in texts else "claim",
            "claim_count": len(rows),
            "post_count": len({row["post_id"] for row in rows}),
        }
        for identifier, rows in members.items()
    ]


def group_problems(
    groups: Sequence[Group],
    apart: Sequence[ApartClaims],
    claims: Sequence[Row],
    figures: Sequence[Row],
    agreements: Container[str],
) -> list[Problem]:
    """Return every group and every line 'apart' that the claims do not bear out.

    Args:
        groups: the curated groups.
        apart: claims that were found to assert different things.
        claims: the rows of claims.
        figures: the rows of figures.
        agreements: the codes of claim_agreement.
    """
    by_id = {str(row["claim_id"]): row for row in claims}
    problems = [
        *_form_problems(groups, by_id, agreements),
        *_membership_problems(groups, apart, by_id),
    ]
    if not problems:
        problems = list(_agreement_problems(groups, by_id, figures))
    return problems


def _form_problems(
    groups: Sequence[Group], claims: Mapping[str, Row], agreements: Container[str]
) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    own = {own_proposition(claim_id) for claim_id in claims}
    for group in groups:
        name = group.proposition_id
        if name in seen or name in own:
            place = f"line {seen[name]}" if name in seen else "a claim's own proposition"
            yield Problem(_FILE, group.line, f"{name} is also the id of {place}", "name it anew")
        seen[name] = group.line
        if not group.text.endswith("."):
            yield Problem(_FILE, group.line, f"the text of {name} ends without '.'", "add it")
        if len(group.claims) < 2:
            mend = "add the other claims, or remove the group"
            yield Problem(_FILE, group.line, f"{name} has fewer than two claims", mend)
        for claim in group.claims:
            if claim.agreement not in agreements:
                message = f"{claim.claim_id}: {claim.agreement!r} is no code of claim_agreement"
                yield Problem(_FILE, claim.line, message, "see codes.yaml")


def _membership_problems(
    groups: Sequence[Group], apart: Sequence[ApartClaims], claims: Mapping[str, Row]
) -> Iterator[Problem]:
    group_of: dict[str, Group] = {}
    for group in groups:
        for claim in group.claims:
            if claim.claim_id not in claims:
                message = f"there is no claim {claim.claim_id}"
                yield Problem(_FILE, claim.line, message, "name a claim of curation/posts")
            if claim.claim_id in group_of:
                other = group_of[claim.claim_id].proposition_id
                message = f"{claim.claim_id} already stands in {other}"
                yield Problem(_FILE, claim.line, message, "a claim has one proposition")
            group_of[claim.claim_id] = group
    for line in apart:
        if len(set(line.claim_ids)) < 2 or len(set(line.claim_ids)) < len(line.claim_ids):
            yield Problem(_FILE, line.line, "'apart' needs two or more different claims")
        seen: dict[str, str] = {}
        for claim_id in line.claim_ids:
            if claim_id not in claims:
                message = f"there is no claim {claim_id}"
                yield Problem(_FILE, line.line, message, "name a claim of curation/posts")
            elif claim_id in group_of:
                name = group_of[claim_id].proposition_id
                if name in seen:
                    message = f"{seen[name]} and {claim_id} are apart and both stand in {name}"
                    yield Problem(_FILE, line.line, message, "decide for one of the two")
                seen[name] = claim_id


def _agreement_problems(
    groups: Sequence[Group], claims: Mapping[str, Row], figures: Sequence[Row]
) -> Iterator[Problem]:
    figures_of: dict[str, list[Row]] = {}
    for figure in figures:
        figures_of.setdefault(str(figure["claim_id"]), []).append(figure)
    for group in groups:
        stated = [
            StatedClaim(
                claim.claim_id,
                claim.agreement,
                terms_of(claims[claim.claim_id], figures_of.get(claim.claim_id, [])),
            )
            for claim in group.claims
        ]
        line_of = {claim.claim_id: claim.line for claim in group.claims}
        for claim_id, reason in wrong_agreements(stated):
            message = f"{claim_id} in {group.proposition_id}: {reason}"
            yield Problem(_FILE, line_of[claim_id], message, "correct the code, or the claim")
