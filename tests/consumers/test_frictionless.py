"""frictionless validates a release and writes all its tables into a database, as the page says."""

import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.consumers.comparison import Tables, as_table, check, describe, plain, wrong_quotes
from tests.consumers.making import Release
from tests.consumers.printed import lines_for, run_python, run_shell
from tests.consumers.traps import TRAPPED, check_traps

PROGRAMS = str(Path(sys.executable).parent)


def lines_of(release: Release, command: str) -> str:
    """Return the printed line that begins with a command."""
    shell = lines_for("frictionless", release.folder, language="sh")
    (line,) = [line for line in shell.splitlines() if line.startswith(command)]
    return line


def run(release: Release, command: str) -> str:
    """Run the printed line in the release's folder and return what it prints."""
    # Wide enough that the tables it prints are not cut.
    variables = {"PATH": f"{PROGRAMS}:/usr/bin:/bin", "COLUMNS": "200", "TERM": "dumb"}
    done = run_shell(lines_of(release, command), release.folder, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def read_database(path: Path, types: dict[str, dict[str, str]]) -> Tables:
    """Return every table of a database, with the types that its columns are declared to have."""
    kinds = {"TEXT": "string", "VARCHAR": "string", "INTEGER": "integer", "FLOAT": "number"}
    kinds |= {"DATE": "date"}
    tables = {}
    with closing(sqlite3.connect(path)) as connection:
        for name in types:
            declared = {
                column: kinds[kind.partition("(")[0]]
                for _, column, kind, *_ in connection.execute(f'PRAGMA table_info("{name}")')
            }
            rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()
            tables[name] = as_table(declared, rows)
    return tables


def test_every_table_of_the_release_is_valid(release: Release) -> None:
    said = run(release, "frictionless validate")
    valid = re.findall(r"│ (\w+) +│ table │ (\S+) +│ VALID +│", said)
    assert [name for name, _ in valid] == list(release.master), said
    assert "INVALID" not in said


def read_tables(release: Release, *names: str) -> Tables:
    """Return these tables as frictionless reads them, with its types."""
    from frictionless import Package

    package = Package(str(release.folder / "datapackage.json"))
    tables: Tables = {}
    for name in names:
        with package.get_resource(name) as resource:
            rows = [[plain(one) for one in row.to_list()] for row in resource.row_stream]
        types = {field.name: field.type for field in resource.schema.fields}
        tables[name] = as_table(types, rows)
    return tables


def test_it_reads_every_cell_with_its_type(release: Release) -> None:
    tables = read_tables(release, *release.master)
    check(release.master, tables)
    assert wrong_quotes(tables) == wrong_quotes(release.master)


def test_text_that_looks_like_something_else_stays_as_it_is(trapped: Release) -> None:
    check_traps(read_tables(trapped, *TRAPPED))


def index(release: Release) -> Path:
    run(release, "frictionless index")
    return release.folder / "index.sqlite"


def publish(release: Release) -> Path:
    code = lines_for("frictionless", release.folder, language="python")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(release.folder)
        run_python(code, "Package")
    return release.folder / "published.sqlite"


# Posts name a sentence, sentences their post: SQLAlchemy cannot put one of them first.
@pytest.mark.filterwarnings("ignore:Cannot correctly sort tables:sqlalchemy.exc.SAWarning")
@pytest.mark.parametrize("write", [index, publish])
def test_the_database_it_writes_has_every_cell_with_its_type(write: Any, copied: Release) -> None:
    tables = read_database(write(copied), describe(copied.folder))
    check(copied.master, tables)
    assert wrong_quotes(tables) == wrong_quotes(copied.master)
