"""What a coder decided about one post: the lines of a curation file as a tree of parts."""

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass
class Part:
    """One line of a curation file, and what stands indented beneath it.

    `kind` is that of its form in the grammar, `cells` are what the form's pattern reads.
    """

    kind: str
    line: int
    cells: dict[str, str] = field(default_factory=dict)
    parts: "list[Part]" = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        """Return a cell, '' where the line leaves it out."""
        return self.cells.get(name, "")

    def all(self, *kinds: str) -> "list[Part]":
        """Return the parts of some kinds beneath this one, in their order."""
        return [part for part in self.parts if part.kind in kinds]

    def first(self, kind: str) -> "Part | None":
        """Return the part of a kind beneath this one, if there is one."""
        return next((part for part in self.parts if part.kind == kind), None)

    def value(self, kind: str) -> str:
        """Return the value of the part of a kind beneath this one, '' where there is none."""
        part = self.first(kind)
        return part["value"] if part else ""

    @property
    def pairs(self) -> dict[str, str]:
        """Return the KEY=VALUE words of the line."""
        return dict(word.split("=", 1) for word in self["pairs"].split())


@dataclass
class Coding:
    """A whole curation file; `file` is its path as findings name it, `top` its lines."""

    file: str
    top: Part

    @property
    def post_id(self) -> str:
        """Return the post that the file says it is about, '' where it says none."""
        post = self.top.first("post")
        return post["post_id"] if post else ""

    @property
    def sentences(self) -> list[Part]:
        """Return the sentences in their order."""
        return self.top.all("sentence")

    def block(self, line: int) -> int:
        """Return which sentence a line of the file belongs to, 0 for the lines above the first."""
        return bisect_right([sentence.line for sentence in self.sentences], line)

    @property
    def defaults(self) -> dict[str, str]:
        """Return the values that hold unless a claim says otherwise."""
        part = self.top.first("default")
        return part.pairs if part else {}
