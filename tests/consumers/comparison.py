"""What every program must read: the master, and how what it reads differs from it.

The master is the CSV files as Python's own csv module reads them, with the types of the
descriptor. A table is a dictionary of its columns; a column is its type in the descriptor's words
and its values: None, str, int, float, or a date as ISO 8601.
"""

import csv
import datetime
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple


class Column(NamedTuple):
    """A column as a program gives it."""

    type: str
    values: list[Any]


Table = dict[str, Column]
Tables = dict[str, Table]
_READ: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": lambda cell: datetime.date.fromisoformat(cell).isoformat(),
}


def describe(folder: Path) -> dict[str, dict[str, str]]:
    """Return the type of every column of every table, as described."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return {
        table["name"]: {field["name"]: field["type"] for field in table["schema"]["fields"]}
        for table in descriptor["resources"]
    }


def read_master(folder: Path) -> Tables:
    """Return every table of a package, read by the csv module with the descriptor's types."""
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    types = describe(folder)
    tables = {}
    for resource in descriptor["resources"]:
        name = resource["name"]
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == list(types[name]), f"the header of {resource['path']} is not as described"
        tables[name] = {
            column: Column(kind, [_READ[kind](row[place]) if row[place] else None for row in rows])
            for place, (column, kind) in enumerate(types[name].items())
        }
    return tables


def as_text(tables: Tables) -> Tables:
    """Return the same tables for a program that reads every cell as text."""
    return {
        name: {
            column: Column("string", [None if one is None else _digits(one) for one in values])
            for column, (_, values) in table.items()
        }
        for name, table in tables.items()
    }


def _digits(value: Any) -> str:
    if isinstance(value, float):
        # As the CSV files have it: no exponent, no trailing zeros.
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    return str(value)


def as_table(types: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> Table:
    """Return rows of cells as a table with these columns."""
    return {
        name: Column(kind, [plain(row[place]) for row in rows])
        for place, (name, kind) in enumerate(types.items())
    }


def from_json(types: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> Table:
    """Return rows of a program that has no types of columns, only values, as JSON gives them.

    A column has the described type where all its values are such values, and otherwise a type
    that no column has.
    """
    table = {}
    for name, kind in types.items():
        values = [row[name] for row in rows]
        if kind == "integer":
            values = [int(one) if _is_whole(one) else one for one in values]
        found = {type(one).__name__ for one in values} - {"NoneType"}
        fits = found <= _IN_JSON[kind]
        table[name] = Column(kind if fits else f"{kind} as {sorted(found)}", values)
    return table


_IN_JSON = {"string": {"str"}, "date": {"str"}, "integer": {"int"}, "number": {"int", "float"}}


def _is_whole(value: Any) -> bool:
    return isinstance(value, float) and value.is_integer()


def plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, Decimal):
        return float(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value


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


def differences(tables: Tables, others: Tables) -> list[str]:
    """Return every column that is not as expected, with its first differing cell."""
    assert list(tables) == list(others), f"tables {list(others)}, not {list(tables)}"
    found = []
    for name, table in tables.items():
        if list(table) != list(others[name]):
            found.append(f"{name}: columns {list(others[name])}, not {list(table)}")
            continue
        for column, expected in table.items():
            other = others[name][column]
            one, two = summary(expected), summary(other)
            if one[:3] != two[:3] or not math.isclose(one[3], two[3], rel_tol=1e-12):
                found.append(f"{name}.{column}: type, rows, nulls, sum {one}, but {two}")
            pairs = zip(expected.values, other.values, strict=False)
            cells = [(row, *pair) for row, pair in enumerate(pairs) if not _same(*pair)]
            found += [f"{name}.{column}: row, cells {cell}" for cell in cells[:1]]
    return found


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float) or isinstance(other, float):
        return one is not None and other is not None and math.isclose(one, other, rel_tol=1e-12)
    return bool(one == other)


def check(expected: Tables, others: Tables) -> None:
    """Fail with the first columns that differ, one a line."""
    found = differences(expected, others)
    assert not found, "\n".join([f"{len(found)} differences", *found[:20]])


def tables_with_spans(tables: Mapping[str, Any]) -> list[str]:
    """Return the tables whose rows quote a post by offsets."""
    span = {"post_id", "char_start", "char_end", "quote"}
    return [name for name, columns in tables.items() if span <= set(columns)]


def wrong_quotes(tables: Tables) -> tuple[int, list[str]]:
    """Return how many rows have a span, and those whose offsets do not find their quote."""
    texts = dict(
        zip(tables["posts"]["post_id"].values, tables["posts"]["text"].values, strict=True)
    )
    count, wrong = 0, []
    for name in tables_with_spans(tables):
        columns = ("post_id", "char_start", "char_end", "quote")
        rows = zip(*(tables[name][column].values for column in columns), strict=True)
        for number, (post, start, end, quote) in enumerate(rows):
            if start is None:
                continue
            count += 1
            if texts[post][start:end] != quote:
                wrong.append(f"{name}, row {number}: {post}[{start}:{end}] is not {quote!r}")
    return count, wrong
