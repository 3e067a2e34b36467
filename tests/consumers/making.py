"""Make a release from a checkout as `make release` does, and unpack it as a user would."""

import io
import json
import zipfile
from functools import cached_property
from pathlib import Path
from shutil import copytree, ignore_patterns

from scripts.package.descriptor import dump_json
from scripts.package.release_files import make_release_files, make_zip
from scripts.package.sqlite import write_sqlite
from scripts.publish.web import make_croissant
from tests.consumers.comparison import Tables, read_master
from tests.package_copy import read, repair, write

_LEFT_OUT = ignore_patterns(
    ".git", ".venv*", ".npm-programs", ".*_cache", "__pycache__", ".hypothesis", "dist", "tests"
)
TRAPS = {
    "the text NA": "NA",
    "the text null": "null",
    "a number with zeros": "007",
    "a number with an exponent": "1e5",
    "a truth value": "TRUE",
    "a date": "2024-02-30",
    "several lines": 'one\n\nthree, "four"\n',
    "spaces around": "  two words ",
    "Chinese": "猎枭，“猎枭”行动",
    "beyond the basic plane": "𠮷野家",
    "an apostrophe": "the posts' words",
    "a comment sign": "# no comment",
}
"""Texts that a program may take for something else, each with what makes it a trap."""


class Release:
    """A release as a user has it: the zip's files in a folder, the other two files beside them."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that holds the files."""
        self.folder = folder
        descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
        stem = f"{descriptor['name']}-{descriptor['version'].removesuffix('-dev')}"
        self.xlsx = folder / f"{stem}.xlsx"
        self.sqlite = folder / f"{stem}.sqlite"

    @cached_property
    def master(self) -> Tables:
        """Every table as the csv module reads it."""
        return read_master(self.folder)


def make_release(root: Path, folder: Path) -> Release:
    """Make the release of the package in `root` and unpack it into a new folder."""
    # Under its name only when it is whole: another process takes it over as it is.
    begun = folder.with_name(f"{folder.name}-begun")
    content = make_zip(make_release_files(root))
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        zipped.extractall(begun)
    write_sqlite(root / "datapackage.json", Release(begun).sqlite)
    begun.rename(folder)
    return Release(folder)


def make_trapped(root: Path, project: Path) -> Path:
    """Copy the project, with the traps in place of the first propositions' text."""
    copytree(root, project, ignore=_LEFT_OUT)
    rows = read(project, "propositions")
    for row, text in zip(rows, TRAPS.values(), strict=False):
        row["text"] = text
    write(project, "propositions", rows)
    repair(project)
    descriptor = json.loads((project / "datapackage.json").read_text("utf-8"))
    (project / "metadata/croissant.json").write_bytes(dump_json(make_croissant(descriptor)))
    return project
