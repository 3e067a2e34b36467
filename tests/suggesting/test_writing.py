"""Lines are written as they are read."""

from pathlib import Path

import pytest

from scripts.curation.coding import Part
from scripts.curation.parser import parse_coding
from scripts.suggesting.known import Suggested
from scripts.suggesting.writing import lines_of
from tests.conftest import ROOT

FILES = sorted((ROOT / "curation/posts").glob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_line_of_a_coded_post_is_written_as_it_was_read(file: Path) -> None:
    text = file.read_text("utf-8")
    coding, _ = parse_coding(text, file.name)
    written = [line for part in coding.top.parts for line in lines_of(part)]
    read = [line for line in text.split("\n") if line and not line.lstrip().startswith("?")]
    assert written == read


def test_a_suggested_line_has_its_surety_and_reason() -> None:
    claim = Suggested("claim", 0, {"number": "c01", "words": "it fell"}, reason="seen", sure=0.5)
    claim.parts.append(Part("says", 0, {"value": "It fell."}))
    assert list(lines_of(claim, 1)) == ["  ~ c01 it fell ~ 0.50 seen", "    says It fell."]
