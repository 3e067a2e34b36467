"""Everything that a release has in other formats than CSV, and what its zip holds."""

import posixpath
import re
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any

import yaml

from schemas.tables import TABLES
from scripts.package.csv_text import write_table
from scripts.package.ledger import SUMS
from scripts.package.parquet import make_parquet
from scripts.package.reader import Package, PackageTable
from scripts.package.release_files import make_release_files, make_sums, make_zip
from scripts.package.sqlite import make_sqlite, read_flat
from scripts.package.xlsx import make_workbook
from scripts.publish.citation import licence_summary, make_bibtex
from scripts.publish.site.pages import make_site

_REPOSITORY = re.compile(r"\n<!-- begin repository -->.*?<!-- end repository -->\n", re.DOTALL)
# A link of Markdown that is no address of the web and no place on its own page.
_LINK = re.compile(r"\[(?P<words>[^\]\n]+)\]\((?P<target>[^)#:\s]+)(?:#[^)\s]*)?\)")


def make_formats(root: Path, package: Package) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of the zip by path, and the files beside the zip by their endings.

    Raises:
        FindingsError: a file of the package is missing.
    """
    descriptor = package.descriptor
    sqlite = make_sqlite(package)
    flat = read_flat(package, sqlite)
    made = {f"parquet/{name}.parquet": make_parquet(one) for name, one in package.tables.items()}
    for one in flat.values():
        made[one.resource["path"]] = write_table(one.rows.values(), list(one.fields))
    workbook = make_workbook(
        _about(descriptor, flat), descriptor["created"], {**flat, **package.tables}
    )
    contained = make_release_files(root, descriptor, made)
    for path in contained:
        if path.endswith(".md"):
            contained[path] = stand_alone(contained[path].decode(), path, contained).encode()
    contained["README.md"] = make_card(descriptor) + contained["README.md"]
    contained[SUMS] = make_sums(contained)
    beside = {"sqlite": sqlite, "xlsx": workbook}
    if TABLES.keys() <= package.tables.keys():
        beside["site.zip"] = make_zip(make_site(root, package, sqlite))
    return contained, beside


def stand_alone(page: str, path: str, files: Container[str]) -> str:
    """Return a page of a release without what only the repository has.

    That is what stands between its markers 'repository', and links to files that are not there:
    of those the words stay.

    Args:
        page: the text of the page.
        path: where the page stands in the release.
        files: the paths of all files of the release.
    """

    def unlink(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link["target"]))
        return link[0] if target in files else link["words"]

    return _LINK.sub(unlink, _REPOSITORY.sub("", page))


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


def _about(descriptor: Mapping[str, Any], flat: Mapping[str, PackageTable]) -> list[str]:
    """Return the lines of the workbook's first sheet."""
    sheets = [f"{name}: {one.resource['description']}" for name, one in flat.items()]
    sheets += [f"{one['name']}: {one['description']}" for one in descriptor["resources"]]
    return [
        f"{descriptor['title']}, version {descriptor['version']}",
        descriptor["description"],
        f"Licences by scope: {licence_summary(descriptor)}.",
        "Begin with claims_flat or figures_flat. The sheet 'codes' says what a code means, "
        "'columns' what a column means, and what an empty cell of it.",
        f"Cite: {make_bibtex(descriptor)}",
        "Sheets:",
        *sheets,
    ]
