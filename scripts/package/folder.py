"""Read the package in a folder as it stands: descriptor and tables, and what is wrong with them."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from schemas.tables import TABLES
from scripts.curation.finding import Finding, collecting
from scripts.package.csv_text import read_table
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.reader import read_file
from scripts.tables.row import Tables


@dataclass
class Folder:
    """What is in a package's folder.

    `files` holds descriptor and tables by path, `tables` the rows that could be read, `unread`
    the tables with wrong bytes.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    tables: Tables = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def read_folder(folder: Path) -> Folder:
    """Return the package in a folder.

    Links, devices and pipes are refused before anything is read: they could lead anywhere, or
    never end. Nothing outside datapackage.json and data/ is looked at.
    """
    found = Folder()
    described = [DESCRIPTOR, *(table.path for table in TABLES.values())]
    for name in described:
        with collecting(found.findings):
            found.files[name] = read_file(folder, name)
    for path in files_in(folder / "data"):
        if (name := path.relative_to(folder).as_posix()) not in described:
            reason = "is not described; data/ has the package's tables and nothing else"
            found.findings.append(Finding(name, reason=reason, fix="remove it"))
    for name, table in TABLES.items():
        content = found.files.get(table.path)
        columns = list(table.columns)
        rows, wrong = ([], []) if content is None else read_table(name, content, columns)
        found.tables[name] = rows
        found.findings += wrong
        if content is None or wrong:
            found.unread.add(name)
    return found


def files_in(folder: Path) -> list[Path]:
    """Return all that is under a folder and is not a folder; links are not followed."""
    paths = [] if folder.is_symlink() else sorted(folder.rglob("*"))
    return [path for path in paths if os.path.islink(path) or not os.path.isdir(path)]
