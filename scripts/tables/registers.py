"""The tables made from the registers: codes, units, indicators, entities, sources, operations."""

from collections.abc import Mapping

from schemas.tables import TABLES
from scripts.curation.registers import Entry, Registers, file_of
from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.figures import canonical
from scripts.tables.row import Origin, Row, position_of

_REGISTER_OF = {
    "units": "units",
    "indicators": "indicators",
    "entities": "entities",
    "evaluative_words": "evaluative_words",
    "published_sources": "sources",
    "operations": "operations",
    "talking_points": "talking_points",
}


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
    field that ends in _source, the key from the entry's id.
    """
    register = _REGISTER_OF[table]
    entries: Mapping[str, Entry] = getattr(registers, register)
    key, *columns = TABLES[table].columns
    return [
        Row(
            {key: name, **{column: entries[name].text(_field(column)) for column in columns}},
            _origin(file_of(register), entries[name]),
        )
        for name in sorted(entries)
    ]


def _field(column: str) -> str:
    return column.removesuffix("_id") if column.endswith("_source_id") else column


def _origin(file: str, entry: Entry) -> Origin:
    lines = {name: Origin(file, line) for name, line in entry.lines.items()}
    lines |= {f"{name}_id": line for name, line in lines.items() if name.endswith("_source")}
    return Origin(file, entry.line, lines)


def make_units(registers: Registers) -> list[Row]:
    """Return the units, their factors written as cells are."""
    rows = make_register_table("units", registers)
    for row in rows:
        row["factor"] = canonical(row["factor"])
    return rows


def make_evaluative_words(registers: Registers) -> list[Row]:
    """Return the senses of praise and blame, with their forms in one cell."""
    rows = make_register_table("evaluative_words", registers)
    for row in rows:
        entry = registers.evaluative_words[row["evaluative_word_id"]]
        row["forms"] = "; ".join(entry.list("forms"))
    return rows


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
