"""Archive, registers and curation files are read whole, or every file that is wrong is named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.archive.reader import Post
from scripts.curation.loading import AGREEMENT, CODINGS, load_curation
from scripts.curation.registers import Registers
from scripts.problem import ProblemsFound
from tests.build.breaking import change

P03 = CODINGS / "p03.txt"


def problems_of(project: Path) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        load_curation(project)
    return [str(problem) for problem in found.value.problems]


def test_the_curation_covers_the_archive_in_its_order(project: Path) -> None:
    posts = load_curation(project).posts
    assert [post.post.post_id for post in posts] == [f"p{number:02}" for number in range(1, 18)]
    assert {post.coding.post_id for post in posts} == {post.post.post_id for post in posts}


BROKEN_FILES: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.unlink(), f"{P03}: the curation file of p03 is missing"),
    (lambda path: path.write_bytes(b""), f"{P03}: the file is empty"),
    (lambda path: path.write_bytes(b"\n \n"), f"{P03}: the file is empty"),
    (lambda path: path.write_bytes(path.read_bytes() + b"\xff"), f"{P03}: not UTF-8 at byte "),
    (
        lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
        f"{P03}: the file has CRLF line ends",
    ),
    (
        lambda path: path.write_bytes(path.read_bytes().replace(b"post p03", b"post p04", 1)),
        f"{P03}:1: the file is about p04, its name about p03",
    ),
    (
        lambda path: path.write_bytes(path.with_name("p04.txt").read_bytes()),
        f"{P03}:1: the file is about p04, its name about p03",
    ),
    (
        lambda path: path.rename(path.with_name("p99.txt")),
        f"{P03.with_name('p99.txt')}: there is no post of this name",
    ),
    (
        lambda path: path.with_name("p03.txt~").write_bytes(path.read_bytes()),
        f"{P03}~: there is no post of this name",
    ),
]


@pytest.mark.parametrize(("break_file", "message"), BROKEN_FILES, ids=[m for _, m in BROKEN_FILES])
def test_a_curation_file_that_cannot_be_used_is_named(
    project: Path, break_file: Callable[[Path], object], message: str
) -> None:
    break_file(project / P03)
    found = problems_of(project)
    assert any(problem.startswith(message) for problem in found), found


BROKEN_AGREEMENT: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.unlink(), "cannot be read: [Errno 2]"),
    (lambda path: path.write_bytes(b"\xff"), "cannot be read: 'utf-8' codec"),
    (lambda path: change(path, "claim", '"claim'), "cannot be read: unexpected end of data"),
    (lambda path: path.write_bytes(path.read_bytes().split(b"\n")[0] + b"\n"), "holds no rows"),
]


@pytest.mark.parametrize(
    ("break_file", "message"), BROKEN_AGREEMENT, ids=[m for _, m in BROKEN_AGREEMENT]
)
def test_an_agreement_that_cannot_be_read_is_refused_and_the_way_to_make_it_named(
    project: Path, break_file: Callable[[Path], object], message: str
) -> None:
    break_file(project / AGREEMENT)
    found = problems_of(project)
    assert [problem.startswith(f"{AGREEMENT}: {message}") for problem in found] == [True], found
    assert "python -m scripts.compare makes it" in found[0]


def test_problems_of_registers_and_files_are_listed_together(project: Path) -> None:
    (project / P03).unlink()
    (project / CODINGS / "p04.txt").write_text("")
    (project / "curation/registers/units.yaml").unlink()
    assert [problem.partition(" (")[0] for problem in problems_of(project)] == [
        f"{P03}: the curation file of p03 is missing",
        f"{CODINGS / 'p04.txt'}: the file is empty",
        "curation/registers/units.yaml: the register is missing",
    ]


@pytest.mark.parametrize("field", ["example", "counter_example"])
def test_examples_of_codes_stand_word_for_word_in_their_post(
    registers: Registers, posts: dict[str, Post], field: str
) -> None:
    texts = {post_id: post.text for post_id, post in posts.items()}
    wrong = []
    counted = 0
    for name in registers.codes:
        for code, entry in registers.code_labels(name).items():
            if field in entry.fields:
                counted += 1
                post_id, bar, words = str(entry.fields[field]).partition(" | ")
                if not bar or not words.strip() or words not in texts.get(post_id, ""):
                    wrong.append(f"codes.yaml:{entry.line}: {name} {code}: {entry.fields[field]}")
    assert wrong == []
    assert counted > 100
