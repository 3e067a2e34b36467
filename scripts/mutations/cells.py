"""Cells that keep their form and lose their meaning, in every column of every table."""

from collections.abc import Iterator

from scripts.mutations.mutant import Mutant, Tables, cell_mutant
from scripts.mutations.package_copy import Row, Rows, columns_of


def cell_mutants(tables: Tables) -> Iterator[Mutant]:
    """Yield mutants of one or two rows of every column that is filled anywhere."""
    for table, rows in tables.items():
        for column in columns_of(table):
            filled = [row for row in rows if row[column]]
            empty = [row for row in rows if not row[column]]
            for row in _two(filled):
                if other := _other_cell(filled, row, column):
                    yield cell_mutant("cell of another row", table, row, {column: other})
            for row in filled[len(filled) // 2 :][:1]:
                if empty:
                    yield cell_mutant("optional cell emptied", table, row, {column: ""})
                if _is_prose(row[column]):
                    changed = _change_letter(row[column])
                    yield cell_mutant("one letter changed", table, row, {column: changed})
                    longer = f"Reportedly, {row[column]}"
                    yield cell_mutant("words added", table, row, {column: longer})
            for row in empty[:1] if filled else []:
                cell = filled[len(filled) // 2][column]
                yield cell_mutant("empty cell filled", table, row, {column: cell})


def _two(rows: Rows) -> Rows:
    """Return the first row and one in the middle."""
    return [rows[place] for place in sorted({0, len(rows) // 2})] if rows else []


def _other_cell(rows: Rows, row: Row, column: str) -> str:
    """Return the next other cell of the column after a row; '' where there is none."""
    at = rows.index(row)
    others = (other[column] for other in rows[at + 1 :] + rows[:at])
    return next((cell for cell in others if cell != row[column]), "")


def _is_prose(cell: str) -> bool:
    return " " in cell and cell.isprintable()


def _change_letter(cell: str) -> str:
    """Put another letter into the middle of the first word of four letters or more."""
    word = next((word for word in cell.split() if len(word) > 3 and word.isalpha()), "")
    if not word:
        return cell[::-1]
    return cell.replace(word, f"{word[:2]}{'x' if word[2] != 'x' else 'y'}{word[3:]}", 1)
