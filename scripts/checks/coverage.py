"""Layer 4, evidence: nothing in the text is left out."""

from collections.abc import Mapping

from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables
from scripts.checks.spans import span_of, texts_of
from scripts.output.csv_bytes import to_text
from scripts.reading.numbers import find_numerals
from scripts.tables.assemble import used_units
from scripts.tables.mentions import is_accounted, name_candidates


def check_coverage(tables: TextTables, names: Mapping[str, str]) -> list[Finding]:
    """Return sentences, numerals and names of the text that no row accounts for.

    Args:
        tables: the tables as text.
        names: entity id of every registered name.
    """
    texts = texts_of(tables)
    claimed = {row["sentence_id"] for row in tables["claims"]}
    findings = []
    for row in tables["sentences"]:
        if (row["sentence_id"] in claimed) == bool(row["no_claim_reason"]):
            reason = "a sentence has claims or the reason for none, and never both"
            place = row["sentence_id"]
            findings.append(Finding("evidence", "sentences", place, "no_claim_reason", reason))
        if row["post_id"] in texts:
            findings += _check_numerals(row, tables)
            findings += _check_names(row, tables)
    for row in tables["entity_mentions"]:
        if row["post_id"] in texts and names.get(_plain(row["quote"])) != row["entity_id"]:
            reason = f"{row['quote']!r} is no registered name of {row['entity_id']}"
            place = row["entity_mention_id"]
            findings.append(Finding("evidence", "entity_mentions", place, "entity_id", reason))
    return findings + _check_use(tables) + _check_dispositions(tables)


def _plain(name: str) -> str:
    return name.replace("’", "'").lower()


def _check_numerals(sentence: TextRow, tables: TextTables) -> list[Finding]:
    offset = span_of(sentence)[0]
    expected = {
        offset + n.start: (n.text, n.numeral_type, to_text(n.value))
        for n in find_numerals(sentence["quote"])
    }
    identifier = sentence["sentence_id"]
    found = {
        span_of(row)[0]: (row["quote"], row["numeral_type"], row["value"])
        for row in tables["numerals"]
        if row["sentence_id"] == identifier
    }
    findings = []
    for start in sorted(expected.keys() | found.keys()):
        wanted, given = expected.get(start), found.get(start)
        if wanted != given:
            place = f"{sentence['post_id']}.n{start}"
            reason = f"the text of {identifier} reads {wanted}, the row {given}"
            findings.append(Finding("evidence", "numerals", place, "", reason))
    return findings


def _check_names(sentence: TextRow, tables: TextTables) -> list[Finding]:
    identifier = sentence["sentence_id"]
    offset = span_of(sentence)[0]

    def spans(name: str) -> list[tuple[int, int]]:
        rows = [row for row in tables[name] if row["sentence_id"] == identifier]
        return [(start - offset, end - offset) for start, end in map(span_of, rows)]

    names = spans("operation_mentions") + spans("entity_mentions") + spans("phrases")
    about = {row["claim_id"] for row in tables["claim_operations"]}
    counted = spans("figures") + [
        (span_of(row)[0] - offset, span_of(row)[1] - offset)
        for row in tables["claims"]
        if row["sentence_id"] == identifier and row["claim_id"] in about
    ]
    return [
        Finding(
            "evidence",
            "sentences",
            identifier,
            "quote",
            f"{kind} {sentence['quote'][slice(*span)]!r} is neither mention nor phrase",
        )
        for span, kind in name_candidates(sentence["quote"])
        if not is_accounted(sentence["quote"], span, kind, names, counted)
    ]


def _check_use(tables: TextTables) -> list[Finding]:
    used = (
        (
            "operations",
            "operation_id",
            {r["operation_id"] for r in tables["operation_mentions"]},
        ),
        ("entities", "entity_id", {r["entity_id"] for r in tables["entity_mentions"]}),
        ("indicators", "indicator_id", {r["indicator_id"] for r in tables["figures"]}),
        (
            "units",
            "unit",
            used_units(tables["figures"], tables["units"]),
        ),
    )
    return [
        Finding("evidence", table, row[key], key, "is used nowhere in the posts")
        for table, key, ids in used
        for row in tables[table]
        if row[key] not in ids
    ]


def _check_dispositions(tables: TextTables) -> list[Finding]:
    """A numeral inside a figure's quote is `figure` or `part`, and no other is."""
    figures = {row["figure_id"]: row for row in tables["figures"]}
    by_sentence: dict[str, list[TextRow]] = {}
    for row in tables["figures"]:
        by_sentence.setdefault(row["sentence_id"], []).append(row)
    findings = []
    for row in tables["numerals"]:
        start, end = span_of(row)
        inside = [
            figure
            for figure in by_sentence.get(row["sentence_id"], [])
            if span_of(figure)[0] <= start and end <= span_of(figure)[1]
        ]
        derived = row["disposition"] in ("figure", "part")
        owner = figures.get(row["figure_id"])
        if derived != bool(inside) or (derived and owner not in inside):
            reason = f"stands in {', '.join(f['figure_id'] for f in inside) or 'no figure'}"
            place = row["numeral_id"]
            findings.append(Finding("evidence", "numerals", place, "disposition", reason))
        elif derived and owner:
            of_value = row["value"] and row["value"] in (
                owner["value"],
                owner["value_high"],
            )
            if row["disposition"] == "part" and of_value and not owner["override_reason"]:
                same = [n for n in tables["numerals"] if n["figure_id"] == owner["figure_id"]]
                if not any(n["disposition"] == "figure" for n in same):
                    reason = f"is the value of {owner['figure_id']}"
                    place = row["numeral_id"]
                    findings.append(Finding("evidence", "numerals", place, "disposition", reason))
    return findings
