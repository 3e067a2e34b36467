"""Checks on the real figures: one changed figure makes a contradiction appear."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.curation.loading import load_curation
from scripts.output.package import make_tables
from scripts.problem import ProblemsFound
from scripts.tables.annotated import Row
from scripts.tables.assemble import Tables
from scripts.tables.consistency import find_checks

ROOT = Path(__file__).resolve().parent.parent.parent
MEASURE = "same-proposition-drugs-seized-2013-2022-drugs-seized-level-kilogram"


@pytest.fixture(scope="module")
def tables() -> Tables:
    return make_tables(load_curation(ROOT))


def with_figure(tables: Tables, figure_id: str, **cells: object) -> Tables:
    figures: list[Row] = [
        {**row, **cells} if row["figure_id"] == figure_id else row for row in tables["figures"]
    ]
    return tables | {"figures": figures}


def outcome(tables: Tables, check_id: str) -> str:
    found = {check.check_id: check for check in find_checks(tables)}
    return found[check_id].outcome


def test_the_same_total_in_two_posts_holds(tables: Tables) -> None:
    assert outcome(tables, MEASURE) == "holds"


def test_a_figure_with_another_value_makes_a_contradiction(tables: Tables) -> None:
    broken = with_figure(tables, "p15.f09", value=651, value_base=651000)
    assert outcome(broken, MEASURE) == "fails"


def test_a_figure_with_another_qualifier_makes_the_check_unclear(tables: Tables) -> None:
    assert outcome(with_figure(tables, "p15.f09", qualifier="over"), MEASURE) == "unclear"


def test_a_part_of_the_time_above_the_whole_fails(tables: Tables) -> None:
    check_id = "nested-periods-drugs-seized-cn-2017-2020-2013-2022"
    assert outcome(tables, check_id) == "holds"
    assert outcome(with_figure(tables, "p12.f03", value_base=700000), check_id) == "fails"


def test_a_period_without_end_holds_no_other(tables: Tables) -> None:
    ids = {check.check_id for check in find_checks(tables)}
    open_ended = with_figure(tables, "p15.f07", period="2013/..")
    open_ended = with_figure(open_ended, "p03.f08", period="2013/..")
    lost = ids - {check.check_id for check in find_checks(open_ended)}
    assert "nested-periods-drug-cases-solved-cn-2013-2018-2013-2022" in lost
    assert not [i for i in ids if i.startswith("nested-periods-") and i.endswith("-2013")]


@pytest.mark.parametrize(("qualifier", "expected"), [("as_stated", "fails"), ("over", "unclear")])
def test_a_part_above_a_whole_that_is_not_exact_is_unclear(
    tables: Tables, qualifier: str, expected: str
) -> None:
    broken = with_figure(tables, "p12.f03", value_base=700000)
    for figure_id in ("p03.f10", "p15.f09"):
        broken = with_figure(broken, figure_id, qualifier=qualifier)
    assert outcome(broken, "nested-periods-drugs-seized-cn-2017-2020-2013-2022") == expected


def test_what_a_rule_leaves_unclear_is_no_more_than_likely(tables: Tables) -> None:
    found = [row for row in tables["consistency_checks"] if row["found_by"] == "machine"]
    sure = {(row["outcome"] == "unclear", row["confidence"]) for row in found}
    assert sure == {(True, "medium"), (False, "high")}


def test_figures_of_two_propositions_with_one_measure_are_compared(tables: Tables) -> None:
    other = with_figure(tables, "p12.f03", period="2013/2022")
    assert outcome(other, "same-measure-drugs-seized-cn-2013-2022") == "fails"


@pytest.mark.parametrize(
    ("figure_id", "agreement", "expected"),
    [("p03.f35", "scope", "unclear"), ("p13.f09", "same", "fails")],
)
def test_another_value_is_unclear_in_another_scope_and_a_contradiction_in_the_same(
    tables: Tables, figure_id: str, agreement: str, expected: str
) -> None:
    (figure,) = (row for row in tables["figures"] if row["figure_id"] == figure_id)
    (claim,) = (row for row in tables["claims"] if row["claim_id"] == figure["claim_id"])
    assert claim["claim_agreement"] == agreement
    broken = with_figure(tables, figure_id, value=900, value_base=900)
    check_id = "same-proposition-joint-cases-800-drug-cases-solved-level-case"
    assert outcome(tables, check_id) == "holds"
    assert outcome(broken, check_id) == expected


def test_boxes_and_bags_are_never_compared(tables: Tables) -> None:
    ids = [check.check_id for check in find_checks(tables)]
    assert [i for i in ids if "opium-containers" in i] == []


def test_magnitude_words_are_never_compared(tables: Tables) -> None:
    words = {r["figure_id"] for r in tables["figures"] if r["qualifier"] == "order_of"}
    used = {item for check in find_checks(tables) for _, item in check.items}
    assert sorted(map(str, words & used)) == []


Change = Callable[[str], str]
BROKEN: list[tuple[Change, str]] = [
    (lambda t: t.replace("slip p03.c65 |", "slip p03.c99 |"), "there is no 'p03.c99'"),
    (lambda t: t.replace("| cases have been seized", "| cases were seized"), "does not stand in"),
    (lambda t: t.replace("slip p12.c21", "oddity p12.c21"), "'oddity' is no item_role"),
    (lambda t: t.replace("check_type: scope", "check_type: range", 1), "'range' is no check_type"),
    (lambda t: t.replace("formula: share p03.f13", "formula: share p03.f98"), "no figure"),
    (
        lambda t: t.replace("  formula: days", "  outcome: fails\n  formula: days"),
        "the formula gives holds, not fails",
    ),
    (
        lambda t: t.replace("  outcome: holds\n", "", 1),
        "has neither formula nor outcome",
    ),
    (
        lambda t: t.replace("opium-weight:", f"{MEASURE}:"),
        "is found by machine",
    ),
]


@pytest.mark.parametrize(("change", "reason"), BROKEN)
def test_a_wrong_curated_check_is_refused(tmp_path: Path, change: Change, reason: str) -> None:
    shutil.copytree(ROOT / "curation", tmp_path / "curation")
    path = tmp_path / "curation/links/consistency.yaml"
    text = path.read_text("utf-8")
    assert change(text) != text
    path.write_text(change(text), "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        make_tables(load_curation(tmp_path))
    messages = [str(problem) for problem in caught.value.problems]
    assert [m for m in messages if reason in m and "consistency.yaml:" in m], messages
