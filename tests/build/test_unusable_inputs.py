"""Inputs of a build that cannot be used: one clear error, nothing written, no traceback."""

from pathlib import Path

import pytest

from scripts.build import main
from tests.build.breaking import snapshot

BROKEN = [
    ("curation/package.yaml", None, "curation/package.yaml: cannot be read"),
    ("curation/package.yaml", "a: [", "curation/package.yaml: no YAML"),
    ("curation/package.yaml", "", "holds no properties"),
    ("curation/codings/agreement.csv", "agreement_id,beta\nclaim,1\n", "row and schema differ"),
    ("curation/codings/agreement.csv", None, "agreement.csv: cannot be read"),
    ("curation/links/consistency.yaml", "a: [", "consistency.yaml"),
]


@pytest.mark.parametrize(("path", "content", "message"), BROKEN)
def test_an_input_that_cannot_be_used_is_named(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    path: str,
    content: str | None,
    message: str,
) -> None:
    if content is None:
        (project / path).unlink()
    else:
        (project / path).write_text(content, "utf-8")
    before = snapshot(project / "data")
    assert main([], project) == 1
    assert message in capsys.readouterr().err
    assert snapshot(project / "data") == before


def test_a_folder_in_the_place_of_a_table_is_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "data/claims.csv").unlink()
    (project / "data/claims.csv").mkdir()
    assert main([], project) == 1
    assert "data/claims.csv: a folder stands where this file belongs" in capsys.readouterr().err
