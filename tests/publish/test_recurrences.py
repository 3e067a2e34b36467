"""The page on what recurs follows from the tables."""

from scripts.publish.recurrences import count_propositions, count_shared_text
from scripts.tables.row import Row


def test_pairs_are_counted_by_post_and_templates_are_not() -> None:
    pairs = [
        ("p07.s01", "p17.s01", "near_verbatim"),
        ("p07.s04", "p17.s03", "reworded"),
        ("p10.s18", "p17.s10", "template"),
        ("p100.s01", "p100.s02", "verbatim"),
    ]
    names = ("sentence_id", "other_sentence_id", "relation")
    counts = count_shared_text(Row(dict(zip(names, pair, strict=True))) for pair in pairs)
    assert counts == {("p07", "p17"): 2, ("p17", "p07"): 2, ("p100", "p100"): 1}


def test_propositions_stated_often_come_first_and_those_of_one_post_are_told_apart() -> None:
    stated = {"a": ["p01"], "b": ["p01", "p01"], "c": ["p01"] * 4, "d": ["p01", "p02"] * 3}
    found = count_propositions(
        {
            "propositions": [Row({"proposition_id": name}) for name in stated],
            "claims": [
                Row({"proposition_id": name, "post_id": post})
                for name, posts in stated.items()
                for post in posts
            ],
        }
    )
    assert (found["shared"], found["across"]) == (3, 1)
    assert [one.row["proposition_id"] for one in found["often"]] == ["d", "c"]


def test_the_names_of_hunting_owl_stand_side_by_side(pages: dict[str, bytes]) -> None:
    lines = pages["docs/what-recurs.md"].decode().splitlines()
    (line,) = [line for line in lines if line.startswith("| Hunting Owl |")]
    assert "Hunt the Owl (p07); Hunting Owl (p09); Kingpin Hunt (p17)" in line
    assert "猎枭" in line


def test_the_matrix_shows_a_pair_of_posts_on_both_sides_of_the_diagonal(
    pages: dict[str, bytes],
) -> None:
    section = pages["docs/what-recurs.md"].decode().split("## Which posts share text")[1]
    lines = [line.strip("| ").split(" | ") for line in section.splitlines() if line[:3] == "| p"]
    header, *rows = lines
    cells = {(row[0], post): cell for row in rows for post, cell in zip(header, row, strict=False)}
    assert cells["p07", "p17"] == cells["p17", "p07"]
    assert cells["p07", "p17"].isdigit()
