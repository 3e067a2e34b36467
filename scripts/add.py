"""Add posts to the archive, and say what comes next.

usage: python -m scripts.add FILE [FILE ...]

  FILE  a post as plain text, its title in the first line; or several in the archive's own form

The posts are appended to curation/archive/posts.txt with the next ids, the hash beside it is
written anew, and CHANGELOG.md names them; after a release the next version is begun. Posts that are
there never change. Counts in pages, descriptor and documentation follow from the tables.
Exit codes: 0 added, 1 a file or the archive is wrong and nothing is written, 2 the call is wrong.
"""

import hashlib
import sys
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.archive import (
    ARCHIVE,
    END_LINE,
    PINNED,
    POST_TYPE_LINE,
    PREAMBLE,
    Post,
    read_archive,
    split_archive,
)
from scripts.curation.finding import refuse
from scripts.curation.text_file import read_text
from scripts.package.changelog import announce
from scripts.package.files import write_atomically


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    paths = parser.parse_args(arguments).files
    for path in paths:
        if not path.is_file():
            parser.error(f"{path} is not a file")
    before = read_archive(root)
    archive = read_text(root, ARCHIVE)
    whole = archive.rstrip("\n") + "\n" + "".join(as_archive(path) for path in paths)
    posts = split_archive(whole)
    new = posts[len(before) :]
    pinned = f"{hashlib.sha256(whole.encode()).hexdigest()}  {ARCHIVE.name}\n"
    # The hash goes second: a run that is cut between the two is told by the next one.
    named = ", ".join(f"`{post.post_id}` ({post.title})" for post in new)
    files = {str(ARCHIVE): whole, str(PINNED): pinned, **announce(root, f"- New: {named}.")}
    write_atomically(root, {path: text.encode() for path, text in files.items()})
    for post in new:
        print(f"{post.post_id} {post.title}{_repost(post, posts)}")
    first = new[0].post_id
    print(f"next: draft curation/posts/{first}.txt with python -m scripts.suggest {first};")
    print(f"then python -m scripts.check --only {first} says what is open (CODEBOOK, section 9)")
    return 0


def as_archive(path: Path) -> str:
    """Return the posts in a file in the archive's form, without its preamble.

    Raises:
        FindingsError: the file is no text, is empty, or holds a line that ends or begins a post.
    """
    text = read_text(path.parent, path.name, "save it as UTF-8 text with LF line ends")
    lines = text.strip("\n").split("\n")
    if lines[0] in (PREAMBLE, POST_TYPE_LINE):
        body = "\n".join(lines[1:] if lines[0] == PREAMBLE else lines)
        split_archive(f"{PREAMBLE}\n{body}\n", str(path))
        return f"{body}\n"
    for number, line in enumerate(lines, start=1):
        if line in (POST_TYPE_LINE, END_LINE):
            reason = f"the line {line!r} would begin or end a post"
            raise refuse(str(path), reason, "remove it, or write all in the archive's form", number)
    if not lines[0].strip() or len(lines) < 2:
        raise refuse(str(path), "has no title with a text under it", "put the title first", 1)
    return "\n".join([POST_TYPE_LINE, *lines, END_LINE, ""])


def _repost(post: Post, posts: list[Post]) -> str:
    """Return which earlier post has the same words, if one has."""
    same = [one.post_id for one in posts if one.text == post.text]
    return "" if same[0] == post.post_id else f": a repost of {same[0]}, with the same words"


if __name__ == "__main__":
    sys.exit(run(main))
