"""The project before its first release, and the package alone, for one test to break."""

import shutil
import subprocess
from pathlib import Path
from shutil import copytree

import pytest

from scripts import build, release
from scripts.mutations.package_copy import copy_bare
from tests.build.breaking import change
from tests.versions.releasing import announce, commit, day


@pytest.fixture(scope="session")
def unreleased_project(built_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built project as version 0.1.0, without tombstones; not to be written to."""
    project = copytree(built_project, tmp_path_factory.mktemp("unreleased") / "project")
    (project / "curation/tombstones.yaml").write_text("# none yet\n")
    announce(project, "0.1.0")
    return project


@pytest.fixture
def project(unreleased_project: Path, tmp_path: Path) -> Path:
    """A copy of the real project as it was before its first release."""
    return copytree(unreleased_project, tmp_path / "project")


@pytest.fixture
def old(built_project: Path, tmp_path: Path) -> Path:
    """The package alone, to be changed and compared with the project."""
    return copy_bare(built_project, tmp_path / "old")


@pytest.fixture(scope="session")
def committed_project(unreleased_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project in a repository of its own, dated for its first release."""
    if shutil.which("git") is None:
        pytest.skip("there is no git")
    project = copytree(unreleased_project, tmp_path_factory.mktemp("committed") / "project")
    (project / ".gitignore").write_text("/dist/\n/.build-lock\n")
    change(project / "CHANGELOG.md", "(unreleased)", f"({day(project)})")
    build.build(project)
    subprocess.run(["git", "init", "--quiet", str(project)], check=True)
    commit(project)
    return project


@pytest.fixture(scope="session")
def released_once(committed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That project with its release made and committed; not to be written to."""
    project = copytree(committed_project, tmp_path_factory.mktemp("released") / "project")
    release.release(project)
    commit(project)
    return project
