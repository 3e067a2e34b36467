"""Files are written whole or not at all, whatever stops the run or is in their place."""

import os
import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.curation.finding import FindingsError
from scripts.package.files import write_atomically

OLD = {"data/claims.csv": b"old\n", "data/links/gone.csv": b"old\n", "README.md": b"old\n"}
NEW = {"data/claims.csv": b"newer\n", "data/figures.csv": b"newer\n", "README.md": b"newer\n"}
CHANGED = ["README.md", "data/claims.csv", "data/figures.csv", "data/links/gone.csv"]
NOBODY = 65534


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the old files."""
    assert write_atomically(tmp_path, OLD, ("data",)) == sorted(OLD)
    return tmp_path


def content(root: Path) -> dict[str, bytes]:
    """Return all files under a folder, the leftovers of broken runs too."""
    files = [path for path in root.rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def write(root: Path) -> list[str]:
    return write_atomically(root, NEW, ("data",))


def start(act: Callable[[], object]) -> tuple[int, int]:
    """Let a process of its own do something; return its id and where its last words are read."""
    words, told = os.pipe()
    child = os.fork()
    if child == 0:
        said = "done"
        try:
            act()
        except FindingsError as error:
            said = str(error)
        except BaseException as error:
            said = repr(error)
        os.write(told, said.encode())
        os._exit(0)
    os.close(told)
    return child, words


def end(child: int, words: int) -> str:
    os.waitpid(child, 0)
    with os.fdopen(words) as pipe:
        return pipe.read()


def test_files_are_replaced_added_and_removed(root: Path) -> None:
    assert write(root) == CHANGED
    assert content(root) == NEW


def test_files_that_are_right_are_not_touched(root: Path) -> None:
    before = {path: (root / path).stat().st_mtime_ns for path in OLD}
    assert write_atomically(root, OLD, ("data",)) == []
    assert {path: (root / path).stat().st_mtime_ns for path in OLD} == before


def test_a_file_keeps_its_mode_and_a_new_one_can_be_read_by_all(root: Path) -> None:
    (root / "README.md").chmod(0o600)
    write(root)
    modes = [(root / path).stat().st_mode & 0o777 for path in ("README.md", "data/figures.csv")]
    assert modes == [0o600, 0o644]


KILLED = [("fsync", 1), ("fsync", 3), ("chmod", 2), ("replace", 1), ("replace", 3), ("unlink", 1)]


@pytest.mark.parametrize(("name", "call"), KILLED)
def test_a_killed_run_leaves_each_file_old_or_new_and_the_next_run_finishes(
    root: Path, name: str, call: int
) -> None:
    real = getattr(os, name)
    calls = iter(range(1, 99))

    def die(*arguments: object, **options: object) -> object:
        if next(calls) == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)

    def killed() -> None:
        setattr(os, name, die)
        write(root)

    assert end(*start(killed)) == "", "the run was not killed"
    for path, found in content(root).items():
        if not Path(path).name.startswith(".new-"):
            assert found in (OLD.get(path), NEW.get(path)), path
    write(root)
    assert content(root) == NEW


def test_what_killed_runs_left_is_removed_and_nothing_else(root: Path) -> None:
    (root / ".new-notes.txt").write_bytes(b"mine")
    for place in (".new-ab_c12de", "data/.new-ab_c12de"):
        (root / place).write_bytes(b"half")
    (root / "docs").mkdir()
    (root / "docs/.new-ab_c12de").write_bytes(b"not a folder of this package")
    assert write_atomically(root, OLD, ("data",)) == [".new-ab_c12de", "data/.new-ab_c12de"]
    left = {".new-notes.txt", "docs/.new-ab_c12de"}
    assert content(root).keys() == OLD.keys() | left


def test_a_full_disk_is_said_and_leaves_nothing_half_written(root: Path) -> None:
    def write_on_full_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))
        write_atomically(root, {"README.md": b"newer\n", "data/claims.csv": b"much longer\n"})

    said = end(*start(write_on_full_disk))
    assert said == (
        "data/claims.csv: cannot be written: File too large "
        "(make room and rights to write, and run the command again)"
    )
    assert content(root) == OLD | {"README.md": b"newer\n"}


@pytest.mark.parametrize("closed", [".", "data", "data/links"])
def test_a_read_only_folder_is_said_before_anything_is_written(root: Path, closed: str) -> None:
    for path in [root, *root.rglob("*")]:
        path.chmod(0o777)
    (root / closed).chmod(0o555)

    def write_without_rights() -> None:
        # The folders above belong to root alone; a relative path does not pass through them.
        os.chdir(root)
        if os.getuid() == 0:
            os.setuid(NOBODY)
        write(Path("."))

    said = end(*start(write_without_rights))
    (root / closed).chmod(0o777)
    assert "cannot be written: the folder is read-only or not a folder" in said
    assert content(root) == OLD


def put_folder(root: Path) -> None:
    (root / "data/claims.csv").unlink()
    (root / "data/claims.csv").mkdir()


def put_file(root: Path) -> None:
    (root / "data/links/gone.csv").unlink()
    (root / "data/links").rmdir()
    (root / "data/claims.csv").unlink()
    (root / "data").rmdir()
    (root / "data").write_bytes(b"file")


def put_link(root: Path) -> None:
    (root / "data").rename(root.parent / f"{root.name}-outside")
    (root / "data").symlink_to(root.parent / f"{root.name}-outside")


def put_dead_link(root: Path) -> None:
    put_link(root)
    (root.parent / f"{root.name}-outside").rename(root.parent / f"{root.name}-elsewhere")


REFUSED: list[tuple[Callable[[Path], None], str]] = [
    (put_folder, "data/claims.csv: a folder is where this file belongs (move it away)"),
    (put_file, "data/claims.csv: cannot be written: the folder is read-only or not a folder"),
    (put_link, "data: is a link and should be a folder (remove the link)"),
    (put_dead_link, "data: is a link and should be a folder (remove the link)"),
]


@pytest.mark.parametrize(("put", "message"), REFUSED)
def test_what_is_in_the_place_of_a_file_or_folder_is_named_and_nothing_is_written(
    root: Path, put: Callable[[Path], None], message: str
) -> None:
    put(root)
    before = content(root)
    with pytest.raises(FindingsError) as refused:
        write(root)
    assert str(refused.value).startswith(message)
    assert content(root) == before


def test_a_link_or_pipe_in_the_place_of_a_file_is_replaced_and_its_target_kept(root: Path) -> None:
    outside = root / "outside.csv"
    outside.write_bytes(NEW["README.md"])
    (root / "README.md").unlink()
    (root / "README.md").symlink_to(outside)
    (root / "data/claims.csv").unlink()
    os.mkfifo(root / "data/claims.csv")
    assert write(root) == CHANGED
    assert content(root) == NEW | {"outside.csv": NEW["README.md"]}
    assert not (root / "README.md").is_symlink()


def test_a_stray_link_to_a_folder_is_removed_and_what_it_leads_to_kept(root: Path) -> None:
    (root / "outside").mkdir()
    (root / "outside/mine.csv").write_bytes(b"mine\n")
    (root / "data/more").symlink_to(root / "outside")
    assert write_atomically(root, OLD, ("data",)) == ["data/more"]
    assert content(root) == OLD | {"outside/mine.csv": b"mine\n"}


def test_a_second_run_waits_for_the_first(root: Path) -> None:
    def write_slowly() -> None:
        real = os.fsync
        os.fsync = lambda handle: (time.sleep(0.05), real(handle))[1]  # type: ignore[assignment]
        write(root)

    child, words = start(write_slowly)
    while not list(root.rglob(".new-*")):
        time.sleep(0.001)
    assert write(root) == []
    assert end(child, words) == "done"
    assert content(root) == NEW
