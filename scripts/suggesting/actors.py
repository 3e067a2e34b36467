"""Guess from a statement whose conduct or state it describes: a kind of actor, and its country.

A proposal for the coder (`python -m scripts.propose targets`), never a cell. No list names a
country: whoever stands in a sentence, the same words give the same kind.
"""

import re
from collections.abc import Mapping

NAMELESS = ("none", "international_body")
"""The kinds of actors that have no country."""

# The words of each kind of actor; where two begin at one place the kind that stands first counts.
_WORDS = {
    "international_body": "united nations|incb|unodc|international community",
    "government": "public security|police|governments?|customs|ministr(?:y|ies)|courts?|laws?"
    "|polic(?:y|ies)|organs?|authorit(?:y|ies)|departments?|agenc(?:y|ies)|officials?|officers?"
    "|commissions?|councils?|provinces?|regions?|cities|counties|efforts|work|campaigns?|operations?"
    "|actions?|measures|enforcement",
    "politicians": "politicians?|part(?:y|ies)|congressm[ae]n|candidates?|senators?|elites?",
    "drug_users": "(?:drug )?(?:addicts?|users?|abusers?)",
    "offenders": "suspects?|traffickers?|smugglers?|dealers?|gangs?|criminals?",
    "media": "media|newspapers?|documentar(?:y|ies)|films?|broadcasters?",
    "business": "compan(?:y|ies)|pharmac(?:y|ies)|doctors?|industr(?:y|ies)",
    "public": "public|residents?|citizens?|nationals|students?|teenagers?|people|experts?|liberals",
}
_ACTOR = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _WORDS.items())})\b", re.I
)
_OPENING = re.compile(
    r"^(?:There (?:is|are|was|were)"
    r"|(?:According to|After|At|By|During|From|In|On|Over|Since)\b[^,]*,) "
)
_VERBS = (
    re.compile(
        r"\b(?:has|have|had|is|are|was|were|will|can|could|should|would|may|must|do|does|did"
        r"|that|which|who)\b"
    ),
    re.compile(r"\b[a-z]+ed\b"),
)
# An act without an agent is the authority's.
_PASSIVE = re.compile(
    r"\b(?:be|been|was|were)(?: \w+ly)? (?:[a-z]+ed|found|held|made|built|set|taken)\b"
)


def proposed_target(words: str, names: Mapping[str, str]) -> tuple[str, str]:
    """Return the kind of actor and its country, '' where the words name none.

    The actor is the first one before the first verb; of a passive the agent, or else the authority.
    `names` has the country of every name that shows one.
    """
    longest = map(re.escape, sorted(names, key=len, reverse=True))
    named = re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)")
    rest = _OPENING.sub("", words)
    verb = next(filter(None, (pattern.search(rest) for pattern in _VERBS)), None)
    subject, by = rest[: verb.start()] if verb else rest, ""
    if passive := _PASSIVE.search(rest):
        _, by, subject = rest[passive.end() :].partition(" by ")
    # What is part of a name is no word of its own: the people in the name of a state.
    actor = _ACTOR.search(named.sub(lambda name: " " * len(name[0]), subject))
    first = named.search(subject)
    # Where there is a name with and without an s, those with it are people.
    people = first and first[0].endswith("s") and first[0][:-1] in names
    name = first or named.search(words)
    if passive and not by:
        kind = "government"
    elif first and people and not (actor and actor.start() < first.start()):
        kind = "public"
    else:
        kind = (actor.lastgroup if actor else "country" if name else "") or "none"
    return kind, names[name[0]] if name and kind not in NAMELESS else ""
