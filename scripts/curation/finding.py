"""What is wrong with an input: one message a finding, all findings of a run together."""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property

MOST_IN_A_FILE = 1000
"""A file with more wrong lines than this is another file; it is not read on."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: where, what, and how to fix it.

    `file` and `line` say where it is put right (line 0 is the whole file, '' that no file is at
    hand); `table`, `row` and `column` name the cell, as far as there is one.
    """

    file: str = ""
    line: int = 0
    table: str = ""
    row: str = ""
    column: str = ""
    reason: str = ""
    fix: str = ""

    def __lt__(self, other: "Finding") -> bool:
        """Return whether it is told first: in the order of the text, p99 before p100."""
        return self._order < other._order

    @cached_property
    def _order(self) -> tuple[object, ...]:
        parts = re.split(r"([0-9]+)", self.file)
        file = [int(part) if part.isdecimal() else part for part in parts]
        return file, self.line, self.table, self.row, self.column, self.reason, self.fix

    def __str__(self) -> str:
        """Return 'file:line: table row column: reason (fix)', without what is not there."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        cell = " ".join(filter(None, (self.table, self.row, self.column)))
        words = ": ".join(filter(None, (place, cell, self.reason)))
        return f"{words} ({self.fix})" if self.fix else words


class FindingsError(Exception):
    """Raised where a step cannot go on; carries all that it found."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep the findings in the order of file and line."""
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(map(str, self.findings)))


def refuse(file: str, reason: str, fix: str = "", line: int = 0) -> FindingsError:
    """Return the error that one thing is wrong with a file."""
    return FindingsError([Finding(file=file, line=line, reason=reason, fix=fix)])


def unknown(
    reason: str, word: str, known: Collection[str], where: str, *, closed: bool = False
) -> tuple[str, str]:
    """Return why a word is refused that is none of the known ones, and how to fix it.

    The reason gets the nearest known ones; `where` is the register or file that has all. It may
    get one more, unless the list is `closed`: its words are then named.
    """
    near = ", ".join(get_close_matches(word[:80], known, n=2, cutoff=0.5) if known else ())
    reason += f"; nearest: {near}" if near else ""
    if closed:
        return reason, f"use one of {', '.join(known)} ({where})"
    return reason, f"correct it, or add it to {where}"


@contextmanager
def collecting(findings: list[Finding]) -> Iterator[None]:
    """Take what is found in a step that cannot go on; what follows the step goes on without it."""
    try:
        yield
    except FindingsError as error:
        findings += error.findings


def condense(findings: Iterable[Finding], most_of_a_line: int = 3) -> Iterator[Finding]:
    """Yield findings in their order, those with one cause once, with the count of the others.

    One cause is the same reason for the same column of a table, or for the same line of a file. Of
    more findings in a line the first few are told.
    """
    causes: dict[tuple[object, ...], list[Finding]] = {}
    for finding in sorted(findings):
        cause = (finding.table, finding.column, finding.reason, finding.fix)
        causes.setdefault(cause if finding.table else (finding,), []).append(finding)
    lines: dict[tuple[object, ...], dict[tuple[str, str], Finding]] = {}
    for first, *others in causes.values():
        rows = "row" if len(others) == 1 else "rows"
        more = f"{first.reason}; and {len(others)} more {rows}" if others else first.reason
        place = (first.file, first.line) if first.line else (first,)
        lines.setdefault(place, {}).setdefault(
            (first.reason, first.fix), replace(first, reason=more)
        )
    for told in map(list, map(dict.values, lines.values())):
        yield from told[:most_of_a_line]
        if len(told) > most_of_a_line:
            reason = f"problems in this line that are not told: {len(told) - most_of_a_line}"
            yield Finding(told[0].file, told[0].line, reason=reason)
