"""From annotated posts and registers to all tables of the package."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scripts.curation.registers import Registers
from scripts.problem import Problem
from scripts.tables import registers as register_tables
from scripts.tables.annotated import AnnotatedPost, Row
from scripts.tables.claims import (
    make_claim_operations,
    make_claims,
    make_operation_parties,
)
from scripts.tables.figures import make_figures
from scripts.tables.mentions import (
    entity_pattern,
    make_entity_mentions,
    make_operation_mentions,
    make_phrases,
)
from scripts.tables.numerals import make_numerals
from scripts.tables.reference_checks import make_reference_checks
from scripts.tables.sentences import make_post, make_sentences

Tables = dict[str, list[Row]]


class Assembled(NamedTuple):
    """All tables by name, and everything that is wrong with the curation."""

    tables: Tables
    problems: list[Problem]


def assemble(posts: Sequence[AnnotatedPost], registers: Registers) -> Assembled:
    """Return all tables in the order of the posts, and all problems together."""
    tables: Tables = {}
    problems: list[Problem] = []

    def add(name: str, made: tuple[list[Row], list[Problem]]) -> list[Row]:
        rows, found = made
        tables.setdefault(name, []).extend(rows)
        problems.extend(found)
        return rows

    codelists = {name: registers.code_labels(name) for name in registers.codes}
    place_words = {place.id: tuple(place.fields["words"]) for place in registers.places.values()}
    units = register_tables.read_units(registers.units)
    indicators = {i.id: str(i.fields["quantity_kind"]) for i in registers.indicators.values()}
    entities = registers.entities
    substances = {e.id for e in entities.values() if e.fields["entity_type"] == "substance"}
    names = {
        str(name): entity.id for entity in entities.values() for name in entity.fields["names"]
    }
    pattern = entity_pattern(names)
    for post in posts:
        add("posts", make_post(post, place_words))
        add("sentences", make_sentences(post, codelists))
        add("claims", make_claims(post, codelists, place_words))
        figures = make_figures(post, codelists, indicators, units, substances, place_words)
        add("figures", figures)
        add("numerals", make_numerals(post, codelists["disposition"], units))
        mentions = make_operation_mentions(post, registers.operations, codelists["identity"])
        add("operation_mentions", mentions)
        found = add("entity_mentions", make_entity_mentions(post, names, pattern))
        add("phrases", make_phrases(post, found, codelists["phrase_type"]))
        add("claim_operations", make_claim_operations(post, registers.operations))
        parties = make_operation_parties(
            post, registers.operations, entities, codelists["party_role"]
        )
        add("operation_parties", parties)
    operations = register_tables.make_operations(
        registers,
        tables["claims"],
        tables["claim_operations"],
        registers.files["operations"],
    )
    add("operations", operations)
    tables["codes"] = register_tables.make_codes(registers)
    tables["units"] = register_tables.make_units(registers)
    tables["indicators"] = register_tables.make_indicators(registers)
    tables["entities"] = register_tables.make_entities(registers)
    tables["published_sources"] = register_tables.make_published_sources(registers)
    add("reference_checks", make_reference_checks(registers, tables))
    problems += unused_problems(tables, registers)
    return Assembled(tables, problems)


def used_units(
    figures: Iterable[Mapping[str, object]],
    units: Iterable[Mapping[str, object]],
    checks: Iterable[Mapping[str, object]],
) -> set[object]:
    """Return the units of the figures and of the reference checks, and the base units of these."""
    used = {row["unit"] for row in figures} | {row["source_unit"] for row in checks}
    return used | {row["base_unit"] for row in units if row["unit"] in used}


def unused_problems(tables: Tables, registers: Registers) -> list[Problem]:
    """Return one problem for every register entry that no row uses.

    A unit also counts as used where it is the base unit of a used one.
    """
    used: dict[str, set[object]] = {
        "operations": {row["operation_id"] for row in tables["operation_mentions"]},
        "entities": {row["entity_id"] for row in tables["entity_mentions"]},
        "indicators": {row["indicator_id"] for row in tables["figures"]},
        "units": used_units(tables["figures"], tables["units"], tables["reference_checks"]),
        "sources": {
            row[column]
            for table in ("operations", "entities")
            for row in tables[table]
            for column in row
            if column.endswith("_source_id")
        }
        | {row["source_id"] for row in tables["reference_checks"]},
    }
    return [
        Problem(
            registers.files[name],
            entry.line,
            f"{entry.id} of the register {name} is used nowhere in the posts",
            "remove it, or code the passage that needs it",
        )
        for name, ids in used.items()
        for entry in getattr(registers, name).values()
        if entry.id not in ids
    ]
