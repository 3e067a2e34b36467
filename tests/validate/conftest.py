"""Copies of the built package for one test to break."""

from pathlib import Path

import pytest

from scripts.mutations.package_copy import copy_bare


@pytest.fixture
def bare(built_project: Path, tmp_path: Path) -> Path:
    """The package alone: datapackage.json and data/, as people download it."""
    return copy_bare(built_project, tmp_path / "bare")
