"""The tables evaluations and evaluative_words."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import rule

EVALUATIONS = Table(
    "evaluations",
    "data/evidence",
    "Evaluations",
    "Every word or fixed phrase with which a post praises or blames, in claims, titles, headings "
    "and all other words: whom, and in whose voice. Only senses of the table evaluative_words.",
    ("evaluation_id",),
    {
        "evaluation_id": f.key_of_place("Evaluation", "v"),
        **f.QUOTED,
        "evaluative_word_id": f.reference(
            "evaluative_words", "evaluative_word_id", "Word", "The sense that the words have here."
        ),
        "polarity": f.code("Polarity", "Whether the sense is praise or blame; derived."),
        **f.target("Kind of actor that is praised or blamed."),
        "voice": f.code("Voice", "Whether the post says it itself."),
    },
)

EVALUATIVE_WORDS = Table(
    "evaluative_words",
    "data/codes",
    "Evaluative words",
    "The closed list of senses that count as praise or blame. One sense has one polarity, whoever "
    "it is said of.",
    ("evaluative_word_id",),
    {
        "evaluative_word_id": f.key("Word", "Identifier made of English words.", f.SLUG),
        "polarity": f.code("Polarity", "Whether it is praise or blame."),
        "forms": f.text(
            "Forms", "The words that have this sense, as they are looked for; by '; '."
        ),
        "sense": f.text("Sense", "What the words say of the one who is praised or blamed."),
        "counts": f.text("Counts", "Which uses of the words count."),
        "does_not_count": f.optional_text(
            "Does not count", "Which uses do not; empty where all do."
        ),
    },
    (
        rule(
            "what counts and what does not are two things",
            lambda row: row["counts"] != row["does_not_count"],
            "does_not_count",
            "say what does not count, or leave it out",
        ),
    ),
)
