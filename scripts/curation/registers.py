"""Read all registers, and check what one says of itself or of another and no table shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from schemas.columns import CLAIM_ID, SLUG
from schemas.reference_checks import AGREEMENTS
from schemas.tables import TABLES
from scripts.curation.finding import Finding, unknown
from scripts.curation.register_file import NAME, Entry, Fields, load_register

__all__ = ["FIELDS", "REGISTERS", "Entry", "Registers", "read_registers"]

REGISTERS = Path("curation/registers")
_NAME_ZH = ("name_zh", "name_zh_basis", "name_zh_source")
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
        empty=("forms",),
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
    "evaluative_words": Fields(
        ("polarity", "forms", "sense", "counts"), ("does_not_count",), lists=("forms",)
    ),
    "talking_points": Fields(
        (
            *("text", "talking_point_type", "narrative", "definition"),
            *("rival", "question", "examples", "near_misses"),
        ),
        lists=("examples", "near_misses"),
        empty=("examples", "near_misses"),
    ),
    "sources": Fields(
        (
            *("publisher", "title", "title_en", "published", "language", "source_type", "address"),
            *("searched_on", "query", "read_on", "read_as", "retrievable"),
        ),
        ("locator", "independence"),
    ),
    "reference_checks": Fields(
        ("checks",),
        (
            *("source", "searched_on", "query", "value_as_printed", "source_value"),
            *("source_value_high", "source_qualifier", "source_unit", "source_population"),
            *("source_period", "count_status", *AGREEMENTS, "not_compared_reason"),
            *("agreement_reason", "derivation", "confidence", "note"),
        ),
        lists=("checks",),
    ),
    "claim_reviews": Fields(("conclusion", "reason"), ids=CLAIM_ID, may_be_empty=True),
}
"""The fields of every register, by its name: the stem of its file."""


@dataclass(frozen=True)
class Registers:
    """All registers, each a mapping from id to entry."""

    codes: Mapping[str, Entry]
    places: Mapping[str, Entry]
    units: Mapping[str, Entry]
    indicators: Mapping[str, Entry]
    operations: Mapping[str, Entry]
    entities: Mapping[str, Entry]
    evaluative_words: Mapping[str, Entry]
    talking_points: Mapping[str, Entry]
    sources: Mapping[str, Entry]
    reference_checks: Mapping[str, Entry]
    claim_reviews: Mapping[str, Entry]

    def code_labels(self, name: str) -> Mapping[str, Entry]:
        """Return the codes of a list; a list may have the codes of another (`same_as`)."""
        entry = self.codes[name]
        codes = self.codes[entry.text("same_as") or name].fields["codes"]
        assert isinstance(codes, Mapping)
        return codes

    def codelists(self) -> dict[str, list[str]]:
        """Return the codes of every list, the places as the list `place`."""
        return {name: list(self.code_labels(name)) for name in self.codes} | {
            "place": list(self.places)
        }


def file_of(register: str) -> str:
    """Return the path of a register, as findings name it."""
    return f"{REGISTERS}/{register}.yaml"


def read_registers(root: Path) -> tuple[Registers, list[Finding]]:
    """Return the registers under `root`, one YAML file each, and all that is wrong with them.

    Where an entry is wrong the registers may be incomplete: nothing may be built from them then.
    """
    findings = [
        Finding(f"{REGISTERS}/{path.name}", reason="is not a register", fix="remove it")
        for path in sorted((root / REGISTERS).glob("*"))
        if path.suffix != ".yaml" or path.stem not in FIELDS
    ]
    loaded: dict[str, dict[str, Entry]] = {}
    for name, fields in FIELDS.items():
        loaded[name], wrong = load_register(root, file_of(name), fields)
        findings += wrong
    registers = Registers(**loaded)
    if not findings:
        findings = [
            *_codelist_findings(registers),
            *_place_findings(registers),
            *_name_findings(registers),
        ]
    return registers, findings


def _finding(register: str, entry: Entry, field: str, reason: str, fix: str = "") -> Finding:
    line = entry.lines.get(field, entry.line)
    return Finding(file_of(register), line, reason=f"{entry.id}: {reason}", fix=fix)


def _codelist_findings(registers: Registers) -> Iterator[Finding]:
    columns = (column for table in TABLES.values() for column in table.columns.values())
    taken = {column.codelist for column in columns if column.codelist}
    for entry in registers.codes.values():
        same = entry.text("same_as")
        if bool(entry.fields.get("codes")) == bool(same):
            yield _finding(
                "codes", entry, "same_as", "needs either codes or same_as", "give it one"
            )
        elif same and "codes" not in getattr(registers.codes.get(same), "fields", {}):
            reason = f"is the same as {same!r}, without codes"
            told = unknown(reason, same, registers.codes, file_of("codes"))
            yield _finding("codes", entry, "same_as", *told)
        if entry.id not in taken:
            yield _finding("codes", entry, "", "no column takes its codes", "rename or remove it")
    for name in sorted(taken - registers.codes.keys() - {"place"}):
        yield Finding(file_of("codes"), reason=f"the list {name} is missing", fix="restore it")


def _place_findings(registers: Registers) -> Iterator[Finding]:
    """A place lies within another one, up to one that lies in none."""
    for entry in registers.places.values():
        within = outer = entry.text("within")
        passed: set[str] = set()
        while outer in registers.places and outer not in passed:
            passed.add(outer)
            outer = registers.places[outer].text("within")
        if entry.id in passed or (within and not passed):
            reason = f"lies within {within!r}, which is not a place outside it"
            known = [name for name in registers.places if name != entry.id]
            yield _finding(
                "places", entry, "within", *unknown(reason, within, known, "places.yaml")
            )


def _name_findings(registers: Registers) -> Iterator[Finding]:
    """A name belongs to one entity, a form to one sense; forms are looked for in lower case."""
    for register, field in (("entities", "names"), ("evaluative_words", "forms")):
        owners: dict[str, str] = {}
        for entry in getattr(registers, register).values():
            for number, name in enumerate(entry.list(field), start=1):
                place = f"{field} {number}"
                if owners.setdefault(name, entry.id) != entry.id:
                    reason = f"the {field[:-1]} {name!r} also belongs to {owners[name]}"
                    yield _finding(register, entry, place, reason, "remove it from one of them")
                if field == "forms" and name != name.lower().replace("’", "'"):
                    reason = f"the form {name!r} has a capital or a curly apostrophe"
                    yield _finding(
                        register, entry, place, reason, "write it plainly, in lower case"
                    )
