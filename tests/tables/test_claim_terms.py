"""What a claim differs in from the common form of its proposition is what its figures show."""

import pytest

from scripts.tables.claim_terms import (
    StatedClaim,
    common_terms,
    first_difference,
    terms_of,
    wrong_agreements,
)
from scripts.tables.row import Row

# Three statements of one number: p06.c03 and p09.c06 say 'over 740 tons', p07.c27 '740 tons'.
CLAIMS = ("p06.c03", "p07.c27", "p09.c06")
AGREED = ("same", "qualifier", "same")


def figure(**cells: str) -> Row:
    level = {"indicator_id": "drug-making-materials-seized", "figure_role": "level"}
    rest = dict.fromkeys(("direction", "value_high", "per", "period"), "")
    return Row({**level, **rest, "value": "740", "qualifier": "over", "unit": "tonne"} | cells)


def stated(
    agreements: tuple[str, ...] = AGREED, last: list[Row] | None = None, period: str = ""
) -> list[StatedClaim]:
    figures = [[figure()], [figure(qualifier="as_stated")], [figure()] if last is None else last]
    return [
        StatedClaim(name, agreement, terms_of(Row({"period": period}), rows))
        for name, agreement, rows in zip(CLAIMS, agreements, figures, strict=True)
    ]


def test_claims_that_agree_as_coded_are_accepted() -> None:
    assert wrong_agreements(stated()) == []


DIFFERING = [
    ({"value": "840"}, "value", "the value is 840; most claims have 740"),
    ({"value_high": "800"}, "value", "the value is 740 800; most claims have 740"),
    ({"direction": "up"}, "value", "the value is up 740; most claims have 740"),
    ({"value": "840", "qualifier": "about"}, "value", "the value is 840; most claims have 740"),
    ({"qualifier": "about"}, "qualifier", "the qualifier is about; most claims have over"),
    ({"unit": "kilogram"}, "unit", "the unit is kilogram; most claims have tonne"),
    ({"per": "year"}, "unit", "the unit is tonne year; most claims have tonne"),
    ({"period": "2023"}, "period", "the period is 2023; most claims have none"),
]


@pytest.mark.parametrize(("cells", "found", "reason"), DIFFERING)
def test_an_edited_figure_makes_same_wrong(cells: dict[str, str], found: str, reason: str) -> None:
    claims = stated(("same", "same", "same"), [figure(**cells)])
    # The claim before has the common form too, so that only the last one differs.
    claims[1] = claims[1]._replace(terms=claims[0].terms)
    assert wrong_agreements(claims) == [("p09.c06", f"is same, but {reason}")]
    claims[2] = claims[2]._replace(agreement=found)
    assert wrong_agreements(claims) == []


def test_a_difference_that_no_figure_shows_is_wrong() -> None:
    claims = stated(("same", "qualifier", "value"))
    assert wrong_agreements(claims) == [("p09.c06", "is value, but no value differs")]


@pytest.mark.parametrize("agreement", ["scope", "wording"])
def test_what_only_a_reader_sees_is_accepted(agreement: str) -> None:
    assert wrong_agreements(stated(("same", "qualifier", agreement))) == []


def test_some_claim_is_the_same_as_the_text() -> None:
    (found,) = wrong_agreements(stated(("scope", "qualifier", "wording")))
    assert found == ("p06.c03", "no claim of the proposition is the same as its text")


def test_claims_without_figures_are_compared_by_their_own_period() -> None:
    dated = StatedClaim("p09.c18", "same", terms_of(Row({"period": "2023"}), []))
    claims = [StatedClaim("p06.c04", "same", terms_of(Row({"period": ""}), [])), dated]
    reason = "is same, but the period is 2023; most claims have none"
    assert wrong_agreements(claims) == [("p09.c18", reason)]
    assert wrong_agreements([claims[0], dated._replace(agreement="period")]) == []


def test_a_claim_without_figures_may_say_the_same_as_one_with_some() -> None:
    assert wrong_agreements(stated(("same", "qualifier", "same"), [])) == []


def test_of_equally_common_forms_the_first_in_the_archive_counts() -> None:
    later, earlier = stated()[:2]
    claims = [later._replace(claim_id="p10.c01"), earlier._replace(claim_id="p9.c01")]
    assert common_terms(claims)["qualifier"] == ("as_stated",)
    assert first_difference(claims[0].terms, claims[1].terms) == "qualifier"
    assert first_difference(claims[0].terms, claims[0].terms) == ""
