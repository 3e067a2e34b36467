"""Two codings are compared unit by unit and field by field."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from scripts.compare import FOLDER, main
from scripts.curation.finding import FindingsError
from scripts.curation.loading import AGREEMENT, CODED, CODINGS
from scripts.tables.coding_agreement import KINDS
from tests.conftest import ROOT, change

CLAIMS, POINTS = FOLDER / "claim.csv", FOLDER / "talking_point.csv"
IN_POST = "talking_point_in_post"
FILES = [FOLDER / f"{name}.csv" for name, kind in KINDS.items() if kind.table]


def test_the_committed_files_are_what_the_codings_give_byte_for_byte(curation: Path) -> None:
    for path in (AGREEMENT, CODED):
        (curation / path).unlink()
    assert main([], curation) == 0
    for path in (AGREEMENT, CODED):
        assert (curation / path).read_bytes() == (ROOT / path).read_bytes(), path


def changed_rows(root: Path, path: Path) -> list[str]:
    """Return the ids of the rows that are no longer those of the project."""
    rows = ((folder / path).read_text("utf-8").split("\n") for folder in (root, ROOT))
    return [one.partition(",")[0] for one, two in zip(*rows, strict=True) if one != two]


@pytest.mark.parametrize(
    ("path", "old", "new", "moved"),
    [
        (
            CLAIMS,
            "\nfirst,p01,122,293,activity,asserted,enforcement,",
            "\nfirst,p01,122,293,activity,asserted,history,",
            {"claim.theme"},
        ),
        (
            FOLDER / "claim_given.csv",
            "\nfirst,p01,122,293,government,",
            "\nfirst,p01,122,293,public,",
            {"claim_given.target"},
        ),
        (
            POINTS,
            "\nfirst,p01,53,121,p01.s01,great-results,own,",
            "\nfirst,p01,53,121,p01.s01,great-results,quoted,",
            {"talking_point.voice"},
        ),
    ],
)
def test_a_code_moves_the_agreement_of_its_field_alone_and_one_row_of_the_codings(
    curation: Path, path: Path, old: str, new: str, moved: set[str]
) -> None:
    change(curation / path, old, new)
    assert main([], curation) == 0
    rows = changed_rows(curation, AGREEMENT)
    assert {row.removesuffix(".CN") for row in rows} == moved
    assert len(changed_rows(curation, CODED)) == 1


def points_in_posts(root: Path) -> int:
    """Return how many talking points the first coder finds in posts."""
    assert main([], root) == 0
    rows = csv.DictReader(StringIO((root / AGREEMENT).read_text("utf-8")))
    return next(int(row["first_count"]) for row in rows if row["agreement_id"] == IN_POST)


def test_a_talking_point_counts_once_in_a_post_however_many_sentences_carry_it(
    curation: Path,
) -> None:
    """The first coder finds great results in three sentences of p01: of the post they are one."""
    lines = (curation / POINTS).read_text("utf-8").split("\n")
    held = [one for one in lines if one.startswith("first,p01,") and ",great-results," in one]
    assert len(held) > 1
    before = points_in_posts(curation)
    for left in held[1:]:
        lines.remove(left)
    (curation / POINTS).write_text("\n".join(lines), "utf-8")
    assert points_in_posts(curation) == before
    lines.remove(held[0])
    (curation / POINTS).write_text("\n".join(lines), "utf-8")
    assert points_in_posts(curation) == before - 1


# file, what is replaced in it, and what is said
FIRST = "\nfirst,p01,128,182,"
NOWHERE = r"claim\.csv:2: names no coding, or no words of a post"
WRONG = [
    (CLAIMS, FIRST, "\nthird,p01,128,182,", NOWHERE),
    (CLAIMS, FIRST, "\nfirst,p99,128,182,", NOWHERE),
    (CLAIMS, FIRST, "\nfirst,p01,182,182,", NOWHERE),
    (CLAIMS, FIRST, "\nfirst,p01,128,99999,", NOWHERE),
    (CLAIMS, FIRST, "\nfirst,p01,128,,", NOWHERE),
    (CLAIMS, FIRST, "\nfirst,p01,128,-182,", NOWHERE),
    (CLAIMS, FIRST, "\nfirst,p01,128,", r"claim\.csv:2: the rows are not those of a table"),
    (CLAIMS, ",claim_type,", ",type,", r"claim\.csv:1: the rows are not those of a table"),
    (POINTS, ",sentence_id,", ",sentence,", r"talking_point\.csv:1: the rows are not those of a"),
    (CODINGS / "p11.txt", "post p11", "post p12", r"p11\.txt:1: the file is about p12"),
]


@pytest.mark.parametrize(("path", "old", "new", "words"), WRONG)
def test_a_coding_that_is_wrong_is_named_and_nothing_is_written(
    curation: Path, path: Path, old: str, new: str, words: str
) -> None:
    change(curation / path, old, new)
    before = [(curation / one).read_bytes() for one in (AGREEMENT, CODED)]
    with pytest.raises(FindingsError, match=words):
        main([], curation)
    assert [(curation / one).read_bytes() for one in (AGREEMENT, CODED)] == before


def test_a_post_that_only_one_coding_has_is_refused(curation: Path) -> None:
    path = curation / CLAIMS
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join(one for one in lines if not one.startswith("first,p11,")), "utf-8")
    with pytest.raises(FindingsError, match=r"claim\.csv: only one of the two codings has p11"):
        main([], curation)


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_coding_that_is_missing_is_named(curation: Path, path: Path) -> None:
    (curation / path).unlink()
    with pytest.raises(FindingsError, match=f"{path.name}: the file is missing"):
        main([], curation)
