"""The SQL finds the passages that the package's own function finds, on each engine."""

from collections.abc import Mapping
from pathlib import Path
from shutil import which

import pyarrow.parquet as pq
import pytest

from scripts.curation.finding import FindingsError
from scripts.reading.passages import shared_passages, words_of
from scripts.surveying.cutting import WORDS, words_batch
from scripts.surveying.passages import FOUND, SQL, run_duckdb, run_spark
from scripts.surveying.reading import Post
from tests.conftest import ROOT
from tests.needed import need
from tests.surveying.archives import posts
from tests.surveying.conftest import SEEDS, small_archive

Found = list[tuple[str, int, int, int]]
REAL = {post.post_id: post.text for post in posts()}


def write_words(folder: Path, texts: Mapping[str, str]) -> Path:
    """Write the words of texts where an engine reads them; return the folder."""
    numbered = [Post(number, *text) for number, text in enumerate(texts.items(), start=1)]
    with pq.ParquetWriter(folder / "words.parquet", WORDS) as writer:
        writer.write_batch(words_batch(numbered))
    return folder


def found_by_sql(folder: Path, texts: Mapping[str, str]) -> Found:
    """Return the occurrences that an engine found, checking that they name their passages alike."""
    names, found = list(texts), []
    passages: dict[tuple[int, int], tuple[str, ...]] = {}
    for path in sorted((folder / FOUND).glob("*.parquet")):
        for row in pq.read_table(path).to_pylist():
            name = names[row["post"] - 1]
            words = words_of(texts[name][row["char_start"] : row["char_end"]])
            plain = tuple(word.text for word in words)
            assert passages.setdefault((row["passage"], row["word_count"]), plain) == plain
            found.append((name, row["char_start"], row["char_end"], len(words)))
    assert len(set(passages.values())) == len(passages)
    return found


def found_by_function(texts: Mapping[str, str]) -> Found:
    return [
        (one.text_id, one.start, one.end, len(words))
        for words, places in shared_passages(texts).items()
        for one in places
    ]


def test_duckdb_finds_the_passages_of_the_posts_in_the_order_of_the_text(tmp_path: Path) -> None:
    run_duckdb(write_words(tmp_path, REAL), "1g")
    found = found_by_sql(tmp_path, REAL)
    assert sorted(found) == sorted(found_by_function(REAL))
    assert found == sorted(found)
    assert len(found) > 100


@pytest.mark.parametrize("seed", SEEDS)
def test_duckdb_finds_the_passages_of_any_archive(tmp_path: Path, seed: int) -> None:
    texts = small_archive(seed)
    run_duckdb(write_words(tmp_path, texts), "1g")
    assert sorted(found_by_sql(tmp_path, texts)) == sorted(found_by_function(texts))


def test_the_archives_hold_passages_and_some_many() -> None:
    counts = [len(found_by_function(small_archive(seed))) for seed in SEEDS]
    assert max(counts) > 200 and sum(count > 0 for count in counts) > 20


def test_words_that_stand_in_many_posts_are_found_once_in_each(tmp_path: Path) -> None:
    closing = "this line of a dozen words stands at the end of every post"
    texts = {f"p{number}": f"own{number} {closing}" for number in range(3000)}
    run_duckdb(write_words(tmp_path, texts), "1g")
    assert len(found_by_sql(tmp_path, texts)) == len(texts)


@pytest.mark.programs
def test_spark_finds_what_duckdb_finds_with_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = ROOT / ".venv-spark/bin"
    need((programs / "spark-sql").is_file(), ".venv-spark is not set up: make tools")
    need(which("java") is not None, "java is not installed")
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    # Its defaults are made for clusters: 200 parts, and code compiled for every step.
    (tmp_path / "spark-defaults.conf").write_text(
        "spark.sql.shuffle.partitions 1\nspark.ui.enabled false\n"
        "spark.sql.codegen.wholeStage false\nspark.sql.codegen.factoryMode NO_CODEGEN\n"
    )
    monkeypatch.setenv("SPARK_CONF_DIR", str(tmp_path))
    texts = {f"{seed}.{name}": text for seed in SEEDS for name, text in small_archive(seed).items()}
    folder = tmp_path / "it's a folder"
    folder.mkdir()
    run_spark(write_words(folder, texts), "1g")
    found = found_by_sql(folder, texts)
    assert sorted(found) == sorted(found_by_function(texts))


def test_an_engine_that_is_missing_or_has_no_room_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FindingsError, match=r"spark-sql: is not on the path \(put "):
        run_spark(tmp_path, "1g")
    with pytest.raises(FindingsError, match=r"DuckDB: .*\(give it more "):
        run_duckdb(write_words(tmp_path, REAL), "1 potato")


def test_the_file_has_nothing_that_one_engine_alone_knows() -> None:
    code = " ".join(line for line in SQL.split("\n") if not line.startswith("--"))
    for word in ("CREATE", "UNNEST", "EXPLODE", "HASH", "QUALIFY", "::", "RECURSIVE"):
        assert word not in code.upper()
