"""Read the archive as received and split it into its posts.

The archive's form, as found: a first line that belongs to no post (the preamble), then for each
post a line 'Text', a line with the title, the body, and a line '0 notes'.
"""

import hashlib
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

    def wrong(line: int, reason: str) -> FindingsError:
        return refuse(file, reason, "scripts/curation/archive.py describes the form", line)

    lines = text.split("\n")
    if lines[0] != PREAMBLE:
        raise wrong(1, f"the first line is {lines[0][:60]!r}, not the preamble {PREAMBLE!r}")
    posts: list[Post] = []
    offset = len(lines[0]) + 1
    index = 1
    while index < len(lines) and not (index == len(lines) - 1 and not lines[index]):
        if lines[index] != POST_TYPE_LINE:
            where = "before the first post" if not posts else f"after {posts[-1].post_id}"
            raise wrong(index + 1, f"other text {where}: {lines[index][:60]!r}")
        post_id = f"p{len(posts) + 1:02}"
        end = next((n for n in range(index + 1, len(lines)) if lines[n] == END_LINE), len(lines))
        inside = lines[index + 1 : end]
        if end == len(lines) or POST_TYPE_LINE in inside:
            raise wrong(index + 1, f"{post_id} has no end marker {END_LINE!r}")
        if not inside or not inside[0].strip():
            raise wrong(index + 2, f"{post_id} has no title")
        posts.append(Post(post_id, inside[0], "\n".join(inside), offset))
        offset += sum(len(line) + 1 for line in lines[index : end + 1])
        index = end + 1
    if not posts:
        raise wrong(1, "the archive has no post")
    return posts
