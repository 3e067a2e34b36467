"""The stored Table Schemas are those of the models, and are made again where they are not."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from scripts.describe import describe
from scripts.description.cache import PATH, fingerprint, load_table_schemas

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of everything that the Table Schemas are made from."""
    for folder in ("schemas", "scripts", "curation/registers"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    (tmp_path / PATH).unlink(missing_ok=True)
    return tmp_path


def test_the_stored_schemas_are_those_of_the_models() -> None:
    assert json.loads((ROOT / PATH).read_text("utf-8")) == describe()


def test_schemas_are_made_where_none_are_stored(copy: Path) -> None:
    assert load_table_schemas(copy) == describe()


def test_a_changed_code_is_seen(copy: Path) -> None:
    before = load_table_schemas(copy)
    codes = copy / "curation/registers/codes.yaml"
    codes.write_text(codes.read_text("utf-8").replace("    year:\n", "    week:\n"), "utf-8")
    after = load_table_schemas(copy)

    def codes_of_per(schemas: dict[str, Any]) -> list[str]:
        fields = schemas["tables"]["figures"]["schema"]["fields"]
        found: list[str] = next(f["constraints"]["enum"] for f in fields if f["name"] == "per")
        return found

    assert codes_of_per(before) == ["year"]
    assert codes_of_per(after) == ["week"]


def test_the_fingerprint_follows_every_model(copy: Path) -> None:
    unseen = []
    for path in sorted((copy / "schemas").glob("*.py")):
        before = fingerprint(copy)
        path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
        if fingerprint(copy) == before:
            unseen.append(path.name)
    assert unseen == []


def test_stored_schemas_that_fit_are_not_made_again(copy: Path) -> None:
    load_table_schemas(copy)
    path = copy / PATH
    stored = json.loads(path.read_text("utf-8"))
    stored["tables"] = {"only": "this"}
    path.write_text(json.dumps(stored), "utf-8")
    assert load_table_schemas(copy)["tables"] == {"only": "this"}
