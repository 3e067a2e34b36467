"""Build the package: curation in, CSV tables, descriptor and generated pages out.

usage: python -m scripts.build [--check] [--posts FOLDER] [--only pNN ...]

  --check         look for everything that is wrong; write nothing
  --posts FOLDER  take the curation files from this folder; only together with --check
  --only pNN      with --check: report on these posts only

Exit codes: 0 built (or nothing wrong), 1 the curation is wrong, 2 the call is wrong.
"""

import argparse
import sys
from pathlib import Path

from scripts.curation.loading import CODINGS, load_curation
from scripts.output.package import OWNED, make_tables, render_package
from scripts.output.staging import build_lock, recover, replace_files
from scripts.problem import ProblemsFound

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.build",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
    )
    parser.add_argument("--check", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--posts", type=Path, default=CODINGS, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.posts != CODINGS and not options.check:
        parser.error("--posts goes with --check only")
    try:
        if options.check:
            make_tables(load_curation(root, options.posts))
            print("nothing is wrong, everything is accounted for")
            return 0
        build(root)
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        print(f"{len(found.problems)} problems; nothing was written", file=sys.stderr)
        return 1
    return 0


def build(root: Path) -> None:
    """Build the package in `root` and report the rows of each table.

    Raises:
        ProblemsFound: something is wrong; the package is as before.
    """
    with build_lock(root):
        recover(root)
        curation = load_curation(root)
        tables = make_tables(curation)
        files = render_package(root, curation, tables)
        changed = replace_files(root, files, OWNED)
    for name, rows in tables.items():
        print(f"{name:20} {len(rows):6} rows")
    print(f"{len(changed)} files changed" + (f": {', '.join(changed)}" if changed else ""))


if __name__ == "__main__":
    sys.exit(main())
