"""Everything that a build writes, as bytes by path: curation in, package out, nothing on disk."""

from pathlib import Path

from scripts.curation.loading import CONSISTENCY, Curation
from scripts.description.cache import load_table_schemas
from scripts.description.citation import make_citation
from scripts.description.datapackage import dump_json, make_descriptor
from scripts.description.diagram import make_overview, make_tables_page
from scripts.description.dictionary import find_formulas, make_dictionary
from scripts.description.exports import make_exports
from scripts.description.extent import make_extent
from scripts.description.metadata import load_metadata
from scripts.output.documents import (
    fill_regions,
    make_agreement,
    make_agreement_summary,
    make_codelists,
    make_coverage,
    make_reference_summary,
)
from scripts.output.report import make_report
from scripts.problem import Problem, ProblemsFound
from scripts.tables.assemble import Tables, assemble
from scripts.tables.consistency import make_consistency
from scripts.tables.csv_bytes import to_csv
from scripts.tables.linked import add_recurrences, recurrence_problems
from scripts.versions.gate import version_problems

OWNED = ("data", "metadata")


def make_tables(curation: Curation) -> Tables:
    """Return all tables of the curation.

    Raises:
        ProblemsFound: with everything that is wrong or not accounted for.
    """
    tables, problems = assemble(curation.posts, curation.registers)
    codes = {name: list(curation.registers.code_labels(name)) for name in curation.registers.codes}
    wrong = recurrence_problems(tables, curation.links, curation.registers)
    if problems or wrong:
        raise ProblemsFound(problems + wrong)
    tables = add_recurrences(tables, curation.links)
    consistency = make_consistency(tables, curation.consistency, str(CONSISTENCY), codes)
    tables["consistency_checks"], tables["consistency_items"], wrong = consistency
    if wrong:
        raise ProblemsFound(wrong)
    tables["coding_agreement"] = curation.agreement
    return tables


def render_package(root: Path, curation: Curation, tables: Tables) -> dict[str, bytes]:
    """Return the content of every built file by its path relative to `root`.

    Raises:
        ProblemsFound: a row does not fit its table; a page is missing, or lacks the markers of its
            generated parts; or version, changelog or tombstones say less than what changed since
            the last release.
    """
    schemas = load_table_schemas()
    files: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    for name, table in schemas["tables"].items():
        columns = [field["name"] for field in table["schema"]["fields"]]
        try:
            files[table["path"]] = to_csv(tables[name], columns)
        except ValueError as error:
            mend = "bring the table's source and its model together"
            raise ProblemsFound([Problem(table["path"], 0, str(error), mend)]) from error
        counts[name] = len(tables[name])
    places = {code: str(place.fields["label"]) for code, place in curation.registers.places.items()}
    metadata = load_metadata(root) | make_extent(tables["claims"], places)
    descriptor = make_descriptor(metadata, schemas, files, counts)
    files["datapackage.json"] = dump_json(descriptor)
    files |= make_exports(descriptor)
    formulas = find_formulas(schemas, tables)
    files["docs/data-dictionary.md"] = make_dictionary(schemas, formulas).encode()
    files["docs/tables.md"] = make_tables_page(schemas).encode()
    files |= make_report(tables)
    regions = {
        "README.md": {
            "tables": make_overview(schemas),
            "coverage": make_coverage(tables),
            "agreement-summary": make_agreement_summary(tables),
            "reference-checks": make_reference_summary(tables),
            "citation": make_citation(descriptor),
        },
        "CODEBOOK.md": {
            "codelists": make_codelists(curation.registers),
            "agreement": make_agreement(tables),
        },
    }
    for page, parts in regions.items():
        files[page] = fill_regions(_read_page(root, page), parts, page).encode()
    if wrong := version_problems(root, files):
        raise ProblemsFound(wrong)
    return files


def _read_page(root: Path, page: str) -> str:
    mend = "restore it; parts of it are generated"
    try:
        return (root / page).read_text("utf-8")
    except FileNotFoundError as error:
        raise ProblemsFound([Problem(page, 0, "the page is missing", mend)]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ProblemsFound([Problem(page, 0, f"cannot be read: {error}", mend)]) from error
