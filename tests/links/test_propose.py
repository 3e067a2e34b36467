"""The command proposes what is not decided yet, and nothing else."""

from pathlib import Path

import pytest

from scripts.curation.links import PARALLELS, PROPOSITIONS
from scripts.propose import main


def remove_lines(path: Path, *lines: str) -> None:
    text = path.read_text()
    for line in lines:
        assert text.count(line) == 1, f"{line!r} does not stand once in {path.name}"
        text = text.replace(line, "")
    path.write_text(text)


@pytest.mark.parametrize(
    ("kind", "last"),
    [("propositions", "pairs of claims"), ("parallels", "pairs of sentences")],
)
def test_nothing_is_left_undecided(
    built_project: Path, capsys: pytest.CaptureFixture[str], kind: str, last: str
) -> None:
    assert main([kind], built_project) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"0 {last} are not decided\n"), out[:2000]
    assert "average precision" in out


def test_a_pair_of_sentences_that_nobody_decided_is_proposed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remove_lines(project / PARALLELS, "p10.s23 p10.s36 verbatim\n")
    assert main(["parallels"], project) == 0
    out = capsys.readouterr().out
    assert out.startswith("1.000 p10.s23 p10.s36\n    p10.s23  The serious drug problem"), out[:500]
    assert "1 pairs of sentences are not decided" in out


def test_claims_with_figures_of_the_same_terms_are_proposed_whatever_their_words(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / PROPOSITIONS
    start = path.read_text().index("schools-230000: ")
    group = path.read_text()[start:].partition("\n\n")[0]
    remove_lines(path, group)
    assert main(["propositions", "--least", "1"], project) == 0
    assert "figures p03.c41 p17.c65" not in capsys.readouterr().out, "their periods differ"
    start = path.read_text().index("hunting-owl-suspects: ")
    group = path.read_text()[start:].partition("\n\n")[0]
    remove_lines(path, group)
    assert main(["propositions", "--least", "1"], project) == 0
    assert "figures p07.c12 p17.c12" in capsys.readouterr().out


def test_a_wrong_group_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / PROPOSITIONS
    path.write_text(path.read_text().replace("  p07.c12 same", "  p07.c99 same"))
    assert main(["propositions"], project) == 1
    assert "there is no claim p07.c99" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["claims"], ["parallels", "--least", "2"]])
def test_a_wrong_call_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
