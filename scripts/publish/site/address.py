"""Where each row stands on the site: its address never changes."""

from collections.abc import Mapping

from schemas.model import Table

# The tables without words of their own whose rows stand on a page of their kind.
PAGES = {
    "operations": "operations.html",
    "talking_points": "talking-points.html",
    "propositions": "propositions.html",
    "consistency_checks": "contradictions.html",
    "reference_checks": "conclusions.html",
    "claim_reviews": "conclusions.html",
    "indicators": "figures.html",
}
# Rows about rows: their words stand on a post's page as those of the row that they are about.
_ABOUT_ROWS = ("codings", "consistency_items")


def anchor_of(table: Table, row: Mapping[str, str]) -> str:
    """Return the fragment of a row's address: the parts of its key, joined by dots."""
    return ".".join(row[column] for column in table.key)


def is_on_post(table: Table) -> bool:
    """Return whether the table's rows are marked in the text of their post."""
    return "char_start" in table.columns and table.name not in _ABOUT_ROWS


def address_of(table: Table, row: Mapping[str, str]) -> str:
    """Return the address of a row, relative to the site's folder."""
    if table.name == "posts":
        return f"posts/{row['post_id']}.html"
    page = f"tables/{table.name}.html"
    if is_on_post(table):
        page = f"posts/{row['post_id']}.html"
    return f"{PAGES.get(table.name, page)}#{anchor_of(table, row)}"
