"""What the README counts is counted from the rows, not assumed."""

from collections import Counter

import pytest

from scripts.package.source import Built
from scripts.publish.counts import (
    count_coverage,
    rates_of_error,
    rest_by_reason,
    summarise_agreement,
    summarise_references,
    unreliable,
)
from scripts.tables.claim_reviews import conclude
from scripts.tables.row import Row, Tables
from tests.conftest import ROOT


def rows(columns: str, *lines: str) -> list[Row]:
    """Return rows of the cells of each line; '-' is an empty cell."""
    names = columns.split()
    cells = ([cell.replace("-", "") for cell in line.split()] for line in lines)
    return [Row(dict(zip(names, one, strict=True))) for one in cells]


def test_every_letter_of_a_post_is_counted_as_claimed_as_rest_or_not_at_all() -> None:
    names = ["sentences", "figures", "operation_mentions", "evaluations", "talking_point_mentions"]
    tables: Tables = {name: rows("post_id", "p02") for name in names} | {
        "posts": [
            Row({"post_id": "p01", "text": "Yes, 12 – and no."}),
            Row({"post_id": "p02", "text": ""}),
        ],
        # Two claims share the words of the first: letters that both hold count once.
        "claims": rows("post_id char_start char_end", "p01 0 4", "p01 2 8", "p02 0 9"),
        "numerals": rows("post_id disposition", "p01 date", "p02 -"),
        "remainders": [Row({"post_id": "p01", "reason": "connective", "quote": "and"})],
    }
    found = count_coverage(tables)
    assert list(found) == ["p01", "p02", "all"]
    letters = {"letters": 10, "claimed": 5, "rest connective": 3, "held": 8}
    assert {name: found["p01"][name] for name in letters} == letters
    assert {name: found["p02"][name] for name in letters} == dict.fromkeys(letters, 0)
    assert (found["all"]["letters"], found["all"]["held"]) == (10, 8)
    assert (found["all"]["numerals"], found["all"]["disposed"]) == (2, 1)
    assert (found["p01"]["claims"], found["all"]["claims"]) == (2, 3)
    assert [found["all"][name] for name in names] == [1] * len(names)
    assert [found["p01"][name] for name in names] == [0] * len(names)


def test_the_reasons_of_the_rest_are_listed_by_their_letters() -> None:
    total = Counter({"claims": 9, "rest source": 2, "rest irony": 2, "rest slogan": 7, "held": 90})
    found = rest_by_reason({"p01": Counter({"rest question": 1}), "all": total})
    assert found == [("slogan", 7), ("irony", 2), ("source", 2)]
    assert rest_by_reason({"all": Counter({"held": 1})}) == []


def test_of_the_real_posts_nothing_is_left_over(built: Built) -> None:
    counted = count_coverage(built.book.tables)
    assert {name: one["letters"] - one["held"] for name, one in counted.items()} == dict.fromkeys(
        counted, 0
    )


def test_the_least_reliable_field_of_each_kind_comes_first() -> None:
    table = rows(
        "unit_type field about agreement alpha",
        *("claim - - - -", "claim mode - 0.9 0.9", "claim mode US 0.8 0.7", "claim theme - 1 0.8"),
        *("figure - - - -", "figure value - 0.6 0.5", "figure unit - 1 -", "exact - - - -"),
    )
    figure, claim = summarise_agreement(table)
    assert (figure.least[""]["field"], figure.least_alpha) == ("value", 0.5)
    assert (claim.least["US"]["field"], claim.least_alpha) == ("mode", 0.7)
    assert claim.whole[""]["field"] == ""
    assert unreliable(table) == ["claim.mode", "figure.value"]


def test_a_statement_counts_once_and_a_source_nobody_can_find_counts_apart() -> None:
    tables: Tables = {
        "figures": rows("figure_id claim_id", "f1 c2", "f2 c2"),
        "claim_reviews": rows("claim_id conclusion", "c1 differs", "c2 differs", "c3 not_tried"),
        "published_sources": rows("source_id retrievable", "a yes", "b no"),
        "reference_checks": rows(
            "figure_id claim_id mention_id source_id verdict independence",
            "f1 - - a matches repeats",
            "f1 - - a differs independent",
            "- c1 - a matches repeats",
            "- c1 - - not_found -",
            "- - m1 - not_found -",
            "- - m2 b matches repeats",
        ),
    }
    found = summarise_references(tables)
    assert found.pop("verdicts") == {("matches", "repeats"): 2, ("differs", "independent"): 1}
    assert found == {
        "of_verdict": {"matches": 2, "differs": 1},
        "kinds": {"repeats": 2, "independent": 1},
        "checked": 2,
        "differing": 1,
        "not_found": 1,
        "apart": 1,
        "conclusions": {"differs": 2, "not_tried": 1},
        "with_figures": {"differs": 1},
    }


def test_of_the_real_claims_each_has_one_conclusion(built: Built) -> None:
    found = summarise_references(built.book.tables)
    assert found["conclusions"].total() == len(built.book.rows("claims"))
    assert found["with_figures"] <= found["conclusions"]


REVIEWED = "table review_verdict reader"


def test_the_rate_of_error_is_that_of_the_readers_before_any_correction() -> None:
    """Wrong, and only wrong, is an error, whatever was answered."""
    columns = f"{REVIEWED} answer"
    reviews = [
        *("figures right language_model -", "claims wrong person kept"),
        *("claims unsure person -", "claims wrong language_model corrected"),
        *("claims right person -",),
    ]
    claims, figures = rates_of_error({"row_reviews": rows(columns, *reviews)})
    assert claims.pop("low") < "50.0" < claims.pop("high")
    assert claims == {
        **{"table": "claims", "rows": 4, "wrong": 2, "unsure": 1, "rate": "50.0"},
        "readers": "language model, person",
    }
    assert (figures["table"], figures["rate"], figures["readers"]) == (
        *("figures", "0.0", "language model"),
    )


# Wilson's interval, by the formula, with z = 1.96
INTERVALS = [(0, 10, "0.0", "27.8"), (5, 10, "23.7", "76.3"), (10, 10, "72.2", "100.0")]
INTERVALS += [(0, 1, "0.0", "79.3"), (9, 120, "4.0", "13.6")]


@pytest.mark.parametrize(("wrong", "count", "low", "high"), INTERVALS)
def test_the_interval_of_a_rate_is_that_of_wilson(
    wrong: int, count: int, low: str, high: str
) -> None:
    lines = ["claims wrong person"] * wrong + ["claims right person"] * (count - wrong)
    ((found),) = rates_of_error({"row_reviews": rows(REVIEWED, *lines)})
    assert (found["rows"], found["wrong"]) == (count, wrong)
    assert (found["low"], found["high"]) == (low, high)


def test_without_reviews_there_are_no_rates() -> None:
    assert rates_of_error({"row_reviews": []}) == []


SAID = {
    "agree, others perhaps with a part": ("matches", "partly"),
    "cover a part only": ("partly",),
    "differ": ("differs",),
    "agree and differ, or differ and cover a part": ("matches", "differs"),
    "were not found": ("not_found",),
}


def test_the_table_of_conclusions_in_the_codebook_is_what_the_build_concludes() -> None:
    kinds = {"an independent one": "independent", "only tertiary ones": "tertiary"}
    kinds["only the claimant, or who repeats it"] = "repeats"
    lines = [f"| the sources | {' | '.join(kinds)} |", "| --- | --- | --- | --- |"]
    for words, verdicts in SAID.items():
        checks = [
            [Row({"verdict": one, "independence": kind, "count_status": ""}) for one in verdicts]
            for kind in kinds.values()
        ]
        found = [f"`{code}`" if (code := conclude(one)) else "a reader decides" for one in checks]
        lines.append(f"| {words} | {' | '.join(found)} |")
    assert "\n".join(lines) in (ROOT / "CODEBOOK.md").read_text("utf-8")
