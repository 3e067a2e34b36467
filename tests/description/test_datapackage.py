"""The descriptor says what the files are, and is the same bytes each time."""

import hashlib
import json
from pathlib import Path

from scripts.description.cache import load_table_schemas
from scripts.description.datapackage import (
    DIALECT,
    dump_json,
    make_descriptor,
    make_resource,
)
from scripts.description.metadata import load_metadata
from tests.schemas.tiny_package import tiny_tables, write_package

ROOT = Path(__file__).resolve().parents[2]
TABLE = {"path": "data/posts.csv", "title": "Posts", "description": "All.", "schema": {}}


def test_a_resource_carries_hash_size_and_rows_of_its_file() -> None:
    content = "post_id,title\np03,Zero tolerance for drugs — 猎枭\n".encode()
    resource = make_resource("posts", TABLE, content, 1, {})
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert (resource["bytes"], resource["rows"]) == (len(content), 1)


def test_a_resource_names_the_full_dialect_because_readers_sniff_what_is_left_out() -> None:
    resource = make_resource("posts", TABLE, b"", 0, {})
    assert resource["dialect"] == DIALECT
    assert DIALECT["skipInitialSpace"] is False
    assert resource["profile"] == "tabular-data-resource"
    assert (resource["type"], resource["encoding"]) == ("table", "utf-8")


def test_the_descriptor_lists_every_table_in_the_order_of_the_models(tmp_path: Path) -> None:
    descriptor = write_package(tmp_path, tiny_tables())
    names = [resource["name"] for resource in descriptor["resources"]]
    assert names == list(load_table_schemas()["tables"])
    assert "profile" not in descriptor


def test_decided_metadata_comes_through_unchanged() -> None:
    metadata = load_metadata(ROOT)
    described = make_descriptor(metadata, {"tables": {}}, {}, {})
    assert {key: described[key] for key in metadata} == metadata
    assert metadata["name"] == "china-drug-control-posts"


def test_every_licence_has_a_path_and_the_source_its_pinned_hash() -> None:
    metadata = load_metadata(ROOT)
    assert [licence["path"] for licence in metadata["licenses"]] == [
        "LICENSE",
        "LICENSE-CODE",
        "NOTICE-POSTS.md",
    ]
    archive = ROOT / metadata["sources"][0]["path"]
    assert hashlib.sha256(archive.read_bytes()).hexdigest() in metadata["sources"][0]["title"]


def test_json_is_the_same_bytes_and_keeps_characters() -> None:
    value = {"name": "猎枭", "a": [1]}
    assert dump_json(value) == '{\n  "name": "猎枭",\n  "a": [\n    1\n  ]\n}\n'.encode()
    assert json.loads(dump_json(value)) == value
