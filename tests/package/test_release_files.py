"""The zip of a release has all its files, with the same bytes on every machine."""

import csv
import hashlib
import io
import shutil
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from scripts.curation.finding import FindingsError
from scripts.package.csv_text import read_table
from scripts.package.reader import Package, read_package
from scripts.package.release_files import make_flat_figures, make_release_files, make_zip
from scripts.tables.row import Row
from tests.conftest import ROOT
from tests.package.small import PAGES, release_tables, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that can be released."""
    return write_project(tmp_path / "project")


def test_the_files_are_the_package_its_pages_and_their_sums(root: Path) -> None:
    files = make_release_files(root)
    extras = {"extras/figures_flat.csv", "extras/withdrawn_ids.csv", "SHA256SUMS"}
    tables = {f"data/{name}.csv" for name in release_tables()}
    assert files.keys() == {*PAGES, *tables, *extras, "datapackage.json", "CHANGELOG.md"}
    lines = files.pop("SHA256SUMS").decode().splitlines()
    sums = dict(reversed(line.split("  ", 1)) for line in lines)
    assert sums == {path: hashlib.sha256(one).hexdigest() for path, one in files.items()}
    assert files["README.md"] == (root / "README.md").read_bytes()


def test_what_programs_leave_behind_stays_out(root: Path) -> None:
    before = make_release_files(root)
    for left in ("docs/.DS_Store", "examples/__pycache__/python_pandas.pyc"):
        (root / left).parent.mkdir(parents=True, exist_ok=True)
        (root / left).write_text("left behind")
    assert make_release_files(root) == before


@pytest.mark.parametrize("name", ["LICENSE", "README.md", "data/units.csv"])
def test_a_missing_file_is_refused(root: Path, name: str) -> None:
    (root / name).unlink()
    with pytest.raises(FindingsError, match=f"{name}: the file is missing"):
        make_release_files(root)


def test_withdrawn_ids_are_listed_with_their_successors(root: Path) -> None:
    assert make_release_files(root)["extras/withdrawn_ids.csv"] == b"table,id,reason,successor\n"
    (root / "curation/tombstones.yaml").write_text(
        "claims p01.c09:\n  reason: Two, in fact.\n  successor: [p01.c01, p01.c02]\n"
        "claims p01.c08:\n  reason: None.\n  successor: []\n"
    )
    rows = make_release_files(root)["extras/withdrawn_ids.csv"].decode().split("\n")[1:-1]
    assert rows == [
        "claims,p01.c08,None.,",
        'claims,p01.c09,"Two, in fact.",p01.c01',
        'claims,p01.c09,"Two, in fact.",p01.c02',
    ]


def test_the_zip_has_no_dates_modes_order_or_compression_of_a_machine(root: Path) -> None:
    files = make_release_files(root)
    content = make_zip(files)
    assert content == make_zip(dict(reversed(files.items())))
    with ZipFile(io.BytesIO(content)) as zipped:
        entries = zipped.infolist()
        assert {entry.filename: zipped.read(entry) for entry in entries} == files
    assert [entry.filename for entry in entries] == sorted(files)
    kinds = {(e.date_time, e.external_attr, e.create_system, e.compress_type) for e in entries}
    assert kinds == {((1980, 1, 1, 0, 0, 0), 0o100644 << 16, 3, ZIP_STORED)}


def test_a_copy_elsewhere_gives_the_same_zip(root: Path, tmp_path: Path) -> None:
    other = shutil.copytree(root, tmp_path / "elsewhere", copy_function=shutil.copyfile)
    assert make_zip(make_release_files(other)) == make_zip(make_release_files(root))


@pytest.fixture(scope="module")
def package() -> Package:
    """The real package."""
    return read_package(ROOT)


@pytest.fixture(scope="module")
def flat(package: Package) -> list[Row]:
    """The real figures with what other tables say of them."""
    content = make_flat_figures(package)
    columns = next(csv.reader(io.StringIO(content.decode(), newline="")))
    rows, findings = read_table("figures_flat", content, columns)
    assert not findings
    return rows


def rows_of(package: Package, table: str) -> list[Row]:
    return list(package.tables[table].rows.values())


def test_every_figure_is_in_the_flat_table_with_all_its_cells(
    flat: list[Row], package: Package
) -> None:
    figures = rows_of(package, "figures")
    assert [{column: row[column] for column in figures[0]} for row in flat] == figures


def test_the_flat_table_says_what_a_figure_is_about(flat: list[Row], package: Package) -> None:
    claims = {row["claim_id"]: row["statement"] for row in rows_of(package, "claims")}
    posts = {row["post_id"]: row["title"] for row in rows_of(package, "posts")}
    labels = {row["indicator_id"]: row["label"] for row in rows_of(package, "indicators")}
    units = {row["unit"]: row["label"] for row in rows_of(package, "units")} | {"": ""}
    for row in flat:
        assert row["statement"] == claims[row["claim_id"]]
        assert row["post_title"] == posts[row["post_id"]]
        assert row["indicator_label"] == labels[row["indicator_id"]]
        assert row["unit_label"] == units[row["unit"]]


def test_the_flat_table_counts_every_check_of_a_figure_once(
    flat: list[Row], package: Package
) -> None:
    checks = [row for row in rows_of(package, "reference_checks") if row["figure_id"]]
    verdicts = [name for name in flat[0] if name.endswith("_count") and name != "failing_count"]
    assert sum(int(row[name]) for row in flat for name in verdicts) == len(checks)
    lost = {row["source_id"] for row in rows_of(package, "published_sources")}
    lost -= {
        row["source_id"]
        for row in rows_of(package, "published_sources")
        if row["retrievable"] != "no"
    }
    kept = [row for row in checks if row["source_id"] not in lost]
    matches = sum(row["verdict"] == "matches" for row in kept)
    assert sum(int(row["matches_count"]) for row in flat) == matches
    assert sum(int(row["unretrievable_count"]) for row in flat) == len(checks) - len(kept) > 0


def test_a_figure_that_a_failing_check_names_twice_is_counted_once(root: Path) -> None:
    path = root / "data/consistency_items.csv"
    path.write_text(path.read_text() + "2,sum,p01.f01\n")
    text = make_flat_figures(read_package(root)).decode()
    assert text.endswith(",1,0,0,1\n"), "matches, differs, unretrievable, failing"


def test_the_flat_table_counts_the_failing_checks_of_a_figure(
    flat: list[Row], package: Package
) -> None:
    failing = {
        row["check_id"]
        for row in rows_of(package, "consistency_checks")
        if row["outcome"] == "fails"
    }
    items = rows_of(package, "consistency_items")
    pairs = {(row["figure_id"], row["check_id"]) for row in items if row["check_id"] in failing}
    pairs = {pair for pair in pairs if pair[0]}
    assert sum(int(row["failing_count"]) for row in flat) == len(pairs) > 0
