"""Every generated file but tables and descriptor: pages, citation, metadata; as bytes by path."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment

from schemas.flat import ADDED, FLAT
from schemas.model import Table
from schemas.tables import TABLES
from scripts.curation.finding import refuse
from scripts.curation.grammar import GRAMMAR
from scripts.curation.registers import Registers
from scripts.curation.text_file import read_text
from scripts.package.descriptor import dump_json
from scripts.package.release_files import release_name
from scripts.package.sqlite import VIEWS
from scripts.publish import citation, counts
from scripts.publish.answers import LANGUAGES, answer_questions
from scripts.publish.markdown import make_environment
from scripts.publish.web import make_croissant, make_datasette, make_schema_org
from scripts.tables.row import Tables

# The files that a template makes as a whole.
_WHOLE = ("docs/data-dictionary.md", "metadata/duckdb.sql")
# The pages written by hand, with their generated parts; each part has a template.
_PARTS = {
    "README.md": ("size", "download", "citation"),
    "docs/trust.md": ("coverage", "agreement-summary", "row-reviews", "reference-checks", "weak"),
    "examples/README.md": ("questions",),
    "CODEBOOK.md": ("grammar", "codelists", "agreement"),
}


def make_pages(
    root: Path, tables: Tables, descriptor: Mapping[str, Any], registers: Registers
) -> dict[str, bytes]:
    """Return every generated file by its path in the package.

    Args:
        root: the folder with the pages that are written by hand.
        tables: the rows of all tables.
        descriptor: the package's descriptor.
        registers: the codelists are printed from it.

    Raises:
        FindingsError: a page is missing or unreadable, or lacks the markers of a generated part.
    """
    environment = make_environment()
    facts = _facts(tables, descriptor, registers)
    facts |= {"questions": answer_questions(root, tables), "languages": LANGUAGES}
    made = {path: _render(environment, Path(path).name, facts) for path in _WHOLE}
    for page, parts in _PARTS.items():
        text = read_text(root, page, "restore it; parts of it are generated")
        for part in parts:
            text = fill_part(text, part, _render(environment, f"{part}.md", facts), page)
        made[page] = text
    return {path: text.encode() for path, text in made.items()} | {
        "CITATION.cff": citation.make_cff(descriptor),
        ".zenodo.json": dump_json(citation.make_zenodo(descriptor)),
        "metadata/schema-org.jsonld": dump_json(make_schema_org(descriptor)),
        "metadata/croissant.json": dump_json(make_croissant(descriptor)),
        "metadata/datasette.json": dump_json(make_datasette(descriptor)),
    }


def fill_part(page: str, name: str, content: str, file: str) -> str:
    """Return the page with the content between '<!-- begin NAME -->' and '<!-- end NAME -->'.

    Raises:
        FindingsError: a marker is missing, or the two are in the wrong order.
    """
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        fix = f"put the lines {begin} and {end} where it belongs"
        raise refuse(file, f"the generated part {name!r} has no place in the page", fix)
    return f"{before}{begin}\n{content.strip()}\n{end}{after}"


def _facts(tables: Tables, descriptor: Mapping[str, Any], registers: Registers) -> dict[str, Any]:
    """Return all that the templates show, by the names they use."""
    coverage = counts.count_coverage(tables)
    return {
        "tables": tables,
        "described": TABLES,
        "flat": FLAT,
        "added": ADDED,
        "package": descriptor,
        "registers": registers,
        "grammar": GRAMMAR,
        "keys": list_keys(TABLES),
        "coverage": coverage,
        "rest_by_reason": counts.rest_by_reason(coverage),
        "agreement": counts.summarise_agreement(tables["coding_agreement"]),
        "reliable": counts.RELIABLE,
        "unreliable": counts.unreliable(tables["coding_agreement"]),
        "overrides": sum(bool(row["stance_override_reason"]) for row in tables["claims"]),
        "references": counts.summarise_references(tables),
        "reviews": counts.rates_of_error(tables),
        "tertiary_only": counts.count_tertiary_only(tables),
        "shared_text_view": VIEWS[1].read_text("utf-8"),
        "authors": citation.authors(descriptor),
        "day": citation.day_of(descriptor),
        "is_released": citation.is_released(descriptor),
        "name": release_name(descriptor),
        "bibtex": citation.make_bibtex(descriptor),
    }


def list_keys(described: Mapping[str, Table]) -> dict[str, list[str]]:
    """Return the columns that point to a table, as 'table.column', by the table."""
    keys: dict[str, list[str]] = {}
    for name, table in described.items():
        for column, (target, _) in table.references.items():
            keys.setdefault(target, []).append(f"{name}.{column}")
    return keys


def _render(environment: Environment, name: str, facts: Mapping[str, Any]) -> str:
    return environment.get_template(f"{name}.j2").render(facts)
