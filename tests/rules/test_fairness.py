"""The same words have the same codes in the real tables, and every broken row is named."""

from collections.abc import Callable

import pytest

from scripts.package.source import Built
from scripts.rules.fairness import equal_quotes_have_equal_codes, one_sense_is_said_of_all
from scripts.tables.book import Book
from scripts.tables.evaluations import stance, undecided_words
from scripts.tables.row import Row, Tables, span_of
from tests.rules.directed import Case, find, name_of, put

EQUAL = "equal_quotes_have_equal_codes"
SENSE = "one_sense_is_said_of_all"
STANCE = "another_stance_needs_its_reason"
# 'rampant' of p10.c74, whose words are those of p10.c73
RAMPANT = "p10.v5670"

CASES = [
    *(
        Case(EQUAL, put("claims", "p10.c74", cells), f"claims.{column}", words)
        for cells, column, words in (
            ({"claim_type": "event"}, "claim_type", "is event, and situation in p10.c73, which"),
            ({"mode": "questioned"}, "mode", "and asserted in p10.c73"),
            ({"theme": "history"}, "theme", "and drug_situation in p10.c73"),
            ({"target": "offenders"}, "target", "and country in p10.c73"),
            ({"target_country": "US"}, "target_country", "is US, and CN in p10.c73"),
            ({"target_country": ""}, "target_country", "is empty, and CN in p10.c73"),
            ({"presupposed": "no"}, "presupposed", "and yes in p10.c73"),
        )
    ),
    *(
        Case(
            SENSE,
            put("evaluations", one, {"evaluative_word_id": "chaos"}),
            *("evaluations.evaluative_word_id", "is not rampant, as in p01.v555"),
        )
        for one in (RAMPANT, "p04.v726", "p14.v2141")
    ),
    Case(
        STANCE,
        put("claims", "p10.c74", {"stance_override_reason": "So it is."}),
        *("claims.stance_override_reason", "the stance follows from the evaluations"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_broken_row_is_named(case: Case, reject: Callable[[Case], None]) -> None:
    reject(case)


def test_a_stance_of_its_own_with_a_reason_is_right(
    tables: Tables, check_tables: Callable[[Tables], list[object]]
) -> None:
    row = find(tables, "claims", "p10.c74")
    row.update(stance="neutral", stance_override_reason="The words are another's.")
    assert check_tables(tables) == []


@pytest.mark.parametrize(
    ("table", "column", "rule"),
    [
        ("claims", "quote", equal_quotes_have_equal_codes),
        ("evaluations", "quote", one_sense_is_said_of_all),
    ],
)
def test_withheld_words_are_not_compared(
    tables: Tables, built: Built, table: str, column: str, rule: Callable[[Book], object]
) -> None:
    for row in tables[table]:
        row[column] = ""
    assert list(rule(Book(tables, built.book.sources))) == []  # type: ignore[call-overload]


def test_words_said_of_another_kind_of_actor_may_have_another_sense(
    tables: Tables, built: Built
) -> None:
    find(tables, "evaluations", RAMPANT).update(target="public", evaluative_word_id="chaos")
    assert list(one_sense_is_said_of_all(Book(tables, built.book.sources))) == []


def test_no_sense_is_praise_here_and_blame_there(tables: Tables) -> None:
    polarities: dict[str, set[str]] = {}
    for row in tables["evaluations"]:
        polarities.setdefault(row["evaluative_word_id"], set()).add(row["polarity"])
    assert {sense: found for sense, found in polarities.items() if len(found) > 1} == {}


def test_the_same_form_of_the_same_kind_of_target_has_one_sense_in_every_country(
    tables: Tables,
) -> None:
    senses: dict[tuple[str, str], dict[str, str]] = {}
    for row in tables["evaluations"]:
        found = senses.setdefault((row["quote"].lower(), row["target"]), {})
        found.setdefault(row["evaluative_word_id"], row["evaluation_id"])
    assert {form: found for form, found in senses.items() if len(found) > 1} == {}


def test_every_listed_form_in_every_post_is_decided(built: Built) -> None:
    open_words = [
        f"{coded.post.post_id}.{sentence['number']} {coded.post.text[start:end]} ({sense})"
        for coded in built.curation.posts
        for sentence, start, end, sense in undecided_words(
            coded, built.book.sources.evaluative_forms
        )
    ]
    assert open_words == []


def test_the_stance_of_every_claim_follows(built: Built) -> None:
    """From the evaluations in the claim's words, counted here once more."""
    differing = []
    for claim in built.book.rows("claims"):
        start, end = span_of(claim)
        found = {
            row["polarity"]
            for row in built.book.rows("evaluations")
            if row["post_id"] == claim["post_id"]
            and set(range(*span_of(row))) & set(range(start, end))
            and row["target"] == claim["target"]
            and row["target_country"] == claim["target_country"]
            and row["voice"] not in ("reported", "rejected")
        }
        due = "mixed" if len(found) == 2 else "".join(found) or "neutral"
        if claim["stance"] != due and not claim["stance_override_reason"]:
            differing.append((claim["claim_id"], claim["stance"], due))
    assert differing == []


# What a claim must have: target, country and stance; settled for both countries at once.
SETTLED = [
    ("p10.c73", "country", "CN", "unfavourable"),
    ("p10.c74", "country", "CN", "unfavourable"),
    ("p04.c51", "country", "US", "unfavourable"),
    ("p04.c54", "country", "US", "unfavourable"),
    ("p14.c24", "country", "china-before-1949", "unfavourable"),
]


@pytest.mark.parametrize(("claim_id", "target", "country", "stance"), SETTLED)
def test_a_rampant_problem_is_blamed_on_the_country_that_has_it(
    tables: Tables, claim_id: str, target: str, country: str, stance: str
) -> None:
    claim = find(tables, "claims", claim_id)
    assert "rampant" in claim["quote"]
    assert (claim["target"], claim["target_country"], claim["stance"]) == (target, country, stance)


def test_people_on_the_street_are_the_public_and_drug_users_where_they_are_said_to_use(
    tables: Tables,
) -> None:
    claims = ("p05.c13", "p05.c14", "p05.c15")
    targets = [find(tables, "claims", claim)["target"] for claim in claims]
    assert targets == ["public", "drug_users", "drug_users"]


def test_the_number_of_drug_users_is_told_of_drug_users_in_every_country(tables: Tables) -> None:
    """Acts without an agent (found, controlled, reduced) are the authority's: CODEBOOK, 3."""
    claims = {row["claim_id"]: row for row in tables["claims"]}
    told = {
        figure["claim_id"] for figure in tables["figures"] if figure["indicator_id"] == "drug-users"
    }
    numbers = [claims[claim_id] for claim_id in told]
    wrong = [
        (row["claim_id"], row["target"], row["statement"])
        for row in numbers
        if row["target"] != "drug_users"
    ]
    assert wrong == []
    assert {row["target_country"] for row in numbers} >= {"CN", "US"}


def test_the_stance_is_mixed_or_neutral_where_the_evaluations_are(
    tables: Tables, built: Built
) -> None:
    def with_evaluation(**cells: str) -> str | None:
        row = find(tables, "evaluations", RAMPANT)
        others = [one for one in tables["evaluations"] if one is not row]
        changed = {**tables, "evaluations": [*others, row, Row({**row, **cells})]}
        return stance(find(tables, "claims", "p10.c74"), Book(changed, built.book.sources))

    assert with_evaluation(evaluation_id="p10.v1", polarity="favourable") == "mixed"
    assert with_evaluation(evaluation_id="p10.v1") == "unfavourable"
    ironic = {"polarity": "favourable", "voice": "ironic"}
    assert with_evaluation(**ironic) == "mixed"
    for other in ({"voice": "reported"}, {"voice": "rejected"}, {"target_country": "US"}):
        assert with_evaluation(polarity="favourable", **other) == "unfavourable"
    assert with_evaluation(polarity="favourable", target="public") == "unfavourable"
    assert with_evaluation(polarity="favourable", char_start="0", char_end="3") == "unfavourable"
