"""The tables talking_points and talking_point_mentions."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import rule

TALKING_POINTS = Table(
    "talking_points",
    "data/links",
    "Talking points",
    "The closed list of messages that recur in the posts, or that a post itself puts forward as "
    "its point: slogans, appraisals, pledges, accusations, arguments. Whose message it is about "
    "stands in talking_point_mentions, so none names a country.",
    ("talking_point_id",),
    {
        "talking_point_id": f.key("Talking point", "Identifier made of English words.", f.SLUG),
        "text": f.text("Text", "The message in one neutral sentence of ours."),
        "talking_point_type": f.code("Type", "What kind of message it is."),
        "narrative": f.code("Narrative", "The larger story that it belongs to."),
        "definition": f.text("Definition", "What must be in the words, and what does not count."),
        "rival": f.optional_reference(
            "talking_points",
            "talking_point_id",
            "Rival",
            "The nearest other talking point; empty for 'other'.",
        ),
        "question": f.text("Question", "What decides between it and the rival."),
        "examples": f.optional_text(
            "Examples",
            "Ids of sentences that carry it, by '; '; the measure of agreement leaves them out.",
        ),
        "near_misses": f.optional_text(
            "Near misses",
            "Ids of sentences that look as if they carried it, each with the reason why they do "
            "not; by '; '.",
        ),
    },
    (
        rule(
            "the rival is another talking point",
            lambda row: row["rival"] != row["talking_point_id"],
            "rival",
            "name the nearest other one",
        ),
    ),
)

TALKING_POINT_MENTIONS = Table(
    "talking_point_mentions",
    "data/evidence",
    "Talking point mentions",
    "Every sentence, title and heading that carries a talking point, with the words that carry "
    "it; at most two in a sentence. A fact, event or figure alone carries none.",
    ("sentence_id", "talking_point_id"),
    {
        "sentence_id": f.OWN_SENTENCE,
        "talking_point_id": f.reference(
            "talking_points", "talking_point_id", "Talking point", "The message that they carry."
        ),
        "post_id": f.POST,
        **f.SPAN,
        "voice": f.code("Voice", "Whether the post says it itself."),
        **f.target("Kind of actor that the message is about."),
    },
)
