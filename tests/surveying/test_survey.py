"""Any archive gives the tables that need no judgement, or one clear error and nothing."""

import csv
import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pysbd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts import survey
from scripts.curation.archive import ARCHIVE
from scripts.curation.finding import FindingsError
from scripts.package.source import Built
from scripts.reading.sentences import sentences_of
from scripts.surveying import reading
from scripts.surveying.cutting import SCHEMAS, STATUS, _spans
from scripts.surveying.reading import read_posts
from tests.conftest import ROOT
from tests.surveying.archives import make_archive, posts, write_archive

Tables = dict[str, list[dict[str, Any]]]
REAL = posts()


def tables_of(out: Path) -> Tables:
    return {name: pq.read_table(out / f"{name}.parquet").to_pylist() for name in SCHEMAS}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the 17 posts."""
    folder = tmp_path_factory.mktemp("survey") / "new" / "out"
    assert survey.main([str(ROOT / ARCHIVE), str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def surveyed(out: Path) -> Tables:
    return tables_of(out)


@pytest.mark.parametrize("name", ["posts", "numerals", "shared_passages"])
def test_what_no_coder_decides_is_as_in_the_package(
    surveyed: Tables, built: Built, name: str
) -> None:
    # A sentence has another number where a coder cut differently.
    columns = [one for one in SCHEMAS[name].names if one not in ("status", "sentence_id")]

    def plain(rows: Any) -> list[list[Any]]:
        cells = [[None if row[one] == "" else row[one] for one in columns] for row in rows]
        texts = [pa.types.is_string(SCHEMAS[name].field(one).type) for one in columns]
        return [
            [
                cell if cell is None or text else float(cell)
                for cell, text in zip(row, texts, strict=True)
            ]
            for row in cells
        ]

    assert plain(surveyed[name]) == plain(built.book.rows(name))


def test_every_settled_name_and_word_is_among_the_proposed(surveyed: Tables, built: Built) -> None:
    for table, column in (("entity_mentions", "entity_id"), ("evaluations", "evaluative_word_id")):
        proposed = {(row["post_id"], row["char_start"], row[column]) for row in surveyed[table]}
        settled = {
            (row["post_id"], int(row["char_start"]), row[column]) for row in built.book.rows(table)
        }
        assert settled <= proposed
        assert len(proposed) < 1.5 * len(settled)


def test_every_row_has_its_words_and_says_that_it_is_proposed(surveyed: Tables, out: Path) -> None:
    texts = {row["post_id"]: row["text"] for row in surveyed["posts"]}
    sentences = {row["sentence_id"]: row for row in surveyed["sentences"]}
    for name, rows in surveyed.items():
        assert rows and {row["status"] for row in rows} == {STATUS}
        assert pq.read_schema(out / f"{name}.parquet").metadata[b"status"] == STATUS.encode()
        for row in rows if name != "posts" else []:
            assert texts[row["post_id"]][row["char_start"] : row["char_end"]] == row["quote"]
            within = sentences[row["sentence_id"]]
            assert within["char_start"] <= row["char_start"] < within["char_end"]


def test_every_word_of_the_posts_is_in_a_sentence(surveyed: Tables) -> None:
    for post in REAL:
        own = [row["quote"] for row in surveyed["sentences"] if row["post_id"] == post.post_id]
        assert "".join("".join(own).split()) == "".join(post.text.split())


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            writer = csv.DictWriter(file, ("title", "id", "more", "text"))
            writer.writeheader()
            writer.writerows(rows)
        else:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    return path


@pytest.mark.parametrize("name", ["posts.csv", "posts.jsonl", "POSTS.JSONL"])
def test_json_lines_and_csv_give_the_posts_of_the_archive(tmp_path: Path, name: str) -> None:
    rows = [{"id": post.post_id, "title": post.title, "text": post.text} for post in REAL]
    rows[3]["text"] = rows[3]["text"].partition("\n")[2]
    found = read_posts(write(tmp_path / name, rows))
    assert [(post.post_id, post.text) for post in found] == [
        (post.post_id, post.text) for post in REAL
    ]


def test_posts_without_title_text_or_plain_characters_are_surveyed(tmp_path: Path) -> None:
    rows = [
        {"id": 1, "title": "", "text": ""},
        {"id": "猎 'x'", "title": "猎枭", "text": "\tOne.\r\nTwo \x00 — 3 million.  \n\n"},
        {"id": "a", "title": "Only a title", "text": ""},
    ]
    archive = write(tmp_path / "it's.jsonl", rows)
    assert survey.main([str(archive), str(tmp_path / "o'ut")]) == 0
    tables = tables_of(tmp_path / "o'ut")
    assert [row["post_id"] for row in tables["posts"]] == ["1", "猎 'x'", "a"]
    assert [row["quote"] for row in tables["sentences"]] == [
        *("猎枭", "One.", "Two \x00 — 3 million.", "Only a title")
    ]
    assert [row["value"] for row in tables["numerals"]] == [2, 3_000_000]
    assert tables["shared_passages"] == []


GOOD = '{"id": "a", "title": "T", "text": "Text."}\n'
WRONG = [
    (".jsonl", b"", ": the archive has no post (write id, title and text"),
    (".jsonl", b"\n \n", ":2: the archive has no post (write "),
    (".jsonl", GOOD.encode() + b'{"id": "b",\n', ":2: cannot be read: Expecting property name"),
    (".jsonl", GOOD.encode() + b'["b", "T", "Text."]\n', ":2: 'id' is missing or is not text ("),
    (".jsonl", b'{"id": "b", "text": ""}', ":1: 'title' is missing or is not text (write id,"),
    (".jsonl", b'{"id": "b", "title": "", "text": null}', ":1: 'text' is missing or is not"),
    (".jsonl", b'{"id": true, "title": "", "text": ""}', ":1: 'id' is missing or is not text"),
    (".jsonl", GOOD.encode() * 2, ":2: the id 'a' is empty or repeated (give each post its"),
    (".jsonl", b'{"id": " ", "title": "", "text": ""}', ":1: the id ' ' is empty or repeated"),
    (".jsonl", GOOD.encode() + b"\n\xff", ":3: not UTF-8 at byte 1 of the line ("),
    (".jsonl", b'{"id": "b", "title": "", "text": "\\ud800"}', ":1: cannot be read: 'utf-8' codec"),
    (".jsonl", b"[" * 100_000, ":1: cannot be read: "),
    (".csv", b"id,title,text\n", ":1: the archive has no post"),
    (".csv", b"id,title\na,T\n", ":2: 'text' is missing or is not text (write id, title"),
    (".csv", b"id,title,text\na,T\n", ":2: 'text' is missing or is not text"),
    (".csv", b"id,title,text\na,T,one, two\n", ":2: more cells than columns ("),
    (".csv", b'id,title,text\na,T,"one\n', ":2: cannot be read: unexpected end of data ("),
    (".csv", b"id,title,text\na,T,one\nb,T,\xe9t\xe9\n", ":3: not UTF-8 at byte 5 of the line"),
    (".csv", b"id,title,text\ra,T,one\r", ":1: cannot be read: new-line character"),
    (".txt", b"Text\nT\n0 notes\n", ":1: the first line is 'Text', not the preamble"),
    (".txt", b"", ":1: the first line is '', not the preamble"),
]


@pytest.mark.parametrize(("ending", "content", "reason"), WRONG)
def test_what_cannot_be_read_gives_one_error_with_its_line_and_leaves_nothing(
    tmp_path: Path, ending: str, content: bytes, reason: str
) -> None:
    archive = tmp_path / f"archive{ending}"
    archive.write_bytes(content)
    with pytest.raises(FindingsError) as error:
        survey.main([str(archive), str(tmp_path / "out")])
    assert len(error.value.findings) == 1
    assert str(error.value).startswith(f"{archive}{reason}")
    assert str(error.value).endswith(")")
    assert [*tmp_path.iterdir()] == [archive]


def test_a_spreadsheets_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    archive = tmp_path / "a.csv"
    archive.write_bytes(b"\xef\xbb\xbfid,title,text\r\na,T,Text\r\n")
    assert [post.text for post in read_posts(archive)] == ["T\nText"]


def test_a_post_of_more_words_than_the_sql_tells_apart_is_refused(tmp_path: Path) -> None:
    most = reading.MOST_WORDS
    rows = [{"id": n, "title": "", "text": "a " * n} for n in (most, most + 1)]
    found = read_posts(write(tmp_path / "a.jsonl", rows))
    assert next(found).post_id == str(most)
    with pytest.raises(FindingsError, match=r":2: post 65536 has over 65535 words \(make several"):
        next(found)


def test_an_archive_is_read_as_far_as_is_needed(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(GOOD + "no JSON\n")
    assert next(read_posts(tmp_path / "a.jsonl")).post_id == "a"


def test_a_file_that_is_missing_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        survey.main([str(tmp_path / "none.csv"), str(tmp_path / "out")])
    assert [*tmp_path.iterdir()] == []


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        survey.main([*arguments])
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_the_settled_tables_and_full_folders_are_not_written_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = write(tmp_path / "a.jsonl", [])
    assert "which has what is settled" in refusal(capsys, str(archive), str(ROOT / "data/new"))
    assert "is not an empty folder" in refusal(capsys, str(archive), str(tmp_path))
    assert "is not an empty folder" in refusal(capsys, str(archive), str(archive))
    monkeypatch.setitem(sys.modules, "scripts.surveying.writing", None)
    assert "comes with requirements-dev.lock" in refusal(capsys, str(archive), str(tmp_path / "o"))


def test_an_empty_folder_is_filled_and_no_engine_leaves_shared_passages_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = write(tmp_path / "a.jsonl", [{"id": "a", "title": "T", "text": "One two."}])
    (tmp_path / "out").mkdir()
    assert survey.main([str(archive), str(tmp_path / "out"), "--engine", "none"]) == 0
    names = {*SCHEMAS, "words"} - {"shared_passages"}
    assert {path.stem for path in (tmp_path / "out").iterdir()} == names
    said = capsys.readouterr()
    assert "        3 words\n" in said.out
    assert said.err == ""


STOPS = (
    "Yes.",
    "Yes. ",
    "A. ",
    "a) ",
    "1. ",
    "i. ",
    '"Hi." ',
    " (x) ",
    "?! ",
    "... ",
    "…",
    "“Q.” ",
)
SHORT = (
    "U.S. ",
    "No. 5 ",
    "e.g. ",
    "Mr. Smith ",
    "co. ",
    "word ",
    "[1].",
    "*",
    "(",
    "\\",
    ".",
    "!",
)
MARKS = ("\r", "\t", "\xa0", "♨", "∯", "ȸ", "&ᓴ&")
ODD = st.lists(st.sampled_from(STOPS + SHORT + MARKS), max_size=14).map("".join)


@given(ODD)
def test_sentences_are_those_of_pysbd_and_no_word_is_lost(line: str) -> None:
    segmenter = pysbd.Segmenter(language="en", clean=False)
    cut = [part.strip() for part in segmenter.segment(line) if part.strip()]
    assert [words for words, _ in sentences_of(line)] == cut
    kept = "".join(line[start:end] for start, end in _spans(line))
    assert "".join(kept.split()) == "".join(line.split())


def test_an_archive_to_measure_with_is_always_the_same_and_holds_what_was_planted(
    tmp_path: Path,
) -> None:
    planted = write_archive(tmp_path / "a.jsonl", 100)
    texts = [post.text for post in read_posts(tmp_path / "a.jsonl")]
    assert texts == [text for text, _ in make_archive(100)]
    assert texts[:17] == [post.text for post in REAL]
    assert {one.kind for one in planted} == {"copy", "edit", "repost"}
    for one in planted:
        words = texts[one.post - 1][one.start : one.end]
        assert (words in texts[one.source - 1]) == (one.kind == "copy")
