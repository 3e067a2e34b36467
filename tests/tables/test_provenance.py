"""Period, place and attribution rest on words that stand in the post."""

from collections.abc import Callable

import pytest

Refused = Callable[[str, str, str, str, str], None]

WHEN = "    when 2015 < in 2015"
CLAIM = "    is statistic drug_situation\n    repaired\n"

UNFOUNDED = [
    ("p03", WHEN, "    when 2015 < in 2016", "when", "the words 'in 2016' do not stand where they"),
    ("p03", WHEN, f"{WHEN} @ s99", "when", "no sentence s99 (name a sentence of this post)"),
    ("p03", WHEN, f"{WHEN} @ s01", "when", "the words 'in 2015' do not stand where they should"),
    # The words may stand in a sentence before the claim, not in one after it.
    ("p03", WHEN, "    when 2013 < Between 2013", "when", "do not stand where they should"),
    ("p03", WHEN, "    when 2016 < in 2015", "when", "the year 2016 of 2016 does not stand in the"),
    ("p03", WHEN, "    when 2014/2015 < in 2015", "when", "the year 2014 of 2014/2015 does not"),
    ("p03", WHEN, "    when 2015-13 < in 2015", "when", "'2015-13' has no month 13 (write the per"),
    ("p03", WHEN, "    when 2022/2015 < in 2015", "when", "'2022/2015' is reversed"),
    ("p03", WHEN, "    when In_2015 < in 2015", "when", "'In_2015' is no date of the form"),
    ("p03", CLAIM, CLAIM + "    where China\n", "where", "unknown place 'China' (use one of"),
    (
        "p03",
        CLAIM,
        CLAIM + "    where MM\n",
        "where",
        "no word for MM (places.yaml) stands in this",
    ),
    ("p03", CLAIM, CLAIM + "    where CN @ s99\n", "where", "no sentence s99"),
    ("p03", CLAIM, CLAIM + "    where CN @ s01\n", "where", "no word for CN (places.yaml) stands"),
    # A default place needs its word too.
    (
        "p03",
        "default where=CN",
        "default where=MM",
        "c01",
        "no word for MM (places.yaml) stands in",
    ),
    ("p03", CLAIM, CLAIM + "    by statistics\n", "by", "the words 'statistics' do not stand"),
    ("p03", CLAIM, CLAIM + "    by Drug @ s01\n", "by", "the words 'Drug' do not stand where"),
    (
        "p03",
        "      base the peak",
        "      when 2015 < peak",
        "when",
        "the year 2015 of 2015 does not",
    ),
]


@pytest.mark.parametrize(("post", "old", "new", "line", "message"), UNFOUNDED)
def test_what_the_post_does_not_show_is_refused(
    refused: Refused, post: str, old: str, new: str, line: str, message: str
) -> None:
    refused(post, old, new, line, message)
