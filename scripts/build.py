"""Build the package: curation in, CSV tables, descriptor and generated pages out.

usage: python -m scripts.build [--check [--posts FOLDER] [--only pNN ...]]

  --check         look for everything that is wrong; write nothing
  --posts FOLDER  with --check: take the curation files from this folder
  --only pNN ...  with --check: look at these posts only, whatever is wrong with the others

Exit codes: 0 built (or nothing wrong), 1 the curation is wrong, 2 the call is wrong.
"""

import argparse
import sys
from pathlib import Path

from scripts.archive.reader import read_archive
from scripts.curation.loading import ARCHIVE, CODINGS, REGISTERS, load_curation, read_codings
from scripts.curation.registers import read_registers
from scripts.output.package import OWNED, make_tables, render_package
from scripts.output.staging import build_lock, recover, replace_files
from scripts.problem import ProblemsFound
from scripts.tables.assemble import assemble

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
    parser.add_argument("--only", nargs="+", default=[], help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if (options.posts != CODINGS or options.only) and not options.check:
        parser.error("--posts and --only go with --check only")
    if options.posts != CODINGS and not (root / options.posts).is_dir():
        parser.error(f"{options.posts} is no folder")
    try:
        if options.check:
            known = {post.post_id for post in read_archive(root / ARCHIVE)}
            if not known.issuperset(options.only):
                parser.error(f"--only takes posts of the archive: {', '.join(sorted(known))}")
            check(root, options.posts, options.only)
            print("nothing is wrong, everything is accounted for")
            return 0
        build(root)
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        print(f"problems: {len(found.problems)}; nothing was written", file=sys.stderr)
        return 1
    return 0


def check(root: Path, codings: Path, only: list[str]) -> None:
    """Look for everything that is wrong with curation files.

    Args:
        root: the project's folder.
        codings: the folder of the curation files, relative to `root`.
        only: the posts to look at; what the registers miss is then left out. Empty for all.

    Raises:
        ProblemsFound: something is wrong.
    """
    if not only:
        curation = load_curation(root, codings)
        tables = make_tables(curation)
        if codings == CODINGS:
            render_package(root, curation, tables)
        return
    registers = read_registers(root / REGISTERS)
    posts, problems = read_codings(root, codings, read_archive(root / ARCHIVE))
    chosen = [post for post in posts if post.post.post_id in only]
    problems += assemble(chosen, registers).problems if chosen else []
    problems = [problem for problem in problems if Path(problem.file).stem in only]
    if problems:
        raise ProblemsFound(problems)


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
