"""What is learned and chosen: words of a sentence with what is known of them, and their labels."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from scripts.curation.anchoring import Span
from scripts.curation.coding import Part
from scripts.reading.numbers import Numeral, find_numerals
from scripts.reading.quantities import read_quantity
from scripts.suggesting import offers as offer
from scripts.suggesting.known import Sentence
from scripts.suggesting.learning import Unit
from scripts.tables.evaluations import NOT_CODED
from scripts.tables.remainders import CONNECTIVES, WORD, stretches_of
from scripts.tables.row import Row

FIGURE = "figure"
LAYERS = ("sentence", "claim", "figure", "evaluation", "talking_point", "numeral", "rest")
"""What is learned apart."""

STOPS = '.!?:…”"'
Labelled = tuple[str, Unit, Mapping[str, str]]


def whole_of(sentence: Sentence) -> list[str]:
    """Return what is to be known of a sentence when stretches of it are looked for."""
    return ["title" if not sentence.index else "body", f"stop {sentence.words[-1] in STOPS}"]


def sentence_unit(sentence: Sentence) -> Unit:
    """Return a whole sentence as a unit."""
    praise = f"{min(len(sentence.praise), 3)} {sentence.heading}"
    return Unit(sentence, (0, len(sentence.words)), (f"heading {sentence.heading}", praise))


def claim_unit(sentence: Sentence, span: Span) -> tuple[Unit, dict[str, offer.Offers]]:
    """Return the words of a claim as a unit, and what each of its codes may be."""
    offers = offer.claim_offers(sentence, span)
    return Unit(sentence, span, offer.claim_hints(sentence, span, offers)), offers


def judged_unit(sentence: Sentence, span: Span, *more: str) -> Unit:
    """Return words that praise, blame or carry a talking point as a unit."""
    return Unit(sentence, span, offer.hints(sentence, span, *more))


def figure_unit(sentence: Sentence, span: Span) -> Unit:
    """Return the words of a figure as a unit, with those of its claim."""
    claim = offer.claim_at(sentence, span) or Part("claim", 0)
    line, target = claim.first("is") or claim, claim.first("target") or claim
    try:
        unit = read_quantity(sentence.words[slice(*span)], sentence.post.sources.units).unit
    except ValueError:
        unit = ""
    codes = (
        f"unit {unit}",
        f"theme {line['theme']} {unit}",
        f"target {target['value']} {unit}",
        f"type {line['claim_type']}",
    )
    words = dict.fromkeys(re.findall(r"[a-z]+", claim["words"].lower()))
    return Unit(sentence, span, (*codes, *words))


def listed_numerals(sentence: Sentence) -> Iterator[tuple[str, Numeral]]:
    """Yield the numerals of a sentence, each as an 'n' line names it."""
    seen: Counter[str] = Counter()
    for numeral in find_numerals(sentence.words):
        seen[numeral.text] += 1
        nth = f"#{seen[numeral.text]}" if seen[numeral.text] > 1 else ""
        yield f"{numeral.text}{nth}", numeral


def number_unit(sentence: Sentence, numeral: Numeral) -> Unit:
    """Return a numeral as a unit."""
    year = bool(re.fullmatch(r"(?:1[6-9]|20)[0-9]{2}", numeral.text))
    word = numeral.text.lower() if numeral.text[0].isalpha() else "digits"
    return Unit(sentence, (numeral.start, numeral.end), (numeral.numeral_type, f"{year} {word}"))


def remainder_units(sentence: Sentence) -> Iterator[Unit]:
    """Yield the stretches outside the claims that have more than connectives and numbers."""
    claims = [_as_row(sentence, span) for span, _ in sentence.of("claim")]
    for span in stretches_of(_as_row(sentence, (0, len(sentence.words))), claims):
        words = WORD.findall(sentence.words, *span)
        if any(word.lower() not in CONNECTIVES and not word.isdigit() for word in words):
            yield Unit(sentence, span, (f"whole {not claims}",))


def _as_row(sentence: Sentence, span: Span) -> Row:
    """Return words as the row of a table, whose spans are counted from the sentence's start."""
    cells = {"char_start": str(span[0]), "char_end": str(span[1])}
    return Row({**cells, "quote": sentence.words[slice(*span)]})


def coded_units(sentence: Sentence) -> Iterator[Labelled]:
    """Yield what a coded sentence teaches: the layer, the unit and its labels."""
    has = "yes" if sentence.of("claim") else ""
    yield "sentence", sentence_unit(sentence), {"claims": has}
    for span, part in sentence.of("claim"):
        unit, offers = claim_unit(sentence, span)
        yield "claim", unit, offer.claim_labels(sentence, span, part, offers)
    for span, part in sentence.of("figure"):
        limit = offer.label_of(part.value("population"), offer.limits(sentence, span))
        labels = {"role": f"{part['role']} {part['direction']}", "indicator": part["indicator"]}
        yield "figure", figure_unit(sentence, span), {**labels, "population": limit}
    forms = sentence.post.sources.evaluative_forms
    for span, part in sentence.of("evaluation"):
        sense = forms.get(sentence.words[slice(*span)].lower().replace("’", "'"), part["word"])
        whom = f"{NOT_CODED} {part['target']}"
        whom = whom if part["word"] == NOT_CODED else offer.whom_label(sentence, span, part)
        yield "evaluation", judged_unit(sentence, span, sense), {"whom": whom}
    for span, part in sentence.of("talking_point"):
        whom = offer.whom_label(sentence, span, part)
        labels = {"talking_point": part["talking_point"], "whom": whom}
        yield "talking_point", judged_unit(sentence, span), labels
    listed = ";".join(line["list"] for line in sentence.part.all("numerals")).split(";")
    typed = {token.strip(): code for token, _, code in (one.rpartition("=") for one in listed)}
    for words, numeral in listed_numerals(sentence):
        yield "numeral", number_unit(sentence, numeral), {"code": typed.get(words, FIGURE)}
    lines = [(span, part["value"]) for span, part in sentence.of("rest")]
    whole = [part["value"] for part in sentence.part.all("rest") if not part["words"]]
    for unit in remainder_units(sentence):
        own = [value for span, value in lines if unit.span[0] <= span[0] < unit.span[1]]
        if reason := next(iter([*own, *whole]), ""):
            yield "rest", unit, {"value": reason}
