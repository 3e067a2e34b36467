"""Compare a draft with the coded file of its post, a layer at a time."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scripts.curation.anchoring import Span, find_occurrence
from scripts.curation.coding import Part
from scripts.suggesting.writing import line_of

Tally = Counter[str]
"""How many were drafted, are coded, are right; of how many pairs; the codes of the pairs."""

_CLAIM: Mapping[str, Callable[[Part], str]] = {
    "claim type": lambda claim: _cell(claim, "is", "claim_type"),
    "theme": lambda claim: _cell(claim, "is", "theme"),
    "mode": lambda claim: (claim.first("is") or claim)["pairs"],
    "target": lambda claim: f"{claim.value('target')} {_cell(claim, 'target', 'country')}",
    "period": lambda claim: claim.value("when"),
    "place": lambda claim: claim.value("where"),
    "operations": lambda claim: _cell(claim, "operations", "list"),
    "statement": lambda claim: claim.value("says"),
}
_FIGURE: Mapping[str, Callable[[Part], str]] = {
    "indicator": lambda figure: figure["indicator"],
    "figure role": lambda figure: figure["role"],
    "direction": lambda figure: figure["direction"],
    "population": lambda figure: figure.value("population"),
}


class Placed(NamedTuple):
    """A line with the place of its words in the post."""

    span: Span
    part: Part


Pairs = Sequence[tuple[Placed, Placed]]
Side = Sequence[Placed]
"""The sentences of a draft or of a coded file, or lines of one kind beneath them."""

# What is compared as it stands, words with their places.
_ALIKE: Mapping[str, Callable[[Side], Sequence[object]]] = {
    "sentence": lambda side: [one.span for one in side],
    "quote, exact": lambda side: [one.span for one in _under(side, "claim")],
    "figure quote, exact": lambda side: [one.span for one in _figures(side)],
    "evaluation": lambda side: _worded(side, "evaluation"),
    "operation mention": lambda side: _worded(side, "mention"),
    "talking point with its words": lambda side: _worded(side, "talking_point"),
    "talking point of a sentence": lambda side: [
        (one.span, part["talking_point"]) for one in side for part in one.part.all("talking_point")
    ],
    "numeral": lambda side: _listed(side, "numerals"),
    "reason of the rest": lambda side: _listed(side, "rest"),
}


def measure(
    draft: Part, coded: Part, text: str, polarity: Mapping[str, str], stated: Mapping[str, str]
) -> tuple[dict[str, Tally], Counter[tuple[int, bool]]]:
    """Return the tally of each layer, and how many lines are right by fifths of how sure they are.

    Codes are compared where the quotes share at least half of the longer. `polarity` is that of
    each word of praise and blame, `stated` has the propositions of the coded claims by number.
    """
    sides = [[*_placed(side, "sentence", text)] for side in (draft, coded)]
    found = {name: _sets(*map(read, sides)) for name, read in _ALIKE.items()}
    twins: dict[int, Part] = {}
    for name, lines, cells in (
        ("sentence", sides, {"sentence has a claim": lambda one: bool(one.all("claim"))}),
        ("quote", [[*_under(side, "claim")] for side in sides], _CLAIM),
        ("figure quote", [[*_figures(side)] for side in sides], _FIGURE),
    ):
        pairs = _paired(*lines)
        twins |= {id(one.part): other.part for one, other in pairs}
        counts = {"drafted": len(lines[0]), "coded": len(lines[1])}
        found[f"{name}, overlapping"] = Tally({**counts, "right": len(pairs)})
        for cell, read in cells.items():
            found[cell] = _codes([(read(a.part), read(b.part)) for a, b in pairs], counts)
        if cells is _CLAIM:
            stances = [
                (_stance(a, sides[0], polarity), _stance(b, sides[1], polarity)) for a, b in pairs
            ]
            found["stance"] = _codes(stances, counts)
            found["proposition"] = _joined(lines[0], pairs, stated)
    bands = Counter(
        (min(int(getattr(part, "sure", 0) * 5), 4), right)
        for one in sides[0]
        for part, right in _lines(one.part, twins)
    )
    coded_lines = sum(1 for one in sides[1] for _ in _lines(one.part, {}))
    right = sum(count for (_, right), count in bands.items() if right)
    found["lines"] = Tally(drafted=bands.total(), coded=coded_lines, right=right)
    return found, bands


def _cell(part: Part, kind: str, name: str) -> str:
    line = part.first(kind)
    return line[name] if line else ""


def _bare(part: Part) -> str:
    return line_of(part, numbered=False)


def _placed(top: Part, kind: str, text: str) -> Iterator[Placed]:
    position = 0
    for part in top.all(kind):
        start = text.index(part["words"], position)
        position = start + len(part["words"])
        yield Placed((start, position), part)


def _under(parents: Sequence[Placed], kind: str) -> Iterator[Placed]:
    """Yield the lines of a kind under some lines, with the places of their words."""
    for (start, _), parent in parents:
        whole = (0, len(parent["words"]))
        for part in parent.all(kind):
            place = find_occurrence(parent["words"], part["words"], int(part["nth"] or 1), whole)
            if place:
                yield Placed((start + place[0], start + place[1]), part)


def _figures(side: Side) -> Iterator[Placed]:
    return _under([*_under(side, "claim")], "figure")


def _worded(side: Side, kind: str) -> list[object]:
    return [(one.span, _bare(one.part)) for one in _under(side, kind)]


def _listed(side: Side, kind: str) -> list[object]:
    """Return the entries of lines that list several, each with its sentence."""
    return [
        (one.span[0], entry)
        for one in side
        for part in one.part.all(kind)
        for entry in _bare(part).removeprefix("n ").split("; ")
    ]


def _sets(ours: Sequence[object], theirs: Sequence[object]) -> Tally:
    return Tally(drafted=len(ours), coded=len(theirs), right=len(set(ours) & set(theirs)))


def _codes(pairs: Sequence[tuple[object, object]], counts: Mapping[str, int]) -> Tally:
    """Tally pairs of codes; the coded ones are counted too, for the simplest rule."""
    codes = Tally(f"code {other}" for _, other in pairs)
    right = sum(one == other for one, other in pairs)
    return codes + Tally({**counts, "right": right, "pairs": len(pairs)})


def _joined(claims: Side, pairs: Pairs, stated: Mapping[str, str]) -> Tally:
    """Tally the propositions that notes under claims say they would join."""
    given = {
        (one.part["number"], note["value"].partition(" under ")[2].partition(":")[0])
        for one in claims
        for note in one.part.all("note")
    }
    due = {(a.part["number"], stated.get(b.part["number"])) for a, b in pairs}
    return Tally(drafted=len(given), coded=len(stated), right=len(given & due))


def _paired(ours: Side, theirs: Side) -> Pairs:
    """Pair lines whose words share at least half of the longer, those that share most first."""
    shares = []
    for a, (one, _) in enumerate(ours):
        for b, (other, _) in enumerate(theirs):
            shared = min(one[1], other[1]) - max(one[0], other[0])
            longer = max(one[1] - one[0], other[1] - other[0])
            if 2 * shared >= longer:
                shares.append((-shared / longer, a, b))
    pairs: dict[int, int] = {}
    for _, a, b in sorted(shares):
        if a not in pairs and b not in pairs.values():
            pairs[a] = b
    return [(ours[a], theirs[b]) for a, b in sorted(pairs.items())]


def _stance(claim: Placed, sentences: Sequence[Placed], polarity: Mapping[str, str]) -> str:
    """Return the stance that follows from the evaluations (CODEBOOK, 3)."""
    target = claim.part.first("target") or claim.part
    found = {
        polarity.get(part["word"], "")
        for (start, end), part in _under(sentences, "evaluation")
        if start < claim.span[1]
        and claim.span[0] < end
        and (part["target"], part["country"]) == (target["value"], target["country"])
        and part["voice"] in ("", "ironic")
    }
    return "mixed" if len(found) > 1 else next(iter(found), "neutral")


def _lines(part: Part, twins: Mapping[int, Part]) -> Iterator[tuple[Part, bool]]:
    """Yield all lines beneath one, and whether they stand, ids apart, under its twin too."""
    twin = twins.get(id(part))
    left = Counter(map(_bare, twin.parts)) if twin else Counter()
    for one in part.parts:
        if one.kind != "note":
            line = _bare(one)
            yield one, left[line] > 0
            left[line] -= 1
            yield from _lines(one, twins)
