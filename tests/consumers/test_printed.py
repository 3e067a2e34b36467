"""The page of examples prints lines for the programs that the tests try, and for no others."""

import re
from pathlib import Path

import pytest

from tests.consumers.making import Release
from tests.consumers.printed import lines_for, print_part

TESTS = Path(__file__).parent


def test_every_program_of_the_page_is_tried(release: Release) -> None:
    programs = re.findall(r"^### (.*)$", print_part(release.folder, "claims"), re.M)
    assert len(programs) > 15
    tried = "".join(path.read_text("utf-8") for path in TESTS.glob("test_*.py"))
    untried = [program for program in programs if f'"{program}"' not in tried]
    assert not untried, untried


def test_the_types_that_the_page_spells_out_are_those_of_the_columns(release: Release) -> None:
    page = (release.folder / "examples/README.md").read_text("utf-8")
    assert print_part(release.folder, "claims") in page


def test_a_program_without_lines_is_refused(release: Release) -> None:
    with pytest.raises(AssertionError, match="the page has no section 'Lotus'"):
        lines_for("Lotus", release.folder)


def test_the_lines_for_another_table_open_that_table(release: Release) -> None:
    lines = {lines_for("polars", release.folder, name) for name in release.master}
    assert len(lines) == len(release.master)
