"""What people decide and what is made from it, broken in the project: curation, pages, version."""

import contextlib
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.build import build
from scripts.mutations.mutant import Mutant, Place
from scripts.problem import ProblemsFound

_POSTS = "curation/posts/"
_REGISTERS = "curation/registers/"
_LINKS = "curation/links/"


class Edit(NamedTuple):
    """The first match of a pattern in a file is replaced; '' for both: the file is taken away."""

    file: str
    old: str
    new: str
    named: str = ""
    """The file that must be named where it is another one: a table that no longer follows."""


EDITS: dict[str, list[Edit]] = {
    "quote of a claim changed": [
        Edit(f"{_POSTS}p03.txt", r"^(  c02 )1", r"\g<1>9"),
        Edit(f"{_POSTS}p17.txt", r"^(  c\d+ \w+)", r"\g<1>x"),
    ],
    "sentence changed": [
        Edit(f"{_POSTS}p03.txt", r"^s02 Drug", "s02 Drugs"),
        Edit(f"{_POSTS}p09.txt", r"^s03 (\w)", r"s03 x\1"),
    ],
    "sentence lost": [
        Edit(f"{_POSTS}p03.txt", r"^s04 (?:.|\n)*?(?=^s05)", ""),
        Edit(f"{_POSTS}p12.txt", r"^s02 (?:.|\n)*?(?=^s03)", ""),
    ],
    "code of no list in a curation file": [
        Edit(f"{_POSTS}p03.txt", r"^(    is )\w+", r"\1rumour"),
        Edit(f"{_POSTS}p08.txt", r"target=\w+", "target=nobody"),
    ],
    "line that nothing understands": [
        Edit(f"{_POSTS}p05.txt", r"^s03 ", "what is this\ns03 "),
        Edit(f"{_LINKS}propositions.txt", r"^  p\d\d.*$", "  what is this"),
    ],
    "numeral without account": [
        Edit(f"{_POSTS}p03.txt", r"^  n Zero=idiom\n", ""),
        Edit(f"{_POSTS}p03.txt", r"^  n 18th=name\n", ""),
    ],
    "reason for no claim lost": [
        Edit(f"{_POSTS}p03.txt", r"^  none heading\n", ""),
        Edit(f"{_POSTS}p10.txt", r"^  none \w+\n", ""),
    ],
    "id given twice in a curation file": [
        Edit(f"{_POSTS}p03.txt", r"^  c02 ", "  c01 "),
        Edit(f"{_POSTS}p03.txt", r"^    f02 ", "    f01 "),
    ],
    "curation file of another post": [
        Edit(f"{_POSTS}p03.txt", r"^post p03", "post p04"),
        Edit(f"{_POSTS}p04.txt", r"^post p04", "post ../../p04"),
    ],
    "curation file empty": [
        Edit(f"{_POSTS}p03.txt", r"\A(?:.|\n)*\Z", ""),
        Edit(f"{_REGISTERS}units.yaml", r"\A(?:.|\n)*\Z", "", named="curation"),
    ],
    "curation file missing": [
        Edit(f"{_POSTS}p03.txt", "", ""),
        Edit(f"{_REGISTERS}entities.yaml", "", ""),
        Edit(f"{_LINKS}parallels.txt", "", ""),
    ],
    "curation file with other line ends": [
        Edit(f"{_POSTS}p03.txt", r"\n", "\r\n"),
        Edit(f"{_POSTS}p07.txt", r"\n", "\r\n"),
    ],
    "decision changed, package not rebuilt": [
        Edit(f"{_POSTS}p03.txt", r"stance=favourable", "stance=neutral", "data/claims.csv"),
        Edit(f"{_POSTS}p03.txt", r"narrative=china_resolve", "", "data/claims.csv"),
        Edit(f"{_LINKS}parallels.txt", r"near_verbatim", "reworded", "data/links/parallels.csv"),
        Edit("curation/codings/agreement.csv", "0.857", "0.957", "coding_agreement"),
    ],
    "register that is no YAML": [
        Edit(f"{_REGISTERS}units.yaml", r"^bag:", "bag: [", "curation"),
        Edit(f"{_REGISTERS}entities.yaml", r"^  name: ", "\tname: ", "curation"),
    ],
    "field that no register has": [
        Edit(f"{_REGISTERS}units.yaml", r"^  label: ", "  lable: ", "curation"),
        Edit(f"{_REGISTERS}indicators.yaml", r"^  measure: ", "  measures: ", "curation"),
    ],
    "entry twice in a register": [
        Edit(f"{_REGISTERS}units.yaml", r"^box:", "bag:", "curation"),
        Edit(f"{_REGISTERS}sources.yaml", r"^(\S+:\n(?:  .*\n)+)", r"\1\1", "curation"),
    ],
    "entry of a register lost": [
        Edit(f"{_REGISTERS}units.yaml", r"^case:\n(?:  .*\n)+", "", "curation"),
        Edit(f"{_REGISTERS}indicators.yaml", r"^drug-users:\n(?:  .*\n)+", "", "curation"),
    ],
    "entry that nothing uses": [
        Edit(f"{_REGISTERS}indicators.yaml", r"^drug-users:\n((?:  .*\n)+)", r"\g<0>unused:\n\1"),
        Edit(f"{_REGISTERS}units.yaml", r"^bag:\n((?:  .*\n)+)", r"\g<0>unused:\n\1", "units"),
    ],
    "definition of a register changed": [
        Edit(f"{_REGISTERS}units.yaml", r"definition: ", "definition: New. ", "units"),
        Edit(f"{_REGISTERS}entities.yaml", r"description: ", "description: New. ", "entities"),
    ],
    "code without definition": [
        Edit(f"{_REGISTERS}codes.yaml", r"^ +definition: .*\n", "", "curation"),
        Edit(f"{_REGISTERS}places.yaml", r"^ +definition: .*\n", "", "curation"),
    ],
    "link of the curation to nowhere": [
        Edit(f"{_LINKS}propositions.txt", r"p\d\d\.c\d\d", "p01.c999"),
        Edit(f"{_LINKS}parallels.txt", r"^p\d\d\.s\d\d", "p01.s999"),
        Edit(f"{_LINKS}consistency.yaml", r"p\d\d\.c\d\d", "p01.c999"),
    ],
    "formula that names no figure": [
        Edit(f"{_LINKS}consistency.yaml", r"(formula: .*)p\d\d\.f\d\d", r"\1p01.f999"),
        Edit(f"{_LINKS}consistency.yaml", r"formula: .*", "formula: what is this"),
    ],
    "archive changed": [
        Edit("curation/archive/posts.txt", r"drug", "grud"),
        Edit("curation/archive/posts.txt", r"\Z", "\n"),
        Edit("curation/archive/posts.txt.sha256", r"^.", "x", "posts.txt"),
    ],
    "tombstone of an id in use": [
        Edit(
            "curation/tombstones.yaml", r"\Z", "claims p03.c07:\n  reason: So.\n  successor: []\n"
        ),
        Edit(
            "curation/tombstones.yaml", r"\Z", "figures p03.f01:\n  reason: So.\n  successor: []\n"
        ),
    ],
    "version that is none": [
        Edit("curation/package.yaml", r"^version: .*", "version: one", "curation"),
        Edit("curation/package.yaml", r"^version: .*", "version: 0.1", "curation"),
    ],
    "version without its changelog": [
        Edit("curation/package.yaml", r"^version: .*", "version: 7.0.0", "curation"),
        Edit("CHANGELOG.md", r"^## \d+\.\d+\.\d+", "## 9.9.9", "curation"),
    ],
    "changelog without entry": [
        Edit("CHANGELOG.md", r"^## (?:.|\n)*", "", "curation"),
        Edit("CHANGELOG.md", r"^(## .*\n)(?:.|\n)*", r"\1", "curation"),
        Edit("CHANGELOG.md", "", "", "curation"),
    ],
    "generated page edited": [
        Edit("README.md", r"^\| p03 \| \d", "| p03 | 9"),
        Edit("docs/data-dictionary.md", r"claim", "clam"),
        Edit("CITATION.cff", r"version: ", "version: 9"),
        Edit("docs/what-recurs.md", r"\d", "x"),
    ],
    "generated page missing": [
        Edit("docs/data-dictionary.md", "", ""),
        Edit("docs/shared-text.svg", "", ""),
    ],
    "page without its marker": [
        Edit("README.md", r"<!-- begin ", "<!-- "),
        Edit("CODEBOOK.md", r"<!-- end ", "<!-- "),
    ],
}
_DECIDED = "decision changed where it is made, and rebuilt"
REBUILT: dict[str, list[Edit]] = {
    "words of a post changed, and rebuilt": [
        Edit(f"{_POSTS}p03.txt", r"1\.124 million", "1.224 million"),
        Edit(f"{_POSTS}p17.txt", r"^(  c\d+ \w+)", r"\g<1>x"),
    ],
    "period without words, and rebuilt": [
        Edit(f"{_POSTS}p03.txt", r"when \S+ <", "when 1911 <"),
        Edit(f"{_POSTS}p09.txt", r"when \S+ <", "when 1911 <"),
    ],
    "number against its quote, and rebuilt": [
        Edit(f"{_POSTS}p03.txt", r"^(      )(population drug users)", r"\1value=7\n\1\2"),
        Edit(f"{_POSTS}p03.txt", r"(says There are )1\.124", r"\g<1>2.124", "claims"),
    ],
    _DECIDED: [
        Edit(f"{_POSTS}p03.txt", r"stance=favourable", "stance=neutral"),
        Edit(f"{_LINKS}parallels.txt", r"near_verbatim", "reworded"),
    ],
}
REBUILT_DECISIONS = (_DECIDED,)
"""Kinds that every layer lets pass: only a reader can judge a decision."""


def curation_mutants() -> Iterator[Mutant]:
    """Yield every edit; a rebuilt one is built as far as the build allows."""
    for edits, rebuilt in ((EDITS, False), (REBUILT, True)):
        for kind, of_kind in edits.items():
            for number, edit in enumerate(of_kind, start=1):
                name = f"{edit.file}, {number}"
                change = _corrupt(edit, rebuilt)
                yield Mutant(kind, name, change, edit.file, of_project=True)


def _corrupt(edit: Edit, rebuilt: bool) -> Callable[[Path], list[Place]]:
    def corrupt(folder: Path) -> list[Place]:
        path = folder / edit.file
        apply(path, edit)
        if rebuilt:
            with contextlib.suppress(ProblemsFound), contextlib.redirect_stdout(io.StringIO()):
                build(folder)
        named = (edit.named, edit.file)
        return [*map(Place, named), *(Place("curation", Path(file).name) for file in named)]

    return corrupt


def apply(path: Path, edit: Edit) -> None:
    """Replace the first match in a file, or take it away.

    Raises:
        ValueError: the pattern matches nothing, or nothing changes.
    """
    if not edit.old:
        path.unlink()
        return
    text = path.read_bytes().decode("utf-8")
    changed = re.sub(edit.old, edit.new, text, count=1, flags=re.MULTILINE)
    if changed == text:
        raise ValueError(f"{edit.old!r} changes nothing in {path.name}")
    path.write_bytes(changed.encode())
