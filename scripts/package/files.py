"""Write the files of a package: each whole or not at all."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from filelock import FileLock

from scripts.curation.finding import refuse

_FIX = "make room and rights to write, and run the command again"
_PREFIX = ".new-"
# What a killed run leaves; the marks are those that tempfile puts after the prefix.
_LEFT_BEHIND = f"{_PREFIX}????????"


def write_atomically(
    root: Path, files: Mapping[str, bytes], owned: tuple[str, ...] = ()
) -> list[str]:
    """Make files what they should be; each is written beside its place, synced and renamed.

    A run that is killed leaves each file as it was or as it should be; the next run writes the
    others and removes what was left half-written. Everything that can be checked is checked before
    the first file changes. A second run at the same time waits for the first.

    Args:
        root: the folder that the paths are relative to.
        files: content by path.
        owned: folders that hold nothing else; other files in them are removed.

    Returns:
        The paths that changed, in order.

    Raises:
        FindingsError: a file cannot be written. Files that were not reached are as before.
    """
    with _one_at_a_time(root):
        changed = [path for path, content in files.items() if _differs(root, path, content)]
        gone = _gone(root, files, owned)
        for path in [*changed, *gone]:
            _check_place(root, path)
        for path in changed:
            with _refusing(path):
                _write(root / path, files[path])
        for path in gone:
            with _refusing(path):
                (root / path).unlink(missing_ok=True)
    return sorted([*changed, *gone])


@contextmanager
def _one_at_a_time(root: Path) -> Iterator[None]:
    """Hold the lock of a folder, which the system takes back however the run ends.

    Its file stands outside the folder, which then holds nothing that is not the package's.
    """
    # A user may not open what another one made there; Windows has no such number.
    user = getattr(os, "getuid", int)()
    name = f"{user}-{hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]}"
    with _refusing(str(root)):
        root.stat()
        lock = FileLock(Path(tempfile.gettempdir()) / f"writing-{name}.lock")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _refusing(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refuse(path, f"cannot be written: {error.strerror}", _FIX) from error


def _differs(root: Path, path: str, content: bytes) -> bool:
    """Return whether a file is to be written; links in the place of a folder are refused."""
    place = root / path
    for folder in PurePosixPath(path).parents[:-1]:
        if (root / folder).is_symlink():
            raise refuse(str(folder), "is a link and should be a folder", "remove the link")
    try:
        mode = place.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return True
    if stat.S_ISDIR(mode):
        raise refuse(path, "a folder is where this file belongs", "move it away")
    with _refusing(path):
        return not stat.S_ISREG(mode) or place.read_bytes() != content


def _gone(root: Path, files: Mapping[str, bytes], owned: tuple[str, ...]) -> list[str]:
    """Return what is to be removed: other files in owned folders, and what killed runs left."""
    found = {path for folder in owned for path in (root / folder).rglob("*")}
    for folder in {(root / path).parent for path in files}:
        found.update(folder.glob(_LEFT_BEHIND))
    paths = {
        path.relative_to(root).as_posix()
        for path in found
        if path.is_symlink() or not path.is_dir()
    }
    return sorted(paths - files.keys())


def _check_place(root: Path, path: str) -> None:
    """Refuse a path in what is not a folder, or in a folder that this user may not write."""
    folder = (root / path).parent
    while not folder.exists():
        folder = folder.parent
    with _refusing(path):
        if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(13, "the folder is read-only or not a folder")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.lstat().st_mode & 0o777 if path.is_file() and not path.is_symlink() else 0o644
    handle, staged = tempfile.mkstemp(prefix=_PREFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(staged, mode)
        os.replace(staged, path)
    except BaseException:
        Path(staged).unlink(missing_ok=True)
        raise
