"""Read archive, registers and curation files from disk, and anchor every quote."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scripts.archive.reader import Post, read_archive
from scripts.curation.anchoring import anchor_quotes, anchor_sentences
from scripts.curation.coding import PostCoding
from scripts.curation.links import Links, read_links
from scripts.curation.parser import parse_coding
from scripts.curation.register_file import Entry, Fields, load_register
from scripts.curation.registers import Registers, read_registers
from scripts.problem import Problem, ProblemsFound
from scripts.tables.annotated import AnnotatedPost, Row

ARCHIVE = Path("curation/archive/posts.txt")
CODINGS = Path("curation/posts")
REGISTERS = Path("curation/registers")
AGREEMENT = Path("curation/codings/agreement.csv")
CONSISTENCY = Path("curation/links/consistency.yaml")
_CONSISTENCY_FIELDS = Fields(
    ("check_type", "finding", "basis", "confidence", "items"),
    ("outcome", "formula", "reference_check"),
    lists=("items",),
)


class Curation(NamedTuple):
    """Everything that the tables are made from."""

    posts: list[AnnotatedPost]
    registers: Registers
    agreement: list[Row]
    consistency: Mapping[str, Entry]
    links: Links


def load_curation(root: Path, codings: Path = CODINGS) -> Curation:
    """Read the curation under `root`.

    Args:
        root: the project's folder.
        codings: the folder of the curation files, relative to `root`.

    Raises:
        ProblemsFound: with all problems of form of all files together.
    """
    archive = read_archive(root / ARCHIVE)
    problems: list[Problem] = []
    registers = None
    try:
        registers = read_registers(root / REGISTERS)
    except ProblemsFound as found:
        problems += found.problems
    posts, wrong = read_codings(root, codings, archive)
    problems += wrong
    agreement, wrong = read_agreement(root)
    problems += wrong
    consistency, wrong = load_register(root / CONSISTENCY, str(CONSISTENCY), _CONSISTENCY_FIELDS)
    problems += wrong
    links, wrong = read_links(root)
    problems += wrong
    if problems or registers is None:
        raise ProblemsFound(problems)
    return Curation(posts, registers, agreement, consistency, links)


def read_agreement(root: Path) -> tuple[list[Row], list[Problem]]:
    """Return how far the two codings agree, as `python -m scripts.compare` wrote it."""
    mend = "python -m scripts.compare makes it"
    try:
        with (root / AGREEMENT).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        return [], [Problem(str(AGREEMENT), 0, f"cannot be read: {error}", mend)]
    if not rows:
        return [], [Problem(str(AGREEMENT), 0, "holds no rows", mend)]
    return [{column: cell or None for column, cell in row.items()} for row in rows], []


def read_codings(
    root: Path, codings: Path, archive: Sequence[Post]
) -> tuple[list[AnnotatedPost], list[Problem]]:
    """Return the annotated posts in the archive's order, and all problems of their files.

    Every post has one file, named by its id; a file of an unknown post is a problem too.
    """
    problems: list[Problem] = []
    annotated = []
    known = {post.post_id for post in archive}
    for path in sorted((root / codings).glob("*")):
        if path.suffix != ".txt" or path.stem not in known:
            file = str(codings / path.name)
            mend = "curation files are named pNN.txt by a post of the archive"
            problems.append(Problem(file, 0, "there is no post of this name", mend))
    for post in archive:
        path = root / codings / f"{post.post_id}.txt"
        coding, wrong = _read_coding(path, str(codings / path.name), post)
        problems += wrong
        if coding is None:
            continue
        spans, wrong = anchor_sentences(post.text, coding)
        problems += wrong
        spans, unplaced = anchor_quotes(post.text, coding, spans)
        problems += unplaced
        if not wrong and not unplaced:
            annotated.append(AnnotatedPost(post, coding, spans))
    return annotated, problems


def _read_coding(path: Path, file: str, post: Post) -> tuple[PostCoding | None, list[Problem]]:
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        mend = f"python -m scripts.scaffold {post.post_id} proposes one"
        return None, [Problem(file, 0, f"the curation file of {post.post_id} is missing", mend)]
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}"
        return None, [Problem(file, 0, message, "save the file as UTF-8")]
    except OSError as error:
        return None, [Problem(file, 0, f"cannot be read: {error.strerror}", "restore it")]
    if not text.strip():
        mend = f"python -m scripts.scaffold {post.post_id} proposes one"
        return None, [Problem(file, 0, "the file is empty", mend)]
    if "\r" in text:
        return None, [Problem(file, 0, "the file has CRLF line ends", "save it with LF")]
    coding, problems = parse_coding(text, file)
    if coding.post_id and coding.post_id != post.post_id:
        message = f"the file is about {coding.post_id}, its name about {post.post_id}"
        problems.append(Problem(file, 1, message, "correct one of the two"))
    return coding, problems
