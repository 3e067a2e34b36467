"""A build that cannot write, or is killed, leaves a package that the next run can complete."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest

from scripts import build
from scripts.output.staging import STAGING
from tests.build.breaking import change, snapshot

NOBODY = 65534
# The interpreter may stand where nobody may read: a check has imported everything before.
AS_NOBODY = f"""
import os, sys
from pathlib import Path
from scripts import build
assert build.main(["--check"], Path(sys.argv[1])) == 0
os.setgroups([])
os.setgid({NOBODY})
os.setuid({NOBODY})
sys.exit(build.main([], Path(sys.argv[1])))
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """An empty folder that every user may enter, as pytest's own folders may not be."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def change_curation(project: Path) -> None:
    """Change one statement, and with it several built files."""
    change(
        project / "curation/posts/p03.txt", "There are 1.124 million", "There were 1.124 million"
    )


def build_command() -> list[str]:
    return [sys.executable, "-m", "scripts.build"]


class Finished(NamedTuple):
    """What a build of the changed curation gives when nothing stops it, and its seconds."""

    files: dict[str, str]
    seconds: float


@pytest.fixture(scope="module")
def finished(built_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    project = copytree(built_project, tmp_path_factory.mktemp("finished") / "project")
    change_curation(project)
    started = time.monotonic()
    subprocess.run(build_command(), cwd=project, check=True, capture_output=True)
    seconds = time.monotonic() - started
    files = snapshot(project)
    assert files != snapshot(built_project)
    return Finished(files, seconds)


def test_builds_killed_at_random_leave_the_old_or_the_new_package(
    built_project: Path, tmp_path: Path, finished: Finished
) -> None:
    old, new = snapshot(built_project), finished.files
    chance = random.Random(17)
    for attempt in range(5):
        project = copytree(built_project, tmp_path / str(attempt))
        change_curation(project)
        # Most of the time goes into reading; what writes stands at the end.
        pause = finished.seconds * chance.uniform(0.7, 1.05)
        process = subprocess.Popen(
            build_command(), cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = snapshot(project)
        prepared = (project / STAGING / "READY").exists()
        assert prepared or found in (old, new), f"killed after {pause:.3f} s"
        subprocess.run(build_command(), cwd=project, check=True, capture_output=True)
        assert snapshot(project) == new, f"killed after {pause:.3f} s"
        assert not (project / STAGING).exists()


@pytest.mark.parametrize("call", [1, 2, 4])
def test_a_build_killed_between_two_files_is_completed_by_the_next(
    project: Path, finished: Finished, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    change_curation(project)
    calls = 0
    real = os.replace

    def die(source: Path, target: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == call:
            raise KeyboardInterrupt
        real(source, target)

    # A new file, a changed one and one that is gone: all are in the plan.
    (project / "data/posts.csv").unlink()
    change(project / "data/operations.csv", "operation_id", "id")
    (project / "data/left-over.csv").write_text("x\n")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(os, "replace", die)
        build.main([], project)
    assert (project / STAGING / "READY").exists()
    assert build.main([], project) == 0
    assert snapshot(project) == finished.files
    assert not (project / STAGING).exists()


EDITED = {
    ".": "datapackage.json",
    "data": "data/claims.csv",
    "data/evidence": "data/evidence/sentences.csv",
    "docs": "docs/data-dictionary.md",
}


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="needs the right to drop rights")
@pytest.mark.parametrize(
    ("closed", "locked_before"), [*((folder, True) for folder in EDITED), (".", False)]
)
def test_a_folder_that_cannot_be_written_gives_one_clear_error(
    built_project: Path, open_folder: Path, closed: str, locked_before: bool
) -> None:
    project = copytree(built_project, open_folder / "project")
    if not locked_before:
        (project / ".build-lock").unlink()
    edited = project / EDITED[closed]
    edited.write_bytes(edited.read_bytes().replace(b" ", b"  ", 1))
    for path in [project, *project.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
    before = snapshot(project)
    (project / closed).chmod(0o555)
    command = [sys.executable, "-c", AS_NOBODY, str(project)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    first, *rest = done.stderr.strip().split("\n")
    assert rest == ["problems: 1; nothing was written"], done.stderr
    assert "cannot write here" in first
    assert "make the folder writable and build again; nothing was changed" in first
    assert snapshot(project) == before
    assert not (project / STAGING).exists()
    (project / closed).chmod(0o755)
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    assert snapshot(project) == snapshot(built_project)
