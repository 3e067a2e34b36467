"""The checks of the real figures; one changed figure makes a contradiction appear."""

import pytest

from scripts.curation.register_file import Entry
from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.consistency import find_checks, machine_rows, make_consistency
from scripts.tables.derivation import fill
from scripts.tables.row import Row, Tables

# Checks by their ids without the hash.
SEIZED = "same-proposition-drugs-seized-2013-2022"
SOLVED = "same-proposition-cases-solved-2013-2022"
OFFICES = "same-proposition-liaison-offices-13"
NESTED = "nested-periods-drugs-seized-2017-2020-2013-2022"
IMPLIED = "implied-remainder-drugs-seized-2013-2018-2017-2020"
GONE = "is gone"


def with_figures(built: Built, tables: Tables, *changes: tuple[str, dict[str, str]]) -> Book:
    for figure_id, cells in changes:
        (row,) = (row for row in tables["figures"] if row["figure_id"] == figure_id)
        row.update(cells)
    return Book(tables, built.book.sources)


def outcome(book: Book, check: str) -> str:
    found = {one.check_id.rpartition("-")[0]: one.outcome for one in find_checks(book)}
    return found.get(check, GONE)


CHANGED = [
    (SOLVED, [], "holds"),
    (SOLVED, [("p15.f07", {"value_base": "1080000"})], "fails"),
    (SOLVED, [("p15.f07", {"qualifier": "over"})], "unclear"),
    # p03 and p15 have one passage on the drugs seized, which proves nothing as long as it agrees
    (SEIZED, [], GONE),
    (SEIZED, [("p15.f09", {"value_base": "651000"})], "fails"),
    (NESTED, [], GONE),
    (NESTED, [("p12.f03", {"value_base": "700000"})], "fails"),
    (NESTED, [("p12.f03", {"value_base": "700000", "qualifier": "over"})], "unclear"),
    (IMPLIED, [], "holds"),
    (IMPLIED, [("p10.f09", {"value_base": "900"})], "holds"),
    (IMPLIED, [("p12.f03", {"qualifier": "over"})], "unclear"),
    ("same-measure-drugs-seized-2013-2022", [], GONE),
    ("same-measure-drugs-seized-2013-2022", [("p12.f03", {"period": "2013/2022"})], "fails"),
    # nobody knows when a period without end ends
    (
        "implied-remainder-drug-cases-solved-2013-2018-2017-2020",
        [("p15.f07", {"period": "2013/.."}), ("p03.f08", {"period": "2013/.."})],
        GONE,
    ),
]


@pytest.mark.parametrize(("check", "changes", "expected"), CHANGED)
def test_a_changed_figure_changes_what_its_check_finds(
    built: Built,
    tables: Tables,
    check: str,
    changes: list[tuple[str, dict[str, str]]],
    expected: str,
) -> None:
    assert outcome(with_figures(built, tables, *changes), check) == expected


@pytest.mark.parametrize(
    ("terms", "expected"), [({}, "fails"), ({"items": "other"}, GONE), ({"period": "other"}, GONE)]
)
def test_a_claim_of_another_thing_or_time_may_have_another_value(
    built: Built, tables: Tables, terms: dict[str, str], expected: str
) -> None:
    for row in tables["claim_propositions"]:
        if row["proposition_id"] == "cases-solved-2013-2022" and row["claim_id"] == "p15.c15":
            row.update(terms)
    book = with_figures(built, tables, ("p15.f07", {"value_base": "1080000", "period": "2021"}))
    assert outcome(book, SOLVED) == expected


def test_what_figures_say_of_an_operation_is_no_part_of_a_total(
    built: Built, tables: Tables
) -> None:
    (figure,) = (row for row in tables["figures"] if row["figure_id"] == "p12.f03")
    link = {"claim_id": figure["claim_id"], "operation_id": "breaking-ice"}
    tables["claim_operations"].append(Row(link))
    assert outcome(Book(tables, built.book.sources), IMPLIED) == GONE


def test_no_check_asks_what_another_has_asked(built: Built, tables: Tables) -> None:
    """p03.f08 and p15.f07 state one proposition and are of one measure and time."""
    book = with_figures(built, tables, ("p15.f07", {"value_base": "1080000"}))
    asked = [{*check.items} for check in find_checks(book)]
    assert [items for items in asked if sum(items <= other for other in asked) > 1] == []
    about = [items for items in asked if ("statement", "p15.f07") in items]
    assert about == [{("statement", "p03.f08"), ("statement", "p15.f07")}]


@pytest.mark.parametrize(
    ("told", "left_out"),
    [([{"p03.f08", "p15.f07", "p01.s01"}], True), ([{"p03.f08"}, {"p15.f07"}], False), ([], False)],
)
def test_a_machine_check_whose_figures_a_curated_one_names_is_left_out(
    built: Built, told: list[set[str]], left_out: bool
) -> None:
    checks, items = machine_rows(find_checks(built.book), built.book, told)
    ids = {row["check_id"] for row in checks}
    assert {name.rpartition("-")[0] for name in ids}.isdisjoint({SOLVED}) == left_out
    assert {row["check_id"] for row in items} == ids


@pytest.mark.parametrize(
    ("check_type", "left_out"), [("contradiction", True), ("arithmetic", True), ("wording", False)]
)
def test_only_a_curated_check_of_numbers_takes_the_place_of_one(
    built: Built, tables: Tables, check_type: str, left_out: bool
) -> None:
    items = ("statement p03.f08", "statement p15.f07")
    entry = Entry("a-slip", {**FIELDS, "check_type": check_type, "items": items}, 3, LINES)
    checks, _, _ = make_consistency(Book(tables, built.book.sources), {"a-slip": entry})
    assert {row["check_id"].rpartition("-")[0] for row in checks}.isdisjoint({SOLVED}) == left_out


def test_what_a_rule_leaves_unclear_is_at_most_likely(built: Built) -> None:
    checks, _ = machine_rows(find_checks(built.book), built.book, [])
    sure = {(row["outcome"] == "unclear", row["confidence"]) for row in checks}
    assert sure == {(True, "medium"), (False, "high")}


def with_measures(built: Built, tables: Tables, posts: tuple[str, ...], *words: str) -> list[str]:
    """Return the checks where posts give a figure for each of some populations."""
    (level,) = (row for row in tables["figures"] if row["figure_id"] == "p15.f07")
    for letter, population in zip("ab", words, strict=False):
        for number, post in enumerate(posts, start=1):
            cells = {"figure_id": f"{post}.{letter}{number}", "claim_id": "p15.c99"}
            # words that no passage holds
            cells |= {"post_id": post, "population": population, "char_end": "1", "char_start": "0"}
            tables["figures"].append(Row(level | cells))
    ids = [check.check_id for check in find_checks(Book(tables, built.book.sources))]
    assert len(ids) == len(set(ids))
    return [one for one in ids if one.startswith("same-measure-drug-cases-solved-2013-2022-")]


def test_no_two_checks_found_by_machine_have_one_id(built: Built, tables: Tables) -> None:
    """'drug users' and 'drug-users' of two populations have one name and two hashes."""
    assert len(with_measures(built, tables, ("p14", "p15"), "drug users", "drug-users")) == 2


def test_what_one_post_says_twice_is_no_second_statement(built: Built, tables: Tables) -> None:
    assert with_measures(built, tables, ("p15", "p15"), "drug users") == []


def test_magnitude_words_and_containers_are_never_compared(built: Built) -> None:
    words = {r["figure_id"] for r in built.book.rows("figures") if r["qualifier"] == "order_of"}
    checks = find_checks(built.book)
    assert words and not words & {item for check in checks for _, item in check.items}
    assert [check.check_id for check in checks if "opium-containers" in check.check_id] == []


FIELDS = {"check_type": "wording", "finding": "A slip.", "basis": "text", "confidence": "high"}
LINES = {"items 1": 5, "items 2": 6}


def curated(built: Built, tables: Tables, name: str, items: tuple[str, ...], **fields: str) -> Book:
    """Return a book of the real tables with one curated check."""
    entry = Entry(name, {**FIELDS, **fields, "items": items}, 3, LINES)
    book = Book(tables, built.book.sources)
    checks, rows, findings = make_consistency(book, {name: entry})
    own = [row for row in checks if row["check_id"] == name and row["found_by"] == "curated"]
    tables["consistency_checks"] = own
    tables["consistency_items"] = [row for row in rows if row["check_id"] == name]
    book = Book(tables, built.book.sources, book.unread)
    fill(book, "consistency_checks")
    told = [f"{one.line} {one.reason}" for one in findings]
    assert all(one.file == "curation/links/consistency.yaml" for one in findings)
    tables["told"] = [Row({"reason": reason}) for reason in told]
    return book


def test_an_item_is_a_row_or_some_of_its_words(built: Built, tables: Tables) -> None:
    items = ("slip p03.c01 | Drug 2023 and crime", "heading p03.s01")
    curated(built, tables, "a-slip", items, outcome="fails")
    assert tables["told"] == []
    first, second = tables["consistency_items"]
    assert (first["claim_id"], first["item_role"], first["quote"]) == (
        *("p03.c01", "slip"),
        "Drug 2023 and crime",
    )
    assert (second["sentence_id"], second["item_number"]) == ("p03.s01", "2")
    text = next(row["text"] for row in tables["posts"] if row["post_id"] == "p03")
    assert text[int(first["char_start"]) : int(first["char_end"])] == first["quote"]
    assert [row.origin.line for row in (first, second) if row.origin] == [5, 6]


@pytest.mark.parametrize(
    ("items", "reason"),
    [
        (("slip p03.c99",), "5 a-slip: unknown id 'p03.c99'; nearest: p03.c59, p03.c49"),
        (
            ("slip p03.s01", "slip p03.c01 | Drugs"),
            "6 a-slip: the words 'Drugs' are not in p03.c01",
        ),
        (("slip",), "5 a-slip: unknown id ''"),
    ],
)
def test_an_item_that_is_nowhere_is_named_with_its_line(
    built: Built, tables: Tables, items: tuple[str, ...], reason: str
) -> None:
    curated(built, tables, "a-slip", items, outcome="fails")
    assert [row["reason"] for row in tables["told"]] == [reason]


def test_a_check_with_the_id_of_one_found_by_machine_is_refused(
    built: Built, tables: Tables
) -> None:
    name = next(row["check_id"] for row in machine_rows(find_checks(built.book), built.book, [])[0])
    curated(built, tables, name, ("slip p03.s01",), outcome="fails")
    assert [row["reason"] for row in tables["told"]] == [
        f"3 {name}: is the id of a check found by machine"
    ]
    assert tables["consistency_checks"] == []


def test_a_formula_gives_outcome_and_computation(built: Built, tables: Tables) -> None:
    formula = "days 1839-06-03 1839-06-25 = p10.f01"
    curated(built, tables, "humen", ("result p10.f01",), formula=formula)
    (row,) = tables["consistency_checks"]
    assert row["outcome"] == "holds"
    assert row["computation"].startswith("1839-06-03 to 1839-06-25 = 23 days, both counted")


def test_a_typed_outcome_stays_until_a_rule_looks_at_it(built: Built, tables: Tables) -> None:
    formula = "days 1839-06-03 1839-06-25 = p10.f01"
    curated(built, tables, "humen", ("result p10.f01",), formula=formula, outcome="fails")
    assert tables["consistency_checks"][0]["outcome"] == "fails"
