"""Replace the files of a package so that a broken run leaves the old package or the new one.

All files are first written to `.staging/`; a marker says when the set is complete. Then each is
moved into place. A run that dies before the marker has changed nothing; one that dies after it is
finished by the next run.
"""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from scripts.problem import Problem, ProblemsFound

STAGING = ".staging"
_READY = "READY"


@contextmanager
def build_lock(root: Path) -> Iterator[None]:
    """Hold the package's lock; a second build at the same time is told to wait.

    Raises:
        ProblemsFound: another build holds the lock, or the folder cannot be written.
    """
    try:
        handle = open(root / ".build-lock", "a")  # noqa: SIM115 - held until the end of the run
    except OSError as error:
        raise _refusal(root, error) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            message = "another build is running in this folder"
            raise ProblemsFound([Problem(str(root), 0, message, "wait until it ends")]) from error
        yield


def replace_files(root: Path, files: Mapping[str, bytes], owned: tuple[str, ...]) -> list[str]:
    """Make the files of the package these, and remove what else stands in the owned folders.

    Args:
        root: the package's folder.
        files: content by path relative to `root`.
        owned: folders that hold nothing but built files.

    Returns:
        The paths that changed, in order.

    Raises:
        ProblemsFound: a folder or file cannot be written; nothing has been changed then.
    """
    recover(root)
    changed = {path: content for path, content in files.items() if _read(root / path) != content}
    gone = sorted(
        str(path.relative_to(root))
        for folder in owned
        for path in (root / folder).rglob("*")
        if path.is_file() and str(path.relative_to(root)) not in files
    )
    if not changed and not gone:
        return []
    for path in [*changed, *gone]:
        _check_writable(root / path)
        if (root / path).is_dir():
            message = "a folder stands where this file belongs"
            raise ProblemsFound([Problem(path, 0, message, "move it away and build again")])
    staging = root / STAGING
    try:
        for path, content in changed.items():
            target = staging / "files" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        plan = {
            "replace": {path: hashlib.sha256(c).hexdigest() for path, c in changed.items()},
            "remove": gone,
        }
        marker = staging / "plan.json"
        marker.write_text(json.dumps(plan))
        marker.rename(staging / _READY)
    except OSError as error:
        shutil.rmtree(staging, ignore_errors=True)
        raise _refusal(root, error) from error
    recover(root)
    return sorted([*changed, *gone])


def recover(root: Path) -> None:
    """Finish a replacement that a killed run had prepared, or drop one that it had not."""
    staging = root / STAGING
    marker = staging / _READY
    if marker.exists():
        plan = json.loads(marker.read_text())
        for path in plan["replace"]:
            source = staging / "files" / path
            if source.exists():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                os.replace(source, root / path)
        for path in plan["remove"]:
            (root / path).unlink(missing_ok=True)
    shutil.rmtree(staging, ignore_errors=True)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _check_writable(path: Path) -> None:
    folder = path.parent
    while not folder.exists():
        folder = folder.parent
    if not os.access(folder, os.W_OK):
        raise _refusal(folder, PermissionError("the folder is read-only"))


def _refusal(path: Path, error: OSError) -> ProblemsFound:
    mend = "make the folder writable and build again; nothing was changed"
    return ProblemsFound([Problem(str(path), 0, f"cannot write here: {error}", mend)])
