"""Draw rows for a reader to review, and store what the reader found.

usage: python -m scripts.review draw --table TABLE --rows N --seed S [--out FILE]
       python -m scripts.review read FILE

  draw   writes an XLSX file with N rows of the table drawn at random (the same for the same seed
         and table): what stands in each, its sentence and the one before, what its codes mean, and
         columns for verdict, column, correction and remark; --out names it, by default TABLE-S.xlsx
  read   checks a file that a reader has filled in, and stores it as curation/reviews/TABLE-S.csv;
         say there in `answer` what became of each row that the reader calls wrong

It needs the development packages (openpyxl). CODEBOOK.md, section 9, tells a reader what to do.
Exit codes: 0 written, 1 the file or the curation is wrong, 2 the call is wrong.
"""

import random
import sys
from pathlib import Path

from schemas.tables import TABLES
from scripts._command import ROOT, make_parser, run
from scripts.curation.finding import FindingsError
from scripts.curation.reviews import COLUMNS, REVIEWS
from scripts.package.csv_text import write_table
from scripts.package.files import write_atomically
from scripts.package.review_sheet import Line, read_sheet, write_sheet
from scripts.package.source import build_and_check
from scripts.tables.book import Book
from scripts.tables.row import Row


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("action", choices=("draw", "read"))
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--table", choices=sorted(TABLES))
    parser.add_argument("--rows", type=int)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    if options.action == "read":
        if not options.file:
            parser.error("read needs a FILE")
        answers = read_sheet(options.file, TABLES)
        empty = {"answer": "", "answer_reason": ""}
        file = f"{REVIEWS.as_posix()}/{answers[0]['review']}.csv"
        rows = [Row({**answer, **empty}) for answer in answers]
        write_atomically(root, {file: write_table(rows, COLUMNS)})
        print(f"{file} written: {sum(row['review_verdict'] == 'wrong' for row in rows)} wrong")
        return 0
    if not options.table or not options.rows or options.seed is None or options.file:
        parser.error("draw needs --table, --rows and --seed")
    built = build_and_check(root)
    if built.findings:
        raise FindingsError(built.findings)
    ids = sorted(built.book.by_id(options.table))
    if not 0 < options.rows <= len(ids):
        parser.error(f"{options.table} has {len(ids)} rows")
    drawn = random.Random(options.seed).sample(ids, options.rows)
    review = f"{options.table}-{options.seed}"
    lines = [show(options.table, row_id, built.book) for row_id in sorted(drawn)]
    path = options.out or Path(f"{review}.xlsx")
    path.write_bytes(write_sheet(review, TABLES[options.table], lines))
    print(f"{path} written: {len(lines)} rows")
    return 0


def show(name: str, row_id: str, book: Book) -> Line:
    """Return what a reader sees of a row: its cells, its sentence, and its codes in words.

    What a row points at (a claim, figure, proposition, source, …) stands below its own cells.
    """
    row = book.by_id(name)[row_id]
    cells = [f"{column}: {cell}" for column, cell in row.items() if cell]
    for column, (table, _) in TABLES[name].references.items():
        shown = table not in ("posts", "sentences", name)
        other = book.get(table, row[column]) if shown else None
        if other is not None:
            words = [f"{key}: {cell}" for key, cell in other.items() if cell]
            cells.append(f"\n{column} {row[column]}:\n" + "\n".join(words)[:1500])
    sentence = _sentence_of(row, book)
    ids = list(book.by_id("sentences"))
    before = book.words_of(ids[ids.index(sentence) - 1]) if sentence in ids[1:] else ""
    meant = {(code["list"], code["code"]): code["definition"] for code in book.rows("codes")}
    codes = [
        f"{column} = {row[column]}: {meant[one.codelist, row[column]]}"
        for column, one in TABLES[name].columns.items()
        if one.codelist and row[column] and one.codelist != "place"
    ]
    named = f"{sentence} {book.words_of(sentence)}".strip()
    return Line(row_id, "\n".join(cells), named, before, "\n".join(codes))


def _sentence_of(row: Row, book: Book) -> str:
    """Return the id of the sentence of a row, or of the claim or figure that it is about."""
    claim, figure = (
        book.get(f"{name}s", row.get(f"{name}_id", "")) for name in ("claim", "figure")
    )
    found = (one["sentence_id"] for one in (claim, figure, row) if one and "sentence_id" in one)
    return next(filter(None, found), "")


if __name__ == "__main__":
    sys.exit(run(main))
