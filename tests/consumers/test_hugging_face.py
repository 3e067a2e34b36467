"""Hugging Face's datasets reads every table of a release by the card at the top of its README."""

import re
from pathlib import Path

import pytest
import yaml

from tests.consumers.comparison import Tables, check, wrong_quotes
from tests.consumers.making import Release
from tests.consumers.printed import read_elsewhere
from tests.consumers.traps import TRAPPED, check_traps


def read_tables(release: Release, home: Path, *names: str) -> Tables:
    return read_elsewhere("datasets", "Hugging Face datasets", release.folder, *names, home=home)


def test_the_card_has_a_configuration_for_every_table(release: Release) -> None:
    page = (release.folder / "README.md").read_text("utf-8")
    found = re.match(r"---\n(.*?\n)---\n", page, re.S)
    assert found, "README.md does not begin with YAML"
    configurations = [one["config_name"] for one in yaml.safe_load(found[1])["configs"]]
    assert set(release.master) <= set(configurations)


@pytest.mark.programs
def test_the_printed_lines_read_every_table_as_it_stands_in_the_files(
    release: Release, tmp_path: Path
) -> None:
    tables = read_tables(release, tmp_path, *release.master)
    check(release.master, tables)
    assert wrong_quotes(tables) == wrong_quotes(release.master)


@pytest.mark.programs
def test_text_that_looks_like_something_else_stays_as_it_is(
    trapped: Release, tmp_path: Path
) -> None:
    check_traps(read_tables(trapped, tmp_path, *TRAPPED))
