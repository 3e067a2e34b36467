"""Rules on one row that several tables share."""

from collections.abc import Callable

from schemas.columns import NOT_RECORDED
from schemas.edtf import bounds
from schemas.model import Cells, RowRule

rule = RowRule


def all_or_none(*columns: str, fix: str = "") -> RowRule:
    """Return the rule that the columns are filled together or not at all."""
    return rule(
        f"{'_and_'.join(columns)}_together",
        f"{' and '.join(columns)} are filled together or not at all",
        lambda row: len({bool(row[column]) for column in columns}) == 1,
        columns[-1],
        fix,
    )


def requires(column: str, needed: str, fix: str) -> RowRule:
    """Return the rule that `column` needs `needed`, not the other way round."""
    return rule(
        f"{column}_needs_{needed}",
        f"{column} needs {needed}",
        lambda row: not row[column] or bool(row[needed]),
        needed,
        fix,
    )


def if_and_only_if(
    name: str, reason: str, column: str, condition: Callable[[Cells], bool], fix: str = ""
) -> RowRule:
    """Return the rule that a column is filled where the condition holds, and only there."""
    return rule(name, reason, lambda row: bool(row[column]) == condition(row), column, fix)


def full_stop(column: str) -> RowRule:
    """Return the rule that a column is a whole sentence."""
    return rule(
        f"{column}_ends",
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
        f"{words}_with_{sentence}",
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
        f"{column}_is_real",
        f"{column} names months and days that exist, and ends after it begins",
        lambda row: not row[column] or is_real_period(row[column]),
        column,
        "write EDTF, CODEBOOK section 6",
    )


def searched_with_query() -> RowRule:
    """Return the rule that a search has a real day, or neither day nor query was recorded."""
    return rule(
        "query_with_day",
        "searched_on is a real day, or searched_on and query are both not_recorded",
        lambda row: (
            row["query"] == NOT_RECORDED
            if row["searched_on"] == NOT_RECORDED
            else is_real_period(row["searched_on"])
        ),
        "searched_on",
        "write down the day",
    )


def span_rules() -> tuple[RowRule, ...]:
    """Return the rules of a span: it holds a character, and is as long as its quote.

    A withheld quote has no length.
    """
    return (
        rule(
            "span_is_not_empty",
            "char_end is greater than char_start",
            lambda row: int(row["char_end"]) > int(row["char_start"]),
            "char_end",
        ),
        rule(
            "span_has_length_of_quote",
            "char_end - char_start is the number of characters of the quote",
            lambda row: (
                not row["quote"]
                or int(row["char_end"]) - int(row["char_start"]) == len(row["quote"])
            ),
            "char_end",
        ),
    )


def same_post(*columns: str) -> tuple[RowRule, ...]:
    """Return, for each column, the rule that its id belongs to the row's post."""
    return tuple(_same_post(column) for column in columns)


def _same_post(column: str) -> RowRule:
    return rule(
        f"{column}_of_post",
        f"{column} begins with the row's post_id",
        lambda row: not row[column] or row[column].partition(".")[0] == row["post_id"],
        column,
    )


def context_rules(*ids: str) -> tuple[RowRule, ...]:
    """Return the rules of place, period and source; `ids` are more columns with ids of the post."""
    period, source = "period_sentence_id", "attribution_sentence_id"
    no_word = (
        "no sentence up to this one has a word for {place}: name a later one with "
        "'where {place} @ sNN', or add its word to places.yaml"
    )
    return (
        *same_post(*ids, "sentence_id", "place_sentence_id", period, source),
        all_or_none("place", "place_sentence_id", fix=no_word),
        requires("period", period, "write 'when EDTF < WORDS [@ sNN]'"),
        words_with_sentence("period_words", period),
        words_with_sentence("attribution", source),
        real_period("period"),
    )


def target_with_country() -> RowRule:
    """Return the rule that no actor has no country, and an actor of a kind of its own has one."""
    return rule(
        "target_has_a_country",
        "'none' and international bodies have no country; countries, governments and politicians "
        "have one",
        lambda row: (
            not row["target_country"]
            if row["target"] in ("none", "international_body")
            else bool(row["target_country"])
            or row["target"] not in ("country", "government", "politicians")
        ),
        "target_country",
        "write 'KIND COUNTRY', the country left out where there is none",
    )


def documented_name(name: str, reason: str) -> RowRule:
    """Return the rule that a documented name, and only that, has a source."""
    return if_and_only_if(
        f"documented_{name}_has_source",
        reason,
        f"{name}_source_id",
        lambda row: row[f"{name}_basis"] == "documented",
        "name the source, or say inferred",
    )
