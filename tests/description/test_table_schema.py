"""A Table Schema says what its model says, and fails where it cannot."""

import pandera.pandas as pa
import pytest

from schemas import fields
from schemas.registry import TABLES
from schemas.table import table
from scripts.description.table_schema import to_table_schema


def schema_of(column: pa.Column) -> dict[str, object]:
    """Return the field that one column becomes, with the schema's foreign keys."""
    made = to_table_schema(table("claims", "data", "Claims", "What.", "claim_id", {"x": column}))
    return made["fields"][0] | {"foreignKeys": made.get("foreignKeys")}


def test_an_enumeration_carries_its_codes_and_its_list() -> None:
    field = schema_of(fields.code("per", "Per", "Unit of time.", nullable=True))
    assert field["constraints"] == {"enum": ["year"]}
    assert field["codelist"] == "per"


def test_a_pattern_loses_the_anchor_that_frictionless_adds_itself() -> None:
    field = schema_of(fields.key("Claim", "The claim.", r"p[0-9]{2}\.c[0-9]{2,3}"))
    assert field["constraints"] == {
        "required": True,
        "unique": True,
        "pattern": r"(?:p[0-9]{2}\.c[0-9]{2,3})",
    }


def test_numbers_carry_their_bounds() -> None:
    assert schema_of(fields.integer("N", "A number.", 1))["constraints"] == {
        "required": True,
        "minimum": 1,
    }
    field = schema_of(fields.decimal("N", "A number.", nullable=True))
    assert (field["type"], field["constraints"]) == ("number", {"minimum": 0, "maximum": 1e12})


def test_a_day_is_a_date_without_pattern_because_only_text_takes_patterns() -> None:
    field = schema_of(fields.date("Day", "A day.", nullable=True))
    assert field["type"] == "date"
    assert "constraints" not in field


def test_a_reference_to_the_table_itself_names_no_resource() -> None:
    other = fields.reference("posts", "post_id", "Post", "The post.")
    own = fields.reference("claims", "claim_id", "Claim", "A claim.")
    assert schema_of(other)["foreignKeys"] == [
        {"fields": ["x"], "reference": {"resource": "posts", "fields": ["post_id"]}}
    ]
    assert schema_of(own)["foreignKeys"] == [
        {"fields": ["x"], "reference": {"resource": "", "fields": ["claim_id"]}}
    ]


def test_words_of_the_posts_are_marked() -> None:
    field = schema_of(fields.text("Quote", "Words.", nullable=True, posts_words=True))
    assert field["postsWords"] is True


def test_a_column_without_description_is_refused() -> None:
    with pytest.raises(ValueError, match=r"claims\.x has no title or no description"):
        schema_of(pa.Column("str", title="X"))


def test_a_type_without_counterpart_is_refused() -> None:
    with pytest.raises(ValueError, match=r"claims\.x has the unknown type"):
        schema_of(pa.Column("datetime64[ns]", title="X", description="X."))


def test_a_check_without_counterpart_is_refused() -> None:
    column = pa.Column("str", pa.Check.str_startswith("p"), title="X", description="X.")
    with pytest.raises(ValueError, match="a check without counterpart: str_startswith"):
        schema_of(column)


def test_every_table_of_the_project_has_a_schema_with_its_columns_in_order() -> None:
    for name, described in TABLES.items():
        made = to_table_schema(described)
        assert [f["name"] for f in made["fields"]] == list(described.schema.columns), name
        assert made["missingValues"] == [""], name
        assert made["primaryKey"] == list(described.primary_key), name
