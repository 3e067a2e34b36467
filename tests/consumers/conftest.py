"""The release that every program reads, made from this checkout, once in a run of the tests."""

from pathlib import Path
from shutil import copytree

import pytest
from filelock import FileLock

from tests.conftest import ROOT
from tests.consumers.comparison import Tables
from tests.consumers.making import Release, make_release, make_trapped


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def release(shared: Path) -> Release:
    """The release, unpacked; not to be changed."""
    with FileLock(shared / "release.lock"):
        folder = shared / "release"
        return Release(folder) if folder.exists() else make_release(ROOT, folder)


@pytest.fixture(scope="session")
def trapped(shared: Path) -> Release:
    """The release of a package whose first propositions read like something else."""
    with FileLock(shared / "trapped.lock"):
        folder = shared / "trapped"
        if folder.exists():
            return Release(folder)
        return make_release(make_trapped(ROOT, shared / "trapped-project"), folder)


@pytest.fixture(scope="session")
def master(release: Release) -> Tables:
    """Every table of the release, read by the csv module with the descriptor's types."""
    return release.master


@pytest.fixture
def copied(release: Release, tmp_path: Path) -> Release:
    """A copy of the release, for a program that writes into its folder."""
    return Release(copytree(release.folder, tmp_path / "release"))
