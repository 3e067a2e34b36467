"""CITATION.cff, .zenodo.json and the BibTeX entry."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.publish.citation import authors, is_released, make_bibtex, make_cff, make_zenodo
from tests.publish.conftest import ROOT
from tests.publish.tools import run_in

CITATION = ROOT / "CITATION.cff"
# https://developers.zenodo.org/#representation, as far as a data set needs it
_ZENODO = {
    "upload_type",
    "publication_date",
    "title",
    "creators",
    "description",
    "access_right",
    "license",
    "keywords",
    "notes",
    "version",
    "language",
}


@pytest.mark.programs
def test_the_citation_file_is_valid_by_its_own_tool() -> None:
    run = run_in("citation", "cffconvert", "--validate", "-i", CITATION)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.programs
def test_the_tool_rejects_a_citation_file_without_authors(tmp_path: Path) -> None:
    content = yaml.safe_load(CITATION.read_text("utf-8"))
    del content["authors"]
    file = tmp_path / "CITATION.cff"
    file.write_text(yaml.safe_dump(content), "utf-8")
    run = run_in("citation", "cffconvert", "--validate", "-i", file)
    assert run.returncode != 0


@pytest.mark.programs
def test_the_tool_cites_people_year_title_and_version(package: dict[str, Any]) -> None:
    run = run_in("citation", "cffconvert", "-f", "apalike", "-i", CITATION)
    version = package["version"]
    # Only a release has a day, and so a year.
    year = f"({package['created'][:4]}). " if is_released(package) else ""
    assert f"{package['contributors'][0]['title']} {year}{package['title']}" in run.stdout
    assert f"version {version}" in run.stdout


def test_the_bibtex_entry_keeps_the_name_of_the_group_whole(package: dict[str, Any]) -> None:
    entry = make_bibtex(package)
    assert "author = {{China Drug-Control Posts contributors}}" in entry
    assert f"Version {package['version']}" in entry
    assert entry.count("{") == entry.count("}")


def test_only_authors_are_cited() -> None:
    contributors = [
        {"title": "A", "roles": ["maintainer"]},
        {"title": "B", "roles": ["maintainer", "author"]},
    ]
    assert authors({"contributors": contributors}) == ["B"]


def test_zenodo_gets_only_properties_it_knows_and_the_licences_of_all_parts(
    package: dict[str, Any],
) -> None:
    deposit = make_zenodo(package)
    assert set(deposit) <= _ZENODO, set(deposit) - _ZENODO
    for licence in package["licenses"]:
        assert f"({licence['path']})" in deposit["notes"]


def test_signs_of_html_in_the_description_are_escaped_for_zenodo(package: dict[str, Any]) -> None:
    deposit = make_zenodo(package | {"description": "China & the US: <10 posts"})
    assert deposit["description"] == "<p>China &amp; the US: &lt;10 posts</p>"


def test_the_citation_file_keeps_a_version_that_looks_like_a_number_as_text(
    package: dict[str, Any],
) -> None:
    content = yaml.safe_load(make_cff(package | {"version": "1.10"}))
    assert content["version"] == "1.10"
