"""Rules on one row that several tables share."""

from collections.abc import Callable, Mapping

from schemas.columns import EDTF, NOT_RECORDED, POST_ID
from schemas.edtf import bounds
from schemas.model import Cells, Column, RowRule

rule = RowRule


def all_or_none(*columns: str, fix: str = "") -> RowRule:
    """Return the rule that the columns are filled together or not at all."""
    return rule(
        f"{' and '.join(columns)} are filled together or not at all",
        lambda row: len({bool(row[column]) for column in columns}) == 1,
        columns[-1],
        fix,
    )


def exactly_one(*columns: str) -> RowRule:
    """Return the rule that one of the columns is filled, and no other."""
    return rule(
        f"exactly one of {', '.join(columns)} is filled",
        lambda row: sum(bool(row[column]) for column in columns) == 1,
    )


def requires(column: str, needed: str, fix: str) -> RowRule:
    """Return the rule that `column` needs `needed`, not the other way round."""
    return rule(
        f"{column} needs {needed}", lambda row: not row[column] or bool(row[needed]), needed, fix
    )


def if_and_only_if(
    reason: str, column: str, condition: Callable[[Cells], bool], fix: str = ""
) -> RowRule:
    """Return the rule that a column is filled where the condition holds, and only there."""
    return rule(reason, lambda row: bool(row[column]) == condition(row), column, fix)


def full_stop(column: str) -> RowRule:
    """Return the rule that a column is a whole sentence."""
    return rule(
        f"a {column} ends with a full stop",
        lambda row: row[column].endswith("."),
        column,
        "end it with '.'",
    )


def words_with_sentence(words: str, sentence: str) -> RowRule:
    """Return the rule that the post's words are filled together with the sentence they stand in.

    Where the post's text is withheld (its quotes are empty), the sentence stays and the words go.
    """
    return rule(
        f"{words} and {sentence} are filled together; only a withheld text takes away the words",
        lambda row: (
            bool(row[words]) == bool(row[sentence]) or (not row["quote"] and not row[words])
        ),
        words,
        f"'{{{words}}}' is in no sentence up to this one: copy words that are, or name a later "
        "sentence with @ sNN",
    )


def is_real_period(edtf: str) -> bool:
    """Return whether a period names days that exist, in order (schemas/edtf.py)."""
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def real_period(column: str) -> RowRule:
    """Return the rule that a period names days that exist; its pattern cannot know '2022-13'."""
    return rule(
        f"{column} names months and days that exist, and ends after it begins",
        lambda row: not row[column] or is_real_period(row[column]),
        column,
        "write EDTF, CODEBOOK section 6",
    )


def documented_name(name: str, reason: str) -> RowRule:
    """Return the rule that a documented name, and only that, has a source."""
    return if_and_only_if(
        reason,
        f"{name}_source_id",
        lambda row: row[f"{name}_basis"] == "documented",
        "name the source, or say inferred",
    )


_OF_COLUMN = {
    # A span holds a character, and is as long as its quote; a withheld quote has no length.
    "quote": (
        rule(
            "char_end is greater than char_start",
            lambda row: int(row["char_end"]) > int(row["char_start"]),
            "char_end",
        ),
        rule(
            "char_end - char_start is the number of characters of the quote",
            lambda row: (
                not row["quote"]
                or int(row["char_end"]) - int(row["char_start"]) == len(row["quote"])
            ),
            "char_end",
        ),
    ),
    "place_sentence_id": (
        all_or_none(
            "place",
            "place_sentence_id",
            fix="no sentence up to this one has a word for {place}: name a later one with "
            "'where {place} @ sNN', or add its word to places.yaml",
        ),
        requires("period", "period_sentence_id", "write 'when EDTF < WORDS [@ sNN]'"),
        words_with_sentence("period_words", "period_sentence_id"),
        words_with_sentence("attribution", "attribution_sentence_id"),
    ),
    "target_country": (
        rule(
            "'none' and international bodies have no country; countries, governments and "
            "politicians have one",
            lambda row: (
                not row["target_country"]
                if row["target"] in ("none", "international_body")
                else bool(row["target_country"])
                or row["target"] not in ("country", "government", "politicians")
            ),
            "target_country",
            "write 'KIND COUNTRY', the country left out where there is none",
        ),
    ),
    "searched_on": (
        rule(
            "searched_on is a real day, or searched_on and query are both not_recorded",
            lambda row: (
                row["query"] == NOT_RECORDED
                if row["searched_on"] == NOT_RECORDED
                else is_real_period(row["searched_on"])
            ),
            "searched_on",
            "write down the day",
        ),
    ),
    "name_zh": (
        all_or_none("name_zh", "name_zh_basis", fix="give both or none"),
        documented_name("name_zh", "a documented Chinese name, and only that, names its source"),
    ),
}
"""The rules of every table that has a column, by the column."""


def rules_of_columns(columns: Mapping[str, Column]) -> list[RowRule]:
    """Return the rules that follow from which columns a table has (schemas/columns.py)."""
    rules = [one for name, held in _OF_COLUMN.items() if name in columns for one in held]
    for name, column in columns.items():
        is_id = column.unique or column.references
        if "post_id" in columns and is_id and column.pattern.startswith(rf"{POST_ID}\."):
            rules.append(_same_post(name))
        if column.pattern == EDTF:
            rules.append(real_period(name))
    return rules


def _same_post(column: str) -> RowRule:
    return rule(
        f"{column} begins with the row's post_id",
        lambda row: not row[column] or row[column].partition(".")[0] == row["post_id"],
        column,
    )
