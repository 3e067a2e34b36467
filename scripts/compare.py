"""Compare the two codings of the posts and write how far they agree.

usage: python -m scripts.compare [--differences]

  --differences  also list every unit that one coding lacks, and every code that differs

Reads curation/codings: first and second are the codings of edition 1 of the codebook, edition-2
those of targets and evaluations. Writes curation/codings/agreement.csv and codings.csv, from which
the build makes the tables coding_agreement and codings.
Exit codes: 0 written, 1 a coding is wrong or incomplete, 2 the call is wrong.
"""

import sys
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.anchoring import find_occurrence
from scripts.curation.archive import read_archive
from scripts.curation.csv_file import read_rows
from scripts.curation.finding import FindingsError, refuse
from scripts.curation.links import Links
from scripts.curation.loading import AGREEMENT, CODED, CODINGS, Curation, read_codings
from scripts.curation.registers import read_registers
from scripts.package.csv_text import write_table
from scripts.package.files import write_atomically
from scripts.tables.assemble import build_tables
from scripts.tables.book import Book
from scripts.tables.coding_agreement import (
    FIELDS,
    Compared,
    agreement_rows,
    coding_rows,
    differences,
)
from scripts.tables.derivation import fill
from scripts.tables.parts import span_cells
from scripts.tables.row import Row, Tables, span_of

FOLDER = Path("curation/codings")
_EDITION_2 = ("claim_given", "evaluation")
_CLAIM_COLUMNS = ("claim_id", "target", "target_country", "presupposed")
_EVALUATION_COLUMNS = (
    *("sentence_id", "words", "nth", "evaluative_word_id"),
    *("target", "target_country", "voice"),
)


def load_posts(root: Path, folder: Path) -> Book:
    """Return the tables of a folder of curation files; its posts alone, without links.

    Codings are kept as they were made: what their editions of the registers did not know yet is
    settled in curation/posts, not there.

    Raises:
        FindingsError: a file cannot be read, or its words are not the post's.
    """
    coded = {path.stem for path in (root / folder).glob("*.txt")}
    archive = [post for post in read_archive(root) if post.post_id in coded]
    posts, findings = read_codings(root, folder, archive)
    registers, wrong = read_registers(root)
    if findings or wrong or not posts:
        raise FindingsError(findings + wrong) if posts else refuse(str(folder), "has no posts")
    return build_tables(Curation(posts, registers, [], [], {}, Links([], [], [])))[0]


def load_edition_2(root: Path, coder: str, settled: Book) -> Tables:
    """Return the claims and evaluations of one coder of targets and evaluations.

    The coder was given the sentences and claims as they were settled then, so claims that came
    later are in neither coding; stance follows from the coder's own evaluations.

    Raises:
        FindingsError: a file cannot be read, names an unknown claim or sentence, or has words that
            are not in their sentence.
    """
    file = (FOLDER / "edition-2" / f"{coder}-claims.csv").as_posix()
    given = {row["claim_id"]: row for row in read_rows(root, file, _CLAIM_COLUMNS)}
    if unknown := sorted(given.keys() - settled.by_id("claims").keys()):
        raise refuse(file, f"{unknown[0]} is no claim of curation/posts")
    claims = [
        Row({**row, **given[row["claim_id"]], "stance": "", "stance_override_reason": ""})
        for row in settled.rows("claims")
        if row["claim_id"] in given
    ]
    file = (FOLDER / "edition-2" / f"{coder}-evaluations.csv").as_posix()
    evaluations = [
        _evaluation(row, file, line, settled)
        for line, row in enumerate(read_rows(root, file, _EVALUATION_COLUMNS), start=2)
    ]
    tables = {**settled.tables, "claims": claims, "evaluations": evaluations}
    book = Book(tables, settled.sources)
    fill(book, "evaluations")
    fill(book, "claims")
    return tables


def _evaluation(row: dict[str, str], file: str, line: int, settled: Book) -> Row:
    sentence = settled.get("sentences", row["sentence_id"])
    nth = int(row["nth"]) if row["nth"].isdecimal() else 0
    span = (
        sentence
        and nth
        and find_occurrence(
            settled.texts[sentence["post_id"]], row["words"], nth, span_of(sentence)
        )
    )
    if not sentence or not span:
        raise refuse(file, f"{row['words']!r} is not in {row['sentence_id']}", "", line)
    cells = {name: row[name] for name in FIELDS["evaluation"] if name != "polarity"}
    place = {"post_id": sentence["post_id"], "sentence_id": row["sentence_id"]}
    return Row({**place, **span_cells(settled.texts[sentence["post_id"]], span), **cells})


def load_all(root: Path) -> tuple[list[Compared], dict[str, str]]:
    """Return the units of both editions by kind, and the country that each post is about.

    Raises:
        FindingsError: a coding is wrong, or only one of two has a post.
    """
    settled = load_posts(root, CODINGS)
    old = [load_posts(root, FOLDER / coder).tables for coder in ("first", "second")]
    coded = [{row["post_id"] for row in tables["posts"]} for tables in old]
    if missing := coded[0] ^ coded[1]:
        reason = f"only one of the two codings has {', '.join(sorted(missing))}"
        raise refuse(str(FOLDER), reason, "code it in both")
    new = [load_edition_2(root, coder, settled) for coder in ("first", "second")]
    compared = []
    for unit, fields in FIELDS.items():
        first, second = new if unit in _EDITION_2 else old
        table = "claims" if unit == "claim_given" else f"{unit}s"
        compared.append(Compared(unit, fields, first[table], second[table]))
    return compared, {row["post_id"]: row["about"] for row in settled.rows("posts")}


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("--differences", action="store_true")
    options = parser.parse_args(arguments)
    compared, about = load_all(root)
    if options.differences:
        print("\n".join(sorted(differences(compared))))
    agreement, codings = agreement_rows(compared, about), list(coding_rows(compared))
    files = {str(AGREEMENT): agreement, str(CODED): codings}
    write_atomically(root, {path: write_table(rows, list(rows[0])) for path, rows in files.items()})
    for row in agreement:
        cells = {name: cell for name, cell in row.items() if cell and name != "agreement_id"}
        print("  ".join(f"{name}={cell}" for name, cell in cells.items()))
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
