"""A Table Schema says what its table says."""

import json
from pathlib import Path
from typing import Any

import pytest

from schemas import columns as f
from schemas.model import Column, Table
from schemas.table_schema import to_table_schema
from schemas.tables import TABLES
from scripts.package.source import Built

ROOT = Path(__file__).parents[2]


def schema_of(column: Column, name: str = "x") -> dict[str, Any]:
    """Return the field that one column becomes, with the schema's foreign keys."""
    table = Table("claims", "data", "Claims", "What.", ("claim_id",), {name: column})
    made = to_table_schema(table, {"per": ["year", "day"]})
    return made["fields"][0] | {"foreignKeys": made.get("foreignKeys")}


def test_an_enumeration_carries_its_codes_in_order_and_its_list() -> None:
    field = schema_of(f.code("Per", "Unit of time.", codelist="per", required=False))
    assert field["constraints"] == {"enum": ["day", "year"]}
    assert field["codelist"] == "per"


def test_an_unknown_codelist_is_refused() -> None:
    with pytest.raises(KeyError, match="mode"):
        schema_of(f.code("Mode", "How."), "mode")


def test_a_key_is_required_unique_and_has_its_pattern_as_one_group() -> None:
    field = schema_of(f.key("Claim", "The claim.", r"p[0-9]{2}\.c[0-9]{2,3}"))
    assert field["constraints"] == {
        "required": True,
        "unique": True,
        "pattern": r"(p[0-9]{2}\.c[0-9]{2,3})",
    }


def test_numbers_carry_their_bounds() -> None:
    field = schema_of(f.integer("N", "A number.", minimum=1))
    assert (field["type"], field["constraints"]) == ("integer", {"required": True, "minimum": 1})
    field = schema_of(f.decimal("N", "A number.", required=False))
    assert (field["type"], field["constraints"]) == ("number", {"minimum": 0, "maximum": 1e12})


def test_a_day_is_a_date_without_constraints() -> None:
    field = schema_of(f.date("Day", "A day.", required=False))
    assert (field["type"], field["format"]) == ("date", "default")
    assert "constraints" not in field


def test_a_reference_to_the_table_itself_names_no_table() -> None:
    assert schema_of(f.POST)["foreignKeys"] == [
        {"fields": ["x"], "reference": {"resource": "posts", "fields": ["post_id"]}}
    ]
    assert schema_of(f.claim_id("Claim", "The claim."))["foreignKeys"] == [
        {"fields": ["x"], "reference": {"resource": "", "fields": ["claim_id"]}}
    ]


def test_words_of_the_posts_are_marked() -> None:
    assert schema_of(f.text("Quote", "Words.", words=True))["postsWords"] is True
    assert "postsWords" not in schema_of(f.text("Name", "A name."))


def test_the_descriptor_has_the_schema_of_every_table_in_order(built: Built) -> None:
    descriptor = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
    resources = {one["name"]: one for one in descriptor["resources"]}
    assert list(resources) == list(TABLES)
    for name, table in TABLES.items():
        due = to_table_schema(table, built.book.sources.codelists)
        assert resources[name]["schema"] == due, name
        assert [field["name"] for field in due["fields"]] == list(table.columns), name
        assert resources[name]["path"] == table.path, name
