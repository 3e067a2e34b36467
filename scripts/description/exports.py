"""Everything that describes the package to others, made from its descriptor."""

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.description.citation import make_cff, make_zenodo
from scripts.description.datapackage import METADATA, dump_json
from scripts.description.duckdb_views import make_duckdb_views
from scripts.description.web import make_croissant, make_schema_org
from scripts.problem import Problem, ProblemsFound

# What every export needs; the standard asks for none of it.
_NEEDED = (
    "name",
    "id",
    "title",
    "description",
    "version",
    "created",
    "language",
    "keywords",
    "contributors",
    "licenses",
    "sources",
)


def make_exports(package: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the content of every export by its path in the package.

    Args:
        package: the descriptor.

    Raises:
        ProblemsFound: the package lacks something that citations and registries need.
    """
    if lacking := list(_lacking(package)):
        mend = "add it; see https://datapackage.org/standard/data-package/"
        raise ProblemsFound(
            [Problem(str(METADATA), 0, f"the package has no {what}", mend) for what in lacking]
        )
    return {
        "CITATION.cff": make_cff(package),
        ".zenodo.json": dump_json(make_zenodo(package)),
        "metadata/schema-org.jsonld": dump_json(make_schema_org(package)),
        "metadata/croissant.json": dump_json(make_croissant(package)),
        "metadata/duckdb.sql": make_duckdb_views(package).encode(),
    }


def _lacking(package: Mapping[str, Any]) -> Iterator[str]:
    yield from (name for name in _NEEDED if not package.get(name))
    people = package.get("contributors") or []
    if not any("author" in person.get("roles", []) for person in people):
        yield "contributor with a title and the role author"
    if not any(x.get("scope") == "annotations" for x in package.get("licenses") or []):
        yield "licence with the scope annotations"
