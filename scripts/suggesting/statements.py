"""Make a claim's quote a statement: as a coded one with its numbers changed, or by rules."""

import re
from collections.abc import Mapping, Sequence

from scripts.curation.anchoring import Span
from scripts.curation.coding import Part
from scripts.reading.similarity import numerals_of
from scripts.suggesting.alike import Alignment, Nearest, numbers_agree
from scripts.suggesting.known import Sentence
from scripts.suggesting.segments import Tokens

_ALIKE = 0.75
_WORDS = (
    (r"\b(?:nationwide|(?:across|throughout) the (?:whole )?country)\b", "across HERE"),
    (r"\b(?:[Mm]y|[Oo]ur) country\b", "HERE"),
    (r"\ba total of ", ""),
    (r"\bcracked\b", "solved"),
    (r"\bdrug (?:abusers|addicts)\b", "drug users"),
    (r"\b(?:drug abuse|drug misuse|abuse)\b", "drug use"),
    (r"\b(legal|rgan|rimin)iz", r"\1is"),
    (r"\b(neighb|behavi|lab)or", r"\1our"),
    (r"\b([Dd]ef)ense\b", r"\1ence"),
    (r"\bpropaganda\b", "publicity"),
    (r"\bmarijuana\b", "cannabis"),
    (r"[“”\"]", ""),
    (r", and\b", " and"),
)
_SUBJECT = re.compile(
    r"(?P<who>.+?) (?:(?P<has>(?:has|have|had) )"
    r"|(?:is|are|was|were|did|does|do|can|could|will|would|may|must|should|\w+ed|[a-z]+s) )"
)
_Coded = Mapping[str, tuple[Sentence, Span, Part]]


class Statements:
    """Writes the statement of a claim."""

    def __init__(self, claims: _Coded) -> None:
        """Take the coded claims, by id."""
        self._claims = claims
        self._nearest = Nearest((key, part["words"]) for key, (_, _, part) in claims.items())

    def suggest(
        self, sentence: Sentence, span: Span, claim: Part, praise: Sequence[Span]
    ) -> tuple[str, float, str]:
        """Return the statement, how sure it is, and what it rests on.

        `praise` are the places of words of praise and blame in the claim's sentence.
        """
        quote = sentence.words[slice(*span)]
        for _, key in self._nearest.of(quote, sentence.post.post_id, 1):
            part = self._claims[key][2]
            alignment = Alignment(Tokens(part["words"]), Tokens(quote))
            if alignment.ratio >= _ALIKE:
                words = alignment.exchange(part.value("says"))
                old, new = part.first("when"), claim.first("when")
                if old and new and old["words"]:
                    then = re.compile(re.escape(old["words"]), re.IGNORECASE)
                    words = then.sub(new["words"].replace("\\", r"\\"), words)
                    words = words[:1].upper() + words[1:]
                known = f"{sentence.words} {new['words'] if new else ''}"
                if not numerals_of(words) <= numerals_of(known):
                    return words, 0.15, f"as {key}, with numbers that do not stand here"
                changed = (
                    "" if numbers_agree(part["words"], quote) == 1 else ", its numbers changed"
                )
                return words, alignment.ratio**2, f"as {key}{changed}"
        return _made(sentence, span, claim, praise), 0.15, "the quote made a sentence"


def _made(sentence: Sentence, span: Span, claim: Part, praise: Sequence[Span]) -> str:
    """Return the quote without praise and blame, in the words of CODEBOOK, with time and place."""
    words = sentence.words[slice(*span)]
    for first, last in sorted(praise, reverse=True):
        if span[0] <= first and last <= span[1]:
            kept = words[: first - span[0]].rstrip(), words[last - span[0] :].lstrip(" ,")
            words = " ".join(filter(None, kept))
    target = claim.first("target")
    code = target["country"] if target else ""
    country = _full_name(sentence, code)
    for pattern, new in _WORDS:
        words = re.sub(pattern, new.replace("HERE", country), words)
    when = claim.first("when")
    if when and when["words"] not in words and "9" in Tokens(words).low:
        words = f"{when['words'][:1].upper()}{when['words'][1:]}, {words}"
    for name, one in sentence.post.names.items():
        if name.endswith("."):
            full = _full_name(sentence, one)
            words = re.sub(rf"\b(?:[Tt]he )?{re.escape(name)}(?!\w)", full, words)
    words = _with_subject(sentence, span, words)
    named = any(re.search(rf"\b{re.escape(name)}", words) for name in sentence.post.names)
    if country and not named:
        words += f" in {country}"
    words = re.sub(r"\s+", " ", words).strip(" ,;")
    return f"{words[:1].upper()}{words[1:]}."


def _full_name(sentence: Sentence, country: str) -> str:
    """Return the first name of a country, '' for none."""
    names = [name for name, one in sentence.post.names.items() if country and one == country]
    return f"the {names[0]}" if names and names[0].endswith("s") else "".join(names[:1])


def _with_subject(sentence: Sentence, span: Span, words: str) -> str:
    """Return words that begin with a verb or 'it' with the subject of the claim before."""
    earlier = [part for place, part in sentence.of("claim") if place < span]
    if not earlier and sentence.before:
        earlier = [part for _, part in sentence.before.of("claim")][-1:]
    match = _SUBJECT.match(earlier[-1].value("says")) if earlier else None
    verb = "".join(Tokens(words).low[:1])
    if not match or not (verb.endswith(("ing", "ed")) or verb in ("it", "they")):
        return words
    if verb in ("it", "they"):
        return f"{match['who']} {words[len(verb) + 1 :]}"
    past = re.sub(r"([^aeiou])\1?ing$|ing$", r"\1ed", verb) if verb.endswith("ing") else verb
    return f"{match['who']} {match['has'] or ''}{past}{words[len(verb) :]}"
