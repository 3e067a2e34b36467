"""Compare downloaded files of a release with the ledger, file by file.

usage: python -m scripts.verify FILE [FILE ...]

  FILE  a file of a release, or a folder with its unpacked zip

Says of which release each is and, where it is none exactly, every file in it that was changed,
added or lost, README, licences, examples and SHA256SUMS included. What a zip says of itself is not
believed: only releases/ledger.json of this repository is.
Exit codes: 0 all are exactly as released, 1 one is not, 2 the call is wrong.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.finding import FindingsError
from scripts.curation.text_file import read_bytes
from scripts.package.folder import files_in
from scripts.package.ledger import Release, hash_files, read_ledger, sha256_of
from scripts.package.reader import read_file
from scripts.package.zip_file import LARGEST, read_zip


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    paths = parser.parse_args(arguments).files
    for path in paths:
        if not path.exists():
            parser.error(f"{path} does not exist")
    releases = read_ledger(root).releases
    wrong = False
    for path in paths:
        exact, told = verify(path, releases)
        print(f"{path}: {told[0]}", *told[1:], sep="\n  ")
        wrong |= not exact
    return 1 if wrong else 0


def verify(path: Path, releases: tuple[Release, ...]) -> tuple[bool, list[str]]:
    """Return whether a file or folder is exactly of a release, and what to say of it in lines.

    Raises:
        FindingsError: a file in a folder cannot be read.
    """
    if path.is_dir():
        names = [one.relative_to(path).as_posix() for one in files_in(path)]
        return _compare(hash_files({name: read_file(path, name) for name in names}), releases)
    content = read_bytes(path.resolve(), str(path), largest=LARGEST)
    for one in releases:
        whole = {f"the zip of {one.version}": one.sha256}
        whole |= {f"{name} of {one.version}": sha for name, sha in one.beside.items()}
        whole |= {f"{name} in the zip of {one.version}": sha for name, sha in one.files.items()}
        for name, sha in whole.items():
            if sha == sha256_of(content):
                return True, [f"is exactly {name}"]
    try:
        files = read_zip(content, str(path))
    except FindingsError:
        files = {}
    if "datapackage.json" not in files:
        return False, ["is no file of any release"]
    exact, told = _compare(hash_files(files), releases)
    return False, [*told, "packed in another way than released"] if exact else told


def _compare(found: Mapping[str, str], releases: tuple[Release, ...]) -> tuple[bool, list[str]]:
    """Compare hashes by path with the release that has most of the files."""
    if not releases:
        return False, ["there is no release yet"]
    near = max(releases, key=lambda one: len(found.items() & one.files.items()))
    wrong = [f"{name}: added" for name in sorted(found.keys() - near.files.keys())]
    for name, sha in near.files.items():
        if found.get(name) != sha:
            wrong.append(f"{name}: {'changed' if name in found else 'missing'}")
    if wrong:
        return False, [f"is not {near.version}, to which it comes nearest", *wrong]
    return True, [f"has exactly the files of {near.version}"]


if __name__ == "__main__":
    sys.exit(run(main))
