"""Praise and blame: what is found, what a coder must decide, and what follows from it."""

from pathlib import Path

import pytest

from scripts.curation.loading import CODINGS
from scripts.curation.registers import REGISTERS
from scripts.tables.evaluations import proposed_words
from tests.conftest import change, findings_of
from tests.tables.conftest import Make

FORMS = {
    "failed": "failed",
    "iron fist": "iron-fist",
    "great": "glorious",
    "great wall of steel": "firewall",
    "people's hearts": "deep-rooted",
    "all-out": "comprehensive",
}
POST = """\
about CN

s01 China bans drugs
  rest heading
s02 The great police achieved successes, the so-called experts failed and failed again.
  e great = glorious government CN
  e successes = accomplished government CN
  e so-called = manipulating public CN : ironic
  e failed = failed public CN
  e failed #2 = no other_sense
  c01 The great police achieved successes
    says The police of China achieved successes.
    is result law_and_policy
    target government CN
  c02 the so-called experts failed and failed again
    says The experts failed again and again.
    is result law_and_policy
    target public CN
  c03 experts failed
    says The experts failed.
    is result law_and_policy
    target public CN
    stance neutral : The failure is another's.
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They failed.", [("failed", "failed")]),
        ("FAILED, Failed", [("FAILED", "failed"), ("Failed", "failed")]),
        ("an iron fist, iron fists", [("iron fist", "iron-fist")]),
        (
            "a great Great Wall of Steel",
            [("great", "glorious"), ("Great Wall of Steel", "firewall")],
        ),
        ("people’s hearts", [("people’s hearts", "deep-rooted")]),
        ("all-out, all out", [("all-out", "comprehensive")]),
        ("unfailed, failed-state, greatly", []),
        ("", []),
    ],
)
def test_listed_forms_are_found_as_whole_words_the_longest_first(
    text: str, found: list[tuple[str, str]]
) -> None:
    words = [(text[start:end], sense) for start, end, sense in proposed_words(text, FORMS)]
    assert words == found


def test_every_line_but_no_gives_a_row_with_the_polarity_of_its_sense(make: Make) -> None:
    small = make(POST)
    assert small.findings == []
    columns = ("quote", "evaluative_word_id", "polarity", "target", "target_country", "voice")
    rows = [[row[column] for column in columns] for row in small.book.rows("evaluations")]
    assert rows == [
        ["great", "glorious", "favourable", "government", "CN", "own"],
        ["successes", "accomplished", "favourable", "government", "CN", "own"],
        ["so-called", "manipulating", "unfavourable", "public", "CN", "ironic"],
        ["failed", "failed", "unfavourable", "public", "CN", "own"],
    ]
    assert small.line("evaluations", small.book.rows("evaluations")[0]["evaluation_id"]) == 7


def test_stance_and_the_claim_around_a_claim_follow(make: Make) -> None:
    small = make(POST)
    columns = ("stance", "stance_override_reason", "part_of_claim_id", "presupposed")
    assert small.cells("claims", "p10.c01", *columns) == ["favourable", "", "", "no"]
    assert small.cells("claims", "p10.c02", *columns) == ["unfavourable", "", "", "no"]
    due = ["neutral", "The failure is another's.", "p10.c02", "no"]
    assert small.cells("claims", "p10.c03", *columns) == due


# What becomes of a line of the post above, the line that is named, and what is said.
WRONG = [
    ("  e great = glorious government CN\n", "", 6, "s02: the listed word 'great' is not decided"),
    ("  e failed #2 = no other_sense\n", "", 6, "s02: the listed word 'failed' is not decided"),
    ("= glorious", "= failed", 7, "'great' is not a form of failed"),
    ("= glorious", "= unheard-of", 7, "'great' is not a form of unheard-of"),
    ("e great =", "e police =", 7, "'police' is not a form of glorious"),
    (
        *("failed #2 = no", "police = no", 11),
        "'police' is not a listed word, and nothing is to be decided",
    ),
    ("no other_sense", "no reason", 11, "'reason' is not a reason for no evaluation"),
]


@pytest.mark.parametrize(("old", "new", "line", "reason"), WRONG)
def test_what_cannot_be_so_is_named_with_its_line_and_a_fix(
    make: Make, old: str, new: str, line: int, reason: str
) -> None:
    found = make(POST.replace(old, new)).findings
    assert [one.line for one in found if one.reason.startswith(reason)] == [line], found
    assert all(one.fix for one in found)


# An edit of one line of the real curation, the line that must be named, and what is said of it.
EDITS = [
    (
        "  e rampant = rampant country CN\n",
        "",
        "s20 ",
        "s20: the listed word 'rampant' is not deci",
    ),
    ("e rampant = rampant", "e rampant = failed", "e rampant", "'rampant' is not a form of failed"),
    ("e rampant = rampant country CN", "e rampant = no why", "e rampant", "'why' is not a reason"),
    (
        *("e rampant = rampant country CN", "e rampant = rampant country", "e rampant"),
        "countries, governments and politicians have one",
    ),
    (
        "e rampant = rampant country CN",
        "e rampant = rampant none CN",
        "e rampant",
        "have no country",
    ),
    ("rampant country CN", "rampant nation CN", "e rampant", "'nation' is not a code"),
    ("rampant country CN", "rampant country XX", "e rampant", "'XX' is not a code"),
    ("rampant country CN", "rampant country CN : loud", "e rampant", "'loud' is not a code"),
    (
        *(
            "    presupposed\n",
            "    presupposed\n    stance unfavourable : So it is.\n",
            "stance unf",
        ),
        "the stance follows from the evaluations",
    ),
    ("    presupposed\n", "", "c74 ", "is no, and yes in p10.c73, which has the same words"),
    (
        "    target country CN\n    presup",
        "    target public CN\n    presup",
        "target public",
        "is public",
    ),
]


@pytest.mark.parametrize(("old", "new", "at", "reason"), EDITS)
def test_an_edited_line_of_the_curation_is_named_by_file_and_line(
    curation: Path, old: str, new: str, at: str, reason: str
) -> None:
    path = curation / CODINGS / "p10.txt"
    sentence = "s32 " if at.startswith(("c74", "target")) else "s20 "
    before, start, rest = path.read_text("utf-8").partition(f"\n{sentence}")
    assert old in rest
    path.write_text(before + start + rest.replace(old, new, 1), "utf-8")
    lines = path.read_text("utf-8").split("\n")
    found = [one for one in findings_of(curation) if reason in one.reason]
    places = [(one.file, lines[one.line - 1].strip()) for one in found]
    assert [words for file, words in places if file.endswith("p10.txt") and words.startswith(at)], (
        "\n".join(map(str, findings_of(curation)))
    )
    assert all(one.fix for one in found)


def test_another_polarity_in_the_register_changes_the_stance_of_all_countries_alike(
    curation: Path,
) -> None:
    """No stance is typed, so nothing is left that could be wrong."""
    change(
        curation / REGISTERS / "evaluative_words.yaml",
        "rampant:\n  polarity: unfavourable",
        "rampant:\n  polarity: favourable",
    )
    assert findings_of(curation) == []
