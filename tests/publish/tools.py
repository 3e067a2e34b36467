"""The tools that have environments of their own; `make tools` sets them up."""

import subprocess
from pathlib import Path

from tests.needed import need

_ROOT = Path(__file__).resolve().parents[2]


def run_in(
    environment: str, program: str, *arguments: str | Path
) -> subprocess.CompletedProcess[str]:
    """Run a program of `.venv-ENVIRONMENT` with the arguments; skip where it is not set up."""
    found = _ROOT / f".venv-{environment}" / "bin" / program
    need(found.is_file(), f".venv-{environment} is not set up: make tools")
    return subprocess.run([found, *arguments], capture_output=True, text=True, cwd=_ROOT)
