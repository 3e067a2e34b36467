"""Read a text file of the curation: the one guard for whatever stands where a file should."""

import os
import stat
from pathlib import Path

from scripts.curation.finding import refuse

# A post of the archive has some 4 kB; a thousand of them are still read in seconds.
LARGEST = 4_000_000


def read_text(root: Path, file: Path | str, missing: str = "restore it") -> str:
    """Return the words of a file under `root`; `missing` is how to fix it where there are none.

    Raises:
        FindingsError: the file is missing, empty, not a regular file, too large, or not UTF-8 text
            with LF line ends.
    """
    name = Path(file).as_posix()
    content = read_bytes(root / file, name, missing)
    if not content.strip():
        raise refuse(name, "the file is empty", missing)
    if content.startswith(b"\xef\xbb\xbf"):
        raise refuse(name, "the file begins with a byte order mark", "save it without one", 1)
    for wrong, words in ((b"\r", "CRLF or CR line ends"), (b"\0", "a NUL character")):
        if wrong in content:
            line = content.count(b"\n", 0, content.index(wrong)) + 1
            raise refuse(name, f"the file has {words}", "save it as text with LF line ends", line)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reason = f"not UTF-8 at byte {error.start}"
        raise refuse(name, reason, "save the file as UTF-8", line) from error


def read_bytes(path: Path, name: str, missing: str = "restore it", largest: int = LARGEST) -> bytes:
    """Return the bytes of a regular file; `name` is what findings call it.

    Raises:
        FindingsError: it is missing, a link, a folder or a device, too large, or cannot be read.
    """
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            kind = "a link" if stat.S_ISLNK(status.st_mode) else "not a regular file"
            raise refuse(name, f"is {kind}", "put the file itself there")
        if status.st_size > largest:
            raise refuse(name, f"has more than {largest} bytes", "restore it")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refuse(name, "the file is missing", missing) from error
    except OSError as error:
        raise refuse(name, f"cannot be read: {error.strerror}", "restore it") from error
