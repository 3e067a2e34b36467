"""The table entities."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import all_or_none, documented_name

ENTITIES = Table(
    "entities",
    "data/codes",
    "Entities",
    "Persons, organisations, laws and documents, substances, works, places and events that the "
    "posts name. The names that the posts use are in entity_mentions.",
    ("entity_id",),
    {
        "entity_id": f.key("Entity", "Identifier made of English words.", f.SLUG),
        "name": f.text("Name", "Preferred English name.", unique=True),
        "name_basis": f.code("Basis of the name", "Where the name comes from."),
        "name_source_id": f.optional_source_id(
            "Source of the name",
            "The source that gives it; filled if and only if it is documented.",
        ),
        **f.name_zh(),
        "entity_type": f.code("Type", "What kind of thing it is."),
        "description": f.text("Description", "What it is, in our words.", any_script=True),
    },
    (
        all_or_none("name_zh", "name_zh_basis", fix="give both or none"),
        documented_name("name_zh", "a documented Chinese name, and only that, names its source"),
        documented_name("name", "a documented name, and only that, names its source"),
    ),
)
