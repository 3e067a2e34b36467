"""Layer 5, sync: building again from the curation gives the committed bytes."""

from pathlib import Path

from scripts.checks.finding import Finding
from scripts.curation.loading import load_curation
from scripts.output.package import OWNED, make_tables, render_package
from scripts.problem import ProblemsFound


def check_sync(root: Path) -> list[Finding]:
    """Return every built file that differs from what the curation gives.

    Args:
        root: a folder that holds the curation beside the package.
    """
    try:
        curation = load_curation(root)
        files = render_package(root, curation, make_tables(curation))
    except ProblemsFound as found:
        return [Finding("sync", "curation", "", "", str(problem)) for problem in found.problems]
    findings = []
    for path, content in files.items():
        if not (root / path).is_file():
            findings.append(Finding("sync", path, "", "", "is missing; build the package"))
        elif (root / path).read_bytes() != content:
            reason = f"is not what the curation gives{_first_difference(root / path, content)}"
            findings.append(Finding("sync", path, "", "", f"{reason}; build the package"))
    for folder in OWNED:
        for found_path in sorted((root / folder).rglob("*")):
            relative = str(found_path.relative_to(root))
            if found_path.is_file() and relative not in files:
                findings.append(Finding("sync", relative, "", "", "no table is built here"))
    return findings


def _first_difference(path: Path, content: bytes) -> str:
    found = path.read_bytes().split(b"\n")
    for number, line in enumerate(content.split(b"\n"), start=1):
        if number > len(found) or found[number - 1] != line:
            return f", first in line {number}"
    return ""
