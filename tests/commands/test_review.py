"""Rows are drawn for a reader, and what the reader fills in is checked and stored."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from scripts.curation.finding import FindingsError
from scripts.curation.reviews import REVIEWS
from scripts.review import main
from tests.conftest import ROOT


def draw(sheet: Path, table: str = "claims", rows: int = 2) -> Workbook:
    call = ["draw", "--table", table, "--rows", str(rows), "--seed", "7", "--out", str(sheet)]
    assert main(call, ROOT) == 0
    return load_workbook(sheet)


def fill(sheet: Path, book: Workbook, *answers: tuple[str, ...], reader: str = "person") -> None:
    """Write verdict, column, correction and remark of the rows, and who read them."""
    for number, answer in enumerate(answers, start=2):
        for column, cell in enumerate(answer, start=6):
            book["rows"].cell(number, column).value = cell or None
    about = {row[0].value: row[1] for row in book["about"].iter_rows(max_col=2)}
    about["reader"].value, about["read_on"].value = reader, "2026-01-31"
    book.save(sheet)


def test_a_reader_sees_each_row_with_its_sentence_and_what_its_codes_mean(tmp_path: Path) -> None:
    book = draw(tmp_path / "sheet.xlsx")
    header, *rows = book["rows"].iter_rows(values_only=True)
    assert header[:5] == (
        *("row_id", "what stands there", "sentence", "sentence before", "what the codes mean"),
    )
    for row_id, cells, sentence, _, codes, *answers in rows:
        quote = str(cells).partition("quote: ")[2].partition("\n")[0]
        assert quote and quote in str(sentence), row_id
        assert "claim_type = " in str(codes), row_id
        assert answers == [None, None, None, None], row_id


def test_the_same_seed_draws_the_same_rows(tmp_path: Path) -> None:
    one, other = (draw(tmp_path / name, rows=5) for name in ("one.xlsx", "other.xlsx"))
    ids = [[cell.value for cell in book["rows"]["A"]] for book in (one, other)]
    assert ids[0] == ids[1]


def test_every_table_can_be_drawn_from(tmp_path: Path) -> None:
    for table in ("shared_passages", "reference_checks", "codes", "consistency_checks"):
        assert draw(tmp_path / f"{table}.xlsx", table, 1)["rows"].max_row == 2, table


def test_what_a_reader_found_is_stored(curation: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.xlsx"
    fill(sheet, draw(sheet), ("right",), ("wrong", "theme", "other", "It is not about drugs."))
    assert main(["read", str(sheet)], curation) == 0
    stored = (curation / REVIEWS / "claims-7.csv").read_text("utf-8").splitlines()
    assert stored[1].endswith(",person,,2026-01-31,right,,,,,"), stored
    assert stored[2].endswith(",wrong,theme,other,It is not about drugs.,,"), stored


@pytest.mark.parametrize(
    ("answers", "reader", "said"),
    [
        ((("right",), ("good",)), "person", "the verdict 'good' is none"),
        ((("right",), ("",)), "person", "the verdict '' is none"),
        ((("right",), ("", "theme")), "person", "the verdict '' is none"),
        ((("right",), ("", "", "other")), "person", "the verdict '' is none"),
        ((("right",), ("wrong", "colour")), "person", "'colour' is not a column of claims"),
        ((("right",), ("wrong",)), "person", "neither a column nor a remark"),
        ((("right",), ("right",)), "", "does not say who read it"),
    ],
)
def test_answers_that_say_nothing_are_told_with_file_and_row(
    answers: tuple[tuple[str, ...], ...], reader: str, said: str, curation: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.xlsx"
    fill(sheet, draw(sheet), *answers, reader=reader)
    before = sorted((curation / REVIEWS).glob("*"))
    with pytest.raises(FindingsError) as raised:
        main(["read", str(sheet)], curation)
    [finding] = raised.value.findings
    assert finding.file == str(sheet) and said in finding.reason, finding
    assert finding.line == (3 if reader else 0), finding
    assert sorted((curation / REVIEWS).glob("*")) == before


@pytest.mark.parametrize("content", [b"", b"row_id,verdict\n", b"PK\x03\x04 and no more"])
def test_another_file_is_refused(content: bytes, curation: Path, tmp_path: Path) -> None:
    (tmp_path / "sheet.xlsx").write_bytes(content)
    with pytest.raises(FindingsError, match="is not a sheet of rows to review"):
        main(["read", str(tmp_path / "sheet.xlsx")], curation)


@pytest.mark.parametrize(
    "call",
    [
        ["read"],
        ["draw", "--table", "claims"],
        ["draw", "--table", "claims", "--rows", "0", "--seed", "1"],
        ["draw", "--table", "claims", "--rows", "100000", "--seed", "1"],
        ["draw", "--table", "colours", "--rows", "1", "--seed", "1"],
    ],
)
def test_a_wrong_call_ends_with_2(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(call, ROOT)
    assert capsys.readouterr().err
