"""Helpers: pretend that a package was released, and say what comes next."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any
from zipfile import ZipFile

from scripts.description.datapackage import dump_json
from scripts.description.metadata import load_metadata
from scripts.mutations.package_copy import change_descriptor, copy_bare
from scripts.versions.comparison import PackageDifference, compare_packages
from scripts.versions.gate import version_problems
from scripts.versions.ledger import LAST, LEDGER, dump_ledger, read_ledger, record
from scripts.versions.package_reader import read_package

DAY = "2026-11-24"
ZIP = "dist/china-drug-control-posts-0.1.0.zip"
COUNTS = "| table | added | changed | withdrawn |\n|---|--:|--:|--:|\n"


def record_release(project: Path, package: Path, version: str) -> None:
    """Record a package as the project's last release."""
    change_descriptor(package, lambda descriptor: descriptor.update(version=version))
    rmtree(project / LAST, ignore_errors=True)
    copytree(package, project / LAST)
    releases = [*read_ledger(project), record(read_package(package), DAY, "0" * 64)]
    (project / LEDGER).write_bytes(dump_ledger(releases))


def release_variant(
    project: Path, version: str, change: Callable[[Path], object] = lambda package: None
) -> None:
    """Record the project's package, changed by a function, as the last release."""
    package = copy_bare(project, project.parent / f"released-{version}")
    change(package)
    record_release(project, package, version)


def announce(project: Path, version: str, counts: str = "", words: str = "- What changed.") -> None:
    """Set the version and write the changelog: its entry, then one for each release."""
    path = project / "curation/package.yaml"
    lines = path.read_text("utf-8").split("\n")
    lines = [f'version: "{version}"' if line.startswith("version:") else line for line in lines]
    path.write_text("\n".join(lines), "utf-8")
    released = [release.version for release in read_ledger(project)]
    entries = "".join(f"\n## {one} ({DAY})\n\n- Released.\n" for one in reversed(released))
    if version not in released:
        table = f"\n{COUNTS}{counts}\n" if counts else ""
        entries = f"\n## {version} (unreleased)\n\n{words}\n{table}{entries}"
    (project / "CHANGELOG.md").write_text(f"# Changelog\n{entries}", "utf-8")


def change_schema(package: Path, table: str, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the schema of one table in a package's descriptor."""
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    change(next(one for one in descriptor["resources"] if one["name"] == table)["schema"])
    path.write_bytes(dump_json(descriptor))


def gate(project: Path) -> str:
    """Return what the build would say of a built package that now has the project's version."""
    package = read_package(project)
    descriptor = {**package.descriptor, "version": load_metadata(project)["version"]}
    paths = [str(table.resource["path"]) for table in package.tables.values()]
    files = {path: (project / path).read_bytes() for path in paths}
    files["datapackage.json"] = dump_json(descriptor)
    return "\n".join(map(str, version_problems(project, files)))


def difference(old: Path, new: Path) -> PackageDifference:
    """Return what differs between two folders."""
    return compare_packages(read_package(old), read_package(new))


def field(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """Return one column's description in a schema."""
    found: dict[str, Any] = next(one for one in schema["fields"] if one["name"] == name)
    return found


def commit(project: Path) -> None:
    """Commit everything in the project, whatever git is set to on this machine."""
    identity = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
    for command in (["add", "--all"], ["commit", "--quiet", "--message", "As it stands"]):
        subprocess.run(
            ["git", "-C", str(project), *identity, "-c", "commit.gpgsign=false", *command],
            check=True,
            capture_output=True,
        )


def day(project: Path) -> str:
    """Return the day that the built package bears."""
    descriptor = json.loads((project / "datapackage.json").read_text("utf-8"))
    return str(descriptor["created"])[:10]


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack a zip into a folder and return the folder."""
    with ZipFile(archive) as zipped:
        zipped.extractall(folder)
    return folder
