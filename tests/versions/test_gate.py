"""The build refuses a version, a changelog or a list of ids that says less than the data."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import build
from scripts.mutations.package_copy import Row, Rows, change_bytes, read, write
from scripts.validate import validate
from tests.build.breaking import change, snapshot
from tests.validate.real_package import change_row
from tests.versions.releasing import announce, gate, release_variant

Package = Path


def without(table: str, chosen: Callable[[Row], bool]) -> Callable[[Package], None]:
    """A function that takes rows out of a table of a package."""

    def take_out(package: Package) -> None:
        rows = read(package, table)
        kept = [row for row in rows if not chosen(row)]
        assert len(kept) < len(rows), f"no row of {table} was chosen"
        write(package, table, kept)

    return take_out


def with_claim(new_id: str) -> Callable[[Package], None]:
    """A function that adds a claim, a real one under another id, to a package."""

    def add(package: Package) -> None:
        rows: Rows = read(package, "claims")
        write(package, "claims", [*rows, {**rows[-1], "claim_id": new_id}])

    return add


def without_last_post(package: Package) -> None:
    """Take the last post and all that stands in it out of the main tables."""
    for table in ("posts", "claims", "figures", "sentences"):
        without(table, lambda row: row["post_id"] == "p17")(package)


def said(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Build; assert that the build refuses and writes nothing; return what it says."""
    before = snapshot(project)
    assert build.main([], project) == 1
    assert snapshot(project) == before
    return capsys.readouterr().err


def correct_a_label(project: Path) -> None:
    change(project / "curation/registers/indicators.yaml", "label: ", "label: Corrected ")


def test_before_the_first_release_any_version_passes(project: Path) -> None:
    announce(project, "0.3.0")
    assert build.main([], project) == 0


def test_before_the_first_release_the_changelog_says_something(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    announce(project, "0.3.0", words="")
    assert "0.3.0 does not say in words what changed" in said(project, capsys)


def test_the_package_just_as_it_was_released_builds(project: Path) -> None:
    release_variant(project, "1.0.0")
    announce(project, "1.0.0")
    assert build.main([], project) == 0


def test_a_corrected_cell_demands_a_patch_version(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release_variant(project, "1.0.0")
    announce(project, "1.0.0")
    correct_a_label(project)
    message = said(project, capsys)
    assert "curation/package.yaml:" in message
    assert "version 1.0.0 says less than what changed since 1.0.0" in message
    assert "demand a patch version, for example indicators " in message
    assert "write 1.0.1 or more" in message
    announce(project, "1.0.1")
    message = said(project, capsys)
    assert "1.0.1 does not count the rows of indicators as they changed" in message
    assert "write '| indicators | 0 | 1 | 0 |'" in message
    announce(project, "1.0.1", "| indicators | 0 | 2 | 0 |")
    assert "write '| indicators | 0 | 1 | 0 |'" in said(project, capsys)
    announce(project, "1.0.1", "| indicators | 0 | 1 | 0 |")
    assert build.main([], project) == 0
    announce(project, "1.1.0", "| indicators | 0 | 1 | 0 |")
    assert build.main([], project) == 0, "a version may say more"


def test_a_new_post_demands_a_minor_version(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release_variant(project, "1.0.0", without_last_post)
    rows = {
        table: sum(row["post_id"] == "p17" for row in read(project, table))
        for table in ("posts", "claims", "figures", "sentences")
    }
    counts = "\n".join(f"| {table} | {count} | 0 | 0 |" for table, count in rows.items())
    announce(project, "1.0.1", counts)
    message = said(project, capsys)
    assert "demand a minor version, for example posts p17 added" in message
    assert "write 1.1.0 or more" in message
    announce(project, "1.1.0", counts)
    assert build.main([], project) == 0


def test_a_renamed_column_demands_a_major_version(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def rename(package: Package) -> None:
        change_bytes(package, "claims", lambda text: text.replace(b",theme,", b",topic,", 1))
        change(package / "datapackage.json", '"name": "theme"', '"name": "topic"')

    release_variant(project, "1.0.0", rename)
    announce(project, "1.1.0")
    message = said(project, capsys)
    assert "demand a major version, for example claims topic renamed: topic → theme" in message
    assert "write 2.0.0 or more" in message
    announce(project, "2.0.0")
    assert "2.0.0 does not say of `claims.topic`: renamed" in said(project, capsys)
    announce(project, "2.0.0", words="- `claims.topic` is now called `theme`.")
    assert build.main([], project) == 0


def test_an_id_that_goes_without_a_tombstone_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release_variant(project, "1.0.0", with_claim("p17.c99"))
    announce(project, "1.1.0", "| claims | 0 | 0 | 1 |")
    message = said(project, capsys)
    assert "claims p17.c99 was released and is withdrawn without a tombstone" in message
    tombstones = project / "curation/tombstones.yaml"
    tombstones.write_text("claims p17.c99:\n  reason: It was no claim.\n  successor: [p17.c01]\n")
    assert build.main([], project) == 0
    announce(project, "1.0.1", "| claims | 0 | 0 | 1 |")
    assert "for example claims p17.c99 withdrawn" in said(project, capsys)


def test_a_withdrawn_id_is_remembered_longer_than_one_release(project: Path) -> None:
    release_variant(project, "1.0.0", with_claim("p17.c99"))
    release_variant(project, "1.1.0")
    announce(project, "1.1.0")
    assert "claims p17.c99 was released and is withdrawn without" in gate(project)


@pytest.mark.parametrize("tombstone", ["", "claims p03.c07:\n  reason: Gone.\n  successor: []\n"])
def test_an_id_that_was_withdrawn_is_not_used_again(
    project: Path, capsys: pytest.CaptureFixture[str], tombstone: str
) -> None:
    release_variant(project, "1.0.0")
    release_variant(project, "1.1.0", without("claims", lambda row: row["claim_id"] == "p03.c07"))
    (project / "curation/tombstones.yaml").write_text(tombstone)
    announce(project, "1.2.0", "| claims | 1 | 0 | 0 |")
    message = said(project, capsys)
    assert "claims p03.c07 is used again; it was withdrawn after version 1.0.0" in message
    assert "claims.csv" in message


def test_an_id_that_is_given_to_other_words_is_refused(project: Path) -> None:
    other = {"char_start": "1", "char_end": "9"}
    release_variant(
        project,
        "1.0.0",
        lambda package: change_row(
            package, "claims", lambda row: other, lambda row: row["claim_id"] == "p03.c30"
        ),
    )
    announce(project, "1.0.1", "| claims | 0 | 1 | 0 |")
    message = gate(project)
    assert "claims p03.c30 is used again, for other words than it was given to" in message


def test_words_cut_or_widened_keep_their_id(project: Path) -> None:
    def widen(row: Row) -> Row:
        return {"char_end": str(int(row["char_end"]) + 1)}

    release_variant(project, "1.0.0", lambda package: change_row(package, "claims", widen))
    announce(project, "1.0.1", "| claims | 0 | 1 | 0 |")
    assert gate(project) == ""


def test_a_link_may_go_and_come_back_without_a_tombstone(project: Path) -> None:
    first = read(project, "claim_operations")[0]
    release_variant(project, "1.0.0")
    release_variant(project, "1.1.0", without("claim_operations", lambda row: row == first))
    announce(project, "1.2.0", "| claim_operations | 1 | 0 | 0 |")
    assert gate(project) == ""


TOMBSTONES = [
    ("claims p17.c98", "[]", "claims p17.c98 was never released"),
    ("claims p17.c99", "[p17.c97]", "has the successor p17.c97, which is no row of claims"),
    ("claims p17.c99", "[p17.c99]", "claims p17.c99 succeeds itself"),
    ("claims p17.c99", "none", "successor is not a list"),
    ("p17.c99", "[]", "has not the form of an id"),
    ("claims p17.c01", "[]", "stands in the table although it has a tombstone"),
]


@pytest.mark.parametrize(("row", "successor", "message"), TOMBSTONES)
def test_a_wrong_tombstone_is_refused(
    project: Path, row: str, successor: str, message: str
) -> None:
    release_variant(project, "1.0.0", with_claim("p17.c99"))
    announce(project, "1.1.0", "| claims | 0 | 0 | 1 |")
    tombstone = f"{row}:\n  reason: It was no claim.\n  successor: {successor}\n"
    (project / "curation/tombstones.yaml").write_text(tombstone)
    assert message in gate(project)


def test_a_withdrawn_id_may_be_succeeded_by_one_that_is_withdrawn_too(project: Path) -> None:
    def add_both(package: Package) -> None:
        with_claim("p17.c98")(package)
        with_claim("p17.c99")(package)

    release_variant(project, "1.0.0", add_both)
    announce(project, "1.1.0", "| claims | 0 | 0 | 2 |")
    (project / "curation/tombstones.yaml").write_text(
        "claims p17.c98:\n  reason: Merged.\n  successor: [p17.c99]\n"
        "claims p17.c99:\n  reason: Merged.\n  successor: [p17.c01]\n"
    )
    assert gate(project) == ""


def test_a_version_before_the_last_release_is_refused(project: Path) -> None:
    release_variant(project, "1.2.0")
    announce(project, "1.1.9")
    assert "version 1.1.9 comes before the last release, 1.2.0" in gate(project)


@pytest.mark.parametrize("version", ["1.0", "v1.0.0", "1.0.0-rc1", "01.0.0", "1.0.0.0"])
def test_a_version_of_another_form_is_refused(project: Path, version: str) -> None:
    announce(project, version)
    assert f"'{version}' is no version" in gate(project)


CHANGELOGS = [
    ("## 1.0.1", "## 1.0.2", "the newest entry is not that of version 1.0.1"),
    ("## 1.0.1 (unreleased)", "## 1.0.1", "'## 1.0.1' names no version and date"),
    ("- What changed.", "", "1.0.1 does not say in words what changed"),
    ("## 1.0.0 (2026-11-24)", "## 0.9.0 (2026-11-24)", "the release 1.0.0 (2026-11-24) is gone"),
    ("(2026-11-24)", "(2026-11-25)", "the release 1.0.0 (2026-11-24) is gone"),
    ("(unreleased)", "(2026-02-31)", "2026-02-31 is no day"),
    ("- Released.\n", "- Released.\n\n## 1.0.0 (2026-11-24)\n", "version 1.0.0 has two entries"),
    ("| indicators | 0 | 1 | 0 |", "| units | 0 | 1 | 0 |", "write '| units | 0 | 0 | 0 |'"),
    (
        "| indicators | 0 | 1 | 0 |",
        "| indicators | 0 | 1 | 0 |\n| indicators | 0 | 1 | 0 |",
        "the rows of indicators are counted twice",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), CHANGELOGS)
def test_a_changelog_that_says_something_else_is_refused(
    project: Path, old: str, new: str, message: str
) -> None:
    release_variant(
        project,
        "1.0.0",
        lambda package: change_row(package, "indicators", lambda row: {"label": "x"}),
    )
    announce(project, "1.0.1", "| indicators | 0 | 1 | 0 |")
    assert gate(project) == ""
    change(project / "CHANGELOG.md", old, new)
    assert message in gate(project)


RECORDS: list[tuple[Callable[[Path], object], str]] = [
    (lambda root: (root / "releases/ledger.json").unlink(), "is no ledger of releases"),
    (lambda root: (root / "releases/ledger.json").write_text("{"), "is no ledger of releases"),
    (lambda root: change(root / "releases/ledger.json", '"rows"', '"row"'), "is no ledger of"),
    (
        lambda root: change(root / "releases/last/data/claims.csv", "p01.c02", "p01.c92"),
        "releases/last: is not version 1.0.0 as releases/ledger.json records it",
    ),
    (lambda root: (root / "releases/last/data/claims.csv").unlink(), "claims: its file or schema"),
    (lambda root: (root / "curation/tombstones.yaml").unlink(), "the register is missing"),
    (lambda root: (root / "CHANGELOG.md").unlink(), "CHANGELOG.md: cannot be read"),
]


@pytest.mark.parametrize(("damage", "message"), RECORDS, ids=[m for _, m in RECORDS])
def test_damaged_records_are_refused(
    project: Path,
    damage: Callable[[Path], object],
    message: str,
) -> None:
    release_variant(project, "1.0.0")
    announce(project, "1.0.0")
    damage(project)
    assert message in gate(project)


def test_check_and_validate_see_what_the_build_refuses(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release_variant(project, "1.0.0", with_claim("p17.c99"))
    announce(project, "1.1.0", "| claims | 0 | 0 | 1 |")
    assert build.main(["--check"], project) == 1
    assert "withdrawn without a tombstone" in capsys.readouterr().err
    sync = next(result for result in validate(project) if result.layer == "sync")
    assert "withdrawn without a tombstone" in "\n".join(map(str, sync.findings))
