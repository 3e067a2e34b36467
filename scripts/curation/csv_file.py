"""Read a CSV file of the curation into rows of text."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from scripts.curation.finding import refuse
from scripts.curation.text_file import read_text


def read_rows(
    root: Path, file: Path | str, columns: Sequence[str], fix: str = "restore it"
) -> list[dict[str, str]]:
    """Return the rows of a file under `root`, whose header names just these columns.

    `fix` says how to fix it where the file is missing or broken.

    Raises:
        FindingsError: the file cannot be read, is not CSV, or has no rows of these columns.
    """
    name = Path(file).as_posix()
    try:
        lines = csv.reader(io.StringIO(read_text(root, file, fix), newline=""), strict=True)
        read = [(lines.line_num, row) for row in lines]
    except csv.Error as error:
        raise refuse(name, f"is not CSV: {error}", fix) from error
    headed = bool(read) and read[0][1] == list(columns)
    broken = [line for line, row in read if len(row) != len(columns)]
    if not headed or broken or len(read) == 1:
        line = broken[0] if headed and broken else 1
        reason = f"the rows are not those of a table with the columns {', '.join(columns)}"
        raise refuse(name, reason, fix, line)
    return [dict(zip(columns, row, strict=True)) for _, row in read[1:]]
