"""Datasette shows every table of a release's SQLite file, finds words, and says what they mean."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pytest

from tests.consumers.comparison import Tables, check, describe, from_json, wrong_quotes
from tests.consumers.making import Release
from tests.consumers.printed import lines_for, program_folder

pytestmark = pytest.mark.programs

Get = Callable[..., str]


@pytest.fixture(scope="module")
def get(release: Release) -> Iterator[Get]:
    """A function that gets a page of the server that the printed line starts."""
    program, *arguments = lines_for("Datasette", release.folder).split()
    command = [program_folder("programs") / program, *arguments, "--port", "0"]
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


def test_it_shows_every_table_as_it_stands_in_the_files(get: Get, release: Release) -> None:
    tables: Tables = {}
    for name, types in describe(release.folder).items():
        # By key unless told otherwise.
        rows = rows_of(get, f"{database_of(release)}/{name}", _sort="rowid")
        tables[name] = from_json(types, rows)
    check(release.master, tables)
    assert wrong_quotes(tables) == wrong_quotes(release.master)
