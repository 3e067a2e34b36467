"""The checks of the real figures; one changed figure makes a contradiction appear."""

import pytest

from scripts.curation.register_file import Entry
from scripts.package.source import Built
from scripts.tables.book import Book
from scripts.tables.consistency import find_checks, machine_rows, make_consistency
from scripts.tables.derivation import fill
from scripts.tables.row import Row, Tables

SEIZED = "same-proposition-drugs-seized-2013-2022-drugs-seized-level-kilogram"
NESTED = "nested-periods-drugs-seized-cn-2017-2020-2013-2022"
JOINT = "same-proposition-joint-cases-800-drug-cases-solved-level-case"


def with_figures(built: Built, tables: Tables, *changes: tuple[str, dict[str, str]]) -> Book:
    for figure_id, cells in changes:
        (row,) = (row for row in tables["figures"] if row["figure_id"] == figure_id)
        row.update(cells)
    return Book(tables, built.book.sources)


def outcome(book: Book, check_id: str) -> str:
    return {check.check_id: check.outcome for check in find_checks(book)}.get(check_id, "is gone")


CHANGED = [
    (SEIZED, [], "holds"),
    (SEIZED, [("p15.f09", {"value_base": "651000"})], "fails"),
    (SEIZED, [("p15.f09", {"qualifier": "over"})], "unclear"),
    (NESTED, [], "holds"),
    (NESTED, [("p12.f03", {"value_base": "700000"})], "fails"),
    ("same-measure-drugs-seized-cn-2013-2022", [("p12.f03", {"period": "2013/2022"})], "fails"),
    # The value of a claim of another scope may differ, that of the same may not.
    (JOINT, [], "holds"),
    (JOINT, [("p03.f35", {"value_base": "900"})], "unclear"),
    (JOINT, [("p13.f09", {"value_base": "900"})], "fails"),
    # Nobody knows when a period without end ends.
    (
        "nested-periods-drug-cases-solved-cn-2013-2018-2013-2022",
        [("p15.f07", {"period": "2013/.."}), ("p03.f08", {"period": "2013/.."})],
        "is gone",
    ),
]


@pytest.mark.parametrize(("check_id", "changes", "expected"), CHANGED)
def test_a_changed_figure_changes_what_its_check_finds(
    built: Built,
    tables: Tables,
    check_id: str,
    changes: list[tuple[str, dict[str, str]]],
    expected: str,
) -> None:
    assert outcome(with_figures(built, tables, *changes), check_id) == expected


def test_what_figures_say_of_an_operation_is_no_part_of_a_total(
    built: Built, tables: Tables
) -> None:
    (figure,) = (row for row in tables["figures"] if row["figure_id"] == "p12.f03")
    link = {"claim_id": figure["claim_id"], "operation_id": "breaking-ice"}
    tables["claim_operations"].append(Row(link))
    assert outcome(Book(tables, built.book.sources), NESTED) == "is gone"


def test_what_a_rule_leaves_unclear_is_at_most_likely(built: Built, tables: Tables) -> None:
    book = with_figures(built, tables, ("p15.f09", {"qualifier": "over"}))
    checks, _ = machine_rows(book)
    sure = {(row["outcome"] == "unclear", row["confidence"]) for row in checks}
    assert sure == {(True, "medium"), (False, "high")}


def test_no_two_checks_found_by_machine_have_one_id(built: Built, tables: Tables) -> None:
    """'drug users' and 'drug-users' of two populations give one id."""
    levels = [row for row in tables["figures"] if row["figure_id"] == "p15.f07"]
    for letter, words in (("a", "drug users"), ("b", "drug-users")):
        for number in (1, 2):
            cells = {"figure_id": f"p15.{letter}{number}", "claim_id": "p15.c99"}
            tables["figures"].append(Row(levels[0] | cells | {"population": words}))
    ids = [check.check_id for check in find_checks(Book(tables, built.book.sources))]
    name = "same-measure-drug-cases-solved-drug-users-cn-2013-2022"
    assert [one for one in ids if one.startswith(name)] == [name, f"{name}-2"]
    assert len(ids) == len(set(ids))


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
        (("slip p03.c99",), "5 a-slip: unknown id 'p03.c99'"),
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
    curated(built, tables, SEIZED, ("slip p03.s01",), outcome="fails")
    assert [row["reason"] for row in tables["told"]] == [
        f"3 {SEIZED}: is the id of a check found by machine"
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
