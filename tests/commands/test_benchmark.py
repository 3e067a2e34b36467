"""The benchmark counts lines and measures commands; nothing is timed here."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import benchmark


def test_lines_of_code_templates_and_data_that_code_reads_are_counted_by_folder(
    tmp_path: Path,
) -> None:
    for name in ("schemas/a.py", "scripts/b.py", "scripts/room/c.py", "scripts/room/deep/d.j2"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one\ntwo\n")
    (tmp_path / "scripts/room/notes.md").write_text("not code\n")
    counts = {"schemas": 2, "scripts": 2, "scripts/room": 4, "all": 8}
    assert benchmark.count_lines(tmp_path) == counts


def test_the_time_of_a_command_counts_its_processor_too() -> None:
    busy = "sum(range(10 ** 6))"
    wall, cpu = benchmark.measure([sys.executable, "-c", busy], Path())
    assert wall > 0 and cpu > 0


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        benchmark.measure([sys.executable, "-c", "raise SystemExit(1)"], Path())
