"""A register is read as it is written, and refused with every line that is wrong."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from scripts.curation.registers import FIELDS, REGISTERS, Registers, read_registers
from scripts.package.source import Built
from scripts.rules.cells import check_cells
from scripts.tables.book import Book
from scripts.tables.figures import canonical
from scripts.tables.row import Row
from tests.conftest import ROOT, change, findings_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a copy of the registers alone."""
    copytree(ROOT / REGISTERS, tmp_path / REGISTERS)
    return tmp_path


@pytest.fixture(scope="module")
def registers() -> Registers:
    registers, findings = read_registers(ROOT)
    assert findings == []
    return registers


def told(root: Path) -> list[str]:
    return [str(finding) for finding in read_registers(root)[1]]


def test_scalars_stay_the_strings_that_were_written(registers: Registers) -> None:
    assert list(registers.code_labels("retrievable")) == ["yes", "no"]
    assert registers.units["person"].text("factor") == "1"
    assert registers.operations["anti-drug-publicity-activities-2019"].text("period") == "2019"


def test_a_list_may_have_the_codes_of_another(registers: Registers) -> None:
    assert registers.code_labels("unit_agreement") is registers.code_labels("value_agreement")


def test_an_entry_and_its_fields_know_their_lines(registers: Registers) -> None:
    lines = (ROOT / REGISTERS / "entities.yaml").read_text("utf-8").split("\n")
    for entity in registers.entities.values():
        assert lines[entity.line - 1] == f"{entity.id}:"
        assert lines[entity.lines["entity_type"] - 1].startswith("  entity_type: ")
        for number, name in enumerate(entity.list("names"), start=1):
            assert name in lines[entity.lines[f"names {number}"] - 1]


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("failed", "the form 'failed' also belongs to failed"),
        ("Wise", "the form 'Wise' has a capital or a curly apostrophe"),
        ("people’s", "the form 'people’s' has a capital or a curly apostrophe"),
    ],
)
def test_a_form_that_could_not_be_found_or_has_two_senses_is_named(
    root: Path, form: str, reason: str
) -> None:
    path = root / REGISTERS / "evaluative_words.yaml"
    # 'wisdom' stands before 'failed', so that 'failed' is the one that is told
    change(path, 'forms: ["wisdom"]', f'forms: ["wisdom", "{form}"]')
    text = path.read_text("utf-8")
    (found,) = told(root)
    owner = "failed" if form == "failed" else "wisdom"
    line = text[: text.index(f"{owner}:\n")].count("\n") + 3
    assert found.startswith(f"{REGISTERS}/evaluative_words.yaml:{line}: {owner}: "), found
    assert reason.replace("to failed", "to wisdom") in found


@pytest.mark.parametrize("register", ["entities", "operations", "sources", "units"])
def test_entries_are_sorted(registers: Registers, register: str) -> None:
    ids = list(getattr(registers, register))
    assert ids == sorted(ids)


ICE, MAYORKAS = "name: Breaking Ice", "names:\n  - Mayorkas"
SAME_AS = "same_as: value_agreement"
BAG = '  base_unit: bag\n  factor: "1"'

# register, words of it, what is there instead, the line that is named, the reason
BROKEN = [
    ("entities", MAYORKAS, "names:\n  - Americans", "  - Americans", "'Americans' also belongs to"),
    ("places", "within: world", "within: moon", "  within: moon", "CN: lies within 'moon'"),
    ("places", 'within: ""', "within: CN", "  within: CN", "world: lies within 'CN'"),
    ("places", 'within: ""', "within: world", "  within: world", "world: lies within 'world'"),
    ("codes", SAME_AS, "same_as: agreement", "  same_as", "is the same as 'agreement', without"),
    ("codes", SAME_AS, "same_as: unit_agreement", "  same_as", "is the same as 'unit_agreement'"),
    ("codes", f"  {SAME_AS}\n", "", "qualifier_agreement:", "needs either codes or same_as"),
    ("codes", SAME_AS, "codes: {}", "qualifier_agreement:", "needs either codes or same_as"),
    ("codes", "\nmode:\n", "\nmodes:\n", "modes:", "modes: no column takes its codes"),
    ("codes", "\nmode:\n", "\nmodes:\n", "", "the list mode is missing"),
]


@pytest.mark.parametrize(("register", "old", "new", "line", "reason"), BROKEN)
def test_a_broken_register_is_refused_at_its_line(
    root: Path, register: str, old: str, new: str, line: str, reason: str
) -> None:
    file = f"{REGISTERS}/{register}.yaml"
    change(root / file, old, new)
    findings = read_registers(root)[1]
    said = [finding for finding in findings if reason in finding.reason]
    assert said, told(root)
    lines = ["", *(root / file).read_text("utf-8").split("\n")]
    assert said[0].file == file
    assert lines[said[0].line].startswith(line), said[0]


REVIEW = "p05.c44:\n  conclusion: partly\n  reason: Some of it agrees.\n"
REVIEWS = [
    (REVIEW.replace("p05.c44", "p05-c44"), 1, "p05-c44"),
    (REVIEW.replace("p05.c44", "p05.f11"), 1, "p05.f11"),
    (REVIEW.replace("  reason: Some of it agrees.\n", ""), 1, "reason"),
    (REVIEW.replace("conclusion", "verdict"), 2, "unknown field 'verdict'"),
    (REVIEW + REVIEW, 4, "p05.c44"),
]


@pytest.mark.parametrize(("text", "line", "reason"), REVIEWS)
def test_a_review_of_a_claim_needs_the_claim_a_conclusion_and_a_reason(
    root: Path, text: str, line: int, reason: str
) -> None:
    (root / REGISTERS / "claim_reviews.yaml").write_text(text, "utf-8")
    findings = read_registers(root)[1]
    named = {(one.file, one.line) for one in findings if reason in one.reason}
    assert (f"{REGISTERS}/claim_reviews.yaml", line) in named, told(root)


def test_there_may_be_no_claim_that_a_reader_must_decide(root: Path) -> None:
    (root / REGISTERS / "claim_reviews.yaml").write_text("# None yet.\n", "utf-8")
    registers, findings = read_registers(root)
    assert (dict(registers.claim_reviews), findings) == ({}, [])


@pytest.mark.parametrize("field", ["verdict: matches", "independence: repeats"])
def test_what_follows_or_belongs_to_the_source_is_not_typed_in_a_check(
    root: Path, field: str
) -> None:
    path = root / REGISTERS / "reference_checks.yaml"
    change(path, "  scope_agreement: same\n", f"  scope_agreement: same\n  {field}\n")
    (found,) = read_registers(root)[1]
    assert f"unknown field {field.partition(':')[0]!r}" in found.reason
    assert path.read_text("utf-8").split("\n")[found.line - 1] == f"  {field}"


FACTORS = ["NaN", "sNaN", "Infinity", "-Infinity", "1e999999999", "1e-999999999", "1e3", "0"]
FACTORS += ["0.0", "-1", "+1", "1_000", "0x1", "١", "１", "many", "1" * 5000, f"0.{'1' * 5000}"]


@pytest.mark.parametrize("factor", FACTORS, ids=[factor[:12] for factor in FACTORS])
def test_a_factor_is_a_number_over_0_written_in_digits(built: Built, factor: str) -> None:
    row = Row({**built.book.by_id("units")["bag"], "factor": canonical(factor)})
    (finding,) = check_cells(Book({"units": [row]}, built.book.sources))[0]
    assert (finding.row, finding.column) == ("bag", "factor") and len(str(finding)) < 250, finding


def test_findings_of_several_registers_are_listed_together(root: Path) -> None:
    change(root / REGISTERS / "operations.yaml", ICE, "nmae: Breaking Ice")
    change(root / REGISTERS / "entities.yaml", MAYORKAS, "names: Mayorkas")
    (root / REGISTERS / "sources.yaml").unlink()
    found = "\n".join(told(root))
    for words in (
        "unknown field 'nmae'",
        "names is not a list",
        "sources.yaml: the file is missing",
    ):
        assert words in found


REFUSED_NAMES: list[Callable[[Path], object]] = [
    lambda folder: (folder / "more.yaml").write_text("a:\n  label: A\n", "utf-8"),
    lambda folder: (folder / "units.yml").write_text("a:\n  label: A\n", "utf-8"),
    lambda folder: (folder / "notes").mkdir(),
    lambda folder: (folder / "units.yaml~").write_text(""),
]


@pytest.mark.parametrize("add", REFUSED_NAMES)
def test_a_file_that_is_not_a_register_is_named(root: Path, add: Callable[[Path], object]) -> None:
    before = set((root / REGISTERS).iterdir())
    add(root / REGISTERS)
    (added,) = set((root / REGISTERS).iterdir()) - before
    assert told(root) == [f"{REGISTERS}/{added.name}: is not a register (remove it)"]


@pytest.mark.parametrize("kind", ["missing", "a file"])
def test_without_the_folder_every_register_is_named(tmp_path: Path, kind: str) -> None:
    if kind == "a file":
        (tmp_path / REGISTERS).parent.mkdir()
        (tmp_path / REGISTERS).write_text("")
    files = {finding.file for finding in read_registers(tmp_path)[1]}
    assert files == {f"{REGISTERS}/{name}.yaml" for name in FIELDS}


# What the rule book finds in the tables: register, words, other words, the line, the reason.
OPIOIDS = "Trump declares opioid crisis a national public health emergency"
ICE_ZH = "name_zh: 破冰行动\n  name_zh_basis"
PEOPLE, CASE = "quantity_kind: people", '  base_unit: case\n  factor: "1"'
RULED = [
    ("operations", "operation_type: campaign", "operation_type: raid", "", "'raid' is not a code"),
    ("operations", "place: CN-YN\n", "place: XX\n", "", "'XX' is not a code of the list place"),
    ("operations", "name_zh_source: guangming", "name_zh_source: guangmin", "", "id 'guangmin-"),
    ("operations", f"{ICE_ZH}: inferred", f"{ICE_ZH}: documented", "breaking-ice:", "its source"),
    ("units", BAG, CASE, "base_unit: case", "quantity_kind"),
    ("units", "base_unit: kilogram", "base_unit: tonne", "", "the base_unit kilogram, not tonne"),
    ("units", "base_unit: person", "base_unit: people", "", "unknown id 'people'"),
    ("units", 'factor: "1"', 'factor: "2"', "", "its own base unit has the factor 1"),
    ("indicators", "quantity_kind: persons", PEOPLE, "", "'people' is not a code"),
    ("talking_points", "rival: problem-curbed", "rival: problem-cured", "", "id 'problem-cured'"),
    ("talking_points", "narrative: success", "narrative: victory", "", "'victory' is not a code"),
    ("sources", 'published: "2022-09-01"', 'published: "1.9.2022"', "", "'1.9.2022' does not have"),
    (
        "sources",
        'published: "2013-05-21"',
        'published: "2013-13"',
        "",
        "months and days that exist",
    ),
    (
        "sources",
        'searched_on: "2026-11-27"',
        'searched_on: "27.11.2026"',
        "",
        "'27.11.2026' does no",
    ),
    ("sources", f"title_en: {OPIOIDS}", "title_en: Opioids", "title_en: ", "is an English title"),
    ("sources", 'read_on: "2026-11-23"', 'read_on: "2026-02-30"', "", "'2026-02-30' is not a day"),
]


def test_what_the_rules_find_in_registers_is_named_with_its_line(curation: Path) -> None:
    for register, old, new, _, _ in RULED:
        change(curation / REGISTERS / f"{register}.yaml", old, new)
    findings = findings_of(curation)
    for register, _, new, begins, reason in RULED:
        lines = (curation / REGISTERS / f"{register}.yaml").read_text("utf-8").split("\n")
        named = [
            lines[one.line - 1].strip()
            for one in findings
            if one.file == f"{REGISTERS}/{register}.yaml" and reason in one.reason
        ]
        assert any(line.startswith(begins or new.strip()) for line in named), (reason, named)
