"""Read archive, registers, curation files and links, and anchor every quote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from schemas.coding_agreement import CODING_AGREEMENT
from schemas.coding_agreement import CODINGS as CODINGS_TABLE
from scripts.curation.anchoring import Spans, anchor
from scripts.curation.archive import Post, read_archive
from scripts.curation.coding import Coding
from scripts.curation.csv_file import read_rows
from scripts.curation.finding import Finding, FindingsError, collecting
from scripts.curation.links import Links, read_links
from scripts.curation.parser import parse_coding
from scripts.curation.register_file import Entry, Fields, load_register
from scripts.curation.registers import Registers, read_registers
from scripts.curation.reviews import Reviewed, read_reviews
from scripts.curation.text_file import read_text

CODINGS = Path("curation/posts")
AGREEMENT = Path("curation/codings/agreement.csv")
CODED = Path("curation/codings/codings.csv")
CONSISTENCY = Path("curation/links/consistency.yaml")
_CONSISTENCY_FIELDS = Fields(
    ("check_type", "finding", "basis", "confidence", "items"),
    ("outcome", "formula", "reference_check"),
    lists=("items",),
)


@dataclass(frozen=True)
class CodedPost:
    """A post with its coding; `spans` gives, by line of the file, where the line's quote stands.

    `unread` are the lines of the file that cannot be read, placed or taken as they are.
    """

    post: Post
    coding: Coding
    spans: Spans
    unread: frozenset[int] = frozenset()

    def is_unread(self, line: int) -> bool:
        """Return whether the sentence of a line has one that cannot be read."""
        return self.coding.block(line) in map(self.coding.block, self.unread)


@dataclass(frozen=True)
class Curation:
    """Everything that the tables are made from.

    `unread` are the posts whose files could not be read: nothing is said of what points to them.
    Those that could be read in part are `read_in_part`.
    """

    posts: Sequence[CodedPost]
    registers: Registers
    agreement: Sequence[Mapping[str, str]]
    coded: Sequence[Mapping[str, str]]
    consistency: Mapping[str, Entry]
    links: Links
    reviews: Sequence[Reviewed] = ()
    unread: frozenset[str] = frozenset()
    read_in_part: Sequence[CodedPost] = ()


def load_curation(
    root: Path, only: Sequence[str] = (), compared: bool = True
) -> tuple[Curation, list[Finding]]:
    """Read the curation under `root`.

    `only` names the posts to read, none for all; `compared` tells whether to read too what
    `python -m scripts.compare` wrote. The curation has the posts that could be read; with it comes
    what is wrong with the form of files.

    Raises:
        FindingsError: the archive, a register or a file of links cannot be read, so that no rule
            could say anything; with all that is wrong with the form of all files.
    """
    findings: list[Finding] = []
    archive: list[Post] = []
    with collecting(findings):
        archive = read_archive(root)
    registers, wrong = read_registers(root)
    findings += wrong
    agreement: list[dict[str, str]] = []
    coded: list[dict[str, str]] = []
    # Nothing that is told of one post rests on the codings, which take half of the time.
    if compared and not only:
        fix = "python -m scripts.compare makes it"
        with collecting(findings):
            agreement = read_rows(root, AGREEMENT, list(CODING_AGREEMENT.columns), fix)
        with collecting(findings):
            coded = read_rows(root, CODED, list(CODINGS_TABLE.columns), fix)
    consistency, wrong = load_register(root, CONSISTENCY, _CONSISTENCY_FIELDS)
    findings += wrong
    links, wrong = read_links(root)
    findings += wrong
    reviews, wrong = read_reviews(root)
    findings += wrong
    read, wrong = read_codings(root, archive, only) if archive else ([], [])
    if findings:
        raise FindingsError(findings + wrong)
    posts, in_part = ([one for one in read if bool(one.unread) == part] for part in (False, True))
    unread = frozenset(post.post_id for post in archive) - {one.post.post_id for one in posts}
    curation = Curation(
        posts, registers, agreement, coded, consistency, links, reviews, unread, in_part
    )
    return curation, wrong


def read_codings(
    root: Path, archive: Sequence[Post], only: Sequence[str] = ()
) -> tuple[list[CodedPost], list[Finding]]:
    """Return the coded posts in the archive's order, and all that is wrong with their files.

    Of a file that can be read in part, that part is returned. Every post has one file, named by
    its id; a file of an unknown post is wrong too.
    """
    known = {post.post_id for post in archive}
    findings = [
        Finding(
            (CODINGS / path.name).as_posix(),
            reason="there is no post of this name",
            fix="curation files are named pNN.txt by a post of the archive",
        )
        for path in sorted((root / CODINGS).glob("*"))
        if path.suffix != ".txt" or path.stem not in known
    ]
    coded = []
    for post in archive:
        if only and post.post_id not in only:
            continue
        with collecting(findings):
            read, wrong = _read_coding(root, post)
            coded.append(read)
            findings += wrong
    return coded, findings


def _read_coding(root: Path, post: Post) -> tuple[CodedPost, list[Finding]]:
    file = f"{CODINGS}/{post.post_id}.txt"
    missing = f"python -m scripts.suggest {post.post_id} drafts one"
    coding, findings = parse_coding(read_text(root, file, missing), file)
    if coding.post_id and coding.post_id != post.post_id:
        reason = f"the file is about {coding.post_id}, its name about {post.post_id}"
        findings.append(Finding(file, 1, reason=reason, fix="correct one of the two"))
    spans, wrong = anchor(post.text, coding)
    findings += wrong
    coding.top.parts = [
        part for part in coding.top.parts if part.kind != "sentence" or part.line in spans
    ]
    return CodedPost(post, coding, spans, frozenset(one.line for one in findings)), findings
