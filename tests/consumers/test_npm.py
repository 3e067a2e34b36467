"""The JavaScript package datapackage reads every table of a release with its types and quotes."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.consumers.comparison import Column, Tables, check, wrong_quotes
from tests.consumers.making import Release
from tests.consumers.printed import ROOT, lines_for
from tests.consumers.traps import TRAPPED, check_traps
from tests.needed import need

pytestmark = pytest.mark.programs

MODULES = ROOT / ".npm-programs/node_modules"
LOCK = Path(__file__).with_name("package-lock.json")
# Prints every table: its columns with the type that the package gives, and their values.
PRINT = """
const typeOf = (value, type) =>
    value instanceof Date ? "date"
    : typeof value !== "number" ? typeof value
    : type === "integer" && Number.isInteger(value) ? "integer" : "number"
const shown = (value) => value instanceof Date
    ? [value.getFullYear(), value.getMonth() + 1, value.getDate()]
        .map((part) => String(part).padStart(2, "0")).join("-")
    : value
Package.load("datapackage.json").then(async (found) => {
    const tables = {}
    const texts = {}
    let quotes = 0, wrong = 0
    for (const [name, reading] of Object.entries(readings)) {
        const rows = await reading
        tables[name] = {}
        for (const { name: column, type } of found.getResource(name).schema.fields) {
            const values = rows.map((row) => row[column])
            const present = values.filter((one) => one !== null)
            const types = new Set(present.map((one) => typeOf(one, type)))
            tables[name][column] = {
                type: types.size ? [...types].join() : type, values: values.map(shown)
            }
        }
        if (name === "posts") for (const row of rows) texts[row.post_id] = [...row.text]
        for (const row of rows) {
            if (!("quote" in row && "char_start" in row) || row.char_start === null) continue
            quotes += 1
            const found = texts[row.post_id].slice(row.char_start, row.char_end).join("")
            if (found !== row.quote) wrong += 1
        }
    }
    console.log(JSON.stringify({ tables, quotes: [quotes, wrong] }))
})
"""


def read_tables(release: Release, *names: str) -> tuple[Tables, list[int]]:
    """Return these tables as the printed lines read them; how many quotes there are, and wrong."""
    need(shutil.which("node") is not None, "Node.js is not installed: apt-get install nodejs npm")
    need(MODULES.is_dir(), f"{MODULES} is not set up: make tools")
    head, lines = lines_for("npm datapackage", release.folder).split("\n", 1)
    blocks = [head, "const readings = {}"]
    for name in names:
        lines = lines_for("npm datapackage", release.folder, name).split("\n", 1)[1]
        blocks.append(f"{{\n{lines}readings.{name} = {name}\n}}")
    done = subprocess.run(
        ["node", "-e", "\n".join([*blocks, PRINT])],
        cwd=release.folder,
        env=os.environ | {"NODE_PATH": str(MODULES)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    tables = {
        name: {key: Column(one["type"], one["values"]) for key, one in table.items()}
        for name, table in printed["tables"].items()
    }
    return tables, printed["quotes"]


def test_the_printed_lines_read_every_table_as_it_stands_in_the_files(release: Release) -> None:
    tables, quotes = read_tables(release, *release.master)
    check(release.master, tables)
    assert quotes == [wrong_quotes(release.master)[0], 0]


def test_text_that_looks_like_something_else_stays_as_it_is(trapped: Release) -> None:
    # It takes a dialect's `skipInitialSpace: false` for unsaid, and then skips; a released cell
    # never begins with a space.
    check_traps(read_tables(trapped, *TRAPPED)[0], {"spaces around": "two words "})


def test_the_lock_file_has_a_hash_for_every_package_and_names_no_registry() -> None:
    packages = json.loads(LOCK.read_text("utf-8"))["packages"]
    assert packages.pop("")["dependencies"].keys() == {"axe-core", "datapackage"}
    without = [name for name, one in packages.items() if "integrity" not in one]
    assert not without, without
    elsewhere = {
        one["resolved"]
        for one in packages.values()
        if not one.get("resolved", "https://registry.npmjs.org/").startswith(
            "https://registry.npmjs.org/"
        )
    }
    assert not elsewhere, elsewhere
