"""What people download, and what a folder holds."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.package_copy import copy_bare


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The package alone: datapackage.json and data/, for one test to break."""
    return copy_bare(ROOT, tmp_path / "bare")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder by path, but what Python keeps of the modules it has read."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def assert_as_before(folder: Path, before: dict[str, bytes]) -> None:
    """Assert that a folder has the files that it had, and name those that differ."""
    after = snapshot(folder)
    assert [path for path in before | after if before.get(path) != after.get(path)] == []
