"""What all commands share: help, wrong calls, what they print and how they end."""

import gc
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import _command
from scripts.curation.finding import Finding, FindingsError, refuse

ROOT = Path(__file__).parents[2]
COMMANDS = sorted(path.stem for path in (ROOT / "scripts").glob("[a-z]*.py"))


@pytest.fixture(autouse=True)
def collect_garbage() -> Iterator[None]:
    """A command that runs switches it off, and the tests run on."""
    yield
    gc.enable()
    gc.unfreeze()


def call(name: str, *arguments: str) -> int | str | None:
    """Call a command; return the exit code of a call that ends before anything is done."""
    with pytest.raises(SystemExit) as ended:
        importlib.import_module(f"scripts.{name}").main(list(arguments))
    return ended.value.code


def test_all_commands_are_known() -> None:
    assert {"build", "check", "validate", "diff", "release"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_the_docstring_word_for_word(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(name, "--help") == 0
    said = capsys.readouterr().out
    assert said == importlib.import_module(f"scripts.{name}").__doc__
    assert f"\nusage: python -m scripts.{name}" in said
    assert "\nExit codes: 0 " in said


@pytest.mark.parametrize("name", COMMANDS)
def test_a_wrong_call_ends_with_2_and_one_line(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(name, "--wrong\n\x1b[31m") == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.startswith(f"python -m scripts.{name}: ")
    assert said.err.endswith("(--help says more)\n")
    assert said.err.removesuffix("\n").isprintable()


def test_no_more_is_printed_than_anybody_reads(capsys: pytest.CaptureFixture[str]) -> None:
    _command.print_findings(Finding("a.txt", n, reason="x" * 10_000) for n in range(1, 301))
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 201
    assert lines[-1] == "  and 100 more"
    assert max(map(len, lines)) == 502


def test_what_a_broken_package_holds_does_nothing_to_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = b"\xff\x1b[2J\r\n".decode(errors="surrogateescape") + "\u202e.csv 猎枭"
    _command.print_findings([Finding(name, reason="is not\ndescribed")])
    said = capsys.readouterr().out
    assert said == "  \\udcff\\x1b[2J \\u202e.csv 猎枭: is not described\n"


def test_problems_are_printed_and_end_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> int:
        raise FindingsError([*refuse("b.txt", "is empty").findings, Finding("a.txt", 7, "t", "r")])

    assert _command.run(fail) == 1
    said = capsys.readouterr().out
    assert said == "a.txt:7: t r\nb.txt: is empty\nproblems: 2; nothing was written\n"


def test_a_file_that_cannot_be_reached_is_named_without_a_trace(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail() -> int:
        return len(Path("x" * 300).read_bytes())

    assert _command.run(fail) == 1
    assert capsys.readouterr().out.endswith("xxx: File name too long\n")


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "scripts.check"]
    with os.fdopen(write, "w") as closed:
        done = subprocess.run(command, cwd=ROOT, stdout=closed, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (141, "")
