"""Everything that describes the package to others, made from its descriptor."""

from collections.abc import Mapping
from typing import Any

from scripts.description.citation import make_cff, make_zenodo
from scripts.description.datapackage import dump_json
from scripts.description.duckdb_views import make_duckdb_views
from scripts.description.web import make_croissant, make_schema_org


def make_exports(package: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the content of every export by its path in the package.

    Args:
        package: the descriptor.
    """
    return {
        "CITATION.cff": make_cff(package),
        ".zenodo.json": dump_json(make_zenodo(package)),
        "metadata/schema-org.jsonld": dump_json(make_schema_org(package)),
        "metadata/croissant.json": dump_json(make_croissant(package)),
        "metadata/duckdb.sql": make_duckdb_views(package).encode(),
    }
