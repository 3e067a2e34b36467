"""The table posts."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import all_or_none, real_period, rule

POSTS = Table(
    "posts",
    "data",
    "Posts",
    "The posts of the archive, in its order, with their full text.",
    ("post_id",),
    {
        "post_id": f.key("Post", "Number of the post in the archive.", f.POST_ID),
        "title": f.posts_words("Title", "First line of the post."),
        "text": f.posts_words(
            "Text",
            "Title, line break and body, exactly as in the archive; all offsets count in it.",
        ),
        "text_status": f.code("Status of the text", "Whether the words of the post are given."),
        "archive_start": f.integer(
            "Start in the archive",
            "Offset of the post's first line ('Text') in the archive, in code points.",
        ),
        "post_type": f.code("Type of post", "The word that opens it in the archive."),
        "note_count": f.integer("Notes", "Number of notes that the archive shows."),
        "language": f.code("Language", "Language of the text (BCP 47)."),
        "word_count": f.integer(
            "Words", "Runs of characters without white space in text.", minimum=1
        ),
        "sha256": f.text("SHA-256", "Hash of text in UTF-8.", pattern="[0-9a-f]{64}"),
        "about": f.code(
            "About",
            "Country that the post is mainly about.",
            codelist="place",
            fix="add 'about PLACE' with a code of places.yaml",
        ),
        "not_before": f.optional_text(
            "Not before",
            "Latest date that the text itself proves, so that the post is not older; year, month "
            "or day; empty where it proves none.",
            pattern=r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?",
            fix="write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        "not_before_sentence_id": f.optional_sentence_id(
            "Sentence of not_before", "The sentence that proves the date."
        ),
        "repost_of": f.reference(
            "posts",
            "post_id",
            "Repost of",
            "The first post of the archive with the same text; empty for that one itself; derived.",
            f.POST_ID,
            required=False,
        ),
        "codings": f.integer(
            "Codings",
            "How often the post's claims were coded, apart, before anything was settled (table "
            "codings); derived.",
            minimum=1,
            maximum=2,
        ),
    },
    (
        all_or_none("not_before", "not_before_sentence_id"),
        real_period("not_before"),
        rule(
            "title and text are given if and only if text_status is 'present'",
            lambda row: (
                (row["text_status"] == "present") == bool(row["text"])
                and (row["text_status"] == "present") == bool(row["title"])
            ),
            "text",
        ),
    ),
)
