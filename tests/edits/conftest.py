"""One copy of the real curation, in which the wrong edits are made, a batch in a run."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.conftest import ROOT
from tests.edits.edits import Edit, Run, Told, batches, make
from tests.edits.wrong_judgements import JUDGEMENTS
from tests.edits.wrong_links import LINKS
from tests.edits.wrong_posts import POSTS
from tests.edits.wrong_registers import REGISTERS

EDITS = [*POSTS, *REGISTERS, *LINKS, *JUDGEMENTS]


@pytest.fixture(scope="session")
def side(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the real curation; what is changed in it is taken back."""
    root = tmp_path_factory.mktemp("side")
    copytree(ROOT / "curation", root / "curation")
    return root


@pytest.fixture(scope="session")
def told(side: Path) -> Run:
    """A function that returns what is said of the batch of an edit; each batch is run once."""
    grouped = batches(EDITS)
    group_of = {edit: number for number, group in enumerate(grouped) for edit in group}
    results: dict[int, Told] = {}

    def run(edit: Edit) -> Told:
        number = group_of[edit]
        if number not in results:
            results[number] = make(grouped[number], side)
        return results[number]

    return run
