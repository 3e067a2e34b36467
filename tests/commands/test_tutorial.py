"""The codebook's way from a text file to a release, block by block as it is written there."""

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.tables import TABLES
from scripts.curation.archive import read_archive
from scripts.package.ledger import read_ledger
from tests.conftest import ROOT

# It makes a release, which takes too long beside the core.
pytestmark = [
    pytest.mark.programs,
    pytest.mark.skipif(shutil.which("git") is None, reason="there is no git"),
]
_SECTION = re.compile(r"^## 9\. .*?(?=^### )", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(r"^(?P<said>[^\n]+)\n\n```(?P<kind>sh)?\n(?P<words>.*?)^```$", re.M | re.DOTALL)
PRACTICE = "p18"
"""How the page calls the post: the one after those of the archive, as it was written."""


def blocks(post: str) -> Iterator[re.Match[str]]:
    """Yield the blocks of the section, each with the paragraph that stands before it."""
    section = _SECTION.search((ROOT / "CODEBOOK.md").read_text("utf-8"))
    assert section
    yield from _BLOCK.finditer(section[0].replace(PRACTICE, post))


def write(project: Path, said: str, words: str) -> None:
    """Write a block where the paragraph before it says: a file, its end, or beneath an entry."""
    sentence = re.split(r"\. (?=[A-Z])", said.replace("*", ""))[-1]
    *entry, name = re.findall(r"`([^`]+)`", sentence)
    path = project / name
    if "At the end of" in sentence:
        text = path.read_text("utf-8") + words
    elif "Beneath" in sentence:
        before, opened, after = path.read_text("utf-8").partition(f"\n{entry[0]}: ")
        block, gap, rest = after.partition("\n\n")
        text = f"{before}{opened}{block}\n{words.rstrip()}{gap}{rest}"
    else:
        text = words
    path.write_text(text, "utf-8", newline="\n")


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / TABLES[table].path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of all that a release is made of, the site's templates too."""
    left_out = shutil.ignore_patterns(
        ".git", ".venv*", ".npm-*", ".*_cache", "__pycache__", "tests"
    )
    return shutil.copytree(ROOT, tmp_path / "project", ignore=left_out)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """What commands run with: this Python as `python`, and somebody who commits."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (programs / "python").chmod(0o755)
    someone = {
        f"GIT_{who}_{what}": "x@y.z"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    return {**os.environ, **someone, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}


def test_the_tutorial_leads_from_a_text_file_to_a_release(
    project: Path, environment: dict[str, str]
) -> None:
    last = read_ledger(ROOT).releases[-1]
    if str(datetime.now(UTC).date()) < last.date:
        pytest.skip("this machine's day is before that of the last release")
    post = f"p{len(read_archive(ROOT)) + 1:02}"
    before = {name: rows(project, name) for name in TABLES}

    def run(script: str) -> str:
        command = ["bash", "-e", "-o", "pipefail", "-c", script]
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
        return done.stdout

    run("git init --quiet && git add --all && git commit --quiet --message before")
    said = ""
    for block in blocks(post):
        if block["kind"]:
            said += run(block["words"])
        else:
            write(project, block["said"], block["words"])
    assert said.count("nothing is wrong\n") == 2
    assert f"{post} A post to practise on\n" in said
    assert "\nsource    fine\n" in said, "the build is valid"
    release = read_ledger(project).releases[-1]
    assert said.endswith(
        f"is exactly the zip of {release.version}\n"
        f"release   fine\n  has exactly the files of release {release.version}\n"
    )
    assert run("git status --porcelain") == ""
    after = {name: rows(project.parent / "released", name) for name in TABLES}
    new = {name: len(after[name]) - len(before[name]) for name in TABLES}
    assert [new[name] for name in ("posts", "claims", "figures", "evaluations", "entities")] == [
        1,
        2,
        1,
        1,
        1,
    ]
    for name, table in TABLES.items():
        ids = [{table.id_of(row) for row in side[name]} for side in (before, after)]
        assert ids[0] <= ids[1], f"ids of {name} are gone"
    assert_counts_follow(project, len(after["posts"]))


def assert_counts_follow(project: Path, count: int) -> None:
    """Assert that the pages say how many posts there are, and none says one less."""
    readme = (project / "README.md").read_text("utf-8")
    assert f"This version holds {count} posts: " in readme
    pages = [project / "datapackage.json", project / "CITATION.cff", project / ".zenodo.json"]
    pages += [*project.glob("*.md"), *project.glob("docs/*.md"), *project.glob("metadata/*")]
    left = [
        f"{page.name}: {line[:80]}"
        for page in pages
        if page.name != "CHANGELOG.md"
        for line in page.read_text("utf-8").split("\n")
        if re.search(rf"\b{count - 1} (?:blog )?posts\b|\bseventeen\b|p01 … p", line)
    ]
    assert left == []
