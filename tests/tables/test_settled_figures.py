"""What was settled by reading: what limits a figure, what it is a part of, what a rank is among."""

import pytest

from scripts.package.source import Built
from scripts.tables.row import Row

SETTLED = [
    *((figure, "population", "related cases") for figure in ("p07.f11", "p07.f12")),
    *((figure, "population", "related cases") for figure in ("p17.f15", "p17.f16")),
    ("p16.f01", "population", "3·19"),
    ("p09.f05", "population", "Hunting Owl"),
    ("p09.f05", "population_sentence_id", "p09.s05"),
    ("p07.f06", "population", ""),  # 65,000 suspects of the whole country
    ("p01.f04", "part_of_figure_id", "p01.f03"),
    ("p01.f23", "part_of_figure_id", ""),  # two kinds of treatment stand side by side
    ("p03.f13", "part_of_figure_id", "p03.f12"),
    ("p05.f18", "part_of_figure_id", "p05.f17"),
    ("p07.f11", "part_of_figure_id", "p07.f05"),
    ("p14.f02", "part_of_figure_id", "p14.f04"),
    ("p05.f11", "base", "state in the U.S. to legalize recreational marijuana"),
    ("p03.f29", "base", "National Model Cities for drug control"),
]


@pytest.mark.parametrize(("figure", "column", "cell"), SETTLED)
def test_a_settled_cell_stays(built: Built, figure: str, column: str, cell: str) -> None:
    row = built.book.get("figures", figure)
    assert row is not None and row[column] == cell


def test_no_count_of_an_operation_stands_as_a_national_total(built: Built) -> None:
    """Without words that limit it is only what counts operations or bodies of the whole country."""
    counted = {"annual-meeting-countries", "multilateral-mechanisms-joined"}
    counted |= {"border-liaison-offices", "education-activities"}
    linked = {row["claim_id"] for row in built.book.rows("claim_operations")}

    def is_open(row: Row) -> bool:
        return row["claim_id"] in linked and row["figure_role"] == "level" and not row["population"]

    found = {row["indicator_id"] for row in built.book.rows("figures") if is_open(row)}
    assert found == counted
