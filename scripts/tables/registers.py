"""The tables made from the registers: codes, units, indicators, entities, sources, operations."""

from collections.abc import Mapping

from schemas.model import Column
from schemas.tables import TABLES
from scripts.curation.registers import Entry, Registers, file_of
from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.figures import canonical
from scripts.tables.row import Origin, Row, position_of


def make_codes(registers: Registers) -> list[Row]:
    """Return every code of every list, the places as the list `place`."""
    lists = {name: registers.code_labels(name) for name in registers.codes}
    rows = []
    for name, codes in sorted((lists | {"place": registers.places}).items()):
        file = file_of("places" if name == "place" else "codes")
        for code, entry in codes.items():
            words = {column: entry.text(column) for column in ("label", "definition")}
            rows.append(Row({"list": name, "code": code, **words}, _origin(file, entry)))
    return rows


def make_register_table(table: str, registers: Registers) -> list[Row]:
    """Return the rows of a table that shows a register, in the order of their ids.

    A column has the name of the register's field; one that ends in _source_id is filled from the
    field that ends in _source, the key from the entry's id. Lists stand in one cell, numbers as
    cells are written.
    """
    register = "sources" if table == "published_sources" else table
    entries: Mapping[str, Entry] = getattr(registers, register)
    columns = TABLES[table].columns
    rows = []
    for name, entry in sorted(entries.items()):
        cells = {column: _cell(entry, column, columns[column]) for column in columns}
        cells[next(iter(columns))] = name
        rows.append(Row(cells, _origin(file_of(register), entry)))
    return rows


def _cell(entry: Entry, name: str, column: Column) -> str:
    field = name.removesuffix("_id") if name.endswith("_source_id") else name
    cell = entry.text(field) or "; ".join(entry.list(field))
    return canonical(cell) if column.type == "number" else cell


def _origin(file: str, entry: Entry) -> Origin:
    lines = {name: Origin(file, line) for name, line in entry.lines.items()}
    lines |= {f"{name}_id": line for name, line in lines.items() if name.endswith("_source")}
    return Origin(file, entry.line, lines)


@derived("operations", "evidence_claim_id")
def evidence_claim(row: Row, book: Book) -> str | None:
    """The first claim about the operation that has its period and place."""
    links = book.of("claim_operations", "operation_id", row["operation_id"])
    claims = filter(None, (book.get("claims", link["claim_id"]) for link in links))
    fitting = [
        claim["claim_id"]
        for claim in claims
        if all(not row[column] or claim[column] == row[column] for column in ("period", "place"))
    ]
    return min(fitting, key=position_of, default=None if book.unread else "")
