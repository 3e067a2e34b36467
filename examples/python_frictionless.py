"""Every name that the posts give to one operation, and the posts that use it.

Run in the package's folder: python examples/python_frictionless.py
"""

from collections import defaultdict

from frictionless import Package

PACKAGE = Package("datapackage.json")


def read_table(name):
    """Return the rows of a table as dictionaries, with the descriptor's types."""
    with PACKAGE.get_resource(name) as table:
        if not table.header.valid:
            raise ValueError(f"the header of {table.path} is not as described")
        return [row.to_dict() for row in table.row_stream]


operations = {row["operation_id"]: row for row in read_table("operations")}
wanted = operations["clearing-ice-and-eliminating-drugs"]
names = defaultdict(set)
for mention in read_table("operation_mentions"):
    # operation_mentions.operation_id is a key of operations.
    if mention["operation_id"] == wanted["operation_id"]:
        names[mention["quote"]].add(mention["post_id"])
print(wanted["name"], wanted["name_zh"], wanted["name_zh_basis"], sep=" | ")
for name, posts in sorted(names.items()):
    print(name, ", ".join(sorted(posts)), sep=" | ")
