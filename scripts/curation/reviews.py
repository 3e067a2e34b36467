"""Read the reviews of rows: one CSV file a drawing under curation/reviews."""

from pathlib import Path

from schemas.row_reviews import ROW_REVIEWS
from scripts.curation.csv_file import read_rows
from scripts.curation.finding import Finding, collecting

REVIEWS = Path("curation/reviews")
COLUMNS = tuple(ROW_REVIEWS.columns)
Reviewed = tuple[str, int, dict[str, str]]
"""A row of a review, with its file and line."""


def read_reviews(root: Path) -> tuple[list[Reviewed], list[Finding]]:
    """Return the rows of all reviews under `root`, and what is wrong with their files."""
    rows: list[Reviewed] = []
    findings: list[Finding] = []
    for path in sorted((root / REVIEWS).glob("*")):
        file = f"{REVIEWS.as_posix()}/{path.name}"
        with collecting(findings):
            found = read_rows(root, file, COLUMNS, "python -m scripts.review read makes it")
            rows += [(file, line, row) for line, row in enumerate(found, start=2)]
            if wrong := sorted({row["review"] for row in found} - {path.stem}):
                reason = f"has rows of {wrong[0]}, and its name is that of {path.stem}"
                findings.append(Finding(file, reason=reason, fix="keep one drawing in one file"))
    return rows, findings
