"""The command shows every change in two formats, and ends in clear words whatever it is given."""

import csv
import io
import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.curation.finding import FindingsError
from scripts.diff import main
from tests.conftest import ROOT
from tests.package.small import CLAIM, describe, field_of, small_tables, write_package

Output = pytest.CaptureFixture[str]


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    """Two packages: a corrected cell, a link less, a claim more, a title reworded."""
    old, new = small_tables(), small_tables()
    old["operations"][0] = {**old["operations"][0], "name": 'Ice\nor, "ice"' + "!" * 99}
    new["claims"].append({**CLAIM, "claim_id": "p01.c04"})
    new["links"] = [{"claim_id": "p01.c02", "operation_id": "ice"}]
    folders = tmp_path / "old", tmp_path / "new"
    write_package(folders[0], old)
    write_package(folders[1], new, lambda found: found.update(title="New"), "1.1.0-dev")
    return list(map(str, folders))


def test_text_has_the_bump_then_tables_with_their_rows(folders: list[str], capsys: Output) -> None:
    assert main(folders) == 0
    assert capsys.readouterr().out.split("\n") == [
        "1.0.0 → 1.1.0-dev: the changes demand minor",
        "",
        "package",
        "package title added: '' → 'New' (patch)",
        "",
        "claims, rows: 1 added, 0 changed, 0 withdrawn",
        "claims p01.c04 row added",
        "",
        "operations, rows: 0 added, 1 changed, 0 withdrawn",
        "operations ice name cell changed: "
        + repr('Ice\nor, "ice"' + "!" * 99)[:70]
        + "… → 'Breaking ice' (patch)",
        "",
        "links, rows: 1 added, 0 changed, 1 withdrawn",
        "links p01.c02 ice row added",
        "links p01.c01 ice row withdrawn",
        "",
    ]


def test_csv_has_one_line_a_cell(folders: list[str], capsys: Output) -> None:
    assert main([*folders, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline=""), strict=True))
    cells = {(row["table"], row["kind"], row["column"]): row for row in rows}
    name = cells["operations", "cell changed", "name"]
    assert name["old"] == 'Ice\nor, "ice"' + "!" * 99
    assert (name["row"], name["new"], name["bump"]) == ("ice", "Breaking ice", "patch")
    assert cells["links", "row withdrawn", "claim_id"]["old"] == "p01.c01"


def test_equal_packages_demand_no_new_version(folders: list[str], capsys: Output) -> None:
    assert main([folders[0], folders[0]]) == 0
    assert capsys.readouterr().out == "1.0.0 → 1.0.0: the changes demand no new version\n"


def test_a_package_that_cannot_be_read_ends_with_1_and_no_trace(folders: list[str]) -> None:
    (Path(folders[1]) / "data/claims.csv").unlink()
    command = [sys.executable, "-m", "scripts.diff", *folders]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "new/data/claims.csv: the file is missing" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([".", "nowhere"], "nowhere is not a folder or a zip file"),
        (["."], "required: new"),
        ([".", ".", "--format", "xml"], "invalid choice: 'xml'"),
    ],
)
def test_a_wrong_call_ends_with_2(capsys: Output, arguments: list[str], message: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


DESCRIPTOR = describe(small_tables())
field_of(DESCRIPTOR, "claims", "mode")["constraints"] = {"enum": ["fact"], "minimum": 1}
DEEP: list[Any] = []
for _ in range(60):
    DEEP = [DEEP]
VALUES = [
    None,
    True,
    5,
    -0.5,
    "",
    "x",
    "claim_id",
    "../x",
    "\0",
    [],
    [5],
    ["x"],
    {},
    {"x": 1},
    DEEP,
]


def places_of(value: Any) -> list[tuple[Any, Any]]:
    """Return every list or object in a value with each of its keys."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    found = [(value, key) for key in keys]
    return found + [one for _, key in found if isinstance(value[key], dict | list)
                    for one in places_of(value[key])]  # fmt: skip


STEP = st.tuples(st.integers(0, len(places_of(DESCRIPTOR)) - 1), st.sampled_from([*VALUES, "gone"]))
BYTES = st.lists(st.tuples(st.integers(0, 200), st.binary(max_size=2)), max_size=2)


@settings(derandomize=True, deadline=None, max_examples=250)
@given(st.lists(STEP, max_size=3), BYTES, st.booleans())
def test_whatever_is_compared_there_is_a_result_or_a_finding(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[int, Any]],
    edits: list[tuple[int, bytes]],
    zipped: bool,
) -> None:
    descriptor = deepcopy(DESCRIPTOR)
    for number, value in steps:
        places = places_of(descriptor)
        holder, key = places[number % len(places)]
        if value == "gone":
            del holder[key]
        else:
            holder[key] = deepcopy(value)
    folder = tmp_path_factory.mktemp("fuzzed")
    old, new = write_package(folder / "old"), write_package(folder / "new")
    (old / "datapackage.json").write_text(json.dumps(DESCRIPTOR))
    (new / "datapackage.json").write_text(json.dumps(descriptor))
    content = (new / "data/claims.csv").read_bytes()
    for place, some in edits:
        content = content[:place] + some + content[place + 1 :]
    (new / "data/claims.csv").write_bytes(content)
    if zipped:
        with ZipFile(folder / "new.zip", "w") as archive:
            for path in ("datapackage.json", *(f"data/{name}.csv" for name in small_tables())):
                archive.write(new / path, path)
        new = folder / "new.zip"
    for pair in ((old, new), (new, old)):
        for form in ("text", "csv"):
            try:
                assert main([*map(str, pair), "--format", form]) == 0
            except FindingsError as error:
                assert error.findings


def test_what_a_package_says_reaches_the_terminal_as_plain_words(
    folders: list[str], capsys: Output
) -> None:
    path = Path(folders[1]) / "datapackage.json"
    content = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**content, "version": "\x1b[2J\n\n1.0.1"}), "utf-8")
    main(folders)
    out = capsys.readouterr().out
    assert out.startswith("1.0.0 → \\x1b[2J 1.0.1: the changes demand"), out
