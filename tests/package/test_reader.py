"""Any package is read by its own descriptor, from a folder or a zip, or refused in clear words."""

import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scripts.curation.finding import FindingsError
from scripts.package import reader
from scripts.package.reader import read_cell, read_file, read_package
from tests.conftest import ROOT, change
from tests.package.small import CLAIM, field_of, package_of, schema_of, small_tables, write_package


def test_a_package_is_read_with_its_keys_and_rows(tmp_path: Path) -> None:
    package = package_of(tmp_path)
    assert {name: list(table.rows.values()) for name, table in package.tables.items()} == (
        small_tables()
    )
    claims, links = package.tables["claims"], package.tables["links"]
    assert (claims.key, links.key) == (("claim_id",), ("claim_id", "operation_id"))
    assert claims.foreign_keys == {("post_id",): "posts(post_id)"}
    assert claims.rows["p01.c01",] == CLAIM


def test_only_rows_whose_key_is_their_own_have_ids(tmp_path: Path) -> None:
    tables = package_of(tmp_path).tables
    assert tables["claims"].ids == ["p01.c01", "p01.c02", "p01.c03"]
    assert tables["links"].ids == []


def test_the_real_package_is_read() -> None:
    package = read_package(ROOT)
    assert len(package.tables["posts"].rows) == 17
    assert package.tables["claims"].ids[0] == "p01.c01"


def zip_of(folder: Path, target: Path, inside: str) -> Path:
    with zipfile.ZipFile(target, "w") as zipped:
        for path in sorted(folder.rglob("*")):
            zipped.write(path, f"{inside}{path.relative_to(folder)}")
        zipped.writestr(f"{inside}examples/deeper/datapackage.json", "{}")
    return target


@pytest.mark.parametrize("inside", ["", "small/"])
def test_a_zip_is_read_like_its_folder(tmp_path: Path, inside: str) -> None:
    folder = write_package(tmp_path / "small")
    archive = zip_of(folder, tmp_path / "small.zip", inside)
    (tmp_path / "link.zip").symlink_to(archive)
    assert read_package(archive) == read_package(tmp_path / "link.zip") == read_package(folder)


def test_a_file_that_a_zip_lacks_is_named(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "small")
    (folder / "data/claims.csv").unlink()
    with pytest.raises(FindingsError, match=r"small.zip/data/claims.csv: is missing"):
        read_package(zip_of(folder, tmp_path / "small.zip", ""))
    (tmp_path / "text.zip").write_text("words")
    with pytest.raises(FindingsError, match=r"text.zip: is not a zip file"):
        read_package(tmp_path / "text.zip")


Damage = Callable[[Path], object]


def instead(path: str, make: Callable[[Path], object]) -> Damage:
    def damage(folder: Path) -> None:
        (folder / path).unlink()
        make(folder / path)

    return damage


def link_folder(folder: Path) -> None:
    (folder / "data").rename(folder / "elsewhere")
    (folder / "data").symlink_to("elsewhere")


CLAIMS = "data/claims.csv"
FILES: list[tuple[Damage, str]] = [
    (lambda p: (p / "datapackage.json").unlink(), "datapackage.json: the file is missing"),
    (lambda p: (p / "datapackage.json").write_text("[]"), "datapackage.json: has no list of res"),
    (lambda p: (p / "datapackage.json").write_text("{"), "datapackage.json:1: not JSON"),
    (lambda p: (p / CLAIMS).unlink(), "data/claims.csv: the file is missing"),
    (lambda p: (p / CLAIMS).write_text(""), "claims: the header is missing"),
    (lambda p: (p / CLAIMS).write_bytes(b"\xff"), "claims: not UTF-8"),
    (lambda p: change(p / CLAIMS, "claim_id,", "id,"), "claims: the header is id, post_id"),
    (lambda p: change(p / CLAIMS, "c02,", "c01,"), "claims: duplicate row p01.c01"),
    (lambda p: change(p / CLAIMS, "c02,", "c02,,"), "claims row 2: has 6 cells"),
    (lambda p: change(p / "datapackage.json", "data/", "../"), "../posts.csv: the path leads out"),
    (lambda p: change(p / "datapackage.json", "data/", "/etc/"), "posts.csv: the path leads out"),
    (lambda p: change(p / "datapackage.json", "data/", r"\u0000"), "the path leads out"),
    (lambda p: change(p / "datapackage.json", "data/", "d" * 300), "cannot be read: File name too"),
    (instead(CLAIMS, lambda p: p.mkdir()), "data/claims.csv: is not a regular file"),
    (instead(CLAIMS, os.mkfifo), "data/claims.csv: is not a regular file"),
    (instead(CLAIMS, lambda p: p.symlink_to("posts.csv")), "data/claims.csv: is a link"),
    (link_folder, "data/claims.csv: is a link, or in a folder that is one"),
    (
        lambda p: change(p / "datapackage.json", '"posts"', '"claims"'),
        "is not a table with a path and a name of its own",
    ),
]


@pytest.mark.parametrize(("damage", "words"), FILES, ids=[words for _, words in FILES])
def test_a_file_that_is_not_as_described_is_refused(
    tmp_path: Path, damage: Damage, words: str
) -> None:
    damage(write_package(tmp_path))
    with pytest.raises(FindingsError) as caught:
        read_package(tmp_path)
    assert words in str(caught.value)
    assert all(finding.file.startswith(str(tmp_path)) for finding in caught.value.findings)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (write_package(tmp_path) / CLAIMS).chmod(0)
    with pytest.raises(FindingsError, match=r"data/claims.csv: cannot be read: Permission denied"):
        read_package(tmp_path)


def test_no_more_is_read_than_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_package(tmp_path)
    assert read_file(tmp_path, CLAIMS)
    monkeypatch.setattr(reader, "MOST_LINES", 2)
    with pytest.raises(FindingsError, match=r"claims.csv: more than .* or 2 lines"):
        read_package(tmp_path)
    tables = small_tables()
    tables["claims"] = [{**CLAIM, "claim_id": f"p01.c{number}"} for number in range(10, 80)]
    tables["operations"] = [{"operation_id": f"o{n}", "name": "x" * 30} for n in range(10, 80)]
    write_package(tmp_path / "large", tables)
    monkeypatch.setattr(reader, "MOST_LINES", 100)
    monkeypatch.setattr(reader, "LARGEST", 3500)
    with pytest.raises(FindingsError, match=r"operations.csv: more than 3500 bytes in all"):
        read_package(tmp_path / "large")
    monkeypatch.setattr(reader, "LARGEST", 10)
    with pytest.raises(FindingsError, match="has more than 10 bytes"):
        read_file(tmp_path, CLAIMS)


SCHEMAS: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda schema: schema.pop("fields"), "'fields'"),
    (lambda schema: schema.update(fields=5), "not iterable"),
    (lambda schema: schema.update(fields=["claim_id"]), "indices must be integers"),
    (lambda schema: schema["fields"][0].pop("name"), "'name'"),
    (lambda schema: schema["fields"][0].update(name=5), "expected str"),
    (lambda schema: schema["fields"][0].update(name=[]), "unhashable"),
    (lambda schema: schema["fields"].append(schema["fields"][0]), "a duplicate column"),
    (lambda schema: schema["fields"][0].update(constraints=5), "has no attribute"),
    (lambda schema: schema["fields"][0].update(constraints={"enum": 5}), "not iterable"),
    (lambda schema: schema.update(foreignKeys=5), "not iterable"),
    (lambda schema: schema.update(foreignKeys=[5]), "not subscriptable"),
    (lambda schema: schema.update(foreignKeys=[{"fields": ["post_id"]}]), "'reference'"),
    (
        lambda schema: schema["foreignKeys"][0].update(fields=["no_column"]),
        "a key of columns other than",
    ),
    (lambda schema: schema["foreignKeys"][0].update(fields=[[]]), "unhashable"),
    (lambda schema: schema["foreignKeys"][0]["reference"].update(fields=[5]), "expected str"),
    (lambda schema: schema.update(primaryKey=None), "not iterable"),
    (lambda schema: schema.update(primaryKey=[]), "a key of columns other than"),
    (lambda schema: schema.pop("primaryKey"), "'primaryKey'"),
]


@pytest.mark.parametrize(("alter", "words"), SCHEMAS)
def test_a_malformed_schema_is_refused(
    tmp_path: Path, alter: Callable[[dict[str, Any]], object], words: str
) -> None:
    write_package(tmp_path, alter=lambda descriptor: alter(schema_of(descriptor, "claims")))
    with pytest.raises(FindingsError, match="the schema of claims is malformed: ") as caught:
        read_package(tmp_path)
    assert words in str(caught.value)


RESOURCES: list[Any] = [5, {}, {"name": 5}, {"name": "x"}, {"name": "x", "path": ["a", "b"]}]


@pytest.mark.parametrize("resource", RESOURCES)
def test_a_resource_without_name_and_path_is_refused(tmp_path: Path, resource: object) -> None:
    write_package(tmp_path, alter=lambda descriptor: descriptor["resources"].append(resource))
    with pytest.raises(FindingsError, match="is not a table with a path and a name"):
        read_package(tmp_path)


def test_names_and_versions_of_other_types_are_read(tmp_path: Path) -> None:
    def alter(descriptor: dict[str, Any]) -> None:
        descriptor.update(name=5, version=[2], title=None)
        field_of(descriptor, "claims", "mode").update(type=5, title=[1])

    assert package_of(tmp_path, alter=alter).descriptor["version"] == [2]


CELLS = [
    ("p01", "string", "p01"),
    ("007", "string", "007"),
    ("12", "integer", 12),
    ("0.5", "number", 0.5),
    ("2001-12-31", "date", date(2001, 12, 31)),
]


@pytest.mark.parametrize(("cell", "kind", "value"), CELLS)
def test_a_cell_has_the_type_of_its_field(cell: str, kind: str, value: Any) -> None:
    read = read_cell(cell, {"type": kind})
    assert read == value and type(read) is type(value)


@pytest.mark.parametrize("kind", ["string", "integer", "number", "date"])
def test_an_empty_cell_of_any_type_is_a_missing_value(kind: str) -> None:
    assert read_cell("", {"type": kind}) is None
