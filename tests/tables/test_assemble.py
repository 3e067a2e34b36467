"""What the registers hold is used by the posts, and what they say of an operation is shown."""

from pathlib import Path

import pytest

from scripts import build
from tests.build.breaking import change

UNUSED = {
    "operations": "  name: Idle Watch\n  operation_type: campaign\n  description: Named nowhere.\n",
    "entities": (
        "  name: Idle Office\n  name_basis: inferred\n  entity_type: organisation\n"
        "  description: Named nowhere.\n  names:\n    - Idle Office\n"
    ),
    "indicators": (
        "  label: Idle\n  definition: Counted nowhere.\n  measure: flow\n  quantity_kind: cases\n"
    ),
    "sources": (
        "  publisher: Nobody\n  title: Nothing\n  language: en\n  source_type: news\n"
        '  read_on: "2026-11-01"\n  read_as: stored copy\n  retrievable: "yes"\n'
    ),
    "units": (
        "  quantity_kind: mass\n  base_unit: kilogram\n  factor: '50'\n  label: idle\n"
        "  definition: Measured nowhere.\n  forms:\n    - idle weights\n"
    ),
}


def problems_of(project: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert build.main(["--check"], project) == 1
    return capsys.readouterr().err.strip().split("\n")[:-1]


def test_entries_that_no_post_uses_are_listed_together(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = []
    for register, fields in sorted(UNUSED.items()):
        path = project / "curation" / "registers" / f"{register}.yaml"
        line = path.read_text("utf-8").count("\n") + 1
        path.write_text(f"{path.read_text('utf-8')}zzidle:\n{fields}", "utf-8")
        message = f"zzidle of the register {register} is used nowhere in the posts"
        expected.append(f"curation/registers/{register}.yaml:{line}: {message}")
    found = problems_of(project, capsys)
    used = [problem.partition(" (")[0] for problem in found if "is used nowhere" in problem]
    assert used == expected, found


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (
            '  period: "2024-04-23"\n',
            '  period: "2024-04-24"\n',
            "period 2024-04-24 and place BE-BR",
        ),
        ("  place: BE-BRU\n", "  place: US\n", "period 2024-04-23 and place US"),
    ],
)
def test_an_operation_that_no_claim_shows_as_registered_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, wanted: str
) -> None:
    path = project / "curation" / "registers" / "operations.yaml"
    change(path, old, new)
    line = path.read_text("utf-8").split("\n").index("china-eu-dialogue-third:") + 1
    start = f"curation/registers/operations.yaml:{line}: no claim about china-eu-dialogue-third has"
    found = problems_of(project, capsys)
    assert [problem.startswith(f"{start} {wanted}") for problem in found] == [True], found


def test_an_operation_that_no_claim_is_about_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project / "curation/posts/p01.txt", "about breaking-ice ", "about ")
    found = problems_of(project, capsys)
    message = "no claim about breaking-ice has period any and place CN"
    assert any(message in problem for problem in found), found
