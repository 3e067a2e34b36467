"""The zip of a release has all its files, with the same bytes on every machine."""

import hashlib
import io
import shutil
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from scripts.curation.finding import FindingsError
from scripts.package.reader import read_package
from scripts.package.release_files import make_release_files, make_sums, make_zip
from tests.package.small import PAGES, release_tables, write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that can be released."""
    return write_project(tmp_path / "project")


MADE = {"parquet/units.parquet": b"PAR1", "README.md": b"With a card.\n"}


def files_of(root: Path) -> dict[str, bytes]:
    """Return the files of a release that has more than the folder does."""
    return make_release_files(root, read_package(root).descriptor, MADE)


def test_the_files_are_the_package_its_pages_and_their_sums(root: Path) -> None:
    files = files_of(root)
    extras = {*MADE, "extras/withdrawn_ids.csv"}
    tables = {f"data/{name}.csv" for name in release_tables()}
    assert files.keys() == {*PAGES, *tables, *extras, "datapackage.json", "CHANGELOG.md"}
    lines = make_sums(files).decode().splitlines()
    sums = dict(reversed(line.split("  ", 1)) for line in lines)
    assert sums == {path: hashlib.sha256(one).hexdigest() for path, one in files.items()}
    assert files["README.md"] == MADE["README.md"]
    assert files["CODEBOOK.md"] == (root / "CODEBOOK.md").read_bytes()


def test_what_programs_leave_behind_stays_out(root: Path) -> None:
    before = files_of(root)
    for left in ("docs/.DS_Store", "examples/__pycache__/python_pandas.pyc"):
        (root / left).parent.mkdir(parents=True, exist_ok=True)
        (root / left).write_text("left behind")
    assert files_of(root) == before


@pytest.mark.parametrize("name", ["LICENSE", "README.md", "data/units.csv"])
def test_a_missing_file_is_refused(root: Path, name: str) -> None:
    (root / name).unlink()
    with pytest.raises(FindingsError, match=f"{name}: the file is missing"):
        files_of(root)


def test_withdrawn_ids_are_listed_with_their_successors(root: Path) -> None:
    assert files_of(root)["extras/withdrawn_ids.csv"] == b"table,id,reason,successor\n"
    (root / "curation/tombstones.yaml").write_text(
        "claims p01.c09:\n  reason: Two, in fact.\n  successor: [p01.c01, p01.c02]\n"
        "claims p01.c08:\n  reason: None.\n  successor: []\n"
    )
    rows = files_of(root)["extras/withdrawn_ids.csv"].decode().split("\n")[1:-1]
    assert rows == [
        "claims,p01.c08,None.,",
        'claims,p01.c09,"Two, in fact.",p01.c01',
        'claims,p01.c09,"Two, in fact.",p01.c02',
    ]


def test_the_zip_has_no_dates_modes_order_or_compression_of_a_machine(root: Path) -> None:
    files = files_of(root)
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
    assert make_zip(files_of(other)) == make_zip(files_of(root))
