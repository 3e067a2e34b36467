"""Drugs that the posts say China seized, by period, and what speaks against each figure.

Run in the package's folder: python examples/python_pandas.py
"""

import json
from pathlib import Path

import pandas as pd

PACKAGE = json.loads(Path("datapackage.json").read_text("utf-8"))
TYPES = {"string": "string", "integer": "Int64", "number": "Float64", "date": "string"}


def read_table(name):
    """Return a table with the descriptor's types; only an empty cell is a missing value."""
    table = next(table for table in PACKAGE["resources"] if table["name"] == name)
    types = {field["name"]: field["type"] for field in table["schema"]["fields"]}
    frame = pd.read_csv(
        table["path"],
        dtype={column: TYPES[kind] for column, kind in types.items()},
        keep_default_na=False,
        na_values=[""],
    )
    if list(frame.columns) != list(types):
        raise ValueError(f"the header of {table['path']} is not as described")
    for column in (column for column, kind in types.items() if kind == "date"):
        frame[column] = pd.to_datetime(frame[column], format="%Y-%m-%d")
    return frame


figures = read_table("figures")
seized = figures.query("indicator_id == 'drugs-seized' and place == 'CN'")
checks = read_table("consistency_checks").query("outcome != 'holds'")
# consistency_items.check_id is a key of consistency_checks, its figure_id one of figures.
items = read_table("consistency_items")[["check_id", "figure_id"]].dropna()
doubts = items.merge(checks[["check_id", "outcome", "finding"]], on="check_id")
answer = seized.merge(doubts, on="figure_id", how="left").assign(
    tonnes=lambda rows: rows["value_base"] / 1000  # the base unit of mass is the kilogram
)
answer = answer.sort_values(["period", "figure_id", "check_id"])
columns = ["period", "tonnes", "substance", "figure_id", "outcome", "finding"]
print(answer[columns].to_string(index=False, max_colwidth=60))
