"""Reviews of rows are read file by file; a file that is not one drawing is named."""

from pathlib import Path

import pytest

from scripts.curation.reviews import COLUMNS, REVIEWS, read_reviews

HEADER = ",".join(COLUMNS)
FILL = "," * (len(COLUMNS) - 3)
CLAIM, FIGURE = f"claims-1,claims,p01.c01{FILL}", f"figures-20,figures,p01.f01{FILL}"


def write(root: Path, **files: str) -> Path:
    (root / REVIEWS).mkdir(parents=True)
    for name, text in files.items():
        (root / REVIEWS / name.replace("_", ".")).write_text(text, "utf-8")
    return root


def test_without_reviews_nothing_is_read_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert read_reviews(tmp_path) == ([], [])
    assert read_reviews(write(tmp_path)) == ([], [])


def test_every_row_knows_its_file_and_line(tmp_path: Path) -> None:
    files = {
        "claims-1_csv": f"{HEADER}\n{CLAIM}\n{CLAIM}\n",
        "figures-20_csv": f"{HEADER}\n{FIGURE}\n",
    }
    rows, findings = read_reviews(write(tmp_path, **files))
    assert findings == []
    assert [(file, line, row["row_id"]) for file, line, row in rows] == [
        (f"{REVIEWS}/claims-1.csv", 2, "p01.c01"),
        (f"{REVIEWS}/claims-1.csv", 3, "p01.c01"),
        (f"{REVIEWS}/figures-20.csv", 2, "p01.f01"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("claims-2_csv", f"{HEADER}\n{CLAIM}\n", "has rows of claims-1, and its name is that of c"),
        ("claims-1_csv", f"{HEADER}\n{CLAIM}\n{FIGURE}\n", "has rows of figures-20, and its name"),
        ("claims-1_csv", f"{HEADER},more\n{CLAIM},\n", "the rows are not those of a table"),
        ("claims-1_csv", "", "the file is empty"),
        ("notes_txt", "Read these.\n", "the rows are not those of a table"),
    ],
)
def test_a_file_that_is_no_drawing_of_its_name_is_named_and_the_others_are_read(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    files = {name: text, "figures-20_csv": f"{HEADER}\n{FIGURE}\n"}
    rows, (finding,) = read_reviews(write(tmp_path, **files))
    assert finding.file == f"{REVIEWS}/{name.replace('_', '.')}"
    assert finding.reason.startswith(reason)
    assert rows[-1][2]["row_id"] == "p01.f01"
