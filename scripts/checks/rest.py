"""Layer 4, evidence: of a sentence that claims, nothing else is left out without a reason."""

import re

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables, by_sentence
from scripts.checks.spans import span_of, texts_of

# CODEBOOK section 2: words that assert nothing; a sentence may hold them beside its claims.
_JOINING = (
    "the and but also while with to of in at from against so that which where not only be this "
    "these same time meanwhile furthermore additionally lastly third summary"
)
_RELATING = (
    "however although despite instead otherwise therefore thereby resulting given response view "
    "backdrop figures contrasting reality"
)
_SINGLING_OUT = "for example instance particular particularly especially ironically put it simply"
_GIVING_A_SOURCE = "according shows show estimated reported indicate"
_CONNECTIVES = frozenset(
    f"{_JOINING} {_RELATING} {_SINGLING_OUT} {_GIVING_A_SOURCE}".split(),
)
_WORD = re.compile(r"\w[\w’'-]*")
_OUTSIDE_CLAIMS = ("list", "stray")


def check_rest(tables: TextTables) -> list[Finding]:
    """Return sentences with claims whose other words want a reason, or have one and are none.

    Other words are those in no claim's quote that are no connective, list number or stray numeral,
    and no words from which a claim of the sentence takes its time or source.

    Args:
        tables: the tables as text; rows of withheld posts are not looked at.
    """
    texts = texts_of(tables)
    claims = by_sentence(tables["claims"])
    numerals = by_sentence(
        row for row in tables["numerals"] if row["disposition"] in _OUTSIDE_CLAIMS
    )
    findings = []
    for row in tables["sentences"]:
        sentence_id = row["sentence_id"]
        own = claims.get(sentence_id, [])
        if row["post_id"] not in texts or not own:
            continue
        words = _other_words(row, own, numerals.get(sentence_id, []))
        if words and not row["rest_reason"]:
            reason = f"is empty, and no claim holds {' '.join(words)!r}"
        elif row["rest_reason"] and not words:
            reason = "is filled, and the claims leave nothing but connectives"
        else:
            continue
        findings.append(Finding("evidence", "sentences", sentence_id, "rest_reason", reason))
    return findings


def _other_words(sentence: TextRow, claims: list[TextRow], numerals: list[TextRow]) -> list[str]:
    quote, first = sentence["quote"], span_of(sentence)[0]
    spans = [span_of(row) for row in (*claims, *numerals)]
    covered = [(start - first, end - first) for start, end in spans]
    for claim in claims:
        for words in filter(None, (claim["attribution"], claim["period_words"])):
            if (start := quote.find(words)) >= 0:
                covered.append((start, start + len(words)))
    return [
        word.group()
        for word in _WORD.finditer(quote)
        if word.group().lower() not in _CONNECTIVES
        and not any(start <= word.start() and word.end() <= end for start, end in covered)
    ]
