"""Claims that a coder grouped share a proposition, every other has one of its own."""

import pytest

from scripts.curation.links import ApartClaims, Group, GroupedClaim, Links, SentencePair
from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.derivation import fill
from scripts.tables.propositions import (
    link_claims,
    make_parallels,
    make_propositions,
    own_proposition,
    same_words,
)
from scripts.tables.row import Origin, Row

TEXT = "More than 740 tons of drug production materials were seized in China."
CLAIMS = ("p06.c03", "p06.c04", "p07.c27", "p09.c06")
AGREED = {"p06.c03": "same", "p07.c27": "qualifier", "p09.c06": "same"}
SENTENCES = {
    "p06.s01": "China's Zero Tolerance for Drugs",
    "p10.s23": "The serious drug problem in some places has been reversed.",
    "p10.s36": "The serious drug problem in some places has been reversed.",
}


@pytest.fixture
def book(built: Built) -> Book:
    """Four claims of three posts, and three sentences of two, all with a line of their own."""
    claims = [
        Row(
            {"claim_id": name, "post_id": name[:3], "statement": f"Statement of {name}."},
            Origin(f"{name[:3]}.txt", 40, {"statement": Origin(f"{name[:3]}.txt", 41)}),
        )
        for name in CLAIMS
    ]
    sentences = [Row({"sentence_id": name, "quote": q}) for name, q in SENTENCES.items()]
    posts = [Row({"post_id": name, "text": "x"}) for name in ("p06", "p10")]
    return Book({"claims": claims, "sentences": sentences, "posts": posts}, built.book.sources)


def group(agreed: dict[str, str], name: str = "materials", line: int = 1) -> Group:
    numbered = enumerate(agreed.items(), line + 1)
    return Group(name, TEXT, [GroupedClaim(key, code, n) for n, (key, code) in numbered], line)


def links(
    *groups: Group, apart: tuple[str, ...] = (), pairs: tuple[SentencePair, ...] = ()
) -> Links:
    return Links(list(groups), [ApartClaims(apart, 9)] if apart else [], list(pairs))


def told(book: Book, *groups: Group, apart: tuple[str, ...] = ()) -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in link_claims(book, links(*groups, apart=apart))]


def test_grouped_claims_have_the_curated_text_and_a_single_one_its_own(book: Book) -> None:
    grouped = links(group(AGREED))
    assert link_claims(book, grouped) == []
    assert {row["claim_id"]: row["proposition_id"] for row in book.rows("claims")} == {
        "p06.c03": "materials",
        "p06.c04": "p06-c04",
        "p07.c27": "materials",
        "p09.c06": "materials",
    }
    assert [row["claim_agreement"] for row in book.rows("claims")] == [
        *("same", "", "qualifier", "same")
    ]
    book.tables["propositions"] = make_propositions(book, grouped)
    fill(book, "propositions")
    shared = {"proposition_id": "materials", "text": TEXT, "text_basis": "curated"}
    own = {"proposition_id": "p06-c04", "text": "Statement of p06.c04.", "text_basis": "claim"}
    assert book.rows("propositions") == [
        shared | {"claim_count": "3", "post_count": "3"},
        own | {"claim_count": "1", "post_count": "1"},
    ]


def test_what_a_group_decides_has_the_line_of_the_group(book: Book) -> None:
    grouped = links(group(AGREED))
    link_claims(book, grouped)
    claim = book.get("claims", "p07.c27")
    assert claim is not None and claim.origin is not None
    file = "curation/links/propositions.txt"
    assert claim.origin.of("claim_agreement") == Origin(file, 3)
    assert claim.origin.of("statement") == Origin("p07.txt", 41)
    shared, own = (row.origin for row in make_propositions(book, grouped))
    assert (shared, own) == (Origin(file, 1), Origin("p06.txt", 41))


REFUSED = {
    "a claim that does not exist": (
        [group(AGREED | {"p09.c99": "same"})],
        (5, "unknown claim p09"),
    ),
    "a claim in two groups": (
        [group(AGREED), group({"p06.c04": "same", "p09.c06": "same"}, "other", 5)],
        (7, "p09.c06 is already in materials"),
    ),
    "a group without claims": ([group({})], (1, "materials has no claims")),
    "an id that is there twice": (
        [group(AGREED), group({"p06.c04": "same"}, line=5)],
        (5, "duplicate id materials, also in line 1"),
    ),
    "the id of a single claim's proposition": (
        [group(AGREED, "p06-c04")],
        (1, "duplicate id p06-c04, a claim's own proposition"),
    ),
}


@pytest.mark.parametrize(("groups", "found"), REFUSED.values(), ids=REFUSED)
def test_a_group_that_cannot_be_is_refused(
    book: Book, groups: list[Group], found: tuple[int, str]
) -> None:
    ((line, reason),) = told(book, *groups)
    assert (line, reason[: len(found[1])]) == found


@pytest.mark.parametrize(
    ("claim_ids", "reason"),
    [
        (("p06.c03", "p09.c06"), "p06.c03 and p09.c06 are apart and both in materials"),
        (("p06.c03", "p06.c99"), "unknown claim p06.c99"),
        (("p06.c03",), "'apart' needs two or more different claims"),
        (("p06.c03", "p06.c03"), "'apart' needs two or more different claims"),
    ],
)
def test_claims_apart_that_cannot_be_are_refused(
    book: Book, claim_ids: tuple[str, ...], reason: str
) -> None:
    assert told(book, group(AGREED), apart=claim_ids) == [(9, reason)]


def test_claims_apart_that_are_apart_are_accepted(book: Book) -> None:
    assert told(book, group(AGREED), apart=("p06.c03", "p06.c04")) == []


def test_a_group_with_a_claim_of_an_unread_post_is_left_alone(book: Book) -> None:
    book.unread = frozenset({"p12"})
    grouped = links(group(AGREED | {"p12.c01": "same"}), apart=("p12.c02", "p06.c04"))
    assert link_claims(book, grouped) == []
    assert "materials" in book.unread
    names = [row["proposition_id"] for row in make_propositions(book, grouped)]
    assert names == ["p06-c04"]


def test_the_proposition_of_a_claim_alone_has_its_id() -> None:
    assert own_proposition("p03.c07") == "p03-c07"


def pair(one: str, other: str, relation: str, line: int) -> SentencePair:
    return SentencePair(one, other, relation, line)


SAME = pair("p10.s23", "p10.s36", "verbatim", 2)


def test_pairs_that_share_text_are_scored_in_the_order_of_the_archive(book: Book) -> None:
    other = pair("p06.s01", "p10.s23", "template", 3)
    apart = pair("p06.s01", "p10.s36", "apart", 1)
    rows, findings = make_parallels(book, links(pairs=(apart, SAME, other)))
    assert findings == []
    book.tables["parallels"] = rows
    fill(book, "parallels")
    columns = ("sentence_id", "other_sentence_id", "relation", "score")
    assert [[row[column] for column in columns] for row in rows] == [
        ["p06.s01", "p10.s23", "template", "0"],
        ["p10.s23", "p10.s36", "verbatim", "1"],
    ]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (pair("p10.s23", "p10.s36", "apart", 4), "duplicate pair, also in line 2"),
        (pair("p10.s23", "p10.s99", "apart", 4), "unknown sentence p10.s99"),
    ],
)
def test_a_pair_that_cannot_be_is_refused(book: Book, wrong: SentencePair, reason: str) -> None:
    _, findings = make_parallels(book, links(pairs=(SAME, wrong)))
    assert [(one.line, one.reason) for one in findings] == [(4, reason)]


def test_a_pair_apart_that_is_the_same_is_refused(book: Book) -> None:
    _, (found,) = make_parallels(book, links(pairs=(pair("p10.s23", "p10.s36", "apart", 4),)))
    assert (found.line, found.fix) == (4, "write 'verbatim'")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Drugs, and crime.", "drugs and crime", True),
        ("Drugs and crime", "crime and drugs", False),
        ("Drugs", "Drugs and", False),
    ],
)
def test_the_same_words_are_the_same_in_order_whatever_the_punctuation(
    one: str, other: str, same: bool
) -> None:
    assert same_words(one, other) == same
