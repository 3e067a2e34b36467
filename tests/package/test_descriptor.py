"""The descriptor says what the files are, and is the same bytes each time."""

import hashlib
from pathlib import Path
from typing import Any

from schemas.tables import TABLES
from scripts.package.descriptor import DIALECT, dump_json, make_descriptor
from scripts.package.metadata import load_metadata
from scripts.package.source import Built

ROOT = Path(__file__).parents[2]


def describe(built: Built, metadata: dict[str, Any], content: bytes = b"") -> dict[str, Any]:
    files = {table.path: content for table in TABLES.values()}
    codelists = built.book.sources.codelists
    return make_descriptor(metadata, codelists, files, dict.fromkeys(TABLES, 7))


def test_a_table_carries_hash_size_and_rows_of_its_file(built: Built) -> None:
    content = "post_id,title\np03,Zero tolerance for drugs — 猎枭\n".encode()
    table = describe(built, {}, content)["resources"][0]
    assert table["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert (table["bytes"], table["rows"]) == (54, 7)


def test_every_table_is_described_in_order_with_its_full_dialect(built: Built) -> None:
    resources = describe(built, {})["resources"]
    assert [one["name"] for one in resources] == list(TABLES)
    assert [one["path"] for one in resources] == [table.path for table in TABLES.values()]
    for one in resources:
        assert one["dialect"] == DIALECT
        assert (one["type"], one["profile"]) == ("table", "tabular-data-resource")
        assert (one["format"], one["encoding"]) == ("csv", "utf-8")
    # Readers sniff what is left out.
    assert DIALECT["skipInitialSpace"] is False


def test_what_people_decided_comes_through_unchanged(built: Built) -> None:
    metadata = load_metadata(ROOT)
    described = describe(built, metadata)
    assert {key: described[key] for key in metadata} == metadata
    assert described["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert "profile" not in described


def test_the_real_descriptor_has_the_hash_of_the_archive_and_counts_every_row(
    descriptor: dict[str, Any], built: Built
) -> None:
    archive = descriptor["sources"][0]
    digest = hashlib.sha256((ROOT / archive["path"]).read_bytes()).hexdigest()
    assert archive["hash"] == f"sha256:{digest}"
    counts = {one["name"]: one["rows"] for one in descriptor["resources"]}
    assert counts == {name: len(rows) for name, rows in built.book.tables.items()}


def test_json_is_the_same_bytes_and_keeps_characters() -> None:
    value = {"name": "猎枭", "a": [1]}
    assert dump_json(value) == '{\n  "name": "猎枭",\n  "a": [\n    1\n  ]\n}\n'.encode()
