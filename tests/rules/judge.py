"""Say of a corruption what the rule book and the comparison with the curation find.

The rule book is asked in parts, so that a thousand corruptions take a minute: whatever finds
something ends the search, and a rule that looks at no row of a table in the real package cannot
find a change of that table alone, because all that it reads is as before. A test of
test_corruptions.py asks the whole rule book and compares.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.package.source import Built, compare_with_curation
from scripts.rules.cells import check_cells
from scripts.rules.check import check
from scripts.rules.rule import RULES, Rule
from scripts.tables.book import Book, Sources
from scripts.tables.row import Row, Tables
from tests.rules.corruptions import Corruption

assert check  # its import fills RULES


class _Recorder(dict[str, list[Row]]):
    """Tables that remember which of them were looked at."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.seen: set[str] = set()

    def get(self, name: str, default: list[Row] | None = None) -> list[Row]:  # type: ignore[override]
        self.seen.add(name)
        return super().get(name, default or [])

    def __getitem__(self, name: str) -> list[Row]:
        self.seen.add(name)
        return super().__getitem__(name)


class _Touched(Book):
    """All tables, in which `rows` gives those alone that were touched; cells need no others."""

    def __init__(self, tables: Tables, sources: Sources, touched: Tables) -> None:
        super().__init__(tables, sources)
        self._touched = touched

    def rows(self, table: str) -> list[Row]:
        return self._touched.get(table, [])

    def by_id(self, table: str) -> dict[str, Row]:
        return {TABLES[table].id_of(row): row for row in self.tables[table]}


class Judge:
    """Judges corruptions of the tables that the curation gives."""

    def __init__(self, built: Built) -> None:
        """Find out which tables each rule looks at."""
        self._built = built
        self._tables, self._sources = built.book.tables, built.book.sources
        self._rules: dict[str, list[Rule]] = {name: [] for name in TABLES}
        for rule in RULES:
            recorder = _Recorder(self._tables)
            assert not list(rule(Book(recorder, self._sources)))
            for name in recorder.seen:
                self._rules[name].append(rule)

    def by_rules(self, corruption: Corruption) -> list[Finding]:
        """Return what the part of the rule book finds that is first to name what is corrupted.

        Where no part does, what was found is returned, and nothing where nothing was.
        """
        tables = corruption.of(self._tables)
        rules = self._rules[corruption.table]
        other: list[Finding] = []
        for rule, found in self._parts(corruption, tables, rules):
            if any(self._is_named(corruption, one, tables) for one in found):
                if rule:  # what finds one corruption of a table often finds the next
                    rules.remove(rule)
                    rules.insert(0, rule)
                return found
            other += found
        return other

    def names(self, corruption: Corruption, found: list[Finding]) -> bool:
        """Return whether a finding leads to what is corrupted."""
        tables = corruption.of(self._tables)
        return any(self._is_named(corruption, one, tables) for one in found)

    def _is_named(self, corruption: Corruption, finding: Finding, tables: Tables) -> bool:
        """Return whether a finding, or the row that it names, tells an id of a touched row.

        Other words of the corrupted cell will do as well, numbers will not; the id of a post only
        where posts are corrupted.
        """
        ids = {TABLES[corruption.table].id_of(row) for row in corruption.touched}
        if finding.table == corruption.table and finding.row in ids:
            return True
        clues = {
            row[column]
            for row in corruption.touched
            for column in {*_ids(corruption.table), corruption.column} & row.keys()
            if re.search("[a-z].", row[column])
            and (column != "post_id" or corruption.table == "posts")
        }
        told = [finding.row, finding.reason]
        for rows in (tables, self._tables):
            for row in rows[finding.table]:
                if TABLES[finding.table].id_of(row) == finding.row:
                    told += [row[column] for column in _ids(finding.table)]
            if finding.table == "claim_reviews":
                told += _rests_on(finding.row, rows)
        return any(clue in one for clue in clues for one in told)

    def _parts(
        self, corruption: Corruption, tables: Tables, rules: list[Rule]
    ) -> Iterator[tuple[Rule | None, list[Finding]]]:
        name, column = corruption.table, corruption.column
        kept = {id(row) for row in corruption.rows}
        touched = {name: [row for row in corruption.touched if id(row) in kept]}
        yield None, check_cells(_Touched(tables, self._sources, touched))[0]
        book = Book(tables, self._sources)
        for rule in list(rules):
            yield rule, list(rule(book))
        if not column or column in TABLES[name].key or TABLES[name].columns[column].unique:
            # other rows may have the same key, or point to what is gone
            yield None, check_cells(book)[0]

    def by_source(self, corruption: Corruption) -> list[Finding]:
        """Return what the comparison with the curation finds in the corrupted table."""
        names = {"posts", corruption.table}
        others = {name: rows if name in names else [] for name, rows in self._tables.items()}
        due = replace(self._built, book=Book(others, self._sources))
        return compare_with_curation(corruption.of(others), due)[0]


def _rests_on(claim_id: str, tables: Tables) -> list[str]:
    """Return the ids in the checks that the review of a claim rests on, and of their sources."""
    figures = {row["figure_id"] for row in tables["figures"] if row["claim_id"] == claim_id}
    return [
        row[column]
        for row in tables["reference_checks"]
        if row["claim_id"] == claim_id or row["figure_id"] in figures
        for column in _ids("reference_checks")
    ]


def _ids(table: str) -> list[str]:
    """Return the columns that hold ids: of the row itself and of what it points to."""
    return [*TABLES[table].key, *TABLES[table].references]
