"""schema.org and Croissant describe the files as they are, and their own tools read them."""

import csv
import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from scripts.publish.web import make_croissant, make_schema_org
from tests.publish.conftest import ROOT
from tests.publish.tools import run_in

SCHEMA_ORG = ROOT / "metadata/schema-org.jsonld"
LOAD = Path(__file__).with_name("croissant_rows.py")
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


def load_croissant(folder: Path) -> dict[str, Any]:
    run = run_in("programs", "python", LOAD, folder / "metadata/croissant.json")
    assert run.returncode == 0, run.stderr[-2000:]
    loaded: dict[str, Any] = json.loads(run.stdout.strip().split("\n")[-1])
    return loaded


def wrong_tables(loaded: dict[str, Any], folder: Path, package: dict[str, Any]) -> list[str]:
    """Return every table whose rows, ids or missing cells are not those of its file."""
    wrong = []
    for table in package["resources"]:
        with (folder / table["path"]).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        missing = Counter(column for row in rows for column, cell in row.items() if cell == "")
        found = loaded["tables"].get(table["name"], {"ids": [], "missing": {}})
        ids = [row[table["schema"]["primaryKey"][0]] for row in rows]
        if len(found["ids"]) != table["rows"]:
            wrong.append(f"{table['name']}: {len(found['ids'])} rows, not {table['rows']}")
        elif found["ids"] != ids or found["missing"] != missing:
            wrong.append(f"{table['name']}: other ids, or other missing cells")
    return wrong


@pytest.mark.programs
def test_mlcroissant_loads_every_record_set_with_all_rows(package: dict[str, Any]) -> None:
    loaded = load_croissant(ROOT)
    assert loaded["issues"].strip() == ""
    assert list(loaded["tables"]) == [table["name"] for table in package["resources"]]
    wrong = wrong_tables(loaded, ROOT, package)
    assert not wrong, wrong


def lose_last_indicator(folder: Path) -> str:
    """Copy tables and exports without the last row of one table; return the new hash."""
    for part in ("data", "metadata"):
        copytree(ROOT / part, folder / part)
    file = folder / "data/codes/indicators.csv"
    file.write_bytes(re.sub(rb"[^\n]*\n\Z", b"", file.read_bytes()))
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.programs
def test_mlcroissant_refuses_a_table_with_another_hash(tmp_path: Path) -> None:
    lose_last_indicator(tmp_path)
    run = run_in("programs", "python", LOAD, tmp_path / "metadata/croissant.json")
    assert run.returncode != 0
    assert "data/codes/indicators.csv is not identical with the reference" in run.stderr


@pytest.mark.programs
def test_a_lost_row_is_seen_though_the_hash_was_repaired(
    package: dict[str, Any], tmp_path: Path
) -> None:
    repaired = lose_last_indicator(tmp_path)
    table = next(table for table in package["resources"] if table["name"] == "indicators")
    old = table["hash"].removeprefix("sha256:")
    file = tmp_path / "metadata/croissant.json"
    file.write_text(file.read_text("utf-8").replace(old, repaired), "utf-8")
    wrong = wrong_tables(load_croissant(tmp_path), tmp_path, package)
    assert wrong == [f"indicators: {table['rows'] - 1} rows, not {table['rows']}"]


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
