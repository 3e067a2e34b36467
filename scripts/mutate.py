"""Break copies of the package in every way that is known, and see whether its checks reject it.

usage: python -m scripts.mutate [--few]

  --few  two corruptions of every kind; nothing is written

Writes docs/corruptions.md. Takes about a quarter of an hour on two processors, --few three
minutes.
Exit codes: 0 everything was rejected that can be, 1 something passed, 2 the call is wrong.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.mutations.catalogue import make_mutants, take_few
from scripts.mutations.curation import REBUILT_DECISIONS
from scripts.mutations.judge import Judgement, judge_all, read_tables
from scripts.mutations.page import PAGE, make_page
from scripts.mutations.unknowable import needless, reason_of

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.mutate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
    )
    parser.add_argument("--few", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    judgements = judge(root, few=options.few)
    wrong = list(list_passed(judgements))
    if not options.few:
        wrong += [f"no mutant needs it in the list: {entry}" for entry in needless(judgements)]
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(judgements)} corruptions tried, {len(wrong)} passed that should not")
    if not wrong and not options.few:
        staged = root / f"{PAGE}.new"
        staged.write_text(make_page(judgements), "utf-8")
        os.replace(staged, root / PAGE)
        print(f"wrote {PAGE}")
    return 1 if wrong else 0


def judge(root: Path, few: bool = False) -> list[Judgement]:
    """Return the judgement of every corruption of the package in `root`, or of two of a kind."""
    mutants = make_mutants(root, read_tables(root))
    with tempfile.TemporaryDirectory() as folder:
        return list(judge_all(root, take_few(mutants) if few else mutants, Path(folder)))


def list_passed(judgements: Sequence[Judgement]) -> Iterator[str]:
    """Yield a line for every corruption that passed and should not have."""
    for judgement in judgements:
        mutant = judgement.mutant
        name = f"{mutant.kind}: {mutant.name}"
        misnamed = ", ".join(sorted(judgement.misnamed))
        but = f" ({misnamed} rejects it and names something else)" if misnamed else ""
        if judgement.survives and mutant.kind not in REBUILT_DECISIONS:
            yield f"passes all layers: {name}{but}"
        elif judgement.survives_bare and reason_of(judgement) is None:
            yield f"passes layers 1 to 4, and no reason is given: {name}{but}"
        elif not judgement.as_it_was and reason_of(judgement) is None and not mutant.of_project:
            yield f"passes with the descriptor as it was: {name}{but}"


if __name__ == "__main__":
    sys.exit(main())
