"""The table entities."""

from schemas import fields as f
from schemas.table import rule, table, together

ENTITIES = table(
    "entities",
    "data/codes",
    "Entities",
    "Persons, organisations, laws and documents, substances, works, places and events that the "
    "posts name. The names that the posts use are in entity_mentions.",
    "entity_id",
    {
        "entity_id": f.key("Entity", "Identifier made of English words.", f.SLUG),
        "name": f.text("Name", "Preferred English name.", unique=True),
        "name_basis": f.code("name_basis", "Basis of the name", "Where the name comes from."),
        "name_source_id": f.reference(
            "published_sources",
            "source_id",
            "Source of the name",
            "The source that gives it; filled if and only if it is documented.",
            nullable=True,
        ),
        "name_zh": f.text("Chinese name", "Chinese name; the posts hold none.", nullable=True),
        "name_zh_basis": f.code(
            "name_zh_basis",
            "Basis of the Chinese name",
            "Whether a published source gives the Chinese name.",
            nullable=True,
        ),
        "name_zh_source_id": f.reference(
            "published_sources",
            "source_id",
            "Source of the Chinese name",
            "The source that gives it; filled if and only if it is documented.",
            nullable=True,
        ),
        "entity_type": f.code("entity_type", "Type", "What kind of thing it is."),
        "description": f.text("Description", "What it is, in our words."),
    },
    [
        together("name_zh", "name_zh_basis"),
        rule(
            "documented_chinese_name_has_source",
            "a documented Chinese name, and only that, names its source",
            lambda df: (
                (df["name_zh_basis"] == "documented").fillna(False)
                == df["name_zh_source_id"].notna()
            ),
        ),
        rule(
            "documented_name_has_source",
            "a documented name, and only that, names its source",
            lambda df: (df["name_basis"] == "documented") == df["name_source_id"].notna(),
        ),
    ],
)
