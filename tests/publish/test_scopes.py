"""Every table names its licences and sources."""

import hashlib
from typing import Any

from tests.conftest import ROOT


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
    content = (ROOT / source["path"]).read_bytes()
    assert source["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_id_is_a_name_of_the_package_and_not_an_address(package: dict[str, Any]) -> None:
    assert package["id"].startswith("urn:uuid:")
    assert "homepage" not in package
