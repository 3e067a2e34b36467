"""The changelog is read entry by entry, must say what changed, and is completed by a release."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.curation.finding import FindingsError
from scripts.package.changelog import Entry, complete_changelog, entry_findings, read_changelog
from scripts.package.comparison import Bump, Change

HEAD = "# Changelog\n\nAll changes.\n\n"
NEW = "## 1.1.0 (unreleased)\n\n- What changed.\n\n"
OLD = "## 1.0.0 (2026-11-24)\n\nThe first release.\n"
ROW = Change("claims", "p01.c02", "claim_id", "row added", "", "p01.c02", Bump.MINOR)
CELL = Change("claims", "p01.c01", "mode", "cell changed", "a", "b", Bump.PATCH)
COUNTS = "| table | added | changed | withdrawn |\n|---|--:|--:|--:|\n"


def read(folder: Path, text: str) -> list[Entry]:
    (folder / "CHANGELOG.md").write_text(text)
    return read_changelog(folder)


def test_entries_are_read_newest_first(tmp_path: Path) -> None:
    assert read(tmp_path, HEAD + NEW + OLD) == [
        Entry("1.1.0", "unreleased", NEW, 5),
        Entry("1.0.0", "2026-11-24", OLD, 9),
    ]
    assert read(tmp_path, HEAD) == []


HEADINGS = ["1.1.0", "1.1.0 (soon)", "1.1 (2026-1-1)", "[1.1.0] (unreleased)", "1.0.0 (unreleased)"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_another_form_or_of_a_version_named_before_is_refused(
    tmp_path: Path, heading: str
) -> None:
    words = f"CHANGELOG.md:9: '## {heading}' does not name a version of its own and a day"
    with pytest.raises(FindingsError) as caught:
        read(tmp_path, f"{HEAD}{OLD}\n## {heading}\n")
    assert str(caught.value).startswith(words)


def test_a_page_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FindingsError, match=r"CHANGELOG.md: the file is missing"):
        read_changelog(tmp_path)


def said(folder: Path, entry: str, *changes: Change) -> str:
    return "\n".join(map(str, entry_findings(read(folder, HEAD + entry), "1.1.0", changes)))


def test_an_entry_in_words_is_enough_for_rows_and_cells(tmp_path: Path) -> None:
    assert said(tmp_path, NEW + OLD, ROW, CELL) == ""


ENTRIES = [
    ("", "does not begin with 1.1.0"),
    (OLD, "CHANGELOG.md:5: does not begin with 1.1.0 (write '## 1.1.0 (unreleased)' on top)"),
    (NEW.replace("unreleased", "2026-12-01"), "does not begin with 1.1.0"),
    (NEW.replace("1.1.0", "1.2.0"), "does not begin with 1.1.0"),
    (NEW.replace("- What changed.", ""), "1.1.0 does not say in words what changed"),
    (NEW + COUNTS, "1.1.0 counts rows (remove the table; the release writes it)"),
]


@pytest.mark.parametrize(("entry", "words"), ENTRIES)
def test_an_entry_that_a_release_cannot_take_is_refused(
    tmp_path: Path, entry: str, words: str
) -> None:
    assert words in said(tmp_path, entry)


DESCRIBED = [
    (Change("claims", "", "mode", "column removed", "mode", "", Bump.MAJOR), "claims.mode"),
    (Change("claims", "", "mode", "last column added", "", "mode", Bump.MINOR), "claims.mode"),
    (Change("claims", "", "", "primaryKey changed", "a", "b", Bump.MAJOR), "claims"),
    (Change("links", "", "", "table removed", "links", "", Bump.MAJOR), "links"),
    (Change("", "", "", "name changed", "a", "b", Bump.MAJOR), "name"),
]


@pytest.mark.parametrize(("change", "name"), DESCRIBED)
def test_a_changed_description_must_be_named(tmp_path: Path, change: Change, name: str) -> None:
    assert f"1.1.0 does not say of `{name}`: {change.kind}" in said(tmp_path, NEW, change)
    assert said(tmp_path, NEW.replace("What", f"`{name}`"), change) == ""


def test_new_tables_and_reworded_descriptions_need_not_be_named(tmp_path: Path) -> None:
    added = Change("links", "", "", "table added", "", "links", Bump.MINOR)
    reworded = Change("claims", "", "mode", "title changed", "a", "b", Bump.PATCH)
    assert said(tmp_path, NEW, added, reworded) == ""


@pytest.mark.parametrize("older", [OLD, ""])
def test_a_release_writes_the_day_and_the_counts_of_rows(tmp_path: Path, older: str) -> None:
    (entry, *_) = read(tmp_path, HEAD + NEW + older)
    text = complete_changelog(HEAD + NEW + older, entry, "1.1.0", "2026-12-01", [ROW, CELL])
    counts = f"{COUNTS}| claims | 1 | 1 | 0 |\n"
    dated = f"## 1.1.0 (2026-12-01)\n\n- What changed.\n\n{counts}"
    assert text == HEAD + dated + (f"\n{older}" if older else "")
    assert read(tmp_path, text)[0].day == "2026-12-01"


def test_a_release_without_changed_rows_has_no_table_of_counts(tmp_path: Path) -> None:
    (entry, _) = read(tmp_path, HEAD + NEW + OLD)
    text = complete_changelog(HEAD + NEW + OLD, entry, "1.1.0", "2026-12-01", [])
    assert text == HEAD + NEW.replace("unreleased", "2026-12-01") + OLD


PLACES = st.integers(0, len(HEAD + NEW + OLD))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(PLACES, st.sampled_from(["## ", "\n", "1.1.0", "(", "", "é", "\0"])), min_size=1
    )
)
def test_an_edited_page_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, str]]
) -> None:
    text = HEAD + NEW + OLD
    for place, words in edits:
        text = text[:place] + words + text[place + 1 :]
    folder = tmp_path_factory.mktemp("page")
    try:
        entries = read(folder, text)
    except FindingsError as error:
        assert all(finding.file == "CHANGELOG.md" for finding in error.findings)
    else:
        lines = text.split("\n")
        assert all(lines[one.line - 1].startswith(f"## {one.version} (") for one in entries)
        assert all(one.text in text for one in entries)
