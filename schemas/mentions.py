"""The tables operation_mentions, entity_mentions and phrases."""

from schemas import fields as f
from schemas.table import same_post, span_rules, table

OPERATION_MENTIONS = table(
    "operation_mentions",
    "data/evidence",
    "Operation mentions",
    "Where a post names an operation, in which words.",
    "mention_id",
    {
        "mention_id": f.key(
            "Mention", "Number of the mention in its post.", rf"{f.POST_ID}\.m[0-9]{{2,3}}"
        ),
        "post_id": f.post_id(),
        "sentence_id": f.sentence_id(),
        **f.span(),
        "operation_id": f.reference(
            "operations",
            "operation_id",
            "Operation",
            "The operation that the words name.",
        ),
        "identity": f.code("identity", "Identity", "How sure it is that they name it."),
    },
    [*span_rules(), same_post("mention_id"), same_post("sentence_id")],
)

ENTITY_MENTIONS = table(
    "entity_mentions",
    "data/evidence",
    "Entity mentions",
    "Where a post names a registered entity outside the name of an operation.",
    "entity_mention_id",
    {
        "entity_mention_id": f.key(
            "Mention", "Made of the post and char_start.", rf"{f.POST_ID}\.e[0-9]{{1,5}}"
        ),
        "post_id": f.post_id(),
        "sentence_id": f.sentence_id(),
        **f.span(),
        "entity_id": f.reference(
            "entities", "entity_id", "Entity", "The entity that the words name."
        ),
    },
    [*span_rules(), same_post("entity_mention_id"), same_post("sentence_id")],
)

PHRASES = table(
    "phrases",
    "data/evidence",
    "Phrases",
    "Every quoted phrase, capitalised name or word for an operation that is neither an operation "
    "mention nor an entity, and what it is.",
    "phrase_id",
    {
        "phrase_id": f.key(
            "Phrase", "Made of the post and char_start.", rf"{f.POST_ID}\.x[0-9]{{1,5}}"
        ),
        "post_id": f.post_id(),
        "sentence_id": f.sentence_id(),
        **f.span(),
        "phrase_type": f.code("phrase_type", "Type", "What the phrase is."),
    },
    [*span_rules(), same_post("phrase_id"), same_post("sentence_id")],
)
