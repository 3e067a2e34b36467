"""What layers 1 to 4 cannot know of a package, and why: changes that no rule could reject.

Beside the curation, and in a copy of a version that the project knows, sync rejects them all.
"""

from collections.abc import Iterable
from typing import NamedTuple

from scripts.mutations.judge import Judgement


class Unknowable(NamedTuple):
    """Columns of a table that a coder fills by judgement; '' stands for the presence of rows."""

    table: str
    columns: tuple[str, ...]
    reason: str


_CODES = "The code is a coder's judgement, and another code would be well-formed too."
UNKNOWABLE = (
    Unknowable(
        "claims",
        ("claim_type", "mode", "theme", "narrative", "target", "stance", "reading"),
        _CODES,
    ),
    Unknowable(
        "claims",
        ("claim_agreement",),
        "Words may differ in more than one respect; which one counts is a judgement.",
    ),
    Unknowable(
        "claims",
        ("statement",),
        "Where several claims share a proposition, only a reader can tell whether the sentence "
        "says what the quote says.",
    ),
    Unknowable(
        "claims",
        ("period_words", "place"),
        "Of two dates or places in one sentence, a coder says which one is meant.",
    ),
    Unknowable(
        "figures",
        ("population", "base"),
        "Which words of the sentence name the category or the whole is a judgement.",
    ),
    Unknowable("figures", ("substance",), "Of two substances in one quote, none need be named."),
    Unknowable("figures", ("override_reason",), "A reason is free text."),
    Unknowable("sentences", ("rest_reason",), _CODES),
    Unknowable("phrases", ("phrase_type",), _CODES),
    Unknowable(
        "operation_mentions",
        ("operation_id", "identity"),
        "Which of the operations that a post names is meant, and how surely, is a judgement.",
    ),
    Unknowable("operation_parties", ("entity_id", "party_role"), _CODES),
    Unknowable("operation_parties", ("",), "Who took part is read from a claim's words."),
    Unknowable(
        "entity_mentions",
        ("",),
        "A coder may take back a name that stands inside the name of an operation.",
    ),
    Unknowable(
        "claim_operations",
        ("", "operation_id"),
        "What 'the case' is about is read from the words.",
    ),
    Unknowable("parallels", ("relation",), _CODES),
    Unknowable("parallels", ("",), "Which sentences share text was decided by reading."),
    Unknowable(
        "consistency_checks",
        ("check_type", "outcome", "finding", "confidence"),
        "What only a reader finds, and how sure it is, is a judgement.",
    ),
    Unknowable(
        "consistency_items", ("", "item_role"), "What a finding points at is a coder's choice."
    ),
    Unknowable(
        "datapackage.json",
        ("",),
        "Title, version, keywords and people are decided; no table repeats them.",
    ),
)


def reason_of(judgement: Judgement) -> Unknowable | None:
    """Return the entry that says why layers 1 to 4 let a mutant pass, if one does."""
    mutant = judgement.mutant
    return next(
        (one for one in UNKNOWABLE if one.table == mutant.table and mutant.column in one.columns),
        None,
    )


def needless(judgements: Iterable[Judgement]) -> list[str]:
    """Return columns of the list that no mutant showed to belong there."""
    shown = {(j.mutant.table, j.mutant.column) for j in judgements if j.survives_bare}
    return [
        f"{one.table} {column}".strip()
        for one in UNKNOWABLE
        for column in one.columns
        if (one.table, column) not in shown
    ]
