"""The whole rule book: cells first, then what can be read; and no input makes it fail."""

from random import Random

import pytest

from schemas.tables import TABLES
from scripts.package.source import Built
from scripts.rules.check import check
from scripts.tables.book import Book
from scripts.tables.row import Row, Tables
from tests.conftest import CheckTables
from tests.rules.corruptions import wrong_forms
from tests.rules.directed import find

REGISTERS = (
    *("codes", "units", "indicators", "entities", "published_sources", "operations"),
    *("evaluative_words", "talking_points"),
)
OTHERS = (*REGISTERS, "coding_agreement", "propositions", "consistency_checks", "reference_checks")


def test_a_cell_that_cannot_be_read_leaves_out_its_post_and_hides_no_other(
    tables: Tables, built: Built
) -> None:
    find(tables, "figures", "p03.f08")["value"] = "many"
    find(tables, "sentences", "p03.s02")["paragraph"] = "7"
    claim = find(tables, "claims", "p03.c01")
    claim["quote"] = "x" * len(claim["quote"])
    find(tables, "claim_propositions", "p17.c14 cases-solved-2023")["value"] = "same"
    find(tables, "sentences", "p16.s02")["paragraph"] = "7"
    findings, left_out = check(Book(tables, built.book.sources))
    found = {(one.table, one.row, one.column) for one in findings}
    assert found == {
        ("figures", "p03.f08", "value"),
        ("claim_propositions", "p17.c14 cases-solved-2023", "value"),
        ("sentences", "p16.s02", "paragraph"),
    }
    assert left_out == {"p03"}


def test_what_depends_on_a_post_that_is_left_out_is_not_called_wrong(
    tables: Tables, built: Built
) -> None:
    """Other posts share propositions, checks and operations with it."""
    wrong = []
    for row in tables["posts"]:
        title = find(tables, "sentences", f"{row['post_id']}.s01")
        title["char_start"] = "-"
        findings, left_out = check(Book(tables, built.book.sources))
        title["char_start"] = "0"
        wrong += [str(one) for one in findings if one.row != title["sentence_id"]]
        assert left_out == {row["post_id"]}
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("seed", range(4))
def test_no_cell_of_a_wrong_form_makes_the_rules_fail(
    tables: Tables, check_tables: CheckTables, seed: int
) -> None:
    """Cells of registers and of two posts at a time: the rules go on with the other posts."""
    random = Random(seed)
    posts = random.sample([row["post_id"] for row in tables["posts"]], 2)

    def may_break(name: str, row: Row) -> bool:
        return name in OTHERS or any(cell.partition(".")[0] in posts for cell in row.values())

    for name, table in TABLES.items():
        for column in table.columns:
            rows = [row for row in tables[name] if may_break(name, row)]
            if not rows:
                continue  # not every post was reviewed
            row = random.choice(rows)
            forms = [cell for _, cell in wrong_forms(table.columns[column], row[column])]
            row[column] = random.choice([cell for cell in forms if cell != row[column]] or [""])
    named = {(one.table, one.row) for one in check_tables(tables)}
    assert len(named) > len(TABLES)
