"""Wrong edits of the real curation, and what `check` says of them.

Edits that have nothing to do with one another are made in one copy of the curation and checked in
one run: a run takes half a second, and there are hundreds of edits.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.rules.rule import RULES, Rule
from tests.conftest import ROOT, findings_of

_FOLDERS = {
    **dict.fromkeys(("propositions", "consistency"), "links"),
    **dict.fromkeys(("agreement", "codings"), "codings"),
    "claims-20261127": "reviews",
}
_SUFFIXES = {"propositions": ".txt"} | dict.fromkeys(
    ("agreement", "codings", "claims-20261127"), ".csv"
)
# How many lines of a file are between two edits that have nothing to do with one another.
_APART = {"cell": 0, "build": 5, "row": 30, "rule": 30}


@dataclass(frozen=True)
class Edit:
    """One wrong edit, and the finding that must be told.

    `breaks` is the rule by the name that `rule_of` gives it; '' where a file cannot be read,
    'registers' where registers do not fit each other, 'build' where a line makes no row. The first
    `old` of `file` becomes `new`. `cell` is 'table row column' of the finding, `reason` and `fix`
    are words of it. The line that is named is the one where the edit begins, or begins with
    `at`; it is in `named` if that is another file. An edit that is `alone` has its own run.
    """

    breaks: str
    file: str
    old: str
    new: str
    cell: str
    reason: str
    fix: str
    at: str = ""
    named: str = ""
    alone: bool = False

    def __str__(self) -> str:
        """Return the edit as a test is named by it."""
        return f"{self.breaks or 'form'}: {self.file} {self.new.strip()[:40]!r}"

    @property
    def layer(self) -> str:
        """Return what looks at it: a reader, the checks of single cells and rows, or a rule."""
        return self.breaks.partition(" ")[0] or "form"


def path_of(file: str) -> str:
    """Return the path of a file of the curation by its short name: p03, units, propositions."""
    if file[0] == "p" and file[1:].isdigit():
        return f"curation/posts/{file}.txt"
    folder = _FOLDERS.get(file, "registers")
    return f"curation/{folder}/{file}{_SUFFIXES.get(file, '.yaml')}"


class Told(NamedTuple):
    """What one run says: findings, the rule of each, and the lines that the edits begin in."""

    findings: list[Finding]
    rules: dict[Finding, str]
    lines: dict[Edit, int]
    texts: dict[str, list[str]]


def batches(edits: Iterable[Edit]) -> list[list[Edit]]:
    """Return the edits in groups that can be made together.

    What cannot be read hides the rest, and a wrong cell hides rules on its row, so the layers are
    never mixed. Edits of one file are far from each other; those of single cells need only be of
    different lines.
    """
    found: list[list[Edit]] = []
    for edit in edits:
        group = [] if edit.alone else next((one for one in found if _fits(edit, one)), [])
        if not group:
            found.append(group)
        group.append(edit)
    return found


def _fits(edit: Edit, group: Sequence[Edit]) -> bool:
    if group[0].alone or edit.layer != group[0].layer:
        return False
    apart = _APART.get(edit.layer, 10**9)
    start, end = _lines(edit)
    others = (_lines(one) for one in group if one.file == edit.file)
    return all(start - last > apart or first - end > apart for first, last in others)


def _lines(edit: Edit) -> tuple[int, int]:
    """Return the first and the last line of the real file that an edit takes away, from 1."""
    text = (ROOT / path_of(edit.file)).read_text("utf-8")
    start = text.find(edit.old)
    assert start >= 0, f"{edit.file} has no {edit.old!r}"
    first = text.count("\n", 0, start) + 1
    return first, first + edit.old.rstrip("\n").count("\n")


def _begins(edit: Edit) -> int:
    """Return how many lines after the first an edit begins: what is the same is left out."""
    pairs = enumerate(zip(edit.old, edit.new, strict=False))
    shorter = min(len(edit.old), len(edit.new))
    same = next((place for place, (one, two) in pairs if one != two), shorter)
    # A line that is added begins after the line break.
    added = same == len(edit.old) and edit.new[same:].startswith("\n")
    return edit.new.count("\n", 0, same + added)


def make(edits: Sequence[Edit], root: Path) -> Told:
    """Make some edits in a copy of the curation, check it, and take them back."""
    lines: dict[Edit, int] = {}
    before: dict[Path, str] = {}
    shifts: dict[str, int] = {}
    for edit in sorted(edits, key=_lines):
        path = root / path_of(edit.file)
        text = path.read_text("utf-8")
        before.setdefault(path, text)
        lines[edit] = _lines(edit)[0] + _begins(edit) + shifts.get(edit.file, 0)
        shift = edit.new.count("\n") - edit.old.count("\n")
        shifts[edit.file] = shifts.get(edit.file, 0) + shift
        path.write_text(text.replace(edit.old, edit.new, 1), "utf-8", newline="\n")
    rules: dict[Finding, str] = {}
    originals = list(RULES)
    RULES[:] = [_recording(rule, rules) for rule in originals]
    try:
        findings = findings_of(root)
        named = {finding.file for finding in findings}
        texts = {file: (root / file).read_text("utf-8").split("\n") for file in named}
    finally:
        RULES[:] = originals
        for path, text in before.items():
            path.write_text(text, "utf-8", newline="\n")
    return Told(findings, rules, lines, texts)


def _recording(rule: Rule, rules: dict[Finding, str]) -> Rule:
    def record(book: object) -> Iterator[Finding]:
        for finding in rule(book):  # type: ignore[arg-type]
            column = f" {finding.table}.{finding.column}"
            derived = rule.__name__ == "derived_cells_follow"
            rules[finding] = f"rule {rule.__name__}{column if derived else ''}"
            yield finding

    return record


# The checks of one cell, by the words of their reason; of those with True every column counts.
_CELLS = {
    "must not be empty": ("required", False),
    "is not a code": ("code", True),
    "does not have the form": ("pattern", True),
    "is not a number": ("number", False),
    "is less than": ("minimum", False),
    "is more than": ("maximum", False),
    "is not a day": ("day", True),
    "has white space around": ("white space", False),
    "Unicode normal form": ("normal form", False),
    "has an invisible": ("invisible", False),
    "of another script": ("script", False),
    "which mixes alphabets": ("look-alike", False),
    "unknown id": ("key", True),
    "duplicate": ("unique", True),
}


def rule_of(finding: Finding, told: Told) -> str:
    """Return the name of the rule that gives a finding, '' where a file cannot be read.

    A rule on one row has its table and the first 40 letters of its reason.
    """
    if finding in told.rules or not finding.table:
        return told.rules.get(finding, "")
    for rule in TABLES[finding.table].rules:
        if finding.reason.endswith(rule.reason):
            return f"row {finding.table}: {rule.reason:.40}"
    kind, by_column = next(kind for words, kind in _CELLS.items() if words in finding.reason)
    return f"cell {kind}" + (f" {finding.table}.{finding.column}" if by_column else "")


def cell_kinds() -> Iterator[str]:
    """Yield the names of all checks of single cells."""
    yield from (f"cell {kind}" for kind, by_column in _CELLS.values() if not by_column)
    for table in TABLES.values():
        for name, column in table.columns.items():
            place = f"{table.name}.{name}"
            if column.codelist:
                yield f"cell code {place}"
            if column.pattern and not column.references:
                yield f"cell pattern {place}"
            if column.type == "date":
                yield f"cell day {place}"
            if column.references:
                yield f"cell key {place}"
            if column.unique or name == table.key[0]:
                yield f"cell unique {place}"


def assert_told(edit: Edit, told: Told) -> None:
    """Assert that an edit was told as it must be: rule, file, line, cell, reason and fix."""
    file = path_of(edit.named or edit.file)
    cell = " ".join(filter(None, ("{0.table}", "{0.row}", "{0.column}")))
    wanted = [
        finding
        for finding in told.findings
        if finding.file == file
        and cell.format(finding).strip() == edit.cell
        and edit.reason in finding.reason
    ]
    said = "\n".join(str(one) for one in told.findings if one.file == file) or "nothing was said"
    assert wanted, f"'{edit.cell}: {edit.reason}' was not said, but:\n{said}"
    finding = wanted[0]
    assert edit.fix and edit.fix in finding.fix, finding
    assert rule_of(finding, told) == (edit.breaks if " " in edit.breaks else ""), finding
    assert finding.line > 0, finding
    words = told.texts[file][finding.line - 1].strip()
    if edit.at:
        assert words.startswith(edit.at), f"{finding} names the line {words[:70]!r}"
    else:
        assert finding.line == told.lines[edit], f"{finding} names the line {words[:70]!r}"


Run = Callable[[Edit], Told]
