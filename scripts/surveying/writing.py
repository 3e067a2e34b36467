"""Write the tables of an archive as Parquet: all of them, or none."""

import shutil
import tempfile
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from scripts._command import ROOT
from scripts.curation.finding import FindingsError
from scripts.curation.registers import read_registers
from scripts.surveying.cutting import SCHEMAS, WORDS, cut, to_batch
from scripts.surveying.passages import ENGINES, FOUND, read_passages
from scripts.surveying.reading import read_posts
from scripts.tables.book import Book, read_sources
from scripts.tables.registers import make_register_table
from scripts.tables.row import Row

_POSTS, _ROWS, _AHEAD = 50, 10_000, 8
_SHARED = "shared_passages"


def write_survey(archive: Path, out: Path, engine: str, memory: str) -> Counter[str]:
    """Write the tables of an archive to the folder `out`; returns how many rows each has.

    Raises:
        FindingsError: the archive or a register cannot be read, or the engine failed.
        OSError: the archive cannot be read, or a file cannot be written.
    """
    counts: Counter[str] = Counter()
    with _in_place_of(out) as folder:
        with ExitStack() as stack:
            schemas = {name: schema for name, schema in SCHEMAS.items() if name != _SHARED}
            writers = {
                name: stack.enter_context(_writer(folder, name, schema))
                for name, schema in {**schemas, "words": WORDS}.items()
            }
            for batches in _cut_all(archive):
                for name, batch in batches.items():
                    writers[name].write_batch(batch)
                    counts[name] += len(batch)
        if engine != "none":
            ENGINES[engine](folder, memory)
            passages = read_passages(folder)
            with _writer(folder, _SHARED, SCHEMAS[_SHARED]) as writer:
                while rows := list(islice(passages, _ROWS)):
                    writer.write_batch(to_batch(_SHARED, rows))
                    counts[_SHARED] += len(rows)
            shutil.rmtree(folder / FOUND)
    return counts


def _cut_all(archive: Path) -> Iterator[dict[str, pa.RecordBatch]]:
    """Yield the rows of an archive by table, a few posts at a time, cut by several processes.

    Raises:
        FindingsError: the archive or a register cannot be read.
    """
    registers, findings = read_registers(ROOT)
    if findings:
        raise FindingsError(findings)
    # Without their origins, which do not go from one process to another.
    words = map(Row, make_register_table("evaluative_words", registers))
    book = Book({"evaluative_words": [*words]}, read_sources(registers))
    posts = read_posts(archive)
    # No more is read than is soon cut, so that no archive has to fit into memory.
    waiting: deque[Future[dict[str, pa.RecordBatch]]] = deque()
    with ProcessPoolExecutor() as pool:
        while (batch := list(islice(posts, _POSTS))) or waiting:
            if batch:
                waiting.append(pool.submit(cut, book, batch))
            if not batch or len(waiting) > _AHEAD:
                yield waiting.popleft().result()


def _writer(folder: Path, name: str, schema: pa.Schema) -> pq.ParquetWriter:
    return pq.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")


@contextmanager
def _in_place_of(out: Path) -> Iterator[Path]:
    """Give a folder beside `out` that takes its place in the end, or is removed after an error."""
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".new-", dir=out.parent))
    try:
        yield folder
        folder.chmod(0o755)
        if out.exists():
            out.rmdir()
        folder.rename(out)
    except BaseException:
        shutil.rmtree(folder)
        raise
