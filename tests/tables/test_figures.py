"""A figure's value, unit and qualifier follow from its quote, and its codes fit one another."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from scripts.archive.reader import Post
from scripts.curation.anchoring import anchor_quotes, anchor_sentences
from scripts.curation.parser import parse_coding
from scripts.curation.registers import Registers
from scripts.tables.annotated import AnnotatedPost
from scripts.tables.figures import make_figures, to_base
from scripts.tables.registers import read_units

Refused = Callable[[str, str, str, str, str], None]

F01 = "    f01 1.124 million drug users : drug-users level\n"
F02 = "f02 down 56 percent from the peak : drug-users change down"
F12 = "f04 18 consecutive years : time-span duration"
F04 = "    f04 more than 160,000 : drug-cases-solved level\n      unit case\n"
F04_REASON = F04 + "      reason the counted noun stands elsewhere\n"
REASON = "      reason the passage is garbled\n"
BASE = "      base_figure f04"

WRONG_FIGURES = [
    # What follows from the quote is not typed; what does not follow needs a reason.
    ("p03", F01, F01 + "      value 1124000\n", "f01", "f01: value 1124000 follows from the quote"),
    (
        "p03",
        F01,
        F01 + "      value 1214000\n",
        "f01",
        "value 1214000 does not follow from its quo",
    ),
    ("p03", F01, F01 + "      value 1214000\n", "f01", "the quote reads 1124000"),
    ("p03", F01, F01 + "      value_high 2000000\n", "f01", "value_high 2000000 does not follow"),
    ("p03", F01, F01 + "      qualifier over\n", "f01", "f01: qualifier over does not follow from"),
    ("p03", F01, F01 + "      unit case\n", "f01", "f01: unit case does not follow from its quote"),
    ("p03", F04_REASON, F04, "f04", "f04: unit case does not follow from its quote"),
    ("p03", F01, F01 + "      value many\n" + REASON, "f01", "f01: value 'many' is no number"),
    ("p03", F01, F01 + "      value NaN\n" + REASON, "f01", "f01: value 'NaN' is no number"),
    ("p03", F01, F01 + "      unit soul\n" + REASON, "f01", "f01: unknown unit 'soul'"),
    ("p03", F01, F01 + "      qualifier maybe\n" + REASON, "f01", "f01: 'maybe' is no qualifier"),
    ("p03", F01, F01 + REASON, "f01", "f01 has a reason and overrides nothing"),
    (
        "p03",
        F01,
        F01.replace("1.124 million drug users", "drug users"),
        "f01",
        "f01: no number stands in 'drug users'",
    ),
    # Codes.
    ("p03", F02, F02.replace("drug-users", "users"), "f02", "f02: 'users' is no indicator"),
    ("p03", F02, F02.replace("change", "fall"), "f02", "f02: 'fall' is no figure_role"),
    ("p03", F02, F02.replace("change down", "change less"), "f02", "f02: 'less' is no direction"),
    (
        "p03",
        F02,
        F02.replace(" down", "").replace("f02", "f02 down"),
        "f02",
        "only a change, has a",
    ),
    ("p03", F01, F01.replace("level", "level up"), "f01", "a change, and only a change, has a dir"),
    ("p03", F01, F01 + "      per fortnight\n", "f01", "f01: 'fortnight' is no per"),
    ("p03", F01, F01 + "      substance china\n", "f01", "f01: 'china' is no substance"),
    (
        "p03",
        F01,
        F01 + "      condition aged 14\n",
        "f01",
        "condition 'aged 14' is not in the post",
    ),
    ("p12", F12, F12 + "\n      population hermits", "f04", "population 'hermits' is not in the"),
    (
        "p05",
        BASE,
        "      base_figure f99",
        "f05",
        "f05: no figure f99 (name a figure of this post)",
    ),
    # Unit, role and indicator fit.
    (
        "p03",
        F01,
        F01.replace("drug-users", "drug-cases-solved"),
        "f01",
        "unit person (persons) does",
    ),
    ("p03", F01, F01.replace("level", "share"), "f01", "does not fit a share of drug-users"),
    ("p03", F01, F01.replace("level", "rank"), "f01", "does not fit a rank of drug-users"),
    ("p03", F01, F01.replace("level", "duration"), "f01", "does not fit a duration of drug-users"),
    ("p03", F01, F01.replace("level", "ratio"), "f01", "does not fit a ratio of drug-users"),
    ("p03", F02, F02.replace("change down", "level"), "f02", "unit percent (share) does not fit a"),
    ("p03", F04, F04.replace("      unit case\n", ""), "f04", "unit none (no kind) does not fit a"),
    ("p12", F12, F12.replace("duration", "level"), "f04", "does not fit a level of time-span"),
]


@pytest.mark.parametrize(("post", "old", "new", "line", "message"), WRONG_FIGURES)
def test_a_figure_with_a_wrong_part_is_refused(
    refused: Refused, post: str, old: str, new: str, line: str, message: str
) -> None:
    refused(post, old, new, line, message)


def test_two_quantities_in_one_quote_are_refused(
    posts: dict[str, Post], registers: Registers
) -> None:
    # No post of the archive words a fall as 'from N to N'; p03 comes nearest.
    words = "The number of drug-related crimes has fallen from 160,000 to 35,000"
    coding, problems = parse_coding(
        f"post p03\ns01 {words}\n  c01 {words}\n    says It fell.\n    is statistic enforcement\n"
        "    f01 from 160,000 to 35,000 : drug-cases-solved level\n",
        "p03.txt",
    )
    assert problems == []
    spans, _ = anchor_quotes(words, coding, anchor_sentences(words, coding)[0])
    annotated = AnnotatedPost(replace(posts["p03"], text=words), coding, spans)
    codelists = {name: registers.code_labels(name) for name in registers.codes}
    units = read_units(registers.units)
    rows, problems = make_figures(
        annotated, codelists, {"drug-cases-solved": "cases"}, units, set(), {}
    )
    assert rows == []
    message = "p03.txt:6: f01: 'from 160,000 to 35,000' reads as a range that falls"
    assert str(problems[0]).startswith(message), problems


def test_a_value_is_converted_to_the_base_unit_of_its_unit(registers: Registers) -> None:
    units = {unit.unit_id: unit for unit in read_units(registers.units)}
    assert to_base(Decimal("13.2"), units["tonne"]) == 13200
    assert to_base(Decimal("13.2"), units["kilogram"]) == Decimal("13.2")
    assert to_base(Decimal("13.2"), None) == Decimal("13.2")
    assert to_base(None, units["tonne"]) is None
