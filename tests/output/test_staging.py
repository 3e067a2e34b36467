"""A replacement that is broken off leaves the old package, or one that the next run completes."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.output.staging import STAGING, build_lock, recover, replace_files
from scripts.problem import ProblemsFound

OLD = {"data/claims.csv": b"old\n", "data/links/gone.csv": b"old\n", "README.md": b"old\n"}
NEW = {"data/claims.csv": b"new\n", "data/figures.csv": b"new\n", "README.md": b"new\n"}


class Killed(BaseException):
    """Stands for the end of the process: nothing catches it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    assert replace_files(tmp_path, OLD, ("data",)) == sorted(OLD)
    return tmp_path


def content(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and STAGING not in path.parts
    }


def killed_at(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, call: int) -> None:
    """Let the given call (from 1) of a function end the process; later ones are not reached."""
    real: Callable[..., object] = getattr(owner, name)
    calls = 0

    def die(*arguments: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        if calls == call:
            raise Killed
        return real(*arguments, **options)

    monkeypatch.setattr(owner, name, die)


def test_files_are_replaced_added_and_removed(root: Path) -> None:
    changed = ["README.md", "data/claims.csv", "data/figures.csv", "data/links/gone.csv"]
    assert replace_files(root, NEW, ("data",)) == changed
    assert content(root) == NEW
    assert not (root / STAGING).exists()


def test_replacing_by_the_same_files_touches_nothing(root: Path) -> None:
    before = {path: (root / path).stat().st_mtime_ns for path in OLD}
    assert replace_files(root, OLD, ("data",)) == []
    assert {path: (root / path).stat().st_mtime_ns for path in OLD} == before


@pytest.mark.parametrize(
    ("owner", "name", "call"),
    [(Path, "write_bytes", call) for call in (1, 2, 3)]
    + [(Path, "write_text", 1), (Path, "rename", 1)],
)
def test_a_run_killed_while_it_prepares_has_changed_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, call: int
) -> None:
    with monkeypatch.context() as patch, pytest.raises(Killed):
        killed_at(patch, owner, name, call)
        replace_files(root, NEW, ("data",))
    assert content(root) == OLD
    recover(root)
    assert content(root) == OLD
    assert not (root / STAGING).exists()


@pytest.mark.parametrize(
    ("owner", "name", "call"),
    [(os, "replace", call) for call in (1, 2, 3)] + [(Path, "unlink", 1), (shutil, "rmtree", 2)],
)
def test_a_run_killed_while_it_replaces_is_finished_by_the_next(
    root: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, call: int
) -> None:
    with monkeypatch.context() as patch, pytest.raises(Killed):
        killed_at(patch, owner, name, call)
        replace_files(root, NEW, ("data",))
    with monkeypatch.context() as patch, pytest.raises(Killed):
        # The run that repairs may be killed as well.
        killed_at(patch, shutil, "rmtree", 1)
        recover(root)
    recover(root)
    assert content(root) == NEW
    assert not (root / STAGING).exists()


def test_a_full_disk_is_said_and_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(ProblemsFound, match="No space left"):
        patch.setattr(Path, "write_bytes", full)
        replace_files(root, NEW, ("data",))
    assert content(root) == OLD
    assert not (root / STAGING).exists()


def test_a_second_holder_of_the_lock_is_told_to_wait(tmp_path: Path) -> None:
    with build_lock(tmp_path):
        refused = pytest.raises(ProblemsFound, match="another build is running")
        with refused as found, build_lock(tmp_path):
            pass
        assert "wait until it ends" in str(found.value)
    with build_lock(tmp_path):
        pass
