"""The page of tables and keys shows every table and every foreign key."""

import re
from pathlib import Path
from typing import Any

import pytest

from scripts.description.diagram import make_diagram, make_overview, make_tables_page


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    key = {"required": True}
    claims = {
        "fields": [
            {"name": "claim_id", "type": "string", "constraints": key},
            {"name": "post_id", "type": "string", "constraints": key},
            {"name": "sentence_id", "type": "string", "constraints": key},
            {"name": "period_sentence_id", "type": "string"},
            {"name": "same_as", "type": "string"},
        ],
        "primaryKey": ["claim_id"],
        "foreignKeys": [
            {"fields": ["post_id"], "reference": {"resource": "posts", "fields": ["post_id"]}},
            {
                "fields": ["sentence_id"],
                "reference": {"resource": "sentences", "fields": ["sentence_id"]},
            },
            {
                "fields": ["period_sentence_id"],
                "reference": {"resource": "sentences", "fields": ["sentence_id"]},
            },
            {"fields": ["same_as"], "reference": {"resource": "", "fields": ["claim_id"]}},
        ],
    }
    return {"tables": {"claims": {"path": "data/claims.csv", "schema": claims}}}


def test_keys_between_two_tables_are_one_line_of_the_picture(schemas: dict[str, Any]) -> None:
    lines = [line.strip() for line in make_diagram(schemas).split("\n")]
    assert 'posts ||--o{ claims : "post_id"' in lines
    assert 'sentences |o--o{ claims : "sentence_id, period_sentence_id"' in lines
    assert 'claims |o--o{ claims : "same_as"' in lines


def test_the_page_lists_every_key_and_whether_it_is_always_filled(schemas: dict[str, Any]) -> None:
    page = make_tables_page(schemas)
    assert "| `claims.sentence_id` | `sentences.sentence_id` | yes |" in page
    assert "| `claims.period_sentence_id` | `sentences.sentence_id` | no |" in page
    assert "| `claims.same_as` | `claims.claim_id` | no |" in page


def test_the_overview_leaves_out_keys_that_a_table_only_repeats(
    built_project: Path, package: dict[str, Any]
) -> None:
    lines = make_overview({"tables": {t["name"]: t for t in package["resources"]}}).split("\n")
    assert "    posts -- post_id --> sentences" in lines
    assert "    sentences -- sentence_id --> claims" in lines
    assert "    claims -- claim_id --> figures" in lines
    assert "    units -. unit .-> figures" in lines
    assert not [line for line in lines if re.search("posts .*> (claims|figures)$", line)], lines
    assert not [line for line in lines if re.search("> posts$", line)], "no way leads back"
    assert "\n".join(lines) in (built_project / "README.md").read_text("utf-8")


def test_the_built_page_names_every_table_and_foreign_key(
    built_project: Path, package: dict[str, Any]
) -> None:
    page = (built_project / "docs/tables.md").read_text("utf-8")
    for table in package["resources"]:
        assert re.search(rf"^    {table['name']} {{$", page, re.MULTILINE), table["name"]
        for key in table["schema"].get("foreignKeys", []):
            assert f"| `{table['name']}.{key['fields'][0]}` |" in page
