"""The package as it stands in the project, and the files that are made from it."""

import json
from pathlib import Path
from typing import Any

import pytest

from schemas.tables import TABLES
from scripts.curation.registers import Registers, read_registers
from scripts.package.csv_text import read_table
from scripts.publish.pages import make_pages
from scripts.tables.row import Tables

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def tables() -> Tables:
    """The rows of every table; not to be changed."""
    rows = {}
    for name, table in TABLES.items():
        content = (ROOT / table.path).read_bytes()
        rows[name], findings = read_table(name, content, list(table.columns))
        assert not findings
    return rows


@pytest.fixture(scope="session")
def package() -> dict[str, Any]:
    """The descriptor; not to be changed."""
    loaded: dict[str, Any] = json.loads((ROOT / "datapackage.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="session")
def registers() -> Registers:
    """The real registers."""
    registers, findings = read_registers(ROOT)
    assert not findings
    return registers


@pytest.fixture(scope="session")
def pages(tables: Tables, package: dict[str, Any], registers: Registers) -> dict[str, bytes]:
    """Every generated file by its path."""
    return make_pages(ROOT, tables, package, registers)
