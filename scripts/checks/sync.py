"""Layer 5, sync: the package is what the curation gives, or what is known of its version."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.checks.finding import Finding
from scripts.curation.loading import load_curation
from scripts.description.metadata import load_metadata
from scripts.output.package import OWNED, make_tables, render_package
from scripts.problem import ProblemsFound
from scripts.versions.comparison import compare_packages
from scripts.versions.ledger import Release, read_ledger, record
from scripts.versions.package_reader import DESCRIPTOR, Package, package_from, read_package


def check_sync(root: Path) -> list[Finding]:
    """Return every built file, row and cell that differs from what the curation gives.

    Args:
        root: a folder that holds the curation beside the package.
    """
    try:
        files = _build(root)
    except ProblemsFound as found:
        return [_finding("curation", "", "", str(problem)) for problem in found.problems]
    findings = _compare_files(root, files)
    for folder in OWNED:
        for found_path in sorted((root / folder).rglob("*")):
            relative = str(found_path.relative_to(root))
            if found_path.is_file() and relative not in files:
                findings.append(_finding(relative, "", "", "no table is built here"))
    return findings


def check_copy(folder: Path, home: Path) -> tuple[list[Finding], str]:
    """Compare a copy that has no curation with what this project knows of its version.

    The version that the project builds now is compared with what its curation gives, an older one
    with what releases/ledger.json recorded of it.

    Args:
        folder: the copy.
        home: the project.

    Returns:
        What differs, and a note that says what the copy was, or could not be, compared with.
    """
    missing = "not checked: no curation/ beside the package"
    try:
        package = read_package(folder)
        version = str(package.descriptor["version"])
        if any(row["text_status"] == "withheld" for row in package.tables["posts"].rows.values()):
            return [], f"{missing}, and nothing to compare it with where a text is withheld"
        if version == str(load_metadata(home)["version"]):
            note = f"no curation/ beside the package; compared with this project's, {version} too"
            return _compare_files(folder, _package_of(_build(home))), note
        released = next((one for one in read_ledger(home) if one.version == version), None)
    except (ProblemsFound, KeyError):
        return [], f"{missing}, and it cannot be compared with a version of this project"
    if released is None:
        return [], f"{missing}, and this project knows no version {version}"
    note = f"no curation/ beside the package; compared with release {version} in the ledger"
    return list(_differing_records(package, released)), note


def _build(root: Path) -> dict[str, bytes]:
    curation = load_curation(root)
    return render_package(root, curation, make_tables(curation))


def _package_of(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return descriptor and tables, all of a build that a copy need have."""
    return {path: files[path] for path in files if path == DESCRIPTOR or path.startswith("data/")}


def _compare_files(root: Path, files: Mapping[str, bytes]) -> list[Finding]:
    """Return every file that differs from what a build gives, and where."""
    findings = []
    for path, content in files.items():
        if not (root / path).is_file():
            findings.append(_finding(path, "", "", "is missing; build the package"))
        elif (root / path).read_bytes() != content:
            reason = f"is not what the curation gives{_first_difference(root / path, content)}"
            findings.append(_finding(path, "", "", f"{reason}; build the package"))
    return findings + (list(_differing_rows(root, files)) if findings else [])


def _finding(table: str, row: str, column: str, reason: str) -> Finding:
    return Finding("sync", table, row, column, reason)


def _first_difference(path: Path, content: bytes) -> str:
    found = path.read_bytes().split(b"\n")
    for number, line in enumerate(content.split(b"\n"), start=1):
        if number > len(found) or found[number - 1] != line:
            return f", first in line {number}"
    return ""


def _differing_rows(root: Path, files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield every row and cell that differs, where all tables can be read."""
    try:
        found = read_package(root)
    except ProblemsFound:
        return  # what cannot be read is named by the other layers
    difference = compare_packages(package_from(files.__getitem__, "the built package"), found)
    for table in difference.tables:
        for key in table.added:
            yield _finding(table.name, " ".join(key), "", "the curation gives no such row")
        for key in table.withdrawn:
            yield _finding(table.name, " ".join(key), "", "is missing, the curation gives it")
        for cell in table.cells:
            reason = f"is {cell.new[:60]!r}, the curation gives {cell.old[:60]!r}"
            yield _finding(table.name, " ".join(cell.key), cell.column, reason)


def _differing_records(package: Package, released: Release) -> Iterator[Finding]:
    """Yield properties, columns and rows whose hash is not the ledger's."""
    now = record(package, released.date, released.sha256)
    said = f"release {released.version}"
    for name in _differing(now.properties, released.properties):
        yield _finding(DESCRIPTOR, "", name, f"is not what {said} says")
    for name, table in released.tables.items():
        found = now.tables.get(name)
        if found is None:
            yield _finding(name, "", "", f"is missing, {said} has it")
            continue
        for column in _differing(found.columns, table.columns):
            yield _finding(name, "", column, f"is not described as in {said}")
        for row in _differing(found.rows, table.rows):
            yield _finding(name, row, "", f"is not the row of {said}")
    for name in now.tables.keys() - released.tables.keys():
        yield _finding(name, "", "", f"is no table of {said}")


def _differing(now: Mapping[str, str], then: Mapping[str, str]) -> list[str]:
    return sorted(key for key in now.keys() | then.keys() if now.get(key) != then.get(key))
