"""The descriptor and the tables have the form that any user of frictionless asks for.

That every other property of the descriptor is compared: tests/rules/test_corrupt_descriptor.py.
"""

import hashlib
import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.package.csv_text import read_table, write_table
from scripts.package.descriptor import DESCRIPTOR, dump_json
from scripts.package.form import check_descriptor, check_with_frictionless

ROOT = Path(__file__).parents[2]
Descriptor = dict[str, Any]
REMOTE = "https://example.org/posts"

# what is changed in the descriptor, and the beginning of what is said
BROKEN: list[tuple[Callable[[Descriptor], object], str]] = [
    (lambda d: d.update(profile=REMOTE), " profile: has profile, which does not belong here"),
    (lambda d: d.update({"$schema": REMOTE}), ' $schema: is "https://example.org/posts", should'),
    (lambda d: d.pop("spatial"), " spatial: spatial is missing"),
    (lambda d: d.update(licenses=[{"title": "free"}]), ": licenses/0: {'title': 'free'} is not"),
    (lambda d: d.update(resources=[]), ": resources: [] should be non-empty"),
    (lambda d: d["resources"][0].update(path="../x.csv"), ": resources/0/path: '../x.csv'"),
    (lambda d: d["resources"][0].update(path=REMOTE), ' posts path: is "https://example.org/'),
    (lambda d: d["resources"][0].update(schema=REMOTE), " posts schema: has no schema with fields"),
    (lambda d: d["resources"][0].update(scheme="remote"), " posts scheme: has scheme, which does"),
    (lambda d: d["resources"][0].update(hash="0" * 32), ' posts hash: is "0000000000'),
    (lambda d: d["resources"][0].update(rows=17.0), " posts rows: is 17.0, should be 17"),
    (lambda d: d["resources"][1]["schema"].pop("foreignKeys"), " claims foreignKeys: foreignKeys"),
    (
        lambda d: d["resources"][0]["schema"]["fields"][0].pop("constraints"),
        " posts.post_id constraints: constraints is missing",
    ),
    (lambda d: d["licenses"][0].update(scope=["annotations"]), " licenses: is [{"),
    (lambda d: d.update(temporal=["2022"]), ' temporal: is ["2022"], should be {'),
]


@pytest.mark.parametrize(("change", "message"), BROKEN, ids=[words for _, words in BROKEN])
def test_what_is_wrong_in_a_descriptor_is_named_with_its_place(
    descriptor: Descriptor, change: Callable[[Descriptor], object], message: str
) -> None:
    due = json.loads(json.dumps(descriptor))
    assert check_descriptor(dump_json(descriptor), due) == []
    change(descriptor)
    told = [str(finding) for finding in check_descriptor(dump_json(descriptor), due)]
    assert any(words.startswith(f"{DESCRIPTOR}{message}") for words in told), told


NOT_JSON = [
    (b"{", "datapackage.json:1: not JSON: "),
    (b'{"a": 1,\n"a": 2}', "datapackage.json: has the duplicate key 'a'"),
    (b'{"a": NaN}', "datapackage.json: has the number NaN, which not every reader can hold"),
    (b"[" * 100_000, "datapackage.json: has more than 50 levels of lists and objects"),
    (b"7", "datapackage.json: is not a JSON object"),
]


@pytest.mark.parametrize(("content", "message"), NOT_JSON)
def test_what_is_not_a_json_object_is_one_finding(content: bytes, message: str) -> None:
    (finding,) = check_descriptor(content, {})
    assert str(finding).startswith(message)


def test_a_list_without_end_gives_findings_with_an_end() -> None:
    assert len(check_descriptor(dump_json({"resources": [7] * 500}), {})) == 100


def test_the_official_profile_is_kept_unchanged() -> None:
    profile = ROOT / "schemas/profile"
    digest = hashlib.sha256((profile / "datapackage-2.0.json").read_bytes()).hexdigest()
    assert digest in (profile / "README.md").read_text("utf-8")


def only(descriptor: Descriptor, *names: str) -> Descriptor:
    """Return the descriptor of some tables alone, which frictionless reads faster."""
    resources = [one for one in descriptor["resources"] if one["name"] in names]
    return descriptor | {"resources": resources}


# table, column, the broken cell, and words of the reason that is given
BROKEN_CELLS = [
    ("claims", "mode", "said", 'Constraint Error: constraint "enum"'),
    ("claims", "statement", "", 'Constraint Error: constraint "required"'),
    ("figures", "period_start", "2013-02-30", 'Type Error: type is "date/default"'),
    ("figures", "value", "many", 'Type Error: type is "number/default"'),
]


@pytest.mark.parametrize(("name", "column", "cell", "reason"), BROKEN_CELLS)
def test_a_broken_cell_is_named_with_its_row(
    bare: Path, descriptor: Descriptor, name: str, column: str, cell: str, reason: str
) -> None:
    (table,) = only(descriptor, name)["resources"]
    columns = [field["name"] for field in table["schema"]["fields"]]
    rows, _ = read_table(name, (bare / table["path"]).read_bytes(), columns)
    rows[7][column] = cell
    content = write_table(rows, columns)
    (bare / table["path"]).write_bytes(content)
    table |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    found = check_with_frictionless(bare, descriptor | {"resources": [table]})
    row = rows[7][columns[0]]
    assert [(one.table, one.row, one.column) for one in found] == [(name, row, column)], found
    assert found[0].reason.startswith(reason)


def test_other_bytes_and_another_number_of_rows_are_named(
    bare: Path, descriptor: Descriptor
) -> None:
    due = only(descriptor, "units")
    (bare / "data/codes/units.csv").write_bytes((bare / "data/codes/units.csv").read_bytes()[:-9])
    due["resources"][0]["rows"] = 1
    told = [one.reason for one in check_with_frictionless(bare, due)]
    for words in ("Hash Count Error", "Byte Count Error", "Row Count Error"):
        assert any(one.startswith(words) for one in told), told


def test_no_address_in_a_descriptor_is_ever_asked(
    bare: Path, descriptor: Descriptor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the check opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    due = only(descriptor, "units", "codes")
    text = (bare / DESCRIPTOR).read_text("utf-8").replace('"data/', f'"{REMOTE}/')
    (bare / DESCRIPTOR).write_text(text, "utf-8")
    assert check_descriptor((bare / DESCRIPTOR).read_bytes(), due)
    assert check_with_frictionless(bare, due) == []


def test_tables_without_a_row_are_not_fine(bare: Path, descriptor: Descriptor) -> None:
    due = only(descriptor, "units")
    due["resources"][0] = {**due["resources"][0], "path": "empty.csv"}
    for key in ("bytes", "hash", "rows"):
        due["resources"][0].pop(key)
    names = [field["name"] for field in due["resources"][0]["schema"]["fields"]]
    (bare / "empty.csv").write_text(",".join(names) + "\n", "utf-8")
    (finding,) = check_with_frictionless(bare, due)
    assert finding.reason == "frictionless read no table or no row"
