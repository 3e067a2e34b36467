"""Measure what the code costs: its lines, and the time of the main commands beside bare imports.

usage: python -m scripts.benchmark [--runs N]

  --runs N  run everything N times, in turn, and take the least; default: 5

Run it in the project's environment, with the package built: the commands then change nothing.
A project with more posts (python -m tests.edits.grown) is measured by running it there.
Exit codes: 0 measured, 1 a command failed, 2 the call is wrong.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from scripts._command import ROOT, make_parser, run

_IMPORTS = "imports of pandas, pandera.pandas, frictionless"
_COMMANDS = {
    _IMPORTS: [sys.executable, "-c", "import pandas, pandera.pandas, frictionless"],
    "check --only p09": [sys.executable, "-m", "scripts.check", "--only", "p09"],
    "check": [sys.executable, "-m", "scripts.check"],
    "build": [sys.executable, "-m", "scripts.build"],
    "validate": [sys.executable, "-m", "scripts.validate"],
    "make data": ["make", "data"],
}
_CODE = (".py", ".j2", ".sql", ".js")


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args(arguments).runs
    if runs < 1:
        parser.error("--runs takes a whole number from 1")
    for folder, lines in count_lines(root).items():
        print(f"{lines:7} lines in {folder}")
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in _COMMANDS}
    # The first round fills the caches of Python and of the disk.
    for number in range(runs + 1):
        for name, command in _COMMANDS.items():
            spent = measure(command, root)
            if number:
                times[name].append(spent)
    floor = [min(spent) for spent in zip(*times[_IMPORTS], strict=True)]
    for name, found in times.items():
        wall, cpu = (min(spent) for spent in zip(*found, strict=True))
        print(
            f"{wall:7.2f} s wall {cpu:6.2f} s CPU  {wall / floor[0]:5.2f} x {cpu / floor[1]:5.2f} x"
            f"  {name}"
        )
    return 0


def count_lines(root: Path) -> dict[str, int]:
    """Return the lines of Python, templates, SQL and own JavaScript, by folder and in all."""
    counts: dict[str, int] = {}
    for top in ("schemas", "scripts"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in _CODE and "vendor" not in path.parts:
                folder = "/".join(path.relative_to(root).parts[:-1][:2])
                counts[folder] = counts.get(folder, 0) + path.read_text("utf-8").count("\n")
    return counts | {"all": sum(counts.values())}


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """Run a command; returns its seconds of wall clock and of processor.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = os.times()
    cpu = after.children_user + after.children_system
    return time.perf_counter() - start, cpu - before.children_user - before.children_system


if __name__ == "__main__":
    sys.exit(run(main))
