"""Read a zip that anyone may have written: every bad input ends in one clear finding."""

import io
import stat
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from scripts.curation.finding import refuse

# A release has 2 MB in 50 files.
LARGEST = 100_000_000
MOST_ENTRIES = 2_000
_ENTRY = b"PK\x01\x02"
_CORRUPT = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError)


def read_zip(content: bytes, file: str) -> dict[str, bytes]:
    """Return the files in a zip by their paths; `file` is its own, as the finding names it.

    Raises:
        FindingsError: the zip is corrupt or encrypted, has links, duplicate names or paths that
            lead out of it, or more entries or bytes than any package.
    """
    # Counted before it is opened, because every entry takes memory then.
    if content.count(_ENTRY) > MOST_ENTRIES:
        raise refuse(file, f"is a zip of more than {MOST_ENTRIES} entries")
    files: dict[str, bytes] = {}
    left = LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                name = str(PurePosixPath(entry.filename))
                if reason := _refusal(entry) or ("is there twice" if name in files else ""):
                    raise refuse(file, f"is a zip whose entry {name[:200]!r} {reason}")
                if not entry.is_dir():
                    with archive.open(entry) as opened:
                        # The size in the header may be wrong: only what comes out counts.
                        files[name] = opened.read(left + 1)
                    left -= len(files[name])
                if left < 0:
                    raise refuse(file, f"is a zip of more than {LARGEST} bytes when unpacked")
    except (*_CORRUPT, RuntimeError) as error:
        raise refuse(file, f"is not a zip file, or is a broken one: {error}") from error
    return files


def _refusal(entry: zipfile.ZipInfo) -> str:
    path = PurePosixPath(entry.filename)
    if not entry.filename:
        return "has no name"
    if path.is_absolute() or ".." in path.parts or "\\" in entry.filename:
        return "leads out of the zip"
    if entry.flag_bits & 1:
        return "is encrypted"
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is a link or another special file"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed in a way that is not read here (use deflate)"
    return ""
