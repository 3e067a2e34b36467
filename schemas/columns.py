"""Columns: the constructors that every table is built with, and the columns that tables share."""

from functools import partial
from typing import Any

from schemas.model import OF_ITS_NAME, Column

POST_ID = r"p[0-9]{2,}"
SENTENCE_ID = rf"{POST_ID}\.s[0-9]{{2,3}}"
CLAIM_ID = rf"{POST_ID}\.c[0-9]{{2,3}}"
FIGURE_ID = rf"{POST_ID}\.f[0-9]{{2,3}}"
MENTION_ID = rf"{POST_ID}\.m[0-9]{{2,3}}"
CHECK_ID = r"r[0-9]{3,}"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
WORD_ID = r"[a-z]+(?:_[a-z]+)*"
_EDTF_DATE = r"(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|[0-9]{3}X)[?~]?"
EDTF = rf"{_EDTF_DATE}|(?:{_EDTF_DATE}|\.\.)/(?:{_EDTF_DATE}|\.\.)"
EDTF_NOTE = (
    "EDTF (https://www.loc.gov/standards/datetime/): a date, an interval with '/', "
    "'..' for an open end, 198X for a decade."
)

NOT_RECORDED, NOT_SHOWN = "not_recorded", "not_shown"


text = Column
integer = partial(Column, type="integer", minimum=0)
date = partial(Column, type="date")
code = partial(Column, codelist=OF_ITS_NAME)
optional_text = partial(text, required=False)
optional_integer = partial(integer, required=False)
optional_date = partial(date, required=False)
optional_code = partial(code, required=False)
# A withheld text takes them away.
posts_words = partial(optional_text, words=True)


def decimal(
    title: str, description: str, minimum: float = 0, maximum: float = 1e12, **options: Any
) -> Column:
    """Return a column of decimal numbers; the bounds keep out inf and nan."""
    return Column(title, description, type="number", minimum=minimum, maximum=maximum, **options)


def period(title: str, description: str, **options: Any) -> Column:
    """Return a column of EDTF periods."""
    fix = "write EDTF, CODEBOOK section 6"
    return text(title, f"{description} {EDTF_NOTE}", pattern=EDTF, fix=fix, **options)


def key(title: str, description: str, pattern: str) -> Column:
    """Return a table's primary key."""
    return text(title, description, pattern=pattern, unique=True)


def key_of_place(title: str, letter: str) -> Column:
    """Return the key of rows whose id is made of the post, a letter and char_start."""
    pattern = rf"{POST_ID}\.{letter}[0-9]{{1,5}}"
    return key(title, "Made of the post and char_start.", pattern)


def reference(
    table: str, column: str, title: str, description: str, pattern: str = SLUG, **options: Any
) -> Column:
    """Return a foreign key to a column of another table."""
    return text(title, description, pattern=pattern, references=(table, column), **options)


sentence_id = partial(reference, "sentences", "sentence_id", pattern=SENTENCE_ID)
claim_id = partial(reference, "claims", "claim_id", pattern=CLAIM_ID)
figure_id = partial(reference, "figures", "figure_id", pattern=FIGURE_ID)
mention_id = partial(reference, "operation_mentions", "mention_id", pattern=MENTION_ID)
operation_id = partial(reference, "operations", "operation_id")
source_id = partial(reference, "published_sources", "source_id")
optional_decimal = partial(decimal, required=False)
optional_period = partial(period, required=False)
optional_reference = partial(reference, required=False)
optional_sentence_id = partial(sentence_id, required=False)
optional_claim_id = partial(claim_id, required=False)
optional_figure_id = partial(figure_id, required=False)
optional_mention_id = partial(mention_id, required=False)
optional_source_id = partial(source_id, required=False)

SEARCH = {
    "searched_on": text(
        "Searched on",
        "The day of the last search; not_recorded of searches before the day was written down.",
        pattern=rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|{NOT_RECORDED}",
        fix=f"write a day as 2026-01-31, or {NOT_RECORDED}",
    ),
    "query": text("Query", "The words searched for, or not_recorded.", any_script=True),
}
"""Day and words of a search."""

OWN_SENTENCE = sentence_id("Sentence", "The sentence that the words stand in.")
"""The foreign key to the sentence of the row's words."""

POST = reference("posts", "post_id", "Post", "The post that the row is taken from.", POST_ID)
"""The foreign key to posts."""

SPAN = {
    "char_start": integer(
        "Start", "Offset of the first character in posts.text; Unicode code points from 0."
    ),
    "char_end": integer(
        "End",
        "Offset after the last character in posts.text; Unicode code points from 0.",
        minimum=1,
    ),
    "quote": posts_words(
        "Quote",
        "The words of the post: exactly posts.text[char_start:char_end]. Empty where the "
        "post's text is withheld.",
    ),
}
"""Where the words stand in posts.text."""

QUOTED = {"post_id": POST, "sentence_id": OWN_SENTENCE, **SPAN}
"""The post, the sentence and the span of the row's words."""


def place(description: str) -> dict[str, Column]:
    """Return place and the sentence it was taken from."""
    return {
        "place": optional_code("Place", description),
        "place_sentence_id": optional_sentence_id(
            "Sentence of the place",
            "The sentence whose words show the place; filled where place is.",
        ),
    }


def time(subject: str) -> dict[str, Column]:
    """Return period, its words and their sentence."""
    return {
        "period": optional_period(
            "Period", f"When {subject}, from the post's own words; empty where they give no date."
        ),
        "period_words": posts_words(
            "Words of the period", "The post's words that give the period, or that cannot be dated."
        ),
        "period_sentence_id": optional_sentence_id(
            "Sentence of the period", "The sentence that period_words stand in."
        ),
    }


ATTRIBUTION = {
    "attribution": posts_words(
        "Attribution",
        "The source that the post names for this, in the post's words; empty where it names none.",
    ),
    "attribution_sentence_id": optional_sentence_id(
        "Sentence of the attribution", "The sentence that names the source."
    ),
}
"""The source that the post names, and its sentence."""


def target(description: str) -> dict[str, Column]:
    """Return the kind of an actor and its country."""
    return {
        "target": code("Target", description),
        "target_country": optional_code(
            "Country of the target",
            "Whose actor it is: ISO 3166-1, or a code of our own for a former state or for "
            "several countries; empty where the words give none.",
        ),
    }


NAME_ZH = {
    "name_zh": optional_text("Chinese name", "Chinese name; the posts hold none.", any_script=True),
    "name_zh_basis": optional_code(
        "Basis of the Chinese name", "Whether a published source gives the Chinese name."
    ),
    "name_zh_source_id": optional_source_id(
        "Source of the Chinese name",
        "The source that gives it; filled if and only if it is documented.",
    ),
}
"""The Chinese name, its basis and its source."""
