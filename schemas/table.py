"""A table: its pandera schema with what a Table Schema needs beside the columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import pandera.pandas as pa

from scripts.reading.periods import bounds


@dataclass(frozen=True)
class Table:
    """One table of the package; `path` is relative to the package's folder."""

    name: str
    path: str
    title: str
    description: str
    primary_key: tuple[str, ...]
    schema: pa.DataFrameSchema


def rule(name: str, reason: str, holds: Callable[[pd.DataFrame], pd.Series]) -> pa.Check:
    """Return a rule over several columns of a row.

    Args:
        name: the rule's name in snake case.
        reason: what a row that breaks it is told.
        holds: returns True for every row that keeps the rule.
    """
    return pa.Check(holds, name=name, error=reason)


def together(*columns: str) -> pa.Check:
    """Return the rule that the columns are filled together or not at all."""
    return rule(
        f"{'_and_'.join(columns)}_together",
        f"{' and '.join(columns)} are filled together or not at all",
        lambda frame: frame[list(columns)].isna().nunique(axis=1) == 1,
    )


def filled_with(column: str, needed: str) -> pa.Check:
    """Return the rule that `column` needs `needed`."""
    return rule(
        f"{column}_needs_{needed}",
        f"{column} needs {needed}",
        lambda frame: frame[column].isna() | frame[needed].notna(),
    )


def words_with_sentence(words: str, sentence: str) -> pa.Check:
    """Return the rule that the post's words are filled together with the sentence they stand in.

    Where the post's text is withheld (its quotes are empty), the sentence stays and the words go.
    """
    return rule(
        f"{words}_with_{sentence}",
        f"{words} and {sentence} are filled together; only a withheld text takes away the words",
        lambda frame: (
            (frame[words].notna() == frame[sentence].notna())
            | (frame["quote"].isna() & frame[words].isna())
        ),
    )


def is_real_period(edtf: str) -> bool:
    """Tell whether a period names days that exist, in order (scripts/reading/periods.py)."""
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def real_period(column: str) -> pa.Check:
    """Return the rule that a period names days that exist; its pattern cannot know '2022-13'."""
    return rule(
        f"{column}_is_real",
        f"{column} names months and days that exist, and ends after it begins",
        lambda frame: frame[column].isna() | frame[column].fillna("").map(is_real_period),
    )


def span_rules() -> list[pa.Check]:
    """Return the rules of a span: it holds a character, and is as long as its quote.

    A withheld quote has no length.
    """
    return [
        rule(
            "span_is_not_empty",
            "char_end is greater than char_start",
            lambda frame: frame["char_end"] > frame["char_start"],
        ),
        rule(
            "span_has_length_of_quote",
            "char_end - char_start is the number of characters of the quote",
            lambda frame: (
                frame["quote"].isna()
                | (frame["char_end"] - frame["char_start"] == frame["quote"].str.len())
            ),
        ),
    ]


def same_post(column: str) -> pa.Check:
    """Return the rule that an id belongs to the row's post."""
    return rule(
        f"{column}_of_post",
        f"{column} begins with the row's post_id",
        lambda frame: (
            frame[column].isna() | (frame[column].str.split(".").str[0] == frame["post_id"])
        ),
    )


def table(
    name: str,
    folder: str,
    title: str,
    description: str,
    primary_key: str | Sequence[str],
    columns: Mapping[str, pa.Column],
    rules: Sequence[pa.Check] = (),
) -> Table:
    """Return a table with its schema: exactly these columns in this order."""
    keys = (primary_key,) if isinstance(primary_key, str) else tuple(primary_key)
    schema = pa.DataFrameSchema(
        dict(columns),
        checks=list(rules),
        strict=True,
        ordered=True,
        name=name,
        title=title,
        description=description,
        unique=list(keys) if len(keys) > 1 else None,
    )
    return Table(name, f"{folder}/{name}.csv", title, description, keys, schema)
