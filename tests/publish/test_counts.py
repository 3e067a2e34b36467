"""What the README counts is counted from the rows, not assumed."""

from scripts.publish.counts import (
    count_coverage,
    summarise_agreement,
    summarise_references,
    unreliable,
)
from scripts.tables.row import Row, Tables


def rows(columns: str, *lines: str) -> list[Row]:
    """Return rows of the cells of each line; '-' is an empty cell."""
    names = columns.split()
    cells = ([cell.replace("-", "") for cell in line.split()] for line in lines)
    return [Row(dict(zip(names, one, strict=True))) for one in cells]


def test_what_is_not_accounted_for_is_not_counted_as_such() -> None:
    tables: Tables = {
        "posts": rows("post_id", "p01", "p02"),
        "sentences": rows(
            "post_id sentence_id no_claim_reason", "p01 s1 -", "p01 s2 heading", "p01 s3 -"
        ),
        "claims": rows("post_id sentence_id", "p01 s1", "p01 s1"),
        "figures": [],
        "numerals": rows("post_id disposition", "p01 date", "p02 -"),
        "operation_mentions": rows("post_id", "p02"),
    }
    found = count_coverage(tables)
    assert list(found) == ["p01", "p02", "all"]
    assert (found["p01"]["sentences"], found["p01"]["with_claims"]) == (3, 1)
    assert (found["p01"]["explained"], found["p02"]["explained"]) == (2, 0)
    assert (found["all"]["numerals"], found["all"]["disposed"]) == (2, 1)
    assert (found["all"]["claims"], found["all"]["operation_mentions"]) == (2, 1)


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
        "published_sources": rows("source_id retrievable", "a yes", "b no"),
        "reference_checks": rows(
            "figure_id claim_id mention_id source_id verdict independence",
            "f1 - - a matches same",
            "f1 - - a differs independent",
            "- c1 - a matches same",
            "- c1 - - not_found -",
            "- - m1 - not_found -",
            "- - m2 b matches same",
        ),
    }
    found = summarise_references(tables)
    assert found.pop("verdicts") == {("matches", "same"): 2, ("differs", "independent"): 1}
    assert found == {
        "kinds": {"same": 2, "independent": 1},
        "checked": 2,
        "differing": 1,
        "not_found": 1,
        "apart": 1,
    }
