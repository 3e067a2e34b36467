"""What `check` accepts can be built, and `validate` has nothing against it."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from scripts.build import build
from scripts.validate import validate
from tests.conftest import change, findings_of

# Decisions that a coder may take; they are all taken in one project.
ACCEPTED = [
    # A number that the quote does not say, with a reason: the statement says it too.
    ("posts/p16.txt", "over 100,000 anti-drug publicity", "over 10,001 anti-drug publicity"),
    (
        "posts/p16.txt",
        ": education-activities level\n",
        ": education-activities level\n      value 10001\n      reason The words are garbled.\n",
    ),
    ("posts/p03.txt", "  n 2023=stray\n", "  n 2023=name\n"),
    ("posts/p03.txt", "CN\n    repaired", "CN\n    stance mixed : So it is.\n    repaired"),
    ("posts/p03.txt", "  rest slogan\n", "  rest Zero = slogan\n  x drugs = term\n"),
    ("posts/p09.txt", "problem-grave country CN\n", "problem-grave country CN : ironic\n"),
    # Words that make no claim and carry no message, with the reason why.
    (
        "posts/p10.txt",
        "  t China has an obligation to ban drugs = other country CN\n  rest slogan\n",
        "  rest slogan : A demand that is no message of the register.\n",
    ),
    # Characters that mean something to CSV, Markdown, HTML or a spreadsheet.
    (
        "posts/p09.txt",
        "says Drug problems have long plagued China.",
        'says Drug "problems", <b>have</b> long | plagued [China](javascript:x) & \\n `x` – .',
    ),
    ("registers/reference_checks.yaml", "note: The total of", "note: =1+1 is the total of"),
    ("registers/operations.yaml", "name: Breaking Ice", "name: \"-Breaking, 'Ice'\""),
    ("links/propositions.txt", "in China has been curbed.", '"in" <b>China</b> | *has* been `x`.'),
    ("links/propositions.txt", "\ndrug-crime-", "apart: p03.c02 p12.c03\n\ndrug-crime-"),
    ("links/consistency.yaml", "confidence: high", "confidence: medium"),
]


@pytest.fixture
def decided(project: Path) -> Iterator[Path]:
    for file, old, new in ACCEPTED:
        change(project / "curation" / file, old, new)
    yield project


def test_what_is_accepted_is_valid_as_it_is_written(decided: Path) -> None:
    assert findings_of(decided) == []
    layers = validate(decided, build(decided))
    assert [finding for layer in layers for finding in layer.findings] == []
    text = (decided / "data/claims.csv").read_text("utf-8")
    assert "over 10,001 anti-drug" in text and '""problems""' in text


# What a slip of the hand may put in the place of a word, beside any other word of the file.
_SLIPS = (
    *("", "-", "=", "@ s99", "#2", "[", "'", '"', "\u200b", "\u0435", "0", "NaN", "1e999999999"),
    *("9" * 25, "2015-13", "2023/..", "MM", "order_of", "rank", "not_found", "value many"),
    *("rest slogan", "= no generic", "actor=wider", "value 5\n      reason x", "{x}", "%s", "\\"),
    "sum p03.f01 p03.f02 = p03.f03",
)


def _slip(text: str, random: Random) -> str:
    """Return a file with one or two words changed, taken away, or doubled as a line."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 2)):
        place = random.randrange(len(lines))
        words = lines[place].split(" ")
        word = random.randrange(len(words))
        kind = random.random()
        if kind < 0.2:
            lines.insert(place, random.choice(lines))
        elif kind < 0.4:
            del words[word]
            lines[place] = " ".join(words)
        else:
            words[word] = random.choice([*_SLIPS, *random.choice(lines).split(" ")])
            lines[place] = " ".join(words)
    return "\n".join(lines)


def test_slips_are_refused_with_file_and_fix_or_valid_as_they_are_written(project: Path) -> None:
    """Those that are accepted stay, so that one package is written with all of them."""
    random = Random(1)
    files = sorted(
        path
        for folder in ("posts", "links", "registers")
        for path in (project / "curation" / folder).iterdir()
    )
    accepted = 0
    for _ in range(30):
        path = random.choice(files)
        before = path.read_text("utf-8")
        path.write_text(_slip(before, random), "utf-8", newline="\n")
        found = findings_of(project)
        assert all(one.file and one.reason and one.fix for one in found), found
        if found:
            path.write_text(before, "utf-8", newline="\n")
        accepted += not found
    assert 0 < accepted < 30
    layers = validate(project, build(project))
    assert [finding for layer in layers for finding in layer.findings] == []
