"""A small package, to be written, changed and compared."""

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from typing import Any

from scripts.package.csv_text import write_table
from scripts.package.descriptor import DESCRIPTOR, dump_json
from scripts.package.ledger import Ledger, add_release
from scripts.package.reader import Package, read_package
from scripts.package.release_files import make_zip

Rows = list[dict[str, str]]
Tables = dict[str, Rows]
Descriptor = dict[str, Any]
POST = {"post_id": "p01", "title": 'A "post"\nin two lines'}
CLAIM = {
    "claim_id": "p01.c01",
    "post_id": "p01",
    "char_start": "0",
    "char_end": "9",
    "mode": "fact",
}
OPERATION = {"operation_id": "ice", "name": "Breaking ice"}


def small_tables() -> Tables:
    """Return posts, claims, operations and the links between claims and operations."""
    claims = [
        CLAIM,
        {**CLAIM, "claim_id": "p01.c02", "char_start": "10", "char_end": "19"},
        {**CLAIM, "claim_id": "p01.c03", "char_start": "20", "char_end": "29"},
    ]
    links = [{"claim_id": "p01.c01", "operation_id": "ice"}]
    return {"posts": [POST], "claims": claims, "operations": [OPERATION], "links": links}


def describe(tables: Tables, version: str = "1.0.0") -> Descriptor:
    """Return a descriptor: the first column is the key, or all of a table of links."""
    owners = {next(iter(rows[0])): name for name, rows in tables.items() if name != "links"}
    resources = []
    for name, rows in tables.items():
        columns = list(rows[0])
        fields = [{"name": one, "type": "string", "title": one.title()} for one in columns]
        keys = [
            {"fields": [one], "reference": {"resource": owners[one], "fields": [one]}}
            for one in columns
            if owners.get(one, name) != name
        ]
        key = columns if name == "links" else columns[0]
        schema = {"fields": fields, "primaryKey": key, "foreignKeys": keys}
        resources.append({"name": name, "path": f"data/{name}.csv", "schema": schema})
    return {"name": "small", "version": version, "resources": resources}


def write_package(
    folder: Path,
    tables: Tables | None = None,
    alter: Callable[[Descriptor], object] = lambda descriptor: None,
    version: str = "1.0.0",
) -> Path:
    """Write a package, its descriptor altered by a function; return the folder."""
    tables = tables or small_tables()
    descriptor = describe(tables, version)
    alter(descriptor)
    for name, rows in tables.items():
        path = folder / f"data/{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write_table(rows, list(rows[0])))
    (folder / DESCRIPTOR).write_bytes(dump_json(descriptor))
    return folder


def package_of(folder: Path, tables: Tables | None = None, **options: Any) -> Package:
    """Write a package and read it."""
    return read_package(write_package(folder, tables, **options))


def schema_of(descriptor: Descriptor, table: str) -> dict[str, Any]:
    """Return the schema of a table."""
    found = next(one["schema"] for one in descriptor["resources"] if one["name"] == table)
    assert isinstance(found, dict)
    return found


def field_of(descriptor: Descriptor, table: str, column: str) -> dict[str, Any]:
    """Return the description of a column."""
    fields = schema_of(descriptor, table)["fields"]
    found = next(one for one in fields if one["name"] == column)
    assert isinstance(found, dict)
    return found


def release_tables() -> Tables:
    """Return the small tables with all that a release takes its table of figures from."""
    tables = small_tables()
    tables["posts"] = [{**POST, "text_status": "present"}]
    tables["claims"] = [
        {**row, "statement": "It is so.", "proposition_id": ""} for row in tables["claims"]
    ]
    figure = {"figure_id": "p01.f01", "claim_id": "p01.c01", "post_id": "p01"}
    check = {"reference_check_id": "r1", "figure_id": "p01.f01", "verdict": "matches"}
    return tables | {
        "figures": [{**figure, "indicator_id": "cases", "unit": "case"}],
        "indicators": [{"indicator_id": "cases", "label": "drug cases"}],
        "units": [{"unit": "case", "label": "case"}],
        "reference_checks": [{**check, "source_id": "book"}],
        "published_sources": [{"source_id": "book", "retrievable": "yes"}],
        "consistency_checks": [{"check_id": "sum", "outcome": "fails"}],
        "consistency_items": [{"item_id": "1", "check_id": "sum", "figure_id": "p01.f01"}],
    }


def write_release(
    root: Path, ledger: Ledger, day: str, tables: Tables | None = None, version: str = "1.0.0"
) -> Ledger:
    """Write the zip of a release of a package into a project; return the ledger with it."""
    folder = root / f"releases/{version}"
    package = write_package(folder / "unpacked", tables, version=version)
    paths = [DESCRIPTOR, *(f"data/{name}.csv" for name in tables or small_tables())]
    files = {path: (package / path).read_bytes() for path in paths} | {"README.md": b"words"}
    made = {f"small-{version}.zip": make_zip(files)}
    after = add_release(ledger, read_package(package), day, files, made)
    rmtree(package)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return after


PAGES = ("README.md", "CODEBOOK.md", "CITATION.cff", ".zenodo.json", "LICENSE", "docs/words.md")
PROPERTIES = """# What people decided.
name: small
version: "{}"  # the next one
created: "2026-01-01T00:00:00Z"
"""


def write_project(root: Path, version: str = "1.0.0-dev") -> Path:
    """Write a project before its first release, with all that one needs; return the folder."""

    def alter(descriptor: Descriptor) -> None:
        field_of(descriptor, "posts", "title")["postsWords"] = True
        verdict = field_of(descriptor, "reference_checks", "verdict")
        verdict["constraints"] = {"enum": ["matches", "differs"]}
        licence = {"title": "Nobody's", "path": "LICENSE", "scope": "annotations"}
        words = {"title": "Small", "description": "A small package.", "language": "en"}
        descriptor |= {**words, "keywords": ["small"], "licenses": [licence]}
        descriptor["created"] = "2026-01-01T00:00:00Z"
        descriptor["contributors"] = [{"title": "Somebody", "roles": ["author"]}]
        for resource in descriptor["resources"]:
            resource["description"] = f"The {resource['name']}."

    write_package(root, release_tables(), alter, version)
    number = version.removesuffix("-dev")
    files = {name: f"The words of {name}.\n" for name in PAGES} | {
        "CHANGELOG.md": f"# Changelog\n\n## {number} (unreleased)\n\n- What changed.\n",
        "curation/package.yaml": PROPERTIES.format(version),
        "curation/tombstones.yaml": "# none yet\n",
        "releases/ledger.json": '{"releases": [], "ids": {}}',
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root
