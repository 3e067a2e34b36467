"""Every rule on what was read from the words rejects broken rows of the real tables."""

from collections.abc import Callable

import pytest

from scripts.package.source import Built
from scripts.rules.figures import (
    figures_agree_with_their_claim,
    parts_fit_into_their_whole,
    quotes_of_figures_can_be_read,
    rates_and_directions_have_words,
    units_fit_indicators,
)
from scripts.tables.book import Book
from scripts.tables.row import Row, Tables
from tests.rules.directed import Case, find, first, has, name_of, put

READ = "quotes_of_figures_can_be_read"
WORDS = "words_of_time_and_source_are_in_their_sentence"
PLACE = "a_word_for_the_place_is_in_its_sentence"
PROVEN = "dates_of_posts_are_proven"
PERIODS = "periods_say_what_their_words_say"
SAYS = "statements_say_what_the_post_says"
IN_TEXT = "words_of_figures_are_in_the_text"
RATES = "rates_and_directions_have_words"
STATED = "claims_state_their_figures"
AGREE = "figures_agree_with_their_claim"
LIMITS = "numerals_that_limit_a_figure_are_in_its_words"
SUBSTANCE = "substances_are_those_that_the_text_names"
UNITS = "units_fit_indicators"
PARTS = "parts_fit_into_their_whole"

NO_PERIOD = dict.fromkeys(
    ("period", "period_words", "period_start", "period_end", "period_sentence_id"), ""
)
NO_SOURCE = {"attribution": "", "attribution_sentence_id": ""}


def _plain_level(row: Row) -> bool:
    return row["figure_role"] == "level" and not row["override_reason"] and row["value"] != "1"


def _as_in_its_claim(column: str, cell: str) -> Callable[[Tables], Row]:
    """Return the change of a cell that a figure has from its claim."""

    def change(tables: Tables) -> Row:
        claims = {row["claim_id"]: row for row in tables["claims"]}

        def same(row: Row) -> bool:
            return bool(row[column]) and row[column] == claims[row["claim_id"]][column]

        return put("figures", same, {column: cell})(tables)

    return change


def _claim_of(figure_id: str, cells: dict[str, str]) -> Callable[[Tables], Row]:
    """Return the change of a figure's claim; the figure must be named."""

    def change(tables: Tables) -> Row:
        row = find(tables, "figures", figure_id)
        find(tables, "claims", row["claim_id"]).update(cells)
        return row

    return change


CASES = [
    Case(
        READ,
        put("figures", first, {"quote": "from 160,000 to 35,000 cases"}),
        *("figures.quote", "160,000 to 35,000"),
    ),
    Case(
        READ,
        put("figures", _plain_level, {"quote": "cases", "value": ""}),
        *("figures.value", "there is no number in 'cases'"),
    ),
    Case(
        READ,
        put("figures", _plain_level, {"override_reason": "So it is."}),
        *("figures.override_reason", "everything follows"),
    ),
    *(
        Case(WORDS, put(table, chosen, cells), f"{table}.{column}", words)
        for table in ("claims", "figures")
        for chosen, cells, column, words in (
            (has("period"), {"period_words": "in 1911"}, "period_words", "'in 1911' is not in"),
            (has("period"), {"period": "1911"}, "period", "1911 is not in"),
            (has("attribution"), {"attribution": "the moon"}, "attribution", "'the moon' is not"),
        )
    ),
    Case(
        WORDS,
        put("claims", "p01.c11", {"period_sentence_id": "p01.s01"}),
        *("claims.period_words", "is not in p01.s01"),
    ),
    Case(
        PLACE,
        put("claims", has(place="CN"), {"place": "BE-BRU"}),
        *("claims.place_sentence_id", "no word for BE-BRU"),
    ),
    Case(
        PLACE,
        put("figures", has("place"), {"place": "BE-BRU"}),
        *("figures.place_sentence_id", "no word for BE-BRU"),
    ),
    Case(PLACE, put("posts", "p01", {"about": "BE-BRU"}), "posts.about", "no word for BE-BRU"),
    Case(
        PROVEN,
        put("posts", has("not_before"), {"not_before": "2031"}),
        *("posts.not_before", "2031"),
    ),
    Case(
        PROVEN,
        put("posts", has("not_before"), lambda row: {"not_before": row["not_before"][:4] + "-11"}),
        *("posts.not_before", "11 of"),
    ),
    *(
        Case(PERIODS, put("claims", has(period=period), {"period": other}), "claims.period", words)
        for period, other, words in (
            ("2019", "2018", "2018 is not in"),
            ("2019", "", "is empty, and"),
            ("2019", "2019-05", "no word for month 05"),
            ("2019", "2019/..", "no word for an open side"),
            ("2019", "../2019", "no word for an open side"),
            ("2023-05", "2023-05-09", "day 9"),
            ("2023-09", "2023", "leaves out September"),
        )
    ),
    Case(
        SAYS,
        put("claims", first, lambda row: {"statement": row["statement"][:-1] + " in 4321 cases."}),
        *("claims.statement", "4321 is nowhere"),
    ),
    Case(
        SAYS,
        put(
            "claims",
            has(period="2019"),
            lambda row: {"statement": row["statement"].replace("2019", "that year")},
        ),
        *("claims.statement", "does not say 2019, a year of its period"),
    ),
    *(
        Case(
            IN_TEXT,
            put("figures", has(column), {column: "a ghost"}),
            f"figures.{column}",
            "a ghost",
        )
        for column in ("condition", "base", "population")
    ),
    Case(RATES, put("figures", _plain_level, {"per": "year"}), "figures.per", "no word for 'year'"),
    Case(RATES, put("figures", has("per"), {"per": ""}), "figures.per", "is empty"),
    Case(
        RATES,
        put("figures", has(direction="down"), {"direction": "up"}),
        *("figures.direction", "no word for 'up'"),
    ),
    Case(
        STATED,
        put("figures", _plain_level, {"value": "77", "override_reason": "So it is."}),
        *("figures.value", "does not say 77"),
    ),
    Case(
        STATED,
        put("figures", has("value_high"), {"value_high": "78", "override_reason": "So it is."}),
        *("figures.value_high", "does not say 78"),
    ),
    Case(AGREE, put("figures", has("period"), NO_PERIOD), "figures.period_words", "is empty, and"),
    Case(AGREE, put("figures", has("attribution"), NO_SOURCE), "figures.attribution", "is empty"),
    *(
        Case(AGREE, _as_in_its_claim(column, cell), f"figures.{column}", "with the same")
        for column, cell in (
            ("place_sentence_id", "p01.s99"),
            ("period_sentence_id", "p01.s99"),
            ("attribution_sentence_id", "p01.s99"),
            ("period", "2001-02"),
        )
    ),
    *(
        Case(AGREE, change, f"figures.{column}", words)
        for change, column, words in (
            (put("figures", "p03.f08", {"place": "US"}), "place", "US is not in CN"),
            (put("figures", "p03.f08", {"place": "world"}), "place", "world is not in CN"),
            (_claim_of("p03.f08", {"place": "CN-YN"}), "place", "CN is not in CN-YN"),
            (put("figures", "p03.f08", {"period": "2012"}), "period", "2012 is not in 2013/2022"),
            (put("figures", "p03.f08", {"period": "../2013"}), "period", "is not in 2013/2022"),
            (_claim_of("p03.f08", {"period": "2013-06"}), "period", "2013/2022 is not in 2013-06"),
        )
    ),
    Case(
        LIMITS,
        put("figures", has("condition", base=""), {"condition": ""}),
        *("figures.condition", "neither condition nor base holds"),
    ),
    Case(
        SUBSTANCE,
        put("figures", has("substance"), {"substance": "xi-jinping"}),
        *("figures.substance", "is not an entity of the type substance"),
    ),
    Case(
        SUBSTANCE,
        put("figures", has(substance="heroin"), {"substance": "fentanyl"}),
        *("figures.substance", "fentanyl is not mentioned"),
    ),
    Case(
        SUBSTANCE,
        put("figures", has(substance="heroin"), {"substance": ""}),
        *("figures.substance", "the quote names heroin"),
    ),
    *(
        Case(UNITS, put("figures", chosen, cells), "figures.unit", words)
        for chosen, cells, words in (
            ("p03.f08", {"unit": "kilogram"}, "the unit kilogram (mass) does not fit a level"),
            ("p03.f08", {"unit": ""}, "the unit none (no kind) does not fit a level"),
            ("p03.f08", {"unit": "percent"}, "the unit percent (share) does not fit a level"),
            ("p03.f08", {"figure_role": "share"}, "does not fit a share"),
            ("p03.f08", {"figure_role": "rank"}, "does not fit a rank"),
            ("p03.f08", {"figure_role": "duration"}, "does not fit a duration"),
            ("p03.f08", {"figure_role": "ratio"}, "does not fit a ratio"),
            (has(figure_role="change"), {"unit": "kilogram"}, "does not fit a change"),
            (has(figure_role="duration"), {"figure_role": "level"}, "does not fit a level"),
            (has(figure_role="rank"), {"figure_role": "level"}, "does not fit a level"),
        )
    ),
    Case(
        "no_figure_is_its_own_base",
        put("figures", has(unit="percent"), lambda row: {"base_figure_id": row["figure_id"]}),
        *("figures.base_figure_id", "is the figure itself"),
    ),
    Case(
        "no_figure_is_its_own_base",
        put("figures", "p01.f04", {"part_of_figure_id": "p01.f04"}),
        *("figures.part_of_figure_id", "is the figure itself"),
    ),
    *(
        Case(PARTS, put("figures", chosen, cells), "figures.part_of_figure_id", words)
        for chosen, cells, words in (
            ("p01.f04", {"part_of_figure_id": "p01.f01"}, "counted in county, this in person"),
            ("p05.f18", {"value": "134", "value_base": "134"}, "134 is more than 133, the value"),
            ("p05.f17", {"part_of_figure_id": "p05.f18"}, "133 is more than 132, the value"),
            ("p01.f03", {"part_of_figure_id": "p01.f04"}, "p01.f04 is itself a part of this"),
        )
    ),
    Case(
        IN_TEXT,
        put("figures", "p09.f05", {"population_sentence_id": "p09.s06"}),
        *("figures.population", "'Hunting Owl' is not in p09.s06"),
    ),
    Case(
        IN_TEXT,
        put("figures", "p09.f05", {"population_sentence_id": "p09.s07"}),
        *("figures.population_sentence_id", "p09.s07 stands after the figure"),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_broken_row_is_named(case: Case, reject: Callable[[Case], None]) -> None:
    reject(case)


@pytest.mark.parametrize(
    ("table", "row", "cells"),
    [
        ("figures", "p03.f08", {"place": "CN-YN"}),
        ("figures", "p03.f08", {"period": "2013-06"}),
        ("claims", "p03.c19", {"place": "world"}),
        ("claims", "p03.c19", {"period": "2010/2025"}),
        ("claims", "p03.c19", {"period": "", "place": ""}),
    ],
)
def test_a_figure_may_narrow_the_place_and_period_of_its_claim(
    tables: Tables, built: Built, table: str, row: str, cells: dict[str, str]
) -> None:
    find(tables, table, row).update(cells)
    found = figures_agree_with_their_claim(Book(tables, built.book.sources))
    assert [str(one) for one in found if "is not in" in one.reason] == []


def test_a_part_that_may_be_larger_is_no_finding(built: Built, tables: Tables) -> None:
    """Of 'over 740,000' and 'exceeded 900,000' nobody knows which is larger."""
    find(tables, "figures", "p01.f04").update(value="990000", value_base="990000")
    assert list(parts_fit_into_their_whole(Book(tables, built.book.sources))) == []


def test_a_long_circle_of_parts_is_told(built: Built, tables: Tables) -> None:
    for one, other in (("p14.f04", "p14.f01"), ("p14.f01", "p14.f02"), ("p14.f02", "p14.f04")):
        find(tables, "figures", one).update(part_of_figure_id=other, qualifier="over")
    found = parts_fit_into_their_whole(Book(tables, built.book.sources))
    assert {one.row for one in found if "is itself a part" in one.reason} == {
        *("p14.f01", "p14.f02", "p14.f04")
    }


@pytest.mark.parametrize(
    ("quote", "is_rate"),
    [
        ("down 40 percent from a year earlier", False),
        ("40 percent less than a year ago", False),
        ("up 40 percent on a year before", False),
        ("40 tons a year", True),
        ("40 tons per year", True),
        ("40 tons a year later on average", False),
        ("an annual 40 tons", True),
    ],
)
def test_a_year_that_is_compared_with_makes_no_rate(
    built: Built, tables: Tables, quote: str, is_rate: bool
) -> None:
    find(tables, "figures", "p03.f07").update(quote=quote, per="")
    found = rates_and_directions_have_words(Book(tables, built.book.sources))
    told = [one for one in found if (one.row, one.column) == ("p03.f07", "per")]
    assert bool(told) == is_rate


@pytest.mark.parametrize(
    ("quote", "is_wrong"),
    [
        ("fewer than in 2022", False),
        ("more than in the year before", False),
        ("lower than in 2022", False),
        ("a drop", True),
        ("cases in 2022", True),
    ],
)
def test_a_change_without_a_number_is_a_comparison(
    built: Built, tables: Tables, quote: str, is_wrong: bool
) -> None:
    cells = {"quote": quote, "value": "", "value_base": "", "unit": ""}
    find(tables, "figures", "p03.f07").update(cells)
    book = Book(tables, built.book.sources)
    found = [*quotes_of_figures_can_be_read(book), *units_fit_indicators(book)]
    assert (
        bool([one for one in found if one.row == "p03.f07" and one.column == "value"]) == is_wrong
    )
    assert not [one for one in found if one.row == "p03.f07" and one.column == "unit"]
