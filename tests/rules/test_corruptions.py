"""Every small corruption of a table is rejected, but for what the page says no rule can know."""

from collections.abc import Iterator
from random import Random

import pytest

from schemas.tables import TABLES
from scripts.package.source import Built, compare_with_curation
from scripts.rules.check import check
from scripts.tables.book import Book
from scripts.tables.row import Tables
from tests.rules.corruptions import (
    Corruption,
    cell_corruptions,
    row_corruptions,
    with_cell,
    wrong_forms,
)
from tests.rules.judge import Judge
from tests.rules.page import ROWS, kinds_tried, unknowable

UNKNOWABLE = unknowable()
ROUNDS = 2
"""How often every kind of corruption is tried in a column."""
SEARCH = 600
"""How often at most, in a column of the page's list, until one passes the rules."""


@pytest.fixture(scope="session")
def judge(built: Built) -> Judge:
    return Judge(built)


def corruptions_of(
    name: str, column: str, tables: Tables, built: Built, random: Random
) -> Iterator[Corruption]:
    """Yield corruptions of a column, or of whole rows."""
    if column == ROWS:
        yield from row_corruptions(TABLES[name], tables[name], random)
    else:
        codelists = built.book.sources.codelists
        yield from cell_corruptions(TABLES[name], column, tables[name], codelists, random)


def seeded(name: str, column: str, built: Built, rounds: int) -> Iterator[Corruption]:
    """Yield corruptions of the real tables, the same ones on every machine."""
    random = Random(f"{name} {column}")
    for _ in range(rounds):
        yield from corruptions_of(name, column, built.book.tables, built, random)


def told(corruption: Corruption) -> str:
    """Return a corruption as a failing test prints it."""
    columns = (*TABLES[corruption.table].key, corruption.column)
    rows = [{key: row[key] for key in columns if key in row} for row in corruption.touched[-2:]]
    return f"{corruption.kind}: {corruption.table} {corruption.column} {rows}"


@pytest.mark.parametrize("name", TABLES)
def test_the_rules_reject_all_but_what_the_page_names(
    name: str, built: Built, judge: Judge
) -> None:
    wrong = []
    for column in (ROWS, *TABLES[name].columns):
        listed, passed = (name, column) in UNKNOWABLE, False
        for corruption in seeded(name, column, built, SEARCH if listed else ROUNDS):
            found = judge.by_rules(corruption)
            if not found and not listed:
                wrong.append(f"passes the rules and is not on the page: {told(corruption)}")
            if found and not judge.names(corruption, found):
                wrong.append(f"leads to something else: {told(corruption)}: {found[0]}")
            if listed and not found:
                passed = True
                break
        if listed and not passed:
            wrong.append(f"is on the page, and the rules reject everything: {name} {column}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", TABLES)
def test_the_comparison_with_the_curation_rejects_everything(
    name: str, built: Built, judge: Judge
) -> None:
    # Of a text that is withheld, words and status are not compared.
    passed = [
        told(corruption)
        for column in (ROWS, *TABLES[name].columns)
        for corruption in seeded(name, column, built, ROUNDS)
        if column != "text_status" and not judge.by_source(corruption)
    ]
    assert not passed, "\n".join(passed)


def test_a_cell_that_loses_its_form_is_named_in_every_column(built: Built, judge: Judge) -> None:
    wrong, kinds = [], set()
    for name, table in TABLES.items():
        rows = built.book.tables[name]
        for column, described in table.columns.items():
            at = next((at for at, row in enumerate(rows) if row[column]), 0)
            for kind, cell in wrong_forms(described, rows[at][column]):
                corruption = with_cell(kind, table, column, rows, at, cell)
                place = (name, table.id_of(corruption.touched[1]), column)
                found = judge.by_rules(corruption)
                if place not in [(one.table, one.row, one.column) for one in found]:
                    wrong.append(f"{told(corruption)}: {found[:1]}")
                kinds.add(kind)
    assert not wrong, "\n".join(wrong)
    assert kinds == kinds_tried("a cell that loses its form")


def test_the_page_says_what_is_tried(built: Built) -> None:
    kinds: dict[bool, set[str]] = {True: set(), False: set()}
    for name, table in TABLES.items():
        for column in (ROWS, *table.columns):
            kinds[column == ROWS] |= {one.kind for one in seeded(name, column, built, ROUNDS)}
    assert kinds[False] == kinds_tried("a cell that keeps its form")
    assert kinds[True] == kinds_tried("rows")


def test_the_parts_of_the_rule_book_say_what_the_whole_says(built: Built, judge: Judge) -> None:
    random = Random(0)
    every = [(name, column) for name, table in TABLES.items() for column in (ROWS, *table.columns)]
    wrong = []
    for name, column in random.sample(every, 20):
        for corruption in [*seeded(name, column, built, 1)][:1]:
            tables = corruption.of(built.book.tables)
            rules, source = judge.by_rules(corruption), judge.by_source(corruption)
            whole, _ = check(Book(tables, built.book.sources))
            if not set(rules) <= set(whole) or bool(rules) != bool(whole):
                wrong.append(f"{told(corruption)}: {rules[:1]}, {whole[:1]}")
            if set(source) != set(compare_with_curation(tables, built)[0]):
                wrong.append(f"{told(corruption)}: {source[:1]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("seed", range(6))
def test_many_corruptions_together_do_not_make_the_checks_fail(
    seed: int, tables: Tables, built: Built
) -> None:
    """One cell of every column and one row of every table are corrupted at once."""
    random = Random(seed)
    for name, table in TABLES.items():
        for column in (ROWS, *table.columns):
            found = [
                one
                for one in corruptions_of(name, column, tables, built, random)
                if one.kind != "half of the rows lost"
            ]
            if found:
                tables = random.choice(found).of(tables)
    findings, _ = check(Book(tables, built.book.sources))
    differing, _ = compare_with_curation(tables, built)
    assert len(findings) > 100 and len(differing) > 200
