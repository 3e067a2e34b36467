"""One register is read as it is written, and refused with every line whose form is wrong."""

from pathlib import Path

import pytest

from scripts.curation.register_file import Entry, Fields, load_register
from scripts.curation.registers import FIELDS, REGISTERS
from tests.conftest import ROOT

ICE, MAYORKAS = "name: Breaking Ice", "names:\n  - Mayorkas"

# register, words of it, what is there instead, the line that is named, the reason
BROKEN = [
    ("operations", "breaking-ice:\n", "banning-ecstasy:\n", "banning-ecstasy:", "duplicate key"),
    ("operations", "breaking-ice:\n", "Breaking_Ice:\n", "Breaking_Ice:", "the form of an id"),
    ("operations", "breaking-ice:\n", "breaking-٣:\n", "breaking-٣:", "the form of an id"),
    ("operations", "  operation_type: campaign\n", "", "banning-ecstasy:", "no operation_type"),
    ("operations", ICE, "nmae: Breaking Ice", "  nmae", "unknown field 'nmae'"),
    ("operations", ICE, "nmae: Breaking Ice", "breaking-ice:", "breaking-ice has no name"),
    ("operations", ICE, "name: ''", "  name: ''", "name is empty"),
    ("operations", ICE, "name:", "  name:", "name is empty"),
    ("operations", ICE, "name: 'Breaking Ice '", "  name", "has white space around it"),
    ("operations", ICE, "name: [Breaking Ice]", "  name", "name is not one value"),
    ("operations", ICE, "name: {en: Breaking Ice}", "  name", "name is not one value"),
    ("operations", ICE, "name: *ice", "  name", "anchors, aliases and tags"),
    ("operations", ICE, "name: 'Breaking Ice", "", "not YAML"),
    ("operations", "breaking-ice:\n", "---\nbreaking-ice:\n", "breaking", "a second document"),
    ("entities", MAYORKAS, "names: Mayorkas", "  names: Mayorkas", "names is not a list"),
    ("entities", MAYORKAS, "names: []", "  names: []", "names is empty"),
    ("entities", MAYORKAS, "names:\n  - [Mayorkas]", "  ", "is not a list of values"),
    ("codes", "      label: Statistic\n", "", "    statistic:", "statistic has no label"),
]


@pytest.mark.parametrize(("register", "old", "new", "line", "reason"), BROKEN)
def test_a_broken_register_is_refused_at_its_line(
    tmp_path: Path, register: str, old: str, new: str, line: str, reason: str
) -> None:
    text = (ROOT / REGISTERS / f"{register}.yaml").read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    (tmp_path / "register.yaml").write_text(text, "utf-8")
    _, findings = load_register(tmp_path, "register.yaml", FIELDS[register])
    said = [finding for finding in findings if reason in finding.reason]
    assert said, findings
    assert said[0].file == "register.yaml" and said[0].line
    assert text.split("\n")[said[0].line - 1].startswith(line), said[0]


KINDS = [
    ("", "register.yaml: the file is empty"),
    ("# nothing\n", "register.yaml:1: the register has no entries"),
    ("- gram\n", "register.yaml:1: the register has no entries"),
    ("gram\n", "register.yaml:1: the register has no entries"),
    ("{}\n", "register.yaml:1: the register has no entries"),
    ("gram: 1\n", "register.yaml:1: gram has no fields"),
    ("gram: [1]\n", "register.yaml:1: gram has no fields"),
    ("[" * 50_000, "register.yaml:1: more than 20 levels"),
]


@pytest.mark.parametrize(("text", "message"), KINDS, ids=[text[:12] for text, _ in KINDS])
def test_a_document_of_another_kind_is_refused_once(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "register.yaml").write_text(text)
    entries, findings = load_register(tmp_path, "register.yaml", FIELDS["units"])
    assert [str(finding)[: len(message)] for finding in findings] == [message]
    assert entries == {}


EXAMPLE = 'one:\n  word: "a"\n  lines: [{}]\n'


@pytest.mark.parametrize(
    ("values", "empty", "said"),
    [
        ("", ("lines",), []),
        ("", (), ["one: lines is empty or has white space around it"]),
        ('"b "', (), ["one: lines is empty or has white space around it"]),
        ("[b]", ("lines",), ["one: lines is not a list of values"]),
    ],
)
def test_a_list_may_be_empty_where_its_field_may(
    tmp_path: Path, values: str, empty: tuple[str, ...], said: list[str]
) -> None:
    (tmp_path / "register.yaml").write_text(EXAMPLE.format(values))
    fields = Fields(("word", "lines"), lists=("lines",), empty=empty)
    entries, findings = load_register(tmp_path, "register.yaml", fields)
    assert [finding.reason for finding in findings] == said
    assert said or entries["one"].list("lines") == ()


def test_a_field_of_another_kind_gives_nothing() -> None:
    entry = Entry("ice", {"name": "Breaking Ice", "names": ("Ice",)}, 1)
    assert (entry.text("name"), entry.text("names"), entry.text("place")) == (
        "Breaking Ice",
        "",
        "",
    )
    assert (entry.list("names"), entry.list("name"), entry.list("forms")) == (("Ice",), (), ())
