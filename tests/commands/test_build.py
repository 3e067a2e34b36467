"""A build gives the whole package, or says what is wrong and writes nothing."""

import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from schemas.tables import TABLES
from scripts import build
from scripts.curation.finding import FindingsError
from tests.commands.conftest import assert_as_before, snapshot
from tests.conftest import ROOT, change


def test_a_second_build_gives_the_same_bytes_and_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(project)
    assert build.main([], project) == 0
    *counts, last = capsys.readouterr().out.splitlines()
    assert last == "0 files changed"
    assert {line.split()[0]: int(line.split()[1]) for line in counts}["posts"] == 17
    assert len(counts) == len(TABLES)
    assert_as_before(project, before)


def test_what_was_edited_or_lost_is_restored_and_what_does_not_belong_is_removed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(project)
    change(project / "data/claims.csv", "p03.c01", "p03.c99")
    (project / "data/posts.csv").unlink()
    (project / "data/evidence/notes.csv").write_text("x\n1\n")
    (project / "metadata/old.json").write_text("{}")
    rmtree(project / "data/links")
    change(project / "docs/trust.md", "| p03 |", "| p33 |")
    assert build.main([], project) == 0
    links = [table.path for table in TABLES.values() if table.folder == "data/links"]
    changed = ["data/claims.csv", "data/evidence/notes.csv", *sorted(links)]
    changed += ["data/posts.csv", "docs/trust.md", "metadata/old.json"]
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == f"{len(changed)} files changed: {', '.join(changed)}"
    assert_as_before(project, before)


# a file, words of it (None for the whole file), and what is put there
BROKEN = [
    ("curation/posts/p03.txt", "  n Zero=idiom\n", ""),
    ("curation/posts/p16.txt", None, ""),
    ("curation/registers/units.yaml", "  factor:", "  faktor:"),
    ("curation/package.yaml", "name: china", "name: ../china"),
    ("CODEBOOK.md", "<!-- end codelists -->", ""),
]


@pytest.mark.parametrize(("file", "old", "new"), BROKEN)
def test_where_something_is_wrong_nothing_is_written(
    project: Path, file: str, old: str | None, new: str
) -> None:
    change(project / "data/claims.csv", "p03.c01", "p03.c99")
    change(project / file, old or (project / file).read_text("utf-8"), new)
    before = snapshot(project)
    with pytest.raises(FindingsError) as refused:
        build.main([], project)
    assert {finding.file for finding in refused.value.findings} == {file}, refused.value
    assert_as_before(project, before)


def test_a_folder_in_the_place_of_a_table_is_refused(project: Path) -> None:
    (project / "data/claims.csv").unlink()
    (project / "data/claims.csv").mkdir()
    with pytest.raises(FindingsError, match=r"data/claims.csv: a folder is where this file belo"):
        build.main([], project)


def test_what_was_built_can_be_validated_at_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.main(["--validate"], project) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-6:] == [
        "0 files changed",
        *(f"{layer:9} fine" for layer in ("bytes", "form", "meaning", "evidence", "source")),
    ]


def test_two_builds_at_once_give_the_package(project: Path) -> None:
    before = snapshot(project)
    rmtree(project / "data")
    command = [sys.executable, "-m", "scripts.build"]
    running = [
        subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) for _ in "ab"
    ]
    said = [process.communicate()[0].splitlines()[-1].partition(":")[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert sorted(said) == ["0 files changed", f"{len(TABLES)} files changed"]
    assert_as_before(project, before)


def test_a_build_imports_no_data_frames() -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from scripts import build\n"
        "build.make_files(Path('.'), build.build_and_check(Path('.')))\n"
        "heavy = {'pandas', 'pandera', 'frictionless', 'numpy', 'pysbd', 'sklearn'}\n"
        "sys.exit(', '.join(sorted(heavy & sys.modules.keys())) or None)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
