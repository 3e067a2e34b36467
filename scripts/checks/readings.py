"""Layer 4, evidence: what was read from the words follows from the words."""

from collections.abc import Mapping
from decimal import Decimal

from scripts.checks.cached_readings import quantity_of
from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables
from scripts.checks.spans import KEYS, texts_of
from scripts.reading.periods import bounds, years_named
from scripts.reading.quantities import Unit
from scripts.tables.csv_bytes import to_text
from scripts.tables.provenance import place_pattern


def check_readings(
    tables: TextTables,
    units: tuple[Unit, ...],
    place_words: Mapping[str, tuple[str, ...]],
) -> list[Finding]:
    """Return figures whose reading, and rows whose period, place or source, does not follow.

    Args:
        tables: the tables as text.
        units: the register of units, whose forms the reader needs.
        place_words: the words that show each place.
    """
    texts = texts_of(tables)
    sentences = {row["sentence_id"]: row for row in tables["sentences"]}
    factors = {row["unit"]: row["factor"] for row in tables["units"]}
    findings = []
    for row in tables["figures"]:
        if row["post_id"] in texts:
            findings += _check_quantity(row, units)
        findings += _check_base(row, factors)
        findings += _check_bounds(row)
    for name in ("claims", "figures"):
        for row in tables[name]:
            if row["post_id"] in texts:
                findings += _check_provenance(name, row, sentences, place_words)
    return findings


def _finding(row: TextRow, column: str, reason: str) -> Finding:
    return Finding("evidence", "figures", row["figure_id"], column, reason)


def _check_quantity(row: TextRow, units: tuple[Unit, ...]) -> list[Finding]:
    try:
        reading = quantity_of(row["quote"], units)
    except ValueError as error:
        return [_finding(row, "quote", str(error))]
    stated = {
        "value": to_text(reading.value),
        "value_high": to_text(reading.value_high),
        "qualifier": reading.qualifier,
        "unit": reading.unit,
    }
    differing = [column for column, text in stated.items() if row[column] != text]
    if row["override_reason"]:
        if differing:
            return []
        return [_finding(row, "override_reason", "gives a reason, but the reading follows")]
    return [
        _finding(row, column, f"the quote reads {stated[column]!r}, the row {row[column]!r}")
        for column in differing
    ]


def _check_base(row: TextRow, factors: Mapping[str, str]) -> list[Finding]:
    findings = []
    for column in ("value", "value_high"):
        value = row[column]
        if not value:
            expected = ""
        else:
            try:
                factor = Decimal(factors.get(row["unit"], "1"))
                expected = to_text(Decimal(value) * factor)
            except ArithmeticError:
                findings.append(_finding(row, column, f"{value!r} is no number"))
                continue
        if row[f"{column}_base"] != expected:
            reason = f"{column} in the base unit is {expected!r}"
            findings.append(_finding(row, f"{column}_base", reason))
    return findings


def _check_bounds(row: TextRow) -> list[Finding]:
    try:
        expected = bounds(row["period"]) if row["period"] else ("", "")
    except ValueError as error:
        return [_finding(row, "period", str(error))]
    found = (row["period_start"], row["period_end"])
    if found == expected:
        return []
    return [_finding(row, "period_start", f"the bounds of {row['period']!r} are {expected}")]


def _check_provenance(
    name: str,
    row: TextRow,
    sentences: Mapping[str, TextRow],
    place_words: Mapping[str, tuple[str, ...]],
) -> list[Finding]:
    findings = []
    key = row[KEYS[name]]

    def stands(column: str) -> str | None:
        sentence = sentences.get(row[f"{column}_sentence_id"])
        return sentence["quote"] if sentence and sentence["post_id"] == row["post_id"] else None

    for column, words in (("period", "period_words"), ("attribution", "attribution")):
        if row[words] and row[words] not in (stands(column) or ""):
            reason = f"{row[words]!r} does not stand in {row[f'{column}_sentence_id'] or 'any'}"
            findings.append(Finding("evidence", name, key, words, reason))
    if row["period"]:
        try:
            years = years_named(row["period"])
        except ValueError as error:
            return [*findings, Finding("evidence", name, key, "period", str(error))]
        for year in years:
            if year not in (stands("period") or ""):
                reason = f"{year} does not stand in {row['period_sentence_id'] or 'any sentence'}"
                findings.append(Finding("evidence", name, key, "period", reason))
    if row["place"]:
        words_of_place = place_words.get(row["place"])
        if not words_of_place or not place_pattern(words_of_place).search(stands("place") or ""):
            reason = f"no word for {row['place']} stands in {row['place_sentence_id'] or 'any'}"
            findings.append(Finding("evidence", name, key, "place", reason))
        elif (nearest := _nearest(row, sentences, words_of_place)) != row["place_sentence_id"]:
            reason = f"is not {nearest}, where the nearest word for {row['place']} stands"
            findings.append(Finding("evidence", name, key, "place_sentence_id", reason))
    return findings


def _nearest(row: TextRow, sentences: Mapping[str, TextRow], words: tuple[str, ...]) -> str:
    """Return the row's own sentence or the nearest before it that shows a place (CODEBOOK, 1).

    Where none does, a coder names a later one, and that is returned.
    """
    until = [
        sentence_id
        for sentence_id, sentence in sentences.items()
        if sentence["post_id"] == row["post_id"] and sentence_id <= row["sentence_id"]
    ]
    pattern = place_pattern(words)
    shown = (one for one in reversed(until) if pattern.search(sentences[one]["quote"]))
    return next(shown, row["place_sentence_id"])
