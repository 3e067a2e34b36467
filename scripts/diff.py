"""Show what differs between two packages, and which version the difference demands.

usage: python -m scripts.diff OLD NEW [--format text|csv|json]

  OLD, NEW   folders with a datapackage.json, or zip files of such folders
  --format   text for people (default), csv one line a cell, json everything

Rows are compared by primary key. The bump is the least that is due (docs in releases/README.md);
withdrawn ids are taken to have tombstones.
Exit codes: 0 compared, whatever differs; 1 a package cannot be read; 2 the call is wrong.
"""

import argparse
import sys
from pathlib import Path

from scripts.problem import ProblemsFound
from scripts.versions.comparison import compare_packages
from scripts.versions.package_reader import read_package
from scripts.versions.rendering import to_csv, to_json, to_text

_FORMATS = {"text": to_text, "csv": to_csv, "json": to_json}


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.diff",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
    )
    parser.add_argument("old", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("new", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--format", choices=_FORMATS, default="text", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    for path in (options.old, options.new):
        if not path.exists():
            parser.error(f"{path} is no folder and no zip file")
    try:
        difference = compare_packages(read_package(options.old), read_package(options.new))
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        return 1
    print(_FORMATS[options.format](difference), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
