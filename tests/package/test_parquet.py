"""A Parquet file has every cell with its type, and says what its columns mean."""

import io

import pyarrow.parquet as pq

from scripts.package.parquet import make_parquet
from scripts.package.reader import Package, read_cell

TYPES = {"string": "string", "integer": "int64", "number": "double", "date": "date32[day]"}


def test_every_table_keeps_its_cells_types_and_descriptions(whole: Package) -> None:
    for name, table in whole.tables.items():
        read = pq.read_table(io.BytesIO(make_parquet(table)))
        assert read.schema.names == list(table.fields), name
        for column, field in table.fields.items():
            is_required = field.get("constraints", {}).get("required", False)
            found = read.schema.field(column)
            assert str(found.type) == TYPES[field["type"]], f"{name}.{column}"
            assert found.nullable != is_required, f"{name}.{column}"
            assert found.metadata[b"description"].decode() == field["description"]
            due = [read_cell(row[column], field) for row in table.rows.values()]
            assert read[column].to_pylist() == due, f"{name}.{column}"


def test_the_same_table_gives_the_same_bytes(whole: Package) -> None:
    table = whole.tables["figures"]
    assert make_parquet(table) == make_parquet(table)
