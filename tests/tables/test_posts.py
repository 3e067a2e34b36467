"""Title, counts and hash of a post follow from its text; its date is proven by a sentence."""

import hashlib

import pytest

from tests.tables.conftest import Make

POST = """\
about CN
{proof}
s01 China bans drugs
  rest heading
s02 In 2018 the ban was old.
  rest rhetoric
  n 2018=date
s03 In 2018 it was kept.
  rest commitment
  n 2018=date
"""
TEXT = "China bans drugs\nIn 2018 the ban was old. In 2018 it was kept."


def test_the_row_of_a_post_follows_from_its_text(make: Make) -> None:
    small = make(POST.format(proof=""))
    columns = ("text", "title", "word_count", "sha256", "archive_start", "about", "not_before")
    hashed = hashlib.sha256(TEXT.encode()).hexdigest()
    expected = [TEXT, "China bans drugs", "14", hashed, "46", "CN", ""]
    assert small.cells("posts", "p10", *columns) == expected


PROOFS = [
    ("not_before 2018 < In 2018", "p10.s02"),
    ("not_before 2018 < In 2018 @ s03", "p10.s03"),
    ("not_before 2018 < it was kept", "p10.s03"),
]


@pytest.mark.parametrize(("proof", "sentence"), PROOFS)
def test_the_date_is_proven_by_the_first_sentence_with_the_words(
    make: Make, proof: str, sentence: str
) -> None:
    small = make(POST.format(proof=proof))
    assert small.cells("posts", "p10", "not_before", "not_before_sentence_id") == ["2018", sentence]


@pytest.mark.parametrize(
    ("proof", "reason"),
    [
        ("not_before 2018 < In 2019", "the words 'In 2019' are not in the post"),
        ("not_before 2018 < In 2018 @ s01", "the words 'In 2018' are not in s01"),
    ],
)
def test_words_that_are_nowhere_prove_nothing(make: Make, proof: str, reason: str) -> None:
    small = make(POST.format(proof=proof))
    assert [(one.line, one.reason) for one in small.findings] == [(3, reason)]
    assert small.cells("posts", "p10", "not_before", "not_before_sentence_id") == ["", ""]


def test_sentences_know_their_paragraph_and_role(make: Make) -> None:
    columns = ("sentence_id", "paragraph", "sentence_role")
    small = make(POST.format(proof="") + "  role heading\n")
    assert [[row[column] for column in columns] for row in small.book.rows("sentences")] == [
        ["p10.s01", "0", "title"],
        ["p10.s02", "1", "body"],
        ["p10.s03", "1", "heading"],
    ]
