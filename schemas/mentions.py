"""The tables operation_mentions, entity_mentions and phrases."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import same_post, span_rules

OPERATION_MENTIONS = Table(
    "operation_mentions",
    "data/evidence",
    "Operation mentions",
    "Where a post names an operation, in which words.",
    ("mention_id",),
    {
        "mention_id": f.key("Mention", "Number of the mention in its post.", f.MENTION_ID),
        **f.quoted(),
        "operation_id": f.operation_id("Operation", "The operation that the words name."),
        "identity": f.code("Identity", "How sure it is that they name it."),
    },
    (*span_rules(), *same_post("mention_id", "sentence_id")),
)

ENTITY_MENTIONS = Table(
    "entity_mentions",
    "data/evidence",
    "Entity mentions",
    "Where a post names a registered entity outside the name of an operation.",
    ("entity_mention_id",),
    {
        "entity_mention_id": f.key_of_place("Mention", "e"),
        **f.quoted(),
        "entity_id": f.reference(
            "entities", "entity_id", "Entity", "The entity that the words name."
        ),
    },
    (*span_rules(), *same_post("entity_mention_id", "sentence_id")),
)

PHRASES = Table(
    "phrases",
    "data/evidence",
    "Phrases",
    "Terms, mottos, quoted words and figures of speech that are neither operation nor entity.",
    ("phrase_id",),
    {
        "phrase_id": f.key_of_place("Phrase", "x"),
        **f.quoted(),
        "phrase_type": f.code("Type", "What the phrase is."),
    },
    (*span_rules(), *same_post("phrase_id", "sentence_id")),
)
