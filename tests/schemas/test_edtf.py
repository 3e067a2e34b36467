"""Periods are read as the Extended Date/Time Format says, and malformed ones are rejected."""

import pytest

from schemas.edtf import bounds, contains, years_named

ACCEPTED = {
    "2001": ("2001-01-01", "2001-12-31"),
    "2002-02": ("2002-02-01", "2002-02-28"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "1839-06-03": ("1839-06-03", "1839-06-03"),
    "198X": ("1980-01-01", "1989-12-31"),
    "2002~": ("2002-01-01", "2002-12-31"),
    "2002-06?": ("2002-06-01", "2002-06-30"),
    "2013/2022": ("2013-01-01", "2022-12-31"),
    "2002-01/2002-06": ("2002-01-01", "2002-06-30"),
    "2023-08-22/2023-08-25": ("2023-08-22", "2023-08-25"),
    "../2022-12": ("", "2022-12-31"),
    "2013/..": ("2013-01-01", ""),
    "2022/2022-05": ("2022-01-01", "2022-05-31"),
    "2002~/2003?": ("2002-01-01", "2003-12-31"),
}
REJECTED = {
    "": "is no date",
    "the past ten years": "is no date",
    "1980s": "is no date",
    "2022-6": "is no date",
    "2022 ": "is no date",
    "198X-01": "is no date",
    "2013/": "is no date",
    "/2013": "is no date",
    "0000": "is not in the calendar",
    "2023-13": "is not in the calendar",
    "2002-00": "is not in the calendar",
    "2023-02-29": "is not in the calendar",
    "2013/2022-06-31": "is not in the calendar",
    "2001/2002/2003": "more than two sides",
    "../..": "open on both sides",
    "2022/2013": "is reversed",
    "000X": "is not in the calendar",
    "2022-05/2022": "is reversed",
}


@pytest.mark.parametrize(("edtf", "expected"), ACCEPTED.items())
def test_a_period_has_a_first_and_a_last_day(edtf: str, expected: tuple[str, str]) -> None:
    assert bounds(edtf) == expected


@pytest.mark.parametrize(("edtf", "reason"), REJECTED.items())
def test_a_malformed_or_reversed_period_is_rejected(edtf: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        bounds(edtf)


@pytest.mark.parametrize("edtf", ACCEPTED)
def test_every_accepted_period_is_one_for_an_independent_validator(edtf: str) -> None:
    validator = pytest.importorskip("edtf_validate.valid_edtf")
    assert validator.is_valid(edtf)


def test_what_an_independent_validator_rejects_is_rejected() -> None:
    validator = pytest.importorskip("edtf_validate.valid_edtf")
    invalid = [edtf for edtf in {**ACCEPTED, **REJECTED} if not validator.is_valid(edtf)]
    assert invalid
    assert [edtf for edtf in invalid if edtf not in REJECTED] == []


@pytest.mark.parametrize(
    ("edtf", "years"),
    [
        ("2013/2022", ["2013", "2022"]),
        ("2002-01/2002-06", ["2002"]),
        ("../2022-12", ["2022"]),
        ("2013/..", ["2013"]),
        ("198X", ["1980s"]),
        ("1839-06-03", ["1839"]),
        ("2002~", ["2002"]),
    ],
)
def test_the_years_named_are_those_the_words_must_show(edtf: str, years: list[str]) -> None:
    assert years_named(edtf) == years


def test_years_of_a_malformed_period_are_not_read() -> None:
    with pytest.raises(ValueError, match="is reversed"):
        years_named("2022/2013")


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("2002", "2002-06"),
        ("2002", "2002"),
        ("2013/2022", "2013"),
        ("../2022-12", "2022"),
        ("../2022-12", "../2021"),
        ("2013/..", "2013-05/.."),
        ("198X", "1989"),
    ],
)
def test_a_narrower_or_equal_period_is_contained(outer: str, inner: str) -> None:
    assert contains(outer, inner)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("2002-06", "2002"),
        ("2013/2022", "2023"),
        ("2013/2022", "2012/2014"),
        ("2022", "../2022"),
        ("2013/2022", "2013/.."),
        ("../2022-12", "2023-01"),
    ],
)
def test_a_wider_or_later_period_is_not_contained(outer: str, inner: str) -> None:
    assert not contains(outer, inner)
