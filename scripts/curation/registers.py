"""Read all registers and check what they say of one another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from scripts.curation.register_file import NAME, SLUG, Entry, Fields, load_register
from scripts.problem import Problem, ProblemsFound
from scripts.reading.periods import bounds

__all__ = ["FIELDS", "Entry", "Registers", "read_registers"]

_NAME_ZH = ("name_zh", "name_zh_basis", "name_zh_source")
_REFERENCE_CODES: tuple[str, ...] = ("source_qualifier", "count_status", "independence")
_REFERENCE_CODES += ("confidence", "value_agreement", "qualifier_agreement", "unit_agreement")
_REFERENCE_CODES += ("period_agreement", "scope_agreement", "name_agreement")
_REFERENCE_WORDS: tuple[str, ...] = ("searched_on", "value_as_printed", "source_value")
_REFERENCE_WORDS += ("source_value_high", "source_unit", "source_population", "source_period")
_REFERENCE_WORDS += ("not_compared_reason", "verdict_reason", "derivation", "note")
FIELDS = {
    "codes": Fields(("definition",), ("codes", "same_as"), ids=NAME),
    "places": Fields(
        ("label", "definition", "within", "words"),
        lists=("words",),
        empty=("within",),
        # ISO 3166-1 alpha-2 and ISO 3166-2, or a code of the project's own in lower case.
        ids=rf"[A-Z]{{2}}(?:-[A-Z0-9]{{1,3}})?|{SLUG}",
    ),
    "units": Fields(
        ("quantity_kind", "base_unit", "factor", "label", "definition", "forms"),
        lists=("forms",),
        ids=NAME,
    ),
    "indicators": Fields(("label", "definition", "measure", "quantity_kind")),
    "operations": Fields(
        ("name", "operation_type", "description"),
        (*_NAME_ZH, "period", "place", "identity_note", "identity_source"),
    ),
    "entities": Fields(
        ("name", "name_basis", "entity_type", "description", "names"),
        (*_NAME_ZH, "name_source"),
        ("names",),
    ),
    "sources": Fields(
        ("publisher", "title", "language", "source_type", "read_on", "read_as", "retrievable"),
        ("published", "address", "locator"),
    ),
    "reference_checks": Fields(
        ("checks", "verdict"),
        ("source", *_REFERENCE_CODES, *_REFERENCE_WORDS),
        lists=("checks",),
    ),
}
# The fields that hold a code; the codelist has the field's name.
_CODED = {
    "units": ("quantity_kind",),
    "indicators": ("measure", "quantity_kind"),
    "operations": ("operation_type", "name_zh_basis"),
    "entities": ("entity_type", "name_basis", "name_zh_basis"),
    "sources": ("language", "source_type", "read_as", "retrievable"),
    "reference_checks": ("verdict", *_REFERENCE_CODES),
}
_PERIODS = {
    "operations": ("period",),
    "sources": ("published", "read_on"),
    "reference_checks": ("source_period", "searched_on"),
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
    reference_checks: Mapping[str, Entry]
    files: Mapping[str, str]

    def code_labels(self, name: str) -> Mapping[str, Entry]:
        """Return the codes of a list; a list may have the codes of another (`same_as`)."""
        fields = self.codes[name].fields
        codes = self.codes[str(fields.get("same_as", name))].fields["codes"]
        assert isinstance(codes, Mapping)
        return codes


def read_registers(folder: Path) -> Registers:
    """Return the registers of a folder, one YAML file each.

    Raises:
        ProblemsFound: with everything that is wrong in all files; references between them are
            looked at only where every file has the right form.
    """
    problems: list[Problem] = [
        Problem(f"{folder.parent.name}/{folder.name}/{path.name}", 0, "is no register", "remove it")
        for path in sorted(folder.glob("*"))
        if path.suffix != ".yaml" or path.stem not in FIELDS
    ]
    files = {name: f"{folder.parent.name}/{folder.name}/{name}.yaml" for name in FIELDS}
    loaded: dict[str, dict[str, Entry]] = {}
    for name, fields in FIELDS.items():
        loaded[name], wrong = load_register(folder / f"{name}.yaml", files[name], fields)
        problems += wrong
    registers = Registers(**loaded, files=files)
    if not problems:
        problems = list(_codelist_problems(registers))
    if not problems:
        problems = list(_reference_problems(registers))
    if problems:
        raise ProblemsFound(problems)
    return registers


def _codelist_problems(registers: Registers) -> Iterator[Problem]:
    for entry in registers.codes.values():
        message = ""
        if ("codes" in entry.fields) == ("same_as" in entry.fields):
            message = "has either codes or same_as"
        other = registers.codes.get(str(entry.fields.get("same_as", entry.id)))
        if other is None or (other is not entry and "codes" not in other.fields):
            message = f"is the same as {entry.fields['same_as']!r}, which has no codes"
        if message:
            yield Problem(registers.files["codes"], entry.line, f"the list {entry.id} {message}")


def _reference_problems(registers: Registers) -> Iterator[Problem]:
    checks = {
        "places": _place_problems,
        "units": _unit_problems,
        "indicators": _indicator_problems,
        "operations": _name_problems,
        "entities": _name_problems,
    }
    owners: dict[str, str] = {}
    for name in FIELDS:
        for entry in getattr(registers, name).values():
            messages = list(_code_problems(entry, name, registers))
            if name in checks:
                messages += checks[name](entry, registers)
            for word in entry.fields["names"] if name == "entities" else ():
                if owners.setdefault(word, entry.id) != entry.id:
                    messages.append((f"the name {word!r} also belongs to {owners[word]}", ""))
            for message, mend in messages:
                yield Problem(registers.files[name], entry.line, f"{entry.id}: {message}", mend)


def _code_problems(entry: Entry, name: str, registers: Registers) -> Iterator[tuple[str, str]]:
    for column in _CODED.get(name, ()):
        code = entry.fields.get(column)
        if code is not None and code not in registers.code_labels(column):
            yield f"{code!r} is no code of {column}", "see codes.yaml"
    for column in _PERIODS.get(name, ()):
        try:
            bounds(str(entry.fields.get(column, "2000")))
        except ValueError as error:
            yield f"{column}: {error}", "write EDTF"
    if entry.fields.get("place", "world") not in registers.places:
        yield f"no place {entry.fields['place']!r}", "see places.yaml"


def _place_problems(entry: Entry, registers: Registers) -> Iterator[tuple[str, str]]:
    within = str(entry.fields["within"])
    if within and (within not in registers.places or within == entry.id):
        yield f"lies within {within!r}, which is no other place", "see places.yaml"


def _unit_problems(entry: Entry, registers: Registers) -> Iterator[tuple[str, str]]:
    base = registers.units.get(str(entry.fields["base_unit"]))
    if base is None:
        yield f"no base unit {entry.fields['base_unit']!r}", "name a unit"
    elif base.fields["quantity_kind"] != entry.fields["quantity_kind"]:
        yield f"its base unit {base.id} is of another quantity_kind", "correct one of the two"
    try:
        factor = Decimal(str(entry.fields["factor"]))
    except InvalidOperation:
        factor = Decimal(0)
    if not factor.is_finite() or factor <= 0 or (base is entry and factor != 1):
        yield f"the factor {entry.fields['factor']!r} is wrong", "a number over 0; 1 for a base"


def _indicator_problems(entry: Entry, registers: Registers) -> Iterator[tuple[str, str]]:
    kind = entry.fields["quantity_kind"]
    if kind not in {unit.fields["quantity_kind"] for unit in registers.units.values()}:
        yield f"no unit has the quantity_kind {kind!r}", "see units.yaml"


def _name_problems(entry: Entry, registers: Registers) -> Iterator[tuple[str, str]]:
    for column in ("name_source", "name_zh_source"):
        source = entry.fields.get(column)
        if source is not None and source not in registers.sources:
            yield f"no source {source!r}", "see sources.yaml"
        basis = entry.fields.get(column.replace("source", "basis"))
        if (basis == "documented") != (source is not None):
            message = f"a documented name, and only that, has a {column}"
            yield message, "name the source, or say inferred"
    if ("name_zh" in entry.fields) != ("name_zh_basis" in entry.fields):
        yield "name_zh and name_zh_basis go together", "give both or none"
