"""Make a release from a checkout as `make release` does, and unpack it as a user would."""

import io
import json
import zipfile
from functools import cached_property
from pathlib import Path
from shutil import copytree, ignore_patterns

from scripts.package.descriptor import dump_json
from scripts.package.reader import read_package
from scripts.package.release_files import make_zip, release_name
from scripts.publish.formats import make_formats
from scripts.publish.web import make_croissant
from tests.consumers.comparison import Tables, read_master
from tests.consumers.traps import lay_traps
from tests.package_copy import repair

_LEFT_OUT = ignore_patterns(
    ".git", ".venv*", ".npm-programs", ".*_cache", "__pycache__", ".hypothesis", "dist", "tests"
)


class Release:
    """A release as a user has it: the zip's files in a folder, the other two files beside them."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that holds the files."""
        self.folder = folder
        self.descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
        self.xlsx = folder / f"{release_name(self.descriptor)}.xlsx"
        self.sqlite = folder / f"{release_name(self.descriptor)}.sqlite"

    def swap_header(self, table: str) -> str:
        """Swap the last two names in the header of a table's file; return the file's path."""
        (path,) = [one["path"] for one in self.descriptor["resources"] if one["name"] == table]
        header, rest = (self.folder / path).read_text("utf-8").split("\n", 1)
        *names, one, two = header.split(",")
        swapped = ",".join([*names, two, one])
        (self.folder / path).write_text(f"{swapped}\n{rest}", "utf-8", newline="\n")
        return str(path)

    @cached_property
    def master(self) -> Tables:
        """Every table as the csv module reads it."""
        return read_master(self.folder)


def make_release(root: Path, folder: Path) -> Release:
    """Make the release of the package in `root` and unpack it into a new folder."""
    # Under its name only when it is whole: another process takes it over as it is.
    begun = folder.with_name(f"{folder.name}-begun")
    package = read_package(root)
    contained, beside = make_formats(root, package)
    with zipfile.ZipFile(io.BytesIO(make_zip(contained))) as zipped:
        zipped.extractall(begun)
    for ending, content in beside.items():
        (begun / f"{release_name(package.descriptor)}.{ending}").write_bytes(content)
    begun.rename(folder)
    return Release(folder)


def make_trapped(root: Path, project: Path) -> Path:
    """Copy the project, and lay the traps in it."""
    copytree(root, project, ignore=_LEFT_OUT)
    lay_traps(project)
    repair(project)
    descriptor = json.loads((project / "datapackage.json").read_text("utf-8"))
    (project / "metadata/croissant.json").write_bytes(dump_json(make_croissant(descriptor)))
    return project
