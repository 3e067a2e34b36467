"""The clients of SQLite and DuckDB show every table of a release with its types and quotes."""

import json

import pytest

from tests.consumers.comparison import (
    Tables,
    check,
    describe,
    from_json,
    tables_with_spans,
    wrong_quotes,
)
from tests.consumers.making import Release
from tests.consumers.printed import lines_for, run_shell, run_sqlite
from tests.consumers.traps import TRAPPED, check_traps

pytestmark = pytest.mark.programs

every_client = pytest.mark.parametrize("client", ["SQLite", "DuckDB client"])
QUOTES = """
    SELECT count(*) AS spans, sum(substr(posts.text, char_start + 1, char_end - char_start)
                                  = one.quote) AS found
    FROM {} AS one JOIN posts ON posts.post_id = one.post_id WHERE char_start IS NOT NULL
"""


def run(client: str, release: Release, line: str) -> str:
    if client == "SQLite":
        return run_sqlite(line, release.folder)
    done = run_shell(line, release.folder, "programs")
    assert done.returncode == 0, done.stderr
    return done.stdout


def as_json(client: str, release: Release, name: str, query: str = "") -> list[dict[str, object]]:
    """Return the rows that a printed line gives, or another query in its place, through JSON."""
    line = lines_for(client, release.folder, name)
    if query:
        line = line.replace(f"SELECT * FROM {name}", query)
    program, rest = line.split(" ", 1)
    rows: list[dict[str, object]] = json.loads(run(client, release, f"{program} -json {rest}"))
    return rows


@every_client
def test_the_printed_line_shows_every_table_as_it_stands_in_the_files(
    client: str, release: Release
) -> None:
    types = describe(release.folder)
    tables: Tables = {
        name: from_json(types[name], as_json(client, release, name)) for name in release.master
    }
    check(release.master, tables)
    assert wrong_quotes(tables) == wrong_quotes(release.master)


@every_client
def test_the_line_runs_as_it_is_printed(client: str, release: Release) -> None:
    said = run(client, release, lines_for(client, release.folder))
    assert release.master["claims"]["claim_id"].values[0] in said


@every_client
def test_offsets_find_every_quote(client: str, release: Release) -> None:
    for name in tables_with_spans(release.master):
        (counts,) = as_json(client, release, name, QUOTES.format(name))
        assert int(str(counts["spans"])) == int(str(counts["found"])) > 0, f"{name}: {counts}"


@every_client
def test_text_that_looks_like_something_else_stays_as_it_is(client: str, trapped: Release) -> None:
    types = describe(trapped.folder)
    check_traps({name: from_json(types[name], as_json(client, trapped, name)) for name in TRAPPED})
