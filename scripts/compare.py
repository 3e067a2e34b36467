"""Compare the two codings of the posts and write how far they agree.

usage: python -m scripts.compare [--differences]

  --differences  also list every unit that one coding lacks, and every code that differs

Reads curation/codings/first and second, writes curation/codings/agreement.csv, from which the
build makes the table coding_agreement. Needs the library krippendorff (requirements-dev.lock).
Exit codes: 0 written, 1 a coding is wrong or incomplete, 2 the call is wrong.
"""

import argparse
import os
import sys
from pathlib import Path

from scripts.archive.reader import read_archive
from scripts.curation.agreement import (
    FIELDS,
    SHARED_EXTENT,
    TABLE_OF,
    agreement_rows,
    match_units,
)
from scripts.curation.loading import AGREEMENT, ARCHIVE, REGISTERS, read_codings
from scripts.curation.registers import read_registers
from scripts.problem import Problem, ProblemsFound
from scripts.tables.annotated import Cell
from scripts.tables.assemble import Tables, assemble
from scripts.tables.csv_bytes import to_csv

ROOT = Path(__file__).resolve().parent.parent
CODINGS = Path("curation/codings")


def load_coding(root: Path, name: str) -> Tables:
    """Return the tables of one of the two codings; only problems of form stop it.

    The codings are kept as they were made: what their editions of the registers did not know yet
    is settled in curation/posts, not there.

    Raises:
        ProblemsFound: a file cannot be read, or its words are not the post's.
    """
    folder = CODINGS / name
    coded = {path.stem for path in (root / folder).glob("*.txt")}
    archive = [post for post in read_archive(root / ARCHIVE) if post.post_id in coded]
    posts, problems = read_codings(root, folder, archive)
    if problems:
        raise ProblemsFound(problems)
    return assemble(posts, read_registers(root / REGISTERS)).tables


def coded_posts(tables: Tables) -> set[str]:
    """Return the ids of the posts of a coding."""
    return {str(row["post_id"]) for row in tables["posts"]}


def nominal_alpha(values: list[tuple[Cell, Cell]]) -> float | None:
    """Return Krippendorff's alpha of two coders on nominal codes; None without two codes."""
    import krippendorff

    codes = sorted({str(value) for pair in values for value in pair})
    if len(codes) < 2:
        return None
    numbers = [[codes.index(str(pair[coder])) for pair in values] for coder in (0, 1)]
    return float(krippendorff.alpha(reliability_data=numbers, level_of_measurement="nominal"))


def list_differences(first: Tables, second: Tables) -> list[str]:
    """Return one line for every unit that one coding lacks and every code that differs."""
    lines = []
    for unit_type, table in TABLE_OF.items():
        pairs = match_units(first[table], second[table], SHARED_EXTENT)
        for name, rows, side in (("first", first, 0), ("second", second, 1)):
            matched = {id(pair[side]) for pair in pairs}
            lines += [
                f"{row['post_id']}@{row['char_start']:>5} {unit_type} only in {name}: "
                f"{row['quote']}"
                for row in rows[table]
                if id(row) not in matched
            ]
        for pair in pairs:
            lines += [
                f"{pair.first['post_id']}@{pair.first['char_start']:>5} {unit_type} {field}: "
                f"{pair.first[field]} / {pair.second[field]}: {pair.second['quote']}"
                for field in FIELDS[unit_type]
                if pair.first[field] != pair.second[field]
            ]
    return sorted(lines)


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.compare",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
    )
    parser.add_argument("--differences", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    try:
        first, second = load_coding(root, "first"), load_coding(root, "second")
        missing = coded_posts(first) ^ coded_posts(second)
        if missing:
            message = f"only one of the two codings has {', '.join(sorted(missing))}"
            raise ProblemsFound([Problem(str(CODINGS), 0, message, "code it in both")])
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        return 1
    if options.differences:
        print("\n".join(list_differences(first, second)))
    rows = agreement_rows(first, second, nominal_alpha)
    staged = root / AGREEMENT.with_suffix(".new")
    staged.write_bytes(to_csv(rows, list(rows[0])))
    os.replace(staged, root / AGREEMENT)
    for row in rows:
        shown = {key: value for key, value in row.items() if value is not None}
        print("  ".join(f"{key}={value}" for key, value in shown.items() if key != "agreement_id"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
