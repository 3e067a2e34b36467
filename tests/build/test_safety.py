"""What stands in an input stays words: it runs nothing, writes nowhere else, and is no markup."""

import re
from pathlib import Path

import pytest

from scripts import build
from scripts.mutations.package_copy import change_text
from scripts.validate import validate
from tests.build.breaking import change
from tests.validate.real_package import assert_found

MARKUP = "<script>alert(1)</script> ![x](http://example.org/x.png) | a <!-- end codelists -->."
# register, the line that gets the markup, the page that shows it
SHOWN = [
    ("curation/registers/codes.yaml", r"( definition: ).*", "CODEBOOK.md"),
    ("curation/registers/operations.yaml", r"(  name: ).*", "docs/what-recurs.md"),
    ("curation/links/consistency.yaml", r"(  finding: ).*", "docs/what-recurs.md"),
    ("curation/links/propositions.txt", r"(^china-blamed-for-drugs: ).*", "docs/what-recurs.md"),
]


@pytest.mark.parametrize(("register", "line", "page"), SHOWN)
def test_markup_in_an_input_is_shown_as_words(
    project: Path, register: str, line: str, page: str
) -> None:
    path = project / register
    markup = f"'{MARKUP}'" if path.suffix == ".yaml" else MARKUP
    pattern = re.compile(line, re.MULTILINE)
    text, changed = pattern.subn(rf"\g<1>{markup}", path.read_text("utf-8"), count=1)
    assert changed
    path.write_text(text, "utf-8")
    markers = (project / page).read_text("utf-8").count("<!-- end")
    assert build.main([], project) == 0
    shown = (project / page).read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; !\\[x\\](http" in shown
    assert "<script" not in shown and "![x]" not in shown
    assert shown.count("<!-- end") == markers


@pytest.mark.parametrize(
    "value",
    ["!!python/object/apply:os.system ['touch run']", "&a x", "*a", "!tag x"],
)
def test_a_register_that_would_run_or_refer_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    path = project / "curation/registers/units.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"label: .*", lambda _: f"label: {value}", text, count=1), "utf-8")
    assert build.main([], project) == 1
    assert "curation/registers/units.yaml:" in capsys.readouterr().err
    assert not (project / "run").exists()


@pytest.mark.parametrize(
    ("file", "words", "leading"),
    [
        ("curation/posts/p03.txt", "post p03", "post ../../p03"),
        ("curation/package.yaml", "name: china-", "name: ../../china-"),
        ("curation/package.yaml", "path: LICENSE\n", "path: ../LICENSE\n"),
    ],
)
def test_an_input_that_names_a_place_outside_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], file: str, words: str, leading: str
) -> None:
    change(project / file, words, leading)
    around = sorted(project.parent.iterdir())
    assert build.main([], project) == 1
    assert file in capsys.readouterr().err
    assert sorted(project.parent.iterdir()) == around


def test_a_link_in_the_place_of_a_table_is_replaced_and_its_target_kept(
    project: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text("mine\n")
    (project / "data/claims.csv").unlink()
    (project / "data/claims.csv").symlink_to(outside)
    assert build.main([], project) == 0
    assert outside.read_text() == "mine\n"
    assert not (project / "data/claims.csv").is_symlink()


def test_a_table_in_the_descriptor_that_lies_outside_is_never_read(project: Path) -> None:
    change_text(project / "datapackage.json", '"path": "data/claims.csv"', '"path": "../x.csv"')
    found = [f for result in validate(project) for f in result.findings]
    assert_found(found, "form", "datapackage.json", "", "resources/1/path: '../x.csv'")
