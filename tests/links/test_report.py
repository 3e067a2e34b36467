"""The page on what recurs follows from the tables and shows the posts' words as they are."""

from pathlib import Path
from xml.etree import ElementTree

from scripts.output.heat_map import make_heat_map
from scripts.output.report import HEAT_MAP, PAGE, shared_text


def test_pairs_are_counted_by_post_and_templates_are_not() -> None:
    rows = [
        {"sentence_id": "p07.s01", "other_sentence_id": "p17.s01", "relation": "near_verbatim"},
        {"sentence_id": "p07.s04", "other_sentence_id": "p17.s03", "relation": "reworded"},
        {"sentence_id": "p10.s18", "other_sentence_id": "p17.s10", "relation": "template"},
    ]
    assert shared_text(list(rows)) == {("p07", "p17"): 2}


def test_a_heat_map_shows_a_pair_on_both_sides_of_the_diagonal() -> None:
    image = make_heat_map("Pairs <of> posts", ["p07", "p10", "p17"], {("p07", "p17"): 30})
    texts = [element.text for element in ElementTree.fromstring(image).iter() if element.text]
    assert texts.count("30") == 2
    assert "Pairs <of> posts" in texts
    assert image.count("<rect") == 1 + 9


def test_a_heat_map_of_nothing_can_be_drawn() -> None:
    image = make_heat_map("Nothing", [], {})
    assert ElementTree.fromstring(image).tag.endswith("svg")


def test_a_lighter_shade_means_fewer_pairs() -> None:
    counts = {("a", "a"): 1, ("a", "b"): 5, ("b", "b"): 10}
    image = ElementTree.fromstring(make_heat_map("Pairs", ["a", "b"], counts))
    shades = [int(e.attrib["fill"][1:3], 16) for e in image.iter() if "stroke" in e.attrib]
    one, five, other, ten = shades
    assert one > five == other > ten


def test_page_and_heat_map_are_built(built_project: Path) -> None:
    page = (built_project / PAGE).read_text("utf-8")
    for heading in (
        "## What is stated most often",
        "## What contradicts itself, and what cannot be meant as it stands",
        "## The names of each operation",
        "## Which posts share text",
        "## How well the score finds shared text",
    ):
        assert heading in page
    assert ElementTree.parse(built_project / HEAT_MAP).getroot().tag.endswith("svg")


def test_the_names_of_hunting_owl_stand_side_by_side(built_project: Path) -> None:
    lines = (built_project / PAGE).read_text("utf-8").splitlines()
    (line,) = [line for line in lines if line.startswith("| Hunting Owl |")]
    assert "Hunt the Owl (p07); Hunting Owl (p09); Kingpin Hunt (p17)" in line
    assert "猎枭" in line


def test_every_row_of_a_table_has_as_many_cells_as_its_header(built_project: Path) -> None:
    page = (built_project / PAGE).read_text("utf-8").replace("\\|", "")
    wrong = [
        row
        for block in page.split("\n\n")
        if block.startswith("| ")
        for row in block.splitlines()
        if row.count("|") != block.splitlines()[0].count("|")
    ]
    assert wrong == []
