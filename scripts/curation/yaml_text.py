"""Read YAML as text with line numbers, within bounds.

Nothing is constructed: `no`, `1:30` and `3.10` stay themselves, and nothing in a file can run
code. Duplicate keys, second documents, anchors, aliases and tags are refused, and so is nesting
that only an attack would have.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from scripts.curation.finding import Finding, FindingsError, refuse

_DEEPEST = 20


@dataclass
class Node:
    """One value and the line it begins in: a scalar's text, a list, or a mapping by key."""

    value: "str | list[Node] | dict[str, Node]"
    line: int

    def plain(self) -> Any:
        """Return the value without its lines: strings, lists and dictionaries."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        return {key: item.plain() for key, item in self.value.items()}


def read_yaml(text: str, file: str) -> Node | None:
    """Return the document of a YAML file, None for one of comments alone; findings name `file`.

    Raises:
        FindingsError: the text is not YAML, or holds what is refused above.
    """
    reader = _Reader(yaml.parse(text, Loader=yaml.CBaseLoader), file)
    try:
        root = reader.read_documents()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise refuse(file, f"not YAML: {error.problem}", "correct the line", line) from error
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        reason = f"not YAML: the character {error.character:#x}, {error.reason}"
        raise refuse(file, reason, "remove it", line) from error
    if reader.findings:
        raise FindingsError(reader.findings)
    return root


class _Reader:
    """Makes nodes of the parser's events."""

    def __init__(self, events: Iterator[Any], file: str) -> None:
        self.findings: list[Finding] = []
        self._events = events
        self._file = file

    def read_documents(self) -> Node | None:
        root = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                if root:
                    self._refuse(_line_of(event), "a second document", "remove the line '---'")
                root = self._read(event, 0)
        return root

    def _read(self, event: Any, depth: int) -> Node:
        line = _line_of(event)
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse(line, "anchors, aliases and tags are refused", "write the value out")
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            return Node(str(getattr(event, "value", "")), line)
        if depth == _DEEPEST:
            reason = f"more than {_DEEPEST} levels of lists and mappings"
            raise refuse(self._file, reason, "no entry needs them", line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node([self._read(one, depth + 1) for one in self._until_end()], line)
        entries: dict[str, Node] = {}
        for one in self._until_end():
            at = _line_of(one)
            if not isinstance(one, yaml.ScalarEvent | yaml.AliasEvent):
                raise refuse(self._file, "a key is not a word", "write 'key: value'", at)
            key = str(self._read(one, depth).value)
            if key in entries:
                reason = f"duplicate key {key}, also in line {entries[key].line}"
                self._refuse(at, reason, "remove one")
            entries[key] = Node(self._read(next(self._events), depth + 1).value, at)
        return Node(entries, line)

    def _until_end(self) -> Iterator[Any]:
        """Yield the events up to the one that ends the open list or mapping."""
        for event in self._events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield event

    def _refuse(self, line: int, reason: str, fix: str) -> None:
        self.findings.append(Finding(file=self._file, line=line, reason=reason, fix=fix))


def _line_of(event: Any) -> int:
    return int(event.start_mark.line) + 1
