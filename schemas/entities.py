"""The table entities."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import documented_name

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
        **f.NAME_ZH,
        "entity_type": f.code("Type", "What kind of thing it is."),
        "description": f.text("Description", "What it is, in our words.", any_script=True),
    },
    (documented_name("name", "a documented name, and only that, names its source"),),
)
