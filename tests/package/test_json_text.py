"""JSON is read, or refused in one finding that says what is wrong and where."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.curation.finding import FindingsError
from scripts.package.json_text import DEEPEST, LARGEST, LONGEST_NUMBER, read_json

ROOT = Path(__file__).parents[2]
DESCRIPTOR = (ROOT / "datapackage.json").read_bytes()


def test_json_gives_its_value() -> None:
    text = '{"a": [1, 2.5, true, null, "\\ud83d\\ude00 漢", "[[{{"], "b": {}}'
    assert read_json(text.encode(), "x") == json.loads(text)
    assert read_json(DESCRIPTOR, "x") == json.loads(DESCRIPTOR)


def test_as_many_levels_and_digits_as_allowed_are_read() -> None:
    deep = "[" * DEEPEST + "9" * LONGEST_NUMBER + "]" * DEEPEST
    assert read_json(deep.encode(), "x") == json.loads(deep)


BAD = [
    (b"", 1, "not JSON"),
    (b'{"a": 1,\n "b" 2}', 2, "not JSON"),
    (b'{"a": 1}\n{"a": 1}', 2, "not JSON"),
    (b'{"a": "\n"}', 1, "not JSON"),
    (b'{"a": "', 1, "not JSON"),
    (b"\xef\xbb\xbf{}", 1, "BOM"),
    (b'{\n"a": "\xff"}', 2, "not UTF-8 at byte 8"),
    (b'{"a": "\xed\xa0\x80"}', 1, "not UTF-8 at byte 7"),
    (b'{"a": 1, "b": {"c": 1, "c": 1}}', 0, "has the duplicate key 'c'"),
    (b"[NaN]", 0, "has the number NaN"),
    (b"[-Infinity]", 0, "has the number -Infinity"),
    (b"[1e999999999]", 0, "has the number 1e999999999"),
    (b"[" + b"9" * (LONGEST_NUMBER + 1) + b"]", 0, "has the number 9999"),
    (b"[0." + b"9" * 5000 + b"]", 0, "has the number 0.9999"),
    (b'["\\ud83d"]', 0, "half of a surrogate pair"),
    (b'{"\\ude00": 1}', 0, "half of a surrogate pair"),
    (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), 0, "levels of lists and objects"),
    (b'{"a":' * 100_000, 0, "levels of lists and objects"),
    (b" " * LARGEST + b"1", 0, f"has more than {LARGEST} bytes"),
]


@pytest.mark.parametrize(("content", "line", "words"), BAD, ids=[str(b[0])[:20] for b in BAD])
def test_bad_json_is_refused_in_one_finding(content: bytes, line: int, words: str) -> None:
    with pytest.raises(FindingsError) as caught:
        read_json(content, "some.json")
    (finding,) = caught.value.findings
    assert (finding.file, finding.line) == ("some.json", line)
    assert words in finding.reason and len(finding.reason) < 200


EDITS = st.lists(st.tuples(st.integers(0, len(DESCRIPTOR)), st.binary(max_size=3)), min_size=1)
WORDS = ["{", "}", "[", "]", '"', "\\", "\\ud800", ",", ":", "1", "-", "e9", "NaN", "true", "\n"]


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.one_of(EDITS, st.lists(st.sampled_from(WORDS)).map("".join)))
def test_whatever_the_bytes_there_is_a_value_or_a_finding(
    edits: list[tuple[int, bytes]] | str,
) -> None:
    content = edits.encode() if isinstance(edits, str) else DESCRIPTOR
    for place, new in edits if isinstance(edits, list) else []:
        content = content[:place] + new + content[place + 1 :]
    try:
        value = read_json(content, "x")
    except FindingsError as error:
        assert len(error.findings) == 1
    else:
        assert json.loads(json.dumps(value)) == value
