"""Datasette shows every table of a release's SQLite file, finds words, and says what they mean."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pytest

from schemas.tables import TABLES
from tests.consumers.comparison import Column, Table, check, describe, from_json, wrong_quotes
from tests.consumers.making import Release
from tests.consumers.printed import lines_for, program_folder

pytestmark = pytest.mark.programs

Get = Callable[..., str]


@pytest.fixture(scope="module")
def get(release: Release) -> Iterator[Get]:
    """A function that gets a page of the server that the printed line starts."""
    program, pattern, *arguments = lines_for("Datasette", release.folder).split()
    files = [path.name for path in release.folder.glob(pattern)]
    command = [program_folder("programs") / program, *files, *arguments, "--port", "0"]
    with subprocess.Popen(
        command, cwd=release.folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stderr is not None
        said = []
        for line in server.stderr:
            said.append(line)
            if found := re.search(r"running on (http://\S+)", line):
                break
        else:
            pytest.fail("".join(said))
        address = found[1]

        def page(path: str, **query: str) -> str:
            with urlopen(f"{address}/{path}?{urlencode(query)}") as answer:
                return str(answer.read().decode())

        yield page
        server.terminate()


def rows_of(get: Get, path: str, **query: str) -> list[dict[str, Any]]:
    """Return all rows of a table, page by page."""
    rows: list[dict[str, Any]] = []
    following = None
    while following != "":
        more = {"_next": following} if following else {}
        answer = json.loads(get(f"{path}.json", _shape="objects", _size="max", **query, **more))
        rows += answer["rows"]
        following = answer.get("next") or ""
    return rows


def database_of(release: Release) -> str:
    """Return the name that Datasette gives the database in addresses."""
    return quote(release.sqlite.stem).replace("~", "~7E").replace(".", "~2E")


def in_order(table: Table, key: list[str]) -> Table:
    """Return the table in the order in which Datasette shows it, that of its key."""
    keys = list(zip(*(table[name].values for name in key), strict=True))
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return {
        name: Column(kind, [values[place] for place in order])
        for name, (kind, values) in table.items()
    }


def test_it_shows_every_table_as_it_stands_in_the_files(get: Get, release: Release) -> None:
    expected, tables = {}, {}
    for resource in release.descriptor["resources"]:
        name, key = resource["name"], resource["schema"]["primaryKey"]
        expected[name] = in_order(release.master[name], key)
        rows = rows_of(get, f"{database_of(release)}/{name}")
        tables[name] = from_json(describe(release.folder)[name], rows)
    check(expected, tables)
    assert wrong_quotes(tables) == wrong_quotes(release.master)


@pytest.mark.parametrize(
    ("name", "word"), [("claims", "fentanyl"), ("posts", "marijuana"), ("operations", "净边")]
)
def test_a_search_finds_the_rows_that_have_the_word_and_no_others(
    name: str, word: str, get: Get, release: Release
) -> None:
    (key,) = TABLES[name].key
    table = release.master[name]
    searched = [column for column, one in TABLES[name].columns.items() if one.is_text]
    cells = [table[column].values for column in (key, *searched)]
    pattern = re.compile(rf"\b{word}s?\b", re.I)
    expected = {
        one
        for one, *texts in zip(*cells, strict=True)
        if any(text and pattern.search(text) for text in texts)
    }
    found = {row[key] for row in rows_of(get, f"{database_of(release)}/{name}", _search=word)}
    assert found == expected != set()
    assert len(expected) < len(cells[0])


def test_every_table_shows_its_licence_and_what_its_columns_mean(
    get: Get, release: Release
) -> None:
    missing = []
    for resource in release.descriptor["resources"]:
        page = " ".join(unescape(get(f"{database_of(release)}/{resource['name']}")).split())
        texts = [resource["title"], resource["description"]]
        texts += [field["description"] for field in resource["schema"]["fields"]]
        texts += [licence["title"] for licence in resource["licenses"]]
        missing += [f"{resource['name']}: {text}" for text in texts if text not in page]
    assert not missing, "\n".join(missing[:10])


def test_the_first_page_says_what_the_package_is_and_its_licences(
    get: Get, release: Release
) -> None:
    page = " ".join(unescape(get("")).split())
    for text in (release.descriptor["title"], release.descriptor["description"]):
        assert text in page
    for licence in release.descriptor["licenses"]:
        assert licence["path"] in page


def test_a_row_has_an_address_of_its_own(get: Get, release: Release) -> None:
    claim = release.master["claims"]["claim_id"].values[0]
    page = json.loads(get(f"{database_of(release)}/claims/{claim.replace('.', '~2E')}.json"))
    assert page["rows"][0][0] == claim
