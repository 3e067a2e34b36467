"""Read YAML as text with line numbers, within bounds.

Nothing is constructed: `no`, `1:30` and `3.10` stay themselves, and nothing in a file can run
code. Duplicate keys, second documents, anchors, aliases and tags are refused, and so is nesting
that only an attack would have: the parser's events are read one by one, without recursion.
"""

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
    """Return the document of a YAML file, None for one that has only comments.

    Args:
        text: the whole file.
        file: its path, as findings name it.

    Raises:
        FindingsError: the text is not YAML, or holds what is refused above.
    """
    reader = _Reader(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise refuse(file, f"not YAML: {error.problem}", "correct the line", line) from error
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        reason = f"not YAML: the character {error.character:#x}, {error.reason}"
        raise refuse(file, reason, "remove it", line) from error
    if reader.findings:
        raise FindingsError(reader.findings)
    return reader.root


class _Reader:
    """Builds nodes from events; the last open list or mapping takes the next value."""

    def __init__(self, file: str) -> None:
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._file = file
        self._open: list[Node] = []
        self._keys: list[str | None] = []
        self._first = 0

    def take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self._refuse(line, "anchors, aliases and tags are refused", "write the value out")
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            self._put(Node(str(getattr(event, "value", "")), line))
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            node = Node([] if isinstance(event, yaml.SequenceStartEvent) else {}, line)
            self._put(node)
            if len(self._open) == _DEEPEST:
                reason = f"more than {_DEEPEST} levels of lists and mappings"
                raise refuse(self._file, reason, "no entry needs them", line)
            self._open.append(node)
            self._keys.append(None)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._open.pop()
            self._keys.pop()

    def _put(self, node: Node) -> None:
        if not self._open:
            if self.root:
                self._refuse(node.line, "a second document", "remove the line '---'")
            self.root = node
            return
        holder = self._open[-1].value
        if isinstance(holder, list):
            holder.append(node)
        elif isinstance(holder, dict):
            key = self._keys[-1]
            if key is not None:
                holder[key] = Node(node.value, self._first)
                self._keys[-1] = None
                return
            if not isinstance(node.value, str):
                raise refuse(self._file, "a key is not a word", "write 'key: value'", node.line)
            if node.value in holder:
                reason = f"duplicate key {node.value}, also in line {holder[node.value].line}"
                self._refuse(node.line, reason, "remove one")
            self._keys[-1], self._first = node.value, node.line

    def _refuse(self, line: int, reason: str, fix: str) -> None:
        self.findings.append(Finding(file=self._file, line=line, reason=reason, fix=fix))
