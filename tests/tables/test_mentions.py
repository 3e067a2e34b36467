"""Names of operations are typed, those of entities are found; what else looks like one is open."""

import pytest

from scripts.tables.mentions import entity_pattern, name_candidates, open_names
from tests.tables.conftest import Make

POST = """\
about CN
default where=CN

s01 The People's War of Old China
  {title}
s02 In Yunnan Province police use "Breaking Ice" in a case, and New Hope again.
  @ m01 Breaking Ice -> breaking-ice likely
  {line}
"""


def spans(make: Make, line: str, title: str = "none heading") -> list[tuple[str, str]]:
    """Return the words of the second sentence that are still open, with their kind."""
    book = make(POST.format(line=line, title=title)).book
    text = book.texts["p10"]
    return [
        (text[slice(*span)], kind) for span, kind in open_names(book.rows("sentences")[1], book)
    ]


def test_a_mention_is_certain_unless_it_is_said_to_be_likely(make: Make) -> None:
    likely = make(POST.format(line="none rhetoric", title="none heading"))
    assert likely.cells("operation_mentions", "p10.m01", "operation_id", "identity") == [
        *("breaking-ice", "likely")
    ]
    text = POST.replace(" likely", "")
    certain = make(text.format(line="none rhetoric", title="none heading"))
    assert certain.cells("operation_mentions", "p10.m01", "identity") == ["certain"]


def test_entities_are_found_longest_first_and_taken_back_by_a_line(make: Make) -> None:
    def found(line: str) -> list[tuple[str, str]]:
        rows = make(POST.format(line=line, title="none heading")).book.rows("entity_mentions")
        return [(row["quote"], row["entity_id"]) for row in rows if row["sentence_id"] == "p10.s02"]

    assert found("none rhetoric") == [("Yunnan Province", "yunnan")]
    assert found("not Yunnan Province") == []


def test_a_line_that_takes_back_nothing_is_named(make: Make) -> None:
    (found,) = make(POST.format(line="not New Hope", title="none heading")).findings
    assert (found.line, found.reason) == (9, "'not New Hope' takes back no entity mention")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the United States of America", ["United States of America"]),
        ("Americans", []),  # a longer word
        ("China's police", ["China"]),
        ("Public security organs acted", ["Public security organs"]),
        ("PUBLIC SECURITY ORGANS", []),
        ("the People’s Republic", ["People’s Republic"]),
    ],
)
def test_a_name_is_whole_words_and_may_begin_a_sentence(text: str, names: list[str]) -> None:
    states = ("United States", "United States of America", "America", "China")
    pattern = entity_pattern((*states, "public security organs", "People's Republic"))
    assert pattern.findall(text) == names


def test_quotes_capitals_and_words_for_operations_may_be_names() -> None:
    text = "In May The Great Wall of China held a 'special' case; \"Ice\" is old."
    found = [(text[slice(*span)], kind) for span, kind in name_candidates(text)]
    assert found == [
        ("Great Wall of China", "capitalised"),
        ("special", "quoted"),
        ("case", "word"),
        ("Ice", "quoted"),
    ]


CASE, HOPE = ("case", "word"), ("New Hope", "capitalised")
ABOUT = """\
c01 In Yunnan Province police use "Breaking Ice" in a case
    says Police use the operation Breaking Ice.
    is event enforcement
    about breaking-ice"""
FIGURE = """\
c01 in a case
    says There was a case.
    is event enforcement
    f01 a case : drug-cases-solved level"""


@pytest.mark.parametrize(
    ("line", "open_ones"),
    [
        ("none rhetoric", [CASE, HOPE]),
        ("x case = generic", [HOPE]),
        ("x New Hope = term", [CASE]),
        ("x Hope = term", [CASE, HOPE]),  # every word must be in a name
        (ABOUT, [HOPE]),  # the word is in a claim about an operation
        (FIGURE, [HOPE]),  # the word is in a figure
    ],
)
def test_what_no_row_accounts_for_is_open(
    make: Make, line: str, open_ones: list[tuple[str, str]]
) -> None:
    assert spans(make, line) == open_ones


def test_capitals_of_a_title_are_phrases_without_a_line(make: Make) -> None:
    rows = make(POST.format(line="none rhetoric", title="none heading")).book.rows("phrases")
    assert [(row["quote"], row["phrase_type"]) for row in rows] == [
        ("People's War of Old China", "heading_case")
    ]
    typed = make(POST.format(line="none rhetoric", title="x People's War of Old China = slogan"))
    assert [row["phrase_type"] for row in typed.book.rows("phrases")] == ["slogan"]


def test_phrases_are_in_the_order_of_the_text(make: Make) -> None:
    small = make(POST.format(line="x New Hope = term\n  x case = generic", title="none heading"))
    rows = small.book.rows("phrases")[1:]
    assert [row["quote"] for row in rows] == ["case", "New Hope"]
    assert [small.line("phrases", row["phrase_id"]) for row in rows] == [10, 9]
