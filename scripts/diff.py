"""Show what differs between two packages, and which version the difference demands.

usage: python -m scripts.diff OLD NEW [--format text|csv]

  OLD, NEW   folders with a datapackage.json, or zip files of such folders
  --format   text for people (default), or csv, one line a cell

Rows are compared by primary key. releases/README.md says which change demands which version;
withdrawn ids are taken to have tombstones.
Exit codes: 0 compared, whatever differs; 1 a package cannot be read; 2 the call is wrong.
"""

import sys
from itertools import groupby
from pathlib import Path

from scripts._command import make_parser, one_line, run
from scripts.package.comparison import Change, bump_of, compare_packages, count_rows
from scripts.package.csv_text import write_table
from scripts.package.reader import read_package


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--format", choices=("text", "csv"), default="text")
    options = parser.parse_args(arguments)
    for path in (options.old, options.new):
        if not path.exists():
            parser.error(f"{path} is not a folder or a zip file")
    old, new = read_package(options.old), read_package(options.new)
    versions = [str(package.descriptor.get("version", "")) for package in (old, new)]
    print(_render(options.format, versions, compare_packages(old, new)), end="")
    return 0


def _render(form: str, versions: list[str], changes: list[Change]) -> str:
    if form == "csv":
        listed = ({**change._asdict(), "bump": change.bump.word} for change in changes)
        return write_table(listed, Change._fields).decode()
    bump = bump_of(changes).word if changes else "no new version"
    lines = [f"{' → '.join(versions)}: the changes demand {bump}"]
    counts = count_rows(changes)
    for table, group in groupby(changes, key=lambda change: change.table):
        rows = "rows: {} added, {} changed, {} withdrawn".format(*counts.get(table, (0, 0, 0)))
        lines += ["", f"{table}, {rows}" if table else "package", *dict.fromkeys(map(str, group))]
    return "\n".join(map(one_line, lines)) + "\n"


if __name__ == "__main__":
    sys.exit(run(main))
