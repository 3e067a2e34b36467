"""Validation says of any folder what it is and what is wrong with it, layer by layer.

What reading a folder says of odd files is in tests/package/test_folder.py, what is wrong with a
descriptor in test_form.py there, how cells are compared in test_source.py there.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree
from zipfile import ZipFile

import pytest

from schemas.tables import TABLES
from scripts import validate as command
from scripts.curation.finding import Finding
from scripts.package.source import Built, build_and_check
from scripts.validate import Layer, validate
from tests.conftest import ROOT, change
from tests.package_copy import path_of, read, repair, write

LAYERS = ["bytes", "form", "meaning", "evidence", "source"]
Cells = dict[str, str]


@pytest.fixture(autouse=True)
def build_once(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real curation, which every bare copy is compared with, is built once for all tests."""
    real = build_and_check
    monkeypatch.setattr(
        command.source, "build_and_check", lambda root: built if root == ROOT else real(root)
    )


def call(*arguments: object) -> int:
    return command.main([str(one) for one in arguments])


def findings_of(layers: list[Layer]) -> dict[str, list[Finding]]:
    return {layer.name: layer.findings for layer in layers if layer.findings}


def change_row(folder: Path, table: str, key: str, cells: Cells) -> None:
    """Change cells of one row of a table."""
    rows = read(folder, table)
    (row,) = (row for row in rows if TABLES[table].id_of(row) == key)
    row.update(cells)
    write(folder, table, rows)


def test_the_project_is_valid_in_all_layers(capsys: pytest.CaptureFixture[str]) -> None:
    assert call() == 0
    assert capsys.readouterr().out.splitlines() == [f"{layer:9} fine" for layer in LAYERS]


def test_a_bare_copy_is_compared_with_the_curation_cell_by_cell(
    bare: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # On the commit of a release the copy is that release, and nothing more would be asked.
    monkeypatch.setattr(command, "released_as", lambda folder, ledger: None)
    assert call(bare) == 0
    assert capsys.readouterr().out.splitlines() == [f"{layer:9} fine" for layer in LAYERS]
    change_row(bare, "claims", "p01.c03", {"theme": "other"})
    repair(bare)
    assert call(bare) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:4] == [f"{layer:9} fine" for layer in LAYERS[:4]]
    assert said[4] == "source    1 findings"
    words = "claims p01.c03 theme: is 'other', the curation gives 'enforcement'"
    assert said[5].startswith("  curation/posts/p01.txt:") and words in said[5]


def test_every_layer_names_table_row_and_column(bare: Path) -> None:
    change_row(bare, "claims", "p01.c03", {"mode": "rumoured"})
    change_row(bare, "claims", "p01.c04", {"period": "2022-13", "place": "Atlantis"})
    change_row(bare, "figures", "p01.f01", {"value": "2052", "value_base": "2052"})
    units = path_of(bare, "units").read_bytes()
    path_of(bare, "units").write_bytes(units.replace(b"\nbox,box,", b"\nbox,"))
    found = findings_of(validate(bare))
    named = {(layer, f.table, f.row, f.column) for layer in found for f in found[layer]}
    assert named >= {
        ("bytes", "units", "row 3", ""),
        ("form", "datapackage.json", "claims", "hash"),
        ("form", "claims", "p01.c03", "mode"),
        ("evidence", "claims", "p01.c03", "mode"),
        ("evidence", "claims", "p01.c04", "place"),
        ("source", "claims", "p01.c04", "period"),
        ("source", "figures", "p01.f01", "value"),
    }, named


def test_no_version_switches_anything_off(bare: Path) -> None:
    change(bare / "datapackage.json", '"version": "', '"version": "1.0.0+')
    change_row(bare, "claims", "p01.c03", {"theme": "other"})
    repair(bare)
    found = findings_of(validate(bare))
    assert [(f.table, f.column) for f in found["form"]] == [("datapackage.json", "version")]
    assert [(f.row, f.column) for f in found["source"]] == [("p01.c03", "theme")]


def test_a_copy_with_exactly_the_files_of_a_release_is_that_release_for_ever(
    curation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The curation has moved on, and the copy has not."""
    project, copy = curation, tmp_path / "copy"
    copytree(ROOT / "releases", project / "releases")
    (project / "CHANGELOG.md").write_bytes((ROOT / "CHANGELOG.md").read_bytes())
    with ZipFile(next((ROOT / "releases/1.0.0").glob("*.zip"))) as zipped:
        zipped.extractall(copy)
    change(project / "curation/registers/units.yaml", "label: ", "label: old ")
    monkeypatch.setattr(command, "ROOT", project)
    (copy / "README.md").write_text("Files beside the package do not matter.\n")
    (release,) = validate(copy)
    assert (release.name, release.findings) == ("release", [])
    assert release.notes == ["has exactly the files of release 1.0.0"]
    (copy / "data/more.csv").write_text("a\n")
    found = findings_of(validate(copy))
    assert "data/more.csv" in [f.file for f in found["bytes"]]
    (unit,) = (f for f in found["source"] if f.table == "units")
    assert (unit.file, unit.column) == ("curation/registers/units.yaml", "label")


def withhold(folder: Path, post_id: str) -> None:
    """Take the words of a post away; ids, offsets, hashes and codes stay."""
    for name, table in TABLES.items():
        rows = read(folder, name)
        for row in rows:
            if row.get("post_id") == post_id:
                row.update(dict.fromkeys(table.words, ""))
                if name == "posts":
                    row["text_status"] = "withheld"
        write(folder, name, rows)
    repair(folder)


def test_a_copy_with_a_withheld_post_is_valid_and_says_what_was_not_compared(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    withhold(bare, "p10")
    assert call(bare) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:5] == [f"{layer:9} fine" for layer in LAYERS]
    assert said[5:7] == [
        "  posts: title, text, text_status of p10, withheld",
        "  claims: quote, attribution, period_words of p10, withheld",
    ]
    assert len(said) == 5 + sum(bool(table.words) for table in TABLES.values())


def test_of_a_withheld_post_everything_but_the_words_is_still_checked(bare: Path) -> None:
    withhold(bare, "p05")
    change_row(bare, "posts", "p05", {"sha256": "0" * 64})
    change_row(bare, "claims", "p05.c01", {"quote": "x" * 9})
    change_row(bare, "claims", "p05.c02", {"theme": "other"})
    repair(bare)
    found = findings_of(validate(bare))
    assert "claims" in {f.table for f in found["evidence"] if f.row == "p05.c01"}
    named = {(f.row, f.column) for f in found["source"]}
    assert named == {("p05", "sha256"), ("p05.c02", "theme")}


def test_a_lost_tail_row_of_any_table_is_named_though_the_descriptor_was_repaired(
    bare: Path,
) -> None:
    lost = {name: read(bare, name)[-1] for name in TABLES}
    for name in TABLES:
        write(bare, name, read(bare, name)[:-1])
    repair(bare)
    named = {(f.table, f.row) for f in findings_of(validate(bare))["source"]}
    assert named == {(name, TABLES[name].id_of(row)) for name, row in lost.items()}


def test_a_table_that_cannot_be_read_is_one_finding_and_the_others_are_checked(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path_of(bare, "claims").unlink()
    change_row(bare, "figures", "p01.f01", {"qualifier": "over"})
    repair_all_but(bare, "claims")
    assert call(bare) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [
        "bytes     1 findings",
        "  data/claims.csv: the file is missing (restore it)",
    ]
    assert said.count("  not checked: claims") == 4
    assert not [line for line in said[2:] if "claims" in line and "not checked" not in line]
    assert any("figures p01.f01 qualifier: is 'over'" in line for line in said), said


def repair_all_but(folder: Path, table: str) -> None:
    path = path_of(folder, table)
    path.write_bytes(path_of(ROOT, table).read_bytes())
    repair(folder)
    path.unlink()


def write_rubbish(folder: Path) -> None:
    for table in TABLES:
        path_of(folder, table).write_bytes(bytes(range(256)) * 99)


def keep_descriptor_alone(folder: Path) -> None:
    rmtree(folder / "data")


def lose_descriptor(folder: Path) -> None:
    (folder / "datapackage.json").unlink()


def link_around(folder: Path) -> None:
    (folder / "data").rename(folder / "elsewhere")
    (folder / "data").symlink_to(".")
    (folder / "datapackage.json").unlink()
    os.mkfifo(folder / "datapackage.json")


def nest_descriptor(folder: Path) -> None:
    (folder / "datapackage.json").write_text("[" * 100_000)


def write_long_row(folder: Path) -> None:
    with path_of(folder, "units").open("a") as file:
        file.write("x," * 10**6 + "\n")


def write_long_cells(folder: Path) -> None:
    for table, column in (("units", "unit"), ("claims", "char_start"), ("figures", "value")):
        rows = read(folder, table)
        rows[0][column] = "1" * 10**6
        write(folder, table, rows)
    repair(folder)


BROKEN: list[Callable[[Path], None]] = [
    write_rubbish,
    keep_descriptor_alone,
    lose_descriptor,
    link_around,
    nest_descriptor,
    write_long_row,
    write_long_cells,
]


@pytest.mark.parametrize("breaking", BROKEN)
def test_of_a_broken_package_a_few_clear_lines_are_said(
    bare: Path, breaking: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    breaking(bare)
    assert call(bare) == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == LAYERS
    assert len(lines) < 60 and max(map(len, lines)) <= 520, said.out
    assert said.err == ""


def test_odd_names_are_said_without_a_trace(bare: Path) -> None:
    """In a process of its own, which ends as it does for people: with nothing on stderr."""
    for name in (b"\xff.csv", b"two\nlines.csv", "\u202evsc.csv".encode()):
        Path(os.fsdecode(os.fsencode(bare / "data") + b"/" + name)).write_text("a\n")
    arguments = [sys.executable, "-m", "scripts.validate", bare]
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True)
    assert (done.returncode, done.stderr) == (1, b"")
    for name in (b"\\udcff.csv", b"two lines.csv", b"\\u202evsc.csv"):
        assert b"\n  data/" + name + b": is not described" in done.stdout


@pytest.fixture
def curated(curation: Path) -> Path:
    """The package with the curation beside it, without pages."""
    copytree(ROOT / "data", curation / "data")
    (curation / "datapackage.json").write_bytes((ROOT / "datapackage.json").read_bytes())
    return curation


# a file of the curation, words of it (None for the whole file), what is put there, what is said
WRONG = [
    ("curation/posts/p02.txt", None, "", "curation/posts/p02.txt: the file is empty"),
    ("curation/package.yaml", "language: en", "", "'language' is a required property"),
    ("curation/archive/posts.txt", "drug", "grud", "curation/archive/posts.txt: the archive has"),
]


@pytest.mark.parametrize(("file", "old", "new", "words"), WRONG)
def test_where_the_curation_is_wrong_that_is_said_and_nothing_is_compared_with_it(
    curated: Path, file: str, old: str | None, new: str, words: str
) -> None:
    change(curated / file, old or (curated / file).read_text("utf-8"), new)
    *others, source = validate(curated)
    assert findings_of(others) == {}
    (finding,) = source.findings
    assert words in str(finding)
    assert any("correct the curation first" in note for note in source.notes)


def test_a_curation_that_has_changed_since_the_build_is_named_with_its_line(curated: Path) -> None:
    change(curated / "curation/registers/units.yaml", "label: ", "label: old ")
    (finding,) = findings_of(validate(curated))["source"]
    assert (finding.table, finding.row, finding.column) == ("units", "activity", "label")
    assert (finding.file, finding.line) == ("curation/registers/units.yaml", 5)


def test_a_wrong_call_ends_with_2_and_says_why(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "package.zip").write_bytes(b"PK")
    calls: dict[tuple[object, ...], str] = {
        (tmp_path / "empty",): "has no package: neither datapackage.json nor data/",
        (tmp_path / "package.zip",): "unpack a zip file first",
        ("/no/such/folder",): "is not a folder",
        ("x" * 300,): "is not a folder",
        (bare, bare): "unrecognized arguments",
    }
    for arguments, words in calls.items():
        with pytest.raises(SystemExit) as stopped:
            call(*arguments)
        assert stopped.value.code == 2
        assert words in capsys.readouterr().err


def test_frictionless_alone_accepts_the_package_with_its_foreign_keys(bare: Path) -> None:
    def run() -> subprocess.CompletedProcess[str]:
        offline = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
        program = Path(sys.executable).parent / "frictionless"
        arguments = [program, "validate", "datapackage.json", "--json"]
        environment = os.environ | offline
        return subprocess.run(arguments, cwd=bare, env=environment, capture_output=True, text=True)

    done = run()
    report = json.loads(done.stdout)
    assert (done.returncode, report["valid"]) == (0, True), done.stdout[-2000:]
    counted = {task["name"]: task["stats"]["rows"] for task in report["tasks"]}
    assert counted == {name: len(read(bare, name)) for name in TABLES}
    change_row(bare, "figures", "p01.f01", {"claim_id": "p01.c999"})
    repair(bare)
    report = json.loads(run().stdout)
    errors = [error["type"] for task in report["tasks"] for error in task["errors"]]
    assert errors == ["foreign-key"]
