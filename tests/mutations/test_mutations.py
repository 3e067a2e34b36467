"""Corruptions of the real package are rejected, and what the command says of them is true."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import mutate
from scripts.checks.finding import Finding
from scripts.mutations.catalogue import make_mutants, take_few
from scripts.mutations.judge import Bench, Judgement, judge_all, read_files, read_tables
from scripts.mutations.mutant import Mutant, Place, is_named
from scripts.mutations.package_copy import change_bytes, change_descriptor, path_of
from scripts.mutations.page import PAGE, make_page
from scripts.mutations.unknowable import UNKNOWABLE, needless

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def mutants(built_project: Path) -> list[Mutant]:
    return make_mutants(built_project, read_tables(built_project))


def test_there_are_far_more_kinds_than_forty_and_two_of_almost_all(mutants: list[Mutant]) -> None:
    kinds = [mutant.kind for mutant in mutants]
    assert len(set(kinds)) > 100
    single = {kind for kind in kinds if kinds.count(kind) == 1}
    assert single == {"descriptor missing"}, single


def test_one_corruption_of_every_kind_is_rejected_and_named(
    mutants: list[Mutant], built_project: Path, tmp_path: Path
) -> None:
    few = take_few(mutants, of_a_kind=1)
    judgements = list(judge_all(built_project, few, tmp_path))
    assert len(judgements) == len({mutant.kind for mutant in mutants})
    passed = list(mutate.list_passed(judgements))
    assert not passed, "\n".join(passed)


@pytest.fixture(scope="module")
def bench(built_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(built_project, tmp_path_factory.mktemp("bench"))


def mutant(change: Callable[[Path], object], *places: Place) -> Mutant:
    def corrupt(folder: Path) -> list[Place]:
        change(folder)
        return list(places)

    return Mutant("kind", "name", corrupt, places[0].table, "words")


def test_a_mutant_that_changes_nothing_survives_and_is_told(bench: Bench) -> None:
    judged = bench.judge(mutant(lambda folder: None, Place("claims")))
    assert (judged.as_it_was, judged.repaired, judged.misnamed) == (frozenset(),) * 3
    assert list(mutate.list_passed([judged])) == ["passes all layers: kind: name"]


def test_a_finding_that_names_something_else_does_not_count(bench: Bench) -> None:
    wrong = mutant(lambda folder: path_of(folder, "units").unlink(), Place("claims", "p01.c01"))
    judged = bench.judge(wrong)
    assert not judged.repaired and "bytes" in judged.misnamed
    (line,) = mutate.list_passed([judged])
    assert line.startswith("passes all layers: kind: name (") and "something else" in line


def test_a_bench_is_as_before_after_each_mutant(bench: Bench, built_project: Path) -> None:
    before = read_files(bench.bare)
    for change in (
        lambda folder: path_of(folder, "claims").unlink(),
        lambda folder: (folder / "data/new").mkdir(),
        lambda folder: change_bytes(folder, "units", lambda content: b""),
        lambda folder: change_descriptor(folder, lambda package: package.clear()),
    ):
        bench.judge(mutant(change, Place("claims")))
        assert read_files(bench.bare) == before
        assert not (bench.bare / "data/new").exists()


@pytest.mark.parametrize(
    ("place", "named"),
    [
        (Place("claims", "p01.c01"), True),
        (Place("claims"), True),
        (Place("claims", "p01.c0"), False),
        (Place("claims", "p01.c011"), False),
        (Place("figures", "p01.c01"), False),
    ],
)
def test_a_place_is_named_by_table_and_whole_id(place: Place, named: bool) -> None:
    finding = Finding("evidence", "claims", "p01.c01", "quote", "the post has it otherwise")
    assert is_named([place], [finding]) is named


def judgement(table: str, column: str, *layers: str, project: bool = False) -> Judgement:
    one = Mutant("kind", "name", lambda folder: [], table, column, of_project=project)
    return Judgement(one, frozenset({"form"}), frozenset(layers), frozenset(), ())


def test_what_only_sync_rejects_needs_a_reason() -> None:
    known, unknown = judgement("claims", "stance", "sync"), judgement("claims", "quote", "sync")
    assert list(mutate.list_passed([known])) == []
    (line,) = mutate.list_passed([unknown])
    assert line == "passes layers 1 to 4, and no reason is given: kind: name"


def test_a_reason_that_no_mutant_needs_is_told() -> None:
    every = [judgement(one.table, column, "sync") for one in UNKNOWABLE for column in one.columns]
    assert needless(every) == []
    assert needless(every[1:]) == ["claims claim_type"]
    assert needless([judgement("claims", "claim_type", "evidence")])[0] == "claims claim_type"


def test_the_page_counts_what_each_layer_rejected() -> None:
    page = make_page(
        [judgement("claims", "quote", "evidence", "form"), judgement("claims", "stance", "sync")]
    )
    assert "| kind | 2 | 2 | 0 | 1 | 0 | 1 | 1 | 1 |" in page


def test_the_page_lists_every_kind_as_often_as_it_is_tried(mutants: list[Mutant]) -> None:
    page = (ROOT / PAGE).read_text("utf-8")
    kinds = [mutant.kind for mutant in mutants]
    missing = [
        kind for kind in dict.fromkeys(kinds) if f"| {kind} | {kinds.count(kind)} |" not in page
    ]
    assert not missing, f"run `make mutate`; it does not count {missing}"


@pytest.mark.parametrize("arguments", [["--wrong"], ["folder"]])
def test_a_wrong_call_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        mutate.main(arguments)
    assert stopped.value.code == 2
