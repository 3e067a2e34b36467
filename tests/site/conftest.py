"""The site of the real package, and one of a package that means harm."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from schemas.tables import TABLES
from scripts.package.reader import Package, PackageTable, read_package
from scripts.package.sqlite import make_sqlite
from scripts.publish.site.pages import make_site
from scripts.tables.row import Row
from tests.conftest import ROOT

HOSTILE = "</script><script>document.title='broken'</script><b>&amp;"


@dataclass(frozen=True)
class Site:
    """The files of a site, by path, and the package that it was made from."""

    files: dict[str, bytes]
    package: Package

    @property
    def pages(self) -> dict[str, Any]:
        """The pages, parsed, by path."""
        found = {path: content for path, content in self.files.items() if path.endswith(".html")}
        return {path: html.fromstring(content.decode()) for path, content in found.items()}

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table."""
        return list(self.package.tables[table].rows.values())


def site_of(package: Package) -> Site:
    """Return the site of a package, with the SQLite file of the project."""
    return Site(make_site(ROOT, package, make_sqlite(read_package(ROOT))), package)


@pytest.fixture(scope="session")
def site() -> Site:
    """The site of the project; not to be changed."""
    return site_of(read_package(ROOT))


@pytest.fixture(scope="session")
def hostile() -> Site:
    """The site of a package whose free texts hold markup; the posts' texts end with it."""
    package = read_package(ROOT)
    tables = dict(package.tables)
    for name, table in TABLES.items():
        texts = [column for column, one in table.columns.items() if one.is_text]
        rows = {}
        for key, row in tables[name].rows.items():
            broken = {one: row[one] + HOSTILE for one in texts if row[one] and one != "quote"}
            rows[key] = Row({**row, **broken})
        old = tables[name]
        tables[name] = PackageTable(old.resource, old.fields, old.key, old.foreign_keys, rows)
    return site_of(Package(package.descriptor, tables))


def written(site: Site, folder: Path) -> Path:
    """Write a site to a folder; return it."""
    for path, content in site.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture(scope="session")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site as files."""
    yield written(site, tmp_path_factory.mktemp("pages"))
