"""A release is refused whose version, changelog or list of ids says less than the data."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.curation.finding import FindingsError
from scripts.package.comparison import count_rows
from scripts.package.ledger import dump_ledger, read_ledger
from scripts.package.reader import Package
from scripts.package.release_gate import bury_checks, check_release
from tests.conftest import change
from tests.package.small import (
    CLAIM,
    Descriptor,
    Rows,
    Tables,
    package_of,
    schema_of,
    small_tables,
    write_release,
)

DAY = "2026-11-24"


class Project:
    """A project in a folder: its releases so far, its tombstones, its words on the next version."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.versions: list[str] = []
        for folder in ("releases", "curation"):
            (root / folder).mkdir(parents=True)
        (root / "releases/ledger.json").write_text('{"releases": [], "ids": {}}')
        self.bury("")
        self.announce("")

    def announce(self, version: str, words: str = "- What changed.") -> None:
        new = f"## {version} (unreleased)\n\n{words}\n\n" if version else ""
        old = "".join(f"## {one} ({DAY})\n\n- Released.\n" for one in reversed(self.versions))
        (self.root / "CHANGELOG.md").write_text(f"# Changelog\n\n{new}{old}")

    def bury(self, stones: str) -> None:
        (self.root / "curation/tombstones.yaml").write_text(f"# none yet\n{stones}")

    def release(self, version: str, tables: Tables | None = None) -> None:
        """Record a release, whatever the gate would say of it."""
        ledger = write_release(self.root, read_ledger(self.root), DAY, tables, version)
        (self.root / "releases/ledger.json").write_bytes(dump_ledger(ledger))
        self.versions.append(version)
        self.announce("")

    def said(
        self,
        version: str,
        tables: Tables | None = None,
        words: str = "- Words.",
        alter: Callable[[Descriptor], object] = lambda descriptor: None,
    ) -> str:
        """Return why the tables may not be released as a version, '' if they may."""
        number = version.removesuffix("-dev")
        self.announce("" if number in self.versions else number, words)
        now = package_of(self.root / "now", tables, alter=alter, version=version)
        try:
            check_release(self.root, read_ledger(self.root), now)
        except FindingsError as error:
            return str(error)
        return ""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project before its first release."""
    return Project(tmp_path / "project")


@pytest.fixture
def released(project: Project) -> Project:
    """A project whose version 1.0.0 has the small tables."""
    project.release("1.0.0")
    return project


def with_claims(change: Callable[[Rows], object]) -> Tables:
    """Return the small tables with other claims."""
    tables = small_tables()
    change(tables["claims"])
    return tables


MORE = with_claims(lambda rows: rows.append({**CLAIM, "claim_id": "p01.c04"}))
FEWER = with_claims(lambda rows: rows.pop())
CORRECTED = with_claims(lambda rows: rows[1].update(mode="forecast"))


def test_a_first_release_may_have_any_version_but_needs_words(project: Project) -> None:
    assert project.said("0.3.0-dev") == ""
    assert "0.3.0 does not say in words what changed" in project.said("0.3.0-dev", words="")


@pytest.mark.parametrize("version", ["1.0-dev", "v1.0.0", "1.0.0-rc1", "2.0.0-dev-dev"])
def test_a_version_of_another_form_is_refused(released: Project, version: str) -> None:
    now = package_of(released.root / "now", version=version)
    with pytest.raises(FindingsError, match=r"curation/package.yaml: '.*' is not a version"):
        check_release(released.root, read_ledger(released.root), now)


def test_changes_are_returned_where_all_is_well(released: Project) -> None:
    released.announce("1.1.0")
    now: Package = package_of(released.root / "now", MORE, version="1.1.0-dev")
    _, changes = check_release(released.root, read_ledger(released.root), now)
    assert count_rows(changes) == {"claims": [1, 0, 0]}


VERSIONS = [
    (CORRECTED, "1.0.1", "1.0.1"),
    (MORE, "1.0.1", "1.1.0"),
    (MORE, "1.1.0", "1.1.0"),
    (MORE, "3.0.0", "3.0.0"),
]


@pytest.mark.parametrize(("tables", "version", "due"), VERSIONS)
def test_a_version_that_says_less_than_its_rows_is_raised(
    released: Project, tables: Tables, version: str, due: str
) -> None:
    released.announce(version)
    now = package_of(released.root / "now", tables, version=f"{version}-dev")
    assert check_release(released.root, read_ledger(released.root), now)[0] == due


def test_a_version_that_does_not_say_that_a_reading_breaks_is_refused_with_an_example(
    released: Project,
) -> None:
    tables = {name: rows for name, rows in small_tables().items() if name != "links"}
    message = released.said("1.1.0-dev", tables, words="- No `links`.")
    assert "curation/package.yaml: must be 2.0.0, not 1.1.0; " in message
    assert "links table removed" in message and "(write 2.0.0-dev or more)" in message
    assert released.said("2.0.0-dev", tables, words="- No `links`.") == ""
    assert released.said("3.0.0-dev", tables, words="- No `links`.") == "", "it may say more"
    message = released.said("0.9.9-dev", small_tables())
    assert "must be 1.0.1, not 0.9.9; the greatest change: none" in message


def test_versions_are_compared_by_their_numbers(project: Project) -> None:
    project.release("1.9.0")
    project.announce("1.9.1")
    now = package_of(project.root / "now", MORE, version="1.9.1-dev")
    assert check_release(project.root, read_ledger(project.root), now)[0] == "1.10.0"


def test_a_renamed_column_demands_a_major_version_and_words(released: Project) -> None:
    tables = small_tables()
    tables["claims"] = [
        {("kind" if name == "mode" else name): cell for name, cell in row.items()}
        for row in tables["claims"]
    ]
    message = released.said("1.1.0-dev", tables)
    assert (
        "must be 2.0.0, not 1.1.0; the greatest change: claims mode last column removed" in message
    )
    assert "1.1.0 does not say of `claims.mode`: last column removed" in message
    assert released.said("2.0.0-dev", tables, "- `claims.mode` is now `claims.kind`.") == ""


BURIED = "claims p01.c03:\n  reason: It stated nothing.\n  successor: [p01.c01]\n"


def test_an_id_that_goes_needs_a_tombstone(released: Project) -> None:
    message = released.said("1.1.0-dev", FEWER)
    assert "tombstones.yaml: claims p01.c03: is gone without a tombstone" in message
    released.bury(BURIED)
    assert released.said("1.1.0-dev", FEWER) == ""


def test_a_check_that_a_machine_does_not_find_any_more_needs_no_tombstone_of_ours(
    project: Project,
) -> None:
    check = {"check_id": "sum", "found_by": "machine"}
    checks = [
        {**check, "check_id": "kept"},
        check,
        {**check, "check_id": "x", "found_by": "curated"},
    ]
    project.release("1.0.0", small_tables() | {"consistency_checks": checks})
    fewer = small_tables() | {"consistency_checks": checks[:1]}
    now = package_of(project.root / "new", fewer, version="1.1.0-dev")
    ledger = read_ledger(project.root)
    for _ in "ab":
        bury_checks(project.root, ledger, now, DAY)
        assert (project.root / "curation/tombstones.yaml").read_text() == (
            f"# none yet\nconsistency_checks not-asked-{DAY}:\n"
            "  reason: The figures do not ask it any more.\n  successor: []\n  ids: [sum]\n"
        )
    message = project.said("1.1.0-dev", fewer)
    assert "consistency_checks x: is gone without a tombstone" in message
    assert "consistency_checks sum" not in message


def test_a_withdrawn_id_is_remembered_longer_than_one_release(released: Project) -> None:
    released.release("1.1.0", FEWER)
    assert "claims p01.c03: is gone without a tombstone" in released.said("1.1.1-dev", FEWER)


@pytest.mark.parametrize("stones", ["", BURIED])
def test_an_id_that_was_withdrawn_is_not_used_again(released: Project, stones: str) -> None:
    released.release("1.1.0", FEWER)
    released.bury(stones)
    message = released.said("1.2.0-dev")
    assert "data/claims.csv: claims p01.c03: is used again after it was withdrawn" in message
    assert ("tombstones.yaml:2: claims p01.c03: has a tombstone and is in" in message) == bool(
        stones
    )


def test_an_id_that_is_given_to_other_words_is_refused(released: Project) -> None:
    moved = with_claims(lambda rows: rows[1].update(char_start="19", char_end="20"))
    message = released.said("1.0.1-dev", moved)
    assert "claims p01.c02: is used again, for other words than it was given to" in message
    widened = with_claims(lambda rows: rows[1].update(char_start="9", char_end="25"))
    assert released.said("1.0.1-dev", widened) == ""
    emptied = with_claims(lambda rows: rows[1].update(char_start="", char_end=""))
    assert released.said("1.0.1-dev", emptied) == ""


def test_a_link_may_go_and_come_back_without_a_tombstone(released: Project) -> None:
    other = {**small_tables(), "links": [{"claim_id": "p01.c02", "operation_id": "ice"}]}
    assert released.said("1.1.0-dev", other) == ""
    released.release("1.1.0", other)
    assert released.said("1.2.0-dev") == ""


def test_rows_whose_key_becomes_that_of_others_have_no_ids_any_more(released: Project) -> None:
    def alter(descriptor: Descriptor) -> None:
        target = {"resource": "operations", "fields": "operation_id"}
        keys = schema_of(descriptor, "claims")["foreignKeys"]
        keys.append({"fields": "claim_id", "reference": target})

    moved = with_claims(lambda rows: rows[1].update(char_start="19", char_end="20"))
    assert released.said("2.0.0-dev", moved, "- `claims.claim_id` is a link.", alter) == ""


def test_the_ids_of_a_table_that_is_gone_need_no_tombstones(released: Project) -> None:
    fewer = {name: rows for name, rows in small_tables().items() if name in ("posts", "claims")}
    assert released.said("2.0.0-dev", fewer, "- No `operations`, no `links`.") == ""


STONES = [
    ("claims p01.c98", "[]", "tombstones.yaml:2: claims p01.c98: has a tombstone and was never"),
    ("no_table x", "[]", "no_table x: has a tombstone and was never released"),
    ("claims p01.c03", "[p01.c97]", "claims p01.c03: has a successor that is not another id"),
    ("claims p01.c03", "[p01.c03]", "claims p01.c03: has a successor that is not another id"),
    ("claims p01.c01", "[]", "claims p01.c01: has a tombstone and is in the table"),
    ("claims p01.c03", "none", "successor is not a list"),
]


@pytest.mark.parametrize(("row", "successor", "words"), STONES)
def test_a_wrong_tombstone_is_refused(
    released: Project, row: str, successor: str, words: str
) -> None:
    released.bury(f"{row}:\n  reason: Gone.\n  successor: {successor}\n")
    assert words in released.said("1.1.0-dev", FEWER)


def test_a_withdrawn_id_may_be_succeeded_by_one_that_is_withdrawn_too(released: Project) -> None:
    released.bury(
        "claims p01.c03:\n  reason: Merged.\n  successor: [p01.c02]\n"
        "claims p01.c02:\n  reason: Merged.\n  successor: [p01.c01]\n"
    )
    assert released.said("1.1.0-dev", with_claims(lambda rows: rows.__delitem__(slice(1, 3)))) == ""


def test_ids_that_the_ledger_lost_are_seen(released: Project) -> None:
    change(released.root / "releases/ledger.json", '   "p01.c02",\n', "")
    message = released.said("1.0.1-dev")
    assert "releases/ledger.json: claims p01.c02: was released and is not in the ledger" in message


def test_a_last_release_that_is_not_as_recorded_is_refused(released: Project) -> None:
    (zipped,) = (released.root / "releases").glob("*/*.zip")
    zipped.write_bytes(zipped.read_bytes().replace(b"p01.c02", b"p01.c92"))
    message = released.said("1.0.1-dev")
    assert "small-1.0.0.zip: is not the zip of releases/ledger.json" in message
