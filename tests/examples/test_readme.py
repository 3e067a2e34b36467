"""What the README tells a newcomer to paste runs, and says the same in both languages."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.consumers.r import run_r
from tests.package_copy import copy_bare, read


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_bare(ROOT, tmp_path_factory.mktemp("readme") / "package")


def block_of(language: str) -> str:
    """Return the one code block of a language in the README."""
    text = (ROOT / "README.md").read_text("utf-8")
    (code,) = re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return str(code)


def seized(package: Path) -> set[str]:
    """Return the figures that the README's question finds."""
    rows = read(package, "figures")
    return {row["figure_id"] for row in rows if row["indicator_id"] == "drugs-seized"}


def test_the_python_of_the_readme_answers_its_question(package: Path) -> None:
    command = [sys.executable, "-c", block_of("python")]
    done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(re.findall(r"\bp\d\d\.f\d\d\b", done.stdout)) == seized(package) != set()


@pytest.mark.programs
def test_the_r_of_the_readme_answers_its_question(package: Path, tmp_path: Path) -> None:
    script = tmp_path / "readme.R"
    script.write_text("options(width = 10000)\n" + block_of("r"), "utf-8")
    said = run_r(package, str(script))
    assert set(re.findall(r"\bp\d\d\.f\d\d\b", said)) == seized(package)


def test_the_readme_types_no_number_that_the_data_could_give() -> None:
    text = re.sub(
        r"<!-- begin .*?<!-- end \S+ -->|```.*?```|\(.*?\)|`.*?`",
        "",
        (ROOT / "README.md").read_text("utf-8"),
        flags=re.DOTALL,
    )
    # What is left names a licence and the first release.
    assert set(re.findall(r"\b\d[\d,.]*\b", text)) <= {"4.0", "1.0.0"}
