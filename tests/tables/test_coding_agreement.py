"""Agreement of two codings: how units are matched and measured, and what can be computed again."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import krippendorff
import pytest

from scripts.package.source import Built
from scripts.tables.coding_agreement import (
    FIELDS,
    Compared,
    agreement_rows,
    coding_rows,
    differences,
    interval,
    match_units,
    nominal_alpha,
    overlap,
    plain_number,
)
from scripts.tables.row import Row, Tables, span_of


def unit(post_id: str, start: int, end: int, **codes: str) -> Row:
    span = {"char_start": str(start), "char_end": str(end), "quote": "x" * (end - start)}
    return Row({"post_id": post_id, **span, **codes})


@pytest.mark.parametrize(
    ("other", "share"),
    [
        (unit("p01", 0, 10), 1),
        (unit("p01", 5, 10), 0.5),
        (unit("p01", 5, 15), 1 / 3),
        (unit("p01", 10, 20), 0),
        (unit("p01", 30, 40), 0),
        (unit("p02", 0, 10), 0),
    ],
)
def test_overlap_is_intersection_over_union_in_one_post(other: Row, share: float) -> None:
    assert overlap(unit("p01", 0, 10), other) == pytest.approx(share)
    assert overlap(other, unit("p01", 0, 10)) == pytest.approx(share)


@pytest.mark.parametrize(
    ("first", "second", "least", "pairs"),
    [
        # each unit once, the best overlap first
        ([(0, 10), (0, 8)], [(0, 8)], 0.5, [((0, 8), (0, 8))]),
        ([(0, 10), (0, 8)], [(0, 8), (0, 9)], 0.5, [((0, 8), (0, 8)), ((0, 10), (0, 9))]),
        # half is enough, less is not
        ([(0, 10)], [(5, 10)], 0.5, [((0, 10), (5, 10))]),
        ([(0, 10)], [(6, 10)], 0.5, []),
        ([(0, 10), (20, 30)], [(0, 10), (20, 29)], 1, [((0, 10), (0, 10))]),
        # of equal overlaps the one that comes first
        ([(0, 4)], [(0, 4), (0, 4)], 0.5, [((0, 4), (0, 4))]),
        ([], [(0, 4)], 0.5, []),
        ([(0, 4)], [], 0.5, []),
    ],
)
def test_units_are_matched_once_and_with_their_best_partner(
    first: list[tuple[int, int]],
    second: list[tuple[int, int]],
    least: float,
    pairs: list[tuple[tuple[int, int], tuple[int, int]]],
) -> None:
    sides = ([unit("p01", *span) for span in spans] for spans in (first, second))
    found = match_units(*sides, least=least)
    assert [(span_of(one), span_of(two)) for one, two in found] == pairs


# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A and B.
BINARY = ("0100000010", "1110010000", 0.095)
NOMINAL = ("aabbdcccedda", "babbbccceddd", 0.692)


@pytest.mark.parametrize(("one", "other", "alpha"), [BINARY, NOMINAL])
def test_alpha_is_that_of_krippendorffs_own_examples(one: str, other: str, alpha: float) -> None:
    found = nominal_alpha(Counter(zip(one, other, strict=True)))
    assert found == pytest.approx(alpha, abs=0.0005)


@pytest.mark.parametrize(
    ("pairs", "alpha"),
    [("aa bb", 1), ("aa aa", None), ("", None), ("ab ba", -0.5), ("aa", None), ("ab", 0)],
)
def test_alpha_is_one_for_equal_codes_and_undefined_without_two_codes(
    pairs: str, alpha: float | None
) -> None:
    codes = Counter((one, other) for one, other in pairs.split())
    assert nominal_alpha(codes) == (None if alpha is None else pytest.approx(alpha))


@pytest.mark.parametrize("seed", range(5))
def test_alpha_is_that_of_another_program(seed: int) -> None:
    random = Random(seed)
    one = [random.randrange(4) for _ in range(50)]
    other = [code if random.random() < 0.7 else random.randrange(4) for code in one]
    due = krippendorff.alpha([one, other], level_of_measurement="nominal")
    codes = Counter((str(a), str(b)) for a, b in zip(one, other, strict=True))
    assert nominal_alpha(codes) == pytest.approx(due)


def _share(drawn: Counter[str]) -> float:
    return drawn["a"] / drawn.total()


@pytest.mark.parametrize("units", ["ab" * 20, "a" * 30 + "b", "a" * 7, "b" * 7, "ab"])
def test_an_interval_is_the_same_at_each_run_and_holds_the_measure(units: str) -> None:
    low, high = interval(units, _share)
    assert interval(units, _share) == (low, high)
    assert float(low) <= _share(Counter(units)) <= float(high)


def test_an_interval_narrows_with_more_units() -> None:
    few, many = (interval("ab" * count, _share) for count in (10, 1000))
    assert float(few[0]) < float(many[0]) < float(many[1]) < float(few[1])
    assert float(many[1]) - float(many[0]) == pytest.approx(2 * 1.96 * 0.5 / 2000**0.5, rel=0.15)


def test_without_units_there_is_no_interval() -> None:
    assert interval("", _share) == ("", "")


def test_a_measure_that_is_undefined_in_a_resample_counts_as_agreement() -> None:
    assert interval("ab", lambda drawn: None) == ("1", "1")


# Two posts, about two countries; a post that only one coding has units in.
ABOUT = {"p01": "CN", "p02": "US"}
FIRST = [
    unit("p01", 0, 10, mode="a", theme="x"),
    unit("p01", 20, 30, mode="a", theme="x"),
    unit("p02", 0, 10, mode="b", theme="x"),
]
SECOND = [
    unit("p01", 0, 10, mode="a", theme="x"),
    unit("p01", 20, 26, mode="b", theme="x"),
    unit("p02", 50, 60, mode="b", theme="y"),
]
SMALL = [Compared("claim", ("mode", "theme"), FIRST, SECOND)]


def test_there_is_a_row_for_each_unit_and_field_of_all_posts_and_of_each_country() -> None:
    rows = agreement_rows(SMALL, ABOUT)
    columns = ("agreement_id", "first_count", "second_count", "matched_count", "f1", "agreement")
    assert [[row[column] for column in columns] for row in rows] == [
        ["claim_exact", "3", "3", "1", "0.333", ""],
        ["claim", "3", "3", "2", "0.667", ""],
        ["claim.mode", "3", "3", "2", "", "0.5"],
        ["claim.theme", "3", "3", "2", "", "1"],
        ["claim_exact.CN", "2", "2", "1", "0.5", ""],
        ["claim.CN", "2", "2", "2", "1", ""],
        ["claim.mode.CN", "2", "2", "2", "", "0.5"],
        ["claim.theme.CN", "2", "2", "2", "", "1"],
        ["claim_exact.US", "1", "1", "0", "0", ""],
        ["claim.US", "1", "1", "0", "0", ""],
        ["claim.mode.US", "1", "1", "0", "", ""],
        ["claim.theme.US", "1", "1", "0", "", ""],
    ]


def test_every_unit_of_each_coder_is_told_once_a_field() -> None:
    columns = ("unit_id", "field", "second_start", "second_end", "coded_by")
    values = ("first_value", "second_value")
    rows = [[row[column] for column in (*columns, *values)] for row in coding_rows(SMALL)]
    assert [row for row in rows if row[1] == "mode"] == [
        ["p01.claim.0-10", "mode", "0", "10", "both", "a", "a"],
        ["p01.claim.20-30", "mode", "20", "26", "both", "a", "b"],
        ["p02.claim.0-10", "mode", "", "", "first", "b", ""],
        ["p02.claim.50-60", "mode", "50", "60", "second", "", "b"],
    ]
    assert len([row for row in rows if row[1] == "theme"]) == 4
    assert len(rows) == 8


def test_what_differs_and_what_one_coding_lacks_is_listed() -> None:
    assert sorted(differences(SMALL)) == [
        "p01@   20 claim mode: a / b: xxxxxx",
        "p02@    0 claim only in first: xxxxxxxxxx",
        "p02@   50 claim only in second: xxxxxxxxxx",
    ]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1"), (0, "0"), (0.5, "0.5"), (2 / 3, "0.667"), (-0.25, "-0.25")]
)
def test_numbers_have_three_decimals_at_most(number: float, text: str) -> None:
    assert plain_number(number) == text


def test_no_unit_and_field_is_told_twice(tables: Tables) -> None:
    counted = Counter((row["unit_id"], row["field"]) for row in tables["codings"])
    assert [key for key, count in counted.items() if count > 1] == []


def test_every_unit_has_all_its_fields(tables: Tables) -> None:
    fields: dict[tuple[str, str], set[str]] = {}
    for row in tables["codings"]:
        fields.setdefault((row["unit_type"], row["unit_id"]), set()).add(row["field"])
    wrong = {key: found for key, found in fields.items() if found != set(FIELDS[key[0]])}
    assert wrong == {}


def test_both_coders_coded_the_claims_that_there_were(tables: Tables) -> None:
    """Claims that were found missing later are in no coding."""
    coded = {
        (row["post_id"], row["char_start"], row["char_end"], row["coded_by"])
        for row in tables["codings"]
        if row["unit_type"] == "claim_given"
    }
    claims = {
        (row["post_id"], row["char_start"], row["char_end"], "both") for row in tables["claims"]
    }
    later = {"p04.c55", "p05.c73", "p05.c74", "p05.c75", "p10.c76", "p10.c77", "p17.c70", "p17.c71"}
    known = [row for row in tables["claims"] if row["claim_id"] not in later]
    assert len(claims) == len(known) + len(later)
    assert coded == {(row["post_id"], row["char_start"], row["char_end"], "both") for row in known}


def _alpha(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Krippendorff's alpha as anyone may write it from the book: a coincidence matrix."""
    values = [value for pair in pairs for value in pair]
    total = len(values)
    observed = sum(one != other for one, other in pairs) / len(pairs)
    expected = sum(
        values.count(one) * values.count(other)
        for one in set(values)
        for other in set(values)
        if one != other
    ) / (total * (total - 1))
    return 1 - observed / expected


@pytest.mark.parametrize("country", ["", "CN", "US"])
@pytest.mark.parametrize(
    ("unit_type", "field"),
    [
        ("claim_given", "stance"),
        ("claim_given", "target"),
        ("evaluation", "target"),
        ("claim", "theme"),
    ],
)
def test_anyone_can_compute_alpha_from_the_table_codings(
    tables: Tables, country: str, unit_type: str, field: str
) -> None:
    about = {row["post_id"]: row["about"] for row in tables["posts"]}
    pairs = [
        (row["first_value"], row["second_value"])
        for row in tables["codings"]
        if (row["unit_type"], row["field"], row["coded_by"]) == (unit_type, field, "both")
        and country in ("", about[row["post_id"]])
    ]
    name = ".".join(filter(None, (unit_type, field, country)))
    (row,) = (row for row in tables["coding_agreement"] if row["agreement_id"] == name)
    assert row["matched_count"] == str(len(pairs))
    assert float(row["alpha"]) == pytest.approx(_alpha(pairs), abs=0.0005)
    same = sum(one == other for one, other in pairs) / len(pairs)
    assert float(row["agreement"]) == pytest.approx(same, abs=0.0005)
    assert float(row["low"]) <= float(row["alpha"]) <= float(row["high"])


@pytest.mark.parametrize("country", ["", "CN", "US"])
@pytest.mark.parametrize("unit_type", sorted({*FIELDS} - {"claim_given"}))
def test_anyone_can_count_the_units_from_the_table_codings(
    tables: Tables, country: str, unit_type: str
) -> None:
    about = {row["post_id"]: row["about"] for row in tables["posts"]}
    by = Counter(
        row["coded_by"]
        for row in tables["codings"]
        if (row["unit_type"], row["field"]) == (unit_type, FIELDS[unit_type][0])
        and country in ("", about[row["post_id"]])
    )
    name = ".".join(filter(None, (unit_type, country)))
    (row,) = (row for row in tables["coding_agreement"] if row["agreement_id"] == name)
    f1 = 2 * by["both"] / (by.total() + by["both"])
    assert float(row["f1"]) == pytest.approx(f1, abs=0.0005)
    assert float(row["low"]) <= float(row["f1"]) <= float(row["high"])


def test_the_bounds_of_every_row_hold_its_measure(built: Built) -> None:
    outside = [
        row["agreement_id"]
        for row in built.book.rows("coding_agreement")
        if row["low"]
        and not float(row["low"])
        <= float(row["alpha"] or row["agreement"] or row["f1"])
        <= float(row["high"])
    ]
    assert outside == []
