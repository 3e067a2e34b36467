"""One cause is told once with its count, and of many problems in a line the first three."""

from pathlib import Path

import pytest

from scripts.check import main
from scripts.curation.finding import Finding, condense
from tests.conftest import change


def told(curation: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return what `check` prints."""
    assert main([], curation) == 1
    return capsys.readouterr().out.strip().split("\n")


def line_of(path: Path, line: str) -> int:
    """Return the number of a line."""
    return path.read_text("utf-8").split("\n").index(line) + 1


def test_a_wrong_default_is_told_once_with_the_count_of_its_claims(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(curation / "curation/posts/p03.txt", "default where=CN", "default where=Here")
    line, *_ = told(curation, capsys)
    assert line.startswith(
        "curation/posts/p03.txt:4: claims p03.c01 place: 'Here' is not a code of the list place"
    )
    assert "; and 63 more rows (use one of world, CN, " in line


def test_one_line_that_makes_two_cells_wrong_is_told_once(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A figure takes the period of its claim."""
    path = curation / "curation/posts/p03.txt"
    change(path, "    when 2015 < in 2015", "    when In_2015 < in 2015")
    number = line_of(path, "    when In_2015 < in 2015")
    line, count = told(curation, capsys)
    assert line.startswith(f"curation/posts/p03.txt:{number}: claims p03.c08 period: 'In_2015'")
    assert count == "problems: 2"


def test_of_many_problems_in_one_line_three_are_told_and_the_others_counted(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = curation / "curation/posts/p10.txt"
    substance = "      substance opium\n"
    when = "      when 1840 < On June 3, 1839"
    change(path, substance, f"{substance}{when}\n")
    place = f"curation/posts/p10.txt:{line_of(path, when)}: "
    lines = [line for line in told(curation, capsys) if line.startswith(place)]
    assert len(lines) == 4
    assert lines[-1] == f"{place}problems in this line that are not told: 2"


def finding(line: int, reason: str, row: str = "", file: str = "p03.txt") -> Finding:
    return Finding(file, line, "claims", row, "stance", reason, "fix it")


def test_causes_in_different_lines_are_told_where_the_first_is() -> None:
    found = [finding(9, "is wrong", "p03.c02"), finding(4, "is wrong", "p03.c01")]
    (one,) = condense(found)
    assert (one.line, one.row, one.reason) == (4, "p03.c01", "is wrong; and 1 more row")


def test_other_reasons_columns_and_files_are_other_causes() -> None:
    found = [
        finding(4, "is wrong"),
        finding(4, "is empty"),
        Finding("p03.txt", 4, "claims", "p03.c01", "mode", "is odd", "fix it"),
    ]
    assert sorted(condense(found)) == sorted(found)


def test_findings_without_a_table_are_told_one_by_one() -> None:
    found = [Finding("p03.txt", line, reason="is missing", fix="restore it") for line in (4, 5)]
    assert list(condense(found)) == found


def test_nothing_is_condensed_to_nothing() -> None:
    assert list(condense([])) == []
