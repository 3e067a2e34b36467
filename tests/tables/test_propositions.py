"""A proposition is what several claims state; what each differs in follows from its figures."""

from collections.abc import Sequence

import pytest

from scripts.curation.links import ApartClaims, Links, Proposition, StatingClaim
from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.derivation import fill
from scripts.tables.propositions import make_propositions
from scripts.tables.row import Origin, Row

TEXT = "More than 740 tons of drug production materials were seized in China."
# p06.c03 and p09.c06 say 'over 740 tons', p07.c27 '740 tons'
CLAIMS = ("p06.c03", "p06.c04", "p07.c27", "p09.c06")
FILE = "curation/links/propositions.txt"
SAME = {"actor": "same", "items": "same", "purpose": "same"}


def proposition(*ids: str, name: str = "materials", line: int = 1, **terms: str) -> Proposition:
    claims = [StatingClaim(key, SAME | terms, n) for n, key in enumerate(ids, line + 1)]
    return Proposition(name, TEXT, claims, line)


def made(
    book: Book, *stated: Proposition, apart: Sequence[str] = ()
) -> tuple[list[Row], list[Row], list[tuple[int, str]]]:
    links = Links(list(stated), [ApartClaims(tuple(apart), 9)] if apart else [])
    rows, linked, findings = make_propositions(book, links)
    assert {one.file for one in findings} <= {FILE}
    return rows, linked, [(one.line, one.reason) for one in findings]


@pytest.fixture
def book(built: Built) -> Book:
    """Four claims of three posts."""
    return Book({"claims": [Row({"claim_id": name}) for name in CLAIMS]}, built.book.sources)


def test_the_first_claim_named_is_the_basis_and_claims_are_in_their_order(book: Book) -> None:
    later = proposition("p09.c06", "p06.c04", name="later", items="wider")
    first = proposition("p07.c27", "p06.c03", "p09.c06", line=5)
    rows, linked, findings = made(book, later, first)
    assert findings == []
    assert [*map(dict, rows)] == [
        {"proposition_id": "materials", "text": TEXT, "basis_claim_id": "p07.c27"},
        {"proposition_id": "later", "text": TEXT, "basis_claim_id": "p09.c06"},
    ]
    assert [" ".join(row.values()) for row in linked] == [
        "p06.c03 materials same same same",
        "p06.c04 later same wider same",
        "p07.c27 materials same same same",
        "p09.c06 later same wider same",
        "p09.c06 materials same same same",
    ]
    assert [row.origin for row in rows] == [Origin(FILE, 5), Origin(FILE, 1)]
    assert [row.origin.line for row in linked if row.origin] == [7, 3, 6, 2, 8]


def test_a_proposition_without_claims_is_refused(book: Book) -> None:
    assert made(book, proposition()) == ([], [], [(1, "materials has no claims")])


NEEDS_TWO = "'apart' needs two or more different claims"


@pytest.mark.parametrize(
    ("claim_ids", "reasons"),
    [
        (("p06.c03", "p06.c04"), []),
        (("p06.c04", "p09.c06"), []),
        (("p06.c03", "p09.c06"), ["p06.c03 and p09.c06 are apart and both state materials"]),
        (("p06.c03", "p06.c99"), ["unknown claim p06.c99; nearest: p06.c04, p06.c03"]),
        (("p06.c03",), [NEEDS_TWO]),
        (("p06.c03", "p06.c03"), [NEEDS_TWO]),
    ],
)
def test_claims_apart_state_no_proposition_together(
    book: Book, claim_ids: tuple[str, ...], reasons: list[str]
) -> None:
    stated = proposition("p06.c03", "p07.c27", "p09.c06")
    assert made(book, stated, apart=claim_ids)[2] == [(9, reason) for reason in reasons]


def test_a_proposition_with_a_claim_of_an_unread_post_is_left_alone(book: Book) -> None:
    book.unread = frozenset({"p12"})
    other = proposition("p06.c04", "p09.c06", name="other", line=5)
    stated = (proposition("p06.c03", "p12.c01"), other)
    rows, linked, findings = made(book, *stated, apart=("p12.c02", "p06.c04"))
    assert findings == []
    assert "materials" in book.unread
    assert [row["proposition_id"] for row in rows] == ["other"]
    assert [row["claim_id"] for row in linked] == ["p06.c04", "p09.c06"]


LEVEL = {"indicator_id": "drug-making-materials-seized", "figure_role": "level"}


def figure(claim_id: str, **cells: str) -> Row:
    given = {"value": "740", "qualifier": "over", "unit": "tonne", "period": "2022", "place": "CN"}
    empty = dict.fromkeys(("direction", "value_high", "per"), "")
    return Row({"claim_id": claim_id, **LEVEL, **empty, **given, **cells})


def compared(built: Built, figures: list[Row], **claim: str) -> Row:
    """Return how p09.c06 compares with the basis p06.c03; `claim` are cells of the former."""
    plain = {"period": "2022", "place": "CN"}
    link = Row({"claim_id": "p09.c06", "proposition_id": "materials"})
    tables = {
        "claims": [
            Row({"claim_id": name, **plain, **cells})
            for name, cells in (("p06.c03", {}), ("p09.c06", claim))
        ],
        "figures": figures,
        "propositions": [Row({"proposition_id": "materials", "basis_claim_id": "p06.c03"})],
        "claim_propositions": [link],
    }
    fill(Book(tables, built.book.sources), "claim_propositions")
    return link


VALUE = [
    ("over", {}, "same"),
    ("over", {"value": "840"}, "other"),
    ("over", {"value": "840", "qualifier": "as_stated"}, "other"),
    ("over", {"value_high": "800"}, "other"),
    ("over", {"direction": "up"}, "other"),
    ("over", {"unit": "kilogram"}, "other"),  # 740 kilograms are no 740 tonnes
    ("over", {"qualifier": "as_stated"}, "narrower"),
    ("as_stated", {"qualifier": "over"}, "wider"),
    ("as_stated", {"qualifier": "as_stated"}, "same"),
    ("over", {"qualifier": "about"}, "other"),
]


@pytest.mark.parametrize(("basis", "cells", "code"), VALUE)
def test_a_value_is_compared_with_its_qualifier(
    built: Built, basis: str, cells: dict[str, str], code: str
) -> None:
    figures = [figure("p06.c03", qualifier=basis), figure("p09.c06", **cells)]
    assert compared(built, figures)["value"] == code


@pytest.mark.parametrize(
    ("cells", "code"), [({}, "same"), ({"unit": "kilogram"}, "other"), ({"per": "year"}, "other")]
)
def test_a_unit_is_compared_with_that_of_its_rate(
    built: Built, cells: dict[str, str], code: str
) -> None:
    assert compared(built, [figure("p06.c03"), figure("p09.c06", **cells)])["unit"] == code


@pytest.mark.parametrize(
    ("figures", "value", "unit"),
    [
        ([], "none", "none"),
        ([figure("p09.c06")], "none", "none"),
        ([figure("p06.c03")], "wider", "none"),
        ([figure("p06.c03"), figure("p09.c06", indicator_id="drugs-seized")], "wider", "none"),
        ([figure("p06.c03"), figure("p09.c06", figure_role="share")], "wider", "none"),
        # of several figures those of one indicator and role are compared
        (
            [figure("p06.c03", figure_role="share"), figure("p06.c03"), figure("p09.c06")],
            *("same", "same"),
        ),
        (
            [figure("p06.c03"), figure("p09.c06", indicator_id="drugs-seized"), figure("p09.c06")],
            *("same", "same"),
        ),
    ],
)
def test_only_figures_of_one_indicator_and_role_are_compared(
    built: Built, figures: list[Row], value: str, unit: str
) -> None:
    found = compared(built, figures)
    assert [found["value"], found["unit"]] == [value, unit]


TERMS = [
    ("period", "2022", "2022", "same"),
    ("period", "2013/2022", "2022", "narrower"),
    ("period", "2022", "2013/2022", "wider"),
    ("period", "2022", "2013/..", "wider"),
    ("period", "2022", "2023", "other"),
    ("period", "2013/2018", "2017/2020", "other"),
    ("period", "2022", "2022-13", "other"),  # no such month; a finding of its own
    ("period", "", "2022", "narrower"),
    ("period", "2022", "", "wider"),
    ("period", "", "", "none"),
    ("place", "CN", "CN", "same"),
    ("place", "CN", "CN-YN", "narrower"),
    ("place", "CN-YN", "world", "wider"),
    ("place", "CN", "US", "other"),
    ("place", "", "", "none"),
]


@pytest.mark.parametrize(("column", "basis", "own", "code"), TERMS)
def test_time_and_place_lie_in_those_of_the_basis_or_hold_them(
    built: Built, column: str, basis: str, own: str, code: str
) -> None:
    figures = [figure("p06.c03", **{column: basis}), figure("p09.c06", **{column: own})]
    found = compared(built, figures)
    assert [found[name] for name in ("value", column)] == ["same", code]


def test_without_compared_figures_time_and_place_are_those_of_the_claims(built: Built) -> None:
    figures = [figure("p06.c03", period="2019"), figure("p09.c06", figure_role="share")]
    for given in ([], figures):
        found = compared(built, given, period="2022-06", place="US")
        assert [found["period"], found["place"]] == ["narrower", "other"]


def test_a_basis_agrees_with_itself(built: Built) -> None:
    bases = {
        (row["basis_claim_id"], row["proposition_id"]) for row in built.book.rows("propositions")
    }
    columns = ("value", "unit", "period", "place")
    wrong = [
        row
        for row in built.book.rows("claim_propositions")
        if (row["claim_id"], row["proposition_id"]) in bases
        and not {row[name] for name in columns} <= {"same", "none"}
    ]
    assert wrong == []
