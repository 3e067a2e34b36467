"""Read any table of the package with the types of its descriptor; needs pandas.

Run what imports it in the package's folder, the one that holds datapackage.json.
"""

import json
from pathlib import Path

import pandas as pd

TYPES = {"string": "string", "integer": "Int64", "number": "Float64", "date": "string"}


def read(name):
    """Return the table of this name; only an empty cell is a missing value."""
    package = json.loads(Path("datapackage.json").read_text("utf-8"))
    table = next(table for table in package["resources"] if table["name"] == name)
    types = {field["name"]: field["type"] for field in table["schema"]["fields"]}
    rows = pd.read_csv(
        table["path"],
        dtype={column: TYPES[kind] for column, kind in types.items()},
        keep_default_na=False,
        na_values=[""],
    )
    if list(rows.columns) != list(types):
        raise ValueError(f"the header of {table['path']} is not as described")
    for column in (column for column, kind in types.items() if kind == "date"):
        rows[column] = pd.to_datetime(rows[column], format="%Y-%m-%d")
    return rows
