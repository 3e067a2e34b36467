"""Write schemas/table-schemas.json: the Table Schemas of the pandera models.

usage: python -m scripts.describe

The build runs this by itself when the models or codelists have changed.
Exit codes: 0 written, 2 the call is wrong.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from schemas.registry import TABLES
from scripts.description.cache import PATH, fingerprint
from scripts.description.datapackage import dump_json
from scripts.description.table_schema import to_table_schema

ROOT = Path(__file__).resolve().parent.parent


def describe() -> dict[str, Any]:
    """Return the described tables, as `load_table_schemas` gives them."""
    return {
        "fingerprint": fingerprint(ROOT),
        "tables": {
            name: {
                "path": table.path,
                "title": table.title,
                "description": table.description,
                "rules": [str(check.error) for check in table.schema.checks],
                "schema": to_table_schema(table),
            }
            for name, table in TABLES.items()
        },
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    argparse.ArgumentParser(prog="python -m scripts.describe", description=__doc__).parse_args(
        arguments
    )
    path = ROOT / PATH
    staged = path.with_suffix(".new")
    staged.write_bytes(dump_json(describe()))
    os.replace(staged, path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
