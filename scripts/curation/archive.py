"""Read the archive as received and split it into its posts.

The archive's form, as found: a first line that belongs to no post (the preamble), then for each
post a line 'Text', a line with the title, the body, and a line '0 notes'.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.curation.finding import FindingsError, refuse
from scripts.curation.text_file import read_text

ARCHIVE = Path("curation/archive/posts.txt")
PINNED = Path("curation/archive/posts.txt.sha256")
PREAMBLE = "Don't wanna be here? Send us removal request."
POST_TYPE_LINE = "Text"
END_LINE = "0 notes"


@dataclass(frozen=True)
class Post:
    """One post; `text` is title, line break, body; `archive_start` counts code points to 'Text'."""

    post_id: str
    title: str
    text: str
    archive_start: int
    post_type: str = "text"
    note_count: int = 0


def read_archive(root: Path) -> list[Post]:
    """Return the posts of the archive in their order.

    The archive's sha256 is pinned in a file beside it, as sha256sum writes it.

    Raises:
        FindingsError: the archive is missing, empty, altered, or not of the form above.
    """
    text = read_text(root, ARCHIVE, "restore the archive as received (git checkout)")
    posts = split_archive(text)
    found = hashlib.sha256(text.encode()).hexdigest()
    if found != read_pinned(root):
        reason = f"the archive has changed: sha256 is {found}, not what {PINNED.name} says"
        fix = f"restore the archive, or, if you added a post, write the new hash into {PINNED.name}"
        raise refuse(str(ARCHIVE), reason, fix)
    return posts


def read_pinned(root: Path) -> str:
    """Return the sha256 that the archive should have.

    Raises:
        FindingsError: the file that says it cannot be read.
    """
    fix = f"write the output of sha256sum {ARCHIVE.name}"
    words = read_text(root, PINNED, fix).split()
    if not words:
        raise refuse(str(PINNED), "the file is empty", fix)
    return words[0]


def split_archive(text: str, file: str = str(ARCHIVE)) -> list[Post]:
    """Return the posts of an archive's text; `file` is its path, as findings name it.

    Raises:
        FindingsError: text before the first post other than the preamble, a post without title or
            end marker, text between two posts.
    """
    return list(posts_of(text.split("\n"), file))


def posts_of(lines: Iterable[str], file: str = str(ARCHIVE)) -> Iterator[Post]:
    """Yield the posts of an archive's lines, one by one; the last line is '' after a line break.

    Raises:
        FindingsError: as of `split_archive`, where it is reached.
    """

    def wrong(line: int, reason: str) -> FindingsError:
        return refuse(file, reason, "scripts/curation/archive.py describes the form", line)

    numbered = enumerate(lines, start=1)
    _, first = next(numbered, (1, ""))
    if first != PREAMBLE:
        raise wrong(1, f"the first line is {first[:60]!r}, not the preamble {PREAMBLE!r}")
    offset, count = len(first) + 1, 0
    for number, line in numbered:
        post_id = f"p{count + 1:02}"
        if line != POST_TYPE_LINE:
            if not line and next(numbered, None) is None:
                break
            where = "before the first post" if not count else f"after p{count:02}"
            raise wrong(number, f"other text {where}: {line[:60]!r}")
        inside = []
        for _, line in numbered:
            if line in (END_LINE, POST_TYPE_LINE):
                break
            inside.append(line)
        if line != END_LINE:
            raise wrong(number, f"{post_id} has no end marker {END_LINE!r}")
        if not inside or not inside[0].strip():
            raise wrong(number + 1, f"{post_id} has no title")
        yield Post(post_id, inside[0], "\n".join(inside), offset)
        offset += sum(len(one) + 1 for one in (POST_TYPE_LINE, *inside, END_LINE))
        count += 1
    if not count:
        raise wrong(1, "the archive has no post")
