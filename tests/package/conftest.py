"""The real package as a build makes it: in memory, and as the folder that people download."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.package.descriptor import DESCRIPTOR
from scripts.package.reader import Package, read_package
from scripts.package.source import Built, make_package
from scripts.package.sqlite import make_sqlite

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def package(built: Built) -> dict[str, bytes]:
    """Descriptor and tables by path; not to be changed."""
    return make_package(ROOT, built.book)


@pytest.fixture(scope="session")
def whole() -> Package:
    """The package as it is read from the project; not to be changed."""
    return read_package(ROOT)


@pytest.fixture(scope="session")
def database(whole: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a SQLite file; not to be changed."""
    path = tmp_path_factory.mktemp("database") / "package.sqlite"
    path.write_bytes(make_sqlite(whole))
    return path


@pytest.fixture
def descriptor(package: dict[str, bytes]) -> dict[str, Any]:
    """The descriptor, for one test to break."""
    loaded: dict[str, Any] = json.loads(package[DESCRIPTOR])
    return loaded


@pytest.fixture
def bare(package: dict[str, bytes], tmp_path: Path) -> Path:
    """The package alone: datapackage.json and data/, for one test to break."""
    for path, content in package.items():
        (tmp_path / "bare" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "bare" / path).write_bytes(content)
    return tmp_path / "bare"
