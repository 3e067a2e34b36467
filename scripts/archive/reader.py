"""Read the archive as received and split it into its posts.

The archive's form, as found: a first line that belongs to no post (the preamble), then for each
post a line 'Text', a line with the title, the body, and a line '0 notes'.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from scripts.problem import Problem, ProblemsFound

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
    post_type: str
    note_count: int


def read_archive(path: Path) -> list[Post]:
    """Return the posts of the archive in their order.

    The archive's sha256 is pinned in a file beside it (`posts.txt.sha256`, as sha256sum writes it).

    Raises:
        ProblemsFound: the archive is missing, empty, altered, or not of the form above.
    """
    mend = "restore the archive as received (git checkout)"
    try:
        content = path.read_bytes()
        pinned = path.with_name(path.name + ".sha256").read_text("ascii").split()[0]
    except FileNotFoundError as error:
        raise ProblemsFound([Problem(str(error.filename), 0, "is missing", mend)]) from error
    except (IndexError, UnicodeDecodeError) as error:
        raise ProblemsFound([Problem(f"{path}.sha256", 0, "holds no hash", mend)]) from error
    problem = _byte_problem(content)
    if problem:
        raise ProblemsFound([Problem(str(path), *problem, mend)])
    posts = split_archive(content.decode("utf-8"), str(path))
    found = hashlib.sha256(content).hexdigest()
    if found != pinned:
        message = f"the archive has changed: sha256 is {found}, pinned is {pinned}"
        raise ProblemsFound([Problem(str(path), 0, message, mend)])
    return posts


def _byte_problem(content: bytes) -> tuple[int, str] | None:
    if not content.strip():
        return 0, "the archive is empty"
    if content.startswith(b"\xef\xbb\xbf"):
        return 1, "the archive begins with a byte order mark"
    if b"\r" in content:
        return content.count(b"\n", 0, content.index(b"\r")) + 1, "the archive has CRLF line ends"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return line, f"the archive is not UTF-8 at byte {error.start}"
    return None


def split_archive(text: str, file: str = "archive") -> list[Post]:
    """Return the posts of an archive's text.

    Args:
        text: the whole archive.
        file: its path, as messages shall name it.

    Raises:
        ProblemsFound: text before the first post other than the preamble, a post without title or
            end marker, text between two posts.
    """

    def refuse(line: int, message: str) -> ProblemsFound:
        return ProblemsFound([Problem(file, line, message, f"see {__name__} for the form")])

    lines = text.split("\n")
    if lines[0] != PREAMBLE:
        raise refuse(1, f"the first line is {lines[0][:60]!r}, not the preamble {PREAMBLE!r}")
    posts: list[Post] = []
    offset = len(lines[0]) + 1
    index = 1
    while index < len(lines) and not (index == len(lines) - 1 and not lines[index]):
        if lines[index] != POST_TYPE_LINE:
            where = "before the first post" if not posts else f"after {posts[-1].post_id}"
            raise refuse(index + 1, f"other text {where}: {lines[index][:60]!r}")
        post_id = f"p{len(posts) + 1:02}"
        try:
            end = lines.index(END_LINE, index + 1)
        except ValueError as error:
            raise refuse(index + 1, f"{post_id} has no end marker {END_LINE!r}") from error
        inside = lines[index + 1 : end]
        if POST_TYPE_LINE in inside:
            raise refuse(index + 1, f"{post_id} has no end marker {END_LINE!r}")
        if not inside or not inside[0].strip():
            raise refuse(index + 2, f"{post_id} has no title")
        posts.append(Post(post_id, inside[0], "\n".join(inside), offset, "text", 0))
        offset += sum(len(line) + 1 for line in lines[index : end + 1])
        index = end + 1
    if not posts:
        raise refuse(1, "the archive holds no post")
    return posts
