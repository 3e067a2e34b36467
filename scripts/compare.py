"""Compare the two codings of the posts and write how far they agree.

usage: python -m scripts.compare [--differences]

  --differences  also list every unit that one coding lacks, and every code that differs

Reads curation/codings/first and second, writes curation/codings/agreement.csv, from which the
build makes the table coding_agreement. Needs the library krippendorff (requirements-dev.lock).
Exit codes: 0 written, 1 a coding is wrong or incomplete, 2 the call is wrong.
"""

import sys
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.archive import read_archive
from scripts.curation.finding import FindingsError, refuse
from scripts.curation.links import Links
from scripts.curation.loading import AGREEMENT, Curation, read_codings
from scripts.curation.registers import read_registers
from scripts.package.csv_text import write_table
from scripts.package.files import write_atomically
from scripts.tables.assemble import build_tables
from scripts.tables.coding_agreement import agreement_rows, differences
from scripts.tables.row import Tables

CODINGS = Path("curation/codings")


def load_coding(root: Path, name: str) -> Tables:
    """Return the tables of one of the two codings; only what is wrong with their form stops it.

    The codings are kept as they were made: what their editions of the registers did not know yet
    is settled in curation/posts, not there.

    Raises:
        FindingsError: a file cannot be read, or its words are not the post's.
    """
    folder = CODINGS / name
    coded = {path.stem for path in (root / folder).glob("*.txt")}
    archive = [post for post in read_archive(root) if post.post_id in coded]
    posts, findings = read_codings(root, folder, archive)
    registers, wrong = read_registers(root)
    if findings or wrong or not posts:
        raise FindingsError(findings + wrong) if posts else refuse(str(folder), "has no posts")
    return build_tables(Curation(posts, registers, [], {}, Links([], [], [])))[0].tables


def nominal_alpha(codes: list[tuple[str, str]]) -> float | None:
    """Return Krippendorff's alpha of two coders on nominal codes; None without two codes."""
    import krippendorff

    known = sorted({code for pair in codes for code in pair})
    if len(known) < 2:
        return None
    numbers = [[known.index(pair[coder]) for pair in codes] for coder in (0, 1)]
    return float(krippendorff.alpha(reliability_data=numbers, level_of_measurement="nominal"))


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("--differences", action="store_true")
    options = parser.parse_args(arguments)
    first, second = load_coding(root, "first"), load_coding(root, "second")
    coded = [{row["post_id"] for row in tables["posts"]} for tables in (first, second)]
    if missing := coded[0] ^ coded[1]:
        reason = f"only one of the two codings has {', '.join(sorted(missing))}"
        raise refuse(str(CODINGS), reason, "code it in both")
    if options.differences:
        print("\n".join(sorted(differences(first, second))))
    rows = agreement_rows(first, second, nominal_alpha)
    write_atomically(root, {str(AGREEMENT): write_table(rows, list(rows[0]))})
    for row in rows:
        cells = {name: cell for name, cell in row.items() if cell and name != "agreement_id"}
        print("  ".join(f"{name}={cell}" for name, cell in cells.items()))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
