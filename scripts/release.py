"""Release the package: write its zip and SQLite file, and record the release.

usage: python -m scripts.release

Writes dist/china-drug-control-posts-VERSION.zip and .sqlite, and for a new version
releases/ledger.json and releases/last/, to be committed. A version that was released is written
again, to the byte. Refused: a tree that is not committed, a failing check, an unreleased entry in
CHANGELOG.md, and a version that was released with other content.
Exit codes: 0 released, 1 refused, 2 the call is wrong.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.description.metadata import METADATA, load_metadata
from scripts.output.staging import build_lock, recover, replace_files
from scripts.problem import Problem, ProblemsFound
from scripts.versions.changelog import CHANGELOG, read_changelog
from scripts.versions.ledger import LAST, LEDGER, dump_ledger, read_ledger, record
from scripts.versions.package_reader import DESCRIPTOR, read_package
from scripts.versions.release_files import make_release_files, make_zip

ROOT = Path(__file__).resolve().parent.parent
DIST = Path("dist")


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    argparse.ArgumentParser(
        prog="python -m scripts.release",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
    ).parse_args(arguments)
    try:
        written = release(root)
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        print(f"problems: {len(found.problems)}; nothing was released", file=sys.stderr)
        return 1
    for path in written:
        print(f"wrote {path}")
    if str(LEDGER) in written:
        print("commit releases/: it records the release")
    return 0


def release(root: Path) -> list[str]:
    """Write and record the release of the package in `root`; returns the paths written.

    Raises:
        ProblemsFound: with every reason why it may not be released; nothing was written.
    """
    metadata = load_metadata(root)
    version = str(metadata["version"])
    with build_lock(root):
        recover(root)
        problems = tree_problems(root) + date_problems(root, metadata)
        if problems := problems or check_problems(root):
            raise ProblemsFound(problems)
        content = make_zip(make_release_files(root))
        sha256 = hashlib.sha256(content).hexdigest()
        releases = read_ledger(root)
        released = next((entry for entry in releases if entry.version == version), None)
        if released and released.sha256 != sha256:
            message = f"version {version} was released with other content on {released.date}"
            mend = "raise the version, or check out the commit of the release"
            raise ProblemsFound([Problem(str(METADATA), 0, message, mend)])
        written = _write_distribution(root, f"{metadata['name']}-{version}", content)
        if released is None:
            releases.append(record(read_package(root), release_date(metadata), sha256))
            files = {str(LEDGER): dump_ledger(releases), **_last_release(root)}
            written += replace_files(root, files, (str(LAST),))
    return written


def tree_problems(root: Path) -> list[Problem]:
    """Return what is not committed in the repository of `root`."""
    command = ["git", "-C", str(root), "status", "--porcelain", "-z", "--untracked-files=all"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        return [Problem(str(root), 0, f"is no git repository, or git is missing: {error}")]
    entries = [entry for entry in done.stdout.split("\0") if entry]
    return [Problem(entry[3:], 0, "is not committed", "commit or remove it") for entry in entries]


def date_problems(root: Path, metadata: Mapping[str, Any]) -> list[Problem]:
    """Return whether the changelog's newest entry bears another day than the package."""
    entries, problems = read_changelog((root / CHANGELOG).read_text("utf-8"))
    day = release_date(metadata)
    if problems or not entries or entries[0].date == day:
        return problems
    said = entries[0].date or "unreleased"
    message = f"the newest entry says {said}, {METADATA} {day}"
    return [Problem(str(CHANGELOG), entries[0].line, message, "write the day of the release")]


def check_problems(root: Path) -> list[Problem]:
    """Return everything that `python -m scripts.validate` finds."""
    from scripts.validate import validate

    return [
        Problem(result.layer, 0, str(finding))
        for result in validate(root)
        for finding in result.findings
    ]


def release_date(metadata: Mapping[str, Any]) -> str:
    """Return the day that the package bears, as 'YYYY-MM-DD'."""
    return str(metadata["created"])[:10]


def _write_distribution(root: Path, name: str, content: bytes) -> list[str]:
    from scripts.versions.sqlite import write_sqlite

    folder = root / DIST
    folder.mkdir(exist_ok=True)
    archive, database = folder / f"{name}.zip", folder / f"{name}.sqlite"
    write_sqlite(root / DESCRIPTOR, database)
    staged = archive.with_suffix(".new")
    staged.write_bytes(content)
    os.replace(staged, archive)
    return [str(path.relative_to(root)) for path in (archive, database)]


def _last_release(root: Path) -> dict[str, bytes]:
    """Return the descriptor and tables as releases/last keeps them."""
    package = read_package(root)
    paths = [DESCRIPTOR, *(str(table.resource["path"]) for table in package.tables.values())]
    return {str(LAST / path): (root / path).read_bytes() for path in paths}


if __name__ == "__main__":
    sys.exit(main())
