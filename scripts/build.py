"""Build the package: curation in, CSV tables, descriptor and generated pages out.

usage: python -m scripts.build [--validate]

  --validate  then check the package as it was written (python -m scripts.validate)

Everything is checked first; where something is wrong, nothing is written.
Exit codes: 0 built, 1 the curation is wrong, 2 the call is wrong.
"""

import sys
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.finding import FindingsError
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.files import write_atomically
from scripts.package.json_text import read_json
from scripts.package.source import Built, build_and_check, make_package
from scripts.publish.pages import make_pages

OWNED = ("data", "metadata")
"""The folders that hold nothing but built files."""


def make_files(root: Path, built: Built) -> dict[str, bytes]:
    """Return everything that a build writes, by path.

    Raises:
        FindingsError: something is wrong with the curation, or with a page that is filled.
    """
    if built.findings:
        raise FindingsError(built.findings)
    files = make_package(root, built.book)
    descriptor = read_json(files[DESCRIPTOR], DESCRIPTOR)
    return files | make_pages(root, built.book.tables, descriptor, built.curation.registers)


def build(root: Path) -> Built:
    """Build the package in `root` and print the rows of each table and what changed.

    Raises:
        FindingsError: something is wrong; nothing was written.
    """
    built = build_and_check(root)
    changed = write_atomically(root, make_files(root, built), OWNED)
    for name, rows in built.book.tables.items():
        print(f"{name:20} {len(rows):6} rows")
    print(f"{len(changed)} files changed" + (f": {', '.join(changed)}" if changed else ""))
    return built


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args(arguments)
    built = build(root)
    if not options.validate:
        return 0
    # It imports pandas and frictionless, which a build alone need not wait for.
    from scripts.validate import report, validate

    return report(validate(root, built))


if __name__ == "__main__":
    sys.exit(run(main))
