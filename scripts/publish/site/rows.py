"""What a page says of one row: its codes in words, and what recurs, contradicts or differs."""

from collections.abc import Iterator
from typing import NamedTuple

from schemas.columns import EDTF
from schemas.model import Column, Table
from schemas.tables import TABLES
from scripts.publish.site.address import address_of, anchor_of
from scripts.publish.site.words import say_number, say_period
from scripts.tables.book import Book
from scripts.tables.row import Row

# What the text itself shows, or another cell says in words.
_LEFT_OUT = {"post_id", "sentence_id", "char_start", "char_end", "quote", "statement"}
_LEFT_OUT |= {"value_high_base", "period_start", "period_end", "passage_id"}
_NAMES = ("name", "label", "text", "statement", "title", "finding", "sense", "quote")


class Fact(NamedTuple):
    """A column in words, with the address of what it points to, if it points to a row."""

    term: str
    said: str
    address: str = ""


class Told(NamedTuple):
    """A row: its table and anchor, its words of ours or of the post, its facts and its links."""

    table: Table
    anchor: str
    head: str
    facts: list[Fact]
    links: list[Fact]


def tell(book: Book, table: Table, row: Row) -> Told:
    """Return what a page says of a row."""
    facts = [
        _fact(book, name, column, row[name])
        for name, column in table.columns.items()
        if row[name]
        and not name.endswith("_sentence_id")
        and name not in _LEFT_OUT
        and name not in table.key[:1]
    ]
    head = row.get("statement") or row["quote"]
    return Told(table, anchor_of(table, row), head, facts, list(_links(book, table, row)))


def _fact(book: Book, name: str, column: Column, cell: str) -> Fact:
    if column.references:
        target = TABLES[column.references[0]]
        if found := book.get(target.name, cell):
            return Fact(column.title, name_of(found), address_of(target, found))
    return Fact(column.title, say(book, column, cell))


def say(book: Book, column: Column, cell: str) -> str:
    """Return a cell as people write it: codes by their labels, numbers and periods in English."""
    if column.codelist:
        code = book.get("codes", f"{column.codelist} {cell}")
        return code["label"] if code else cell
    if column.type in ("number", "integer"):
        return say_number(cell)
    return say_period(cell) if column.pattern == EDTF or column.type == "date" else cell


def name_of(row: Row) -> str:
    """Return what a row is called where others point to it."""
    return next(row[name] for name in _NAMES if row.get(name))


def _links(book: Book, table: Table, row: Row) -> Iterator[Fact]:
    if table.name == "claims":
        claim = row["claim_id"]
        for link in book.of("claim_propositions", "claim_id", claim):
            found = book.by_id("propositions")[link["proposition_id"]]
            count = len(book.of("claim_propositions", "proposition_id", link["proposition_id"]))
            said = f"{found['text']} ({count} claims)"
            yield Fact("Recurs", said, address_of(TABLES["propositions"], found))
        for link in book.of("claim_operations", "claim_id", claim):
            operation = book.by_id("operations")[link["operation_id"]]
            yield Fact("Operation", operation["name"], address_of(TABLES["operations"], operation))
        review = book.by_id("claim_reviews")[claim]
        said = say(book, TABLES["claim_reviews"].columns["conclusion"], review["conclusion"])
        yield Fact("Conclusion", f"{said}. {review['justification']}", address_of_review(review))
    for key in {"claims": ("claim_id",), "figures": ("figure_id",)}.get(table.name, ()):
        for check in contradictions(book, key, row[key]):
            address = address_of(TABLES["consistency_checks"], check)
            yield Fact("Contradiction", check["finding"], address)
        for check in book.of("reference_checks", key, row[key]):
            yield Fact("Source", *say_source(book, check))
    if table.name == "shared_passages":
        for other in book.of("shared_passages", "passage_id", row["passage_id"]):
            if other is not row:
                yield Fact("Also in", other["post_id"], address_of(table, other))


def address_of_review(review: Row) -> str:
    """Return where a conclusion is explained; nothing is told of a claim that nobody looked up."""
    if review["conclusion"] in ("not_tried", "not_checkable"):
        return ""
    return address_of(TABLES["claim_reviews"], review)


def contradictions(book: Book, key: str, row_id: str) -> list[Row]:
    """Return the checks of a claim or figure that do not hold, each once."""
    checks = [
        book.by_id("consistency_checks")[item["check_id"]]
        for item in book.of("consistency_items", key, row_id)
    ]
    return list({one["check_id"]: one for one in checks if one["outcome"] != "holds"}.values())


def say_source(book: Book, check: Row) -> tuple[str, str]:
    """Return what a source says in one line, and its address on the site."""
    columns = TABLES["reference_checks"].columns
    verdict = say(book, columns["verdict"], check["verdict"])
    source = book.get("published_sources", check["source_id"])
    if source is None:
        return f"{verdict}, looked for on {say_period(check['searched_on'])}", ""
    day = "no day shown" if source["published"] == "not_shown" else say_period(source["published"])
    kind = say(book, columns["independence"], check["independence"])
    printed = f"{check['value_as_printed']}, " if check["value_as_printed"] else ""
    said = f"{source['publisher']}, {day}: {printed}{verdict.lower()} ({kind.lower()})"
    return said, address_of(TABLES["reference_checks"], check)
