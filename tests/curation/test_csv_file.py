"""A CSV file of the curation is read whole, or refused with file, line and fix."""

from pathlib import Path

import pytest

from scripts.curation.csv_file import read_rows
from scripts.curation.finding import FindingsError

COLUMNS = ("claim_id", "target")
NOT_ITS_ROWS = "the rows are not those of a table with the columns claim_id, target"


def read(root: Path, text: str) -> list[dict[str, str]]:
    (root / "claims.csv").write_text(text, "utf-8", newline="")
    return read_rows(root, "claims.csv", COLUMNS, "make it again")


def test_rows_have_the_columns_of_the_header_and_stay_text(tmp_path: Path) -> None:
    assert read(tmp_path, 'claim_id,target\np01.c01,007\np01.c02,"a, ""b"""\n') == [
        {"claim_id": "p01.c01", "target": "007"},
        {"claim_id": "p01.c02", "target": 'a, "b"'},
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 0, "the file is empty"),
        ("\n", 0, "the file is empty"),
        ("claim_id,target\n", 1, NOT_ITS_ROWS),
        ("claim_id\np01.c01\n", 1, NOT_ITS_ROWS),
        ("target,claim_id\na,b\n", 1, NOT_ITS_ROWS),
        ("claim_id,target,more\na,b,c\n", 1, NOT_ITS_ROWS),
        ("claim_id,target\na,b\nc\nd\n", 3, NOT_ITS_ROWS),
        ("claim_id,target\na,b\nc,d,e\n", 3, NOT_ITS_ROWS),
        ("claim_id,target\na,b\n\n", 3, NOT_ITS_ROWS),
        ('claim_id,target\n"a\nb",c\nd\n', 4, NOT_ITS_ROWS),
        ('claim_id,target\n"a,b\n', 0, "is not CSV: unexpected end of data"),
        ('claim_id,target\n"a"b,c\n', 0, "is not CSV: "),
        ("claim_id,target\r\na,b\r\n", 1, "CRLF or CR line ends"),
    ],
)
def test_what_is_not_the_table_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, reason: str
) -> None:
    with pytest.raises(FindingsError) as error:
        read(tmp_path, text)
    (finding,) = error.value.findings
    assert (finding.file, finding.line) == ("claims.csv", line)
    assert reason in finding.reason and finding.fix


def test_a_missing_file_is_named_with_its_fix(tmp_path: Path) -> None:
    with pytest.raises(FindingsError, match=r"claims\.csv: the file is missing \(make it again\)"):
        read_rows(tmp_path, "claims.csv", COLUMNS, "make it again")
