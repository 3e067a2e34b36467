"""Talking points are those of the register; where a post carries one is typed, word for word."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from scripts.curation.register_file import Value
from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.talking_points import make_talking_points, wrong_examples
from tests.conftest import ROOT
from tests.tables.conftest import Make

POST = """\
about CN
default where=CN

s01 China bans drugs
  rest heading
s02 Others waste money, yet China leads the world and protects its people.
  t protects its people = protects-people people CN
  t China leads the world = without-equal government CN
  t Others waste money = without-equal country : ironic
  t leads the world = recognised none : reported
  c01 Others waste money, yet China leads the world and protects its people
    says China leads the world.
    is assessment enforcement
"""


def test_mentions_are_in_the_order_of_the_text_with_target_and_voice(make: Make) -> None:
    columns = ("quote", "talking_point_id", "target", "target_country", "voice")
    small = make(POST)
    rows = small.book.rows("talking_point_mentions")
    assert [[row[name] for name in columns] for row in rows] == [
        ["Others waste money", "without-equal", "country", "", "ironic"],
        ["China leads the world", "without-equal", "government", "CN", "own"],
        ["leads the world", "recognised", "none", "", "reported"],
        ["protects its people", "protects-people", "people", "CN", "own"],
    ]
    assert [row.origin.line for row in rows if row.origin] == [10, 9, 11, 8]
    assert {(row["post_id"], row["sentence_id"]) for row in rows} == {("p10", "p10.s02")}
    text, (_, second, *_) = small.book.texts["p10"], rows
    assert text[int(second["char_start"]) : int(second["char_end"])] == "China leads the world"


def test_of_two_that_begin_together_the_shorter_words_come_first(make: Make) -> None:
    both = "Others waste money, yet China leads the world = accused others US"
    small = make(POST.replace("  t leads the world = recognised none : reported", f"  t {both}"))
    names = [row["talking_point_id"] for row in small.book.rows("talking_point_mentions")]
    assert names == ["without-equal", "accused", "without-equal", "protects-people"]


def test_the_table_shows_the_ids_of_examples_and_why_near_misses_are_none(built: Built) -> None:
    (row,) = (
        row
        for row in make_talking_points(built.curation.registers)
        if row["talking_point_id"] == "great-results"
    )
    entry = built.curation.registers.talking_points["great-results"]
    examples, near_misses = (
        [line.split(" | ") for line in entry.list(name)] for name in ("examples", "near_misses")
    )
    assert row["examples"] == "; ".join(sentence for sentence, _ in examples)
    assert row["near_misses"] == "; ".join(f"{sentence}: {why}" for sentence, _, why in near_misses)
    words = {words for _, words, *_ in (*examples, *near_misses)}
    assert not [cell for cell in words if cell in row["examples"] + row["near_misses"]]


def test_a_rival_is_another_of_the_register_and_other_has_none(built: Built) -> None:
    rivals = {
        row["talking_point_id"]: row["rival"]
        for row in make_talking_points(built.curation.registers)
    }
    assert [name for name, rival in rivals.items() if not rival] == ["other"]
    assert {*rivals.values()} - {""} <= rivals.keys()


def told(
    built: Built, fields: Mapping[str, Value], unread: frozenset[str] = frozenset()
) -> list[tuple[str, int, str]]:
    """Return what is said of the real register where one talking point has other examples."""
    registers = built.curation.registers
    entry = registers.talking_points["great-results"]
    other = replace(entry, fields={**entry.fields, **fields})
    points = {**registers.talking_points, "great-results": other}
    book = Book(built.book.tables, built.book.sources, unread)
    found = wrong_examples(replace(registers, talking_points=points), book)
    return [(one.file, one.line, one.reason) for one in found]


CARRIED, NOT_CARRIED = "p13.s15 | achieved significant progress", "p12.s11 | strike effectiveness"


@pytest.mark.parametrize(
    ("field", "line", "reason"),
    [
        ("examples", CARRIED, ""),
        ("examples", NOT_CARRIED, "p12.s11 does not carry it"),
        ("examples", "p13.s15 | no such words", "p13.s15 does not hold 'no such words'"),
        ("examples", "p13.s99 | achieved", "p13.s99 does not hold 'achieved'"),
        ("examples", "p13.s15", "p13.s15 does not hold ''"),
        ("near_misses", f"{NOT_CARRIED} | a means gets better", ""),
        ("near_misses", f"{CARRIED} | no result", "p13.s15 carries it"),
        ("near_misses", "p12.s11 | nowhere | no result", "p12.s11 does not hold 'nowhere'"),
        ("examples", f"{CARRIED} | great", "p13.s15 has a reason why not"),
        ("near_misses", NOT_CARRIED, "p12.s11 lacks a reason why not"),
    ],
)
def test_an_example_carries_its_talking_point_and_a_near_miss_does_not(
    built: Built, field: str, line: str, reason: str
) -> None:
    found = told(built, {field: (line,)})
    file = "curation/registers/talking_points.yaml"
    lines = (ROOT / file).read_text("utf-8").split("\n")
    begin = lines.index("great-results:")
    number = 1 + next(n for n in range(begin, len(lines)) if lines[n].startswith(f"  {field}:"))
    assert found == ([(file, number, f"great-results: {reason}")] if reason else [])
    assert told(built, {field: (line,)}, frozenset({"p12", "p13"})) == []
