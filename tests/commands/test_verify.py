"""A downloaded file is compared with the ledger, file by file, and what it says is not believed."""

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from scripts.package.ledger import read_ledger
from scripts.package.release_files import make_zip
from scripts.verify import main, verify
from tests.conftest import ROOT

ZIP = next((ROOT / "releases/1.0.0").glob("*.zip"))
Files = dict[str, bytes]


def files_of(zipped: Path) -> Files:
    with ZipFile(zipped) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def told_of(files: Files, tmp_path: Path) -> tuple[bool, list[str]]:
    path = tmp_path / "downloaded.zip"
    path.write_bytes(make_zip(files))
    return verify(path, read_ledger(ROOT).releases)


def test_every_committed_release_is_exactly_itself(capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(one) for one in ROOT.glob("releases/*/*") if one.name != "SHA256SUMS"]
    assert main(paths) == 0
    said = capsys.readouterr().out
    assert said.count("is exactly") == len(paths)
    assert f"{ZIP}: is exactly the zip of 1.0.0" in said


ALTERED: list[tuple[str, Callable[[Files], object], str]] = [
    ("README.md", lambda files: files.update({"README.md": b"x"}), "changed"),
    ("LICENSE", lambda files: files.update({"LICENSE": b"x"}), "changed"),
    ("examples/README.md", lambda files: files.pop("examples/README.md"), "missing"),
    ("SHA256SUMS", lambda files: files.update({"SHA256SUMS": b"x"}), "changed"),
    ("data/claims.csv", lambda files: files.update({"data/claims.csv": b"x"}), "changed"),
    ("setup.py", lambda files: files.update({"setup.py": b"x"}), "added"),
]


@pytest.mark.parametrize(("name", "alter", "how"), ALTERED)
def test_a_file_that_was_changed_added_or_lost_is_named(
    name: str, alter: Callable[[Files], object], how: str, tmp_path: Path
) -> None:
    files = files_of(ZIP)
    alter(files)
    told = ["is not 1.0.0, to which it comes nearest", f"{name}: {how}"]
    assert told_of(files, tmp_path) == (False, told)


def test_a_zip_packed_otherwise_is_told_from_the_released_one(tmp_path: Path) -> None:
    exact, told = told_of({**files_of(ZIP)}, tmp_path)
    assert exact, told
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as opened:
        for name, content in files_of(ZIP).items():
            opened.writestr(name, content)
    path = tmp_path / "repacked.zip"
    path.write_bytes(buffer.getvalue())
    told = ["has exactly the files of 1.0.0", "packed in another way than released"]
    assert verify(path, read_ledger(ROOT).releases) == (False, told)


def test_an_unpacked_folder_is_compared_as_well(tmp_path: Path) -> None:
    with ZipFile(ZIP) as opened:
        opened.extractall(tmp_path)
    releases = read_ledger(ROOT).releases
    assert verify(tmp_path, releases) == (True, ["has exactly the files of 1.0.0"])
    (tmp_path / "LICENSE").unlink()
    assert verify(tmp_path, releases)[1][1:] == ["LICENSE: missing"]


def test_what_is_no_release_is_refused_with_1_and_a_missing_file_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.bin").write_bytes(b"PK\x03\x04")
    assert main([str(tmp_path / "x.bin")]) == 1
    assert "is no file of any release" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="2"):
        main([str(tmp_path / "missing")])
