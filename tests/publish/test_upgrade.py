"""The page on upgrading names all of 1.0.0, and its questions get answers from the new tables."""

import re
from pathlib import Path

import pandas as pd
import pytest

from scripts.package.reader import Package, read_package
from scripts.publish.dictionary import find_upgrades
from tests.conftest import ROOT

PAGE = (ROOT / "docs/upgrade.md").read_text("utf-8")


@pytest.fixture(scope="module")
def first() -> Package:
    """Release 1.0.0."""
    return read_package(next((ROOT / "releases/1.0.0").glob("*.zip")))


@pytest.fixture(scope="module")
def now() -> Package:
    """The package of today."""
    return read_package(ROOT)


def frame(package: Package, table: str) -> pd.DataFrame:
    return pd.DataFrame([dict(row) for row in package.tables[table].rows.values()])


def test_every_column_of_the_first_release_is_kept_or_has_its_new_place_told(
    first: Package,
) -> None:
    upgrades, _ = find_upgrades(ROOT)
    listed = {(one.table, column) for one in upgrades for column in (*one.kept, *one.gone)}
    assert listed == {
        (name, column) for name, table in first.tables.items() for column in table.fields
    }
    told = PAGE.partition("## Where what is gone is now")[2]
    wrong = [
        f"{one.table}.{column}"
        for one in upgrades
        for column in one.gone
        if f"`{one.table}.{column}`" not in told
    ]
    assert not wrong, wrong


def test_every_new_place_exists(now: Package) -> None:
    rows = re.findall(r"^\| .+? \| (.+) \|$", PAGE.partition("## Where what")[2], re.MULTILINE)
    places = {place for row in rows for place in re.findall(r"`(\w+)\.(\w+)`", row)}
    assert len(places) > 5
    wrong = [f"{t}.{c}" for t, c in places if t not in now.tables or c not in now.tables[t].fields]
    assert not wrong, wrong


def test_nothing_is_told_of_a_project_without_that_release(tmp_path: Path) -> None:
    assert find_upgrades(tmp_path) == ([], [])


@pytest.mark.parametrize("package", ["first", "now"])
def test_the_same_join_tells_what_speaks_against_a_seizure(
    package: str, request: pytest.FixtureRequest
) -> None:
    found: Package = request.getfixturevalue(package)
    figures = frame(found, "figures").query("indicator_id == 'drugs-seized' and place == 'CN'")
    checks = frame(found, "consistency_checks").query("outcome != 'holds'")
    items = frame(found, "consistency_items")[["check_id", "figure_id"]]
    doubts = figures.merge(items, on="figure_id").merge(checks, on="check_id")
    assert len(figures) > 10 and len(doubts) > 0


def test_what_most_posts_state_is_counted_from_claim_propositions(
    first: Package, now: Package
) -> None:
    counted = frame(first, "propositions").astype({"post_count": int}).nlargest(5, "post_count")
    links = frame(now, "claim_propositions").merge(frame(now, "claims"), on="claim_id")
    posts = links.groupby("proposition_id")["post_id"].nunique()
    kept = [one for one in counted["proposition_id"] if one in posts]
    assert len(kept) >= 3
    assert all(posts[one] > 1 for one in kept)


def test_the_names_of_an_operation_are_found_as_before(first: Package, now: Package) -> None:
    names = [
        set(frame(one, "operation_mentions").query("operation_id == 'hunting-owl'")["quote"])
        for one in (first, now)
    ]
    assert names[0] == names[1] == {"Hunt the Owl", "Hunting Owl", "Kingpin Hunt"}


def test_what_sources_say_of_figures_can_be_counted_by_verdict(
    first: Package, now: Package
) -> None:
    for package in (first, now):
        checks = frame(package, "reference_checks").query("figure_id != ''")
        counts = pd.crosstab(checks["verdict"], checks["independence"])
        assert counts.loc["matches", "same_claimant"] > 10
