"""The page on upgrading names all of 1.0.0, and its questions get answers from the new tables."""

import re

import pandas as pd
import pytest

from scripts.package.reader import Package, read_package
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


def listed() -> dict[str, tuple[set[str], set[str], set[str]]]:
    """Return the columns that the page calls kept, gone and new, by table of 1.0.0."""
    lines = PAGE.partition("| table of 1.0.0 |")[2].partition("\n\n")[0].splitlines()[2:]
    columns = [[set(re.findall(r"`(\w+)`", cell)) for cell in line.split("|")] for line in lines]
    return {name: (kept, gone, new) for _, (name,), kept, gone, new, _ in columns}


def test_every_column_of_the_first_release_is_kept_or_has_its_new_place_told(
    first: Package,
) -> None:
    columns = {name: kept | gone for name, (kept, gone, _) in listed().items()}
    assert columns == {name: set(table.fields) for name, table in first.tables.items()}
    told = PAGE.partition("## Where what is gone is now")[2]
    wrong = [
        f"{table}.{column}"
        for table, (_, gone, _) in listed().items()
        for column in gone
        if f"`{table}.{column}`" not in told
    ]
    assert not wrong, wrong


def test_what_is_kept_or_new_is_in_the_tables_and_what_is_gone_is_not(now: Package) -> None:
    fields = {
        name: set(now.tables[name].fields) if name in now.tables else set() for name in listed()
    }
    wrong = [
        name
        for name, (kept, gone, new) in listed().items()
        if not kept | new <= fields[name] or gone & fields[name]
    ]
    assert not wrong, wrong
    new_tables = set(re.findall(r"`(\w+)`", PAGE.partition("\nNew tables: ")[2].partition("\n")[0]))
    assert new_tables and new_tables <= now.tables.keys() - listed().keys()


def test_every_new_place_exists(now: Package) -> None:
    rows = re.findall(r"^\| .+? \| (.+) \|$", PAGE.partition("## Where what")[2], re.MULTILINE)
    places = {place for row in rows for place in re.findall(r"`(\w+)\.(\w+)`", row)}
    assert len(places) > 5
    wrong = [f"{t}.{c}" for t, c in places if t not in now.tables or c not in now.tables[t].fields]
    assert not wrong, wrong


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
