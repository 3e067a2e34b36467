"""The zip of a release holds everything, with the same bytes on every machine."""

import csv
import hashlib
import io
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from zipfile import ZIP_STORED, ZipFile

import pytest

from scripts.checks.form import check_form
from scripts.description.cache import load_table_schemas
from scripts.mutations.package_copy import Row, read
from scripts.validate import validate
from scripts.versions.flat_figures import make_flat_figures
from scripts.versions.package_reader import read_package
from scripts.versions.release_files import make_release_files, make_zip
from tests.build.breaking import change
from tests.versions.releasing import ZIP, unpack


def test_the_zip_holds_all_files_and_their_sums(released_once: Path, tmp_path: Path) -> None:
    folder = unpack(released_once / ZIP, tmp_path / "package")
    tables = {table["path"] for table in load_table_schemas()["tables"].values()}
    pages = {"datapackage.json", "README.md", "CODEBOOK.md", "CHANGELOG.md", "CITATION.cff"}
    pages |= {"LICENSE", "LICENSE-CODE", "NOTICE-POSTS.md", "extras/figures_flat.csv"}
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert (
        tables | pages | {"SHA256SUMS", "metadata/croissant.json", "docs/data-dictionary.md"}
        <= found
    )
    assert not [path for path in found if path.startswith(("curation", "scripts", "releases"))]
    sums = dict(
        reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text().splitlines()
    )
    assert sums.keys() == found - {"SHA256SUMS"}
    for path, expected in sums.items():
        assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == expected, path


def test_the_zip_unpacked_elsewhere_is_valid(released_once: Path, tmp_path: Path) -> None:
    folder = unpack(released_once / ZIP, tmp_path / "package")
    results = validate(folder)
    assert not [str(finding) for result in results for finding in result.findings]
    assert [result.layer for result in results] == ["bytes", "form", "meaning", "evidence", "sync"]
    program = "from frictionless.console import console; console()"
    done = subprocess.run(
        [sys.executable, "-c", program, "validate", "datapackage.json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("VALID") == len(load_table_schemas()["tables"])


def test_a_damaged_table_of_the_unpacked_zip_is_seen(released_once: Path, tmp_path: Path) -> None:
    folder = unpack(released_once / ZIP, tmp_path / "package")
    change(folder / "data/claims.csv", "p01.c02", "p01.c92")
    assert check_form(folder, load_table_schemas())


def test_the_zip_has_no_dates_modes_or_compression_of_a_machine(released_once: Path) -> None:
    with ZipFile(released_once / ZIP) as zipped:
        entries = zipped.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    kinds = {(e.date_time, e.external_attr, e.create_system, e.compress_type) for e in entries}
    assert kinds == {((1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3, ZIP_STORED)}


def test_what_programs_leave_behind_stays_out(released_once: Path, tmp_path: Path) -> None:
    project = copytree(released_once, tmp_path / "project")
    for left in ("docs/.DS_Store", "examples/__pycache__/python_pandas.pyc"):
        (project / left).parent.mkdir(parents=True, exist_ok=True)
        (project / left).write_text("left behind")
    assert make_zip(make_release_files(project)) == (released_once / ZIP).read_bytes()


def test_the_order_in_which_files_are_read_does_not_matter(released_once: Path) -> None:
    files = make_release_files(released_once)
    assert make_zip(files) == make_zip(dict(reversed(files.items())))
    assert make_zip(files) == (released_once / ZIP).read_bytes()


@pytest.fixture(scope="module")
def flat(released_once: Path) -> list[Row]:
    text = make_flat_figures(read_package(released_once)).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_every_figure_stands_in_the_flat_table_with_all_its_cells(
    flat: list[Row], released_once: Path
) -> None:
    figures = read(released_once, "figures")
    assert [{column: row[column] for column in figures[0]} for row in flat] == figures


def test_the_flat_table_says_what_a_figure_is_about(flat: list[Row], released_once: Path) -> None:
    claims = {row["claim_id"]: row for row in read(released_once, "claims")}
    posts = {row["post_id"]: row for row in read(released_once, "posts")}
    labels = {row["indicator_id"]: row["label"] for row in read(released_once, "indicators")}
    units = {row["unit"]: row["label"] for row in read(released_once, "units")} | {"": ""}
    for row in flat:
        assert row["statement"] == claims[row["claim_id"]]["statement"]
        assert row["post_title"] == posts[row["post_id"]]["title"]
        assert row["indicator_label"] == labels[row["indicator_id"]]
        assert row["unit_label"] == units[row["unit"]]


def test_the_flat_table_counts_every_check_of_a_figure_once(
    flat: list[Row], released_once: Path
) -> None:
    checks = [row for row in read(released_once, "reference_checks") if row["figure_id"]]
    verdicts = [name for name in flat[0] if name.endswith("_count") and name != "failing_count"]
    assert sum(int(row[name]) for row in flat for name in verdicts) == len(checks)
    sources = {row["source_id"]: row for row in read(released_once, "published_sources")}
    kept = [row for row in checks if sources.get(row["source_id"], {}).get("retrievable") != "no"]
    matches = sum(row["verdict"] == "matches" for row in kept)
    assert sum(int(row["matches_count"]) for row in flat) == matches
    assert sum(int(row["unretrievable_count"]) for row in flat) == len(checks) - len(kept) > 0


def test_the_flat_table_counts_the_failing_checks_of_a_figure(
    flat: list[Row], released_once: Path
) -> None:
    outcomes = {
        row["check_id"]: row["outcome"] for row in read(released_once, "consistency_checks")
    }
    pairs = {
        (item["figure_id"], item["check_id"])
        for item in read(released_once, "consistency_items")
        if item["figure_id"] and outcomes[item["check_id"]] == "fails"
    }
    assert sum(int(row["failing_count"]) for row in flat) == len(pairs) > 0
