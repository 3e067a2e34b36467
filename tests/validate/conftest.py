"""Copies of the built package for one test to break."""

from pathlib import Path

import pytest

from tests.validate.real_package import make_bare


@pytest.fixture
def bare(built_project: Path, tmp_path: Path) -> Path:
    """The package alone: datapackage.json and data/, as people download it."""
    return make_bare(built_project, tmp_path / "bare")
