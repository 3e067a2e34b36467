"""Every wrong edit of the curation is refused by `check`, with file, line, cell, reason and fix."""

import pytest

from tests.edits.conftest import EDITS
from tests.edits.edits import Edit, Run, assert_told


@pytest.mark.parametrize("edit", EDITS, ids=str)
def test_a_wrong_edit_is_told_where_it_is_made(told: Run, edit: Edit) -> None:
    assert_told(edit, told(edit))
