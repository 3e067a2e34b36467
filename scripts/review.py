"""Draw rows for a reader to review, and store what the reader found.

usage: python -m scripts.review draw --table TABLE --rows N --seed S [--hide COLUMN ...]
                                     [--out FILE]
       python -m scripts.review read FILE

  draw   writes an XLSX file with N rows of the table drawn at random (the same for the same seed
         and table): what stands in each, its sentence and the one before, what its codes mean, and
         columns for verdict, column, correction and remark; --hide leaves columns out, so that the
         reader codes without having seen them; --out names it, by default TABLE-S.xlsx
  read   checks a file that a reader has filled in, and stores it as curation/reviews/TABLE-S.csv;
         say there in `answer` what became of each row that the reader calls wrong; a row that the
         reader has coded blind is wrong where the table has another code

It needs the development packages (openpyxl). CODEBOOK.md, section 9, tells a reader what to do.
Exit codes: 0 written, 1 the file or the curation is wrong, 2 the call is wrong.
"""

import random
import sys
from pathlib import Path

from schemas.tables import TABLES
from scripts._command import ROOT, make_parser, run
from scripts.curation.finding import FindingsError, refuse
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
    parser.add_argument("--hide", nargs="+", default=[])
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    if options.action == "read":
        if not options.file:
            parser.error("read needs a FILE")
        answers = judge_blind(read_sheet(options.file, TABLES), root)
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
    if unknown := set(options.hide) - TABLES[options.table].columns.keys():
        parser.error(f"{options.table} has no column {min(unknown)}")
    drawn = random.Random(options.seed).sample(ids, options.rows)
    review = f"{options.table}-{options.seed}"
    hidden = frozenset(options.hide)
    lines = [show(options.table, row_id, built.book, hidden) for row_id in sorted(drawn)]
    path = options.out or Path(f"{review}.xlsx")
    path.write_bytes(write_sheet(review, TABLES[options.table], lines))
    print(f"{path} written: {len(lines)} rows")
    return 0


def judge_blind(answers: list[dict[str, str]], root: Path) -> list[dict[str, str]]:
    """Return the answers; of a row coded blind the verdict says whether the table has that code.

    Raises:
        FindingsError: something is wrong with the curation, or a row is no longer there.
    """
    if all(answer["review_verdict"] for answer in answers):
        return answers
    built = build_and_check(root)
    if built.findings:
        raise FindingsError(built.findings)
    judged = []
    for answer in answers:
        if not answer["review_verdict"]:
            row = built.book.get(answer["table"], answer["row_id"])
            if row is None:
                raise refuse(
                    answer["table"], f"has no row {answer['row_id']}", "draw the rows again"
                )
            same = row[answer["column"]] == answer["correction"]
            kept = {"column": "", "correction": ""} if same else {}
            answer = {**answer, **kept, "review_verdict": "right" if same else "wrong"}
        judged.append(answer)
    return judged


def show(name: str, row_id: str, book: Book, hidden: frozenset[str] = frozenset()) -> Line:
    """Return what a reader sees of a row: its cells, its sentence, and its codes in words.

    What a row points at (a claim, figure, proposition, source, …) stands below its own cells.
    """
    row = Row({column: c for column, c in book.by_id(name)[row_id].items() if column not in hidden})
    cells = [f"{column}: {cell}" for column, cell in row.items() if cell]
    for column, (table, _) in TABLES[name].references.items():
        shown = table not in ("posts", "sentences", name) and column in row
        other = book.get(table, row[column]) if shown else None
        if other is not None:
            words = [f"{key}: {cell}" for key, cell in other.items() if cell]
            cells.append(f"\n{column} {row[column]}:\n" + "\n".join(words)[:1500])
    sentence = _sentence_of(row, book)
    before = _before(sentence, book)
    meant = {(code["list"], code["code"]): code["definition"] for code in book.rows("codes")}
    codes = [
        f"{column} = {row[column]}: {meant[one.codelist, row[column]]}"
        for column, one in TABLES[name].columns.items()
        if one.codelist and row.get(column) and one.codelist != "place"
    ]
    return Line(row_id, "\n".join(cells), sentence, before, "\n".join(codes))


def _sentence_of(row: Row, book: Book) -> str:
    for column, table in (("claim_id", "claims"), ("figure_id", "figures"), ("", "")):
        other = book.get(table, row.get(column, "")) if table else row
        if other is not None and other.get("sentence_id"):
            return f"{other['sentence_id']} {book.words_of(other['sentence_id'])}"
    return ""


def _before(sentence: str, book: Book) -> str:
    ids = list(book.by_id("sentences"))
    key = sentence.partition(" ")[0]
    place = ids.index(key) if key in ids else 0
    return book.words_of(ids[place - 1]) if place else ""


if __name__ == "__main__":
    sys.exit(run(main))
