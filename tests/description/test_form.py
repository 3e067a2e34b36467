"""The form check rejects every descriptor and table that is not as built, and fetches nothing."""

import hashlib
import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.checks.finding import Finding
from scripts.checks.form import PROFILE, check_form
from scripts.description.cache import load_table_schemas
from scripts.description.datapackage import dump_json
from tests.schemas.tiny_package import tiny_tables, withheld, write_package


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every connection fail loudly."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the check opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def findings_of(folder: Path) -> list[Finding]:
    return check_form(folder, load_table_schemas())


def test_a_package_as_built_has_no_findings(tmp_path: Path) -> None:
    write_package(tmp_path, tiny_tables())
    assert findings_of(tmp_path) == []


def test_a_package_with_a_withheld_post_has_no_findings(tmp_path: Path) -> None:
    write_package(tmp_path, withheld(tiny_tables(), "p16"))
    assert findings_of(tmp_path) == []


def test_a_missing_descriptor_is_found(tmp_path: Path) -> None:
    assert [f.reason for f in findings_of(tmp_path)] == ["is missing; build the package again"]


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff{}", b"null"])
def test_a_descriptor_that_is_no_json_object_is_found(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "datapackage.json").write_bytes(content)
    assert "is no JSON" in findings_of(tmp_path)[0].reason


Change = Callable[[dict[str, Any]], object]
REMOTE = "https://example.org/posts"

# what is changed in the descriptor, and words of the reason that is given
BROKEN: list[tuple[Change, str]] = [
    (lambda d: d.pop("$schema"), "$schema is not"),
    (lambda d: d.update({"$schema": "https://example.org/profile.json"}), "$schema is not"),
    (lambda d: d.update(profile="https://example.org/profile.json"), "has a profile"),
    (lambda d: d.update(licenses=[{"title": "free"}]), "licenses/0"),
    (lambda d: d.update(resources={}), "resources"),
    (lambda d: d.update(resources=[]), "resources"),
    (lambda d: d["resources"].pop(), "published_sources is not described"),
    (lambda d: d["resources"].append(d["resources"][0]), "describes posts twice"),
    (lambda d: d["resources"][0].update(name="blog"), "describes blog"),
    (lambda d: d["resources"][0].update(path=f"{REMOTE}.csv"), "path of posts"),
    (lambda d: d["resources"][0].update(schema=f"{REMOTE}.json"), "schema of posts"),
    (lambda d: d["resources"][0].update(dialect=f"{REMOTE}.json"), "resources/0/dialect"),
    (lambda d: d["resources"][0].update(profile=f"{REMOTE}.json"), "profile of posts"),
    (lambda d: d["resources"][0].update(scheme="remote"), "posts has scheme"),
    (lambda d: d["resources"][0].pop("hash"), "posts has no hash"),
    (lambda d: d["resources"][0].pop("rows"), "posts has no rows"),
    (lambda d: d["resources"][0].update(hash="0" * 32), "hash of posts is no sha256"),
    (lambda d: d["resources"][0]["schema"]["fields"].pop(), "schema of posts"),
    (lambda d: d["resources"][1]["schema"].pop("foreignKeys"), "schema of claims"),
    (lambda d: d["resources"][0]["dialect"].update(skipInitialSpace=True), "dialect of posts"),
]


@pytest.mark.parametrize(("change", "reason"), BROKEN)
def test_a_descriptor_that_is_not_as_built_is_rejected(
    tmp_path: Path, change: Change, reason: str
) -> None:
    write_package(tmp_path, tiny_tables())
    path = tmp_path / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    change(descriptor)
    path.write_bytes(dump_json(descriptor))
    found = findings_of(tmp_path)
    assert [f for f in found if f.table == "datapackage.json" and reason in f.reason], found


def test_a_file_that_no_resource_describes_is_found(tmp_path: Path) -> None:
    write_package(tmp_path, tiny_tables())
    (tmp_path / "data/links/more.csv").write_text("a\n1\n", "utf-8")
    assert [f.reason for f in findings_of(tmp_path)] == ["data/links/more.csv is not described"]


# table, row, column, the broken cell, and words of the reason that is given
BROKEN_CELLS = [
    ("claims", 0, "mode", "said", "enum"),
    ("claims", 0, "statement", "", "required"),
    ("claims", 0, "post_id", "p99", 'values "p99" not found'),
    ("figures", 0, "unit", "nobody", 'values "nobody" not found'),
    ("figures", 2, "period_start", "2013-02-30", "date"),
    ("figures", 0, "value", "many", "number"),
    ("figures", 1, "base_figure_id", "p03.f99", 'values "p03.f99" not found'),
]


@pytest.mark.parametrize(("name", "index", "column", "cell", "reason"), BROKEN_CELLS)
def test_a_broken_cell_is_named_with_its_row(
    tmp_path: Path, name: str, index: int, column: str, cell: str, reason: str
) -> None:
    tables = tiny_tables()
    tables[name][index][column] = cell
    write_package(tmp_path, tables)
    row = next(iter(tables[name][index].values()))
    found = findings_of(tmp_path)
    assert [f for f in found if f.table == name and f.row == row and reason in f.reason], found


def test_a_row_added_after_the_build_is_found(tmp_path: Path) -> None:
    write_package(tmp_path, tiny_tables())
    path = tmp_path / "data/codes/codes.csv"
    path.write_bytes(path.read_bytes() + b"mode,said,Said,Said.\n")
    reasons = " ".join(f.reason for f in findings_of(tmp_path) if f.table == "codes")
    assert "hash" in reasons.lower()


def test_a_missing_table_is_found(tmp_path: Path) -> None:
    write_package(tmp_path, tiny_tables())
    (tmp_path / "data/claims.csv").unlink()
    assert [f for f in findings_of(tmp_path) if "data/claims.csv" in f.reason]


def test_the_descriptor_is_what_the_models_and_files_give(tmp_path: Path) -> None:
    written = write_package(tmp_path, tiny_tables())
    assert json.loads((tmp_path / "datapackage.json").read_text("utf-8")) == written


def test_the_official_profile_is_kept_unchanged() -> None:
    told = (PROFILE.parent / "README.md").read_text("utf-8")
    assert hashlib.sha256(PROFILE.read_bytes()).hexdigest() in told
