"""A wrong word is told with the nearest right one and where that stands, all kinds in one run."""

from pathlib import Path
from typing import NamedTuple

import pytest

from scripts import check
from scripts.curation.loading import CODINGS
from tests.conftest import ROOT, change, findings_of


class Wrong(NamedTuple):
    """A word of a file, what is written for it, the nearest right one, and what has it."""

    file: str
    old: str
    new: str
    nearest: str
    where: str

    def line(self) -> int:
        """Return the line that is made wrong."""
        text = (ROOT / "curation" / self.file).read_text("utf-8")
        return text.count("\n", 0, text.index(self.old)) + 1


CODES, OPERATIONS, ENTITIES = "codes.yaml", "operations.yaml", "entities.yaml"
P09 = "posts/p09.txt"
WRONG = [
    Wrong("posts/p03.txt", "about CN\n", "about CM\n", "CN", "places.yaml"),
    Wrong("posts/p05.txt", "where US-CA", "where US-CAL", "US-CA", "places.yaml"),
    Wrong("posts/p17.txt", "  role heading", "  role headin", "heading", CODES),
    Wrong(P09, "is situation drug_situation", "is situaton drug_situation", "situation", CODES),
    Wrong(P09, "is activity enforcement", "is activity enforcment", "enforcement", CODES),
    Wrong(P09, "Rooting -> root-elimination", "Rooting -> root-elimnation", "root-", OPERATIONS),
    Wrong(P09, "about hunting-owl", "about hunting-howl", "hunting-owl", OPERATIONS),
    Wrong(P09, "hubei participant", "hubai participant", "hubei", ENTITIES),
    Wrong(P09, "hunan participant", "hunan particpant", "participant", CODES),
    Wrong(
        P09,
        "drug-cases-solved level",
        "drug-case-solved level",
        "drug-cases-solved",
        "indicators.yaml",
    ),
    Wrong(P09, "participating-areas level", "participating-areas levl", "level", CODES),
    Wrong(
        P09, "problem-grave country", "problem-gave country", "problem-grave", "talking_points.yaml"
    ),
    Wrong(
        P09,
        "remarkable = remarkable",
        "remarkable = remarkabel",
        "remarkable",
        "evaluative_words.yaml",
    ),
    Wrong(P09, "key = no other_sense", "key = no other_sens", "other_sense", "CODEBOOK, section 3"),
    Wrong(
        P09,
        "handling = no standing_work",
        "handling = no standing",
        "standing_work",
        "CODEBOOK, section 8",
    ),
    Wrong(P09, "  rest question", "  rest questoin", "question", CODES),
    Wrong(
        P09,
        "      substance narcotic-and-psychotropic-drugs",
        "      substance narcotic-and-psychotropic",
        "narcotic",
        ENTITIES,
    ),
    Wrong("posts/p03.txt", "unit case\n", "unit cas\n", "case", "units.yaml"),
    Wrong("posts/p12.txt", "  n First=list", "  n First=lst", "list", CODES),
    Wrong("links/propositions.txt", "  p09.c18", "  p09.c99", "p09.c", "the file of its post"),
    Wrong("links/consistency.yaml", "check_type: wording", "check_type: wordin", "wording", CODES),
    Wrong(
        "registers/reference_checks.yaml",
        "source: china-nar",
        "source: chna-nar",
        "china-narcotics",
        "sources.yaml",
    ),
]


def test_a_wrong_word_of_each_kind_is_told_with_the_nearest_and_its_register(
    curation: Path,
) -> None:
    lines = {wrong: wrong.line() for wrong in WRONG}
    for wrong in WRONG:
        change(curation / "curation" / wrong.file, wrong.old, wrong.new)
    told = findings_of(curation)
    for wrong, line in lines.items():
        said = [one for one in told if (one.file, one.line) == (f"curation/{wrong.file}", line)]
        assert any(
            wrong.nearest in one.reason.partition("; nearest: ")[2] and wrong.where in one.fix
            for one in said
        ), f"{wrong}: line {line}\n" + "\n".join(map(str, said or told))
    assert told == sorted(told)


SEVERAL = (
    ("  e remarkable =", "  f remarkable =", "cannot read 'f remarkable"),
    ("c01 Drug problems", "c01 Drug problem", "c01: the words 'Drug problem have long"),
    ("is situation drug_situation", "is situation drug_situatoin", "nearest: drug_situation"),
    (
        "    target government CN\n    about",
        "    tarqet government CN\n    about",
        "nearest: target",
    ),
    ("drug-cases-solved level", "drug-cases-solve level", "nearest: drug-cases-solved"),
    (
        "  e promptly = timely government CN",
        "  ~ e promptly = timely government CN ~ 0.90 as p03",
        "not decided",
    ),
    ("11 key provinces : p", "key provinces : p", "no number in 'key provinces'"),
    (
        "    f06 7.8 tons of various drugs : drugs-seized level\n      pop",
        "    ? pop",
        "write 'n 7.8=DISPOSITION'",
    ),
)


def test_mistakes_of_all_kinds_are_told_in_one_run_in_the_order_of_the_text(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = CODINGS / "p09.txt"
    for old, new, _ in SEVERAL:
        change(curation / path, old, new)
    assert check.main(["--only", "p09"], curation) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert last == f"problems: {len(lines)}"
    numbers = [int(line.split(":")[1]) for line in lines]
    assert numbers == sorted(numbers)
    places = [next((n for n, line in enumerate(lines) if said in line), -1) for *_, said in SEVERAL]
    assert places == sorted(places) and -1 not in places, "\n".join(lines)


def test_what_a_line_that_cannot_be_read_may_hold_is_not_told_as_missing(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(curation / CODINGS / "p09.txt", "  c05 cracked", "  c5 cracked")
    assert check.main(["--only", "p09"], curation) == 1
    told, last = capsys.readouterr().out.splitlines()
    assert "cannot read 'c5 cracked" in told and last == "problems: 1"


def test_a_draft_of_which_nothing_is_decided_is_told_line_by_line(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = curation / CODINGS / "p17.txt"
    lines = path.read_text("utf-8").split("\n")
    suggested = [
        f"{line.replace(line.strip(), '~ ' + line.strip())} ~ 0.90 as p03"
        if line.startswith("  ")
        else line
        for line in lines
    ]
    path.write_text("\n".join(suggested), "utf-8")
    assert check.main(["--only", "p17"], curation) == 1
    told = capsys.readouterr().out.splitlines()
    assert int(told[-1].partition(": ")[2]) == sum("~" in line for line in suggested)


def test_posts_with_numbers_of_three_digits_come_after_the_others(curation: Path) -> None:
    for name in ("p100", "p99", "p20"):
        (curation / CODINGS / f"{name}.txt").write_text("post p20\n", "utf-8")
    named = [Path(one.file).stem for one in findings_of(curation)]
    assert named == ["p20", "p99", "p100"]


def test_no_near_word_is_looked_for_where_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes longer than all else; other posts, which are not read, need none either."""

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("looked for")

    monkeypatch.setattr("scripts.curation.finding.get_close_matches", fail)
    assert check.check_curation(ROOT, ("p09",)) == []
