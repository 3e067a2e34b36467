"""Read the posts of any archive, one at a time: the archive's own form, JSON Lines or CSV."""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from scripts.curation.archive import posts_of
from scripts.curation.finding import FindingsError, refuse
from scripts.reading.passages import words_of

MOST_WORDS = 65_535
"""The words that a post may have: passages.sql does not tell longer passages apart."""

_FIELDS = ("id", "title", "text")
_FORM = "write id, title and text of each post as JSON Lines or as CSV with quoted cells, in UTF-8"
csv.field_size_limit(2**31 - 1)


class Post(NamedTuple):
    """One post; `text` begins with the title, as in the posts of the package."""

    number: int
    post_id: str
    text: str


class _Lines:
    """The lines of a file with the number of the last, and a bar that shows how far they are."""

    def __init__(self, path: Path) -> None:
        """Take the file."""
        self._path = path
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        """Yield the lines; a byte that is not UTF-8 is a ValueError."""
        size = self._path.stat().st_size
        with (
            self._path.open("rb") as file,
            tqdm(total=size, unit="B", unit_scale=True, disable=None) as bar,
        ):
            for self.number, line in enumerate(file, start=1):
                bar.update(len(line))
                yield line.decode("utf-8-sig" if self.number == 1 else "utf-8")


def read_posts(path: Path) -> Iterator[Post]:
    """Yield the posts of an archive, numbered from 1; the ending of its name tells its form.

    Raises:
        FindingsError: a line is not of the form, an id is missing or repeated, or there is no post.
        OSError: the file cannot be read.
    """
    lines = _Lines(path)

    def wrong(reason: str, fix: str = _FORM) -> FindingsError:
        return refuse(str(path), reason, fix, lines.number)

    seen: set[str] = set()
    try:
        for row in _rows(lines, path):
            cells = [row.get(name) if isinstance(row, dict) else None for name in _FIELDS]
            for name, cell in zip(_FIELDS, cells, strict=True):
                if not isinstance(cell, str) and (name != "id" or type(cell) is not int):
                    raise wrong(f"{name!r} is missing or is not text")
            if isinstance(row, dict) and None in row:
                raise wrong("more cells than columns")
            post_id, title, text = map(str, cells)
            text = text if not title or f"{text}\n".startswith(f"{title}\n") else f"{title}\n{text}"
            if not post_id.strip() or post_id in seen:
                raise wrong(f"the id {post_id!r} is empty or repeated", "give each post its own id")
            if len(text) >= 2 * MOST_WORDS and len(words_of(text)) > MOST_WORDS:
                raise wrong(f"post {post_id} has over {MOST_WORDS} words", "make several of it")
            # JSON can name half of a character, which no file can hold.
            f"{post_id}{text}".encode()
            seen.add(post_id)
            yield Post(len(seen), post_id, text)
    except UnicodeDecodeError as error:
        raise wrong(f"not UTF-8 at byte {error.start + 1} of the line") from error
    except (csv.Error, ValueError, RecursionError) as error:
        raise wrong(f"cannot be read: {error}") from error
    if not seen:
        raise wrong("the archive has no post")


def _rows(lines: _Lines, path: Path) -> Iterable[object]:
    """Return what should be the posts, as mappings."""
    if path.suffix.lower() == ".jsonl":
        return (json.loads(line) for line in lines if line.strip())
    if path.suffix.lower() == ".csv":
        return csv.DictReader(lines, strict=True)
    posts = posts_of((line.removesuffix("\n") for line in lines), str(path))
    return ({"id": post.post_id, "title": post.title, "text": post.text} for post in posts)
