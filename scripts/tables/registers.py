"""The tables made from the registers: codes, units, indicators, entities, sources, operations."""

from collections.abc import Mapping
from decimal import Decimal

from scripts.curation.registers import Entry, Registers
from scripts.problem import Problem
from scripts.reading.quantities import Unit
from scripts.tables.annotated import Row


def read_units(units: Mapping[str, Entry]) -> list[Unit]:
    """Return the units as the quantity reader takes them."""
    return [
        Unit(
            unit.id,
            str(unit.fields["quantity_kind"]),
            str(unit.fields["base_unit"]),
            Decimal(str(unit.fields["factor"])),
            tuple(unit.fields["forms"]),
        )
        for unit in units.values()
    ]


def make_codes(registers: Registers) -> list[Row]:
    """Return every code of every list, the places as the list `place`."""
    rows: list[Row] = []
    lists = {name: registers.code_labels(name) for name in registers.codes}
    for name, codes in sorted((lists | {"place": registers.places}).items()):
        rows += [_cells(codes[code], _LABELLED, list=name, code=code) for code in codes]
    return rows


def make_units(registers: Registers) -> list[Row]:
    """Return the units."""
    columns: tuple[str, ...] = (*_LABELLED, "quantity_kind", "base_unit")
    return [
        _cells(unit, columns, unit=unit.id) | {"factor": Decimal(str(unit.fields["factor"]))}
        for unit in _sorted(registers.units)
    ]


def make_indicators(registers: Registers) -> list[Row]:
    """Return the indicators."""
    columns: tuple[str, ...] = (*_LABELLED, "measure", "quantity_kind")
    return [_cells(i, columns, indicator_id=i.id) for i in _sorted(registers.indicators)]


def make_entities(registers: Registers) -> list[Row]:
    """Return the entities; their other names are in entity_mentions."""
    columns: tuple[str, ...] = ("name", "name_basis", "name_source", *_NAME_ZH)
    columns += ("entity_type", "description")
    return [_cells(e, columns, entity_id=e.id) for e in _sorted(registers.entities)]


def make_published_sources(registers: Registers) -> list[Row]:
    """Return the published sources."""
    columns: tuple[str, ...] = (
        "publisher",
        "title",
        "published",
        "language",
        "source_type",
        "address",
    )
    columns += ("locator", "read_on", "read_as", "retrievable")
    return [_cells(s, columns, source_id=s.id) for s in _sorted(registers.sources)]


def make_operations(
    registers: Registers, claims: list[Row], claim_operations: list[Row], file: str
) -> tuple[list[Row], list[Problem]]:
    """Return the operations, each with the claim that its period and place rest on.

    The evidence is the first claim about the operation that has the operation's period and place;
    a period or place that no claim about it shows is a problem.
    """
    columns: tuple[str, ...] = ("name", *_NAME_ZH, "operation_type")
    columns += ("description", "period", "place", "identity_note", "identity_source")
    claim_of = {row["claim_id"]: row for row in claims}
    about: dict[object, list[Row]] = {}
    for link in claim_operations:
        about.setdefault(link["operation_id"], []).append(claim_of[link["claim_id"]])
    rows: list[Row] = []
    problems: list[Problem] = []
    for operation in _sorted(registers.operations):
        cells = _cells(operation, columns)
        identity = {name: cells.pop(name) for name in ("identity_note", "identity_source_id")}
        evidence = about.get(operation.id, [])
        for column in ("period", "place"):
            if cells[column]:
                evidence = [claim for claim in evidence if claim[column] == cells[column]]
        if not evidence:
            wanted = f"period {cells['period'] or 'any'} and place {cells['place'] or 'any'}"
            message = f"no claim about {operation.id} has {wanted}"
            problems.append(Problem(file, operation.line, message, "correct one of the two"))
        rows.append(
            {"operation_id": operation.id}
            | cells
            | {"evidence_claim_id": evidence[0]["claim_id"] if evidence else None}
            | identity
        )
    return rows, problems


_LABELLED = ("label", "definition")
_NAME_ZH = ("name_zh", "name_zh_basis", "name_zh_source")


def _sorted(entries: Mapping[str, Entry]) -> list[Entry]:
    return [entries[key] for key in sorted(entries)]


def _cells(entry: Entry, columns: tuple[str, ...], **keys: str) -> Row:
    """Return the keys and the entry's fields; a source's column ends in _id, as all keys do."""
    cells: Row = dict(keys)
    for column in columns:
        name = f"{column}_id" if column.endswith("_source") else column
        value = entry.fields.get(column)
        cells[name] = str(value) if value else None
    return cells
