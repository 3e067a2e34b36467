"""What is wrong with an input: one message a problem, all problems of a run together."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: where, what, and how to mend it; line 0 stands for a whole file."""

    file: str
    line: int
    message: str
    mend: str = ""

    def __str__(self) -> str:
        """Return 'file:line: message (mend)'."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}" + (f" ({self.mend})" if self.mend else "")


class ProblemsFound(Exception):
    """Raised where a step cannot go on; carries all problems that it found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of file and line."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
