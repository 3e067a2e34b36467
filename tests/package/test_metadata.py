"""What people decided about the package is read as they wrote it, or named with its line."""

from pathlib import Path

import pytest

from scripts.curation.finding import FindingsError
from scripts.package.metadata import METADATA, load_metadata
from tests.conftest import change

ROOT = Path(__file__).parents[2]


def test_the_real_properties_are_read_as_they_are_written() -> None:
    metadata = load_metadata(ROOT)
    assert metadata["name"] == "china-drug-control-posts"
    assert metadata["contributors"][0]["title"] == "China Drug-Control Posts contributors"
    paths = [licence["path"] for licence in metadata["licenses"]]
    assert paths == ["LICENSE", "LICENSE-CODE", "NOTICE-POSTS.md"]
    assert all((ROOT / path).is_file() for path in paths)


# words of the file, what is put there, the beginning of the line that is named, and what is said
BROKEN = [
    ("name: china-", "name: ../china-", "name:", "name: '../china-drug-control-posts' is wrong"),
    ("language: en", "language: English", "language:", "language: 'English' is wrong (ISO 639-1)"),
    ("language: en", "tongue: en", "name:", "the package: 'language' is a required property"),
    ("language: en", "language: en\ndoi: x", "name:", "the package: Additional properties are not"),
    ("path: LICENSE\n", "path: ../LICENSE\n", "    path:", "licenses 0 path: '../LICENSE' is wr"),
    ("  - title: China", "  - name: China", "  - name:", "contributors 0: 'title' is a required"),
    ("      - maintainer", "      - ''", "      - ''", "contributors 0 roles 1: '' is wrong"),
    ("title: China Drug", "title: [China Drug", "description:", "not YAML: "),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), BROKEN)
def test_a_wrong_property_is_named_with_its_line(
    curation: Path, old: str, new: str, line: str, message: str
) -> None:
    change(curation / METADATA, old, new)
    with pytest.raises(FindingsError) as refused:
        load_metadata(curation)
    told = [finding for finding in refused.value.findings if message in str(finding)]
    assert told, refused.value
    lines = (curation / METADATA).read_text("utf-8").split("\n")
    assert told[0].file == "curation/package.yaml"
    assert lines[told[0].line - 1].startswith(line), told[0]


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "the file is missing"), ("", "the file is empty"), ("- a\n", "has no properties")],
)
def test_a_file_without_properties_is_refused(
    curation: Path, content: str | None, message: str
) -> None:
    if content is None:
        (curation / METADATA).unlink()
    else:
        (curation / METADATA).write_text(content)
    with pytest.raises(FindingsError, match=f"curation/package.yaml:(1:)? {message}"):
        load_metadata(curation)
