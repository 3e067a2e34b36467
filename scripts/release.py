"""Release the package: write its zip, workbook, SQLite file and site, and record the release.

usage: python -m scripts.release [--date YYYY-MM-DD]

  --date     the day of the release (default: today, UTC)

Takes -dev off the version, raises it where rows are new, writes it, the day and the counts of
changed rows into curation/package.yaml and CHANGELOG.md, buries checks that machines found and do
not find any more in curation/tombstones.yaml, builds the package, and writes
releases/VERSION/ and releases/ledger.json. A version that was released is made again and compared
with the committed files: the zip to the byte, the others by what they hold. Of posts that were
withheld since, the words go from the files of earlier releases too. Refused, before anything is
written: a tree that is not committed, a finding of scripts.validate, and a version, changelog or
list of ids that hides a change (releases/README.md).
Exit codes: 0 released, 1 refused, 2 the call is wrong.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scripts._command import ROOT, make_parser, run
from scripts.curation.finding import Finding, FindingsError, refuse
from scripts.package.changelog import CHANGELOG, complete_changelog, read_changelog
from scripts.package.comparison import DEV, Change
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.files import write_atomically
from scripts.package.ledger import (
    LEDGER,
    SUMS,
    Ledger,
    Release,
    add_release,
    dump_ledger,
    find_release,
    folder_of,
    hash_files,
    read_ledger,
    sha256_of,
)
from scripts.package.metadata import METADATA, with_values
from scripts.package.reader import read_file, read_package
from scripts.package.release_files import make_sums, make_zip, release_name
from scripts.package.release_gate import bury_checks, check_release
from scripts.package.same import is_same
from scripts.package.withhold import without_words
from scripts.package.zip_file import read_zip

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
    if not written:
        print("the release made again holds the same as the committed one")
    for path in written:
        print(f"wrote {path}")
    if LEDGER in written:
        print(f"commit this; then begin the next version, with {DEV}, in {METADATA}")
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
            bury_checks(copy, ledger, package, str(day))
            version, changes = check_release(copy, ledger, package)
            _date(copy, version, day, changes)
            build(copy)
            package = read_package(copy)
        # It needs packages of the development environment, which --help need not have.
        from scripts.publish.formats import make_formats

        contained, beside = make_formats(copy, package)
        name, folder_name = release_name(package.descriptor), folder_of(version.removesuffix(DEV))
        made = {f"{name}.{ending}": one for ending, one in beside.items()}
        made[f"{name}.zip"] = make_zip(contained)
        if not is_new:
            return _compare(root, f"{folder_name}/", made)
        posts = package.tables["posts"].rows.values()
        withheld = [row["post_id"] for row in posts if row["text_status"] == "withheld"]
        files, ledger = _without_words(root, ledger, withheld)
        renewed = tuple({path.rpartition("/")[0] for path in files})
        for path in copy.rglob("*"):
            name_of = path.relative_to(copy).as_posix()
            if path.is_file() and not path.is_symlink() and not name_of.startswith(renewed):
                files[name_of] = path.read_bytes()
        files[LEDGER] = dump_ledger(add_release(ledger, package, str(day), contained, made))
        files |= {f"{folder_name}/{path}": one for path, one in made.items()}
        files[f"{folder_name}/{SUMS}"] = make_sums(made)
    return write_atomically(root, files, renewed)


def _compare(root: Path, folder: str, made: Mapping[str, bytes]) -> list[str]:
    """Compare the files of a release that are made again with the committed ones.

    Raises:
        FindingsError: one holds something else, or was never released.
    """
    for name, content in made.items():
        ending = name.rpartition("-")[2].split(".", 3)[-1]
        if not (root / folder / name).is_file():
            reason = "was not released, or with other content"
        elif is_same(ending, read_file(root, folder + name), content):
            continue
        else:
            reason = "was released with other content"
        fix = f"write the next version, with {DEV}, or check out the commit of the release"
        raise refuse(folder + name, reason, fix)
    return []


def _without_words(
    root: Path, ledger: Ledger, posts: Sequence[str]
) -> tuple[dict[str, bytes], Ledger]:
    """Return new zips of the earlier releases that have words of withheld posts, and the ledger."""
    files: dict[str, bytes] = {}
    releases = []
    for one in ledger.releases if posts else ():
        path = find_release(root, one)
        old = read_zip(path.read_bytes(), path.name)
        kept = without_words(old, posts)
        # A descriptor may differ in form alone.
        if any(content != old[name] for name, content in kept.items() if name != DESCRIPTOR):
            content, folder = make_zip(kept), folder_of(one.version)
            files |= {f"{folder}/{path.name}": content}
            files[f"{folder}/{SUMS}"] = make_sums({path.name: content})
            gone = sorted({*one.withheld, *posts})
            hashes = (sha256_of(content), hash_files(kept))
            one = Release(one.version, one.date, *hashes, withheld=gone)
        releases.append(one)
    return files, ledger._replace(releases=tuple(releases) or ledger.releases)


def _git(root: Path, *command: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *command], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise refuse(str(root), f"is not a git repository, or git is missing: {error}") from error
    return os.fsdecode(done.stdout)


def _date(copy: Path, version: str, day: date, changes: Sequence[Change]) -> None:
    """Write version and day into the changelog and the properties of a package."""
    newest = read_changelog(copy)[0]
    page = (copy / CHANGELOG).read_bytes().decode()
    page = complete_changelog(page, newest, version, str(day), changes)
    (copy / CHANGELOG).write_bytes(page.encode())
    text = with_values(copy, version=version, created=f"{day}T00:00:00Z")
    (copy / METADATA).write_bytes(text.encode())


if __name__ == "__main__":
    sys.exit(run(main))
