"""A clone of the repository is the package, whatever the cloning program does to line ends."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


def git(folder: Path, *arguments: str) -> str:
    someone = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "gc.auto=0"]
    command = ["git", "-C", str(folder), *someone, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(project: Path) -> Path:
    """The project as it stands, committed to a repository of its own."""
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "all")
    return project


def clone(repository: Path, attributes: str = "") -> Path:
    """Clone with core.autocrlf=true; attributes overrule .gitattributes."""
    target = repository.parent / "clone"
    git(repository, "clone", "--no-checkout", "-c", "core.autocrlf=true", ".", str(target))
    (target / ".git/info/attributes").write_text(attributes)
    git(target, "checkout", "HEAD", "--", ".")
    return target


def test_a_build_changes_nothing_in_a_clone_that_converts_line_ends(repository: Path) -> None:
    copy = clone(repository)
    command = [sys.executable, "-m", "scripts.build"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\n0 files changed\n")
    assert git(copy, "status", "--porcelain") == ""


def test_without_the_attributes_such_a_clone_would_be_broken(repository: Path) -> None:
    copy = clone(repository, attributes="* text\n")
    assert b"\r\n" in (copy / "data/claims.csv").read_bytes()
