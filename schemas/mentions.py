"""The tables operation_mentions, entity_mentions and phrases."""

from schemas import columns as f
from schemas.model import Table

OPERATION_MENTIONS = Table(
    "operation_mentions",
    "data/evidence",
    "Operation mentions",
    "Where a post names an operation, in which words.",
    ("mention_id",),
    {
        "mention_id": f.key("Mention", "Number of the mention in its post.", f.MENTION_ID),
        **f.QUOTED,
        "operation_id": f.operation_id("Operation", "The operation that the words name."),
        "identity": f.code("Identity", "How sure it is that they name it."),
    },
)

ENTITY_MENTIONS = Table(
    "entity_mentions",
    "data/evidence",
    "Entity mentions",
    "Where a post names a registered entity outside the name of an operation.",
    ("entity_mention_id",),
    {
        "entity_mention_id": f.key_of_place("Mention", "e"),
        **f.QUOTED,
        "entity_id": f.reference(
            "entities", "entity_id", "Entity", "The entity that the words name."
        ),
    },
)

PHRASES = Table(
    "phrases",
    "data/evidence",
    "Phrases",
    "Terms, mottos, quoted words and figures of speech that are neither operation nor entity.",
    ("phrase_id",),
    {
        "phrase_id": f.key_of_place("Phrase", "x"),
        **f.QUOTED,
        "phrase_type": f.code("Type", "What the phrase is."),
    },
)
