"""Helpers of the tests that break copies of the real project."""

import hashlib
from pathlib import Path


def change(path: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file; fails where it stands nowhere."""
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} stands nowhere in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def snapshot(project: Path) -> dict[str, str]:
    """Return the sha256 of every file that a build may write, by path."""
    built = [project / "datapackage.json", project / "README.md", project / "CODEBOOK.md"]
    built += [path for folder in ("data", "docs") for path in (project / folder).rglob("*")]
    return {
        str(path.relative_to(project)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(built)
        if path.is_file()
    }
