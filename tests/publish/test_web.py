"""schema.org and Croissant describe the files as they are; schema.org knows every term."""

import hashlib
from pathlib import Path
from typing import Any

import pytest

from scripts.publish.web import make_croissant, make_schema_org
from tests.publish.conftest import ROOT
from tests.publish.tools import run_in

SCHEMA_ORG = ROOT / "metadata/schema-org.jsonld"
TERMS = Path(__file__).with_name("schema_terms.py")
Exports = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def exports(package: dict[str, Any]) -> Exports:
    """Both exports by a short name."""
    return {"schema.org": make_schema_org(package), "croissant": make_croissant(package)}


@pytest.mark.parametrize("name", ["schema.org", "croissant"])
def test_every_file_is_named_relative_to_the_export_with_its_hash_and_size(
    name: str, exports: Exports, package: dict[str, Any]
) -> None:
    files = exports[name]["distribution"]
    assert len(files) == len(package["resources"])
    for file in files:
        content = (ROOT / "metadata" / file["contentUrl"]).read_bytes()
        assert file["sha256"] == hashlib.sha256(content).hexdigest(), file["name"]
        assert file["contentSize"] == f"{len(content)} B"


def test_a_download_names_the_licences_of_its_words(exports: Exports) -> None:
    licences = {
        file["name"]: [licence["@id"] for licence in file["license"]]
        for file in exports["schema.org"]["distribution"]
    }
    assert licences["figures"] == ["#annotations", "#posts-words"]
    assert licences["codes"] == ["#annotations"]
    known = {licence["@id"] for licence in exports["schema.org"]["license"]}
    assert {licence for listed in licences.values() for licence in listed} <= known


def test_nothing_says_that_the_posts_words_are_licensed(exports: Exports) -> None:
    words = next(x for x in exports["schema.org"]["license"] if x["@id"] == "#posts-words")
    assert "sameAs" not in words
    assert "no licence is granted" in words["name"]


@pytest.mark.programs
def test_schema_org_knows_every_type_and_property() -> None:
    run = run_in("programs", "python", TERMS, SCHEMA_ORG)
    assert (run.returncode, run.stdout.strip()) == (0, ""), run.stdout + run.stderr


@pytest.mark.programs
def test_a_property_that_schema_org_does_not_have_is_seen(tmp_path: Path) -> None:
    file = tmp_path / SCHEMA_ORG.name
    file.write_text(SCHEMA_ORG.read_text("utf-8").replace("spatialCoverage", "places"), "utf-8")
    run = run_in("programs", "python", TERMS, file)
    assert run.stdout.split() == ["places"]


def test_croissant_says_which_column_points_where(
    exports: Exports, package: dict[str, Any]
) -> None:
    fields = {
        field["@id"]: field
        for record_set in exports["croissant"]["recordSet"]
        for field in record_set["field"]
    }
    keys = {
        f"{table['name']}/{key['fields'][0]}"
        for table in package["resources"]
        for key in table["schema"].get("foreignKeys", [])
    }
    assert {name for name, field in fields.items() if "references" in field} == keys
    assert fields["figures/base_figure_id"]["references"] == {
        "fileObject": {"@id": "data/figures.csv"},
        "extract": {"column": "figure_id"},
    }


def test_coverage_with_an_open_side_is_written_with_two_dots(package: dict[str, Any]) -> None:
    dataset = make_schema_org(package | {"temporal": {"start": "2013-01-01"}})
    assert dataset["temporalCoverage"] == "2013-01-01/.."


def test_a_package_without_coverage_has_none_in_schema_org(package: dict[str, Any]) -> None:
    bare = {key: value for key, value in package.items() if key not in ("temporal", "spatial")}
    assert not {"temporalCoverage", "spatialCoverage"} & make_schema_org(bare).keys()
