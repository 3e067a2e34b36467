"""What a table and a column are: plain data, from which everything that describes them is made.

Table Schema, pandera model, data dictionary and SQL are derived; nothing of a column is written
anywhere else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

OF_ITS_NAME = "its name"
"""Stands for the codelist of a column that takes the codes of the list of its own name."""

Cells = Mapping[str, str]
"""One row as text: column to cell, '' for an empty one."""


@dataclass(frozen=True)
class Column:
    """One column.

    `type` is a type of Table Schema: string, integer, number or date. `codelist` names the list
    whose codes the column takes, `references` the table and column that it is a key of. `words`
    marks the posts' own words, `any_script` columns that may hold other scripts than Latin.
    `fix` says how a coder puts a wrong or missing cell right.
    """

    title: str
    description: str
    type: str = "string"
    required: bool = True
    unique: bool = False
    pattern: str = ""
    codelist: str = ""
    minimum: float | None = None
    maximum: float | None = None
    references: tuple[str, str] | None = None
    words: bool = False
    any_script: bool = False
    fix: str = ""

    @property
    def is_text(self) -> bool:
        """Whether the column holds free text: no code, id, date or number."""
        return self.type == "string" and not (self.codelist or self.pattern)


@dataclass(frozen=True)
class RowRule:
    """A rule on one row: `reason` is what a row is told that breaks it, at `column` if it has one.

    `holds` takes the row as text, whose cells have the form that their columns ask for.
    """

    reason: str
    holds: Callable[[Cells], bool]
    column: str = ""
    fix: str = ""


@dataclass(frozen=True)
class Table:
    """One table; `key` are the columns of its primary key, `path` is relative to the package."""

    name: str
    folder: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: Mapping[str, Column]
    rules: tuple[RowRule, ...] = ()

    def __post_init__(self) -> None:
        """Name the codelist of each column that takes the codes of the list of its name."""
        named = {
            name: replace(column, codelist=name) if column.codelist == OF_ITS_NAME else column
            for name, column in self.columns.items()
        }
        object.__setattr__(self, "columns", named)

    @property
    def path(self) -> str:
        """Where the table's file stands in the package."""
        return f"{self.folder}/{self.name}.csv"

    @cached_property
    def references(self) -> dict[str, tuple[str, str]]:
        """What each column that is a foreign key points to: table and column."""
        return {name: col.references for name, col in self.columns.items() if col.references}

    @property
    def words(self) -> list[str]:
        """The columns that carry the posts' own words."""
        return [name for name, column in self.columns.items() if column.words]

    def id_of(self, row: Cells) -> str:
        """Return the row's key as one text, the way findings name it."""
        return " ".join(row[column] for column in self.key)
