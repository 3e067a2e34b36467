"""csvkit reads every table of a release, each cell as it stands in the file."""

import json

import pytest

from tests.consumers.comparison import Column, Tables, as_table, as_text, check, wrong_quotes
from tests.consumers.making import Release
from tests.consumers.printed import lines_for, run_shell
from tests.consumers.traps import TRAPPED, check_traps

pytestmark = pytest.mark.programs


def read_tables(release: Release, *names: str) -> Tables:
    """Return these tables as the printed line reads them: every cell as text."""
    tables = {}
    for name in names:
        done = run_shell(lines_for("csvkit", release.folder, name), release.folder, "programs")
        assert done.returncode == 0, done.stderr
        rows = json.loads(done.stdout)
        assert {type(cell) for row in rows for cell in row.values()} <= {str, type(None)}
        tables[name] = as_table(
            dict.fromkeys(rows[0], "string"), [list(row.values()) for row in rows]
        )
    return tables


def test_the_printed_line_reads_every_table_as_it_stands_in_the_files(release: Release) -> None:
    tables = read_tables(release, *release.master)
    check(as_text(release.master), tables)
    # Its offsets are text; as numbers they find every quote.
    offsets = ("char_start", "char_end")
    numbered = {
        name: {
            column: Column("integer", [int(one) if one else None for one in found.values])
            if column in offsets
            else found
            for column, found in table.items()
        }
        for name, table in tables.items()
    }
    assert wrong_quotes(numbered) == wrong_quotes(release.master)


def test_text_that_looks_like_something_else_stays_as_it_is(trapped: Release) -> None:
    check_traps(read_tables(trapped, *TRAPPED))


def test_its_sums_are_those_of_the_numbers(release: Release) -> None:
    line = "csvstat --sum -c char_start,char_end data/claims.csv"
    done = run_shell(line, release.folder, "programs")
    claims = release.master["claims"]
    sums = [sum(claims[name].values) for name in ("char_start", "char_end")]
    said = [part.rpartition(": ")[2].replace(",", "") for part in done.stdout.splitlines()]
    assert [int(one) for one in said] == sums, done.stdout + done.stderr
