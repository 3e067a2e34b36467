"""The command proposes what is not decided yet, and nothing else."""

from pathlib import Path

import pytest

from scripts.curation.finding import FindingsError
from scripts.curation.links import PROPOSITIONS
from scripts.curation.registers import REGISTERS
from scripts.package.source import Built, build_and_check
from scripts.propose import FIRST, main, pairs_by_figures, source_lines
from tests.conftest import ROOT, change

WORDS = REGISTERS / "evaluative_words.yaml"


def without(root: Path, *names: str) -> None:
    """Take propositions with their claims out of the curation."""
    text = (root / PROPOSITIONS).read_text("utf-8")
    for name in names:
        change(root / PROPOSITIONS, text[text.index(f"{name}: ") :].partition("\n\n")[0], "")


def test_no_pair_of_claims_is_left_undecided(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["propositions"], ROOT) == 0
    out = capsys.readouterr().out
    assert out == "0 pairs of claims are not decided\n", out[:2000]


def test_claims_that_are_alike_and_undecided_are_proposed_with_both_statements(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without(curation, "satisfaction-above-96")
    assert main(["propositions"], curation) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0].endswith(" p13.c29 p15.c10"), lines[:5]
    assert lines[1].startswith("    p13.c29  ")
    assert lines[2].startswith("             “")
    assert lines[3].startswith("    p15.c10  ")
    assert "0 pairs of claims are not decided" not in lines
    change(curation / PROPOSITIONS, "\napart: ", "\napart: p13.c29 p15.c10\napart: ")
    assert main(["propositions"], curation) == 0
    assert " p13.c29 p15.c10\n" not in capsys.readouterr().out


def test_claims_with_figures_of_the_same_terms_are_proposed_whatever_their_words(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without(curation, "schools-230000", "hunting-owl-suspects")
    pairs = pairs_by_figures(build_and_check(curation).book.tables)
    assert ("p07.c12", "p17.c12") in pairs
    assert ("p03.c41", "p17.c65") not in pairs, "their periods differ"
    assert main(["propositions"], curation) == 0
    assert " p07.c12 p17.c12\n" in capsys.readouterr().out


def test_of_one_post_the_pairs_are_proposed_in_which_it_takes_part(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where its file is not finished, with what is stated already; other posts stay out."""
    without(curation, "satisfaction-above-96", "schools-230000")
    change(curation / "curation/posts/p15.txt", "\ns02 ", "\n  ~ rest slogan ~ 0.90 as p03\ns02 ")
    (curation / "curation/posts/p01.txt").unlink()
    assert main(["propositions", "p15"], curation) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0].endswith(" p13.c29 p15.c10"), lines[:5]
    assert not any(" p07.c12 p17.c12" in line for line in lines)
    assert main(["sources", "p15"], curation) == 0
    lines = capsys.readouterr().out.strip().split("\n")[:-1]
    assert lines and all(line.startswith("p15.c") for line in lines), lines
    with pytest.raises(FindingsError, match=r"p01.txt: the file is missing"):
        main(["propositions", "p01"], curation)


def test_a_proposed_claim_is_shown_with_what_it_states_already(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(curation / PROPOSITIONS, "  p16.c44\n", "")
    assert main(["propositions", "p16"], curation) == 0
    assert "” (participation-in-cooperation)" in capsys.readouterr().out


def test_a_wrong_proposition_is_named(curation: Path) -> None:
    change(curation / PROPOSITIONS, "  p07.c12\n", "  p07.c99\n")
    with pytest.raises(FindingsError, match=r"propositions.txt:\d+: .* unknown id 'p07.c99'"):
        main(["propositions"], curation)


def test_claims_that_nobody_looked_for_are_listed_with_those_that_most_posts_state_first(
    built: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of those that as many posts state, numbers, events and policies come before the rest."""
    assert main(["sources"], ROOT) == 0
    *lines, last = capsys.readouterr().out.strip().split("\n")
    claims, reviews = (built.book.by_id(name) for name in ("claims", "claim_reviews"))
    weights = []
    for line in lines:
        claim, posts, words = line.partition(": ")[0].split(" ", 2)
        assert reviews[claim]["conclusion"] == "not_tried", line
        counted = "post" if posts == "1" else "posts"
        assert words == f"{counted}, {claims[claim]['claim_type']}", line
        assert line.endswith(f": {claims[claim]['statement']}"), line
        kind = claims[claim]["claim_type"]
        weights.append((-int(posts), FIRST.index(kind) if kind in FIRST else len(FIRST)))
    assert weights == sorted(weights)
    untried = [row for row in reviews.values() if row["conclusion"] == "not_tried"]
    assert last == f"{len(untried)} claims have not been tried"
    assert len(lines) == len(set(lines)) == len(untried)


def test_the_posts_of_a_claim_are_those_of_the_proposition_that_most_posts_state(
    built: Built,
) -> None:
    links = built.book.rows("claim_propositions")
    claim = next(source_lines(built.book, built.curation.links)).partition(" ")[0]
    propositions = {one["proposition_id"] for one in links if one["claim_id"] == claim}
    posts = [
        {one["claim_id"].partition(".")[0] for one in links if one["proposition_id"] == proposition}
        for proposition in propositions
    ]
    most = max(map(len, posts))
    assert most > 1
    assert next(source_lines(built.book, built.curation.links)).startswith(
        f"{claim} {most} posts, "
    )


def test_a_claim_that_was_looked_for_in_vain_is_not_proposed_again(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sources"], curation) == 0
    first, *_, last = capsys.readouterr().out.strip().split("\n")
    claim, count = first.partition(" ")[0], int(last.partition(" ")[0])
    entry = f'looked-for:\n  checks:\n    - r999 {claim}\n  searched_on: "2026-11-27"\n'
    path = curation / REGISTERS / "reference_checks.yaml"
    text = path.read_text("utf-8")
    path.write_text(f"{text}{entry}  query: drug control\n", "utf-8")
    assert main(["sources"], curation) == 0
    *lines, last = capsys.readouterr().out.strip().split("\n")
    assert [line for line in lines if line.startswith(f"{claim} ")] == []
    assert last == f"{count - 1} claims have not been tried"


def test_a_wrong_check_is_named_before_sources_are_proposed(curation: Path) -> None:
    change(curation / REGISTERS / "reference_checks.yaml", "r001 p03.f08", "r001 p03.f99")
    with pytest.raises(FindingsError, match=r"reference_checks.yaml:\d+: .*'?p03.f99"):
        main(["sources"], curation)


def test_for_proposals_a_register_must_be_right(curation: Path) -> None:
    change(curation / WORDS, 'forms: ["wisdom"]', 'forms: ["Wisdom"]')
    with pytest.raises(FindingsError, match="the form 'Wisdom' has a capital"):
        main(["sources"], curation)


@pytest.mark.parametrize(
    "arguments", [[], ["claims"], ["parallels"], ["propositions", "p99"], ["sources", "--least"]]
)
def test_a_wrong_call_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
