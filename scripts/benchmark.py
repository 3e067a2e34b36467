"""Measure what building and validating cost, beside the imports that nobody can avoid.

usage: python -m scripts.benchmark [--runs N]

  --runs N  measure everything N times, in turn, and compare the medians; default: 5

Limits: a build takes at most 1.5 times `import pandas`, or does not import it at all; build and
validation together take at most 3 times the imports of pandas, pandera and frictionless. Everything
runs in a copy of the project.
Exit codes: 0 within the limits, 1 a limit is broken or a command failed, 2 the call is wrong.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from shutil import copytree, ignore_patterns
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
_LEFT_OUT = ignore_patterns(".git", ".venv*", ".*_cache", "__pycache__", ".staging")
COMMANDS: Mapping[str, Sequence[Sequence[str]]] = {
    "import pandas": [["-c", "import pandas"]],
    "all imports": [["-c", "import pandas, pandera.pandas, frictionless"]],
    "build": [["-m", "scripts.build"]],
    "build + validate": [["-m", "scripts.build"], ["-m", "scripts.validate"]],
}


class Limit(NamedTuple):
    """`measured` may take `times` as long as `reference`."""

    measured: str
    reference: str
    times: float


LIMITS = (Limit("build", "import pandas", 1.5), Limit("build + validate", "all imports", 3.0))


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.benchmark",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
    )
    parser.add_argument("--runs", type=int, default=5, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.runs < 1:
        parser.error("--runs takes a whole number from 1")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        copytree(ROOT, copy, ignore=_LEFT_OUT)
        try:
            seconds = measure(copy, options.runs)
            free = set() if imports(copy, "build", "pandas") else {"build"}
        except subprocess.CalledProcessError as failed:
            print(f"{failed}\n{failed.stdout}{failed.stderr}", file=sys.stderr)
            return 1
    print(make_table(seconds, free))
    return 0 if all(limit.measured in free or is_kept(limit, seconds) for limit in LIMITS) else 1


def imports(folder: Path, name: str, module: str) -> bool:
    """Tell whether a command, run in `folder`, imports a module.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    command = [sys.executable, "-X", "importtime", *COMMANDS[name][0]]
    ran = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return any(line.rpartition("|")[2].strip() == module for line in ran.stderr.splitlines())


def measure(folder: Path, runs: int) -> dict[str, list[float]]:
    """Return the seconds of every run of every command in `folder`.

    The commands run in turn, so that whatever else slows the machine slows all of them; a first
    round, which fills the caches of Python and of the disk, does not count.

    Raises:
        subprocess.CalledProcessError: a command failed.
    """
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        for name, parts in COMMANDS.items():
            start = time.perf_counter()
            for part in parts:
                command = [sys.executable, *part]
                subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
            seconds[name].append(time.perf_counter() - start)
    return {name: measured[1:] for name, measured in seconds.items()}


def is_kept(limit: Limit, seconds: Mapping[str, Sequence[float]]) -> bool:
    """Tell whether the medians keep a limit."""
    return median(seconds[limit.measured]) <= limit.times * median(seconds[limit.reference])


def make_table(seconds: Mapping[str, Sequence[float]], free: Collection[str] = ()) -> str:
    """Return the measurements (seconds) and the limits as lines of text.

    Args:
        seconds: the seconds of every run of every command.
        free: commands that keep their limit without being timed, because they import nothing.
    """
    lines = [f"{'':18}{'median':>8}{'least':>8}{'most':>8}  seconds"]
    lines += [
        f"{name:18}{median(found):8.2f}{min(found):8.2f}{max(found):8.2f}"
        for name, found in seconds.items()
    ]
    for limit in LIMITS:
        ratio = median(seconds[limit.measured]) / median(seconds[limit.reference])
        verdict = "kept" if is_kept(limit, seconds) else "BROKEN"
        if limit.measured in free:
            verdict = f"kept, it does not {limit.reference}"
        lines.append(
            f"{limit.measured} takes {ratio:.2f} x {limit.reference}; "
            f"limit {limit.times:g} x: {verdict}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
