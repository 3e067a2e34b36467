"""Passages that posts share, of archives that do not fit into memory: passages.sql on an engine."""

import subprocess
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from scripts.curation.finding import refuse
from scripts.reading.passages import words_of
from scripts.tables.parts import span_cells
from scripts.tables.row import Row
from scripts.tables.shared_passages import passage_id

Settings = dict[str, str | bool | int | float | list[str]]
SQL = Path(__file__).with_suffix(".sql").read_text("utf-8")
WORDS, FOUND = "words.parquet", "passages"


def run_duckdb(folder: Path, memory: str) -> None:
    """Run passages.sql on words.parquet of a folder; what memory does not hold goes to disk.

    Raises:
        FindingsError: DuckDB cannot do it, for want of room on the disk, for example.
    """
    import duckdb

    spilled: Settings = {"temp_directory": str(folder / "spilled"), "memory_limit": memory}
    (folder / FOUND).mkdir()
    try:
        with duckdb.connect(config=spilled) as connection:
            connection.read_parquet(str(folder / WORDS)).create_view("words")
            connection.sql(SQL).write_parquet(str(folder / FOUND / "part.parquet"))
    except duckdb.Error as error:
        fix = "give it more room with --memory or on the disk"
        raise refuse("DuckDB", str(error).split("\n")[0], fix) from error


def run_spark(folder: Path, memory: str) -> None:
    """Run passages.sql on words.parquet of a folder with the `spark-sql` of the path.

    Raises:
        FindingsError: there is none, or it failed.
    """
    words, found = (str(folder / name).replace("'", "\\'") for name in (WORDS, FOUND))
    statement = (
        f"CREATE TEMPORARY VIEW words USING parquet OPTIONS (path '{words}');"
        f"INSERT OVERWRITE DIRECTORY '{found}' USING parquet {SQL}"
    )
    settings = [
        "spark.sql.analyzer.maxIterations=1000",
        "spark.sql.catalogImplementation=in-memory",
    ]
    conf = [part for one in settings for part in ("--conf", one)]
    command = ["spark-sql", "--driver-memory", memory, *conf, "-e", statement]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder)
    except FileNotFoundError as error:
        raise refuse("spark-sql", "is not on the path", "put Spark's bin folder on it") from error
    except subprocess.CalledProcessError as error:
        told = [line for line in error.stderr.split("\n") if "Exception" in line or "ERROR" in line]
        raise refuse("spark-sql", f"failed: {' '.join(told[:1])}", "see what it says") from error


ENGINES = {"duckdb": run_duckdb, "spark": run_spark}


def read_passages(folder: Path) -> Iterator[Row]:
    """Yield the rows of shared_passages, in the order of the text, from what an engine found."""
    posts = enumerate(_rows(folder / "posts.parquet"), start=1)
    sentences = groupby(_rows(folder / "sentences.parquet"), itemgetter("post_id"))
    found = _rows(*sorted((folder / FOUND).glob("*.parquet")))
    for number, places in groupby(found, itemgetter("post")):
        post = next(post for count, post in posts if count == number)
        own = next([*rows] for post_id, rows in sentences if post_id == post["post_id"])
        starts = [sentence["char_start"] for sentence in own]
        for place in places:
            cells = span_cells(post["text"], (place["char_start"], place["char_end"]))
            words = tuple(word.text for word in words_of(cells["quote"]))
            begun = own[bisect_right(starts, place["char_start"]) - 1]
            cells |= {"passage_id": passage_id(words), "word_count": str(len(words))}
            cells |= {name: begun[name] for name in ("post_id", "sentence_id")}
            yield Row(cells)


def _rows(*files: Path) -> Iterator[dict[str, Any]]:
    for file in files:
        for batch in pq.ParquetFile(file).iter_batches(1000):
            yield from batch.to_pylist()
