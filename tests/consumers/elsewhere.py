"""Run printed lines in another environment and write the tables they make as JSON.

usage: python elsewhere.py KIND RESULT < LINES (JSON: the printed lines of each table)

KIND is mlcroissant or datasets. A table is written as its columns, a column as its type in the
descriptor's words and its values.
"""

import json
import sys
from functools import cache
from pathlib import Path

LITERALS = {
    "string": "string",
    "large_string": "string",
    "int64": "integer",
    "float64": "number",
    "date32": "date",
}
SCHEMA_ORG = {"Text": "string", "Integer": "integer", "Float": "number", "Date": "date"}


def from_datasets(table):
    """Return the columns of a data set of Hugging Face."""
    return {
        name: {
            "type": LITERALS[feature.dtype.partition("[")[0]],
            "values": [plain(value) for value in table[name]],
        }
        for name, feature in table.features.items()
    }


def from_mlcroissant(records):
    """Return the columns of a record set of mlcroissant."""
    record_set = next(
        one for one in records.dataset.metadata.record_sets if one.id == records.record_set
    )
    rows = list(records)
    return {
        field.id.split("/")[1]: {
            "type": SCHEMA_ORG[str(field.data_types[0]).rpartition("/")[2]],
            "values": [plain(row[field.id]) for row in rows],
        }
        for field in record_set.fields
    }


def plain(value):
    """Return a value as JSON has it."""
    if isinstance(value, bytes):
        return value.decode()
    if value is None or value != value:
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return value.item() if hasattr(value, "item") else value


if __name__ == "__main__":
    kind, result = sys.argv[1:]
    convert = {"datasets": from_datasets, "mlcroissant": from_mlcroissant}[kind]
    tables = {}
    if kind == "mlcroissant":
        import mlcroissant

        # Every table's lines read the same metadata, which takes a second.
        mlcroissant.Dataset = cache(mlcroissant.Dataset)
    for name, lines in json.load(sys.stdin).items():
        found = {}
        exec(lines, found)
        tables[name] = convert(found[name])
    Path(result).write_text(json.dumps(tables), "utf-8")
