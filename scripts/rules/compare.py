"""Compare the rows of a table with those that follow from something else, cell by cell."""

from collections.abc import Collection, Iterator, Sequence

from schemas.tables import TABLES
from scripts.curation.finding import Finding
from scripts.rules.rule import AGAIN, wrong
from scripts.tables.row import Row

_LONGEST = 60


def compare_rows(
    name: str,
    given: Sequence[Row],
    due: Sequence[Row],
    source: str,
    skip: Collection[tuple[str, str]] = (),
    fix: str = AGAIN,
) -> Iterator[Finding]:
    """Yield every row that is missing or too many, every cell that differs, and the first order.

    Args:
        name: the table.
        given: the rows as they stand.
        due: the rows as they follow; findings take file and line from them.
        source: what they follow from, as findings name it.
        skip: cells that are not compared, as (row id, column).
        fix: how to put it right.
    """
    id_of = TABLES[name].id_of
    expected = {id_of(row): row for row in due}
    key = TABLES[name].key[0]
    rows: dict[str, Row] = {}
    for row in given:
        if rows.setdefault(id_of(row), row) is not row:
            yield wrong(name, row, key, "is a duplicate row", fix)
    for row_id, row in expected.items():
        found = rows.get(row_id)
        if found is None:
            yield wrong(name, row, key, f"the row is missing, {source} gives it", fix)
            continue
        found.origin = found.origin or row.origin
        for column in TABLES[name].columns:
            if found[column] != row[column] and (row_id, column) not in skip:
                reason = f"is {_short(found[column])}, {source} gives {_short(row[column])}"
                yield wrong(name, found, column, reason, fix)
    for row_id, row in rows.items():
        if row_id not in expected:
            yield wrong(name, row, key, f"{source} gives no such row", fix)
    common = [row_id for row_id in rows if row_id in expected]
    for one, two in zip(common, (key for key in expected if key in rows), strict=True):
        if one != two:
            yield wrong(name, rows[one], key, f"is out of order, {two} should be here", fix)
            break


def _short(cell: str) -> str:
    return repr(cell) if len(cell) <= _LONGEST else f"{cell[:_LONGEST]!r}…"
