"""Release the package: write its zip, workbook and SQLite file, and record the release.

usage: python -m scripts.release [--date YYYY-MM-DD]

  --date     the day of the release (default: today, UTC)

Takes -dev off the version, writes the day and the counts of changed rows into
curation/package.yaml and CHANGELOG.md, builds the package, and writes dist/NAME-VERSION.zip,
.xlsx and .sqlite, releases/ledger.json and releases/last/. A version that was released is written
again, its zip to the byte. Refused, before anything is written: a tree that is not committed, a
finding of scripts.validate, and a version, changelog or list of ids that hides a change
(releases/README.md).
Exit codes: 0 released, 1 refused, 2 the call is wrong.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scripts._command import ROOT, make_parser, run
from scripts.curation.finding import Finding, FindingsError, refuse
from scripts.package.changelog import CHANGELOG, complete_changelog, read_changelog
from scripts.package.comparison import DEV, Change
from scripts.package.files import write_atomically
from scripts.package.ledger import LAST, LEDGER, add_release, core_of, dump_ledger, read_ledger
from scripts.package.metadata import METADATA
from scripts.package.reader import read_package
from scripts.package.release_files import make_zip, release_name
from scripts.package.release_gate import check_release

DIST = "dist"
Build = Callable[[Path], object]
Validate = Callable[[Path], Sequence[Any]]


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    today = datetime.now(UTC).date()
    parser.add_argument("--date", type=date.fromisoformat, default=today)
    day = parser.parse_args(arguments).date
    if day > today:
        parser.error(f"{day} is still to come")
    # They import pandas and frictionless, which a wrong call need not wait for.
    from scripts.build import build
    from scripts.validate import validate

    written = release(root, day, build, validate)
    print(*(f"wrote {path}" for path in written), sep="\n")
    if LEDGER in written:
        print(f"commit all but {DIST}/; then begin the next version, with {DEV}, in {METADATA}")
    return 0


def release(root: Path, day: date, build: Build, validate: Validate) -> list[str]:
    """Write and record the release of the package in `root`; returns the paths that changed.

    `build` writes the package into a folder that has its curation; `validate` returns results of
    a folder, each with its `findings`.

    Raises:
        FindingsError: with every reason why it may not be released; nothing was written.
    """
    status = _git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
    paths, fix = [entry[3:] for entry in status.split("\0") if entry], "commit or remove it"
    findings = [Finding(path, reason="is not committed", fix=fix) for path in paths]
    findings = findings or [one for result in validate(root) for one in result.findings]
    if findings:
        raise FindingsError(findings)
    # All of it is made in a copy, so that nothing is written before everything is known.
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        _git(root, "checkout-index", "--all", f"--prefix={copy}/")
        package, ledger = read_package(root), read_ledger(root)
        version = str(package.descriptor["version"])
        if is_new := version.endswith(DEV):
            if ledger.releases and str(day) < ledger.releases[-1].date:
                reason = f"{day} is before the last release, of {ledger.releases[-1].date}"
                raise refuse(LEDGER, reason, "name a later --date")
            _date(copy, day, check_release(root, ledger, package))
            build(copy)
            package = read_package(copy)
        # It needs packages of the development environment, which --help need not have.
        from scripts.publish.formats import make_formats

        contained, others = make_formats(copy, package)
        content = make_zip(contained)
        after = add_release(ledger, package, str(day), content, contained)
        files: dict[str, bytes] = {}
        if is_new:
            built = [path for path in copy.rglob("*") if copy / LAST not in path.parents]
            built = [path for path in built if path.is_file() and not path.is_symlink()]
            files = {path.relative_to(copy).as_posix(): path.read_bytes() for path in built}
            files |= {f"{LAST}/{path}": one for path, one in core_of(contained).items()}
            files[LEDGER] = dump_ledger(after)
        elif after.releases[-1].sha256 not in [one.sha256 for one in ledger.releases]:
            reason = f"{version} was not released, or with other content"
            fix = f"write the next version, with {DEV}, or check out the commit of the release"
            raise refuse(str(METADATA), reason, fix)
        name = f"{DIST}/{release_name(package.descriptor)}"
        files |= {f"{name}.{kind}": one for kind, one in {"zip": content, **others}.items()}
    return write_atomically(root, files, (LAST,) if is_new else ())


def _git(root: Path, *command: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *command], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise refuse(str(root), f"is not a git repository, or git is missing: {error}") from error
    return os.fsdecode(done.stdout)


def _date(copy: Path, day: date, changes: Sequence[Change]) -> None:
    """Write version and day into the changelog and the properties of a package."""
    newest = read_changelog(copy)[0]
    page = (copy / CHANGELOG).read_bytes().decode()
    (copy / CHANGELOG).write_bytes(complete_changelog(page, newest, str(day), changes).encode())
    text = (copy / METADATA).read_bytes().decode()
    for name, value in (("version", newest.version), ("created", f"{day}T00:00:00Z")):
        text, count = re.subn(rf'^{name}: "[^"\n]*"', f'{name}: "{value}"', text, flags=re.M)
        if count != 1:
            raise refuse(str(METADATA), f"has {count} lines '{name}: \"…\"'", "write one")
    (copy / METADATA).write_bytes(text.encode())


if __name__ == "__main__":
    sys.exit(run(main))
