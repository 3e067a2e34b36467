"""Every reader of examples/ gives the same tables, and those that ask the same, the same answer."""

import csv
import datetime
import math
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree
from typing import Any

import pandas as pd
import pytest

from tests.conftest import ROOT
from tests.examples.readers import (
    EXAMPLES,
    READERS,
    Column,
    Table,
    Tables,
    names_of,
    need_module,
    open_sqlite,
    read_with_frictionless_r,
    read_with_pandas,
    run_r,
)
from tests.package_copy import copy_bare, path_of, read, repair, write

programs = pytest.mark.programs
_NEEDS_R = ("base R", "readr")


def readers(*names: str) -> list[Any]:
    """Return parameters for these readers; those in R are marked."""
    return [pytest.param(one, marks=programs) if one in _NEEDS_R else one for one in names]


OTHERS = readers(*(name for name in READERS if name != "pandas"))
EVERY = readers(*READERS)
TRAPS = {
    "the text NA": "NA",
    "the text null": "null",
    "a number with zeros": "007",
    "a number with an exponent": "1e5",
    "a truth value": "TRUE",
    "a date": "2024-02-30",
    "several lines": 'one\n\nthree, "four"\n',
    "spaces around": "  two words ",
    "Chinese": "猎枭，“猎枭”行动",
    "beyond the basic plane": "𠮷野家",
    "an apostrophe": "the posts' words",
    "a comment sign": "# no comment",
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package alone, with its exports."""
    folder = copy_bare(ROOT, tmp_path_factory.mktemp("examples") / "package")
    copytree(ROOT / "metadata", folder / "metadata")
    return folder


@pytest.fixture(scope="module")
def by_pandas(package: Path) -> tuple[Tables, Table]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(package)
        return read_with_pandas(package)


@pytest.fixture
def trapped(package: Path, tmp_path: Path) -> Path:
    """A copy whose first propositions read like something else, one of them in Chinese."""
    folder = copytree(package, tmp_path / "trapped")
    rows = read(folder, "propositions")
    for row, text in zip(rows, TRAPS.values(), strict=False):
        row["text"] = text
    write(folder, "propositions", rows)
    repair(folder)
    return folder


def summary(column: Column) -> tuple[str, int, int, float]:
    """Return type, rows, nulls and sum; of a text its characters, of a date its days."""
    present = [value for value in column.values if value is not None]
    sizes: Iterator[float]
    if column.type == "string":
        sizes = (len(value) for value in present)
    elif column.type == "date":
        sizes = (datetime.date.fromisoformat(value).toordinal() for value in present)
    else:
        sizes = iter(present)
    return column.type, len(column.values), len(column.values) - len(present), math.fsum(sizes)


def same(one: Any, other: Any) -> bool:
    if isinstance(one, float) or isinstance(other, float):
        return one is not None and other is not None and math.isclose(one, other, rel_tol=1e-12)
    return bool(one == other)


def differences(tables: Tables, others: Tables) -> list[str]:
    """Return every column that two readers do not read alike, with its first differing cell."""
    assert list(tables) == list(others)
    found = []
    for name, table in tables.items():
        assert list(table) == list(others[name]), f"other columns of {name}"
        for column, expected in table.items():
            other = others[name][column]
            one, two = summary(expected), summary(other)
            if one[:3] != two[:3] or not math.isclose(one[3], two[3], rel_tol=1e-12):
                found.append(f"{name}.{column}: type, rows, nulls, sum {one}, but {two}")
            pairs = zip(expected.values, other.values, strict=False)
            cells = [(row, *pair) for row, pair in enumerate(pairs) if not same(*pair)]
            found += [f"{name}.{column}: row, cells {cell}" for cell in cells[:1]]
    return found


def test_pandas_reads_every_cell_as_it_stands_in_the_file(
    package: Path, by_pandas: tuple[Tables, Table]
) -> None:
    tables, _ = by_pandas
    assert list(tables) == list(names_of(package))
    wrong = []
    for name, table in tables.items():
        for number, row in enumerate(read(package, name)):
            for column, cell in row.items():
                value = table[column].values[number]
                if table[column].type in ("integer", "number") and value is not None:
                    value = cell if float(cell) == value else value
                if (value or "") != cell:
                    wrong.append((name, number, column, cell, value))
    assert not wrong, wrong[:10]


@pytest.mark.parametrize("reader", OTHERS)
def test_a_reader_sees_the_types_rows_nulls_and_sums_that_pandas_sees(
    reader: str, package: Path, by_pandas: tuple[Tables, Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(package)
    tables, _ = READERS[reader](package)
    found = differences(by_pandas[0], tables)
    assert not found, "\n".join(found[:20])


@programs
def test_the_r_package_frictionless_sees_the_same_cells_with_integers_as_numbers(
    package: Path, by_pandas: tuple[Tables, Table]
) -> None:
    tables, _ = read_with_frictionless_r(package)
    expected = {
        name: {
            column: Column("number" if kind == "integer" else kind, values)
            for column, (kind, values) in table.items()
        }
        for name, table in by_pandas[0].items()
    }
    found = differences(expected, tables)
    assert not found, "\n".join(found[:20])


def test_a_changed_sum_a_lost_null_and_another_type_are_differences() -> None:
    table = {"posts": {"word_count": Column("integer", [982, 367])}}
    for values in ([982, 368], [982, None], [982]):
        assert differences(table, {"posts": {"word_count": Column("integer", values)}})
    assert differences(table, {"posts": {"word_count": Column("number", [982, 367])}})
    swapped = {"posts": {"word_count": Column("integer", [367, 982])}}
    assert differences(table, swapped) == ["posts.word_count: row, cells (0, 982, 367)"]


@pytest.mark.parametrize("reader", EVERY)
def test_text_that_looks_like_something_else_stays_as_it_is(
    reader: str, trapped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(trapped)
    tables, _ = READERS[reader](trapped)
    column = tables["propositions"]["text"]
    got = dict(zip(TRAPS, column.values, strict=False))
    wrong = {trap: (text, got[trap]) for trap, text in TRAPS.items() if got[trap] != text}
    assert column.type == "string"
    assert not wrong, wrong


@pytest.mark.parametrize("reader", EVERY)
def test_ids_that_look_like_numbers_stay_text(
    reader: str, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copytree(package, tmp_path / "numbers")
    rows = read(folder, "published_sources")
    for number, row in enumerate(rows):
        row["locator"] = f"{number:04}"
    write(folder, "published_sources", rows)
    repair(folder)
    monkeypatch.chdir(folder)
    tables, _ = READERS[reader](folder)
    column = tables["published_sources"]["locator"]
    assert column == Column("string", [f"{number:04}" for number in range(len(rows))])


# The SQLite file is only ever made from a package that has been validated.
@pytest.mark.parametrize("reader", readers(*(name for name in READERS if name != "SQLite")))
def test_a_swapped_header_is_refused(
    reader: str, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copytree(package, tmp_path / "swapped")
    path = path_of(folder, "propositions")
    header, rest = path.read_text("utf-8").split("\n", 1)
    names = next(csv.reader([header]))
    names[-1], names[-2] = names[-2], names[-1]
    path.write_text(",".join(names) + "\n" + rest, "utf-8")
    repair(folder)
    monkeypatch.chdir(folder)
    with pytest.raises(Exception, match=r"the header of data/links/propositions\.csv is not as"):
        READERS[reader](folder)


def test_a_reader_that_is_not_told_the_types_falls_into_the_traps(trapped: Path) -> None:
    told_nothing = pd.read_csv(path_of(trapped, "propositions"))["text"]
    assert told_nothing.isna().sum() == 2, "the traps are none: NA and null were read as text"


def answers(names: list[str], folder: Path) -> list[Table]:
    return [READERS[name](folder)[1] for name in names]


@pytest.mark.parametrize("reader", readers("DuckDB", "base R"))
def test_the_seizures_and_what_speaks_against_them_are_the_same_in_every_language(
    reader: str, package: Path, by_pandas: tuple[Tables, Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(package)
    (answer,) = answers([reader], package)
    shown = {name: by_pandas[1][name] for name in ("period", "tonnes", "figure_id", "outcome")}
    assert len(shown["figure_id"].values) > 10
    assert "fails" in shown["outcome"].values
    found = differences({"answer": shown}, {"answer": {name: answer[name] for name in shown}})
    assert not found, found


@programs
def test_the_claims_repeated_most_are_the_same_in_r_and_python(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(package)
    first, second = answers(["polars", "readr"], package)
    columns = ("proposition_id", "claim_id", "quote")
    assert [first[name].values for name in columns] == [second[name].values for name in columns]
    posts = {claim.split(".")[0] for claim in first["claim_id"].values}
    assert len(posts) > 5, first


@pytest.mark.parametrize("reader", ["frictionless", "SQLite"])
def test_an_operation_has_all_the_names_that_the_posts_give_it(
    reader: str, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(package)
    (answer,) = answers([reader], package)
    mentions = {
        (row["quote"], row["post_id"])
        for row in read(package, "operation_mentions")
        if row["operation_id"] == "clearing-ice-and-eliminating-drugs"
    }
    assert len(mentions) > 5
    assert set(zip(answer["quote"].values, answer["post_id"].values, strict=True)) == mentions


QUOTES = """
    SELECT claim_id FROM claims JOIN posts ON posts.post_id = claims.post_id
    WHERE substr(posts.text, char_start + 1, char_end - char_start) <> claims.quote
"""


def test_offsets_find_the_quote_in_duckdb(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need_module("duckdb")
    import duckdb

    monkeypatch.chdir(package)
    connection = duckdb.connect()
    connection.execute(Path("metadata/duckdb.sql").read_text("utf-8"))
    assert connection.execute(QUOTES).fetchall() == []
    shifted = connection.execute(QUOTES.replace("+ 1", "+ 2")).fetchall()
    assert len(shifted) == len(read(package, "claims"))


def test_offsets_find_the_quote_in_sqlite(package: Path) -> None:
    with closing(open_sqlite(package)) as connection:
        assert connection.execute(QUOTES).fetchall() == []


@programs
def test_offsets_find_the_quote_in_r(package: Path) -> None:
    compare = (
        "rows <- merge(read_table('claims'), read_table('posts')[c('post_id', 'text')], "
        "by = 'post_id'); cat('wrong:', "
        "sum(substr(rows$text, rows$char_start + 1, rows$char_end) != rows$quote))"
    )
    assert run_r(package, "-e", f"source('{EXAMPLES}/r_base.R')", "-e", compare).endswith(
        "wrong: 0"
    )
