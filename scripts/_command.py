"""What all commands share: their help, how they print findings, and how they end."""

import argparse
import gc
import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from scripts.curation.finding import Finding, FindingsError, condense

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder."""

# What a shell shows of a program that a closed pipe ended: 128 and the number of SIGPIPE.
_PIPE_CLOSED = 141
# How many findings are printed, and how many characters of each.
_MOST = 200
_WIDTH = 500


class _Parser(argparse.ArgumentParser):
    """A parser whose help is the docstring of the command's module, word for word."""

    def format_help(self) -> str:
        return f"{(self.description or '').strip()}\n"

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{one_line(f'{self.prog}: {message}')} (--help says more)\n")


def make_parser(docstring: str | None) -> argparse.ArgumentParser:
    """Return a parser for a command; the line 'usage: …' of its docstring is its usage."""
    words = docstring or ""
    usage = next(line for line in words.split("\n") if line.startswith("usage: "))
    usage = usage.removeprefix("usage: ")
    return _Parser(prog=" ".join(usage.split()[:3]), usage=usage, description=words)


def print_findings(findings: Iterable[Finding | str], indent: str = "  ") -> None:
    """Print findings or notes, one a line, within bounds."""
    told = list(findings)
    for finding in told[:_MOST]:
        print(f"{indent}{one_line(str(finding))}")
    if len(told) > _MOST:
        print(f"{indent}and {len(told) - _MOST} more")


def one_line(text: str) -> str:
    """Return text in one line that a terminal shows as it is, whatever a package has in it."""
    line = " ".join(text[:_WIDTH].split())
    return "".join(
        mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in line
    )


def run(main: Callable[[], int]) -> int:
    """Run a command; what it cannot go on with is printed, and ends it with exit code 1."""
    # A command ends soon: collecting garbage takes a tenth of its time and frees nothing it needs.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Findings hold characters that not every terminal can show.
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            code = main()
        except FindingsError as error:
            print_findings(condense(error.findings), "")
            print(f"problems: {len(error.findings)}; nothing was written")
            code = 1
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader of a pipe, such as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except OSError as error:
        print(one_line(f"{error.filename}: {error.strerror}"))
        return 1
    finally:
        # What is left is not looked at once more when the interpreter ends, for the same reason.
        gc.freeze()
