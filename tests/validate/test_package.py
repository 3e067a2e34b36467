"""The command: what it says of the real package, bare, whole, withheld or broken."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts import validate as command
from scripts.checks.file_bytes import check_bytes
from scripts.mutations.package_copy import (
    TABLES,
    Row,
    change_bytes,
    change_descriptor,
    key_of,
    path_of,
    read,
    repair,
    write,
)
from scripts.validate import validate
from tests.validate.real_package import assert_found, change_row, findings_of, note_of

ROOT = Path(__file__).resolve().parents[2]


def test_the_whole_package_is_valid_in_all_layers(built_project: Path) -> None:
    results = validate(built_project)
    assert [result.layer for result in results] == ["bytes", "form", "meaning", "evidence", "sync"]
    assert not [str(finding) for result in results for finding in result.findings]
    assert note_of(results, "sync") == ""


def test_a_bare_copy_is_valid_and_says_what_sync_looked_at(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main([str(bare)]) == 0
    *layers, sync = capsys.readouterr().out.splitlines()
    assert [line.split() for line in layers] == [[layer, "fine"] for layer in command.LAYERS[:4]]
    assert sync.startswith("sync ") and "no curation/ beside the package" in sync


# what is broken, table, row that must be named (None: any), the layer that names it


def changed_cell(folder: Path) -> tuple[str, str]:
    return "claims", change_row(folder, "claims", lambda row: {"mode": "rumoured"})


def lost_tail_row(folder: Path) -> tuple[str, str]:
    rows = read(folder, "sentences")
    lost = rows.pop()
    write(folder, "sentences", rows)
    return "posts", lost["post_id"]


def swapped_header(folder: Path) -> tuple[str, str]:
    def swap(content: bytes) -> bytes:
        return content.replace(b"value,value_high", b"value_high,value", 1)

    change_bytes(folder, "figures", swap)
    return "figures", ""


def broken_foreign_key(folder: Path) -> tuple[str, str]:
    return "figures", change_row(folder, "figures", lambda row: {"claim_id": "p01.c999"})


Breaking = Callable[[Path], tuple[str, str]]
BREAKINGS: list[tuple[Breaking, str, str]] = [
    (changed_cell, "meaning", "is no code of the list mode"),
    (lost_tail_row, "evidence", "no sentence holds the end"),
    (swapped_header, "meaning", "the columns are"),
    (broken_foreign_key, "form", 'values "p01.c999" not found'),
]


@pytest.mark.parametrize("repaired", [False, True], ids=["hash as it was", "hash repaired"])
@pytest.mark.parametrize(("breaking", "layer", "words"), BREAKINGS)
def test_a_broken_table_is_rejected(
    bare: Path, breaking: Breaking, layer: str, words: str, repaired: bool
) -> None:
    table, row = breaking(bare)
    if repaired:
        repair(bare)
    found = findings_of(bare)
    assert_found(found, layer, table, row, words)
    assert any("Hash" in finding.reason for finding in found) != repaired, found


def test_a_lost_tail_row_of_any_table_breaks_its_hash_and_its_row_count(bare: Path) -> None:
    for table in TABLES:
        write(bare, table, read(bare, table)[:-1])
    found = findings_of(bare)
    for table in TABLES:
        assert_found(found, "form", table, "", "hash")
        assert_found(found, "form", table, "", "row count")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d["resources"][0].update(hash="sha256:" + "0" * 64), "hash"),
        (lambda d: d["resources"][0].update(rows=1), "row count"),
    ],
)
def test_a_descriptor_with_another_hash_or_count_is_rejected(
    bare: Path, change: Callable[[dict[str, Any]], object], words: str
) -> None:
    change_descriptor(bare, change)
    assert_found(findings_of(bare), "form", "posts", "", words)


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "is missing"), (b"{", "is no JSON"), (b"\xff", "is no JSON"), (b"[]", "no JSON obj")],
)
def test_a_missing_or_unreadable_descriptor_is_named(
    bare: Path, content: bytes | None, words: str
) -> None:
    path = bare / "datapackage.json"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    assert_found(findings_of(bare), "form", "datapackage.json", "", words)


def test_a_hand_edited_schema_is_rejected(bare: Path) -> None:
    change_descriptor(bare, lambda d: d["resources"][1]["schema"]["fields"][3].pop("constraints"))
    assert_found(findings_of(bare), "form", "datapackage.json", "claims", "not the model's")


def test_tables_described_in_another_order_are_rejected(bare: Path) -> None:
    change_descriptor(bare, lambda d: d["resources"].reverse())
    assert_found(findings_of(bare), "form", "datapackage.json", "", "in another order")


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("temporal", lambda d: d["temporal"].update(start="1911-01-01")),
        ("spatial", lambda d: d.pop("spatial")),
    ],
)
def test_an_extent_that_the_claims_do_not_have_is_rejected(
    bare: Path, part: str, change: Callable[[dict[str, Any]], object]
) -> None:
    change_descriptor(bare, change)
    words = f"{part} is not that of the claims"
    assert_found(findings_of(bare), "form", "datapackage.json", "", words)


def test_a_table_that_nothing_describes_is_rejected(bare: Path) -> None:
    (bare / "data/more.csv").write_text("a\n1\n", "utf-8")
    assert_found(findings_of(bare), "form", "datapackage.json", "", "data/more.csv is not descr")


def test_a_missing_table_is_named_by_every_layer_that_needs_it(bare: Path) -> None:
    path_of(bare, "figures").unlink()
    found = findings_of(bare)
    assert_found(found, "bytes", "figures", "", "is missing")
    assert_found(found, "meaning", "figures", "", "cannot be read")
    assert_found(found, "evidence", "figures", "", "no evidence was checked")


def take_away(folder: Path, post_id: str) -> None:
    """Withhold a post: its words go, ids, offsets, hashes and codes stay."""
    for name, table in TABLES.items():
        words = [field["name"] for field in table["schema"]["fields"] if field.get("postsWords")]
        rows = read(folder, name)
        for row in rows:
            if row.get("post_id") == post_id:
                row.update(dict.fromkeys(words, ""))
                if name == "posts":
                    row["text_status"] = "withheld"
        write(folder, name, rows)
    repair(folder)


def test_a_package_with_a_withheld_post_is_valid_and_says_what_cannot_be_checked(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take_away(bare, "p05")
    code = command.main([str(bare)])
    said = capsys.readouterr().out
    assert code == 0, said
    assert "evidence  fine (not checkable, text withheld: p05)" in said, said


def test_words_of_a_withheld_post_that_stayed_are_named(bare: Path) -> None:
    take_away(bare, "p05")

    def of_post(row: Row) -> bool:
        return row["post_id"] == "p05"

    left = change_row(bare, "claims", lambda row: {"quote": "x" * 9}, of_post)
    repair(bare)
    assert_found(findings_of(bare), "meaning", "claims", left, "withheld")


def test_the_hash_of_a_withheld_post_must_be_the_archives(bare: Path) -> None:
    take_away(bare, "p05")
    change_row(bare, "posts", lambda row: {"sha256": "0" * 64}, lambda row: row["post_id"] == "p05")
    repair(bare)
    assert_found(findings_of(bare), "evidence", "posts", "p05", "sha256")


def test_a_report_holds_the_findings_of_every_layer(bare: Path, tmp_path: Path) -> None:
    key = change_row(bare, "claims", lambda row: {"mode": "rumoured"})
    report = tmp_path / "report.json"
    assert command.main([str(bare), "--report", str(report)]) == 1
    told = json.loads(report.read_text("utf-8"))
    assert [part["layer"] for part in told] == ["bytes", "form", "meaning", "evidence", "sync"]
    meaning = told[2]["findings"]
    assert [(f["table"], f["row"], f["column"]) for f in meaning] == [("claims", key, "mode")]
    assert "no curation/ beside the package" in told[4]["note"]
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".new"] == []


def test_a_folder_without_any_package_or_an_archive_is_a_wrong_call(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    zipped = tmp_path / "package.zip"
    zipped.write_bytes(b"PK")
    calls = {
        str(tmp_path / "empty"): "holds no package",
        str(zipped): "unpack a zip file first",
    }
    for folder, words in calls.items():
        with pytest.raises(SystemExit) as stopped:
            command.main([folder])
        assert stopped.value.code == 2
        assert words in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        command.main([str(bare), "--report", str(tmp_path / "no/report.json")])
    assert stopped.value.code == 2


def link_away(folder: Path) -> str:
    path_of(folder, "claims").unlink()
    path_of(folder, "claims").symlink_to("/dev/zero")
    return "data/claims.csv"


def pipe(folder: Path) -> str:
    (folder / "datapackage.json").unlink()
    os.mkfifo(folder / "datapackage.json")
    return "datapackage.json"


def linked_folder(folder: Path) -> str:
    (folder / "data/codes").rename(folder / "codes")
    (folder / "data/codes").symlink_to(folder / "codes")
    return "data/codes"


@pytest.mark.parametrize("change", [link_away, pipe, linked_folder])
def test_what_is_no_regular_file_is_named_and_nothing_is_read(
    bare: Path, change: Callable[[Path], str]
) -> None:
    name = change(bare)
    results = validate(bare)
    assert [(f.table, f.reason) for r in results for f in r.findings] == [
        (name, "is no regular file")
    ]
    assert all(result.note.startswith("not checked") for result in results[1:])


WEIRD: list[Callable[[dict[str, Any]], object]] = [
    lambda d: d["licenses"][0].update(scope=["annotations"]),
    lambda d: d["sources"][1].update(table=["published_sources"]),
    lambda d: d.update(resources=[7]),
    lambda d: d["resources"][0].update(schema=[]),
    lambda d: d["resources"][0].update(name="\ud800"),
    lambda d: d.update(temporal=["2022"]),
]


@pytest.mark.parametrize("change", WEIRD)
def test_a_descriptor_of_other_types_is_named_without_a_trace(
    bare: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    path = bare / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor), "utf-8")
    arguments = [sys.executable, "-m", "scripts.validate", str(bare)]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert not done.stderr and "  datapackage.json" in done.stdout, done.stdout


@pytest.mark.parametrize("content", ["[" * 100_000, '{"rows": ' + "7" * 5000 + "}"])
def test_json_that_no_reader_can_hold_is_no_json(bare: Path, content: str) -> None:
    (bare / "datapackage.json").write_text(content, "utf-8")
    assert_found(findings_of(bare), "form", "datapackage.json", "", "is no JSON")


def test_a_number_that_no_reader_can_hold_is_named(bare: Path) -> None:
    row = change_row(bare, "claims", lambda row: {"char_start": "9" * 30})
    repair(bare)
    assert_found(findings_of(bare), "meaning", "claims", row, "is no plainly written number")


def test_a_table_that_may_not_be_read_is_named(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert_found(check_bytes(bare, {"tables": TABLES}), "bytes", "claims", "", "cannot be read")


def test_no_more_is_printed_than_anybody_reads(
    bare: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_SHOWN", 5)
    rows = read(bare, "claims")
    for row in rows:
        row["mode"] = "rumoured" * 100
    write(bare, "claims", rows)
    assert command.main([str(bare)]) == 1
    said = capsys.readouterr().out
    assert f"and {len(rows) - 5} more: --report FILE writes all" in said
    assert max(map(len, said.splitlines())) <= 402


@pytest.mark.parametrize("arguments", [["/no/such/folder"], ["--wrong"], ["a", "b"]])
def test_a_wrong_call_has_exit_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(arguments)
    assert stopped.value.code == 2


def test_frictionless_alone_reads_the_package_offline(bare: Path) -> None:
    offline = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    arguments = ["-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=bare,
        env=os.environ | offline,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    report = json.loads(done.stdout)
    read_rows = {task["name"]: task["stats"]["rows"] for task in report["tasks"]}
    assert report["valid"]
    assert read_rows.keys() == TABLES.keys()
    counted = {name: len(read(bare, name)) for name in TABLES}
    assert read_rows == counted
    assert min(counted.values()) > 0, counted


def test_any_csv_reader_sees_the_keys_of_every_table_once(bare: Path) -> None:
    csv.field_size_limit(1_000_000)
    for name in TABLES:
        keys = [key_of(name, row) for row in read(bare, name)]
        doubled = {key for key in keys if keys.count(key) > 1}
        assert not doubled, f"{name}: {doubled}"
