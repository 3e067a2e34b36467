"""cffconvert cites the unpacked release as the page says."""

import json

import pytest

from tests.consumers.making import Release
from tests.consumers.printed import lines_for, run_shell

pytestmark = pytest.mark.programs


def test_the_printed_line_cites_the_release(release: Release) -> None:
    done = run_shell(lines_for("cffconvert", release.folder), release.folder, "citation")
    package = json.loads((release.folder / "datapackage.json").read_text("utf-8"))
    assert done.returncode == 0, done.stderr
    assert package["contributors"][0]["title"] in done.stdout
    assert package["title"] in done.stdout
    assert f"version {package['version']}" in done.stdout
