"""Layer 4, evidence: every quote stands where its row says, and inside what it belongs to."""

import re
from itertools import pairwise

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables

KEYS = {
    "posts": "post_id",
    "sentences": "sentence_id",
    "claims": "claim_id",
    "figures": "figure_id",
    "numerals": "numeral_id",
    "operation_mentions": "mention_id",
    "entity_mentions": "entity_mention_id",
    "phrases": "phrase_id",
}
_WITHOUT_PUNCTUATION = ("claims", "figures", "operation_mentions")
_PUNCTUATION = (",", ".", ";", ":", "!", "?", ")")
_ARTICLE = re.compile(r"(?:the|an?)\b(?= )", re.IGNORECASE)
_NAMED_BY_PLACE = {"numerals": "n", "entity_mentions": "e", "phrases": "x"}


def texts_of(tables: TextTables) -> dict[str, str]:
    """Return the text of every post whose text is present."""
    return {
        row["post_id"]: row["text"] for row in tables["posts"] if row["text_status"] == "present"
    }


def span_of(row: TextRow) -> tuple[int, int]:
    """Return char_start and char_end of a row; (0, -1) where they are no numbers."""
    start, end = row["char_start"], row["char_end"]
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else (0, -1)


def check_spans(tables: TextTables) -> list[Finding]:
    """Return rows whose span does not give their quote, lies outside its parent, or is misnamed."""
    texts = texts_of(tables)
    by_id = {name: {row[key]: row for row in tables[name]} for name, key in KEYS.items()}
    findings = []
    for name, key in KEYS.items():
        if name == "posts":
            continue
        for row in tables[name]:
            text = texts.get(row["post_id"])
            if text is None:
                continue
            start, end = span_of(row)
            found = text[start:end] if start < end else ""
            if found != row["quote"] or not found:
                reason = (
                    f"the post has {found[:60]!r} at {start}:{end}, the row {row['quote'][:60]!r}"
                )
                findings.append(Finding("evidence", name, row[key], "quote", reason))
            elif _cuts_word(text, start, end):
                reason = f"cuts a word: {text[max(start - 8, 0) : end + 8]!r}"
                findings.append(Finding("evidence", name, row[key], "quote", reason))
            elif name in _WITHOUT_PUNCTUATION and _has_loose_ends(row["quote"]):
                reason = "begins or ends with punctuation that belongs to the sentence"
                findings.append(Finding("evidence", name, row[key], "quote", reason))
            if name == "operation_mentions" and _ARTICLE.match(row["quote"]):
                reason = "begins with an article"
                findings.append(Finding("evidence", name, row[key], "quote", reason))
            if not row[key].startswith(row["post_id"] + "."):
                reason = f"the id belongs to another post than {row['post_id']}"
                findings.append(Finding("evidence", name, row[key], key, reason))
            letter = _NAMED_BY_PLACE.get(name)
            if letter and row[key] != f"{row['post_id']}.{letter}{start}":
                reason = f"the id does not follow from char_start {start}"
                findings.append(Finding("evidence", name, row[key], key, reason))
            if name != "sentences":
                findings += _outside(name, key, row, by_id)
    findings += _check_sentence_order(tables, texts) + _check_claims_coincide(tables)
    return findings + _check_overlaps(tables) + _check_phrases(tables)


def _has_loose_ends(quote: str) -> bool:
    """Tell of commas, stops and the like at either end; 'the U.S.' ends with its own stop."""
    return quote[:1] in _PUNCTUATION or bool(re.search(r"[,;:!?(]$|(?<![A-Z])\.$", quote))


def _cuts_word(text: str, start: int, end: int) -> bool:
    return any(
        0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
        for place in (start, end)
    )


def _check_overlaps(tables: TextTables) -> list[Finding]:
    """Figures share no words, nor do entity mentions, nor phrases.

    Capitals of a heading (`heading_case`) are derived for the whole run, whatever stands in it.
    """
    findings = []
    for name in ("figures", "entity_mentions", "phrases"):
        rows = [row for row in tables[name] if row.get("phrase_type") != "heading_case"]
        rows.sort(key=lambda row: (row["post_id"], span_of(row)))
        findings += [
            Finding(
                "evidence",
                name,
                b[KEYS[name]],
                "char_start",
                f"shares words with {a[KEYS[name]]}",
            )
            for a, b in pairwise(rows)
            if a["post_id"] == b["post_id"] and span_of(b)[0] < span_of(a)[1]
        ]
    return findings


def _check_phrases(tables: TextTables) -> list[Finding]:
    """A phrase is neither operation nor entity, so its span is the span of no mention."""
    mentions = {
        (row["post_id"], span_of(row)): row[KEYS[name]]
        for name in ("operation_mentions", "entity_mentions")
        for row in tables[name]
    }
    return [
        Finding("evidence", "phrases", row["phrase_id"], "quote", f"is the mention {mention}")
        for row in tables["phrases"]
        if (mention := mentions.get((row["post_id"], span_of(row))))
    ]


def _outside(
    name: str, key: str, row: TextRow, by_id: dict[str, dict[str, TextRow]]
) -> list[Finding]:
    findings = []
    parents = [("sentences", "sentence_id")]
    if name == "figures":
        parents.append(("claims", "claim_id"))
    if name == "numerals" and row["figure_id"]:
        parents.append(("figures", "figure_id"))
    for parent, column in parents:
        outer = by_id[parent].get(row[column])
        if outer is None:
            continue
        start, end = span_of(row)
        outer_start, outer_end = span_of(outer)
        if not (outer_start <= start and end <= outer_end) or outer["post_id"] != row["post_id"]:
            reason = f"{start}:{end} lies outside {row[column]} ({outer_start}:{outer_end})"
            findings.append(Finding("evidence", name, row[key], column, reason))
        if name == "figures" and parent == "claims" and outer["sentence_id"] != row["sentence_id"]:
            reason = f"its claim stands in {outer['sentence_id']}"
            findings.append(Finding("evidence", name, row[key], "sentence_id", reason))
    return findings


def _check_sentence_order(tables: TextTables, texts: dict[str, str]) -> list[Finding]:
    findings = []
    for post_id, text in texts.items():
        rows = [row for row in tables["sentences"] if row["post_id"] == post_id]
        position = 0
        for index, row in enumerate(rows):
            start, end = span_of(row)
            between = text[position:start]
            if start < position or between.strip():
                reason = f"text without a sentence, or two sentences, before it: {between[:60]!r}"
                findings.append(Finding("evidence", "sentences", row["sentence_id"], "", reason))
            paragraph = str(text.count("\n", 0, start))
            if row["paragraph"] != paragraph:
                reason = f"stands in paragraph {paragraph}"
                place = row["sentence_id"]
                findings.append(Finding("evidence", "sentences", place, "paragraph", reason))
            if (row["sentence_role"] == "title") != (index == 0):
                reason = "the first sentence, and only that, is the title"
                place = row["sentence_id"]
                findings.append(Finding("evidence", "sentences", place, "sentence_role", reason))
            position = end
        if text[position:].strip():
            reason = f"no sentence holds the end of the text: {text[position:][:60]!r}"
            findings.append(Finding("evidence", "posts", post_id, "text", reason))
    return findings


def _check_claims_coincide(tables: TextTables) -> list[Finding]:
    rows = sorted(tables["claims"], key=lambda row: (row["post_id"], span_of(row)))
    return [
        Finding(
            "evidence",
            "claims",
            b["claim_id"],
            "quote",
            f"has the span of {a['claim_id']}",
        )
        for a, b in pairwise(rows)
        if a["post_id"] == b["post_id"] and span_of(a) == span_of(b)
    ]
