"""What a row takes from elsewhere is in the nearest sentence that shows it, or in a named one."""

import pytest

from tests.tables.conftest import Make

POST = """\
about CN
default where={place}

s01 China bans drugs
  rest heading
s02 In 2015, statistics spoke of the United States.
  rest rhetoric
  n 2015=date
s03 In 2015, the police of Yunnan acted again.
  c01 the police of Yunnan acted again
    says In 2015, the police of Yunnan acted again.
    is activity enforcement
    {line}
  n 2015=date
s04 The United States and Myanmar followed in 2015.
  rest rhetoric
  n 2015=date
"""
TAKEN = [
    ("when 2015 < In 2015", "period_sentence_id", "p10.s03"),
    ("when 2015 < In 2015 @ s02", "period_sentence_id", "p10.s02"),
    ("when - < In 2015", "period_sentence_id", "p10.s03"),
    ("when 2015 < followed in 2015", "period_sentence_id", ""),
    ("when 2015 < followed in 2015 @ s04", "period_sentence_id", "p10.s04"),
    ("by statistics", "attribution_sentence_id", "p10.s02"),
    ("by the police", "attribution_sentence_id", "p10.s03"),
    ("by Myanmar", "attribution_sentence_id", ""),
    ("by Myanmar @ s04", "attribution_sentence_id", "p10.s04"),
    ("where CN-YN", "place_sentence_id", "p10.s03"),
    ("where US", "place_sentence_id", "p10.s02"),
    ("where MM", "place_sentence_id", ""),
    ("where MM @ s04", "place_sentence_id", "p10.s04"),
    ("? the default", "place_sentence_id", "p10.s01"),
]


@pytest.mark.parametrize(("line", "column", "sentence"), TAKEN, ids=[line for line, *_ in TAKEN])
def test_the_sentence_is_the_nearest_at_or_before_the_row(
    make: Make, line: str, column: str, sentence: str
) -> None:
    small = make(POST.format(place="CN", line=line))
    assert small.cells("claims", "p10.c01", column) == [sentence]


def test_a_default_place_without_a_word_for_it_has_no_sentence(make: Make) -> None:
    small = make(POST.format(place="MM", line="? none"))
    assert small.cells("claims", "p10.c01", "place", "place_sentence_id") == ["MM", ""]


FIGURE = """\
about CN
default where=CN

s01 China bans drugs
  rest heading
s02 The operation Owl began.
  rest rhetoric
s03 The operation Owl went on.
  rest rhetoric
s04 Police solved 320 cases.
  c01 Police solved 320 cases
    says Police in China solved 320 cases.
    is statistic enforcement
    target government CN
    f01 320 cases : drug-cases-solved level
      {line}
"""


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("population Owl", ["Owl", "p10.s03"]),
        ("population Owl @ s02", ["Owl", "p10.s02"]),
        ("population cases", ["cases", "p10.s04"]),
        ("population Hawk", ["Hawk", ""]),
        ("? none", ["", ""]),
    ],
)
def test_the_words_that_limit_a_figure_may_stand_in_a_sentence_before(
    make: Make, line: str, cells: list[str]
) -> None:
    small = make(FIGURE.format(line=line))
    assert small.cells("figures", "p10.f01", "population", "population_sentence_id") == cells
