"""Say what is wrong with the curation; write nothing.

usage: python -m scripts.check [--only pNN ...]

  --only pNN ...  look at these posts only, whatever is wrong with the others

Runs every rule that the build runs. Each problem is named with file and line, in the order of the
text, and with how to fix it.
Exit codes: 0 nothing is wrong, 1 something is, 2 the call is wrong.
"""

import sys
from pathlib import Path

from scripts._command import ROOT, make_parser, print_findings, run
from scripts.curation.archive import read_archive
from scripts.curation.finding import Finding, condense
from scripts.curation.loading import CODINGS
from scripts.package.source import build_and_check


def check_curation(root: Path, only: tuple[str, ...] = ()) -> list[Finding]:
    """Return everything that is wrong with the curation under `root`.

    `only` names the posts to look at, none for all.

    Raises:
        FindingsError: registers, links, archive, a page or what is known of releases cannot
            be read.
    """
    built = build_and_check(root, only)
    if only:
        files = {f"{CODINGS}/{post}.txt" for post in only}
        return [finding for finding in built.findings if finding.file in files]
    if not built.findings:
        # What writes a package and its pages, which one post need not wait for.
        from scripts.build import make_files
        from scripts.package.ledger import read_ledger, read_tombstones

        make_files(root, built)
        read_ledger(root)
        read_tombstones(root)
    return built.findings


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("--only", nargs="+", default=[])
    options = parser.parse_args(arguments)
    known = [post.post_id for post in read_archive(root)]
    if not set(options.only) <= set(known):
        parser.error(f"--only takes posts of the archive: {', '.join(known)}")
    findings = check_curation(root, tuple(options.only))
    print_findings(condense(findings), "")
    print(f"problems: {len(findings)}" if findings else "nothing is wrong")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(run(main))
