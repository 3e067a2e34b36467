"""What describes the package says the same everywhere."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scripts.build import build
from scripts.checks.sync import check_sync
from scripts.mutations.package_copy import change_text
from scripts.problem import ProblemsFound
from tests.build.breaking import change
from tests.validate.real_package import assert_found

ROOT = Path(__file__).resolve().parents[2]
Said = dict[str, Any]
EXPORTS = (
    "CITATION.cff",
    ".zenodo.json",
    "metadata/schema-org.jsonld",
    "metadata/croissant.json",
)


def said(package: dict[str, Any], exports: Said) -> dict[str, Said]:
    """Return what each file says, under the same names."""
    citation, zenodo = exports["citation"], exports["zenodo"]
    both = {
        name: {
            "title": exports[name]["name"],
            "version": exports[name]["version"],
            "date": exports[name]["datePublished"],
            "people": [person["name"] for person in exports[name]["creator"]],
            "description": exports[name]["description"],
            "keywords": exports[name]["keywords"],
        }
        for name in ("schema.org", "croissant")
    }
    return both | {
        "datapackage.json": {
            "title": package["title"],
            "version": package["version"],
            "date": package["created"][:10],
            "people": [person["title"] for person in package["contributors"]],
            "description": package["description"],
            "keywords": package["keywords"],
        },
        "CITATION.cff": {
            "title": citation["title"],
            "version": citation["version"],
            "date": citation["date-released"],
            "people": [person["name"] for person in citation["authors"]],
            "description": citation["abstract"],
            "keywords": citation["keywords"],
        },
        ".zenodo.json": {
            "title": zenodo["title"],
            "version": zenodo["version"],
            "date": zenodo["publication_date"],
            "people": [person["name"] for person in zenodo["creators"]],
            "description": re.sub("<[^>]*>", "", zenodo["description"]),
            "keywords": zenodo["keywords"],
        },
    }


def test_version_date_title_people_and_words_agree_everywhere(
    package: dict[str, Any], exports: Said
) -> None:
    found = said(package, exports)
    expected = found.pop("datapackage.json")
    wrong = {
        (file, name): value
        for file, values in found.items()
        for name, value in values.items()
        if value != expected[name]
    }
    assert not wrong, wrong


def test_the_licence_of_the_data_is_the_same_everywhere(
    package: dict[str, Any], exports: Said
) -> None:
    licence = package["licenses"][0]["name"]
    assert licence == "CC-BY-4.0"
    assert exports["citation"]["license"] == licence
    assert exports["zenodo"]["license"] == licence.lower()
    assert exports["croissant"]["license"].endswith(f"/{licence}")
    assert exports["schema.org"]["license"][0]["sameAs"].endswith(f"/{licence}")


def test_the_code_has_the_version_of_the_data(package: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert (project["name"], project["version"]) == (package["name"], package["version"])


@pytest.mark.parametrize("name", ["citation", "zenodo", "schema.org", "croissant"])
def test_no_export_has_a_doi_or_an_address_of_the_package(name: str, exports: Said) -> None:
    text = json.dumps(exports[name]).lower()
    assert "doi" not in exports[name] and "doi.org" not in text
    assert not {"url", "repository", "repository-code"} & exports[name].keys()


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        ("title: China Drug-Control Posts\n", "'title' is a required property"),
        ('created: "2026', "'created' is a required property"),
        ("      - author\n", "contributors: .* does not fit .at least one with the role author"),
        ("    scope: annotations\n", "licenses: .* does not fit .the first one, with the scope"),
    ],
)
def test_a_package_without_what_a_citation_needs_is_not_built(
    project: Path, words: str, lacking: str
) -> None:
    file = project / "curation/package.yaml"
    change_text(file, words, "# " if words.startswith("created") else "")
    with pytest.raises(ProblemsFound, match=f"curation/package.yaml.*{lacking}"):
        build(project)


@pytest.mark.parametrize(
    ("words", "broken", "named"),
    [
        ("name: china-", "name: ../china-", "name: '../china-drug-control-posts' does not fit"),
        ("path: LICENSE\n", "path: ../LICENSE\n", "licenses 0 path: '../LICENSE' does not fit"),
        ("path: LICENSE\n", "path: a/../../b\n", "licenses 0 path: 'a/../../b' does not fit"),
        ("path: LICENSE\n", "path: /etc/passwd\n", "licenses 0 path: '/etc/passwd' does not fit"),
        ("scope: code", "scope: all", "licenses 1 scope: 'all' does not fit"),
        ("language: en", "language: en\nhomepage: x", "'homepage' was unexpected"),
        ("  - drug policy\n", "  - [drug]\n", "keywords 0: .* does not fit"),
    ],
)
def test_a_property_that_the_package_may_not_have_is_named(
    project: Path, words: str, broken: str, named: str
) -> None:
    change_text(project / "curation/package.yaml", words, broken)
    with pytest.raises(ProblemsFound, match=f"curation/package.yaml.*{named}"):
        build(project)


def test_what_people_decide_is_changed_in_one_place(project: Path) -> None:
    change(project / "curation/package.yaml", "  - fact-checking", "  - checking of facts")
    build(project)
    for file in (*EXPORTS, "datapackage.json"):
        text = (project / file).read_text("utf-8")
        assert "checking of facts" in text and "fact-checking" not in text, file


@pytest.mark.parametrize(
    "file",
    [*EXPORTS, "metadata/duckdb.sql", "docs/tables.md"],
)
def test_an_export_edited_by_hand_is_named(project: Path, file: str) -> None:
    path = project / file
    first = path.read_text("utf-8").strip().split("\n")[-1]
    change_text(path, first, f"{first} ")
    assert_found(check_sync(project), "sync", file, "", "is not what the curation gives")


def test_a_file_beside_the_exports_that_no_build_makes_is_named(project: Path) -> None:
    (project / "metadata/old.json").write_text("{}\n", "utf-8")
    assert_found(check_sync(project), "sync", "metadata/old.json", "", "no table is built here")
