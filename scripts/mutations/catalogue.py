"""All mutants of a package, in the order of the table that is made of them."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from scripts.mutations.cells import cell_mutants
from scripts.mutations.constraints import constraint_mutants
from scripts.mutations.curation import curation_mutants
from scripts.mutations.descriptor import descriptor_mutants, file_mutants, measure_mutants
from scripts.mutations.evidence_cells import evidence_mutants
from scripts.mutations.file_bytes import byte_mutants
from scripts.mutations.mutant import Mutant, Tables
from scripts.mutations.rows import row_mutants
from scripts.mutations.rules import rule_mutants


def make_mutants(project: Path, tables: Tables) -> list[Mutant]:
    """Return the mutants of a package.

    Args:
        project: the folder of the package.
        tables: its tables as text.
    """
    return list(
        chain(
            byte_mutants(),
            file_mutants(),
            descriptor_mutants(),
            measure_mutants(),
            constraint_mutants(tables),
            row_mutants(tables),
            rule_mutants(project, tables),
            evidence_mutants(tables),
            cell_mutants(tables),
            curation_mutants(),
        )
    )


def take_few(mutants: Iterable[Mutant], of_a_kind: int = 2) -> list[Mutant]:
    """Return the first and last few mutants of every kind."""
    kinds: dict[str, list[Mutant]] = {}
    for mutant in mutants:
        kinds.setdefault(mutant.kind, []).append(mutant)
    return [
        mutant
        for of_kind in kinds.values()
        for place, mutant in enumerate(of_kind)
        if place < of_a_kind - 1 or place == len(of_kind) - 1
    ]
