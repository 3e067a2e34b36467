"""R, with and without packages, reads every table of a release with its types and quotes."""

import json
from pathlib import Path

import pytest

from tests.consumers.comparison import Column, Tables, as_text, check, wrong_quotes
from tests.consumers.making import Release
from tests.consumers.printed import lines_for
from tests.consumers.r import run_r
from tests.consumers.traps import TRAPPED, check_traps

pytestmark = pytest.mark.programs

HELPERS = Path(__file__).with_name("tables.R")
TYPED = ("R", "readr", "data.table")
every_reader = pytest.mark.parametrize("program", (*TYPED, "base R"))


def read_tables(program: str, release: Release, made: Path, *names: str) -> tuple[Tables, str]:
    """Return these tables as the printed lines read them, and what R says of the quotes."""
    blocks = [
        f"tables[['{name}']] <- local({{\n{lines_for(program, release.folder, name)}{name}\n}})"
        for name in names
    ]
    # A warning is an error: a user would not know what to make of it.
    lines = ["options(warn = 2)", f"source('{HELPERS}')", "tables <- list()", *blocks]
    lines.append(f"write_tables(tables, '{made / 'tables.json'}')")
    if "posts" in names:
        lines.append("count_quotes(tables)")
    script = made / "read.R"
    script.write_text("\n".join(lines), "utf-8")
    said = run_r(release.folder, str(script))
    found = json.loads((made / "tables.json").read_text("utf-8"))
    tables = {
        name: {key: Column(one["type"], one["values"]) for key, one in table.items()}
        for name, table in found.items()
    }
    return tables, said


@every_reader
def test_the_printed_lines_read_every_table_as_it_stands_in_the_files(
    program: str, release: Release, tmp_path: Path
) -> None:
    tables, said = read_tables(program, release, tmp_path, *release.master)
    check(release.master if program in TYPED else as_text(release.master), tables)
    count, _ = wrong_quotes(release.master)
    assert f"quotes: {count} wrong: 0 " in said


@every_reader
def test_text_that_looks_like_something_else_stays_as_it_is(
    program: str, trapped: Release, tmp_path: Path
) -> None:
    check_traps(read_tables(program, trapped, tmp_path, *TRAPPED)[0])


def test_a_wrong_offset_is_seen_in_r(release: Release, tmp_path: Path) -> None:
    script = f"""
        source("{HELPERS}")
        posts <- data.frame(post_id = "p01", text = "猎枭 2024")
        rows <- data.frame(post_id = "p01", char_start = c(0L, 1L), char_end = 2L, quote = "猎枭")
        count_quotes(list(posts = posts, claims = rows))
    """
    assert run_r(release.folder, "-e", script).split() == ["quotes:", "2", "wrong:", "1"]


def test_the_reader_of_the_examples_refuses_a_swapped_header(
    copied: Release, tmp_path: Path
) -> None:
    path = copied.swap_header("propositions")
    with pytest.raises(ValueError, match=f"the header of {path} is not as described"):
        read_tables("R", copied, tmp_path, "propositions")
