"""Judge mutants: which layers reject each, on a bare copy and on the whole project."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from scripts.checks.finding import Finding
from scripts.mutations.mutant import Mutant, Place, is_named
from scripts.mutations.package_copy import TABLES, copy_bare, copy_whole, read, repair
from scripts.validate import check_layer


@dataclass(frozen=True)
class Judgement:
    """What became of a mutant.

    `as_it_was` and `repaired` hold the layers that rejected it and named the right place, with
    the descriptor as it was and made to fit; `misnamed` those that rejected it without naming it.
    Layers 1 to 4 looked at a bare copy. Sync, which compares all bytes, looked at the whole project
    where the others let the mutant pass. A mutant of the project has none but the whole.
    """

    mutant: Mutant
    as_it_was: frozenset[str]
    repaired: frozenset[str]
    misnamed: frozenset[str]
    found: tuple[Finding, ...] = field(repr=False)

    @property
    def survives_bare(self) -> bool:
        """Tell whether layers 1 to 4 let the mutant pass."""
        return not self.mutant.of_project and not self.repaired - {"sync"}

    @property
    def survives(self) -> bool:
        """Tell whether all layers let the mutant pass."""
        return not self.repaired


class Bench:
    """A bare and a whole copy of the project in a temporary folder, restored after each use."""

    def __init__(self, project: Path, folder: Path) -> None:
        """Make the two copies."""
        self.bare = copy_bare(project, folder / "bare")
        self.whole = copy_whole(project, folder / "whole")
        self._files = {root: read_files(root) for root in (self.bare, self.whole)}

    def restore(self) -> None:
        """Make both copies what they were."""
        for root, files in self._files.items():
            restore_files(root, files)

    def judge(self, mutant: Mutant) -> Judgement:
        """Return which layers reject a mutant."""
        try:
            return self._judge_project(mutant) if mutant.of_project else self._judge(mutant)
        finally:
            self.restore()

    def _judge(self, mutant: Mutant) -> Judgement:
        """Ask layers 1 to 4 of the bare copy, then, where all let it pass, sync of the whole."""
        places = mutant.change(self.bare)
        found = self._ask(("bytes", "meaning", "evidence"), self.bare)
        # Only the form looks at the descriptor: what another layer names it names either way.
        as_it_was = named_by(found, places)
        if not as_it_was:
            tables = [*places, *(Place(place.table) for place in places)]
            as_it_was = named_by(self._ask(("form",), self.bare), tables)
        if mutant.undone_by_repair:
            return Judgement(mutant, as_it_was, as_it_was, frozenset(), ())
        repair(self.bare)
        if mutant.asks_form or not named_by(found, places):
            found |= self._ask(("form",), self.bare)
        if not named_by(found, places):
            mutant.change(self.whole)
            repair(self.whole)
            found |= self._ask(("sync",), self.whole)
        return _judgement(mutant, as_it_was, found, places)

    def _judge_project(self, mutant: Mutant) -> Judgement:
        places = mutant.change(self.whole)
        found = self._ask(("evidence", "sync"), self.whole)
        return _judgement(mutant, named_by(found, places), found, places)

    def _ask(self, layers: Sequence[str], folder: Path) -> dict[str, list[Finding]]:
        return {layer: check_layer(folder, layer).findings for layer in layers}


def _judgement(
    mutant: Mutant,
    as_it_was: frozenset[str],
    found: Mapping[str, list[Finding]],
    places: list[Place],
) -> Judgement:
    named = named_by(found, places)
    rejecting = frozenset(layer for layer, findings in found.items() if findings)
    findings = tuple(finding for layer in found.values() for finding in layer)
    return Judgement(mutant, as_it_was, named, rejecting - named, findings)


def named_by(found: Mapping[str, list[Finding]], places: list[Place]) -> frozenset[str]:
    """Return the layers that name one of the places."""
    return frozenset(layer for layer, findings in found.items() if is_named(places, findings))


def read_files(root: Path) -> dict[Path, bytes]:
    """Return the content of every file under a folder."""
    return {
        path: path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def restore_files(root: Path, files: Mapping[Path, bytes]) -> None:
    """Make a folder hold these files, and no others."""
    folders = {parent for path in files for parent in path.parents}
    for path in sorted(root.rglob("*"), reverse=True):
        if path in files and path.is_file():
            continue
        if path.is_dir() and not path.is_symlink():
            if path not in folders:
                rmtree(path)
        else:
            path.unlink()
    for path, content in files.items():
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def read_tables(project: Path) -> dict[str, list[dict[str, str]]]:
    """Return all tables of a package as text."""
    return {name: read(project, name) for name in TABLES}


_bench: Bench
_mutants: Sequence[Mutant]


def judge_all(
    project: Path, mutants: Sequence[Mutant], folder: Path, workers: int = 2
) -> Iterator[Judgement]:
    """Yield the judgement of every mutant, in their order.

    Args:
        project: the project, built.
        mutants: what is to be judged.
        folder: an empty folder for the copies, one pair a process.
        workers: the number of processes.
    """
    global _mutants
    # A forked process has the mutants; functions could not be sent to it.
    _mutants = mutants
    with ProcessPoolExecutor(
        workers, get_context("fork"), initializer=_start, initargs=(project, folder)
    ) as pool:
        for mutant, judged in zip(mutants, pool.map(_judge_at, range(len(mutants))), strict=True):
            yield Judgement(mutant, *judged)


def _start(project: Path, folder: Path) -> None:
    global _bench
    _bench = Bench(project, Path(mkdtemp(dir=folder)))


def _judge_at(
    number: int,
) -> tuple[frozenset[str], frozenset[str], frozenset[str], tuple[Finding, ...]]:
    judged = _bench.judge(_mutants[number])
    return judged.as_it_was, judged.repaired, judged.misnamed, judged.found
