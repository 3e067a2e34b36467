"""The tables sentences and remainders."""

from schemas import columns as f
from schemas.model import Table

SENTENCES = Table(
    "sentences",
    "data/evidence",
    "Sentences",
    "Every sentence of every post.",
    ("sentence_id",),
    {
        "sentence_id": f.key("Sentence", "Number of the sentence in its post.", f.SENTENCE_ID),
        "post_id": f.POST,
        "paragraph": f.integer("Paragraph", "Line of the post; 0 is the title."),
        **f.SPAN,
        "sentence_role": f.code("Role", "Title, heading or running text."),
    },
)

REMAINDERS = Table(
    "remainders",
    "data/evidence",
    "Remainders",
    "Every stretch of a sentence that lies in no claim's quote, and why it makes no claim. With "
    "the quotes of the claims they hold every word of the posts.",
    ("remainder_id",),
    {
        "remainder_id": f.key_of_place("Remainder", "r"),
        **f.QUOTED,
        "reason": f.code("Reason", "Why the words make no claim; 'connective' is derived."),
        "note": f.optional_text(
            "Note",
            "Why the words hold neither an evaluation nor a talking point, though their reason "
            "lets expect one; empty where they hold one.",
        ),
    },
)
