"""Groups of claims that the claims do not bear out are refused, with the line that is wrong."""

import pytest

from scripts.curation.links import ApartClaims, Group, GroupedClaim
from scripts.tables.annotated import Cell, Row
from scripts.tables.propositions import group_problems, link_claims, make_propositions

AGREEMENTS = ("same", "value", "qualifier", "unit", "period", "scope", "wording")


def claim(claim_id: str, statement: str, period: str | None = None) -> Row:
    return {
        "claim_id": claim_id,
        "post_id": claim_id[:3],
        "statement": statement,
        "period": period,
    }


def figure(claim_id: str, value: int, **cells: Cell) -> Row:
    return {
        "claim_id": claim_id,
        "indicator_id": "drug-making-materials-seized",
        "figure_role": "level",
        "direction": None,
        "value": value,
        "value_high": None,
        "qualifier": "over",
        "unit": "tonne",
        "per": None,
        "period": None,
        **cells,
    }


CLAIMS = [
    claim("p06.c03", "More than 740 tons of drug-making materials have been confiscated in China."),
    claim("p06.c04", "China has deepened anti-drug cooperation with various countries."),
    claim("p07.c27", "740 tons of drug production materials have been seized in China."),
    claim("p09.c06", "The Chinese police have seized more than 740 tons of drug materials."),
    claim("p09.c18", "China has continuously deepened cooperation with various countries."),
]
TEXT = "More than 740 tons of drug production materials were seized in China."
AGREED = {"p06.c03": "same", "p07.c27": "qualifier", "p09.c06": "same"}
DEEPENED = {"p06.c04": "same", "p09.c18": "same"}


def figures() -> list[Row]:
    as_stated = figure("p07.c27", 740, qualifier="as_stated")
    return [figure("p06.c03", 740), as_stated, figure("p09.c06", 740)]


def group(agreed: dict[str, str], name: str = "materials", text: str = TEXT) -> Group:
    claims = [GroupedClaim(key, code, line) for line, (key, code) in enumerate(agreed.items(), 2)]
    return Group(name, text, claims, 1)


def problems_of(
    groups: list[Group],
    rows: list[Row] | None = None,
    apart: tuple[ApartClaims, ...] = (),
    claims: list[Row] = CLAIMS,
) -> list[tuple[int, str]]:
    found = group_problems(groups, apart, claims, rows or figures(), AGREEMENTS)
    return [(problem.line, problem.message) for problem in found]


def test_claims_that_agree_as_coded_are_accepted() -> None:
    assert problems_of([group(AGREED), group(DEEPENED, "deepened")]) == []


def test_a_grouped_claim_points_at_the_curated_text_and_a_single_one_at_its_own() -> None:
    claims = link_claims(CLAIMS[:4], [group(AGREED)])
    assert {row["claim_id"]: row["proposition_id"] for row in claims} == {
        "p06.c03": "materials",
        "p06.c04": "p06-c04",
        "p07.c27": "materials",
        "p09.c06": "materials",
    }
    assert [row["claim_agreement"] for row in claims] == ["same", None, "qualifier", "same"]
    materials = {"proposition_id": "materials", "text": TEXT, "text_basis": "curated"}
    own = {"proposition_id": "p06-c04", "text": CLAIMS[1]["statement"], "text_basis": "claim"}
    assert make_propositions(claims, [group(AGREED)]) == [
        materials | {"claim_count": 3, "post_count": 3},
        own | {"claim_count": 1, "post_count": 1},
    ]


REFUSED = {
    "a claim that does not exist": (
        [group(AGREED | {"p09.c99": "same"})],
        (5, "there is no claim p09.c99"),
    ),
    "a claim in two groups": (
        [group(AGREED), group({"p06.c04": "same", "p09.c06": "same"}, "other")],
        (3, "p09.c06 already stands in materials"),
    ),
    "a claim twice in one group": (
        [Group("materials", TEXT, [*group(AGREED).claims, GroupedClaim("p06.c03", "same", 9)], 1)],
        (9, "p06.c03 already stands in materials"),
    ),
    "a group of one claim": (
        [group({"p06.c03": "same"})],
        (1, "materials has fewer than two claims"),
    ),
    "an unknown agreement": (
        [group(AGREED | {"p09.c06": "similar"})],
        (4, "p09.c06: 'similar' is no code of claim_agreement"),
    ),
    "a text without a full stop": (
        [group(AGREED, text="Materials were seized")],
        (1, "the text of materials ends without '.'"),
    ),
    "an id that stands twice": (
        [group(AGREED), group(DEEPENED)],
        (1, "materials is also the id of line 1"),
    ),
    "the id of a single claim's proposition": (
        [group(AGREED, "p06-c04")],
        (1, "p06-c04 is also the id of a claim's own proposition"),
    ),
    "'same' where the qualifier differs": (
        [group(AGREED | {"p07.c27": "same"})],
        (
            3,
            "p07.c27 in materials: claim_agreement is same, but the qualifier is as_stated, "
            "not over",
        ),
    ),
    "'value' where no value differs": (
        [group(AGREED | {"p09.c06": "value"})],
        (4, "p09.c06 in materials: claim_agreement is value, but no value differs"),
    ),
    "a group in which nothing is the same": (
        [group({"p06.c04": "scope", "p09.c18": "wording"})],
        (2, "p06.c04 in materials: no claim of the proposition is the same as its text"),
    ),
}


@pytest.mark.parametrize(("groups", "found"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_stand_is_refused(groups: list[Group], found: tuple[int, str]) -> None:
    assert found in problems_of(groups)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"value": 840}, "the value is 840, not 740"),
        ({"value_high": 800}, "the value is 740 800, not 740"),
        ({"value": 840, "qualifier": "about"}, "the value is 840, not 740"),
        ({"qualifier": "about"}, "the qualifier is about, not over"),
        ({"unit": "kilogram"}, "the unit is kilogram, not tonne"),
        ({"per": "year"}, "the unit is tonne year, not tonne"),
        ({"period": "2023"}, "the period is 2023, not not given"),
    ],
)
def test_an_edited_figure_makes_same_false(cells: dict[str, Cell], reason: str) -> None:
    rows = [*figures()[:2], figure("p09.c06", 740) | cells]
    found = problems_of([group(AGREED)], rows)
    assert found == [(4, f"p09.c06 in materials: claim_agreement is same, but {reason}")]


def test_claims_without_figures_are_compared_by_their_own_period() -> None:
    dated = [*CLAIMS[:4], CLAIMS[4] | {"period": "2023"}]
    (found,) = problems_of([group(DEEPENED)], claims=dated)
    assert found[1].endswith("claim_agreement is same, but the period is 2023, not not given")
    assert problems_of([group(DEEPENED | {"p09.c18": "period"})], claims=dated) == []


def test_a_claim_without_a_figure_may_share_a_proposition_with_one_that_has_one() -> None:
    assert problems_of([group({"p06.c03": "same", "p09.c18": "scope"})]) == []


@pytest.mark.parametrize(
    ("claim_ids", "message"),
    [
        (("p06.c03", "p09.c06"), "p06.c03 and p09.c06 are apart and both stand in materials"),
        (("p06.c03", "p06.c99"), "there is no claim p06.c99"),
        (("p06.c03",), "'apart' needs two or more different claims"),
        (("p06.c03", "p06.c03"), "'apart' needs two or more different claims"),
    ],
)
def test_claims_apart_that_cannot_be_are_refused(claim_ids: tuple[str, ...], message: str) -> None:
    found = problems_of([group(AGREED)], apart=(ApartClaims(claim_ids, 7),))
    assert (7, message) in found
