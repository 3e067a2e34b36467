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

from scripts.description.web import make_schema_org
from scripts.mutations.package_copy import change_bytes, change_text
from tests.metadata.conftest import Exports
from tests.metadata.tools import run_in

LOAD = Path(__file__).with_name("croissant_rows.py")
TERMS = Path(__file__).with_name("schema_terms.py")


@pytest.mark.parametrize("name", ["schema.org", "croissant"])
def test_every_file_is_named_relative_to_the_export_with_its_hash_and_size(
    name: str, exports: Exports, built_project: Path, package: dict[str, Any]
) -> None:
    files = exports[name]["distribution"]
    assert len(files) == len(package["resources"])
    for file in files:
        content = (built_project / "metadata" / file["contentUrl"]).read_bytes()
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


def test_schema_org_knows_every_type_and_property(built_project: Path) -> None:
    file = built_project / "metadata/schema-org.jsonld"
    run = run_in("croissant", "python", TERMS, file)
    assert (run.returncode, run.stdout.strip()) == (0, ""), run.stdout + run.stderr


def test_a_property_that_schema_org_does_not_have_is_seen(project: Path) -> None:
    file = project / "metadata/schema-org.jsonld"
    change_text(file, '"spatialCoverage"', '"places"')
    run = run_in("croissant", "python", TERMS, file)
    assert run.stdout.split() == ["places"]


def load_croissant(folder: Path) -> dict[str, Any]:
    run = run_in("croissant", "python", LOAD, folder / "metadata/croissant.json")
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


def test_mlcroissant_loads_every_record_set_with_all_rows(
    built_project: Path, package: dict[str, Any]
) -> None:
    loaded = load_croissant(built_project)
    assert loaded["issues"].strip() == ""
    assert list(loaded["tables"]) == [table["name"] for table in package["resources"]]
    wrong = wrong_tables(loaded, built_project, package)
    assert not wrong, wrong


def lose_last_indicator(built: Path, folder: Path) -> str:
    """Copy tables and exports without the last row of one table; return the new hash."""
    for part in ("data", "metadata"):
        copytree(built / part, folder / part)
    change_bytes(folder, "indicators", lambda content: re.sub(rb"[^\n]*\n\Z", b"", content))
    return hashlib.sha256((folder / "data/codes/indicators.csv").read_bytes()).hexdigest()


def test_mlcroissant_refuses_a_table_with_another_hash(built_project: Path, tmp_path: Path) -> None:
    lose_last_indicator(built_project, tmp_path)
    run = run_in("croissant", "python", LOAD, tmp_path / "metadata/croissant.json")
    assert run.returncode != 0
    assert "data/codes/indicators.csv is not identical with the reference" in run.stderr


def test_a_lost_row_is_seen_though_the_hash_was_repaired(
    built_project: Path, package: dict[str, Any], tmp_path: Path
) -> None:
    repaired = lose_last_indicator(built_project, tmp_path)
    table = next(table for table in package["resources"] if table["name"] == "indicators")
    old = table["hash"].removeprefix("sha256:")
    change_text(tmp_path / "metadata/croissant.json", old, repaired)
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
