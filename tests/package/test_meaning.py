"""The tables keep their pandera models, and what does not is named as a coder would look for it."""

import pytest

from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.package.meaning import check_with_pandera
from scripts.package.source import Built


def check(package: dict[str, bytes], built: Built, *tables: str) -> list[Finding]:
    """Check some tables alone."""
    return check_with_pandera(package, built.book.sources.codelists, TABLES.keys() - set(tables))


def changed(package: dict[str, bytes], table: str, old: bytes, new: bytes) -> dict[str, bytes]:
    path = TABLES[table].path
    assert old in package[path]
    return package | {path: package[path].replace(old, new, 1)}


def test_the_tables_as_built_keep_their_models(package: dict[str, bytes], built: Built) -> None:
    assert check(package, built, *TABLES) == []


# table, words of its file, what is put there, and what is said
BROKEN = [
    ("units", b"\nbox,box,", b"\nbox,,", "units box label: None breaks not_nullable"),
    ("units", b"\nbox,", b"\nBox,", "units Box unit: 'Box' breaks str_matches("),
    ("units", b"\nbox,", b"\nbag,", "units bag unit: 'bag' breaks field_uniqueness"),
    ("figures", b",as_stated,", b",certain,", "figures p01.f01 qualifier: 'certain' breaks isin(["),
    ("figures", b"\np01.f01,p01", b"\np01.f01,p02", "figures p01.f01 figure_id: figure_id beg"),
    ("figures", b",2051,", b",many,", "figures: cannot be read as a frame: "),
]


@pytest.mark.parametrize(("table", "old", "new", "message"), BROKEN)
def test_a_broken_cell_or_row_is_named(
    package: dict[str, bytes], built: Built, table: str, old: bytes, new: bytes, message: str
) -> None:
    told = [str(one) for one in check(changed(package, table, old, new), built, table)]
    assert any(one.startswith(message) for one in told), told


def test_tables_that_were_found_wrong_before_are_left_out(
    package: dict[str, bytes], built: Built
) -> None:
    assert check(changed(package, "units", b"\nbox,", b"\nBox,"), built, "figures") == []
