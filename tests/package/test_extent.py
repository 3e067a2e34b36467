"""The package's coverage follows from the claims."""

from scripts.package.extent import make_extent
from scripts.tables.row import Row

PLACES = {"CN": "China", "US": "United States", "MM": "Myanmar"}


def claim(period: str, place: str) -> Row:
    return Row({"period": period, "place": place})


def test_coverage_runs_from_the_first_to_the_last_day_that_a_claim_names() -> None:
    claims = [claim("1839-06-03", "CN"), claim("2022", "US"), claim("2002-01/2002-06", "CN")]
    assert make_extent(claims, PLACES) == {
        "temporal": {"start": "1839-06-03", "end": "2022-12-31"},
        "spatial": [{"code": "CN", "title": "China"}, {"code": "US", "title": "United States"}],
    }


def test_an_open_side_neither_begins_nor_ends_the_coverage() -> None:
    claims = [claim("../2022-12", ""), claim("2013/..", "")]
    assert make_extent(claims, PLACES) == {"temporal": {"start": "2013-01-01", "end": "2022-12-31"}}


def test_periods_open_on_the_same_side_give_one_bound() -> None:
    assert make_extent([claim("2013/..", "")], PLACES) == {"temporal": {"start": "2013-01-01"}}


def test_claims_without_period_and_place_have_no_coverage() -> None:
    assert make_extent([claim("", ""), claim("", "")], PLACES) == {}
