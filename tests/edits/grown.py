"""A project as it is when its archive has grown: posts made of the coded ones, varied by a seed.

usage: python -m tests.edits.grown FOLDER [POSTS]

  FOLDER  where to write a copy of the project with an archive of so many posts (default: 340)

A new post takes sentences with their coding from many posts, in another order, with other numbers
and other names of bodies and persons; every third sentence is new, and so is every title. What
recurs joins the proposition that it recurs from. `python -m scripts.benchmark` in such a
copy measures it.
"""

import hashlib
import random
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.curation.archive import ARCHIVE, END_LINE, PINNED, POST_TYPE_LINE, read_archive
from scripts.curation.links import PROPOSITIONS, read_links
from scripts.curation.loading import CODINGS, Curation, load_curation
from scripts.curation.registers import REGISTERS
from scripts.reading.numbers import find_numerals
from tests.conftest import ROOT

_ID = re.compile(r"^( *(?:@ )?)([scfm])([0-9]{2,3}) ")
# What stands in other sentences, or is typed because of a number.
_NOT_ALONE = re.compile(r" @ s[0-9]|^ +(?:base_figure|part_of|value|value_high|role|reason) ", re.M)
_NUMBER = re.compile(
    r"(?<![\w.,·$’'-])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{3,})(?![\w%·-]|[.,][0-9]| ?(?:%|per ?cent))"
)
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_YEARS = re.compile(r"(?<![0-9,])[12][0-9]{3}(?![0-9])")
_SYLLABLES = (
    "ba",
    "cor",
    "dun",
    "el",
    "fan",
    "gol",
    "jor",
    "kel",
    "lin",
    "mar",
    "nov",
    "os",
    "pel",
)
_PLACES = {"CN": "China", "US": "the United States"}
_RENAMED = ("organisation", "person")


class Block(NamedTuple):
    """A sentence of a coded post with what stands beneath it, as lines; claims by their numbers."""

    post_id: str
    text: str
    lines: tuple[str, ...]


def grow(root: Path, count: int, seed: int = 1) -> None:
    """Let the archive of the curation under `root` grow to so many posts."""
    curation, _ = load_curation(root, compared=False)
    blocks = {place: list(_blocks(root, curation, place)) for place in _PLACES}
    chosen = random.Random(seed)
    archive = (root / ARCHIVE).read_text("utf-8").rstrip("\n") + "\n"
    stated: dict[str, list[str]] = {}
    names: list[str] = []
    for number in range(len(curation.posts) + 1, count + 1):
        place = chosen.choice(["CN", "CN", "CN", "US"])
        taken = chosen.sample(blocks[place], chosen.randint(12, 24))
        post = _Writer(f"p{number:02}", place, chosen, curation)
        post.title()
        for place_in_post, block in enumerate(taken):
            post.take(block)
            if place_in_post % 2:
                post.invent()
        archive += f"{POST_TYPE_LINE}\n{post.text}\n{END_LINE}\n"
        (root / CODINGS / f"{post.post_id}.txt").write_text("\n".join(post.lines) + "\n", "utf-8")
        names += post.entities
        for source, claims in post.claims.items():
            stated.setdefault(source, []).extend(claims)
    (root / ARCHIVE).write_text(archive, "utf-8", newline="\n")
    digest = hashlib.sha256(archive.encode()).hexdigest()
    (root / PINNED).write_text(f"{digest}  {ARCHIVE.name}\n", "utf-8")
    with (root / REGISTERS / "entities.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(names)
    _link(root, stated)


def _blocks(root: Path, curation: Curation, place: str) -> Iterator[Block]:
    """Yield the sentences that can stand in any post about a country."""
    words = {one.id: one.list("words") for one in curation.registers.places.values()}
    for coded in curation.posts:
        if coded.coding.defaults.get("where", "") != place:
            continue
        file = (root / CODINGS / f"{coded.post.post_id}.txt").read_text("utf-8")
        for part in re.split(r"^(?=s[0-9]{2,3} )", file, flags=re.M)[2:]:
            lines = tuple(line for line in part.split("\n") if line and line.strip()[0] != "?")
            text = lines[0].partition(" ")[2]
            if not _NOT_ALONE.search(part) and _stands_alone("\n".join(lines), text, words):
                yield Block(coded.post.post_id, text, lines)


def _stands_alone(part: str, text: str, words: dict[str, tuple[str, ...]]) -> bool:
    """Return whether all that lines name is in the sentence."""
    named = re.findall(r"^ +(?:when \S+ <|by|population) (.*)", part, re.M)
    places = re.findall(r"^ +where ([^-\s]\S*)", part, re.M)
    mentioned = set(re.findall(r"^  @ .* -> (\S+)", part, re.M))
    about = {one for found in re.findall(r"^    about (.*)", part, re.M) for one in found.split()}
    return (
        all(one in text for one in named)
        and all(any(word in text for word in words[place]) for place in places)
        and about <= mentioned
        and not re.search(r"^    party ", part, re.M)
        and set(_YEARS.findall("\n".join(re.findall(r"^    says (.*)", part, re.M))))
        <= set(_YEARS.findall(text))
    )


class _Writer:
    """Writes a post and its curation file, sentence by sentence."""

    def __init__(self, post_id: str, place: str, chosen: random.Random, curation: Curation) -> None:
        self.post_id, self.place, self.chosen = post_id, place, chosen
        self.text = ""
        self.lines = [f"post {post_id}", f"about {place}", f"default where={place}"]
        self.entities: list[str] = []
        self.claims: dict[str, list[str]] = {}
        self.numbers = dict.fromkeys("scfm", 0)
        self.names = {
            name: entity
            for entity in curation.registers.entities.values()
            if entity.text("entity_type") in _RENAMED
            for name in entity.list("names")
            if not re.search(r"China|Chinese|United States|U\.S\.|America|[0-9]|leading", name)
        }
        self.renamed: dict[str, str] = {}

    def title(self) -> None:
        self._add(f"Notes on {self.word()} and {self.word()} in {_PLACES[self.place]}", "\n")
        self.lines += ["  rest heading"]

    def take(self, block: Block) -> None:
        """Add a sentence of another post, with other numbers and names."""
        whole = self._rename(self._renumber(block))
        text, *lines = whole.split("\n")
        self._add(text, self.chosen.choice([" ", " ", "\n\n"]))
        kept = whole == "\n".join((block.text, *block.lines[1:]))
        for line in lines:
            found = _ID.match(line)
            if found:
                own = f"{found[2]}{self._next(found[2])}"
                line = f"{found[1]}{own} {line[found.end() :]}"
                if found[2] == "c" and kept:
                    source = f"{block.post_id}.c{found[3]}"
                    self.claims.setdefault(source, []).append(f"{self.post_id}.{own}")
            self.lines.append(line)

    def invent(self) -> None:
        """Add a sentence that stands nowhere else, with a name, a year and a number."""
        name = f"{self.word().capitalize()} {self.word().capitalize()}"
        year, count = self.chosen.randint(1990, 2023), f"{self.chosen.randint(1000, 99999):,}"
        what = f"{self.word()} {self.word()} and {self.word()}"
        said = f"In {year}, {name} of {self.word()} counted {count} suspects of {what}"
        self.entities.append(_entity(name))
        self._add(f"{said}.", self.chosen.choice([" ", "\n\n"]))
        self.lines += [
            f"  n {year}=date",
            f"  c{self._next('c')} {said}",
            f"    says {said}.",
            "    is statistic enforcement",
            f"    target government {self.place}",
            f"    when {year} < In {year}",
            f"    f{self._next('f')} {count} suspects : suspects-arrested level",
            f"      population of {what}",
        ]

    def word(self) -> str:
        """Return a word of no language."""
        return "".join(self.chosen.choices(_SYLLABLES, k=4))

    def _add(self, text: str, gap: str) -> None:
        self.text += (gap if self.text.count("\n") else "\n" * bool(self.text)) + text
        self.lines += ["", f"s{self._next('s')} {text}"]

    def _next(self, letter: str) -> str:
        self.numbers[letter] += 1
        return f"{self.numbers[letter]:02}"

    def _renumber(self, block: Block) -> str:
        """Return text and lines with other numbers, where statements say just those of the text."""
        whole = "\n".join((block.text, *block.lines[1:]))
        said = "\n".join(line for line in block.lines if line.startswith("    says "))
        values = [{one.value for one in find_numerals(text)} for text in (said, block.text)]
        glued = re.search(r"[0-9]{4},[0-9]", whole)
        if not values[0] <= values[1] or "  @ " in whole or glued:
            return whole
        new: dict[str, str] = {}

        def other(match: re.Match[str]) -> str:
            digits = match[0].replace(",", "")
            if _YEAR.fullmatch(match[0]):
                return match[0]
            many = self.chosen.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1)
            if 1000 <= many < 2100:
                many += 2100
            return new.setdefault(match[0], f"{many:,}" if "," in match[0] else str(many))

        return _NUMBER.sub(other, whole)

    def _rename(self, whole: str) -> str:
        """Return text and lines with other names of bodies and persons."""
        figures = "\n".join(re.findall(r"^ +f[0-9]{2,3} .*", whole, re.M))
        for name in sorted(self.names, key=len, reverse=True):
            # A part of a longer name, or what is counted, stays as it is.
            inside = re.search(rf"[A-Z]\w* {re.escape(name)}|{re.escape(name)} [A-Z]", whole)
            found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", whole.partition("\n")[0])
            if found and not inside and name not in figures:
                if name not in self.renamed:
                    self.renamed[name] = f"{self.word().capitalize()} {self.word().capitalize()}"
                    self.entities.append(_entity(self.renamed[name]))
                whole = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", self.renamed[name], whole)
        return whole


def _entity(name: str) -> str:
    key = name.lower().replace(" ", "-")
    return (
        f"{key}:\n  name: {name}\n  entity_type: organisation\n  name_basis: post\n"
        f"  description: A made-up body.\n  names:\n  - {name}\n"
    )


def _link(root: Path, stated: dict[str, list[str]]) -> None:
    """Let claims that recur word for word state what they recur from."""
    lines = (root / PROPOSITIONS).read_text("utf-8").split("\n")
    links, _ = read_links(root)
    for claim in sorted(
        (claim for one in links.propositions for claim in one.claims), key=lambda one: -one.line
    ):
        terms = lines[claim.line - 1].partition(claim.claim_id)[2]
        lines[claim.line : claim.line] = [
            f"  {one}{terms}" for one in stated.get(claim.claim_id, ())
        ]
    (root / PROPOSITIONS).write_text("\n".join(lines), "utf-8", newline="\n")


def main() -> None:
    """Write a grown copy of the project."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2] if len(sys.argv) > 2 else 340)
    left_out = shutil.ignore_patterns(".*", "__pycache__", "site")
    shutil.copytree(ROOT, folder, ignore=left_out)
    grow(folder, count)
    print(f"{folder}: {len(read_archive(folder))} posts")


if __name__ == "__main__":
    main()
