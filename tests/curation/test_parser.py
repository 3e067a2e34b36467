"""A curation file is read line by line; a line that the grammar does not know is named."""

from time import perf_counter

import pytest

from scripts.curation.grammar import GRAMMAR
from scripts.curation.loading import CODINGS
from scripts.curation.parser import parse_coding
from tests.conftest import ROOT
from tests.curation.conftest import Refused

F02 = "    f02 down 56 percent from the peak : drug-users change down"
C01_IS = "    is statistic drug_situation\n"
IS = "is statistic drug_situation"
TARGET, TOLERANCE = "target country CN", "e tolerance = no other_sense"
BASE = "      base the peak"
REST, ZERO = "  rest slogan", "zero-tolerance country CN"

# post, words of its file, what stands there instead, the line that is named, the reason
UNREADABLE = [
    ("p03", "post p03\n", "", "about CN", "the file names no post"),
    ("p03", "post p03\n", "post three\n", "post three", "expected post pNN"),
    ("p03", "post p03\n", "post p０３\n", "post p０３", "expected post pNN"),
    ("p03", "post p03\n", "post p03\npost p03\n", "post p03", "one line 'post …'"),
    ("p03", "post p03\n", "poste p03\n", "poste", "expected one of: post pNN; about PLACE;"),
    ("p03", " < By the end of 2022", "", "not_before", "expected not_before DATE < WORDS"),
    ("p03", "not_before 2022-12 <", "not_before <", "not_before", "expected not_before DATE <"),
    ("p03", "default where=CN", "default theme=CN", "default theme", "expected KEY=VALUE"),
    ("p03", "default where=CN", "default where=CN where=US", "default", "once each"),
    ("p03", "default where=CN", "default where=", "default", "expected default KEY=VALUE"),
    ("p03", "default where=CN", "default where=CNmode=x", "default", "expected default KEY="),
    ("p03", "s01 Zero tolerance for drugs", "s01", "s01", "expected sNN TEXT"),
    ("p03", "s01 Zero tolerance", "s1 Zero tolerance", "s1", "expected one of: post pNN"),
    ("p03", "s01 Zero tolerance", "s0١ Zero tolerance", "s0١", "expected one of: post pNN"),
    ("p03", "s01 Zero tolerance for drugs\n", "", "e tolerance", "a sentence above this line"),
    ("p03", REST, f" {REST}", "rest", "an indentation of 0, 2, 4 or 6 spaces"),
    ("p03", REST, f"      {REST}", "rest", "an indentation of 0, 2, 4 or 6"),
    ("p03", REST, "\trest slogan", "rest", "expected one of: post pNN"),
    ("p03", REST, f"{REST} ", "rest", "white space at the end of the line"),
    ("p03", REST, "  none slogan", "none", "expected one of: role heading;"),
    ("p03", REST, f"  {REST}", "rest", "under sentence, behind 2 spaces"),
    ("p03", REST, "  rest", "rest", "expected rest [WORDS =] REASON [: NOTE]"),
    ("p03", REST, "  rest a motto", "rest", "expected rest [WORDS =] REASON"),
    ("p03", REST, "  rest = slogan", "rest", "expected rest [WORDS =] REASON"),
    ("p03", REST, f"{REST} :", "rest", "expected rest [WORDS =] REASON"),
    ("p03", REST, f"{REST}: it is one", "rest", "expected rest [WORDS =] REASON"),
    ("p03", f" = {ZERO}", f" {ZERO}", "t Zero", "expected t WORDS = TALKING_POINT KIND"),
    ("p03", f" = {ZERO}", " = zero-tolerance", "t Zero", "expected t WORDS = TALKING_POINT KIND"),
    ("p03", f" = {ZERO}", f" = {ZERO} own", "t Zero", "expected t WORDS = TALKING_POINT KIND"),
    ("p03", f"  t Zero tolerance for drugs = {ZERO}", f"  t = {ZERO}", "t =", "expected t WORDS ="),
    ("p03", "  n Zero=idiom", "  n Zero", "n Zero", "expected n NUMERAL=DISPOSITION"),
    ("p03", "  n Zero=idiom", "  n Zero=", "n Zero", "expected n NUMERAL=DISPOSITION"),
    ("p03", "  x People's War = slogan", "  x People's War", "x Peop", "expected x WORDS = PHRASE"),
    ("p03", " = no standing_work", " = no standing work", "x drug", "expected x WORDS = PHRASE"),
    ("p03", "  @ m01 One", "  @ One", "@ One", "expected @ mNN WORDS -> OPERATION [likely]"),
    ("p03", " -> clean-borders", "", "@ m02", "expected @ mNN WORDS -> OPERATION [likely]"),
    ("p03", "c02 1.124 million drug users in the country", "c02", "c02", "expected cNN WORDS"),
    ("p03", C01_IS, "", "c01", "c01 has no codes"),
    ("p03", IS, "is statistic", "is", "expected is CLAIM_TYPE THEME"),
    ("p03", IS, "is mode=asserted statistic", "is", "expected is CLAIM_TYPE"),
    ("p03", IS, "is statistic drug_situation mode", "is", "expected is CLAIM_TYPE"),
    ("p03", IS, f"{IS} narrative=x", "is", "KEY one of mode, once each"),
    ("p03", TARGET, "target", "target", "expected target KIND [COUNTRY]"),
    ("p03", TARGET, "target country CN US", "target", "expected target KIND [COUNTRY]"),
    ("p03", TARGET, "target country=CN", "target", "expected target KIND [COUNTRY]"),
    ("p03", TARGET, f"{TARGET}\n    {TARGET}", "target", "one line 'target …'"),
    ("p03", TARGET, f"{TARGET}\n    stance neutral", "stance", "expected stance CODE : REASON"),
    ("p03", "    presupposed", "    presupposed yes", "presupposed", "expected presupposed"),
    ("p03", TOLERANCE, "e tolerance", "e tolerance", "expected e WORDS = WORD KIND [COUNTRY] [: V"),
    ("p03", TOLERANCE, "e tolerance = no", "e tolerance", "expected e WORDS = WORD KIND"),
    ("p03", TOLERANCE, "e = lax country CN", "e =", "expected e WORDS = WORD KIND"),
    ("p03", TOLERANCE, "e tolerance = lax country CN own", "e tol", "expected e WORDS = WORD KIND"),
    ("p03", TOLERANCE, f"  {TOLERANCE}", "e tol", "under sentence, behind 2 spaces"),
    ("p03", "    says There are 1.124 million drug users in China.\n", "", "c02", "no statement"),
    ("p03", "when 2015 < in 2015", "when 2015", "when", "expected when EDTF < WORDS"),
    ("p03", "when 2015 < in 2015", "when < in 2015", "when", "expected when EDTF < WORDS"),
    ("p05", "    where US-CA", "    where", "where", "expected where PLACE [@ sNN]"),
    ("p05", "    where US-CA", "    where US-CA < San Francisco", "where", "where PLACE [@ sNN]"),
    ("p05", "    by It is well-known", "    by", "by", "expected by WORDS [@ sNN]"),
    ("p03", F02, F02.replace(" : ", " "), "f02", "expected fNN WORDS : INDICATOR ROLE"),
    ("p03", F02, F02.replace(" change down", ""), "f02", "expected fNN WORDS : INDICATOR ROLE"),
    ("p03", F02, f"{F02} down", "f02", "expected fNN WORDS : INDICATOR ROLE [up or down]"),
    ("p03", BASE, "      base", "base", "expected base WORDS"),
    ("p03", BASE, f"{BASE}\n      base it", "base it", "one line 'base"),
    ("p03", BASE, "      basis the peak", "basis", "expected one of: when EDTF"),
    ("p03", F02, "", "base the peak", "a figure above this line"),
    ("p03", "    party safe-care ", "    party ", "party", "expected party OPERATION ENTITY ROLE"),
    # A line that may be there once would otherwise silently replace the first.
    ("p17", "  role heading", "  role heading\n  role body", "role body", "one line 'role …'"),
    ("p03", "    repaired", "    repaired\n    repaired", "repaired", "one line 'repaired"),
    ("p03", "when 2015 <", "when 2022 < in 2022\n    when 2015 <", "when 2015", "one line 'when"),
    ("p03", "    repaired", "    repaired 2023 is abuse", "repaired 2023", "expected repaired"),
]


@pytest.mark.parametrize(("post", "old", "new", "line", "message"), UNREADABLE)
def test_a_line_of_another_form_is_named_with_what_was_expected(
    refused: Refused, post: str, old: str, new: str, line: str, message: str
) -> None:
    refused(post, old, new, line, message)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("s02 Drug 2023", "s01 Drug 2023", "duplicate id s01, also in line "),
        ("  c02 1.124", "  c01 1.124", "duplicate id c01, also in line "),
        ("    f02 down", "    f01 down", "duplicate id f01, also in line "),
        ("  @ m02 Clean", "  @ m01 Clean", "duplicate id m01, also in line "),
    ],
)
def test_a_duplicate_id_is_refused(refused: Refused, old: str, new: str, message: str) -> None:
    refused("p03", old, new, new.strip(), message)


def test_remarks_and_blank_lines_say_nothing() -> None:
    text = (ROOT / CODINGS / "p03.txt").read_text("utf-8")
    lines = [
        line for line in text.split("\n") if line.strip() and not line.lstrip().startswith("?")
    ]
    plain, findings = parse_coding("\n".join(lines), "p03.txt")
    assert findings == []
    remarked, findings = parse_coding(
        "\n\n".join(f"{line}\n      ? a remark" for line in lines), "p03.txt"
    )
    assert findings == []
    statements = [
        [claim.value("says") for one in coding.sentences for claim in one.all("claim")]
        for coding in (plain, remarked)
    ]
    assert statements[0] == statements[1] and len(statements[0]) > 50


def test_values_and_the_words_they_rest_on_are_told_apart() -> None:
    text = """post p12
default where=CN mode=reported
not_before 2024-04-23 < April 23, 2024 @ s03
s01 China strikes
  c01 China strikes #2
    is statistic drug_situation mode=asserted
    target government CN
    when 2022 < 2022 @ s02
    where CN @ s02
    by statistics @ s02
"""
    coding, _ = parse_coding(text, "p12.txt")
    (claim,) = coding.sentences[0].all("claim")
    proof = coding.top.first("not_before")
    assert proof and (proof["value"], proof["sentence"], proof.line) == ("2024-04-23", "s03", 3)
    assert coding.defaults == {"where": "CN", "mode": "reported"}
    assert (claim["words"], claim["nth"]) == ("China strikes", "2")
    found = [
        (part["value"], part["words"], part["sentence"])
        for kind in ("when", "where", "by")
        for part in claim.all(kind)
    ]
    assert found == [("2022", "2022", "s02"), ("CN", "", "s02"), ("", "statistics", "s02")]
    codes = claim.first("is")
    assert codes and (codes["claim_type"], codes["theme"]) == ("statistic", "drug_situation")
    assert codes.pairs == {"mode": "asserted"}
    target = claim.first("target")
    assert target and (target["value"], target["country"]) == ("government", "CN")


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("rest slogan", {"value": "slogan"}),
        ("rest slogan : A call.", {"value": "slogan", "note": "A call."}),
        ("rest a = b = irony", {"words": "a = b", "value": "irony"}),
        (
            "rest Yet #2 = transition : a = b : c",
            {"words": "Yet", "nth": "2", "value": "transition", "note": "a = b : c"},
        ),
        ("x iron fist #2 = term", {"words": "iron fist", "nth": "2", "value": "term"}),
        ("x A = no name", {"words": "A", "value": "no", "reason": "name"}),
        (
            "t no end #2 = will-continue country CN",
            {
                **{"words": "no end", "nth": "2", "talking_point": "will-continue"},
                **{"target": "country", "country": "CN"},
            },
        ),
        (
            "t no end = will-continue none : quoted",
            {
                **{"words": "no end", "talking_point": "will-continue"},
                **{"target": "none", "voice": "quoted"},
            },
        ),
    ],
)
def test_what_a_line_leaves_out_is_empty(line: str, cells: dict[str, str]) -> None:
    coding, findings = parse_coding(f"post p03\ns01 x\n  {line}", "p03.txt")
    (part,) = coding.sentences[0].parts
    assert findings == []
    assert part.cells == cells
    assert part["attribution"] == ""


def test_no_two_kinds_of_line_begin_alike_at_one_level() -> None:
    begins = [(level, form.keyword) for form in GRAMMAR for level in form.levels]
    assert len(begins) == len(set(begins))


LONG = [
    "default " + "=".join(["a" * 10] * 20) + "==",
    "s01 x\n  c01 x\n    is a b " + "=".join(["a" * 10] * 20) + "==",
    "s01 x\n  n " + "a=b;" * 100_000,
    "s01 x\n  x " + " = " * 100_000,
    "s01 x\n  rest " + " = " * 100_000,
    "s01 x\n  rest x = " + "a" * 100_000 + " : " * 100_000,
    "s01 x\n  t " + " = a b" * 50_000,
    "s01 x\n  @ m01 " + " -> " * 50_000 + "a b c",
    "s01 x\n  c01 x\n    f01 " + " : " * 50_000 + "a b c d",
    "s01 x\n  c01 x\n    about " + "a " * 100_000 + " b",
    "s01 x\n  c01 x\n    when 2001 < " + " @ s01" * 50_000,
    "x" * 1_000_000,
]


@pytest.mark.parametrize("line", LONG, ids=[line[:30] for line in LONG])
def test_a_very_long_line_is_read_or_refused_in_seconds_and_few_words(line: str) -> None:
    begin = perf_counter()
    _, findings = parse_coding(f"post p03\n{line}", "p03.txt")
    assert perf_counter() - begin < 10
    assert all(len(str(finding)) < 2000 for finding in findings)
