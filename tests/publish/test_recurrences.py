"""What recurs follows from the tables."""

from itertools import count

import pytest

from schemas.propositions import COMPARED
from scripts.package.source import Built
from scripts.publish.recurrences import (
    count_propositions,
    list_messages,
    list_names,
    list_tones,
    share_text,
)
from scripts.tables.book import Book
from scripts.tables.row import Row, Tables


def rows(columns: str, *lines: str) -> list[Row]:
    """Return rows of the cells of each line; '-' is an empty cell."""
    names = columns.split()
    cells = ([cell.replace("-", "") for cell in line.split()] for line in lines)
    return [Row(dict(zip(names, one, strict=True))) for one in cells]


def stating(posts: dict[str, list[str]], **terms: str) -> Tables:
    """Return propositions with a claim in each of the posts; the last one differs in `terms`."""
    number = count(1)
    claims = {name: [f"{post}.c{next(number):02}" for post in ps] for name, ps in posts.items()}
    links = [
        Row({"claim_id": one, "proposition_id": name} | dict.fromkeys(COMPARED, "same"))
        for name, ids in claims.items()
        for one in ids
    ]
    links[-1].update(terms)
    return {
        "propositions": [Row({"proposition_id": name}) for name in posts],
        "claims": [
            Row({"claim_id": one["claim_id"], "post_id": one["claim_id"][:3]}) for one in links
        ],
        "claim_propositions": links,
    }


def test_propositions_stated_often_come_first_and_those_of_one_post_are_told_apart() -> None:
    stated = {"a": ["p01"] * 2, "b": ["p01", "p02"], "c": ["p01"] * 4, "d": ["p01", "p02"] * 3}
    found = count_propositions(stating(stated | {"e": ["p02"] * 4}))
    assert (found["claims"], found["across"]) == (18, 2)
    assert [one.row["proposition_id"] for one in found["often"]] == ["d", "c", "e", "a", "b"]
    assert [len(one.claims) for one in found["often"]] == [6, 4, 4, 2, 2]


def test_a_claim_that_states_two_propositions_is_one_claim() -> None:
    tables = stating({"a": ["p01"] * 2, "b": ["p02"] * 2})
    tables["claim_propositions"][-1]["claim_id"] = tables["claims"][0]["claim_id"]
    assert count_propositions(tables)["claims"] == 3


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({}, "same"),
        ({"value": "none", "place": "none"}, "same"),
        ({"period": "other", "actor": "narrower", "unit": "none"}, "actor narrower, period other"),
    ],
)
def test_a_claim_says_what_it_differs_in(terms: dict[str, str], said: str) -> None:
    (one,) = count_propositions(stating({"a": ["p01"] * 4}, **terms))["often"]
    assert [differing for _, differing in one.claims] == ["same"] * 3 + [said]


def test_messages_of_most_posts_come_first_with_their_mentions_by_post() -> None:
    found = list_messages(
        {
            "talking_points": rows("talking_point_id", "silent", "loud", "wide", "even"),
            "talking_point_mentions": rows(
                "talking_point_id post_id sentence_id",
                *("loud p02 p02.s01", "loud p02 p02.s02", "loud p02 p02.s03", "wide p01 p01.s02"),
                *("wide p02 p02.s02", "even p01 p01.s01"),
            ),
        }
    )
    shown = {
        one.row["talking_point_id"]: {
            post: [row["sentence_id"] for row in mentions]
            for post, mentions in one.mentions.items()
        }
        for one in found
    }
    assert list(shown) == ["wide", "even", "loud", "silent"]
    assert shown["loud"] == {"p02": ["p02.s01", "p02.s02", "p02.s03"]}
    assert shown["silent"] == {}


def test_operations_with_most_names_come_first_and_each_name_has_its_posts() -> None:
    found = list_names(
        {
            "operations": rows("operation_id name", "owl Owl", "ice Ice", "unnamed Bee"),
            "operation_mentions": rows(
                "operation_id quote post_id",
                *("ice Ice p02", "ice Ice p01", "ice Ice p01", "owl Owl p01", "owl Hunt p02"),
            ),
        }
    )
    assert [(one.operation["name"], one.names) for one in found] == [
        ("Owl", {"Hunt": ["p02"], "Owl": ["p01"]}),
        ("Ice", {"Ice": ["p01", "p02"]}),
        ("Bee", {}),
    ]


PASSAGES = "passage_id post_id char_start char_end"


@pytest.fixture
def sharing(built: Built) -> Book:
    """Three posts; p01 and p02 share two passages that overlap in p01, p03 has one twice."""
    tables: Tables = {
        "posts": [
            Row({"post_id": name, "text": "x" * length})
            for name, length in (("p01", 100), ("p02", 50), ("p03", 40), ("p04", 0))
        ],
        "sentences": rows(
            "sentence_id post_id char_start char_end",
            *("p01.s01 p01 0 19", "p01.s02 p01 20 40", "p01.s03 p01 41 100"),
            *("p02.s01 p02 0 21", "p02.s02 p02 30 50", "p03.s01 p03 0 10", "p03.s02 p03 11 30"),
        ),
        "shared_passages": rows(
            PASSAGES,
            *("wa p01 0 20", "wa p02 0 20", "wb p01 10 30", "wb p02 30 50"),
            *("wc p03 0 10", "wc p03 12 30"),
        ),
        "evaluations": rows(
            "evaluation_id sentence_id evaluative_word_id",
            *("p01.v1 p01.s01 brave", "p02.v1 p02.s01 brave", "p02.v2 p02.s01 great"),
            *("p02.v3 p02.s01 great", "p03.v1 p03.s01 great"),
        ),
    }
    return Book(tables, built.book.sources)


def test_shared_text_counts_once_and_as_a_part_of_each_post(sharing: Book) -> None:
    assert share_text(sharing) == {("p01", "p02"): 0.3, ("p02", "p01"): 0.8}


def test_of_a_withheld_post_no_share_is_told(sharing: Book) -> None:
    sharing.tables["posts"][1]["text"] = ""
    assert share_text(Book(sharing.tables, sharing.sources)) == {}


def tones_of(book: Book) -> list[tuple[str, str, list[str], list[str]]]:
    """Return the two sentences of each tone, and the senses that only one of them has."""
    return [
        (
            one.sentence["sentence_id"],
            one.other["sentence_id"],
            [row["evaluative_word_id"] for row in one.only],
            [row["evaluative_word_id"] for row in one.only_other],
        )
        for one in list_tones(book)
    ]


def test_a_sense_that_only_one_of_two_copies_has_is_told_once(sharing: Book) -> None:
    assert tones_of(sharing) == [("p01.s01", "p02.s01", [], ["great"])]


@pytest.mark.parametrize(
    ("table", "row", "cells"),
    [
        # the same senses in both; a passage of less than half a sentence; a passage within a post
        ("evaluations", 0, {"evaluative_word_id": "great"}),
        ("shared_passages", 1, {"char_start": "11"}),
        ("shared_passages", 1, {"post_id": "p01", "char_start": "20", "char_end": "40"}),
    ],
)
def test_copies_of_one_tone_and_what_is_no_copy_are_not_told(
    sharing: Book, table: str, row: int, cells: dict[str, str]
) -> None:
    sharing.tables[table][row].update(cells)
    if table == "evaluations":
        del sharing.tables[table][1]
    assert tones_of(Book(sharing.tables, sharing.sources)) == []
