"""Everything that a release has in other formats than CSV, and what its zip holds."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from schemas.tables import TABLES
from scripts.package.csv_text import write_table
from scripts.package.flat import read_flat
from scripts.package.parquet import make_parquet
from scripts.package.reader import Package, read_file
from scripts.package.release_files import make_release_files, make_zip
from scripts.package.sqlite import write_sqlite
from scripts.package.xlsx import make_workbook
from scripts.publish.citation import licence_summary
from scripts.publish.site.pages import make_site


def make_formats(root: Path, package: Package) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of the zip by path, and the files beside the zip by their endings.

    Raises:
        FindingsError: a file of the package is missing.
    """
    descriptor = package.descriptor
    with TemporaryDirectory() as folder:
        database = Path(folder) / "package.sqlite"
        write_sqlite(package, database)
        flat, sqlite = read_flat(package, database), database.read_bytes()
    made = {f"parquet/{name}.parquet": make_parquet(one) for name, one in package.tables.items()}
    for one in flat.values():
        made[one.resource["path"]] = write_table(one.rows.values(), list(one.fields))
    made["README.md"] = make_card(descriptor) + read_file(root, "README.md")
    workbook = make_workbook(_about(descriptor), descriptor["created"], {**flat, **package.tables})
    contained = make_release_files(root, descriptor, made)
    beside = {"sqlite": sqlite, "xlsx": workbook}
    if TABLES.keys() <= package.tables.keys():
        beside["site.zip"] = make_zip(make_site(root, package, sqlite))
    return contained, beside


def make_card(descriptor: Mapping[str, Any]) -> bytes:
    """Return what heads a README.md for Hugging Face's loader, a configuration a table.

    See https://huggingface.co/docs/hub/datasets-manual-configuration.
    """
    names = [resource["name"] for resource in descriptor["resources"]]
    content = {
        "pretty_name": descriptor["title"],
        "language": [descriptor["language"]],
        "license": "other",
        "license_name": "by-scope",
        "license_link": "README.md#licences",
        "tags": descriptor["keywords"],
        "configs": [
            {"config_name": name, "data_files": f"parquet/{name}.parquet"} for name in names
        ],
    }
    return f"---\n{yaml.safe_dump(content, sort_keys=False, width=96)}---\n".encode()


def _about(descriptor: Mapping[str, Any]) -> list[str]:
    """Return the lines of the workbook's first sheet."""
    return [
        f"{descriptor['title']}, version {descriptor['version']}",
        descriptor["description"],
        f"Licences by scope: {licence_summary(descriptor)}.",
        "The sheet 'columns' says what every column means. An empty cell is a missing value.",
    ]
