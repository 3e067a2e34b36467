"""What the claims of a sentence leave is its remainders: every stretch, each with its reason."""

import pytest

from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.parts import found_cells
from scripts.tables.remainders import is_connective, stretches_of
from scripts.tables.row import Row, Tables, span_of
from tests.tables.conftest import Make

POST = """\
about CN
default where=CN

s01 China bans drugs
  rest heading
s02 Therefore, police in China acted well; sadly, drugs came back, and a new era began.
  c01 police in China acted
    says Police in China acted.
    is activity enforcement
    target government CN
  c02 drugs came back
    says Drugs came back.
    is activity supply
    target problem
  {lines}
"""
ERA = "a new era began"
FIRST = ["Therefore=connective", "well; sadly=evaluation", f"and {ERA}=evaluation"]
LEFT = "the claims leave nothing but connectives, or other lines decide the rest"


def cells(make: Make, lines: str) -> list[str]:
    rows = make(POST.format(lines=lines)).book.rows("remainders")[1:]
    return [f"{row['quote']}={row['reason']}{row['note'] and ': '}{row['note']}" for row in rows]


@pytest.mark.parametrize(
    ("lines", "remainders"),
    [
        ("rest evaluation", FIRST),
        (
            f"rest {ERA} = slogan : no sense is listed\n  rest evaluation",
            [*FIRST[:2], f"and {ERA}=slogan: no sense is listed"],
        ),
        (
            f"rest sadly = rhetoric\n  rest {ERA} = slogan",
            ["Therefore=connective", "well; sadly=rhetoric", f"and {ERA}=slogan"],
        ),
    ],
)
def test_a_reason_is_of_all_that_claims_leave_or_of_the_stretch_that_it_names(
    make: Make, lines: str, remainders: list[str]
) -> None:
    assert cells(make, lines) == remainders
    assert make(POST.format(lines=lines)).findings == []


def test_a_remainder_has_its_place_and_the_line_that_decides_it(make: Make) -> None:
    small = make(POST.format(lines=f"rest evaluation\n  rest {ERA} = slogan"))
    heading, joining, _, era = small.book.rows("remainders")
    assert heading == {
        **{"remainder_id": "p10.r0", "post_id": "p10", "sentence_id": "p10.s01"},
        **{"char_start": "0", "char_end": "16", "quote": "China bans drugs", "note": ""},
        "reason": "heading",
    }
    lines = [small.line("remainders", row["remainder_id"]) for row in (heading, joining, era)]
    # a connective is decided by no line but its sentence
    assert lines == [6, 7, 17]


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        (
            "? none",
            [(7, "s02: no claim holds 'well; sadly'"), (7, f"s02: no claim holds 'and {ERA}'")],
        ),
        ("rest sadly = rhetoric", [(7, f"s02: no claim holds 'and {ERA}'")]),
        ("rest Therefore = rhetoric\n  rest evaluation", [(16, LEFT)]),
        ("rest police = rhetoric\n  rest evaluation", [(16, LEFT)]),
        ("rest evaluation\n  rest slogan", [(17, LEFT)]),
        (f"rest well = slogan\n  rest {ERA} = slogan\n  rest evaluation", [(18, LEFT)]),
        (f"rest well = slogan\n  rest sadly = slogan\n  rest {ERA} = slogan", [(17, LEFT)]),
    ],
)
def test_a_stretch_without_a_line_and_a_line_without_a_stretch_are_told(
    make: Make, lines: str, findings: list[tuple[int, str]]
) -> None:
    found = make(POST.format(lines=lines)).findings
    assert [(one.line, one.reason) for one in found] == findings


def test_a_stretch_without_a_line_has_no_reason(make: Make) -> None:
    assert cells(make, "? none") == ["Therefore=connective", "well; sadly=", f"and {ERA}="]


def sentence(words: str, start: int = 0) -> Row:
    end = start + len(words)
    span = {"char_start": str(start), "char_end": str(end), "quote": words}
    return Row({"sentence_id": "p10.s02", "post_id": "p10", **span})


WORDS = "First, drugs harm; and so on."


@pytest.mark.parametrize(
    ("claims", "stretches"),
    [
        ([], ["First, drugs harm; and so on"]),
        (["drugs harm"], ["First", "and so on"]),
        (["drugs harm", "First"], ["and so on"]),
        # claims that share words, or lie in one another
        (["First, drugs", "drugs harm", "harm"], ["and so on"]),
        # what is left without a word is nothing
        (["First", "drugs harm", "and so on"], []),
        (["First", "drugs", "harm", "so"], ["and", "on"]),
        ([WORDS], []),
    ],
)
@pytest.mark.parametrize("start", [0, 40])
def test_a_stretch_goes_from_word_to_word_between_claims(
    claims: list[str], stretches: list[str], start: int
) -> None:
    whole = sentence(WORDS, start)
    quotes = [sentence(words, start + WORDS.index(words)) for words in claims]
    found = [*stretches_of(whole, quotes)]
    assert [WORDS[a - start : b - start] for a, b in found] == stretches
    withheld = Row({**whole, "quote": ""})
    assert [*stretches_of(withheld, quotes)] == []


@pytest.mark.parametrize(
    ("words", "connective"),
    [
        ("However, at the same time", True),
        ("HOWEVER", True),
        ("However, sadly", False),
        ("1. In", True),  # 1 is a number of a list
        ("In 2", True),  # 2 is stray
        ("In 2019", False),  # a date says something
        ("for example’s", False),
    ],
)
def test_connectives_and_numbers_of_lists_say_nothing(
    built: Built, words: str, connective: bool
) -> None:
    whole = sentence(f"So {words}", 40)
    numerals = [
        Row({**sentence(number, 40 + whole["quote"].index(number)), "disposition": kind})
        for number, kind in (("2019", "date"), ("1", "list"), ("2", "stray"))
        if number in words.replace(",", "").replace(".", "").split()
    ]
    book = Book({"numerals": numerals}, built.book.sources)
    assert is_connective(whole, (43, 43 + len(words)), book) == connective


def test_a_remainder_is_named_by_its_place() -> None:
    found = found_cells(sentence("so on."), "remainder_id", 3, "on")
    assert (found["remainder_id"], found["quote"], found["char_end"]) == ("p10.r3", "on", "5")


def test_claims_and_remainders_hold_every_letter_of_the_posts(tables: Tables) -> None:
    left = []
    for post in tables["posts"]:
        text = post["text"]
        own = [
            row
            for name in ("claims", "remainders")
            for row in tables[name]
            if row["post_id"] == post["post_id"]
        ]
        held = {place for start, end in map(span_of, own) for place in range(start, end)}
        left += [
            (post["post_id"], place, text[place : place + 20])
            for place, letter in enumerate(text)
            if letter.isalnum() and place not in held
        ]
    assert left == []
