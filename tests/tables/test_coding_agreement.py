"""Agreement of two codings: how units are matched and measured, and what can be computed again."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import krippendorff
import pytest

from scripts.package.source import Built
from scripts.tables.coding_agreement import (
    KINDS,
    SHARED_EXTENT,
    Compared,
    agreement_rows,
    coding_rows,
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


def test_units_with_keys_are_matched_where_these_are_equal_wherever_they_stand() -> None:
    keys = ("post_id", "talking_point_id")
    first = [
        unit("p01", 0, 10, talking_point_id="ban"),
        unit("p01", 20, 30, talking_point_id="ban"),
        unit("p01", 40, 50, talking_point_id="war"),
    ]
    second = [
        unit("p01", 24, 34, talking_point_id="ban"),
        unit("p01", 90, 99, talking_point_id="ban"),
        unit("p02", 40, 50, talking_point_id="war"),
    ]
    found = match_units(first, second, 0.5, keys)
    # the best overlap first; what is left is matched though it shares no letter
    assert [(span_of(one), span_of(two)) for one, two in found] == [
        ((20, 30), (24, 34)),
        ((0, 10), (90, 99)),
    ]


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
MENTIONS = [
    Compared(
        "operation_mention",
        [
            unit("p01", 0, 10, operation_id="a", identity="x"),
            unit("p01", 20, 30, operation_id="a", identity="x"),
            unit("p02", 0, 10, operation_id="b", identity="x"),
        ],
        [
            unit("p01", 0, 10, operation_id="a", identity="x"),
            unit("p01", 20, 26, operation_id="b", identity="x"),
            unit("p02", 50, 60, operation_id="b", identity="y"),
        ],
    )
]


def point(start: int, sentence: str, voice: str) -> Row:
    codes = {"talking_point_id": "ban", "voice": voice, "target": "people", "target_country": ""}
    return unit("p01", start, start + 9, sentence_id=f"p01.{sentence}", **codes)


# One sentence in other words, and one that only the first coder found it in.
FIRST, SECOND = [point(0, "s01", "own"), point(90, "s02", "own")], [point(20, "s01", "ironic")]
POINTS = [
    Compared("talking_point", FIRST, SECOND),
    Compared("talking_point_in_post", FIRST[:1], SECOND),
]


def test_there_is_a_row_for_each_unit_and_field_of_all_posts_and_of_each_country() -> None:
    rows = agreement_rows(MENTIONS, ABOUT)
    columns = ("agreement_id", "first_count", "second_count", "matched_count", "f1", "agreement")
    assert [[row[column] for column in columns] for row in rows] == [
        ["operation_mention", "3", "3", "2", "0.667", ""],
        ["operation_mention.operation_id", "3", "3", "2", "", "0.5"],
        ["operation_mention.identity", "3", "3", "2", "", "1"],
        ["operation_mention.CN", "2", "2", "2", "1", ""],
        ["operation_mention.operation_id.CN", "2", "2", "2", "", "0.5"],
        ["operation_mention.identity.CN", "2", "2", "2", "", "1"],
        ["operation_mention.US", "1", "1", "0", "0", ""],
        ["operation_mention.operation_id.US", "1", "1", "0", "", ""],
        ["operation_mention.identity.US", "1", "1", "0", "", ""],
    ]


def test_claims_are_also_counted_where_their_spans_are_equal() -> None:
    codes = dict.fromkeys(KINDS["claim"].fields, "x")
    sides = ([unit("p01", 0, end, **codes)] for end in (10, 9))
    rows = agreement_rows([Compared("claim", *sides)], ABOUT)[:2]
    assert [(row["agreement_id"], row["f1"]) for row in rows] == [
        ("claim_exact", "0"),
        ("claim", "1"),
    ]


def test_a_talking_point_is_counted_by_sentence_and_by_post() -> None:
    rows = [row for row in agreement_rows(POINTS, ABOUT) if not row["about"]]
    found = {row["agreement_id"]: row["f1"] or row["agreement"] for row in rows}
    assert found == {
        "talking_point": "0.667",
        "talking_point.voice": "0",
        "talking_point.target": "1",
        "talking_point.target_country": "1",
        "talking_point_in_post": "1",
    }


# As settled: words of the first unit that both found, other words, and the unit of one coder.
SETTLED: Tables = {
    "operation_mentions": [
        unit("p01", 2, 10, mention_id="p01.m01"),
        unit("p01", 24, 40, mention_id="p01.m02"),
        unit("p02", 50, 60, mention_id="p02.m01"),
    ],
    "talking_point_mentions": [point(40, "s02", "own"), point(60, "s03", "own")],
}


def test_every_unit_of_each_coder_is_told_once_a_field_with_its_settled_row() -> None:
    columns = ("unit_id", "row_id", "second_start", "second_end", "coded_by")
    values = ("first_value", "second_value")
    rows = list(coding_rows(MENTIONS, SETTLED))
    assert [
        [row[column] for column in (*columns, *values)]
        for row in rows
        if row["field"] == "operation_id"
    ] == [
        ["p01.operation_mention.0-10", "p01.m01", "0", "10", "both", "a", "a"],
        ["p01.operation_mention.20-30", "", "20", "26", "both", "a", "b"],
        ["p02.operation_mention.0-10", "", "", "", "first", "b", ""],
        ["p02.operation_mention.50-60", "p02.m01", "50", "60", "second", "", "b"],
    ]
    assert len([row for row in rows if row["field"] == "identity"]) == 4
    assert len(rows) == 8
    assert {row["table"] for row in rows} == {"operation_mentions"}


def test_a_talking_point_is_told_with_its_name_and_the_row_of_its_sentence() -> None:
    rows = [row for row in coding_rows(POINTS, SETTLED) if row["field"] == "voice"]
    columns = ("unit_id", "row_id", "second_start", "coded_by", "first_value", "second_value")
    assert [[row[column] for column in columns] for row in rows] == [
        ["p01.talking_point.ban.0-9", "", "20", "both", "own", "ironic"],
        ["p01.talking_point.ban.90-99", "p01.s02 ban", "", "first", "own", ""],
    ]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1"), (0, "0"), (0.5, "0.5"), (2 / 3, "0.667"), (-0.25, "-0.25")]
)
def test_numbers_have_three_decimals_at_most(number: float, text: str) -> None:
    assert plain_number(number) == text


def test_no_unit_and_field_is_told_twice(tables: Tables) -> None:
    counted = Counter((row["unit_id"], row["field"]) for row in tables["codings"])
    assert [key for key, count in counted.items() if count > 1] == []


def _kind(row: Row) -> str:
    """Return the kind of a unit, the second word of its id."""
    return row["unit_id"].split(".")[1]


def test_every_unit_has_all_its_fields(tables: Tables) -> None:
    fields: dict[tuple[str, str], set[str]] = {}
    for row in tables["codings"]:
        fields.setdefault((_kind(row), row["unit_id"]), set()).add(row["field"])
    wrong = {key: found for key, found in fields.items() if found != {*KINDS[key[0]].fields}}
    assert wrong == {}
    assert {kind for kind, _ in fields} == {kind for kind, one in KINDS.items() if one.table}


def test_a_unit_is_the_settled_row_that_it_names(built: Built) -> None:
    """It shares half of its extent; a talking point is in the same sentence."""
    wrong = []
    for row in built.book.rows("codings"):
        kind, settled = KINDS[_kind(row)], built.book.get(row["table"], row["row_id"])
        same = settled and (kind.keys or overlap(row, settled) >= SHARED_EXTENT)
        if row["table"] != kind.table or (row["row_id"] and not same):
            wrong.append((row["unit_id"], row["table"], row["row_id"]))
    assert wrong == []


@pytest.mark.parametrize(
    ("kind", "later"),
    [
        ("figure_given", ""),
        (
            "claim_given",
            "p04.c55 p05.c73 p05.c74 p05.c75 p05.c76 p10.c76 p10.c77 p12.c41 p17.c70 p17.c71",
        ),
    ],
)
def test_both_coders_coded_all_that_they_were_given(built: Built, kind: str, later: str) -> None:
    """Claims that were found missing later are in no coding."""
    rows = [row for row in built.book.rows("codings") if _kind(row) == kind]
    assert {row["coded_by"] for row in rows} == {"both"}
    moved = [
        row for row in rows if span_of(row) != (int(row["second_start"]), int(row["second_end"]))
    ]
    assert moved == []
    coded = {row["row_id"] for row in rows}
    assert sorted({*built.book.by_id(KINDS[kind].table)} - coded) == later.split()


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
        ("talking_point", "target"),
        ("remainder_given", "reason"),
    ],
)
def test_anyone_can_compute_alpha_from_the_table_codings(
    tables: Tables, country: str, unit_type: str, field: str
) -> None:
    about = {row["post_id"]: row["about"] for row in tables["posts"]}
    pairs = [
        (row["first_value"], row["second_value"])
        for row in tables["codings"]
        if (_kind(row), row["field"], row["coded_by"]) == (unit_type, field, "both")
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
@pytest.mark.parametrize("unit_type", sorted(kind for kind in KINDS if KINDS[kind].table))
def test_anyone_can_count_the_units_from_the_table_codings(
    tables: Tables, country: str, unit_type: str
) -> None:
    about = {row["post_id"]: row["about"] for row in tables["posts"]}
    by = Counter(
        row["coded_by"]
        for row in tables["codings"]
        if (_kind(row), row["field"]) == (unit_type, KINDS[unit_type].fields[0])
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
