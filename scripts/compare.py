"""Compare the two codings of the posts and write how far they agree.

usage: python -m scripts.compare

Reads curation/codings/coded: a file for each kind of unit, with what both coders gave. Writes
curation/codings/agreement.csv and codings.csv, from which the build makes the tables
coding_agreement and codings; codings.csv shows every unit that one coding lacks and every code
that differs.
Exit codes: 0 written, 1 a coding is wrong or incomplete, 2 the call is wrong.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.csv_file import read_rows
from scripts.curation.finding import FindingsError, refuse
from scripts.curation.loading import AGREEMENT, CODED, load_curation
from scripts.package.csv_text import write_table
from scripts.package.files import write_atomically
from scripts.tables.assemble import build_tables
from scripts.tables.book import Book
from scripts.tables.coding_agreement import KINDS, Compared, agreement_rows, coding_rows
from scripts.tables.row import Row

FOLDER = Path("curation/codings/coded")
_CODERS = ("first", "second")
_PLACE = ("coding", "post_id", "char_start", "char_end")


def load_coded(root: Path, unit_type: str, settled: Book) -> Compared:
    """Return the units of one kind as both coders coded them.

    Raises:
        FindingsError: the file cannot be read, or a row names no coding or no words of a post.
    """
    kind, file = KINDS[unit_type], (FOLDER / f"{unit_type}.csv").as_posix()
    keys = [key for key in kind.keys if key not in _PLACE]
    read = read_rows(root, file, (*_PLACE, *keys, *kind.fields))
    sides: dict[str, list[Row]] = {name: [] for name in _CODERS}
    for line, row in enumerate(read, start=2):
        length = len(settled.texts.get(row["post_id"], ""))
        start, end = (
            int(row[name]) if row[name].isdecimal() else 0 for name in ("char_start", "char_end")
        )
        if row["coding"] not in sides or not start < end <= length:
            fix = "write first or second, and a span of a post"
            raise refuse(file, "names no coding, or no words of a post", fix, line)
        sides[row["coding"]].append(Row(row))
    first, second = ({row["post_id"] for row in side} for side in sides.values())
    if missing := first ^ second:
        reason = f"only one of the two codings has {', '.join(sorted(missing))}"
        raise refuse(file, reason, "code it in both")
    return Compared(unit_type, *sides.values())


def load_all(root: Path, settled: Book) -> Iterator[Compared]:
    """Yield the units of all kinds.

    Raises:
        FindingsError: a coding is wrong, or only one of two has a post.
    """
    for unit_type, kind in KINDS.items():
        if kind.table:
            units = load_coded(root, unit_type, settled)
            yield units
            if unit_type == "talking_point":
                of_posts = (
                    {(row["post_id"], row["talking_point_id"]): row for row in side}
                    for side in units[1:]
                )
                yield Compared(f"{unit_type}_in_post", *(list(side.values()) for side in of_posts))


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    make_parser(__doc__).parse_args(arguments)
    curation, findings = load_curation(root, compared=False)
    book, wrong = build_tables(curation)
    if findings or wrong:
        raise FindingsError(findings + wrong)
    compared = list(load_all(root, book))
    about = {row["post_id"]: row["about"] for row in book.rows("posts")}
    agreement = agreement_rows(compared, about)
    codings = list(coding_rows(compared, book.tables))
    files = {str(AGREEMENT): agreement, str(CODED): codings}
    write_atomically(root, {path: write_table(rows, list(rows[0])) for path, rows in files.items()})
    print(f"{AGREEMENT} and {CODED} written")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
