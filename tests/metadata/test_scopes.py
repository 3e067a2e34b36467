"""Every table names its licences and sources, and nobody can change them unseen."""

from pathlib import Path
from typing import Any

import pytest

from scripts.checks.form import check_form
from scripts.description.cache import load_table_schemas
from scripts.mutations.package_copy import change_descriptor, copy_bare
from tests.validate.real_package import assert_found


def names(table: dict[str, Any], part: str, name: str) -> list[str]:
    return [entry[name] for entry in table[part]]


def test_a_table_with_words_of_the_posts_says_that_they_are_not_licensed(
    package: dict[str, Any],
) -> None:
    for table in package["resources"]:
        words = any(field.get("postsWords") for field in table["schema"]["fields"])
        expected = ["CC-BY-4.0", "other-closed"] if words else ["CC-BY-4.0"]
        assert names(table, "licenses", "name") == expected, table["name"]


def test_a_table_that_points_to_published_sources_has_them_as_a_source(
    package: dict[str, Any],
) -> None:
    archive, published = "curation/archive/posts.txt", "data/codes/published_sources.csv"
    sources = {table["name"]: names(table, "sources", "path") for table in package["resources"]}
    assert sources["claims"] == [archive]
    assert sources["operations"] == sources["reference_checks"] == [archive, published]
    assert sources["published_sources"] == [archive, published]


def test_the_archive_is_named_with_its_hash(package: dict[str, Any]) -> None:
    source = package["sources"][0]
    assert source["hash"].startswith("sha256:")
    assert source["hash"].removeprefix("sha256:") in source["title"]


def test_the_id_is_a_name_of_the_package_and_no_address(package: dict[str, Any]) -> None:
    assert package["id"].startswith("urn:uuid:")
    assert "homepage" not in package


@pytest.mark.parametrize("part", ["licenses", "sources"])
def test_a_changed_licence_or_source_of_one_table_is_named(
    part: str, built_project: Path, tmp_path: Path
) -> None:
    folder = copy_bare(built_project, tmp_path / "bare")
    change_descriptor(folder, lambda package: package["resources"][0][part].pop())
    found = check_form(folder, load_table_schemas())
    assert_found(found, "form", "datapackage.json", "posts", f"{part} of posts is not the model's")
