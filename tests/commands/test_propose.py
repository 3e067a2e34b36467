"""The command proposes what is not decided yet, and nothing else."""

from pathlib import Path

import pytest

from scripts.curation.finding import FindingsError
from scripts.curation.links import PARALLELS, PROPOSITIONS
from scripts.propose import main
from tests.conftest import ROOT, change


@pytest.mark.parametrize(
    ("kind", "last"), [("propositions", "pairs of claims"), ("parallels", "pairs of sentences")]
)
def test_nothing_is_left_undecided(
    kind: str, last: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([kind], ROOT) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"0 {last} are not decided\n"), out[:2000]
    assert ", recall " in out


def test_a_pair_of_sentences_that_nobody_decided_is_proposed_with_both_texts(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(curation / PARALLELS, "p10.s23 p10.s36 verbatim\n", "")
    assert main(["parallels"], curation) == 0
    out = capsys.readouterr().out
    assert out.startswith("1.000 p10.s23 p10.s36\n    p10.s23  The serious drug problem"), out[:500]
    assert "\n    p10.s36  " in out
    assert "1 pairs of sentences are not decided" in out


def test_claims_with_figures_of_the_same_terms_are_proposed_whatever_their_words(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = curation / PROPOSITIONS
    for name in ("schools-230000: ", "hunting-owl-suspects: "):
        text = path.read_text("utf-8")
        change(path, text[text.index(name) :].partition("\n\n")[0], "")
    assert main(["propositions", "--least", "1"], curation) == 0
    out = capsys.readouterr().out
    assert " p07.c12 p17.c12\n" in out
    assert " p03.c41 p17.c65\n" not in out, "their periods differ"


def test_a_wrong_group_is_named(curation: Path) -> None:
    change(curation / PROPOSITIONS, "  p07.c12 same", "  p07.c99 same")
    with pytest.raises(FindingsError, match=r"propositions.txt:\d+: unknown claim p07.c99"):
        main(["propositions"], curation)


@pytest.mark.parametrize("arguments", [[], ["claims"], ["parallels", "--least", "2"]])
def test_a_wrong_call_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
