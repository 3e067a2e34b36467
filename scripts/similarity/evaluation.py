"""How well proposed pairs meet the pairs that were curated: precision, recall, mean precision."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

Pair = tuple[str, str]


class Found(NamedTuple):
    """How many pairs are proposed from a score on, and how many of them are right."""

    least: float
    proposed: int
    right: int
    wanted: int

    @property
    def precision(self) -> float:
        """Return the share of the proposed pairs that are right; 1 where none is proposed."""
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """Return the share of the wanted pairs that are proposed; 1 where none is wanted."""
        return self.right / self.wanted if self.wanted else 1.0


def found_from(
    scored: Sequence[tuple[float, Pair]], wanted: Collection[Pair], least: float
) -> Found:
    """Return what the pairs with a score of at least `least` are worth."""
    proposed = [pair for score, pair in scored if score >= least]
    right = sum(pair in wanted for pair in proposed)
    return Found(least, len(proposed), right, len(wanted))


def average_precision(scored: Sequence[tuple[float, Pair]], wanted: Collection[Pair]) -> float:
    """Return the mean, over all wanted pairs, of the precision down to that pair's rank.

    Pairs of equal score are ranked by their names; a wanted pair that is not scored counts 0.
    """
    ranked = sorted(scored, key=lambda entry: (-entry[0], entry[1]))
    right = 0
    total = 0.0
    for rank, (_, pair) in enumerate(ranked, start=1):
        if pair in wanted:
            right += 1
            total += right / rank
    return total / len(wanted) if wanted else 1.0
