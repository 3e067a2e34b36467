"""What most posts state, each with the words of every post that states it.

Run in the package's folder: python examples/python_polars.py
"""

import json
from pathlib import Path

import polars as pl

PACKAGE = json.loads(Path("datapackage.json").read_text("utf-8"))
TYPES = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64, "date": pl.Date}


def read_table(name):
    """Return a table with the descriptor's types; only an empty cell is a missing value."""
    table = next(table for table in PACKAGE["resources"] if table["name"] == name)
    types = {field["name"]: TYPES[field["type"]] for field in table["schema"]["fields"]}
    frame = pl.read_csv(table["path"], schema_overrides=types)
    if frame.columns != list(types):
        raise ValueError(f"the header of {table['path']} is not as described")
    return frame


links = read_table("claim_propositions").select("proposition_id", "claim_id")
claims = read_table("claims").select("claim_id", "post_id", "quote")
# claim_propositions has the keys of claims and of propositions.
stated = links.join(claims, on="claim_id", maintain_order="left")
counts = stated.group_by("proposition_id").agg(
    post_count=pl.col("post_id").n_unique(), claim_count=pl.len()
)
most = (
    read_table("propositions")
    .join(counts, on="proposition_id")
    .sort(["post_count", "claim_count", "proposition_id"], descending=[True, True, False])
    .head(5)
)
answer = most.join(stated, on="proposition_id", maintain_order="left_right")
for row in answer.iter_rows(named=True):
    print(row["post_count"], row["text"], row["claim_id"], row["quote"], sep=" | ")
