"""Shared fixtures: the real project, built once in memory, and copies of it to be broken."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from hypothesis import settings

from scripts.curation.finding import Finding, FindingsError
from scripts.package.source import Built, build_and_check
from scripts.rules.check import check
from scripts.tables.book import Book
from scripts.tables.row import Row, Tables

ROOT = Path(__file__).parents[1]
_LEFT_OUT = ignore_patterns(
    ".git",
    ".venv*",
    ".npm-programs",
    ".*_cache",
    "__pycache__",
    ".hypothesis",
    "dist",
    "tests",
    "site",
)
# No example fails for being slow on a slow machine, and all machines try the same ones.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")

CheckTables = Callable[[Tables], list[Finding]]


@pytest.fixture(scope="session")
def built() -> Built:
    """What the real curation gives: its tables with file and line; nothing is wrong in them."""
    built = build_and_check(ROOT)
    assert built.findings == []
    return built


@pytest.fixture
def tables(built: Built) -> Tables:
    """The tables of the real package in memory, for one test to break."""
    return {
        name: [Row(row, row.origin) for row in rows] for name, rows in built.book.tables.items()
    }


@pytest.fixture
def check_tables(built: Built) -> CheckTables:
    """A function that runs the whole rule book on tables and returns the findings in order."""
    return lambda tables: sorted(check(Book(tables, built.book.sources))[0])


@pytest.fixture
def curation(tmp_path: Path) -> Path:
    """A folder with a copy of the real curation alone, for one test to break."""
    copytree(ROOT / "curation", tmp_path / "project" / "curation")
    return tmp_path / "project"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the whole real project as it is built, for one test to break.

    It has curation, data, schemas, scripts and pages; no tests, repository or environments.
    """
    return copytree(ROOT, tmp_path / "project", ignore=_LEFT_OUT)


def change(path: Path, old: str, new: str) -> None:
    """Put other words in the place of the only or first such words of a file."""
    text = path.read_text("utf-8")
    assert old in text, f"{path} has no {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")


def findings_of(root: Path) -> list[Finding]:
    """Return what is wrong with the curation under a folder, as `check` finds it."""
    try:
        return build_and_check(root).findings
    except FindingsError as error:
        return list(error.findings)
