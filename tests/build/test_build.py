"""A build gives the whole package or says everything that is wrong and writes nothing."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, move

import pytest

from scripts import build
from scripts.output.staging import build_lock
from tests.build.breaking import change, snapshot


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the project's own build in a process of its own."""
    command = [sys.executable, "-m", "scripts.build", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def line_of(project: Path, post: str, sentence: str) -> int:
    """Return the line on which a sentence of a curation file begins."""
    lines = (project / f"curation/posts/{post}.txt").read_text("utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if line.startswith(f"{sentence} "))


def test_a_second_build_gives_the_same_bytes_and_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(project)
    assert build.main([], project) == 0
    assert capsys.readouterr().out.endswith("\n0 files changed\n")
    assert snapshot(project) == before


def test_a_build_from_nothing_gives_the_same_bytes_in_another_process(project: Path) -> None:
    before = snapshot(project)
    move(project / "data", project.parent / "data")
    (project / "datapackage.json").unlink()
    built = run(project)
    assert built.returncode == 0, built.stderr
    assert snapshot(project) == before


def test_what_somebody_edited_in_data_is_built_again_and_what_is_strange_there_goes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(project)
    change(project / "data/claims.csv", "p03.c01", "p03.c99")
    (project / "data/evidence/notes.csv").write_text("x\n1\n")
    assert build.main([], project) == 0
    assert "2 files changed: data/claims.csv, data/evidence/notes.csv" in capsys.readouterr().out
    assert snapshot(project) == before


def test_problems_of_all_posts_are_listed_together_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(project)
    posts = project / "curation/posts"
    change(posts / "p03.txt", "    repaired\n", "    mended\n")
    change(posts / "p05.txt", "s02 It is well-known", "s02 It is known")
    change(posts / "p12.txt", "c04 511,000 suspects", "c04 511,00 suspects")
    (posts / "p16.txt").write_text("")
    change(project / "curation/registers/units.yaml", "  factor:", "  faktor:")
    assert build.main([], project) == 1
    said = capsys.readouterr().err
    for words in (
        "curation/posts/p03.txt:",
        "cannot read 'mended'",
        "s02 is not the next text of the post",
        "c04: the words '511,00 suspects were arrested' do not stand in its sentence",
        "curation/posts/p16.txt: the file is empty",
        "unknown field 'faktor'",
        "; nothing was written",
    ):
        assert words in said, said
    assert snapshot(project) == before


def test_what_does_not_add_up_in_several_posts_is_listed_together(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(project)
    change(project / "curation/posts/p03.txt", "  n Zero=idiom\n", "")
    change(project / "curation/posts/p05.txt", "  n zero=idiom\n", "")
    assert build.main([], project) == 1
    lines = capsys.readouterr().err.strip().split("\n")
    p03 = f"curation/posts/p03.txt:{line_of(project, 'p03', 's01')}"
    p05 = f"curation/posts/p05.txt:{line_of(project, 'p05', 's02')}"
    assert [line.partition(" (")[0] for line in lines] == [
        f"{p03}: the numeral 'Zero' of s01 is not accounted for",
        f"{p05}: the numeral 'zero' of s02 is not accounted for",
        "problems: 2; nothing was written",
    ]
    assert snapshot(project) == before


ARCHIVES: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.unlink(), "posts.txt: is missing"),
    (lambda path: path.write_bytes(b""), "posts.txt: the archive is empty"),
    (lambda path: change(path, "Zero tolerance", "Hero tolerance"), "the archive has changed"),
    (lambda path: path.with_name("posts.txt.sha256").unlink(), "posts.txt.sha256: is missing"),
]


@pytest.mark.parametrize(("break_archive", "message"), ARCHIVES, ids=[m for _, m in ARCHIVES])
@pytest.mark.parametrize("arguments", [[], ["--check"], ["--check", "--only", "p03"]])
def test_a_broken_archive_stops_the_build(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    break_archive: Callable[[Path], object],
    message: str,
    arguments: list[str],
) -> None:
    before = snapshot(project)
    break_archive(project / "curation/archive/posts.txt")
    assert build.main(arguments, project) == 1
    said = capsys.readouterr().err
    assert message in said
    assert "restore the archive as received" in said
    assert snapshot(project) == before


def test_a_missing_folder_of_curation_files_is_wrong_data(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    move(project / "curation/posts", project.parent / "posts")
    assert build.main([], project) == 1
    assert capsys.readouterr().err.count("is missing (python -m scripts.scaffold") == 17


def test_a_second_build_at_the_same_time_is_told_to_wait(project: Path) -> None:
    with build_lock(project):
        second = run(project)
    assert second.returncode == 1
    assert "another build is running in this folder (wait until it ends)" in second.stderr
    assert "Traceback" not in second.stderr
    assert run(project).returncode == 0


def test_a_build_imports_no_data_frames(project: Path) -> None:
    program = (
        "import sys\n"
        "from scripts import build\n"
        "assert build.main([]) == 0\n"
        "heavy = {'pandas', 'pandera', 'frictionless', 'numpy', 'pysbd', 'sklearn'}\n"
        "sys.exit(', '.join(sorted(heavy & sys.modules.keys())) or None)\n"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
    assert done.returncode == 0


def test_check_looks_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project / "data/claims.csv", "p03.c01", "p03.c99")
    before = snapshot(project)
    assert build.main(["--check"], project) == 0
    assert capsys.readouterr().out == "nothing is wrong, everything is accounted for\n"
    change(project / "curation/posts/p03.txt", "  n Zero=idiom\n", "")
    assert build.main(["--check"], project) == 1
    assert snapshot(project) == before


def test_one_post_is_checked_whatever_is_wrong_with_the_others(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project / "curation/posts/p03.txt", "  n Zero=idiom\n", "")
    (project / "curation/posts/p05.txt").unlink()
    assert build.main(["--check", "--only", "p12", "p16"], project) == 0
    assert build.main(["--check", "--only", "p12", "p05"], project) == 1
    assert capsys.readouterr().err.startswith("curation/posts/p05.txt: the curation file of p05")
    assert build.main(["--check", "--only", "p03"], project) == 1
    assert "'Zero' of s01 is not accounted for" in capsys.readouterr().err


@pytest.mark.parametrize("inside", [True, False])
def test_curation_files_of_another_folder_can_be_checked(
    project: Path, capsys: pytest.CaptureFixture[str], inside: bool
) -> None:
    folder = "curation/other" if inside else str(project.parent / "elsewhere")
    copytree(project / "curation/posts", project / folder)
    assert build.main(["--check", "--posts", folder], project) == 0
    change(project / folder / "p03.txt", "  n Zero=idiom\n", "")
    (project / folder / "notes.txt").write_text("mine")
    assert build.main(["--check", "--posts", folder], project) == 1
    assert f"{folder}/notes.txt: there is no post of this name" in capsys.readouterr().err
    assert build.main(["--check", "--posts", folder, "--only", "p03"], project) == 1
    assert f"{folder}/p03.txt:" in capsys.readouterr().err


WRONG_CALLS = [
    (["--posts", "curation/posts2"], "--posts and --only go with --check only"),
    (["--only", "p03"], "--posts and --only go with --check only"),
    (["--check", "--posts", "curation/nowhere"], "curation/nowhere is no folder"),
    (["--check", "--only", "p99"], "--only takes posts of the archive: p01, p02"),
    (["--check", "--only"], "expected at least one argument"),
    (["--fast"], "unrecognized arguments: --fast"),
    (["p03"], "unrecognized arguments: p03"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG_CALLS)
def test_a_wrong_call_ends_with_2_and_says_why(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    before = snapshot(project)
    with pytest.raises(SystemExit) as stopped:
        build.main(arguments, project)
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err
    assert snapshot(project) == before


def test_help_names_every_option_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        build.main(["--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    for words in ("--check", "--posts FOLDER", "--only pNN", "Exit codes: 0 built"):
        assert words in said
