"""The table shared_passages."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import rule

SHARED_PASSAGES = Table(
    "shared_passages",
    "data/links",
    "Shared passages",
    "Every run of at least eight words that stands in two posts or twice in one, as long as it "
    "goes, case and punctuation ignored: one row for each place where it stands. A part of a "
    "passage that stands elsewhere too is a passage of its own. Found from the text alone.",
    ("passage_id", "post_id", "char_start"),
    {
        "passage_id": f.text(
            "Passage", "Made of its words; the same in all places.", pattern=r"w[0-9a-f]{10}"
        ),
        "post_id": f.POST,
        "sentence_id": f.sentence_id("Sentence", "The sentence that the passage begins in."),
        **f.SPAN,
        "word_count": f.integer("Words", "Runs of letters and digits in the passage.", minimum=8),
    },
    (
        rule(
            "a passage has at least two characters a word",
            lambda row: (
                int(row["char_end"]) - int(row["char_start"]) >= 2 * int(row["word_count"]) - 1
            ),
            "word_count",
        ),
    ),
)
