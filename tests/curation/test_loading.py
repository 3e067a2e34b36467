"""Archive, registers and curation files are read whole, or every file that is wrong is named."""

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from schemas.coding_agreement import CODING_AGREEMENT
from scripts.compare import FOLDER
from scripts.curation.archive import ARCHIVE, PINNED, Post
from scripts.curation.finding import FindingsError
from scripts.curation.links import PROPOSITIONS
from scripts.curation.loading import AGREEMENT, CODED, CODINGS, CONSISTENCY, load_curation
from scripts.curation.registers import REGISTERS, Registers
from scripts.curation.reviews import REVIEWS
from scripts.curation.text_file import LARGEST
from scripts.package.source import Built
from scripts.tables.coding_agreement import KINDS
from tests.conftest import ROOT, change, findings_of

P03 = CODINGS / "p03.txt"
OTHERS = (PROPOSITIONS, AGREEMENT, CODED, CONSISTENCY)


def told(root: Path) -> list[str]:
    """Return what is wrong, whether the rest could be read or not."""
    try:
        return [str(finding) for finding in load_curation(root)[1]]
    except FindingsError as error:
        return [str(finding) for finding in error.findings]


def test_the_curation_covers_the_archive_in_its_order(built: Built) -> None:
    due = [f"p{number:02}" for number in range(1, 18)]
    posts = built.curation.posts
    assert [coded.post.post_id for coded in posts] == due
    assert [coded.coding.post_id for coded in posts] == due


def test_one_post_can_be_read_alone(curation: Path) -> None:
    (curation / CODINGS / "p04.txt").write_text("")
    read, findings = load_curation(curation, only=["p03"])
    assert ([coded.post.post_id for coded in read.posts], findings) == (["p03"], [])
    assert "p04" in read.unread and "p03" not in read.unread


def test_what_compare_writes_can_be_left_unread(curation: Path) -> None:
    for path in (AGREEMENT, CODED):
        (curation / path).unlink()
    read, findings = load_curation(curation, compared=False)
    assert (read.agreement, read.coded, findings) == ([], [], [])
    assert len(read.posts) == 17 and read.links.propositions


def bytes_changed(old: bytes, new: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(path.read_bytes().replace(old, new, 1))


OTHER_POST = f"{P03}:1: the file is about p04, its name about p03"
BROKEN: list[tuple[Callable[[Path], object], str]] = [
    (Path.unlink, f"{P03}: the file is missing (python -m scripts.suggest p03 drafts one)"),
    (bytes_changed(b"post p03", b"post p04"), OTHER_POST),
    (lambda path: path.write_bytes(path.with_name("p04.txt").read_bytes()), OTHER_POST),
    (lambda path: path.rename(path.with_name("p99.txt")), f"{CODINGS}/p99.txt: there is no post"),
    (lambda path: path.with_name("p03.txt~").write_text(""), f"{P03}~: there is no post of this"),
    (lambda path: path.with_name("p18.txt").mkdir(), f"{CODINGS}/p18.txt: there is no post of"),
]


@pytest.mark.parametrize(("break_file", "message"), BROKEN, ids=[row[1] for row in BROKEN])
def test_a_curation_file_that_cannot_be_used_is_named(
    curation: Path, break_file: Callable[[Path], object], message: str
) -> None:
    break_file(curation / P03)
    found = told(curation)
    assert any(finding.startswith(message) for finding in found), found


def every_input(root: Path) -> Iterator[Path]:
    """Yield all files that are read, without the archive: without it no coding is looked at."""
    yield from (path for folder in (CODINGS, REGISTERS) for path in (root / folder).iterdir())
    yield from (root / path for path in OTHERS)


def make_link(path: Path) -> None:
    path.rename(path.with_name(f".{path.name}"))
    path.symlink_to(f".{path.name}")


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def make_huge(path: Path) -> None:
    os.truncate(path, LARGEST + 1)


def rewrite(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(change(path.read_bytes()))


REPLACED: list[tuple[str, Callable[[Path], object]]] = [
    ("the file is missing", Path.unlink),
    ("the file is empty", rewrite(lambda _: b"")),
    ("is not a regular file", make_folder),
    ("is not a regular file", make_pipe),
    ("has more than", make_huge),
    ("CRLF or CR line ends", rewrite(lambda text: text.replace(b"\n", b"\r\n"))),
    ("a byte order mark", rewrite(lambda text: b"\xef\xbb\xbf" + text)),
    ("a NUL character", rewrite(lambda text: text + b"\0")),
    ("not UTF-8 at byte 0", rewrite(lambda text: b"\xed\xa0\x80" + text)),
]


@pytest.mark.parametrize(("reason", "replace"), REPLACED)
def test_of_every_input_that_is_not_a_text_file_one_thing_is_said(
    curation: Path, reason: str, replace: Callable[[Path], object]
) -> None:
    files = list(every_input(curation))
    for path in files:
        replace(path)
    with pytest.raises(FindingsError) as error:
        load_curation(curation)
    found = [(finding.file, reason in finding.reason) for finding in error.value.findings]
    assert sorted(found) == sorted((str(path.relative_to(curation)), True) for path in files)


def test_a_link_in_the_place_of_any_input_is_refused(curation: Path) -> None:
    files = list(every_input(curation))
    for path in files:
        make_link(path)
    found = told(curation)
    missed = [
        path for path in files if f"{path.relative_to(curation)}: is a link" not in str(found)
    ]
    assert missed == []


@pytest.mark.parametrize("path", [ARCHIVE, PINNED])
@pytest.mark.parametrize(("reason", "replace"), REPLACED[2:6])
def test_without_archive_or_hash_one_thing_is_said(
    curation: Path, path: Path, reason: str, replace: Callable[[Path], object]
) -> None:
    replace(curation / path)
    (said,) = told(curation)
    assert said.startswith(f"{path}:") and reason in said


def test_a_folder_of_curation_files_that_is_missing_is_told_file_by_file(curation: Path) -> None:
    (curation / CODINGS).rename(curation / "elsewhere")
    assert len(told(curation)) == 17
    (curation / CODINGS).write_text("")
    assert len(told(curation)) == 17


HEADER = ",".join(CODING_AGREEMENT.columns)
COMMAS = "," * (len(CODING_AGREEMENT.columns) - 1)
BROKEN_AGREEMENT = [
    ("agreement_id,beta\nclaim,1\n", 1, "the rows are not those of a table with the columns"),
    (f"{HEADER[:-4]}beta\n{COMMAS}\n", 1, "the rows are not those of a table with the columns"),
    (f"{HEADER}\n", 1, "the rows are not those of a table with the columns agreement_id, "),
    (f"{HEADER}\nclaim,claim\n", 2, "the rows are not those of a table with the columns"),
    (f"{HEADER}\n{COMMAS}\n\n", 3, "the rows are not those of a table with the columns"),
    (f"{HEADER}\n{COMMAS},\n", 2, "the rows are not those of a table with the columns"),
    (f'{HEADER}\n"two\nlines"{COMMAS}\nshort\n', 4, "the rows are not those of a table"),
    (f'{HEADER}\n"claim\n', 0, "is not CSV: unexpected end of data"),
    (f'{HEADER}\n"claim"x,{"," * 9}\n', 0, "is not CSV: "),
    ("claim", 1, "the rows are not those of a table"),
]


@pytest.mark.parametrize(("text", "line", "reason"), BROKEN_AGREEMENT)
def test_an_agreement_that_is_not_its_table_is_refused_and_the_way_to_make_it_named(
    curation: Path, text: str, line: int, reason: str
) -> None:
    (curation / AGREEMENT).write_text(text, "utf-8")
    with pytest.raises(FindingsError) as error:
        load_curation(curation)
    (finding,) = error.value.findings
    assert (finding.file, finding.line) == (str(AGREEMENT), line)
    assert finding.reason.startswith(reason)
    assert finding.fix == "python -m scripts.compare makes it"


BROKEN_CHECKS = [
    ("check_type: wording", "check-type: wording", "unknown field 'check-type'"),
    ("items: [", "items: [&a ", "anchors, aliases and tags"),
    ("year-for-word-arrests:", "year-for-word-drug-and-crime:", "duplicate key year-for-word-drug"),
    ("year-for-word-arrests:", "year-for-word-３:", "does not have the form of an id"),
]


@pytest.mark.parametrize(("old", "new", "reason"), BROKEN_CHECKS)
def test_curated_checks_of_another_form_are_refused_at_their_line(
    curation: Path, old: str, new: str, reason: str
) -> None:
    change(curation / CONSISTENCY, old, new)
    found = told(curation)
    assert any(one.startswith(f"{CONSISTENCY}:") and reason in one for one in found), found


def test_findings_of_registers_and_files_are_listed_together(curation: Path) -> None:
    (curation / P03).unlink()
    (curation / CODINGS / "p04.txt").write_text("")
    (curation / REGISTERS / "units.yaml").unlink()
    assert [finding.partition(" (")[0] for finding in told(curation)] == [
        f"{P03}: the file is missing",
        f"{CODINGS / 'p04.txt'}: the file is empty",
        f"{REGISTERS}/units.yaml: the file is missing",
    ]


@pytest.fixture(scope="session")
def registers(built: Built) -> Registers:
    return built.curation.registers


@pytest.mark.parametrize("field", ["example", "counter_example"])
def test_examples_of_codes_are_word_for_word_in_their_post(
    registers: Registers, posts: dict[str, Post], field: str
) -> None:
    wrong = []
    counted = 0
    for name in registers.codes:
        for code, entry in registers.code_labels(name).items():
            if field in entry.fields:
                counted += 1
                post_id, bar, words = entry.text(field).partition(" | ")
                if not bar or not words.strip() or words not in posts[post_id].text:
                    wrong.append(f"codes.yaml:{entry.line}: {name} {code}: {entry.text(field)}")
    assert wrong == []
    assert counted > 100


def test_every_file_of_the_real_curation_is_looked_at() -> None:
    reviews = (ROOT / REVIEWS).glob("*")
    known = {*every_input(ROOT), *reviews, ROOT / ARCHIVE, ROOT / PINNED}
    files = {path for path in (ROOT / "curation").rglob("*") if path.is_file()}
    other = {"package.yaml", "tombstones.yaml", "codebook-edition-1.sha256", "words.txt"}
    left = [path for path in files - known if path.name not in other and path.suffix != ".md"]
    of_compare = {ROOT / FOLDER / f"{name}.csv" for name, kind in KINDS.items() if kind.table}
    assert set(left) == of_compare


def test_numbers_and_periods_that_no_table_can_hold_are_told_at_their_line(curation: Path) -> None:
    for path in (ARCHIVE, P03):
        text = (curation / path).read_text("utf-8")
        (curation / path).write_text(text.replace("1.124 million drug users", "9" * 29), "utf-8")
    digest = hashlib.sha256((curation / ARCHIVE).read_bytes()).hexdigest()
    (curation / PINNED).write_text(f"{digest}  posts.txt\n")
    change(curation / P03, "when 2015 <", "when ２０１５ <")
    change(curation / P03, "when 2022 <", "when 2022-13 <")
    lines = (curation / P03).read_text("utf-8").split("\n")
    named = [(lines[one.line - 1], one.column) for one in findings_of(curation)]
    for words, column in (
        ("9" * 29, "value"),
        ("when ２０１５", "period"),
        ("when 2022-13", "period"),
    ):
        assert any(words in line and column == name for line, name in named), (words, named)
