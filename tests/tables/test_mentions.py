"""Names of operations are typed, those of entities are found; what else looks like one is open."""

import pytest

from scripts.tables.mentions import REASONS, entity_pattern, name_candidates
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


def told(make: Make, line: str, title: str = "rest heading") -> list[str]:
    """Return what is said of names that nothing accounts for, and of lines for them."""
    findings = make(POST.format(line=line, title=title)).findings
    return [one.reason for one in findings if "no claim holds" not in one.reason]


def test_a_mention_is_certain_unless_it_is_said_to_be_likely(make: Make) -> None:
    likely = make(POST.format(line="rest rhetoric", title="rest heading"))
    assert likely.cells("operation_mentions", "p10.m01", "operation_id", "identity") == [
        *("breaking-ice", "likely")
    ]
    text = POST.replace(" likely", "")
    certain = make(text.format(line="rest rhetoric", title="rest heading"))
    assert certain.cells("operation_mentions", "p10.m01", "identity") == ["certain"]


def test_entities_are_found_longest_first_and_taken_back_by_a_line(make: Make) -> None:
    def found(line: str) -> list[tuple[str, str]]:
        rows = make(POST.format(line=line, title="rest heading")).book.rows("entity_mentions")
        return [(row["quote"], row["entity_id"]) for row in rows if row["sentence_id"] == "p10.s02"]

    assert found("rest rhetoric") == [("Yunnan Province", "yunnan")]
    assert found("not Yunnan Province") == []


def test_a_line_that_takes_back_nothing_is_named(make: Make) -> None:
    found, *_ = make(POST.format(line="not New Hope", title="rest heading")).findings
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


CASE, HOPE = ("the word 'case'", "the capitalised words 'New Hope'")
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
    ("line", "left"),
    [
        ("rest rhetoric", [CASE, HOPE]),
        ("x case = no generic", [HOPE]),
        ("x New Hope = term", [CASE]),
        ("x New Hope = no generic", [CASE]),
        ("x Hope = term", [CASE, HOPE]),  # every word must be in a name
        (ABOUT, [HOPE]),  # the word is in a claim about an operation
        (FIGURE, [HOPE]),  # the word is in a figure
    ],
)
def test_a_name_that_no_line_accounts_for_is_told(make: Make, line: str, left: list[str]) -> None:
    assert told(make, line) == [f"s02: no line accounts for {words}" for words in left]


def test_quoted_words_and_mentions_need_an_account(make: Make) -> None:
    text = POST.format(line="x case = no generic\n  x New Hope = term", title="rest heading")
    small = make(text.replace("  @ m01 Breaking Ice -> breaking-ice likely\n", ""))
    assert small.findings[-1].reason == "s02: no line accounts for the quoted words 'Breaking Ice'"


def test_capitals_of_a_title_need_no_account_and_are_no_phrase(make: Make) -> None:
    small = make(POST.format(line="rest rhetoric", title="rest heading"))
    assert small.book.rows("phrases") == []
    assert not [one for one in small.findings if one.reason.startswith("s01")]
    typed = make(POST.format(line="rest rhetoric", title="x People's War of Old China = slogan"))
    assert [row["phrase_type"] for row in typed.book.rows("phrases")] == ["slogan"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("x police = no generic", "'police' needs no account"),
        ("x Yunnan Province = no generic", "'Yunnan Province' needs no account"),
        ("x Breaking Ice = no generic", "'Breaking Ice' needs no account"),
        ("x New Hope = no name", "'name' is not a reason for no phrase"),
        ("x New Hope = no", "'' is not a reason for no phrase"),
    ],
)
def test_a_line_that_accounts_for_nothing_or_without_a_reason_is_told(
    make: Make, line: str, reason: str
) -> None:
    small = make(POST.format(line=line, title="rest heading"))
    assert (9, reason) in [(one.line, one.reason) for one in small.findings]


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_accounts_for_a_name(make: Make, reason: str) -> None:
    assert told(make, f"x New Hope = no {reason}\n  x case = no {reason}") == []


def test_two_lines_for_one_name_are_one_too_many(make: Make) -> None:
    lines = "x New Hope = no generic\n  x Hope = no generic\n  x case = no generic"
    assert told(make, lines) == ["'Hope' needs no account"]


def test_phrases_are_in_the_order_of_the_text_and_of_published_types(make: Make) -> None:
    lines = "x New Hope = term\n  x case = term\n  x police = no generic"
    small = make(POST.format(line=lines, title="rest heading"))
    rows = small.book.rows("phrases")
    assert [row["quote"] for row in rows] == ["case", "New Hope"]
    assert [small.line("phrases", row["phrase_id"]) for row in rows] == [10, 9]
