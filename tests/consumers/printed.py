"""The lines that examples/README.md prints for each program, and how they are run."""

import json
import os
import re
import subprocess
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

from schemas.tables import TABLES
from tests.consumers.comparison import Column, Tables
from tests.needed import need

ROOT = Path(__file__).resolve().parents[2]
_LETTERS = {"string": "c", "integer": "i", "number": "d", "date": "D"}
_READERS = {"integer": "as.integer", "number": "as.numeric", "date": "as.Date"}
ELSEWHERE = Path(__file__).with_name("elsewhere.py")


def print_part(folder: Path, table: str) -> str:
    """Return the part of the page that opens `claims` with the names of a table in their place.

    The types of the columns are spelled out for two packages of R alone.
    """
    columns = TABLES[table].columns
    part = _page_of(folder).replace("data/claims.csv", TABLES[table].path).replace("claims", table)
    letters = "".join(_LETTERS[column.type] for column in columns.values())
    part = re.sub(r'col_types = "\w+"', f'col_types = "{letters}"', part)
    typed = [
        f"{table}[, c({names}) := lapply(.SD, {reader}), .SDcols = c({names})]\n"
        for kind, reader in _READERS.items()
        if (names := ", ".join(f'"{one}"' for one, col in columns.items() if col.type == kind))
    ]
    return re.sub(rf"^{table}\[, c\(.*\n", "".join(typed), part, flags=re.M)


def lines_for(program: str, folder: Path, table: str = "claims", language: str = "") -> str:
    """Return the lines that the page of this release prints for a program.

    For another table than `claims` they are those lines with its names.
    """
    part = print_part(folder, table)
    found = re.search(rf"^### {re.escape(program)}\n(.*?)(?=^### |\Z)", part, re.M | re.S)
    assert found, f"the page has no section {program!r}"
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", found[1], re.M | re.S)
    lines = [text for kind, text in blocks if kind == (language or blocks[0][0])]
    assert len(lines) == 1, f"{program} has {len(lines)} blocks of code"
    return str(lines[0])


@cache
def _page_of(folder: Path) -> str:
    page = (folder / "examples/README.md").read_text("utf-8")
    found = re.search(r"^## Open it\n.*?(?=^## |\Z)", page, re.M | re.S)
    assert found, "examples/README.md has no section 'Open it'"
    return found[0]


def run_python(code: str, name: str) -> Any:
    """Run printed lines of Python here and return the variable they make."""
    found: dict[str, Any] = {}
    exec(code, found)
    return found[name]


def run_shell(
    lines: str, folder: Path, environment: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run printed shell lines in the folder, with the programs of `.venv-ENVIRONMENT`, if any.

    `variables` are added to the environment.
    """
    path = os.environ["PATH"]
    if environment:
        programs = program_folder(environment)
        path = f"{programs}{os.pathsep}{path}"
    # A plain UTF-8 locale, so that the machine's own does not matter.
    values = os.environ | {"PATH": path, "LC_ALL": "C.UTF-8"} | variables
    command = ["bash", "-euo", "pipefail", "-c", lines]
    return subprocess.run(command, cwd=folder, env=values, capture_output=True, text=True)


def run_sqlite(line: str, folder: Path) -> str:
    """Run a printed line of the SQLite client in the folder and return what it prints."""
    need(which("sqlite3") is not None, "the client of SQLite is missing: apt-get install sqlite3")
    done = run_shell(line, folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def program_folder(environment: str) -> Path:
    """Return where the programs of an environment are; skip the test where it is not set up."""
    folder = ROOT / f".venv-{environment}" / "bin"
    need(folder.is_dir(), f".venv-{environment} is not set up: make tools")
    return folder


def read_elsewhere(kind: str, program: str, folder: Path, *names: str, home: Path) -> Tables:
    """Return these tables as printed lines of Python read them in `.venv-programs`.

    What the program keeps for itself goes to `home`; it is not let onto the network.
    """
    lines = {name: lines_for(program, folder, name) for name in names}
    result = home / "tables.json"
    done = subprocess.run(
        [program_folder("programs") / "python", ELSEWHERE, kind, result],
        input=json.dumps(lines),
        cwd=folder,
        env=os.environ | {"HOME": str(home), "HF_HOME": str(home), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise ValueError(done.stderr)
    tables = json.loads(result.read_text("utf-8"))
    return {
        name: {key: Column(one["type"], one["values"]) for key, one in table.items()}
        for name, table in tables.items()
    }
