"""What the README tells a newcomer to paste runs, and says the same in both languages."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.mutations.package_copy import copy_bare, read
from tests.examples.readers import run_r


@pytest.fixture(scope="module")
def package(built_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_bare(built_project, tmp_path_factory.mktemp("readme") / "package")


def block_of(project: Path, language: str) -> str:
    """Return the one code block of a language in the README."""
    text = (project / "README.md").read_text("utf-8")
    (code,) = re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return str(code)


def seized(package: Path) -> set[str]:
    """Return the figures that the README's question finds."""
    rows = read(package, "figures")
    return {row["figure_id"] for row in rows if row["indicator_id"] == "drugs-seized"}


def test_the_python_of_the_readme_answers_its_question(built_project: Path, package: Path) -> None:
    command = [sys.executable, "-c", block_of(built_project, "python")]
    done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(re.findall(r"\bp\d\d\.f\d\d\b", done.stdout)) == seized(package) != set()


def test_the_r_of_the_readme_answers_its_question(
    built_project: Path, package: Path, tmp_path: Path
) -> None:
    script = tmp_path / "readme.R"
    script.write_text("options(width = 10000)\n" + block_of(built_project, "r"), "utf-8")
    said = run_r(package, str(script))
    assert set(re.findall(r"\bp\d\d\.f\d\d\b", said)) == seized(package)


def test_numbers_that_the_readme_states_by_hand_are_those_of_the_data(
    built_project: Path, package: Path
) -> None:
    text = re.sub(
        r"<!-- begin .*?<!-- end \S+ -->|```.*?```|\(.*?\)|`.*?`",
        "",
        (built_project / "README.md").read_text("utf-8"),
        flags=re.DOTALL,
    )
    stated = re.findall(r"\b\d[\d,.]*\b", text)
    assert stated[0] == str(len(read(package, "posts")))
    # What is left names a licence, a section of the codebook, a chapter of no data.
    assert set(stated[1:]) <= {"12", "4.0"}, stated
