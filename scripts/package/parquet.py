"""Tables as Parquet: typed, with what each column means in the schema's metadata."""

import pyarrow as pa
import pyarrow.parquet as pq

from scripts.package.reader import PackageTable, read_cell

_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}


def make_parquet(table: PackageTable) -> bytes:
    """Return a valid table as one Parquet file; the same version of pyarrow gives the same bytes.

    A column that may not be empty is not nullable; titles and descriptions are metadata of the
    columns, and the table's description is the metadata of the file.
    """
    fields = [
        pa.field(
            name,
            _TYPES[field["type"]],
            nullable=not field.get("constraints", {}).get("required", False),
            metadata={part: field.get(part, "") for part in ("title", "description")},
        )
        for name, field in table.fields.items()
    ]
    schema = pa.schema(fields, {"description": table.resource.get("description", "")})
    buffer = pa.BufferOutputStream()
    columns = [
        pa.array([read_cell(row[name], field) for row in table.rows.values()], one.type)
        for one, (name, field) in zip(fields, table.fields.items(), strict=True)
    ]
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), buffer, compression="zstd")
    return buffer.getvalue().to_pybytes()
