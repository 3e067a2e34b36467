"""Read one register: a YAML file of entries with fields, all values as text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from schemas.columns import SLUG
from scripts.curation.finding import Finding, FindingsError, unknown
from scripts.curation.text_file import read_text
from scripts.curation.yaml_text import Node, read_yaml

NAME = r"[a-z]+(?:_[a-z]+)*"

Value = str | tuple[str, ...] | Mapping[str, "Entry"]


@dataclass(frozen=True)
class Entry:
    """One entry of a register; `line` is where it begins, `lines` where its fields do.

    `lines` also has the items of lists, the first of `checks` as 'checks 1'.
    """

    id: str
    fields: Mapping[str, Value]
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a field that holds one value, '' where the entry has none."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def list(self, name: str) -> tuple[str, ...]:
        """Return a field that holds a list of values, () where the entry has none."""
        value = self.fields.get(name, ())
        return value if isinstance(value, tuple) else ()


class Fields(NamedTuple):
    """The fields of a register: those that hold a list, those that may be empty, its ids' form.

    `may_be_empty` is for registers that may hold no entries at all.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    ids: str = SLUG
    may_be_empty: bool = False


_CODE = Fields(
    ("label", "definition"),
    ("example", "counter_example"),
    ids=r"[a-z]+(?:[_ -][A-Za-z0-9]+)*|[A-Z]{2}",
)


def load_register(
    root: Path, file: Path | str, fields: Fields
) -> tuple[dict[str, Entry], list[Finding]]:
    """Return the entries of a register under `root` and everything that is wrong with its form."""
    name = Path(file).as_posix()
    try:
        node = read_yaml(read_text(root, file), name)
    except FindingsError as error:
        return {}, list(error.findings)
    if node is None and fields.may_be_empty:
        return {}, []
    if node is None or not isinstance(node.value, dict) or not node.value:
        fix = "write entries 'id:' with indented fields"
        return {}, [Finding(file=name, line=1, reason="the register has no entries", fix=fix)]
    findings: list[Finding] = []
    return _entries(node.value, name, fields, findings), findings


def _entries(
    nodes: Mapping[str, Node], file: str, fields: Fields, findings: list[Finding]
) -> dict[str, Entry]:
    def wrong(line: int, reason: str, fix: str = "") -> None:
        findings.append(Finding(file=file, line=line, reason=reason, fix=fix))

    entries: dict[str, Entry] = {}
    known = fields.required + fields.optional
    for key, node in nodes.items():
        if not re.fullmatch(fields.ids, key):
            wrong(node.line, f"{key!r} does not have the form of an id", fields.ids)
        if not isinstance(node.value, dict):
            wrong(node.line, f"{key} has no fields", "indent them below it")
            continue
        found: dict[str, Value] = {}
        for name, item in node.value.items():
            if name not in known:
                reason = f"{key}: unknown field {name!r}"
                wrong(item.line, *unknown(reason, name, known, "its fields", closed=True))
            elif name == "codes" and isinstance(item.value, dict):
                found[name] = _entries(item.value, file, _CODE, findings)
            else:
                found[name], reason = _value(item, name, fields)
                if reason:
                    fix = "write '- VALUE' lines" if name in fields.lists else "write one value"
                    wrong(item.line, f"{key}: {name} {reason}", fix)
        for name in fields.required:
            if name not in found:
                wrong(node.line, f"{key} has no {name}", f"add '{name}: …'")
        lines = {name: item.line for name, item in node.value.items()}
        for name, item in node.value.items():
            values = item.value if isinstance(item.value, list) else []
            lines |= {f"{name} {n}": value.line for n, value in enumerate(values, start=1)}
        entries[key] = Entry(key, found, node.line, lines)
    return entries


def _value(node: Node, name: str, fields: Fields) -> tuple[Value, str]:
    """Return a text or a tuple of texts, and what is wrong with it."""
    if name in fields.lists:
        if not isinstance(node.value, list):
            return (), "is not a list"
        items = node.value
    else:
        items = [node]
    values = tuple(item.value for item in items if isinstance(item.value, str))
    if len(values) < len(items):
        return (), "is not one value" if name not in fields.lists else "is not a list of values"
    stray = not items or any(value != value.strip() or not value for value in values)
    wrong = "is empty or has white space around it" if stray and name not in fields.empty else ""
    return (values if name in fields.lists else values[0]), wrong
