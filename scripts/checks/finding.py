"""What a check found wrong in a package."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One failure: the layer that found it, table, id of the row, column, and the reason.

    `row` and `column` are empty where the failure concerns a whole table or file.
    """

    layer: str
    table: str
    row: str
    column: str
    reason: str

    def __str__(self) -> str:
        """Return 'table row column: reason'."""
        place = " ".join(part for part in (self.table, self.row, self.column) if part)
        return f"{place}: {self.reason}"
