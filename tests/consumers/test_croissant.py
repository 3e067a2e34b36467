"""mlcroissant reads every table of a release with its types and quotes, and sees a changed file."""

import hashlib
import re
from pathlib import Path

import pytest

from tests.consumers.comparison import Tables, check, wrong_quotes
from tests.consumers.making import Release
from tests.consumers.printed import read_elsewhere, run_shell
from tests.consumers.traps import TRAPPED, check_traps

pytestmark = pytest.mark.programs

CROISSANT = "metadata/croissant.json"


def read_tables(release: Release, home: Path, *names: str) -> Tables:
    return read_elsewhere("mlcroissant", "mlcroissant", release.folder, *names, home=home)


def test_the_printed_lines_read_every_table_as_it_stands_in_the_files(
    release: Release, tmp_path: Path
) -> None:
    tables = read_tables(release, tmp_path, *release.master)
    check(release.master, tables)
    assert wrong_quotes(tables) == wrong_quotes(release.master)


def test_it_finds_no_issue_in_the_metadata(release: Release) -> None:
    done = run_shell(f"mlcroissant validate --jsonld {CROISSANT}", release.folder, "programs")
    assert done.returncode == 0, done.stderr
    assert "Done." in done.stderr and "WARNING" not in done.stderr, done.stderr


def test_it_guesses_what_is_missing_and_what_is_a_number(trapped: Release, tmp_path: Path) -> None:
    # It reads CSV files without the types of the metadata, and makes text of what it has guessed.
    # In the release it guesses right; what it does with other texts is written down here.
    known = {"the text NA": None, "the text null": None}
    check_traps(read_tables(trapped, tmp_path, *TRAPPED), known, digits=str)


def lose_last_indicator(release: Release) -> str:
    """Take the last row off a table; return the new hash of its file."""
    file = release.folder / "data/codes/indicators.csv"
    file.write_bytes(re.sub(rb"[^\n]*\n\Z", b"", file.read_bytes()))
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_it_refuses_a_table_with_another_hash(copied: Release, tmp_path: Path) -> None:
    lose_last_indicator(copied)
    with pytest.raises(ValueError, match=r"indicators\.csv is not identical with the reference"):
        read_tables(copied, tmp_path, "indicators")


def test_a_lost_row_is_seen_though_the_hash_was_repaired(
    copied: Release, master: Tables, tmp_path: Path
) -> None:
    file = copied.folder / CROISSANT
    old = hashlib.sha256((copied.folder / "data/codes/indicators.csv").read_bytes()).hexdigest()
    file.write_text(file.read_text("utf-8").replace(old, lose_last_indicator(copied)), "utf-8")
    tables = read_tables(copied, tmp_path, "indicators")
    with pytest.raises(AssertionError, match=r"indicators\.indicator_id: type, rows, nulls, sum"):
        check({"indicators": master["indicators"]}, tables)
