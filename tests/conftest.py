"""Shared fixtures: the real project to be broken, whole or one post of it."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import settings

from scripts import build
from scripts.archive.reader import Post, read_archive
from scripts.curation.loading import ARCHIVE, CODINGS, REGISTERS, read_codings
from scripts.curation.registers import Registers, read_registers
from scripts.mutations.package_copy import copy_whole
from scripts.problem import Problem
from scripts.tables.assemble import assemble
from tests.build.breaking import change

ROOT = Path(__file__).parents[1]
# No example fails for being slow on a slow machine, and all machines try the same ones.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")
ProblemsAfter = Callable[[str, str, str], list[Problem]]


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it stands, built once; not to be written to, see `project`."""
    folder = copy_whole(ROOT, tmp_path_factory.mktemp("built") / "project")
    build.build(folder)
    return folder


@pytest.fixture
def project(built_project: Path, tmp_path: Path) -> Path:
    """A copy of the real project, freshly built, for one test to break.

    It holds curation, data, schemas, scripts and pages; no tests, repository, environments or
    caches.
    """
    return copytree(built_project, tmp_path / "project")


@pytest.fixture(scope="session")
def posts() -> dict[str, Post]:
    """The archive's posts by id."""
    return {post.post_id: post for post in read_archive(ROOT / ARCHIVE)}


@pytest.fixture(scope="session")
def registers() -> Registers:
    """The real registers."""
    return read_registers(ROOT / REGISTERS)


@pytest.fixture
def problems_after(posts: dict[str, Post], registers: Registers, tmp_path: Path) -> ProblemsAfter:
    """A function that changes words in a copy of one real curation file and builds that post.

    It takes the post's id, the words and what to put in their place ('' and '' for no change),
    and returns the problems of that file; what registers and other posts miss is left out.
    """

    def problems(post_id: str, old: str, new: str) -> list[Problem]:
        file = CODINGS / f"{post_id}.txt"
        copy = tmp_path / file
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((ROOT / file).read_bytes())
        change(copy, old, new)
        annotated, found = read_codings(tmp_path, CODINGS, [posts[post_id]])
        if annotated:
            found += assemble(annotated, registers).problems
        return sorted(problem for problem in found if problem.file == str(file))

    return problems


@pytest.fixture
def refused(
    problems_after: ProblemsAfter, tmp_path: Path
) -> Callable[[str, str, str, str, str], None]:
    """A function that asserts that a change is refused at the right line, for the right reason.

    It takes post, words, replacement, the beginning of the line that must be named, and the words
    of the message.
    """

    def check(post_id: str, old: str, new: str, line: str, message: str) -> None:
        found = problems_after(post_id, old, new)
        said = [problem for problem in found if message in str(problem)]
        assert said, f"{message!r} was not said, but: {[str(problem) for problem in found]}"
        lines = (tmp_path / CODINGS / f"{post_id}.txt").read_text("utf-8").split("\n")
        named = lines[said[0].line - 1].strip() if said[0].line else ""
        assert named.startswith(line), f"{said[0]} names the line {named[:60]!r}, not {line!r}"

    return check
