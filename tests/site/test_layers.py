"""A text is cut where rows begin and end, and joined it is the text again."""

from scripts.publish.site.layers import cut
from scripts.tables.book import Book, Sources
from scripts.tables.row import Row


def row(name: str, start: int, end: int, **cells: str) -> Row:
    return Row(
        {name: cells.pop("id"), "post_id": "p01", "char_start": str(start), "char_end": str(end)}
    )


def test_overlapping_rows_share_the_segments_that_both_have() -> None:
    post = Row({"post_id": "p01", "text": "one two\nthree"})
    tables = {
        "posts": [post],
        "sentences": [
            row("sentence_id", 0, 7, id="p01.s01"),
            row("sentence_id", 8, 13, id="p01.s02"),
        ],
        "claims": [row("claim_id", 0, 7, id="p01.c01")],
        "figures": [row("figure_id", 4, 7, id="p01.f01")],
    }
    lines = cut(Book(tables, Sources({}, (), {}, {}, {}, {})), post)
    assert [[(one.text, one.rows, one.begins) for one in line] for line in lines] == [
        [
            ("one ", ["p01.c01"], ["p01.c01"]),
            ("two", ["p01.c01", "p01.f01"], ["p01.f01"]),
            ("\n", [], []),
        ],
        [("three", [], [])],
    ]
    assert [line[0].sentence for line in lines] == ["p01.s01", "p01.s02"]
    assert lines[0][1].layers == ["claims", "figures"]


def test_a_withheld_text_has_no_segments() -> None:
    post = Row({"post_id": "p01", "text": ""})
    assert cut(Book({"posts": [post]}, Sources({}, (), {}, {}, {}, {})), post) == []
