"""The exports of the package as built."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

Exports = dict[str, Any]


@pytest.fixture(scope="session")
def package(built_project: Path) -> dict[str, Any]:
    """The descriptor."""
    loaded: dict[str, Any] = json.loads((built_project / "datapackage.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="session")
def exports(built_project: Path) -> Exports:
    """Every export by a short name."""
    metadata = built_project / "metadata"
    return {
        "citation": yaml.safe_load((built_project / "CITATION.cff").read_text("utf-8")),
        "zenodo": json.loads((built_project / ".zenodo.json").read_text("utf-8")),
        "schema.org": json.loads((metadata / "schema-org.jsonld").read_text("utf-8")),
        "croissant": json.loads((metadata / "croissant.json").read_text("utf-8")),
    }
