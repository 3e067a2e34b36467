"""A register is read as it stands, and refused with every line that is wrong."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from scripts.curation.registers import Registers, read_registers
from scripts.problem import ProblemsFound

REAL = Path(__file__).parents[2] / "curation" / "registers"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(REAL, tmp_path / "curation" / "registers")


@pytest.fixture(scope="module")
def registers() -> Registers:
    return read_registers(REAL)


def change(folder: Path, register: str, old: str, new: str) -> None:
    path = folder / f"{register}.yaml"
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} stands nowhere in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        read_registers(folder)
    return [str(problem) for problem in found.value.problems]


def test_scalars_stay_the_strings_that_were_written(registers: Registers) -> None:
    assert list(registers.code_labels("retrievable")) == ["yes", "no"]
    assert registers.units["person"].fields["factor"] == "1"
    assert registers.operations["anti-drug-publicity-activities-2019"].fields["period"] == "2019"


def test_a_list_may_have_the_codes_of_another(registers: Registers) -> None:
    assert registers.code_labels("rest_reason") is registers.code_labels("no_claim_reason")


def test_an_entry_knows_its_line(registers: Registers) -> None:
    lines = (REAL / "entities.yaml").read_text("utf-8").split("\n")
    for entity in registers.entities.values():
        assert lines[entity.line - 1] == f"{entity.id}:"


@pytest.mark.parametrize("register", ["entities", "operations", "sources", "units"])
def test_entries_are_sorted(registers: Registers, register: str) -> None:
    ids = list(getattr(registers, register))
    assert ids == sorted(ids)


BROKEN = [
    ("operations", "breaking-ice:\n", "banning-ecstasy:\n", "banning-ecstasy stands twice"),
    ("operations", "breaking-ice:\n", "Breaking_Ice:\n", "'Breaking_Ice' has not the form"),
    ("operations", "  operation_type: campaign\n", "", "banning-ecstasy has no operation_type"),
    ("operations", "  name: Breaking Ice\n", "  nmae: Breaking Ice\n", "unknown field 'nmae'"),
    ("operations", "name: Breaking Ice", "name: ''", "breaking-ice: name is empty"),
    ("operations", "name: Breaking Ice", "name: 'Breaking Ice '", "has white space around it"),
    ("operations", "name: Breaking Ice", "name: [Breaking Ice]", "name is not one value"),
    ("operations", "name: Breaking Ice", "name: {en: Breaking Ice}", "name is not one value"),
    ("operations", "name: Breaking Ice", "name: &ice Breaking Ice", "anchors, aliases and tags"),
    ("operations", "name: Breaking Ice", "name: !!str Breaking Ice", "anchors, aliases and tags"),
    ("operations", "name: Breaking Ice", "name: 'Breaking Ice", "no YAML"),
    ("operations", "operation_type: campaign", "operation_type: raid", "'raid' is no code of"),
    ("operations", 'period: "2019"', 'period: "2019-13"', "has no month 13"),
    ("operations", "place: CN\n", "place: XX\n", "no place 'XX'"),
    ("operations", "name_zh_source: guangming", "name_zh_source: guangmin", "no source 'guangmin-"),
    ("operations", "  name_zh_basis: inferred\n", "", "name_zh and name_zh_basis go together"),
    ("operations", "name_zh_basis: inferred", "name_zh_basis: documented", "name the source"),
    ("entities", "names:\n  - Mayorkas", "names: Mayorkas", "names is not a list"),
    ("entities", "names:\n  - Mayorkas", "names:\n  - Americans", "'Americans' also belongs to"),
    ("entities", "names:\n  - Mayorkas", "names:\n  - [Mayorkas]", "is not a list of values"),
    ("places", "within: world", "within: moon", "lies within 'moon'"),
    ("units", "base_unit: bag", "base_unit: sack", "no base unit 'sack'"),
    ("units", "base_unit: bag", "base_unit: case", "of another quantity_kind"),
    ("units", 'factor: "1"', 'factor: "2"', "the factor '2' is wrong"),
    ("units", 'factor: "1"', 'factor: "many"', "the factor 'many' is wrong"),
    ("indicators", "quantity_kind: persons", "quantity_kind: people", "no unit has the quantity"),
    ("codes", "same_as: no_claim_reason", "same_as: reason", "is the same as 'reason'"),
    ("codes", "  same_as: no_claim_reason\n", "", "has either codes or same_as"),
    ("codes", "      label: Statistic\n", "", "statistic has no label"),
    ("sources", 'published: "2022-09-01"', 'published: "1.9.2022"', "published: '1.9.2022' is no"),
]


@pytest.mark.parametrize(("register", "old", "new", "message"), BROKEN)
def test_a_broken_register_is_refused_with_file_and_reason(
    folder: Path, register: str, old: str, new: str, message: str
) -> None:
    change(folder, register, old, new)
    found = problems_of(folder)
    named = [text for text in found if message in text]
    assert named, found
    assert named[0].startswith(f"curation/registers/{register}.yaml:"), named


def test_problems_of_several_files_are_listed_together(folder: Path) -> None:
    change(folder, "operations", "name: Breaking Ice", "nmae: Breaking Ice")
    change(folder, "entities", "names:\n  - Mayorkas", "names: Mayorkas")
    (folder / "sources.yaml").unlink()
    found = "\n".join(problems_of(folder))
    for words in ("unknown field 'nmae'", "names is not a list", "the register is missing"):
        assert words in found


REPLACED: list[tuple[str, Callable[[Path], object]]] = [
    ("holds no entries", lambda path: path.write_text("")),
    ("holds no entries", lambda path: path.write_text("- gram\n")),
    ("gram has no fields", lambda path: path.write_text("gram: 1\n")),
    ("not UTF-8 at byte 0", lambda path: path.write_bytes(b"\xff")),
]


@pytest.mark.parametrize(("message", "replace"), REPLACED)
def test_a_file_that_is_no_register_is_refused(
    folder: Path, message: str, replace: Callable[[Path], object]
) -> None:
    replace(folder / "units.yaml")
    found = problems_of(folder)
    assert any(message in text for text in found), found


def test_a_file_that_is_no_register_is_named(folder: Path) -> None:
    (folder / "more.yaml").write_text("a:\n  label: A\n", "utf-8")
    (folder / "units.yml").write_text("a:\n  label: A\n", "utf-8")
    assert problems_of(folder) == [
        "curation/registers/more.yaml: is no register (remove it)",
        "curation/registers/units.yml: is no register (remove it)",
    ]
