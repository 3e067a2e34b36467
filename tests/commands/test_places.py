"""The same curation gives the same bytes anywhere: no place, person, clock or network is asked."""

import ast
import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from tests.commands.conftest import assert_as_before, snapshot
from tests.conftest import ROOT

CODE = sorted(path for room in ("scripts", "schemas") for path in (ROOT / room).rglob("*.py"))
NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib"}
PERSON = {"getpass", "locale", "platform", "pwd"}
ASKING = {"environ", "getenv", "expanduser", "home", "getcwd", "cwd", "gethostname", "getlogin"}
# The day of a release is today, unless --date says another; the benchmark measures time.
CLOCK = {"now", "today", "perf_counter", "time_ns"}
CHANCE = {"random", "secrets", "uuid"}
WITH_CLOCK = {"release.py", "benchmark.py"}
MACHINE = ("/home", "/root", "/tmp", "/usr", "/var", "/work", "~/", "C:\\")


def asked(path: Path) -> list[str]:
    """Return whatever in a module looks beyond the project."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name.partition(".")[0] for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [str(node.module).partition(".")[0]]
        elif isinstance(node, ast.Attribute):
            forbidden = ASKING if path.name in WITH_CLOCK else ASKING | CLOCK
            found += [node.attr] if node.attr in forbidden else []
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += [node.value] if node.value.startswith(MACHINE) else []
        found += sorted({*names} & (NETWORK | PERSON | CHANCE))
    return found


def test_no_module_asks_for_a_place_a_person_a_clock_or_the_network() -> None:
    assert len(CODE) > 50
    told = {path.relative_to(ROOT).as_posix(): asked(path) for path in CODE}
    # Their chance has a seed: they draw the same samples at each run.
    for drawing in ("scripts/tables/coding_agreement.py", "scripts/review.py"):
        assert told.pop(drawing) == ["random"]
    assert {name: words for name, words in told.items() if words} == {}


def test_what_would_ask_is_seen(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "import os, urllib.request\nfrom socket import create_connection\nHERE = '/home/me'\n"
        "print(os.environ['HOME'], datetime.now(), Path.home())\n"
    )
    assert sorted(asked(module)) == ["/home/me", "environ", "home", "now", "socket", "urllib"]


OFFLINE = """
import runpy, socket, sys
def refuse(*_, **__):
    raise SystemExit("the build asked the network")
socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse
sys.argv = ["scripts.build"]
runpy.run_module("scripts.build", run_name="__main__")
"""
ELSEWHERE: list[tuple[str, dict[str, str]]] = [
    (
        "a folder 猎枭",
        {
            "LC_ALL": "C",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONUTF8": "0",
            "TZ": "Pacific/Auckland",
            "PYTHONHASHSEED": "1",
        },
    ),
    (
        'it\'s #100% "quoted"',
        {"HOME": "/nowhere", "LC_ALL": "tr_TR.UTF-8", "TZ": "UTC+12", "PYTHONHASHSEED": "2"},
    ),
]


@pytest.mark.parametrize(("name", "environment"), ELSEWHERE)
def test_a_build_from_nothing_gives_the_same_bytes_elsewhere(
    project: Path, name: str, environment: dict[str, str]
) -> None:
    before = snapshot(project)
    for folder in ("data", "metadata"):
        rmtree(project / folder)
    for file in ("datapackage.json", "CITATION.cff", "docs/data-dictionary.md"):
        (project / file).unlink()
    there = project.rename(project.parent / name)
    command = [sys.executable, "-c", OFFLINE]
    done = subprocess.run(command, cwd=there, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert_as_before(there, before)
