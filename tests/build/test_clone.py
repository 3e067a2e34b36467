"""A copy of the repository is the package, whatever the copying program does to line ends."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None,
    reason="there is no repository, or no git",
)


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def clone(target: Path, attributes: str = "") -> Path:
    """Clone the last commit with core.autocrlf=true; attributes overrule .gitattributes."""
    git("clone", "--no-checkout", "-c", "core.autocrlf=true", str(ROOT), str(target))
    (target / ".git/info/attributes").write_text(attributes)
    git("-C", str(target), "checkout", "HEAD", "--", ".")
    return target


def test_a_clone_that_converts_line_ends_is_still_valid(tmp_path: Path) -> None:
    copy = clone(tmp_path / "copy")
    command = [sys.executable, "-m", "scripts.validate"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_without_the_attributes_such_a_clone_would_be_broken(tmp_path: Path) -> None:
    copy = clone(tmp_path / "copy", attributes="* text\n")
    assert b"\r\n" in (copy / "data/claims.csv").read_bytes()
