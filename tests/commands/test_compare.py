"""Two codings are compared unit by unit and field by field."""

from pathlib import Path

import pytest

from scripts.compare import FOLDER, main
from scripts.curation.finding import FindingsError
from scripts.curation.loading import AGREEMENT, CODED
from tests.conftest import ROOT, change

EDITION_2 = FOLDER / "edition-2"
CLAIMS, EVALUATIONS = EDITION_2 / "first-claims.csv", EDITION_2 / "second-evaluations.csv"


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


def test_a_code_of_the_first_codings_moves_the_agreement_of_its_field_and_is_listed(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = curation / FOLDER / "first" / "p11.txt"
    change(path, "is activity treatment", "is activity history")
    assert main(["--differences"], curation) == 0
    assert "claim theme: history / treatment" in capsys.readouterr().out
    assert changed_rows(curation, AGREEMENT) == ["claim.theme", "claim.theme.CN"]
    assert len(changed_rows(curation, CODED)) == 1


def test_a_target_moves_its_own_field_and_the_stance_that_follows(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The stance of the coder's claim follows from the coder's evaluations of that target."""
    change(curation / CLAIMS, "\np10.c73,country,CN,", "\np10.c73,public,CN,")
    assert main(["--differences"], curation) == 0
    out = capsys.readouterr().out
    assert "claim_given target: public / country: rampant drug-related problems" in out
    assert "claim_given stance: neutral / unfavourable: rampant drug-related problems" in out
    fields = {row.removesuffix(".CN") for row in changed_rows(curation, AGREEMENT)}
    assert fields == {"claim_given.target", "claim_given.stance"}


# file, what is replaced in it, and what is said
WRONG = [
    (CLAIMS, "\np01.c01,", "\np01.c99,", r"first-claims\.csv: p01\.c99 is no claim of curation"),
    (CLAIMS, "\np01.c02,country,CN,no", "\np01.c02,country", r"first-claims\.csv:3: the rows are"),
    (CLAIMS, "claim_id,target,", "claim_id,targets,", r"first-claims\.csv:1: the rows are not"),
    (
        *(EVALUATIONS, "\np01.s02,strong,1,", "\np01.s02,weak,1,"),
        r"second-evaluations\.csv:3: 'weak' is not in p01\.s02",
    ),
    (
        *(EVALUATIONS, "\np01.s02,strong,1,", "\np01.s02,strong,2,"),
        r"second-evaluations\.csv:3: 'strong' is not in p01\.s02",
    ),
    (
        *(EVALUATIONS, "\np01.s02,strong,1,", "\np01.s99,strong,1,"),
        r"second-evaluations\.csv:3: 'strong' is not in p01\.s99",
    ),
    (
        *(EVALUATIONS, "\np01.s02,strong,1,", "\np01.s02,strong,first,"),
        r"second-evaluations\.csv:3: 'strong' is not in p01\.s02",
    ),
    (
        *(EVALUATIONS, "\np01.s02,strong,1,", "\np01.s02,strong,0,"),
        r"second-evaluations\.csv:3: 'strong' is not in p01\.s02",
    ),
    (FOLDER / "first/p11.txt", "post p11", "post p12", r"first/p11\.txt:1: the file is about p12"),
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
    (curation / FOLDER / "first" / "p11.txt").unlink()
    with pytest.raises(FindingsError, match="only one of the two codings has p11"):
        main([], curation)


@pytest.mark.parametrize("path", [CLAIMS, EVALUATIONS])
def test_a_coding_that_is_missing_is_named(curation: Path, path: Path) -> None:
    (curation / path).unlink()
    with pytest.raises(FindingsError, match=f"{path.name}: the file is missing"):
        main([], curation)
