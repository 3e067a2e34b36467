"""Run R, where it is installed with the packages that the examples use."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tests.needed import need


def run_r(folder: Path, *arguments: str) -> str:
    """Run Rscript in the folder and return what it prints; raise what it complains of."""
    need(
        _has_packages(),
        "R with readr, data.table and jsonlite is not installed: "
        "apt-get install r-base-core r-cran-readr r-cran-data.table r-cran-jsonlite",
    )
    # A plain UTF-8 locale, so that the machine's own does not matter.
    values = os.environ | {"LC_ALL": "C.UTF-8"}
    command = ["Rscript", *arguments]
    done = subprocess.run(command, cwd=folder, env=values, capture_output=True, text=True)
    if done.returncode:
        raise ValueError(done.stderr)
    return done.stdout


@cache
def _has_packages() -> bool:
    if not shutil.which("Rscript"):
        return False
    test = ["Rscript", "-e", "library(readr); library(data.table); library(jsonlite)"]
    return subprocess.run(test, capture_output=True).returncode == 0
