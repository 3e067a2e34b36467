"""The tables consistency_checks and consistency_items: found by machine, and curated."""

from collections.abc import Iterable, Mapping, Sequence

from schemas.consistency import ITEMS
from schemas.tables import TABLES
from scripts.curation.finding import Finding, unknown
from scripts.curation.loading import CONSISTENCY
from scripts.curation.register_file import Entry
from scripts.tables import figure_groups
from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.figure_groups import MachineCheck, Repeats
from scripts.tables.formulas import UNCLEAR, Computed, compute
from scripts.tables.row import Origin, Row, holds

# The types of curated checks that tell what a check of figures by machine would tell.
_OF_NUMBERS = ("contradiction", "arithmetic", "implausible")
_FILE = str(CONSISTENCY)


def find_checks(book: Book) -> list[MachineCheck]:
    """Return the checks that the figures give by themselves; none asks what another has asked."""
    measures = {row["indicator_id"]: row["measure"] for row in book.rows("indicators")}
    base_units = {row["unit"]: row["base_unit"] for row in book.rows("units")}
    figures = book.rows("figures")
    repeats = _repetitions(book)
    totals = [
        row for row in figures if not book.of("claim_operations", "claim_id", row["claim_id"])
    ]
    found = [
        *figure_groups.same_proposition_checks(
            figures, book.rows("claim_propositions"), base_units, repeats
        ),
        *figure_groups.same_measure_checks(figures, base_units, repeats),
        *figure_groups.nested_period_checks(totals, base_units, measures),
    ]
    asked = [set(check.items) for check in found]
    return [
        check
        for place, check in enumerate(found)
        if not any(asked[place] <= items for items in asked[:place])
    ]


def _repetitions(book: Book) -> Repeats:
    """Return what tells whether two figures stand in one post, or in one shared passage."""
    passages = {
        row["figure_id"]: {
            one["passage_id"]
            for one in book.of("shared_passages", "post_id", row["post_id"])
            if holds(one, row)
        }
        for row in book.rows("figures")
    }
    return lambda one, other: (
        one["post_id"] == other["post_id"]
        or bool(passages[one["figure_id"]] & passages[other["figure_id"]])
    )


def told_by_coders(checks: Iterable[Row], items: Iterable[Row]) -> list[set[str]]:
    """Return the ids that each check of numbers names, of checks that coders have written down."""
    named: dict[str, set[str]] = {}
    for item in items:
        named.setdefault(item["check_id"], set()).update(item[name] for name in ITEMS)
    numbers = (check["check_id"] for check in checks if check["check_type"] in _OF_NUMBERS)
    return [named.get(check_id, set()) for check_id in numbers]


def machine_rows(
    found: Sequence[MachineCheck], book: Book, told: Sequence[set[str]]
) -> tuple[list[Row], list[Row]]:
    """Return the rows of checks found by machine, and of their items.

    They come from the line of their first figure. What the rule leaves unclear is at most likely
    (codelist confidence). Where a curated check names all figures of one, it tells the same and
    more, so that one slip has one finding; `told` has the ids that each curated check names.
    """
    checks, items = [], []
    for check in found:
        if any({figure_id for _, figure_id in check.items} <= ids for ids in told):
            continue
        checks.append(
            Row(
                {
                    "check_id": check.check_id,
                    "check_type": check.check_type,
                    "outcome": check.outcome,
                    "found_by": "machine",
                    "finding": check.finding,
                    "formula": "",
                    "computation": check.computation,
                    "basis": "text",
                    "reference_check_id": "",
                    "confidence": "medium" if check.outcome == UNCLEAR else "high",
                },
                book.by_id("figures")[check.items[0][1]].origin,
            )
        )
        for number, (role, figure_id) in enumerate(check.items, start=1):
            items.append(_item(check.check_id, number, role, figure_id, book))
    return checks, items


def make_consistency(
    book: Book, curated: Mapping[str, Entry]
) -> tuple[list[Row], list[Row], list[Finding]]:
    """Return checks and their items, those found by machine first, and what cannot be read.

    `curated` are the entries of curation/links/consistency.yaml.
    """
    found = find_checks(book)
    checks: list[Row] = []
    items: list[Row] = []
    findings = []
    taken = {check.check_id for check in found}

    def wrong(entry: Entry, field: str, reason: str, fix: str) -> None:
        line = entry.lines.get(field, entry.line)
        findings.append(Finding(_FILE, line, reason=f"{entry.id}: {reason}", fix=fix))

    for entry in curated.values():
        if entry.id in taken:
            wrong(entry, "", "is the id of a check found by machine", "rename it")
            continue
        lines = {name: Origin(_FILE, line) for name, line in entry.lines.items()}
        lines["reference_check_id"] = lines.get("reference_check", Origin(_FILE, entry.line))
        origin = Origin(_FILE, entry.line, lines)
        columns = ("check_type", "outcome", "finding", "formula", "basis", "confidence")
        cells = {name: entry.text(name) for name in columns}
        cells |= {
            "check_id": entry.id,
            "found_by": "curated",
            "computation": "",
            "reference_check_id": entry.text("reference_check"),
        }
        checks.append(Row(cells, origin))
        for number, text in enumerate(entry.list("items"), start=1):
            field = f"items {number}"
            head, _, words = text.partition(" | ")
            role, _, identifier = head.partition(" ")
            try:
                item = _item(entry.id, number, role, identifier.strip(), book, words.strip())
            except ValueError as error:
                book.unread |= {entry.id}
                if identifier.partition(".")[0].strip() not in book.unread:
                    wrong(entry, field, str(error), "write 'ROLE ID' or 'ROLE ID | WORDS'")
            else:
                item.origin = Origin(_FILE, entry.lines[field])
                items.append(item)
    by_machine, of_machine = machine_rows(found, book, told_by_coders(checks, items))
    return [*by_machine, *checks], [*of_machine, *items], findings


def _item(
    check_id: str, number: int, role: str, identifier: str, book: Book, words: str = ""
) -> Row:
    """Return an item; `words` narrow its span.

    Raises:
        ValueError: there is no row of the id, or the words are not in it.
    """
    tables = {column: TABLES["consistency_items"].references[column][0] for column in ITEMS}
    for column, table in tables.items():
        row = book.get(table, identifier)
        if row is None:
            continue
        offset = row["quote"].find(words)
        if offset < 0:
            raise ValueError(f"the words {words!r} are not in {identifier}")
        start, quote = int(row["char_start"]) + offset, words or row["quote"]
        cells = {"check_id": check_id, "item_number": str(number), "item_role": role}
        cells |= {name: identifier if name == column else "" for name in ITEMS}
        cells |= {"post_id": row["post_id"], "quote": quote}
        cells |= {"char_start": str(start), "char_end": str(start + len(quote))}
        return Row(cells, row.origin)
    # Of posts that are not read nothing is told, so nothing near is looked for.
    is_read = identifier.partition(".")[0] not in book.unread
    known = [key for table in tables.values() for key in book.by_id(table) if is_read]
    raise ValueError(unknown(f"unknown id {identifier!r}", identifier, known, "")[0])


def computed(row: Row, book: Book) -> Computed:
    """Return what the formula of a check gives.

    Raises:
        ValueError: the formula has no known form, or names a figure that does not exist.
    """
    return compute(row["formula"], book.by_id("figures"))


def _of_formula(row: Row, book: Book) -> Computed | None:
    try:
        return computed(row, book) if row["formula"] else None
    except (ValueError, ArithmeticError):
        return None  # a finding of its own (scripts/rules/links.py)


@derived("consistency_checks", "outcome", fix="remove it, or correct the formula")
def outcome(row: Row, book: Book) -> str | None:
    """What the formula gives."""
    found = _of_formula(row, book)
    return found.outcome if found else _unknown(row, "outcome", UNCLEAR)


@derived("consistency_checks", "computation")
def computation(row: Row, book: Book) -> str | None:
    """The numbers as the formula computes them."""
    found = _of_formula(row, book)
    return found.computation if found else _unknown(row, "computation", "none")


def _unknown(row: Row, column: str, default: str) -> str | None:
    """Return a cell that says nothing of a formula that cannot be computed."""
    return row[column] or default if row["formula"] else None
