"""Read the registers: YAML files of entries, all scalars as strings, with line numbers.

YAML is composed, not constructed: `no`, `1:30` and `3.10` stay themselves, and nothing in a file
can run code. Duplicate keys, anchors, tags and fields that a register does not know are refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from scripts.problem import Problem, ProblemsFound
from scripts.reading.periods import bounds

Value = str | tuple[str, ...] | Mapping[str, "Entry"]


@dataclass(frozen=True)
class Entry:
    """One entry of a register; `line` is where it begins."""

    id: str
    fields: Mapping[str, Value]
    line: int


class Fields(NamedTuple):
    """The fields of a register: required and optional ones; lists among both in `lists`."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


_CODE = Fields(("label", "definition"), ("example", "counter_example"))
_NAME_ZH = ("name_zh", "name_zh_basis", "name_zh_source")
FIELDS = {
    "codes": Fields(("definition",), ("codes", "same_as")),
    "places": Fields(("label", "definition", "within", "words"), (), ("words",)),
    "units": Fields(
        ("quantity_kind", "base_unit", "factor", "label", "definition", "forms"),
        (),
        ("forms",),
    ),
    "indicators": Fields(("label", "definition", "measure", "quantity_kind")),
    "operations": Fields(
        ("name", "operation_type", "description"),
        (*_NAME_ZH, "period", "place", "identity_note"),
    ),
    "entities": Fields(
        ("name", "name_basis", "entity_type", "description", "names"),
        (*_NAME_ZH, "name_source"),
        ("names",),
    ),
    "sources": Fields(
        (
            "publisher",
            "title",
            "language",
            "source_type",
            "read_on",
            "read_as",
            "retrievable",
        ),
        ("published", "address", "locator"),
    ),
}
_CODED = {
    "indicators": {"measure": "measure"},
    "operations": {
        "operation_type": "operation_type",
        "name_zh_basis": "name_zh_basis",
    },
    "entities": {
        "entity_type": "entity_type",
        "name_basis": "name_basis",
        "name_zh_basis": "name_zh_basis",
    },
    "sources": {
        "language": "language",
        "source_type": "source_type",
        "read_as": "read_as",
        "retrievable": "retrievable",
    },
}


@dataclass(frozen=True)
class Registers:
    """All registers, each a mapping from id to entry; `files` gives their paths for messages."""

    codes: Mapping[str, Entry]
    places: Mapping[str, Entry]
    units: Mapping[str, Entry]
    indicators: Mapping[str, Entry]
    operations: Mapping[str, Entry]
    entities: Mapping[str, Entry]
    sources: Mapping[str, Entry]
    files: Mapping[str, str]

    def code_labels(self, name: str) -> Mapping[str, Entry]:
        """Return the codes of a list; a list may have the codes of another (`same_as`)."""
        fields = self.codes[name].fields
        if "same_as" in fields:
            return self.code_labels(str(fields["same_as"]))
        codes = fields["codes"]
        assert isinstance(codes, Mapping)
        return codes


def read_registers(folder: Path) -> Registers:
    """Return the registers of a folder, one YAML file each.

    Raises:
        ProblemsFound: with everything that is wrong in all files, references between them included.
    """
    problems: list[Problem] = []
    files = {name: f"{folder.parent.name}/{folder.name}/{name}.yaml" for name in FIELDS}
    loaded: dict[str, dict[str, Entry]] = {}
    for name, fields in FIELDS.items():
        loaded[name], wrong = _load(folder / f"{name}.yaml", files[name], fields)
        problems += wrong
    registers = Registers(**loaded, files=files)
    if not problems:
        problems = list(_reference_problems(registers))
    if problems:
        raise ProblemsFound(problems)
    return registers


def _load(
    path: Path, file: str, fields: Fields
) -> tuple[dict[str, Entry], list[Problem]]:
    try:
        text = path.read_text("utf-8")
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except FileNotFoundError:
        return {}, [Problem(file, 0, "the register is missing", "restore it")]
    except UnicodeDecodeError as error:
        return {}, [
            Problem(file, 0, f"not UTF-8 at byte {error.start}", "save it as UTF-8")
        ]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return {}, [
            Problem(file, line, f"no YAML: {error.problem}", "correct the line")
        ]
    except yaml.YAMLError as error:
        return {}, [Problem(file, 0, f"no YAML: {error}", "correct the file")]
    problems: list[Problem] = []
    if any(
        isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken)
        for token in yaml.scan(text, Loader=yaml.CBaseLoader)
    ):
        problems.append(
            Problem(file, 0, "anchors, aliases and tags are refused", "write it out")
        )
        return {}, problems
    if not isinstance(node, yaml.MappingNode) or not node.value:
        mend = "write entries 'id:' with indented fields"
        return {}, [Problem(file, 1, "the register holds no entries", mend)]
    entries = _entries(node, file, fields, problems)
    return entries, problems


def _entries(
    node: yaml.MappingNode, file: str, fields: Fields, problems: list[Problem]
) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for key, value, line in _pairs(node, file, problems):
        if not isinstance(value, yaml.MappingNode):
            problems.append(
                Problem(file, line, f"{key} has no fields", "indent its fields below")
            )
            continue
        found: dict[str, Value] = {}
        for name, item, at in _pairs(value, file, problems):
            if name not in fields.required + fields.optional:
                known = ", ".join(fields.required + fields.optional)
                problems.append(
                    Problem(file, at, f"{key}: unknown field {name!r}", known)
                )
            elif name == "codes" and isinstance(item, yaml.MappingNode):
                found[name] = _entries(item, file, _CODE, problems)
            elif (name in fields.lists) != isinstance(item, yaml.SequenceNode):
                form = "a list" if name in fields.lists else "one value"
                problems.append(
                    Problem(file, at, f"{key}: {name} is not {form}", "see the others")
                )
            elif isinstance(item, yaml.SequenceNode):
                found[name] = tuple(str(part.value) for part in item.value)
            else:
                found[name] = str(item.value)
        for name in fields.required:
            if name not in found:
                problems.append(
                    Problem(file, line, f"{key} has no {name}", f"add '{name}: …'")
                )
        entries[key] = Entry(key, found, line)
    return entries


def _pairs(
    node: yaml.MappingNode, file: str, problems: list[Problem]
) -> Iterator[tuple[str, yaml.Node, int]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in seen:
            message = f"{key.value} stands twice, also in line {seen[key.value]}"
            problems.append(Problem(file, line, message, "remove one"))
        seen[str(key.value)] = line
        yield str(key.value), value, line


def _reference_problems(registers: Registers) -> Iterator[Problem]:
    for name, columns in _CODED.items():
        for entry in getattr(registers, name).values():
            for column, codelist in columns.items():
                code = entry.fields.get(column)
                if code is not None and code not in registers.code_labels(codelist):
                    message = f"{entry.id}: {code!r} is no code of {codelist}"
                    yield Problem(
                        registers.files[name], entry.line, message, "see codes.yaml"
                    )
    for name in ("operations", "entities"):
        for entry in getattr(registers, name).values():
            file = registers.files[name]
            for column in ("name_source", "name_zh_source"):
                source = entry.fields.get(column)
                if source is not None and source not in registers.sources:
                    message = f"{entry.id}: no source {source!r}"
                    yield Problem(file, entry.line, message, "see sources.yaml")
                basis = entry.fields.get(column.replace("source", "basis"))
                if (basis == "documented") != (source is not None):
                    message = (
                        f"{entry.id}: a documented name, and only that, has a {column}"
                    )
                    yield Problem(
                        file, entry.line, message, "name the source, or say inferred"
                    )
            place = entry.fields.get("place")
            if place is not None and place not in registers.places:
                message = f"{entry.id}: no place {place!r}"
                yield Problem(file, entry.line, message, "see places.yaml")
            period = entry.fields.get("period")
            if period is not None:
                try:
                    bounds(str(period))
                except ValueError as error:
                    yield Problem(
                        file, entry.line, f"{entry.id}: {error}", "write EDTF"
                    )
    owners: dict[str, str] = {}
    for entity in registers.entities.values():
        for name in entity.fields["names"]:
            if name in owners:
                message = (
                    f"the name {name!r} belongs to {owners[name]} and to {entity.id}"
                )
                yield Problem(
                    registers.files["entities"], entity.line, message, "keep one"
                )
            owners[name] = entity.id
    for unit in registers.units.values():
        if unit.fields["base_unit"] not in registers.units:
            message = f"{unit.id}: no base unit {unit.fields['base_unit']!r}"
            yield Problem(registers.files["units"], unit.line, message, "name a unit")
