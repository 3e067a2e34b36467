"""Measure what a survey costs and finds, from the archive itself to a thousand times as many posts.

usage: python -m tests.surveying.measuring [TIMES ...]

  TIMES  sizes as multiples of the 17 posts; default: 1 10 100 1000 (an hour or so)

Writes the measured part of docs/survey.md and docs/pictures/survey.svg. The largest archive, its
tables and what DuckDB puts on the disk take some gigabytes of the folder for temporary files.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import altair as alt
import psutil
import pyarrow.parquet as pq

from scripts.package.files import write_atomically
from scripts.publish.pages import fill_part
from scripts.publish.site.pictures import BLUE, ORANGE, Picture, draw
from tests.conftest import ROOT
from tests.surveying.archives import Planted, posts, write_archive

PAGE, PICTURE = "docs/survey.md", "docs/pictures/survey.svg"
DAY, DISK = 86_400, 1000
"""The seconds of a day, and the gigabytes of a large disk."""


class Measured(NamedTuple):
    """What one survey took, and the shares of planted passages that it found."""

    posts: int
    words: int
    passages: int
    seconds: float
    cpu: float
    memory: float
    disk: float
    found: dict[str, tuple[int, int]]


def spend(command: list[str], folder: Path) -> tuple[float, float, float, float]:
    """Run a command; return its seconds, those of processors, and its most GB of memory and disk.

    Memory is that of all its processes together, what they share counted once for each; disk is
    what is in the folder.
    """
    start, memory, disk = time.perf_counter(), 0, 0
    before = os.times()
    process = psutil.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        try:
            family = [process, *process.children(recursive=True)]
            memory = max(memory, sum(one.memory_info().rss for one in family))
            disk = max(disk, sum(one.stat().st_size for one in folder.rglob("*")))
        except (psutil.Error, FileNotFoundError):
            pass
        time.sleep(0.1)
    seconds, after = time.perf_counter() - start, os.times()
    if process.returncode:
        raise SystemExit(f"the survey failed: {command}")
    cpu = after.children_user + after.children_system
    return seconds, cpu - before.children_user - before.children_system, memory / 1e9, disk / 1e9


def recall(planted: list[Planted], out: Path) -> dict[str, tuple[int, int]]:
    """Return how many of each kind of planted passage were found, and how many there are.

    A copy is found where one passage that its source has too covers half of it or more, an edit
    where such passages together do.
    """
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    held: dict[str, set[str]] = defaultdict(set)
    for batch in pq.ParquetFile(out / "shared_passages.parquet").iter_batches():
        for row in batch.to_pylist():
            places[row["post_id"]].append((row["char_start"], row["char_end"], row["passage_id"]))
            held[row["post_id"]].add(row["passage_id"])
    counts: dict[str, list[bool]] = {"copy": [], "edit": []}
    for one in planted:
        if one.kind not in counts:
            continue
        spans = [
            (max(start, one.start), min(end, one.end))
            for start, end, passage in places[f"a{one.post}"]
            if start < one.end and end > one.start and passage in held[f"a{one.source}"]
        ]
        if one.kind == "copy":
            covered = max((end - start for start, end in spans), default=0)
        else:
            covered = len({at for start, end in spans for at in range(start, end)})
        counts[one.kind].append(2 * covered >= one.end - one.start)
    return {kind: (sum(found), len(found)) for kind, found in counts.items()}


def measure(count: int, folder: Path) -> Measured:
    """Return what a survey of so many posts took and found."""
    archive, out = folder / "archive.jsonl", folder / "tables" / "out"
    out.parent.mkdir()
    planted = write_archive(archive, count)
    command = [sys.executable, "-m", "scripts.survey", str(archive), str(out)]
    spent = spend(command, out.parent)
    rows = {
        name: pq.ParquetFile(out / f"{name}.parquet").metadata.num_rows
        for name in ("words", "shared_passages")
    }
    return Measured(count, rows["words"], rows["shared_passages"], *spent, recall(planted, out))


def _share(found: tuple[int, int]) -> str:
    return f"{found[0] / found[1]:.3f} of {found[1]:,}" if found[1] else "none planted"


def describe(measured: list[Measured]) -> str:
    """Return the measured part of the page."""
    heads = ("posts", "words", "rows of `shared_passages`", "seconds", "seconds of processors")
    heads += ("memory (GB)", "disk (GB)", "copies found", "edits found")
    lines = [_line(heads), f"|{' --: |' * len(heads)}"]
    for one in measured:
        numbers = [f"{number:,.0f}" for number in one[:5]] + [
            f"{number:.2f}" for number in one[5:7]
        ]
        lines.append(_line([*numbers, *map(_share, one.found.values())]))
    before, last = measured[-2:]
    a_post, disk = last.cpu / last.posts, last.disk / last.posts
    count = os.cpu_count() or 1
    return (
        "\n".join(lines)
        + f"""

On {count} processors. From {before.posts:,} to {last.posts:,} posts, \
{last.posts / before.posts:.0f} times as many, the time grows \
{last.seconds / before.seconds:.1f} times, that of the processors \
{last.cpu / before.cpu:.1f} times.

From which size one machine is no longer enough, if it goes on so:

- Time: {last.cpu:,.0f} seconds of processors for {last.posts:,} posts are {a_post * 1000:.0f} ms \
a post, so that a day ({DAY:,} s) of {count} processors is enough for \
{_round(count * DAY / a_post)} posts.
- Disk: {last.disk:.2f} GB for {last.posts:,} posts are {disk * 1e6:.0f} kB a post, so that \
{DISK:,} GB are enough for {_round(DISK / disk)} posts.
- Memory: {last.memory:.1f} GB at most, of which `--memory` bounds the engine's part; it does not \
decide.
"""
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _round(number: float) -> str:
    """Return a number to two digits that count."""
    unit = 10 ** (len(str(int(number))) - 2)
    return f"{int(number / unit) * unit:,}"


def picture(measured: list[Measured]) -> bytes:
    """Return the plot of time and memory by posts."""
    rows: list[dict[str, Any]] = []
    for one in measured:
        rows += [
            {"posts": one.posts, "what": "Seconds of processors", "value": one.cpu},
            {"posts": one.posts, "what": "Memory (MB)", "value": one.memory * 1000},
        ]
    log = alt.Scale(type="log")
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_line(point=True)
        .encode(
            x=alt.X(
                "posts:Q",
                title="Posts (log scale)",
                scale=log,
                axis=alt.Axis(values=[one.posts for one in measured]),
            ),
            y=alt.Y("value:Q", title="Used (log scale)", scale=log, axis=alt.Axis(tickCount=4)),
            color=alt.Color("what:N", title=None, scale=alt.Scale(range=[ORANGE, BLUE])),
        )
        .properties(width=520, height=240)
    )
    return draw(
        Picture("survey", "What a survey costs", "", chart, ("posts", "what", "value"), rows)
    )[0]


def main() -> None:
    """Measure all sizes and write page and picture."""
    sizes = [int(one) for one in sys.argv[1:]] or [1, 10, 100, 1000]
    measured = []
    for times in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measured.append(measure(times * len(posts()), Path(folder)))
        print(measured[-1], flush=True)
    page = (ROOT / PAGE).read_text("utf-8")
    part = fill_part(page, "measured", describe(measured), PAGE)
    write_atomically(ROOT, {PAGE: part.encode(), PICTURE: picture(measured)})


if __name__ == "__main__":
    main()
