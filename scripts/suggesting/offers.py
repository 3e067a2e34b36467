"""What a claim, figure or word may be coded with, said by where it comes from.

So a coded line of one post teaches another: 'the period that the quote names', not '2023'; 'the
country of the post', not its name. An offer is a label with what it stands for in this place.
"""

from collections.abc import Mapping

from scripts.curation.anchoring import Span
from scripts.curation.coding import Part
from scripts.reading.numbers import find_numerals
from scripts.suggesting.actors import proposed_target
from scripts.suggesting.known import Sentence
from scripts.suggesting.periods import find_periods

OTHER = "other"
Offers = Mapping[str, str]


def label_of(value: str, offers: Offers) -> str:
    """Return the label that stands for a value, 'other' for none."""
    return next((label for label, offered in offers.items() if offered == value), OTHER)


def claim_at(sentence: Sentence, span: Span) -> Part | None:
    """Return the shortest claim of the sentence that overlaps a span."""
    claims = [
        (end - start, start, part)
        for (start, end), part in sentence.of("claim")
        if start < span[1] and span[0] < end
    ]
    return min(claims, key=lambda one: one[:2])[2] if claims else None


def last_claim(sentence: Sentence, span: Span) -> Part | None:
    """Return the claim before a span, in its sentence or in the two before."""
    earlier = [part for place, part in sentence.of("claim") if place < span]
    before, steps = sentence.before, 2
    while not earlier and before and steps and not before.heading:
        earlier, before, steps = [part for _, part in before.of("claim")], before.before, steps - 1
    return earlier[-1] if earlier else None


def line_value(part: Part | None, kind: str) -> str:
    """Return what a line under a claim says: its value or list, and its words."""
    line = part.first(kind) if part else None
    return " < ".join(filter(None, (line["value"] or line["list"], line["words"]))) if line else ""


def countries(sentence: Sentence, span: Span) -> Offers:
    """Offer the countries that words may be about."""
    named = [
        country
        for words in (sentence.countries, sentence.before.countries if sentence.before else [])
        for _, country in sorted(words, key=lambda one: not span[0] <= one[0][0] < span[1])
    ]
    about = sentence.post.about
    others = [country for country in named if country != about]
    offers = {"none": "", "here": about, "there": others[0] if others else ""}
    return {**offers, "several": "several"}


def times(sentence: Sentence, span: Span) -> Offers:
    """Offer the periods that a claim may have."""
    offers = {"": ""}
    for when in find_periods(sentence.words):
        words = sentence.words[slice(*when.span)]
        inside = span[0] <= when.span[0] and when.span[1] <= span[1]
        place = "own" if inside else "before" if when.span[1] <= span[0] else "after"
        offers.setdefault(place, f"{when.period} < {words}")
        if words.lower().startswith("by ") and when.period != "-":
            offers.setdefault(f"{place} open", f"../{when.period} < {words}")
    offers["carried"] = line_value(last_claim(sentence, span), "when")
    return offers


def places(sentence: Sentence, span: Span) -> Offers:
    """Offer the places that a claim may have."""
    offers = {"": "", "nowhere": "-"}
    for words, where in ((sentence.words[slice(*span)], "own"), (sentence.words, "sentence")):
        found = (
            (-len(sentence.post.sources.enclosing(place)), match.start(), place)
            for place, pattern in sentence.post.sources.place_patterns.items()
            if place != sentence.post.where and (match := pattern.search(words))
        )
        offers[where] = next((place for _, _, place in sorted(found)), "")
    offers["carried"] = line_value(last_claim(sentence, span), "where")
    return offers


def operations(sentence: Sentence, span: Span) -> Offers:
    """Offer the operations that a claim may be about."""
    inside = [part for place, part in sentence.of("mention") if span[0] <= place[0] < span[1]]
    last = last_claim(sentence, span)
    named = sentence.before.of("mention") if sentence.before else []
    return {
        "": "",
        "named": _listed(inside),
        "first": _listed(inside[:1]),
        "carried": line_value(last, "operations"),
        "said before": _listed([part for _, part in named]),
    }


def limits(sentence: Sentence, span: Span) -> Offers:
    """Offer what may limit the count of a figure: its own category, or an operation."""
    words = sentence.words[slice(*span)]
    end = max((one.end for one in find_numerals(words)), default=0)
    nouns = words[end:].strip(" %").split(" ")
    mentions = [
        *sentence.of("mention"),
        *(sentence.before.of("mention") if sentence.before else []),
    ]
    return {
        "": "",
        "all": " ".join(nouns),
        "but last": " ".join(nouns[:-1]),
        "but two": " ".join(nouns[:-2]),
        "last": nouns[-1],
        "last two": " ".join(nouns[-2:]),
        "first": nouns[0],
        "named": mentions[0][1]["words"] if mentions else "",
    }


def _listed(parts: list[Part]) -> str:
    return " ".join(dict.fromkeys(part["operation"] for part in parts))


def claim_offers(sentence: Sentence, span: Span) -> dict[str, Offers]:
    """Return the offers for operations, period and place of a claim."""
    return {
        "operations": operations(sentence, span),
        "when": times(sentence, span),
        "where": places(sentence, span),
    }


def claim_hints(sentence: Sentence, span: Span, offers: Mapping[str, Offers]) -> tuple[str, ...]:
    """Return what is known of a claim beside its words: the actor, and what is on offer."""
    post = sentence.post
    actors = [
        f"{kind} {'here' if country == post.about else 'there' if country else ''}"
        for kind, country in (
            proposed_target(words, post.names)
            for words in (sentence.words[slice(*span)], sentence.words)
        )
    ]
    has = (f"{name} {label}" for name, one in offers.items() for label in one if one[label])
    where = [country == post.about for _, country in sentence.countries]
    return f"actor {actors[0]}", f"actors {' '.join(actors)}", f"here {where[:1]}", *has


def claim_labels(
    sentence: Sentence, span: Span, part: Part, offers: Mapping[str, Offers]
) -> dict[str, str]:
    """Return the labels of a coded claim."""
    line, target = part.first("is") or part, part.first("target") or part
    country = label_of(target["country"], countries(sentence, span))
    if country == OTHER:
        country = target["country"]
    return {
        "claim_type": line["claim_type"],
        "theme": line["theme"],
        "mode": line.pairs.get("mode", "asserted"),
        "presupposed": "yes" if part.first("presupposed") else "",
        "target": f"{target['value']} {country}",
        **{name: label_of(line_value(part, name), one) for name, one in offers.items()},
    }


def whom_label(sentence: Sentence, span: Span, part: Part) -> str:
    """Return whom a coded line praises, blames or speaks of, with its voice, as one label."""
    country = label_of(part["country"], countries(sentence, span))
    country = part["country"] if country == OTHER else country
    return f"{part['target']} {country} {part['voice'] or 'own'}"


def whom(sentence: Sentence, span: Span, label: str) -> dict[str, str]:
    """Return the cells that such a label stands for."""
    kind, place, voice = (*label.split(" "), "own")[:3]
    country = countries(sentence, span).get(place, place)
    return {"target": kind, "country": country, "voice": "" if voice == "own" else voice}


def hints(sentence: Sentence, span: Span, *more: str) -> tuple[str, ...]:
    """Return what is known of words beside them, such as the target of their claim."""
    claim = claim_at(sentence, span)
    target = (claim.first("target") if claim else None) or Part("target", 0)
    where = label_of(target["country"], countries(sentence, span))
    found = f"{target['value']} {where}"
    return (
        *more,
        f"claim {found}",
        f"mode {bool(claim and claim.first('by'))}",
        *(f"{one} {found}" for one in more),
    )
