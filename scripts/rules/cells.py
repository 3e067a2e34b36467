"""Every cell has the form of its column, every key is unique, every foreign key leads somewhere."""

import datetime
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from schemas.model import Column, Table
from schemas.tables import TABLES
from scripts.curation.finding import Finding, unknown
from scripts.curation.registers import FIELDS
from scripts.reading.numbers import read_plain
from scripts.rules.rule import wrong
from scripts.tables.book import Book
from scripts.tables.derivation import is_derived
from scripts.tables.row import Row

_INTEGER = re.compile(r"[0-9]{1,18}")
_ASCII = re.compile(r"[ -~]*")
# Alphabets with letters that look like Latin ones.
_LOOK_ALIKE = ("GREEK ", "CYRILLIC ", "ARMENIAN ", "CHEROKEE ", "COPTIC ", "LISU ", "MATHEMATICAL ")
_SCRIPTS_OF_LATIN = ("LATIN ", "DIGIT ")
_PLAIN_LETTERS = "type the words again, without copying them"
_HOMES = {name: f"{name}.yaml" for name in FIELDS} | {"published_sources": "sources.yaml"}
_HOMES |= {"propositions": "propositions.txt"}
"""Where a coder adds what is missing, by the table; all else is in the files of the posts."""


def check_cells(book: Book) -> tuple[list[Finding], list[Row]]:
    """Return what is wrong with single cells and rows, and the rows no rule can compute with.

    Rules on one row (schemas/) are asked only of rows whose cells have the right form and whose
    keys lead somewhere. Rules that look further can do with a wrong code or letter, not with a
    wrong number, period or id.
    """
    findings: list[Finding] = []
    broken: list[Row] = []
    ids: set[str] = set()
    for table in TABLES.values():
        # Most cells of a column are the same few.
        checks = {name: cache(_cell_check(table, name, book)) for name in table.columns}
        for row in book.rows(table.name):
            found = []
            for name, check in checks.items():
                if told := check(row[name]):
                    found.append(_wrong_cell(table, row, name, told))
                    column = table.columns[name]
                    if column.pattern or column.type != "string":
                        broken.append(row)
                        ids.add(table.id_of(row))
            found += _dangling_keys(table, row, book)
            if not found and ids.isdisjoint(row[name] for name in table.references):
                for rule in (rule for rule in table.rules if not rule.holds(row)):
                    reason, fix = f"breaks the rule that {rule.reason}", rule.fix.format_map(row)
                    found.append(wrong(table.name, row, rule.column, reason, fix))
            findings += found
        findings += _duplicates(table, book)
    return findings, broken


def unknown_words(book: Book) -> Iterator[Finding]:
    """Yield what is wrong with filled cells by themselves; nothing of what is missing."""
    for table in TABLES.values():
        checks = {name: cache(_cell_check(table, name, book)) for name in table.columns}
        for row in book.rows(table.name):
            for name, check in checks.items():
                if row[name] and (told := check(row[name])):
                    yield _wrong_cell(table, row, name, told)
            yield from _dangling_keys(table, row, book)


def _wrong_cell(table: Table, row: Row, name: str, told: tuple[str, str]) -> Finding:
    reason, fix = told
    return wrong(table.name, row, name, reason, fix.format_map(row))


def _cell_check(table: Table, name: str, book: Book) -> Callable[[str], tuple[str, str] | None]:
    """Return what says why a cell does not have the form of its column, and how to fix it."""
    column = table.columns[name]
    codes = book.sources.codelists.get(column.codelist, ())
    where = "places.yaml" if column.codelist == "place" else "codes.yaml"
    fix = column.fix or (f"use one of {', '.join(codes)} ({where})" if codes else "")
    # What follows from posts that cannot be read is not known.
    known = not book.unread or not is_derived(table.name, name)

    def check(cell: str) -> tuple[str, str] | None:
        if not cell:
            return ("must not be empty", fix or "fill it") if column.required and known else None
        reason = "" if column.words else wrong_characters(cell, column.any_script)
        if reason:
            return reason, _PLAIN_LETTERS
        if column.codelist and cell not in codes:
            reason = f"{cell!r:.80} is not a code of the list {column.codelist}"
            reason, named = unknown(reason, cell, codes, where, closed=True)
            return reason, "; ".join(filter(None, (column.fix, named)))
        reason = "" if column.codelist else _wrong_form(cell, column)
        return (reason, fix or "correct it") if reason else None

    return check


def _wrong_form(cell: str, column: Column) -> str:
    """Return why a cell does not have the form of its column, '' where it has."""
    if column.type == "integer":
        return _number_reason(cell if _INTEGER.fullmatch(cell) else "", cell, column)
    if column.type == "number":
        return _number_reason(cell, cell, column)
    if column.type == "date":
        return "" if _is_day(cell) else f"{cell!r} is not a day as YYYY-MM-DD"
    if not column.pattern or re.fullmatch(column.pattern, cell):
        return ""
    form = "" if column.fix else f": {column.pattern}"
    return f"{cell!r:.80} does not have the form of this column{form}"


def _number_reason(plain: str, cell: str, column: Column) -> str:
    value = read_plain(plain)
    if value is None:
        return f"{cell!r:.80} is not a number in plain digits"
    if column.minimum is not None and value < column.minimum:
        return f"{cell} is less than {column.minimum}"
    if column.maximum is not None and value > column.maximum:
        return f"{cell} is more than {column.maximum:.0f}"
    return ""


def _is_day(cell: str) -> bool:
    try:
        return str(datetime.date.fromisoformat(cell)) == cell
    except ValueError:
        return False


def wrong_characters(cell: str, any_script: bool) -> str:
    """Return why words of ours hold a character that they may not, '' where they do not.

    Our own text is in Unicode normal form C, without white space around it and without control,
    bidirectional, invisible, lost or unassigned characters. It is Latin, with digits from 0 to 9;
    where a column allows any script, no word mixes Latin with letters that look like Latin ones.
    """
    if cell != cell.strip():
        return f"has white space around {cell[:40]!r}"
    return "" if _ASCII.fullmatch(cell) else _unusual(cell, any_script)


@lru_cache(maxsize=50_000)
def _unusual(cell: str, any_script: bool) -> str:
    if not unicodedata.is_normalized("NFC", cell):
        return "is not in Unicode normal form C"
    if not cell.isprintable() or "\ufffd" in cell:
        return "has an invisible, lost or unassigned character, a line break or an unusual space"
    foreign = [letter for letter in cell if _is_foreign(letter)]
    if foreign and not any_script:
        return f"has {foreign[0]!r}, a letter or digit of another script"
    for word in re.findall(r"\w+", cell):
        names = [unicodedata.name(letter, "") for letter in word]
        mixed = any(name.startswith(_SCRIPTS_OF_LATIN) for name in names)
        if mixed and any(name.startswith(_LOOK_ALIKE) for name in names):
            return f"has {word!r}, which mixes alphabets that look alike"
    return ""


def _is_foreign(character: str) -> bool:
    """Return whether a character is a letter that is not Latin, or a digit that is not 0 to 9."""
    if character.isascii() or not character.isalnum():
        return False
    return not unicodedata.name(character, "").startswith("LATIN ")


def _duplicates(table: Table, book: Book) -> Iterator[Finding]:
    unique = [name for name, column in table.columns.items() if column.unique]
    for columns in {table.key, *((name,) for name in unique)}:
        seen: dict[tuple[str, ...], Row] = {}
        for row in book.rows(table.name):
            cells = tuple(row[name] for name in columns)
            first = seen.setdefault(cells, row)
            if first is not row:
                line = first.origin.of(columns[0]).line if first.origin else 0
                other = f"line {line}" if line else "another row"
                reason = f"duplicate {' '.join(columns)} {' '.join(cells)!r}, also in {other}"
                yield wrong(table.name, row, columns[0], reason, "remove or rename one of the two")


def _dangling_keys(table: Table, row: Row, book: Book) -> Iterator[Finding]:
    for name, (target, _) in table.references.items():
        cell, known = row[name], book.by_id(target)
        if cell and cell not in known and not {cell, cell.partition(".")[0]} & book.unread:
            reason = f"unknown id {cell!r}, not in {target}"
            home = _HOMES.get(target, "the file of its post")
            reason, fix = unknown(reason, cell, known, home)
            yield wrong(table.name, row, name, reason, table.columns[name].fix or fix)
