"""The register of withdrawn ids: curation/tombstones.yaml."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from scripts.curation.register_file import Fields, load_register
from scripts.problem import ProblemsFound

TOMBSTONES = Path("curation/tombstones.yaml")
_FIELDS = Fields(
    ("reason", "successor"),
    lists=("successor",),
    ids=r"[a-z]+(?:_[a-z]+)*(?: [^ ]+)+",
    may_be_empty=True,
)


class Tombstone(NamedTuple):
    """A withdrawn id: why, and the ids of the same table that stand in its place, if any."""

    table: str
    id: str
    reason: str
    successors: tuple[str, ...]
    line: int


def read_tombstones(root: Path) -> Mapping[tuple[str, str], Tombstone]:
    """Return all tombstones by table and id.

    Raises:
        ProblemsFound: the register is missing or has a wrong form.
    """
    entries, problems = load_register(root / TOMBSTONES, str(TOMBSTONES), _FIELDS)
    if problems:
        raise ProblemsFound(problems)
    found = {}
    for entry in entries.values():
        table, _, row_id = entry.id.partition(" ")
        successors = entry.fields["successor"]
        assert isinstance(successors, tuple)
        reason = str(entry.fields["reason"])
        found[table, row_id] = Tombstone(table, row_id, reason, successors, entry.line)
    return found
