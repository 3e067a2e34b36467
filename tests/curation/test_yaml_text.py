"""YAML is read as text with lines; nothing is constructed, and nothing is read twice or deep."""

from time import perf_counter

import pytest

from scripts.curation.finding import FindingsError
from scripts.curation.yaml_text import read_yaml

TEXT = """\
# a comment
person:
  label: "Person: one"
  factor: 1.0
  answer: no
  time: 1:30
  empty:
  forms: [person, 'people']
"""


def test_every_value_is_the_text_that_was_written() -> None:
    node = read_yaml(TEXT, "units.yaml")
    assert node and node.plain() == {
        "person": {
            "label": "Person: one",
            "factor": "1.0",
            "answer": "no",
            "time": "1:30",
            "empty": "",
            "forms": ["person", "people"],
        }
    }


def test_every_value_knows_the_line_of_its_key() -> None:
    node = read_yaml(TEXT, "units.yaml")
    assert node and isinstance(node.value, dict)
    person = node.value["person"]
    assert person.line == 2 and isinstance(person.value, dict)
    assert {name: one.line for name, one in person.value.items()}["forms"] == 8


@pytest.mark.parametrize("text", ["", "# a comment\n", "\n\n"])
def test_a_file_without_a_document_is_none(text: str) -> None:
    assert read_yaml(text, "units.yaml") is None


REFUSED = [
    ("a: 1\nb: 2\na: 3\n", 3, "duplicate key a, also in line 1"),
    ("a:\n  b: 1\n  b: 2\n", 3, "duplicate key b, also in line 2"),
    ("a: &x 1\n", 1, "anchors, aliases and tags"),
    ("a: &x [1]\n", 1, "anchors, aliases and tags"),
    ("a: 1\nb: *x\nc: [1]\n", 2, "anchors, aliases and tags"),
    ("a: 1\n*x : 2\n", 2, "anchors, aliases and tags"),
    ("a: !!str 1\n", 1, "anchors, aliases and tags"),
    ("a: !!python/object/apply:os.system ['touch run']\n", 1, "anchors, aliases and tags"),
    ("a: ! 1\n", 1, "anchors, aliases and tags"),
    ("? [a]\n: 1\n", 1, "a key is not a word"),
    ("a: 1\n---\nb: 2\n", 3, "a second document"),
    ("a: 1\n...\nb: 2\n", 3, "not YAML"),
    ("a: 1\n b: 2\n", 2, "not YAML"),
    ("a: [1\n", 2, "not YAML"),
    ("a: 'one\n", 2, "not YAML"),
    ('a: "\\ud800"\n', 1, "not YAML"),
    ("a:\tb\n\t- c\n", 2, "not YAML"),
    ("é: 1\na: \x07\n", 2, "not YAML: the character 0x7, control characters are not allowed"),
    ("[" * 50_000, 1, "more than 20 levels"),
    ("{a: " * 50_000, 1, "more than 20 levels"),
    ("- " * 50_000, 1, "more than 20 levels"),
    ("? " * 50_000, 1, "a key is not a word"),
    ("".join(" " * depth + "a:\n" for depth in range(3000)), 21, "more than 20 levels"),
]


@pytest.mark.parametrize(
    ("text", "line", "reason"), REFUSED, ids=[ascii(row[0][:20]) for row in REFUSED]
)
def test_what_could_mean_two_things_or_run_is_refused_at_its_line(
    text: str, line: int, reason: str
) -> None:
    with pytest.raises(FindingsError) as error:
        read_yaml(text, "units.yaml")
    first = error.value.findings[0]
    assert (first.file, first.line) == ("units.yaml", line)
    assert reason in first.reason and first.fix


@pytest.mark.parametrize(
    "text", [f"a: {'x ' * 500_000}", f"{'x' * 500_000}: a", "a: [" + "b, " * 200_000 + "]"]
)
def test_a_long_document_is_read_or_refused_in_seconds(text: str) -> None:
    begin = perf_counter()
    try:
        read_yaml(text, "units.yaml")
    except FindingsError as error:
        assert len(str(error)) < 2000
    assert perf_counter() - begin < 10
