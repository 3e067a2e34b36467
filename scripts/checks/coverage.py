"""Layer 4, evidence: nothing in the text is left out."""

import re
from collections.abc import Mapping, Sequence

from scripts.checks.cached_readings import numerals_of, quantity_of
from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables, by_sentence
from scripts.checks.spans import span_of, texts_of
from scripts.reading.quantities import Unit
from scripts.tables.assemble import used_units
from scripts.tables.csv_bytes import to_text
from scripts.tables.mentions import entity_pattern, is_accounted, name_candidates

_SPANNED = (
    *("claims", "figures", "numerals"),
    *("operation_mentions", "entity_mentions", "phrases"),
)


def check_coverage(
    tables: TextTables, names: Mapping[str, str], units: tuple[Unit, ...]
) -> list[Finding]:
    """Return sentences, numerals and names of the text that no row accounts for.

    Args:
        tables: the tables as text.
        names: entity id of every registered name.
        units: the register of units, whose forms the reader of quantities needs.
    """
    texts = texts_of(tables)
    parts = {name: by_sentence(tables[name]) for name in _SPANNED}
    about = {row["claim_id"] for row in tables["claim_operations"]}
    findings = []
    for row in tables["sentences"]:
        place = row["sentence_id"]
        own = {name: rows.get(place, []) for name, rows in parts.items()}
        if bool(own["claims"]) == bool(row["no_claim_reason"]):
            reason = "a sentence has claims or the reason for none, and never both"
            findings.append(Finding("evidence", "sentences", place, "no_claim_reason", reason))
        if row["rest_reason"] and not own["claims"]:
            reason = "is filled, but no part of the sentence claims"
            findings.append(Finding("evidence", "sentences", place, "rest_reason", reason))
        if row["post_id"] in texts:
            findings += _check_numerals(row, own["numerals"])
            findings += _check_names(row, own, about)
            findings += _check_dispositions(own, units)
    findings += _check_entities(tables, texts, names, parts)
    return findings + _check_use(tables)


def _check_numerals(sentence: TextRow, rows: Sequence[TextRow]) -> list[Finding]:
    offset = span_of(sentence)[0]
    identifier = sentence["sentence_id"]
    expected = {
        offset + n.start: (n.text, n.numeral_type, to_text(n.value))
        for n in numerals_of(sentence["quote"])
    }
    found = {span_of(row)[0]: (row["quote"], row["numeral_type"], row["value"]) for row in rows}
    findings = []
    for start in sorted(expected.keys() | found.keys()):
        wanted, given = expected.get(start), found.get(start)
        if wanted != given:
            place = f"{sentence['post_id']}.n{start}"
            reason = f"the text of {identifier} reads {wanted}, the row {given}"
            findings.append(Finding("evidence", "numerals", place, "", reason))
    return findings


def _check_names(
    sentence: TextRow, own: Mapping[str, Sequence[TextRow]], about: set[str]
) -> list[Finding]:
    offset = span_of(sentence)[0]

    def spans(rows: Sequence[TextRow]) -> list[tuple[int, int]]:
        return [(start - offset, end - offset) for start, end in map(span_of, rows)]

    names = spans([*own["operation_mentions"], *own["entity_mentions"], *own["phrases"]])
    counted = spans([*own["figures"], *(c for c in own["claims"] if c["claim_id"] in about)])
    return [
        Finding(
            "evidence",
            "sentences",
            sentence["sentence_id"],
            "quote",
            f"{kind} {sentence['quote'][slice(*span)]!r} is neither mention nor phrase",
        )
        for span, kind in name_candidates(sentence["quote"])
        if not is_accounted(sentence["quote"], span, kind, names, counted)
    ]


def _check_entities(
    tables: TextTables,
    texts: Mapping[str, str],
    names: Mapping[str, str],
    parts: Mapping[str, Mapping[str, Sequence[TextRow]]],
) -> list[Finding]:
    """Every registered name is a mention of its entity, or lies in a phrase; nothing else is."""
    pattern = entity_pattern(names)
    lowered = {_plain(name): entity for name, entity in names.items()}
    findings = []
    for sentence in tables["sentences"]:
        text = texts.get(sentence["post_id"])
        if text is None:
            continue
        place = sentence["sentence_id"]
        mentions = {span_of(row): row for row in parts["entity_mentions"].get(place, [])}
        phrases = [span_of(row) for row in parts["phrases"].get(place, [])]
        for match in pattern.finditer(text, *span_of(sentence)):
            start, end = match.span()
            row = mentions.pop((start, end), None)
            entity = names.get(match[0].replace("’", "'")) or lowered[_plain(match[0])]
            if row and row["entity_id"] != entity:
                reason = f"{match[0]!r} is a registered name of {entity}"
                mention = row["entity_mention_id"]
                findings.append(
                    Finding("evidence", "entity_mentions", mention, "entity_id", reason)
                )
            if not row and not any(a <= start and end <= b for a, b in phrases):
                reason = f"the name {match[0]!r} of {entity} is neither mention nor phrase"
                findings.append(Finding("evidence", "sentences", place, "quote", reason))
        findings += [
            Finding(
                "evidence",
                "entity_mentions",
                row["entity_mention_id"],
                "quote",
                f"{row['quote']!r} is no registered name",
            )
            for row in mentions.values()
        ]
    return findings


def _plain(name: str) -> str:
    return name.replace("’", "'").lower()


def _check_use(tables: TextTables) -> list[Finding]:
    """Every operation, entity, indicator, unit and source is used by some row."""
    sources = {
        row[column]
        for name, rows in tables.items()
        if name != "published_sources" and rows
        for column in rows[0]
        if column.endswith("source_id")
        for row in rows
    }
    used = (
        ("operations", "operation_id", {r["operation_id"] for r in tables["operation_mentions"]}),
        ("entities", "entity_id", {r["entity_id"] for r in tables["entity_mentions"]}),
        ("indicators", "indicator_id", {r["indicator_id"] for r in tables["figures"]}),
        (
            "units",
            "unit",
            used_units(tables["figures"], tables["units"], tables["reference_checks"]),
        ),
        ("published_sources", "source_id", sources),
    )
    return [
        Finding("evidence", table, row[key], key, "is used nowhere in the posts")
        for table, key, ids in used
        for row in tables[table]
        if row[key] not in ids
    ]


def _check_dispositions(
    own: Mapping[str, Sequence[TextRow]], units: tuple[Unit, ...]
) -> list[Finding]:
    """In a figure's quote the numerals of its value are `figure`, the others `part`.

    No other numeral is either (CODEBOOK section 5).
    """
    owners: dict[int, tuple[str, str]] = {}
    for figure in own["figures"]:
        try:
            values = {n.start for n in quantity_of(figure["quote"], units).numerals}
        except ValueError:
            continue  # a finding of its own (scripts/checks/readings.py)
        numerals = numerals_of(figure["quote"])
        typed = [n.start for n in numerals if to_text(n.value) == figure["value"]]
        if figure["override_reason"] and typed:
            values = set(typed)
        for numeral in numerals:
            disposition = "figure" if numeral.start in values else "part"
            owners[span_of(figure)[0] + numeral.start] = (disposition, figure["figure_id"])
    findings = []
    for row in own["numerals"]:
        if row["disposition"] == "date" and not _may_be_date(row):
            reason = "a date in digits is a year, a decade or a day"
            findings.append(
                Finding("evidence", "numerals", row["numeral_id"], "disposition", reason)
            )
        if row["numeral_type"] == "decade" and row["disposition"] != "date":
            reason = "a decade is a date"
            findings.append(
                Finding("evidence", "numerals", row["numeral_id"], "disposition", reason)
            )
        expected = owners.get(span_of(row)[0], ("", ""))
        disposition = row["disposition"] if row["disposition"] in ("figure", "part") else ""
        if (disposition, row["figure_id"]) != expected:
            reason = f"is {' of '.join(expected)}" if expected[0] else "stands in no figure"
            findings.append(
                Finding("evidence", "numerals", row["numeral_id"], "disposition", reason)
            )
    return findings


def _may_be_date(row: TextRow) -> bool:
    quote = row["quote"]
    if not quote[:1].isdigit():
        return True
    return bool(re.fullmatch(r"1[0-9]{3}s?|20[0-9]{2}s?|[12]?[0-9](?:st|nd|rd|th)?|3[01]", quote))
