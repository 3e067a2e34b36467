"""The page docs/corruptions.md: what was tried, and which layer rejected it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from scripts.description.markdown import make_table, to_prose
from scripts.mutations.judge import Judgement
from scripts.mutations.unknowable import UNKNOWABLE, reason_of
from scripts.validate import LAYERS

PAGE = "docs/corruptions.md"
# What an empty column stands for.
_UNNAMED = defaultdict(lambda: "whole rows", {"datapackage.json": "properties"})


def make_page(judgements: Sequence[Judgement]) -> str:
    """Return the page as Markdown."""
    kinds: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        kinds.setdefault(judgement.mutant.kind, []).append(judgement)
    passed = [judgement for judgement in judgements if judgement.survives_bare]
    decided = [j for j in judgements if j.survives and j.mutant.of_project]
    header = ("kind of corruption", "tried", "as it was", *LAYERS[:-1], "passes 1 to 4", "sync")
    return "\n".join(
        [
            "# What the checks reject",
            "",
            "Made by `python -m scripts.mutate`; not edited by hand. The command breaks copies of "
            f"the real package, one corruption at a time: {len(judgements)} of {len(kinds)} kinds. "
            "Rejected means that `python -m scripts.validate` names the right table and row.",
            "",
            "Each corruption is judged twice on a bare copy (`datapackage.json` and `data/`): as "
            "it was, and after hash, bytes and row count in the descriptor were made to fit, as a "
            "forger would. The columns of the layers count the second; the layer form is asked "
            "for what people find who run frictionless alone, and where no other layer rejects. "
            "What passes layers 1 to 4 is tried beside the curation, where sync rejects it. "
            "Corruptions of the curation, the pages and the version are judged there only, by "
            "evidence and sync.",
            "",
            make_table(header, (_line(kind, found) for kind, found in kinds.items()), 8),
            "",
            "## What passes layers 1 to 4, and why no rule can know",
            "",
            f"{len(passed)} of the corruptions above. Sync rejects each: beside the curation, and "
            "in a bare copy of the version at work or of a release, which the command compares "
            "with the project's own curation, or with `releases/ledger.json`.",
            "",
            make_table(("table", "columns", "tried", "why"), _reasons(passed), 0),
            "",
            f"{len(decided)} more were decisions changed where they are made, in the curation, and "
            "built again: that is how decisions are made, and only a reader can judge them.",
            "",
        ]
    )


def _line(kind: str, found: Sequence[Judgement]) -> list[str]:
    layers = Counter(layer for judgement in found for layer in judgement.repaired)
    counts = [
        len(found),
        sum(bool(judgement.as_it_was) for judgement in found),
        *(layers[layer] for layer in LAYERS[:-1]),
        sum(judgement.survives_bare for judgement in found),
        layers["sync"],
    ]
    return [kind, *map(str, counts)]


def _reasons(passed: Sequence[Judgement]) -> list[list[str]]:
    counts = Counter(reason_of(judgement) for judgement in passed)
    return [
        [
            f"`{one.table}`",
            ", ".join(f"`{column}`" if column else _UNNAMED[one.table] for column in one.columns),
            str(counts[one]),
            to_prose(one.reason),
        ]
        for one in UNKNOWABLE
    ]
