"""From the curation to the files of a package, and from a package back to the curation."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.curation.loading import Curation, load_curation
from scripts.package.csv_text import write_table
from scripts.package.descriptor import DESCRIPTOR, dump_json, make_descriptor
from scripts.package.extent import make_extent
from scripts.package.metadata import load_metadata
from scripts.rules.cells import unknown_words
from scripts.rules.check import check
from scripts.rules.compare import compare_rows
from scripts.tables.assemble import build_tables
from scripts.tables.book import Book
from scripts.tables.row import Tables

# What stands in no sentence is told where sentences are looked for.
_OF_PLACES = {("posts", "text"), ("sentences", "char_start")}


@dataclass(frozen=True)
class Built:
    """What the curation gives: the curation as read, its tables, and all that is wrong."""

    curation: Curation
    book: Book
    findings: list[Finding] = field(default_factory=list)


def build_and_check(root: Path, only: tuple[str, ...] = ()) -> Built:
    """Build all tables in memory and run the rule book on them.

    Posts whose files cannot be read are left out, and so is whatever would point to them. `only`
    names the posts to look at, none for all.

    Raises:
        FindingsError: registers, links or archive cannot be read, so that no rule says anything.
    """
    curation, findings = load_curation(root, only)
    book, wrong = build_tables(curation)
    broken, _ = check(Book(book.tables, book.sources, book.unread))
    in_part = _find_in_part(curation) if curation.read_in_part else ()
    return Built(curation, book, sorted({*findings, *wrong, *broken, *in_part}))


def _find_in_part(curation: Curation) -> list[Finding]:
    """Return what is wrong with posts that could be read in part, each looked at by itself.

    In a sentence with a line that cannot be read, placed or taken as it is, only words that are
    there are told: what seems to be missing may stand in that line.
    """
    book, wrong = build_tables(replace(curation, posts=curation.read_in_part))
    words = set(unknown_words(book))
    told = words.union(wrong, check(Book(book.tables, book.sources, book.unread))[0])
    codings = {one.coding.file: one for one in curation.read_in_part}
    return [
        one
        for one in told
        if (coded := codings.get(one.file)) and (one.table, one.column) not in _OF_PLACES
        if one in words or not coded.is_unread(one.line)
    ]


def make_package(root: Path, book: Book) -> dict[str, bytes]:
    """Return descriptor and tables by path, as bytes; nothing may be wrong with the tables.

    Raises:
        FindingsError: curation/package.yaml cannot be read.
    """
    files = {
        table.path: write_table(book.tables[name], list(table.columns))
        for name, table in TABLES.items()
    }
    files[DESCRIPTOR] = dump_json(describe(root, book, files))
    return files


def describe(root: Path, book: Book, files: dict[str, bytes]) -> dict[str, object]:
    """Return the descriptor of the package that has these files.

    Raises:
        FindingsError: curation/package.yaml cannot be read.
    """
    places = {row["code"]: row["label"] for row in book.rows("codes") if row["list"] == "place"}
    metadata = load_metadata(root) | make_extent(book.rows("claims"), places)
    counts = {name: len(book.tables[name]) for name in TABLES}
    return make_descriptor(metadata, book.sources.codelists, files, counts)


def compare_with_curation(tables: Tables, built: Built) -> tuple[list[Finding], list[str]]:
    """Return every row and cell that is not what the curation gives, and what was not compared.

    Of posts whose text a copy withholds, the columns with the posts' words are left out. Rows
    take over file and line from the curation.
    """
    findings: list[Finding] = []
    notes = []
    withheld = {row["post_id"] for row in tables["posts"] if row["text_status"] == "withheld"}
    for name, table in TABLES.items():
        skip = {
            (table.id_of(row), column)
            for row in tables[name]
            if row.get("post_id") in withheld
            for column in _words_of(name)
        }
        if skip:
            posts = ", ".join(sorted(withheld))
            notes.append(f"{name}: {', '.join(_words_of(name))} of {posts}, withheld")
        findings += compare_rows(name, tables[name], built.book.rows(name), "the curation", skip)
    return findings, notes


def _words_of(name: str) -> list[str]:
    return [*TABLES[name].words, *(["text_status"] if name == "posts" else [])]


def take_origins(tables: Tables, due: Tables) -> None:
    """Give read rows the file and line of the rows that the curation gives under the same id."""
    for name, table in TABLES.items():
        origins = {table.id_of(row): row.origin for row in due.get(name, [])}
        for row in tables[name]:
            row.origin = origins.get(table.id_of(row))
