"""Read one register: a YAML file of entries, all scalars as strings, with line numbers.

YAML is composed, not constructed: `no`, `1:30` and `3.10` stay themselves, and nothing in a file
can run code. Duplicate keys, anchors, tags and fields that a register does not know are refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from scripts.problem import Problem

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
NAME = r"[a-z]+(?:_[a-z]+)*"

Value = str | tuple[str, ...] | Mapping[str, "Entry"]


@dataclass(frozen=True)
class Entry:
    """One entry of a register; `line` is where it begins."""

    id: str
    fields: Mapping[str, Value]
    line: int


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
    ids=r"[a-z]+(?:[_ -][A-Za-z]+)*",
)


def load_register(path: Path, file: str, fields: Fields) -> tuple[dict[str, Entry], list[Problem]]:
    """Return the entries of one register and everything that is wrong with its form.

    Args:
        path: the file.
        file: its path, as messages shall name it.
        fields: the fields that its entries have.
    """
    problems: list[Problem] = []
    try:
        text = path.read_text("utf-8")
        for token in yaml.scan(text, Loader=yaml.CBaseLoader):
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
                line = token.start_mark.line + 1
                message = "anchors, aliases and tags are refused"
                problems.append(Problem(file, line, message, "write the value out"))
        node = None if problems else yaml.compose(text, Loader=yaml.CBaseLoader)
    except FileNotFoundError:
        return {}, [Problem(file, 0, "the register is missing", "restore it")]
    except UnicodeDecodeError as error:
        return {}, [Problem(file, 0, f"not UTF-8 at byte {error.start}", "save it as UTF-8")]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return {}, [Problem(file, line, f"no YAML: {error.problem}", "correct the line")]
    except yaml.YAMLError as error:
        return {}, [Problem(file, 0, f"no YAML: {error}", "correct the file")]
    if problems:
        return {}, problems
    if node is None and fields.may_be_empty:
        return {}, []
    if not isinstance(node, yaml.MappingNode) or not node.value:
        mend = "write entries 'id:' with indented fields"
        return {}, [Problem(file, 1, "the register holds no entries", mend)]
    return _entries(node, file, fields, problems), problems


def _entries(
    node: yaml.MappingNode, file: str, fields: Fields, problems: list[Problem]
) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    known = fields.required + fields.optional
    for key, value, line in _pairs(node, file, problems):
        if not re.fullmatch(fields.ids, key):
            problems.append(Problem(file, line, f"{key!r} has not the form of an id", fields.ids))
        if not isinstance(value, yaml.MappingNode):
            problems.append(Problem(file, line, f"{key} has no fields", "indent them below it"))
            continue
        found: dict[str, Value] = {}
        for name, item, at in _pairs(value, file, problems):
            if name not in known:
                message = f"{key}: unknown field {name!r}"
                problems.append(Problem(file, at, message, f"known are {', '.join(known)}"))
            elif name == "codes" and isinstance(item, yaml.MappingNode):
                found[name] = _entries(item, file, _CODE, problems)
            else:
                found[name], wrong = _value(item, name, fields)
                if wrong:
                    problems.append(Problem(file, at, f"{key}: {name} {wrong}"))
        problems += [
            Problem(file, line, f"{key} has no {name}", f"add '{name}: …'")
            for name in fields.required
            if name not in found
        ]
        entries[key] = Entry(key, found, line)
    return entries


def _value(node: yaml.Node, name: str, fields: Fields) -> tuple[Value, str]:
    """Return a scalar as a string or a list of scalars as a tuple, and what is wrong with it."""
    if name in fields.lists:
        if not isinstance(node, yaml.SequenceNode):
            return (), "is not a list"
        nodes = node.value
    else:
        nodes = [node]
    if not all(isinstance(part, yaml.ScalarNode) for part in nodes):
        return (), "is not one value" if name not in fields.lists else "is not a list of values"
    values = tuple(str(part.value) for part in nodes)
    stray = any(value != value.strip() or not value for value in values)
    wrong = "is empty or has white space around it" if stray and name not in fields.empty else ""
    return (values if name in fields.lists else values[0]), wrong


def _pairs(
    node: yaml.MappingNode, file: str, problems: list[Problem]
) -> Iterator[tuple[str, yaml.Node, int]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        name = str(key.value)
        if name in seen:
            message = f"{name} stands twice, also in line {seen[name]}"
            problems.append(Problem(file, line, message, "remove one"))
        seen[name] = line
        yield name, value, line
