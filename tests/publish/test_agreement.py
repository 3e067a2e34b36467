"""What describes the package says the same everywhere."""

import json
import re
from typing import Any

import pytest
import yaml

from scripts.publish.citation import make_cff
from tests.conftest import ROOT

PACKAGE = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
ZENODO = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))
SCHEMA_ORG = json.loads((ROOT / "metadata/schema-org.jsonld").read_text("utf-8"))
DATASETTE = json.loads((ROOT / "metadata/datasette.json").read_text("utf-8"))
CROISSANT = json.loads((ROOT / "metadata/croissant.json").read_text("utf-8"))


def of_web(found: dict[str, Any]) -> tuple[Any, ...]:
    people = [person["name"] for person in found["creator"]]
    names = ("name", "version", "datePublished", "description", "keywords")
    return (people, *(found[name] for name in names))


def test_version_date_title_people_and_words_agree_everywhere() -> None:
    people = [person["title"] for person in PACKAGE["contributors"]]
    day = PACKAGE["created"][:10]
    words = (PACKAGE["title"], PACKAGE["version"], day, PACKAGE["description"], PACKAGE["keywords"])
    said = {
        "schema.org": of_web(SCHEMA_ORG),
        "croissant": of_web(CROISSANT),
        "CITATION.cff": (
            [person["name"] for person in CITATION["authors"]],
            CITATION["title"],
            CITATION["version"],
            CITATION.get("date-released", day),
            CITATION["abstract"],
            CITATION["keywords"],
        ),
        ".zenodo.json": (
            [person["name"] for person in ZENODO["creators"]],
            ZENODO["title"],
            ZENODO["version"],
            ZENODO["publication_date"],
            re.sub("<[^>]*>", "", ZENODO["description"]),
            ZENODO["keywords"],
        ),
    }
    wrong = {file: found for file, found in said.items() if found != (people, *words)}
    assert not wrong, wrong


def test_only_a_release_has_a_day_of_release() -> None:
    described = {**PACKAGE, "created": "2026-12-01T00:00:00Z"}
    given = {
        version: yaml.safe_load(make_cff({**described, "version": version})).get("date-released")
        for version in ("2.0.0-dev", "2.0.0")
    }
    assert given == {"2.0.0-dev": None, "2.0.0": "2026-12-01"}


@pytest.mark.parametrize("found", [CITATION, ZENODO, SCHEMA_ORG, CROISSANT, DATASETTE, PACKAGE])
def test_every_description_of_the_package_says_that_the_posts_text_is_not_under_cc_by(
    found: dict[str, Any],
) -> None:
    text = " ".join((found.get("abstract") or found["description"]).split())
    assert "Our annotations are under CC BY 4.0" in text
    assert "the posts' text is third-party material, and no licence is granted for it" in text


def test_no_licence_of_the_annotations_stands_for_the_whole() -> None:
    assert PACKAGE["licenses"][0]["name"] == "CC-BY-4.0"
    assert "license" not in CITATION, "it takes SPDX codes alone, for the whole"
    assert ZENODO["license"] == "other-at"
    assert "no licence is granted" in DATASETTE["license"]
    for listed in (SCHEMA_ORG["license"], CROISSANT["license"]):
        by_scope = {one["@id"]: one for one in listed}
        assert list(by_scope) == ["#annotations", "#code", "#posts-words"]
        assert by_scope["#annotations"]["sameAs"].endswith("/CC-BY-4.0")
        assert "sameAs" not in by_scope["#posts-words"]


@pytest.mark.parametrize("found", [CITATION, ZENODO, SCHEMA_ORG, CROISSANT])
def test_no_export_has_a_doi_or_an_address_of_the_package(found: dict[str, Any]) -> None:
    text = json.dumps(found, default=str).lower()
    assert "doi" not in found and "doi.org" not in text
    assert not {"url", "repository", "repository-code"} & found.keys()
