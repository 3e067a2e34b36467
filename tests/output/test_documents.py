"""Pages take their generated parts between two markers, and say what the tables hold."""

from pathlib import Path

import pytest

from scripts import build
from scripts.output.documents import fill_regions, share
from scripts.problem import ProblemsFound
from tests.build.breaking import change, snapshot

MARKERS = [
    ("README.md", "<!-- begin coverage -->"),
    ("README.md", "<!-- end coverage -->"),
    ("CODEBOOK.md", "<!-- begin codelists -->"),
    ("CODEBOOK.md", "<!-- end codelists -->"),
    ("CODEBOOK.md", "<!-- begin agreement -->"),
    ("CODEBOOK.md", "<!-- end agreement -->"),
]


@pytest.mark.parametrize(("page", "marker"), MARKERS)
def test_a_page_that_has_lost_a_marker_stops_the_build(
    project: Path, capsys: pytest.CaptureFixture[str], page: str, marker: str
) -> None:
    change(project / page, marker, "")
    before = snapshot(project)
    assert build.main([], project) == 1
    part = marker.split()[2]
    assert f"{page}: the markers of {part} are missing (put <!-- " in capsys.readouterr().err
    assert snapshot(project) == before


@pytest.mark.parametrize("page", ["README.md", "CODEBOOK.md"])
def test_a_missing_page_stops_the_build(
    project: Path, capsys: pytest.CaptureFixture[str], page: str
) -> None:
    (project / page).unlink()
    assert build.main([], project) == 1
    assert f"{page}: the page is missing" in capsys.readouterr().err
    assert not (project / page).exists()


def test_markers_in_the_wrong_order_are_no_region() -> None:
    page = "<!-- end a -->\n<!-- begin a -->\n"
    with pytest.raises(ProblemsFound, match="the markers of a are missing"):
        fill_regions(page, {"a": "new"}, "README.md")


def test_what_stands_around_a_part_stays_and_filling_twice_changes_nothing() -> None:
    page = "# Title\n<!-- begin a -->\nold\n<!-- end a -->\nText\n"
    filled = fill_regions(page, {"a": "new"}, "README.md")
    assert filled == "# Title\n<!-- begin a -->\nnew\n<!-- end a -->\nText\n"
    assert fill_regions(filled, {"a": "new"}, "README.md") == filled


def test_a_share_below_the_whole_is_never_shown_as_100_percent() -> None:
    assert share(419, 419) == "100 %"
    assert share(0, 0) == "100 %"
    assert share(1, 3) == "33.3 %"
    assert share(9999, 10000) == "99.9 %"
