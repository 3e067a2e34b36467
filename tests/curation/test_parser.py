"""A curation file is read line by line; a line that the grammar does not know is named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.curation.parser import parse_coding

POSTS = Path(__file__).parents[2] / "curation" / "posts"

Refused = Callable[[str, str, str, str, str], None]

F02 = "    f02 down 56 percent from the peak : drug-users change down"
C01_IS = "    is statistic drug_situation\n    repaired\n"

# post, words of its file, what stands there instead, the line that is named, the reason
UNREADABLE = [
    ("p03", "post p03\n", "", "about CN", "the file names no post"),
    ("p03", "post p03\n", "post three\n", "post three", "expected post pNN"),
    ("p03", "post p03\n", "post p03\npost p03\n", "post p03", "one line 'post …'"),
    ("p03", "post p03\n", "poste p03\n", "poste", "expected one of post, about, not_before"),
    ("p03", " < By the end of 2022", "", "not_before", "expected not_before DATE < WORDS"),
    ("p03", "not_before 2022-12 <", "not_before <", "not_before", "expected not_before DATE <"),
    ("p03", "default where=CN", "default theme=CN", "default theme", "expected KEY=VALUE"),
    ("p03", "default where=CN", "default where=CN where=US", "default", "once each"),
    ("p03", "default where=CN", "default where=", "default", "expected KEY=VALUE"),
    ("p03", "s01 Zero tolerance for drugs", "s01", "s01", "expected sNN and the text"),
    ("p03", "s01 Zero tolerance", "s1 Zero tolerance", "s1", "or an id such as s01, c01, f01"),
    ("p03", "s01 Zero tolerance for drugs\n", "", "none", "a sentence, claim or figure above"),
    ("p03", "  none heading", "   none heading", "none", "an indentation of 0, 2, 4 or 6 spaces"),
    ("p03", "  none heading", "\tnone heading", "none", "expected one of post, about"),
    ("p03", "  none heading", "  none heading ", "none", "white space at the end of the line"),
    ("p03", "  none heading", "  nothing heading", "nothing", "expected one of role, none, rest"),
    ("p03", "  n Zero=idiom", "  n Zero", "n Zero", "expected NUMERAL=DISPOSITION"),
    ("p03", "  n Zero=idiom", "  n Zero=", "n Zero", "expected NUMERAL=DISPOSITION"),
    ("p03", "  x People's War = slogan", "  x People's War", "x Peop", "expected x WORDS = PHRASE"),
    ("p03", "  @ m01 One", "  @ One", "@ One", "expected @ mNN WORDS -> OPERATION [likely]"),
    ("p03", " -> clean-borders", "", "@ m02", "expected @ mNN WORDS -> OPERATION [likely]"),
    ("p03", "c02 1.124 million drug users in the country", "c02", "c02", "expected cNN and the"),
    ("p03", C01_IS, "", "c01", "c01 has no codes"),
    ("p03", "is statistic drug_situation", "is statistic", "is", "expected is CLAIM_TYPE"),
    ("p03", "is statistic drug_situation", "is mode=asserted statistic", "is", "expected is CLAIM"),
    ("p03", "target=drug_users", "traget=drug_users", "is", "KEY one of mode, narrative"),
    ("p03", "    says There are 1.124 million drug users in China.\n", "", "c02", "no statement"),
    ("p03", "when 2015 < in 2015", "when 2015", "when", "expected when EDTF < WORDS"),
    ("p03", "when 2015 < in 2015", "when < in 2015", "when", "expected when EDTF < WORDS"),
    ("p05", "    where US-CA", "    where", "where", "expected where PLACE [@ sNN]"),
    ("p05", "    where US-CA", "    where US-CA < San Francisco", "where", "where PLACE [@ sNN]"),
    ("p05", "    by It is well-known", "    by", "by", "expected by WORDS [@ sNN]"),
    ("p03", F02, F02.replace(" : ", " "), "f02", "expected fNN WORDS : INDICATOR ROLE"),
    ("p03", F02, F02.replace(" change down", ""), "f02", "expected fNN WORDS : INDICATOR ROLE"),
    ("p03", F02, f"{F02} down", "f02", "expected fNN WORDS : INDICATOR ROLE [up or down]"),
    ("p03", "      base the peak", "      base", "base", "expected base and a value"),
    (
        "p03",
        "      base the peak",
        "      base the peak\n      base it",
        "base it",
        "one line 'base",
    ),
    ("p03", "      base the peak", "      basis the peak", "basis", "expected one of when, where"),
    ("p03", F02, "", "base the peak", "a sentence, claim or figure above this line"),
    ("p03", "    party safe-care ", "    party ", "party", "expected party OPERATION ENTITY ROLE"),
    # A line that may stand once would otherwise silently replace the first.
    ("p03", "  none heading", "  none heading\n  none slogan", "none slogan", "one line 'none …'"),
    ("p03", "    repaired", "    repaired\n    repaired", "repaired", "one line 'repaired"),
    (
        "p03",
        "when 2015 < in 2015",
        "when 2015 < in 2015\n    when 2022 < in 2022",
        "when 2022",
        "line",
    ),
    ("p03", "    repaired", "    repaired 2023 is abuse", "repaired 2023", "'repaired' alone"),
]


@pytest.mark.parametrize(("post", "old", "new", "line", "message"), UNREADABLE)
def test_a_line_of_another_form_is_named_with_what_was_expected(
    refused: Refused, post: str, old: str, new: str, line: str, message: str
) -> None:
    refused(post, old, new, line, message)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("s02 Drug 2023", "s01 Drug 2023", "id s01 is used twice (also in line"),
        ("  c02 1.124", "  c01 1.124", "id c01 is used twice (also in line"),
        ("    f02 down", "    f01 down", "id f01 is used twice (also in line"),
        ("  @ m02 Clean", "  @ m01 Clean", "id m01 is used twice (also in line"),
    ],
)
def test_an_id_that_is_used_twice_is_refused(
    refused: Refused, old: str, new: str, message: str
) -> None:
    refused("p03", old, new, new.strip(), message)


def test_remarks_and_blank_lines_say_nothing() -> None:
    text = (POSTS / "p03.txt").read_text("utf-8")
    lines = [
        line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("?")
    ]
    with_more = "\n\n".join(f"{line}\n      ? a remark" for line in lines)
    plain = parse_coding("\n".join(lines), "p03.txt")
    assert plain[1] == []
    remarked, problems = parse_coding(with_more, "p03.txt")
    assert problems == []
    claims = [claim.says for sentence in plain[0].sentences for claim in sentence.claims]
    assert [c.says for s in remarked.sentences for c in s.claims] == claims


def test_values_and_the_words_they_rest_on_are_told_apart() -> None:
    text = """post p12
not_before 2024-04-23 < April 23, 2024 @ s03
s01 China strikes
  c01 China strikes #2
    when 2022 < 2022 @ s02
    where CN @ s02
    by statistics @ s02
"""
    coding, _ = parse_coding(text, "p12.txt")
    claim = coding.sentences[0].claims[0]
    assert coding.not_before and coding.not_before.sentence == "s03"
    assert (claim.quote.words, claim.quote.occurrence) == ("China strikes", 2)
    found = [(c.value, c.words, c.sentence) for c in (claim.when, claim.where, claim.by) if c]
    assert found == [("2022", "2022", "s02"), ("CN", "", "s02"), ("statistics", "", "s02")]
