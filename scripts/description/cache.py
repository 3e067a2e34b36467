"""The Table Schemas as JSON, so that a build need not import pandas to know its columns.

`schemas/table-schemas.json` carries a fingerprint of everything it is made from; where that does
not fit, it is made again.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PATH = Path("schemas/table-schemas.json")
_CODE = Path(__file__).resolve().parent.parent.parent


def fingerprint(root: Path = _CODE) -> str:
    """Return the sha256 over the sources of the Table Schemas, with their names."""
    sources = [
        *sorted((root / "schemas").glob("*.py")),
        root / "scripts/describe.py",
        root / "scripts/description/table_schema.py",
        root / "curation/registers/codes.yaml",
        root / "curation/registers/places.yaml",
    ]
    digest = hashlib.sha256()
    for source in sources:
        digest.update(f"{source.relative_to(root)}\n".encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()


def load_table_schemas(root: Path = _CODE) -> dict[str, Any]:
    """Return the described tables of the project's models, in order.

    The result is {'fingerprint': …, 'tables': {name: {path, title, description, rules, schema}}}.

    Raises:
        subprocess.CalledProcessError: the models are broken; their message has been printed.
    """
    path = root / PATH
    if path.is_file():
        loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
        if loaded["fingerprint"] == fingerprint(root):
            return loaded
    subprocess.run([sys.executable, "-m", "scripts.describe"], cwd=root, check=True)
    described: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return described
