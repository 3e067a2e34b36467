"""Pages take their generated parts between two markers, and say what the tables hold."""

import os
import re
from pathlib import Path
from shutil import copy, copytree
from typing import Any

import pytest

from schemas.model import Column
from schemas.tables import TABLES
from scripts.curation.finding import FindingsError
from scripts.curation.registers import Registers
from scripts.publish.pages import fill_part, make_pages
from scripts.tables.row import Row, Tables
from tests.publish.conftest import ROOT

PARTS = [
    ("README.md", "size"),
    ("README.md", "citation"),
    ("CODEBOOK.md", "grammar"),
    ("CODEBOOK.md", "codelists"),
]
Made = tuple[Tables, dict[str, Any], Registers]


@pytest.fixture
def made(tables: Tables, package: dict[str, Any], registers: Registers) -> Made:
    """What pages are made from."""
    return tables, package, registers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the pages that are written by hand, to be broken."""
    for page in ("README.md", "CODEBOOK.md", "docs/trust.md", "examples/README.md"):
        (tmp_path / page).parent.mkdir(exist_ok=True)
        copy(ROOT / page, tmp_path / page)
    return tmp_path


def test_every_generated_file_stands_in_the_project_as_it_is_made(pages: dict[str, bytes]) -> None:
    wrong = [path for path, made in pages.items() if (ROOT / path).read_bytes() != made]
    assert not wrong, f"not as made: {wrong}"


@pytest.mark.parametrize(("page", "part"), PARTS)
@pytest.mark.parametrize("marker", ["begin", "end"])
def test_a_page_that_has_lost_a_marker_is_refused(
    folder: Path, made: Made, page: str, part: str, marker: str
) -> None:
    text = (folder / page).read_text("utf-8")
    (folder / page).write_text(text.replace(f"<!-- {marker} {part} -->", ""), "utf-8")
    with pytest.raises(FindingsError, match=rf"^{page}: the generated part '{part}' .*put the"):
        make_pages(folder, *made)


@pytest.mark.parametrize("page", ["README.md", "CODEBOOK.md"])
def test_a_page_that_is_missing_or_no_text_is_refused(folder: Path, made: Made, page: str) -> None:
    (folder / page).write_bytes(b"\xff")
    with pytest.raises(FindingsError, match=f"^{page}:1: not UTF-8 at byte 0"):
        make_pages(folder, *made)
    (folder / page).unlink()
    os.mkfifo(folder / page)
    with pytest.raises(FindingsError, match=f"^{page}: is not a regular file"):
        make_pages(folder, *made)
    (folder / page).unlink()
    with pytest.raises(FindingsError, match=f"^{page}: the file is missing .restore"):
        make_pages(folder, *made)


def test_markers_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(FindingsError, match=r"README\.md: the generated part 'a' has no place"):
        fill_part("<!-- end a -->\n<!-- begin a -->\n", "a", "new", "README.md")


def test_what_stands_around_a_part_stays_and_filling_twice_changes_nothing() -> None:
    page = "# Title\n<!-- begin a -->\nold\n<!-- end a -->\nText\n"
    filled = fill_part(page, "a", "new", "README.md")
    assert filled == "# Title\n<!-- begin a -->\nnew\n<!-- end a -->\nText\n"
    assert fill_part(filled, "a", "new", "README.md") == filled


def test_the_number_of_posts_is_counted(folder: Path, made: Made) -> None:
    tables, package, registers = made
    fewer: Tables = {}
    # The evidence of the post that goes must go too.
    lost = tables["posts"][0]["post_id"]
    for name, table in TABLES.items():
        of_post = [column for column in ("post_id", "claim_id") if column in table.columns]
        fewer[name] = [
            row for row in tables[name] if lost not in (row[one].split(".")[0] for one in of_post)
        ]
    readme = make_pages(folder, fewer, package, registers)["README.md"].decode()
    assert f"This version holds {len(tables['posts']) - 1} posts:" in readme


def is_free_text(column: Column) -> bool:
    coded = column.codelist or column.references or column.pattern
    return column.type == "string" and not coded


def test_no_words_of_the_tables_put_markup_into_a_page(folder: Path, made: Made) -> None:
    tables, package, registers = made
    markup = " <b>bold</b> [link](x) *em* `code` | bar\n## heading"
    hostile = {
        name: [
            Row({c: cell + markup * is_free_text(TABLES[name].columns[c]) for c, cell in r.items()})
            for r in rows
        ]
        for name, rows in tables.items()
    }
    copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
    page = make_pages(folder, hostile, package, registers)["examples/README.md"].decode()
    page = re.sub(r"^```.*?^```", "", page, flags=re.M | re.S)
    assert "&lt;b&gt;bold" in page
    assert not re.search(r"<b>|(?<!\\)\[link|(?<!\\)\*em|(?<!\\)`code|^## heading", page, re.M)
    assert rows_of_other_length(page) == []


def rows_of_other_length(page: str) -> list[str]:
    """Return the rows of the page's tables that have more or fewer cells than their header."""
    return [
        row
        for block in page.replace("\\|", "").split("\n\n")
        if block.startswith("| ")
        for row in block.splitlines()
        if row.startswith("|") and row.count("|") != block.splitlines()[0].count("|")
    ]


def test_every_row_of_a_table_has_as_many_cells_as_its_header(pages: dict[str, bytes]) -> None:
    found = {p: rows_of_other_length(text.decode()) for p, text in pages.items() if p[-3:] == ".md"}
    assert len(found) == 5
    assert not any(found.values()), found
