"""The table parallels."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import rule


def _position(sentence_id: str) -> tuple[str, int]:
    """Return what puts sentences in the order of the archive: s99 before s100."""
    post, _, number = sentence_id.partition(".s")
    return post, int(number)


PARALLELS = Table(
    "parallels",
    "data/links",
    "Parallels",
    "Pairs of sentences, across and within posts, that copy, nearly copy or reword each other or "
    "a part of each other. Pairs of the relation template share their form and not their facts.",
    ("sentence_id", "other_sentence_id"),
    {
        "sentence_id": f.sentence_id("Sentence", "The sentence that comes first in the archive."),
        "other_sentence_id": f.sentence_id("Other sentence", "The sentence that comes later."),
        "score": f.decimal(
            "Score",
            "How alike the two are, from 0 to 1: the cosine of their words' TF-IDF weights among "
            "all sentences of the posts; where one holds a numeral, times (1 + s) / 2, with s the "
            "share of their numerals' values that both have. Derived.",
            0,
            1,
        ),
        "relation": f.code("relation", "Relation", "What they share, as read by a coder."),
    },
    (
        rule(
            "first_comes_first",
            "sentence_id comes before other_sentence_id",
            lambda row: _position(row["sentence_id"]) < _position(row["other_sentence_id"]),
            "other_sentence_id",
            "name the sentence that comes first, first",
        ),
    ),
)
