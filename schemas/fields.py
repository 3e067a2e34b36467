"""Columns: the constructors that every table is built with, and the columns that tables share.

A column is described here or in its table, once; Table Schema, data dictionary and checks follow.
"""

from collections.abc import Iterable
from typing import Any

import pandera.pandas as pa

from schemas.codelists import codes_of

POST_ID = r"p[0-9]{2}"
SENTENCE_ID = rf"{POST_ID}\.s[0-9]{{2,3}}"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
WORD_ID = r"[a-z]+(?:_[a-z]+)*"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_EDTF_DATE = r"(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|[0-9]{3}X)[?~]?"
EDTF = rf"{_EDTF_DATE}|(?:{_EDTF_DATE}|\.\.)/(?:{_EDTF_DATE}|\.\.)"
EDTF_NOTE = (
    "EDTF (https://www.loc.gov/standards/datetime/): a date, an interval with '/', "
    "'..' for an open end, 198X for a decade."
)


def _column(
    dtype: str,
    title: str,
    description: str,
    checks: Iterable[pa.Check] = (),
    *,
    nullable: bool = False,
    unique: bool = False,
    **metadata: Any,
) -> pa.Column:
    return pa.Column(
        dtype,
        list(checks),
        nullable=nullable,
        unique=unique,
        title=title,
        description=description,
        metadata=metadata,
    )


def matches(pattern: str) -> pa.Check:
    r"""Return the check that a whole cell matches; '$' would accept a line end, '\Z' does not."""
    return pa.Check.str_matches(rf"(?:{pattern})\Z")


def text(title: str, description: str, *, pattern: str = "", **options: Any) -> pa.Column:
    """Return a column of text; `posts_words=True` marks the posts' own words."""
    checks = [matches(pattern)] if pattern else []
    return _column("str", title, description, checks, **options)


def code(codelist: str, title: str, description: str, **options: Any) -> pa.Column:
    """Return a column that takes a code of the list (data/codes/codes.csv)."""
    check = pa.Check.isin(sorted(codes_of(codelist)))
    return _column("str", title, description, [check], codelist=codelist, **options)


def integer(title: str, description: str, minimum: int = 0, **options: Any) -> pa.Column:
    """Return a column of integers from `minimum`."""
    return _column("Int64", title, description, [pa.Check.ge(minimum)], **options)


def decimal(
    title: str,
    description: str,
    minimum: float = 0,
    maximum: float = 1e12,
    **options: Any,
) -> pa.Column:
    """Return a column of decimal numbers; the bounds keep out inf and nan."""
    check = pa.Check.in_range(minimum, maximum)
    return _column("Float64", title, description, [check], **options)


def date(title: str, description: str, **options: Any) -> pa.Column:
    """Return a column of ISO 8601 days."""
    return _column("str", title, description, [matches(DATE)], type="date", **options)


def period(title: str, description: str, **options: Any) -> pa.Column:
    """Return a column of EDTF periods."""
    return text(title, f"{description} {EDTF_NOTE}", pattern=EDTF, **options)


def key(title: str, description: str, pattern: str) -> pa.Column:
    """Return a table's primary key."""
    return text(title, description, pattern=pattern, unique=True)


def reference(
    resource: str,
    column: str,
    title: str,
    description: str,
    pattern: str = SLUG,
    **options: Any,
) -> pa.Column:
    """Return a foreign key to a column of another table."""
    return text(title, description, pattern=pattern, references=(resource, column), **options)


def post_id() -> pa.Column:
    """Return the foreign key to posts."""
    return reference("posts", "post_id", "Post", "The post that the row is taken from.", POST_ID)


def sentence_id(
    title: str = "Sentence",
    description: str = "The sentence that the words stand in.",
    **options: Any,
) -> pa.Column:
    """Return a foreign key to sentences."""
    return reference("sentences", "sentence_id", title, description, SENTENCE_ID, **options)


def span() -> dict[str, pa.Column]:
    """Return char_start, char_end and quote: where the words stand in posts.text."""
    return {
        "char_start": integer(
            "Start",
            "Offset of the first character in posts.text; Unicode code points from 0.",
        ),
        "char_end": integer(
            "End",
            "Offset after the last character in posts.text; Unicode code points from 0.",
            1,
        ),
        "quote": text(
            "Quote",
            "The words of the post: exactly posts.text[char_start:char_end]. Empty where the "
            "post's text is withheld.",
            nullable=True,
            posts_words=True,
        ),
    }


def place(description: str) -> dict[str, pa.Column]:
    """Return place and the sentence it was taken from."""
    return {
        "place": code("place", "Place", description, nullable=True),
        "place_sentence_id": sentence_id(
            "Sentence of the place",
            "The sentence whose words show the place; filled where place is.",
            nullable=True,
        ),
    }


def time(subject: str) -> dict[str, pa.Column]:
    """Return period, its words and their sentence."""
    return {
        "period": period(
            "Period",
            f"When {subject}, from the post's own words; empty where they give no date.",
            nullable=True,
        ),
        "period_words": text(
            "Words of the period",
            "The post's words that give the period, or that cannot be dated.",
            nullable=True,
            posts_words=True,
        ),
        "period_sentence_id": sentence_id(
            "Sentence of the period",
            "The sentence that period_words stand in.",
            nullable=True,
        ),
    }


def attribution() -> dict[str, pa.Column]:
    """Return the source that the post names, and its sentence."""
    return {
        "attribution": text(
            "Attribution",
            "The source that the post names for this, in the post's words; empty where it names "
            "none.",
            nullable=True,
            posts_words=True,
        ),
        "attribution_sentence_id": sentence_id(
            "Sentence of the attribution",
            "The sentence that names the source.",
            nullable=True,
        ),
    }
